/* One time through a quiz: which questions, in which order, and what they score. Pure but for chance. */
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/order.js" />
/// <reference path="../../client/progress.js" />
(function () {
  "use strict";
  const { order } = Leerpad;

  /**
   * Draw so that each lesson is covered: one of each lesson in turn, until there are enough.
   * @param {Question[]} questions
   * @param {number} count
   * @param {string} seed
   * @returns {Set<string>}
   */
  function draw(questions, count, seed) {
    /** @type {Map<string, string[]>} */
    const byLesson = new Map();
    const lessons = new Map(questions.map(({ id, lesson }) => [id, lesson ?? ""]));
    for (const id of order.by(`${seed}/draw`, [...lessons.keys()])) {
      const lesson = String(lessons.get(id));
      byLesson.set(lesson, [...(byLesson.get(lesson) ?? []), id]);
    }
    /** @type {Set<string>} */
    const drawn = new Set();
    for (let round = 0; drawn.size < Math.min(count, questions.length); round += 1) {
      for (const ids of byLesson.values()) {
        if (round < ids.length && drawn.size < count) drawn.add(ids[round]);
      }
    }
    return drawn;
  }

  Leerpad.attempt = {
    /** A fresh draft: of all questions, of those drawn, or of the ids in `only`; in a new order, or that of `seed`. */
    start(quiz, questions, only, seed = order.newSeed()) {
      const all = questions.map(({ id }) => id);
      const asked = only ? new Set(only) : draw(questions, quiz.draw ?? all.length, String(seed));
      const chosen = all.filter((id) => asked.has(id));
      // What looks back over the whole stays at the end.
      const notes = new Set(questions.flatMap(({ id, type }) => (Leerpad.questions[type]?.isNote ? [id] : [])));
      const mixed = order.by(`${seed}/order`, chosen).sort((one, other) => Number(notes.has(one)) - Number(notes.has(other)));
      return {
        started: 0, // until it is stored
        seed,
        questions: quiz.shuffle ? mixed : chosen,
        retry: only !== undefined,
        answers: Leerpad.progress.map(),
        finished: null,
        outcome: null,
      };
    },

    current: (question, answer) => (answer && answer.revision === question.revision ? answer : null),

    scoreOne(question, answer) {
      const valid = this.current(question, answer);
      if (valid === null) return { points: 0, max: question.points, right: false };
      return Leerpad.questions[question.type].score(question, valid.value);
    },

    /** What came of a question; null as long as its answer may change. */
    judge({ answers, outcome }, question) {
      const answer = answers[question.id];
      // Of a question that changed since, the answer may be given again as long as nothing was handed in.
      if (outcome === null && !this.current(question, answer)?.checked) return null;
      const { points, max } = outcome?.questions[question.id] ?? this.scoreOne(question, answer);
      const given = answer !== undefined && answer.value !== null;
      return { points, max, state: !given ? "unanswered" : points >= max ? "right" : points > 0 ? "partial" : "wrong" };
    },

    /** What the whole attempt is worth. Questions that no longer exist don't count. */
    score(attempt, questions, passMark) {
      /** @type {Outcome} */
      const outcome = { points: 0, max: 0, passed: false, questions: Leerpad.progress.map() };
      for (const id of attempt.questions) {
        const question = questions.get(id);
        if (question === undefined) continue;
        const { points, max } = this.scoreOne(question, attempt.answers[id]);
        outcome.questions[id] = { points, max };
        if (question.recalled === "apart" && !attempt.retry) continue;
        outcome.points += points;
        outcome.max += max;
      }
      // Thirds of points don't add up exactly; a mark that is reached must not be missed by that.
      outcome.points = Math.min(Math.round(outcome.points * 1e6) / 1e6, outcome.max);
      outcome.passed = passMark !== null && !attempt.retry && outcome.max > 0 && outcome.points / outcome.max >= passMark - 1e-9;
      return outcome;
    },

    /**
     * What comes after practising: of the lessons in which something went wrong since the newest whole attempt, the
     * questions that weren't asked since. Of `attempts` the newest comes first.
     */
    others(attempts, questions) {
      const done = attempts.filter(({ finished }) => finished !== null);
      const since = done.slice(0, done.findIndex(({ retry }) => !retry) + 1);
      const asked = new Set(since.flatMap((attempt) => attempt.questions));
      const missed = new Set(since.flatMap((attempt) => this.wrong(attempt)).flatMap((id) => questions.get(id)?.lesson ?? []));
      return [...questions.values()]
        .filter(({ id, lesson, scored, recalled }) => scored && !recalled && lesson !== null && missed.has(lesson) && !asked.has(id))
        .map(({ id }) => id);
    },

    wrong: ({ questions, outcome }) =>
      questions.filter((id) => {
        const scored = outcome?.questions[id];
        return scored !== undefined && scored.points < scored.max;
      }),
  };
})();
