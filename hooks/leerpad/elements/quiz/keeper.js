/* Which attempt a quiz is at, and each change of it kept in the store. */
(function () {
  "use strict";
  const { path } = Leerpad;

  class AttemptKeeper {
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
    #fresh(only, seed) {
      this.#opened = "";
      this.id = Leerpad.attempt.newId();
      return (this.attempt = Leerpad.attempt.start(this.quiz, [...this.questions.values()], only, seed));
    }

    /** What nobody has answered isn't stored. Its order belongs to the visit, so that a reload brings back the same one. */
    #seedOfVisit() {
      const name = `leerpad-${this.quiz.id}-seed`;
      const kept = Leerpad.visit.get(name);
      const seed = typeof kept === "number" ? kept : Leerpad.order.newSeed();
      Leerpad.visit.set({ [name]: seed });
      return seed;
    }

    /** Go by what the store says now: a draft, else the newest result, else a fresh start. */
    load() {
      const attempts = Object.entries(this.store.progress.quizzes[this.quiz.id] ?? {});
      const newest =
        attempts.find(([id]) => id === this.#opened) ??
        path.draft(this.store.progress, this.quiz.id) ??
        attempts.filter(([, { finished }]) => finished !== null).sort(([, a], [, b]) => Number(b.finished) - Number(a.finished))[0];
      if (newest !== undefined && newest[1].questions.some((id) => this.questions.has(id))) [this.id, this.attempt] = newest;
      else if (this.id === "" || this.attempt.finished !== null || Object.keys(this.attempt.answers).length) this.#fresh(undefined, this.#seedOfVisit());
      return this.attempt;
    }

    /** The draft, then all that was handed in, the newest first: also what was only practised again. */
    get all() {
      const draft = path.draft(this.store.progress, this.quiz.id);
      return [...(draft === null ? [] : [draft]), ...path.handedIn(this.store.progress, this.quiz.id)];
    }

    /** @param {string} id */
    open(id) {
      this.#opened = id;
      this.load();
    }

    /** Keep a change of this attempt; one that is handed in already never changes. @param {(attempt: Attempt, progress: Progress) => void} change */
    change(change) {
      this.store.update((progress) => {
        const attempts = (progress.quizzes[this.quiz.id] ??= {});
        // Another tab may have begun just now: go on with its questions if ours are still untouched.
        const begun = path.draft(progress, this.quiz.id);
        const untouched = !(this.id in attempts) && !Object.keys(this.attempt.answers).length && !this.attempt.retry;
        if (begun !== null && untouched) [this.id, this.attempt] = begun;
        const kept = (attempts[this.id] ??= this.attempt);
        if (kept.finished === null) change(kept, progress);
        this.attempt = kept;
      });
    }

    finish() {
      this.change((draft) => {
        draft.finished = Date.now();
        draft.outcome = Leerpad.attempt.score(draft, this.questions, this.quiz.pass_mark);
      });
    }

    /** Begin anew, with all questions or those in `only`; kept at once, so that a reload doesn't undo it. @param {string[]} [only] */
    restart(only) {
      const started = this.#fresh(only);
      this.store.update((progress) => {
        (progress.quizzes[this.quiz.id] ??= {})[this.id] = started;
      });
    }
  }

  Leerpad.AttemptKeeper = AttemptKeeper;
})();
