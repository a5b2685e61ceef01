/* Beside a result: what it is worth lesson by lesson, and all attempts that went before. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/table.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { el, words, path } = Leerpad;

  /** @param {Outcome} outcome @param {Map<string, Question>} questions @returns {Map<string, Points>} by lesson */
  function pointsByLesson(outcome, questions) {
    /** @type {Map<string, Points>} */
    const sums = new Map();
    for (const [id, { points, max }] of Object.entries(outcome.questions)) {
      const question = questions.get(id);
      const lesson = question?.recalled ? null : question?.lesson;
      if (!lesson || max === 0) continue;
      const sum = sums.get(lesson) ?? { points: 0, max: 0 };
      sums.set(lesson, { points: sum.points + points, max: sum.max + max });
    }
    return sums;
  }

  /** @param {LeerpadAttemptSession} session @param {[string, Attempt]} entry @param {(id: string) => void} open */
  function attemptRow(session, [id, attempt], open) {
    const { finished, outcome, started } = attempt;
    const isHere = id === session.id;
    const when = words.date(finished ?? started);
    const counted = session.quiz.mode === "practice" ? "quiz.completed" : outcome?.passed ? "quiz.passed" : "quiz.failed";
    const result = attempt.retry ? "attempts.retry" : counted;
    const label = words.text(finished === null ? "attempts.continue" : "attempts.view");
    const here = () => el("span", { "aria-current": "true" }, when, el("span", { class: "lp-why" }, words.text("attempts.here")));
    const button = () => el("button", { type: "button", class: "lp-link", "aria-label": `${label}: ${when}`, click: () => open(id) }, when);
    return [
      // Without its questions only the score is known: a learning system had no room for more.
      isHere ? here() : attempt.questions.length ? button() : when,
      outcome ? words.percent(path.share(outcome)) : "–",
      words.text(outcome ? result : "attempts.busy"),
    ];
  }

  Leerpad.quizHistory = {
    byLesson(outcome, questions) {
      const sums = pointsByLesson(outcome, questions);
      return Leerpad.course.levels
        .flatMap(({ lessons }) => lessons)
        .flatMap((lesson) => {
          const sum = sums.get(lesson.id);
          // Thirds of points don't add up exactly.
          return sum ? [{ ...lesson, max: sum.max, points: Math.min(Math.round(sum.points * 1e6) / 1e6, sum.max) }] : [];
        });
    },

    attempts(session, open) {
      // What one is at is no attempt yet. While another is looked at, it stands among them, as the way back.
      const shown = session.all.filter(([id, { finished }]) => finished !== null || id !== session.id);
      if (shown.every(([id]) => id === session.id)) return null;
      const done = shown.filter(([, { finished }]) => finished !== null);
      const heads = ["attempts.when", "attempts.score", "attempts.result"];
      return el(
        "details",
        { class: "lp-attempts" },
        el("summary", {}, words.text("attempts.title", { n: done.length })),
        Leerpad.table(
          words.text("progress.attempts"),
          heads.map((key) => words.text(key)),
          shown.map((entry) => attemptRow(session, entry, open)),
        ),
      );
    },
  };
})();
