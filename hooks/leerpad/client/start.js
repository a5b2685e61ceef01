/* The last part: everything is known, bring the page to life. What is closed is closed before it can be seen. */
/// <reference path="anchors.js" />
/// <reference path="complete.js" />
/// <reference path="elements.js" />
/// <reference path="full_field.js" />
/// <reference path="theme_material.js" />
(function () {
  "use strict";
  const { classList } = document.documentElement;
  // Not before: should a part above have failed, the page reads as one without scripts.
  classList.add("lp-js");
  Leerpad.start(true);
  Leerpad.whenReady("leerpad", () => Leerpad.start());
  // What waits for the rest of the page is shown anyway, should that never come.
  setTimeout(() => classList.add("lp-no-waiting"), 6000);
})();
