/* What stands above a quiz: the result, or which questions still miss an answer. */
(function () {
  "use strict";
  const { el, icon, words } = Leerpad;

  /** @param {SummaryFacts} facts @returns {[string, string]} */
  function headline({ quiz, attempt, outcome }) {
    if (quiz.mode === "practice" || attempt.retry) return ["quiz.completed", "neutral"];
    return outcome.passed ? ["quiz.passed", "passed"] : ["quiz.failed", "failed"];
  }

  /** @param {string} label @param {() => void} click @param {string} [kind] */
  function button(label, click, kind = "") {
    return el("button", { type: "button", class: `lp-button ${kind}`, click }, words.text(label));
  }

  Leerpad.quizResult = {
    summary(facts) {
      const { quiz, attempt, outcome, band, best, opened } = facts;
      const share = outcome.max ? outcome.points / outcome.max : 0;
      const [title, state] = headline(facts);
      const counts = quiz.mode === "test" && !attempt.retry;
      return el(
        "section",
        { class: "lp-result", "data-result": state, "aria-label": words.text("quiz.result") },
        el(
          "p",
          { class: "lp-result-title", tabindex: "-1" },
          state === "passed" ? icon("right") : null,
          words.text(title),
        ),
        el(
          "p",
          { class: "lp-result-score" },
          words.text("quiz.score", { points: words.points(outcome), percent: words.percent(share) }),
        ),
        counts && quiz.pass_mark !== null
          ? el("p", { class: "lp-result-needed" }, words.text("quiz.needed", { percent: words.percent(quiz.pass_mark) }))
          : null,
        counts && best !== null && best > share
          ? el("p", {}, words.text("quiz.earlier", { percent: words.percent(best) }))
          : null,
        band ? el("div", { class: "lp-result-band" }, band) : null,
        facts.byLesson,
        attempt.retry && quiz.mode === "test" ? el("p", {}, words.text("quiz.retry_result")) : null,
        opened ? nextLevel(opened) : null,
        facts.completed ? el("p", {}, words.text("quiz.all_done")) : null,
        el(
          "div",
          { class: "lp-actions" },
          button("quiz.again", facts.again, opened ? "lp-button-quiet" : ""),
          facts.retry ? button("quiz.retry", facts.retry, "lp-button-quiet") : null,
        ),
      );
    },

    missing(unanswered, submitAnyway) {
      return el(
        "section",
        { class: "lp-missing", role: "group", tabindex: "-1", "aria-label": words.plural("quiz.missing_title", unanswered.length) },
        el("p", { class: "lp-missing-title" }, words.plural("quiz.missing_title", unanswered.length)),
        el("ul", {}, ...unanswered.map((question) => el("li", {}, linkTo(question)))),
        el("p", {}, words.text("quiz.missing_advice")),
        button("quiz.submit_anyway", submitAnyway, "lp-button-quiet"),
      );
    },
  };

  /** @param {CourseLevel} level */
  function nextLevel(level) {
    return el(
      "div",
      { class: "lp-opened" },
      el("p", {}, words.text("quiz.level_open", { title: level.title })),
      el("a", { class: "lp-button", href: Leerpad.path.link(level.url) }, words.text("quiz.to_level", { title: level.title })),
    );
  }

  /** A link that ends at the first thing to fill in. @param {HTMLElement} question */
  function linkTo(question) {
    const number = question.querySelector(".lp-question-number")?.textContent ?? "";
    const prompt = question.querySelector(".lp-prompt")?.textContent?.trim() ?? "";
    return el(
      "a",
      {
        href: `#${question.id}`,
        click(event) {
          event.preventDefault();
          question.scrollIntoView({ block: "start" });
          Leerpad.firstControl(question)?.focus();
        },
      },
      `${number}: ${prompt}`,
    );
  }
})();
