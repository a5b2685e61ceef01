/* What stands before the pages of a level that isn't open yet: why, and what opens it. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/theme_material.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { el, icon, words, store, path } = Leerpad;

  /** @param {HTMLElement} gate */
  function connect(gate) {
    const level = path.level(String(gate.dataset.level));
    if (level === null) return;
    const isTest = "test" in gate.dataset;
    const isOverview = "overview" in gate.dataset;

    const show = () => {
      const state = path.levelState(store.progress, level);
      Leerpad.theme.setClosed(state === "closed" && !isTest && !isOverview);
      if (gate.dataset.shown === state) return;
      gate.dataset.shown = state;
      gate.replaceChildren(...(state === "closed" || state === "later" ? [message(level, state, isTest)] : []));
    };
    store.follow(show);
  }

  /** @param {CourseLevel} level @param {LevelState} state @param {boolean} isTest */
  function message(level, state, isTest) {
    const before = /** @type {CourseLevel} */ (path.before(level));
    if (isTest) {
      return el("div", { class: "lp-gate" }, el("p", {}, `${words.text("gate.test")} ${words.text("gate.test_passing")}`));
    }
    const closed = state === "closed";
    return el(
      "div",
      { class: "lp-gate" },
      el("p", { class: "lp-gate-title" }, icon(state), words.text(closed ? "gate.closed" : "gate.ahead")),
      el("p", {}, words.text(closed ? "gate.why" : "gate.ahead_why", { title: level.title, test: before.quiz.title })),
      el(
        "p",
        { class: "lp-actions" },
        el("a", { class: "lp-button", href: path.link(before.url) }, words.text("gate.to_level", { title: before.title })),
      ),
      el(
        "p",
        {},
        `${words.text("gate.know")} `,
        el("a", { href: path.link(before.quiz.url) }, words.text("gate.to_test", { title: before.quiz.title })),
      ),
    );
  }

  Leerpad.define("leerpad-gate", connect, "begun");
})();
