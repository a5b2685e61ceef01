/* Brings the questions of a level into the page when they are asked for: by a script, for a page that was opened as a file can't fetch. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/path.js" />
(function () {
  "use strict";
  const { path, root } = Leerpad;

  /** The levels that were asked for, each once. @type {Map<string, Promise<ReviewQuestions>>} */
  const asked = new Map();

  /** @param {string} html what the build made of one question, written by the author of the course */
  function element(html) {
    const made = new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
    if (!(made instanceof HTMLElement)) throw new Error("a question without its HTML");
    // It was written for the page of reviews, which stands at the root.
    for (const name of ["href", "src"]) {
      for (const part of made.querySelectorAll(`[${name}]:not([${name}^="#"])`)) {
        part.setAttribute(name, new URL(String(part.getAttribute(name)), root).href);
      }
    }
    return made;
  }

  /** @param {ReviewLevel} level @returns {Promise<ReviewQuestions>} */
  function load({ id, script }) {
    return new Promise((resolve, reject) => {
      const loaded = () => {
        const questions = window.LeerpadReviews?.[id];
        if (questions) resolve(questions);
        else reject(new Error(`no questions of "${id}"`));
      };
      const failed = () => {
        asked.delete(id); // it is asked for again the next time
        reject(new Error(`the questions of "${id}" did not load`));
      };
      document.head.append(Leerpad.el("script", { src: path.link(String(script)), load: loaded, error: failed }));
    });
  }

  Leerpad.reviewParts = ([asks, explains]) => [element(asks), element(explains)];

  Leerpad.reviewQuestion = async function (level, id) {
    if (!asked.has(level.id)) asked.set(level.id, load(level));
    const questions = await /** @type {Promise<ReviewQuestions>} */ (asked.get(level.id));
    if (!Object.hasOwn(questions, id)) throw new Error(`no question "${id}"`);
    return Leerpad.reviewParts(questions[id]);
  };
})();
