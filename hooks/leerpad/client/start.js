/*
 * Brings the page to life when all its bundles came, which each says at its end. Where one is missing, nothing runs: half a
 * page helps nobody. What is closed is closed before it can be seen, so no bundle waits for the end of the page.
 */
/// <reference path="anchors.js" />
/// <reference path="complete.js" />
/// <reference path="elements.js" />
/// <reference path="full_field.js" />
/// <reference path="later.js" />
/// <reference path="namespace.js" />
/// <reference path="on_paper.js" />
/// <reference path="theme_material.js" />
(function () {
  "use strict";
  const { classList } = document.documentElement;
  const awaited = new Set(Leerpad.bundles);

  Leerpad.came = function (name) {
    if (!awaited.delete(name)) Leerpad.later.came(name);
    else if (awaited.size === 0) begin();
  };

  function begin() {
    // Not before: should a part have failed, the page reads as one without scripts.
    classList.add("lp-js");
    Leerpad.start(true);
    Leerpad.whenReady("leerpad", () => Leerpad.start());
    Leerpad.later.load();
    // What waits for the rest of the page is shown anyway, should that never come.
    setTimeout(() => classList.add("lp-no-waiting"), 6000);
  }
})();
