/* The path on the home page: where the learner is, and one clear next step. */
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { words, store, path } = Leerpad;

  /** @param {HTMLElement} host */
  function connect(host) {
    const link = /** @type {HTMLAnchorElement} */ (host.querySelector(".lp-next-button"));
    const [label, title] = host.querySelectorAll(".lp-next-label, .lp-next-title");
    const show = () => {
      const step = path.nextStep(store.progress);
      const completed = step.kind === "completed";
      link.href = path.link(step.url);
      label.textContent = words.text(`path.${step.kind}`) + (completed ? "" : ":");
      title.textContent = completed ? words.text("path.to_progress") : step.title;
      for (const part of host.querySelectorAll("[data-level], [data-from], [data-here-of]")) {
        const { level: id, from, hereOf } = /** @type {HTMLElement | SVGElement} */ (part).dataset;
        const level = /** @type {CourseLevel} */ (path.level(String(id ?? from ?? hereOf)));
        const here = level.id === step.level;
        if (hereOf) part.textContent = here ? words.text(step.kind === "begin" ? "path.begin_here" : "path.here") : "";
        else part.setAttribute("data-state", id && here ? "here" : path.levelState(store.progress, level));
      }
    };
    store.follow(show);
  }

  Leerpad.define("leerpad-path", connect);
})();
