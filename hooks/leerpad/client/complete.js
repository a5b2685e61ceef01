/*
 * Whether all files of the page came. A page is older than what stands on the server when a browser or proxy kept it,
 * and a copy of a site can be half done. Says so in words that stand in the page already.
 */
/// <reference path="live.js" />
/// <reference path="theme_material.js" />
(function () {
  "use strict";
  let isIncomplete = false;

  // A file that fails tells only itself. What came before this part has told already: it is looked at in the end.
  window.addEventListener("error", hear, true);
  window.addEventListener("load", () => {
    const canSearch = location.protocol !== "file:" || "IFrameWorker" in window;
    if (!canSearch || !Leerpad.theme.isWhole()) isIncomplete = true;
    if (isIncomplete) say();
  });

  /** @param {Event} event */
  function hear({ target }) {
    if (!(target instanceof HTMLScriptElement || target instanceof HTMLLinkElement)) return;
    isIncomplete = true;
    if (document.readyState === "complete") say();
  }

  /** A page that didn't start says more than this already. */
  function say() {
    if (Leerpad.isLive()) document.querySelector("[data-incomplete]")?.removeAttribute("hidden");
  }
})();
