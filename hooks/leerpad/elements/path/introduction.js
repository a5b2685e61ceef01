/*
 * An introduction for newcomers, in a box of that kind on the page of the path. For who was here before it is folded, so that
 * the way on comes first. Known before the page is there, so that nothing moves.
 */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/store.js" />
(function () {
  "use strict";
  const { store, path } = Leerpad;
  const isBack = !path.isNew(store.progress);
  document.documentElement.classList.toggle("lp-back", isBack);

  Leerpad.whenReady("introduction", () => {
    for (const box of Leerpad.findAll(document, "details:is(.kennismaking, .introduction)", HTMLDetailsElement)) {
      if (isBack) box.open = false;
      box.classList.add("lp-folds");
    }
  });
})();
