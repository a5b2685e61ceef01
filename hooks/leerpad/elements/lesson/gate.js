/* What stands before the pages of a level that isn't open yet: why, and what opens it. */
/// with leerpad
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/theme_material.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { el, icon, words, store, path } = Leerpad;

  /** @param {HTMLElement} gate @returns {LeerpadElement | null} */
  function make(gate) {
    const level = path.level(String(gate.dataset.level));
    if (level === null) return null;
    const isTest = "test" in gate.dataset;
    const isOverview = "overview" in gate.dataset;

    const show = () => {
      const state = path.levelState(store.progress, level);
      Leerpad.theme.setClosed(state === "closed" && !isTest && !isOverview);
      const missing = state === "closed" || state === "later" ? path.missing(store.progress, level) : [];
      const shown = [state, ...missing.map(({ id }) => id)].join(" ");
      if (gate.dataset.shown === shown) return;
      gate.dataset.shown = shown;
      gate.replaceChildren(...(missing.length ? [message(level, missing, state === "closed", isTest)] : []));
    };
    return { connect: (signal) => store.follow(show, signal) };
  }

  /** `missing`: what comes before it and isn't passed. @param {CourseLevel} level @param {CourseLevel[]} missing @param {boolean} closed @param {boolean} isTest */
  function message(level, missing, closed, isTest) {
    if (isTest) return el("div", { class: "lp-gate" }, el("p", {}, words.text("gate.test")));
    const tests = words.quoted(missing.map(({ quiz }) => quiz.title));
    return el(
      "div",
      { class: "lp-gate" },
      el("p", { class: "lp-gate-title" }, icon(closed ? "closed" : "later"), words.text(closed ? "gate.closed" : "gate.ahead")),
      el("p", {}, words.text(closed ? "gate.why" : "gate.ahead_why", { title: level.title, tests })),
      el(
        "p",
        { class: "lp-actions" },
        ...missing.map(({ title, url }) => el("a", { class: "lp-button", href: path.link(url) }, words.text("gate.to_level", { title }))),
      ),
      el(
        "p",
        {},
        words.text("gate.know"),
        ...missing.flatMap(({ quiz: { title, url } }) => [" ", el("a", { href: path.link(url) }, words.text("gate.to_test", { title }))]),
      ),
    );
  }

  Leerpad.define("leerpad-gate", make, "begun");
})();
