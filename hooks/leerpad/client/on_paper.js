/* What a script folded on the screen and marked with `data-on-paper` is open on paper. What an author folded the theme opens. */
/// <reference path="dom.js" />
(function () {
  "use strict";
  /** @type {HTMLDetailsElement[]} */
  const opened = [];

  window.addEventListener("beforeprint", () => {
    const folds = Leerpad.findAll(document, "[data-on-paper]:not([open])", HTMLDetailsElement);
    for (const fold of folds) fold.open = true;
    opened.push(...folds);
  });
  window.addEventListener("afterprint", () => {
    for (const fold of opened.splice(0)) fold.open = false;
  });
})();
