/* Beside a result: what it is worth lesson by lesson, and all attempts that went before. */
(function () {
  "use strict";
  const { el, words } = Leerpad;

  /** @param {Outcome} outcome @param {Map<string, Question>} questions @returns {Map<string, Points>} by lesson */
  function pointsByLesson(outcome, questions) {
    /** @type {Map<string, Points>} */
    const sums = new Map();
    for (const [id, { points, max }] of Object.entries(outcome.questions)) {
      const lesson = questions.get(id)?.lesson;
      if (!lesson || max === 0) continue;
      const sum = sums.get(lesson) ?? { points: 0, max: 0 };
      sums.set(lesson, { points: sum.points + points, max: sum.max + max });
    }
    return sums;
  }

  /** @param {LeerpadAttemptKeeper} keeper @param {[string, Attempt]} entry @param {(id: string) => void} open */
  function attemptRow(keeper, [id, attempt], open) {
    const { finished, outcome, started } = attempt;
    const isHere = id === keeper.id;
    const when = words.date(finished ?? started);
    const share = outcome && outcome.max ? outcome.points / outcome.max : 0;
    const counted = keeper.quiz.mode === "practice" ? "quiz.completed" : outcome?.passed ? "quiz.passed" : "quiz.failed";
    const result = attempt.retry ? "attempts.retry" : counted;
    const label = words.text(finished === null ? "attempts.continue" : "attempts.view");
    return el(
      "tr",
      { "aria-current": isHere && "true" },
      el(
        "th",
        { scope: "row" },
        isHere ? when : el("button", { type: "button", class: "lp-link", "aria-label": `${label}: ${when}`, click: () => open(id) }, when),
        isHere ? el("span", { class: "lp-why" }, words.text("attempts.here")) : null,
      ),
      el("td", {}, outcome ? words.percent(share) : "–"),
      el("td", {}, words.text(outcome ? result : "attempts.busy")),
    );
  }

  Leerpad.quizHistory = {
    byLesson(outcome, questions) {
      const sums = pointsByLesson(outcome, questions);
      return Leerpad.course.levels.flatMap(({ lessons }) => lessons).flatMap((lesson) => {
        const sum = sums.get(lesson.id);
        // Thirds of points don't add up exactly.
        return sum ? [{ ...lesson, max: sum.max, points: Math.min(Math.round(sum.points * 1e6) / 1e6, sum.max) }] : [];
      });
    },

    attempts(keeper, open) {
      const { all } = keeper;
      if (all.length < 2) return null;
      const heads = ["attempts.when", "attempts.score", "attempts.result"];
      return el(
        "details",
        { class: "lp-attempts" },
        el("summary", {}, words.text("attempts.title", { n: all.length })),
        el(
          "div",
          { class: "lp-table-wrap", tabindex: "0", role: "region", "aria-label": words.text("progress.attempts") },
          el(
            "table",
            {},
            el("thead", {}, el("tr", {}, ...heads.map((key) => el("th", { scope: "col" }, words.text(key))))),
            el("tbody", {}, ...all.map((entry) => attemptRow(keeper, entry, open))),
          ),
        ),
      );
    },
  };
})();
