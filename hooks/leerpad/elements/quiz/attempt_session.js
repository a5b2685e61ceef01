/* The attempt that a quiz on this page is at. Each change of it goes into the store. */
/// <reference path="../../client/merge.js" />
/// <reference path="../../client/order.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/progress.js" />
/// <reference path="../../client/visit.js" />
/// <reference path="attempt.js" />
/// <reference path="recall.js" />
(function () {
  "use strict";
  const { path } = Leerpad;
  const { joinAnswers, map } = Leerpad.progress;

  class AttemptSession {
    id = "";
    /** The attempt that the learner chose to look at. */
    #opened = "";
    /** @type {Attempt} */
    attempt;

    /** @param {QuizData} quiz @param {Map<string, Question>} questions @param {LeerpadStore} store */
    constructor(quiz, questions, store) {
      this.store = store;
      this.quiz = quiz;
      this.questions = questions;
      this.attempt = this.load();
    }

    /** @param {string[]} [only] @param {number} [seed] */
    #fresh(only, seed = Leerpad.order.newSeed()) {
      this.#opened = "";
      this.id = Leerpad.order.newId();
      const known = [...this.questions.values()].filter(({ recalled }) => only || !recalled);
      const attempt = Leerpad.attempt.start(this.quiz, known, only, seed);
      const again = only ? [] : Leerpad.recall.pick(this.quiz, this.store.progress, seed);
      return (this.attempt = { ...attempt, questions: [...attempt.questions, ...again] });
    }

    /** What nobody has answered isn't stored. Its order belongs to the visit, so that a reload brings back the same one. */
    #seedOfVisit() {
      const name = `leerpad-${this.quiz.id}-seed`;
      const kept = Leerpad.visit.get(name);
      const seed = typeof kept === "number" ? kept : Leerpad.order.newSeed();
      Leerpad.visit.set({ [name]: seed });
      return seed;
    }

    /** A question may be gone from the course: what asks nothing that is left can't be gone on with. @param {Attempt} attempt */
    #isKnown(attempt) {
      return attempt.questions.some((id) => this.questions.has(id));
    }

    /** What can be gone on with, the newest first. @param {Progress} progress */
    #drafts(progress) {
      return path.drafts(progress, this.quiz.id).filter(([, draft]) => this.#isKnown(draft));
    }

    /** Go by what the store says now: a draft, else the newest result, else a fresh start. */
    load() {
      const { progress } = this.store;
      const results = path.handedIn(progress, this.quiz.id).filter(([, result]) => this.#isKnown(result));
      const newest = this.all.find(([id]) => id === this.#opened) ?? joined(this.#drafts(progress)) ?? results[0];
      if (newest !== undefined) [this.id, this.attempt] = newest;
      else if (this.id === "" || this.#isPast()) this.#fresh(undefined, this.#seedOfVisit());
      return this.attempt;
    }

    /** What was begun here is stored no more, or asks what could not be had. */
    #isPast() {
      const { finished, answers, questions } = this.attempt;
      return finished !== null || Object.keys(answers).length > 0 || Leerpad.recall.hasLost(questions);
    }

    /** The draft, then all that was handed in, the newest first: also what was only practised again. */
    get all() {
      const { progress } = this.store;
      const draft = joined(this.#drafts(progress));
      return [...(draft ? [draft] : []), ...path.handedIn(progress, this.quiz.id)];
    }

    /** @param {string} id */
    open(id) {
      this.#opened = id;
      this.load();
    }

    /** Keep a change of this attempt; one that is handed in already never changes. @param {AttemptChange} change */
    change(change) {
      this.store.update((progress, pen) => {
        const attempts = (progress.quizzes[this.quiz.id] ??= map());
        const drafts = this.#drafts(progress);
        // Another tab may have begun too, just now or at the same moment: go on with one draft.
        const draft = attempts[this.id]?.finished ? undefined : joined(drafts);
        if (draft) [this.id, this.attempt] = draft;
        else if (!(this.id in attempts)) this.attempt = { ...this.attempt, started: pen.stamp(attempts) };
        if (draft || !(this.id in attempts)) attempts[this.id] = this.attempt;
        this.attempt = attempts[this.id];
        // Those of other tabs stay open: what is still being answered there goes on being joined.
        this.#close(progress, (dead) => !this.#isKnown(dead));
        if (this.attempt.finished === null) change(this.attempt, pen, attempts);
      });
    }

    /** These drafts are never gone on with. @param {Progress} progress @param {(draft: Attempt) => boolean} which */
    #close(progress, which) {
      const attempts = progress.quizzes[this.quiz.id];
      for (const [id, draft] of path.drafts(progress, this.quiz.id)) if (which(draft)) attempts[id] = { ...draft, closed: true };
    }

    finish() {
      this.change((draft, { stamp }, attempts) => {
        draft.finished = stamp(attempts);
        draft.outcome = Leerpad.attempt.score(draft, this.questions, this.quiz.pass_mark);
      });
      window.dispatchEvent(new CustomEvent("leerpad-finished", { detail: { quiz: this.quiz.id, attempt: this.id } }));
    }

    /** Begin anew, with all questions or those in `only`; kept at once, so that a reload doesn't undo it. @param {string[]} [only] */
    restart(only) {
      const fresh = this.#fresh(only);
      this.store.update((progress, { stamp }) => {
        const attempts = (progress.quizzes[this.quiz.id] ??= map());
        this.#close(progress, () => true);
        this.attempt = attempts[this.id] = { ...fresh, started: stamp(attempts) };
      });
    }
  }

  /** Of drafts that were begun in several tabs, the newest, with what was answered in the others. @param {[string, Attempt][]} drafts @returns {[string, Attempt] | undefined} */
  function joined([newest, ...others]) {
    const alike = others.filter(([, { retry }]) => retry === newest[1].retry);
    if (alike.length === 0) return newest;
    const answers = alike.reduce((all, [, draft]) => joinAnswers(all, draft.answers), newest[1].answers);
    return [newest[0], { ...newest[1], answers }];
  }

  Leerpad.AttemptSession = AttemptSession;
})();
