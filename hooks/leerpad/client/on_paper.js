/* What is folded on the screen is open on paper. */
/// copied
/// <reference path="namespace.js" />
(function () {
  "use strict";

  Leerpad.openOnPaper = function (find, signal) {
    const open = () => {
      const fold = find();
      if (fold === null || fold.open) return;
      fold.open = true;
      window.addEventListener("afterprint", () => void (fold.open = false), { once: true, signal });
    };
    window.addEventListener("beforeprint", open, { signal });
  };
})();
