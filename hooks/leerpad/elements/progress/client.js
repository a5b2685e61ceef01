/* The learner's own page: the path, the tests taken, and what one can do with one's data. */
(function () {
  "use strict";
  const { el, icon, words, store, path } = Leerpad;

  /** @param {HTMLElement} host */
  function connect(host) {
    const overview = /** @type {HTMLElement} */ (host.querySelector("[data-overview]"));
    const attempts = /** @type {HTMLElement} */ (host.querySelector("[data-attempts]"));
    const controls = /** @type {HTMLElement} */ (host.querySelector("[data-controls]"));
    controls.replaceChildren(...Leerpad.dataControls());

    const show = () => {
      const step = path.nextStep(store.progress);
      const link = () => el("a", { class: "lp-button", href: path.link(step.url) }, words.text(`path.${step.kind}_with`, { title: step.title }));
      overview.replaceChildren(
        step.kind === "completed"
          ? el("p", { class: "lp-finished" }, icon("right"), words.text("path.completed"))
          : el("div", { class: "lp-next" }, step.kind === "begin" ? el("p", {}, words.text("progress.empty")) : null, link()),
      );
      for (const level of Leerpad.course.levels) showLevel(host, level);
      attempts.replaceChildren(...attemptTable());
    };
    store.subscribe(show);
    show();
  }

  /** @param {HTMLElement} host @param {CourseLevel} level */
  function showLevel(host, level) {
    const row = host.querySelector(`[data-row="${level.id}"]`);
    if (row === null) return;
    const state = path.levelState(store.progress, level);
    const best = path.best(store.progress, level.quiz.id);
    const done = level.lessons.filter(({ id }) => path.lessonDone(store.progress, id)).length;
    const cells = {
      state: el("span", { class: "lp-state" }, icon(state === "done" ? "right" : state), words.text(`state.${state}`)),
      lessons: words.text("progress.lessons", { done, total: level.lessons.length }),
      test: el(
        "a",
        { href: path.link(level.quiz.url), "aria-label": `${level.quiz.title}: ${testWords(best)}` },
        testWords(best),
      ),
    };
    for (const [name, content] of Object.entries(cells)) row.querySelector(`[data-cell="${name}"]`)?.replaceChildren(content);
  }

  /** @param {number | null} best */
  function testWords(best) {
    return best === null ? words.text("progress.no_test") : words.text("state.best", { percent: words.percent(best) });
  }

  /** @returns {HTMLElement[]} */
  function attemptTable() {
    const rows = Leerpad.course.levels
      .flatMap(({ quiz }) => path.finished(store.progress, quiz.id).map(([, attempt]) => ({ quiz, attempt })))
      .sort((a, b) => Number(b.attempt.finished) - Number(a.attempt.finished));
    if (rows.length === 0) return [];
    const heads = ["attempt_quiz", "attempt_when", "attempt_score", "attempt_result"];
    return [
      el("h2", {}, words.text("progress.attempts")),
      el(
        "div",
        { class: "lp-table-wrap", tabindex: "0", role: "region", "aria-label": words.text("progress.attempts") },
        el(
          "table",
          {},
          el("thead", {}, el("tr", {}, ...heads.map((key) => el("th", { scope: "col" }, words.text(`progress.${key}`))))),
          el("tbody", {}, ...rows.map(({ quiz, attempt }) => attemptRow(quiz, attempt))),
        ),
      ),
    ];
  }

  /** @param {CourseQuiz} quiz @param {Attempt} attempt */
  function attemptRow(quiz, attempt) {
    const outcome = /** @type {Outcome} */ (attempt.outcome);
    return el(
      "tr",
      {},
      el("th", { scope: "row" }, el("a", { href: path.link(quiz.url) }, quiz.title)),
      el("td", {}, words.date(Number(attempt.finished))),
      el("td", {}, words.percent(outcome.max ? outcome.points / outcome.max : 0)),
      el("td", {}, words.text(outcome.passed ? "quiz.passed" : "quiz.failed")),
    );
  }

  Leerpad.define("leerpad-progress", connect);
})();
