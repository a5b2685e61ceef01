/* The path on the home page: where the learner is, and other beginnings where it parts. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { el, words, store, path } = Leerpad;

  /** @param {HTMLElement} host @returns {LeerpadElement | null} */
  function make(host) {
    const others = host.querySelector("[data-others]"); // only where the path parts
    const show = () => {
      const steps = path.nextSteps(store.progress);
      const [step, ...more] = steps;
      others?.toggleAttribute("hidden", more.length === 0);
      others
        ?.querySelector("span")
        ?.replaceChildren(...more.flatMap((other) => [" ", el("a", { href: path.link(other.url) }, other.title)]));
      const here = steps.filter(({ kind }, place) => place === 0 || kind === "begin").map(({ level }) => level);
      for (const part of host.querySelectorAll("[data-level], [data-from], [data-here-of]")) {
        const { level: id, from, hereOf } = /** @type {HTMLElement | SVGElement} */ (part).dataset;
        const level = /** @type {CourseLevel} */ (path.level(String(id ?? from ?? hereOf)));
        const isHere = here.includes(level.id);
        if (hereOf) part.textContent = isHere ? words.text(step.kind === "begin" ? "path.begin_here" : "path.here") : "";
        else part.setAttribute("data-state", id && isHere ? "here" : path.levelState(store.progress, level));
      }
    };
    return { connect: (signal) => store.follow(show, signal) };
  }

  Leerpad.define("leerpad-path", make);
})();
