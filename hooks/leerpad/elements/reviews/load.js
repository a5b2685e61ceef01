/* Brings questions into the page when they are asked for: by a script, for a page that was opened as a file can't fetch. */
/// copied
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/path.js" />
(function () {
  "use strict";
  const { path, root } = Leerpad;

  /** The scripts that were asked for, each once. @type {Map<string, Promise<ReviewQuestions>>} */
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

  /** @param {string} script @returns {Promise<ReviewQuestions>} */
  function load(script) {
    return new Promise((resolve, reject) => {
      const src = path.link(script);
      const loaded = () => {
        const questions = window.LeerpadReviews?.[src];
        if (questions) resolve(questions);
        else failed();
      };
      const failed = () => {
        asked.delete(script); // it is asked for again the next time
        reject(new Error(`no questions came from "${script}"`));
      };
      document.head.append(Leerpad.el("script", { src, load: loaded, error: failed }));
    });
  }

  Leerpad.reviewParts = ([asks, explains]) => [element(asks), element(explains)];

  Leerpad.reviewScript = function ({ questions, scripts = [] }, id) {
    const inOne = Math.ceil(questions.length / scripts.length);
    return scripts[Math.floor(questions.indexOf(id) / inOne)];
  };

  Leerpad.reviewScriptHolds = function (script) {
    const held = asked.get(script) ?? load(script);
    asked.set(script, held);
    return held;
  };

  Leerpad.reviewQuestion = async function (script, id) {
    const questions = await Leerpad.reviewScriptHolds(script);
    if (!Object.hasOwn(questions, id)) throw new Error(`no question "${id}"`);
    return Leerpad.reviewParts(questions[id]);
  };
})();
