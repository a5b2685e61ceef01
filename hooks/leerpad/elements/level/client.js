/* The state of levels, lessons and tests, wherever a page leaves a place for it: `data-state-of`. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { el, icon, words, store, path } = Leerpad;

  /** @param {Progress} progress @returns {Map<string, [icon: string, state: string, why?: string]>} by id */
  function states(progress) {
    /** @type {Map<string, [icon: string, state: string, why?: string]>} */
    const found = new Map();
    for (const level of Leerpad.course.levels) {
      const state = path.levelState(progress, level);
      const tests = state === "closed" ? path.missing(progress, level).map(({ quiz }) => quiz.title) : [];
      const why = tests.length ? words.text("path.opens", { title: words.list(tests) }) : "";
      const [done, total] = [path.lessonsDone(progress, level), level.lessons.length];
      const said = state === "done" || done === 0 ? words.text(`state.${state}`) : words.plural("state.lessons", total, { done });
      found.set(level.id, [state === "done" ? "right" : state, said, why]);
      for (const { id } of level.lessons) {
        if (path.lessonDone(progress, id)) found.set(id, ["right", words.text("state.done")]);
      }
      const best = path.best(progress, level.quiz.id);
      if (path.passed(progress, level.quiz.id)) found.set(level.quiz.id, ["right", words.text("state.passed")]);
      else if (best !== null) found.set(level.quiz.id, ["open", words.text("state.best", { percent: words.percent(best) })]);
      else found.set(level.quiz.id, ["open", words.text(path.draft(progress, level.quiz.id) ? "state.started" : "progress.no_test")]);
    }
    return found;
  }

  Leerpad.whenReady("states", () => {
    const places = document.querySelectorAll("[data-state-of]");
    if (places.length === 0) return;
    const show = () => {
      const found = states(store.progress);
      for (const place of places) {
        const [sign, state, why] = found.get(place.getAttribute("data-state-of") ?? "") ?? ["", ""];
        place.setAttribute("data-sign", sign);
        place.replaceChildren(
          ...(state ? [el("span", { class: "lp-state" }, icon(sign), state)] : []),
          ...(why ? [" ", el("span", { class: "lp-why" }, why)] : []),
        );
      }
    };
    store.follow(show);
  });
})();
