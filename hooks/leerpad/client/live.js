/* Whether the page runs: it started, and as far as can be known by now, it has our styles. */
/// <reference path="namespace.js" />
(function () {
  "use strict";
  let found = false;

  function hasStyles() {
    const style = getComputedStyle(document.documentElement);
    return (found ||= Leerpad.bundles.every((name) => style.getPropertyValue(`--lp-styles-${name}`) !== ""));
  }

  /** A page without all our styles is left as it reads without scripts: what waits for one would not be hidden there. */
  Leerpad.isLive = function () {
    const { classList } = document.documentElement;
    // In the body they are there or never will be: a script of the theme waits for them in the head.
    if (document.body !== null && !hasStyles()) classList.remove("lp-js");
    return classList.contains("lp-js");
  };
})();
