/* Custom elements in the light DOM: the HTML is already there, they only bring it to life. */
/// <reference path="live.js" />
(function () {
  "use strict";
  /** @type {[string, (element: HTMLElement) => void, "ready" | "passed" | "begun"][]} */
  const waiting = [];

  /** One broken element never breaks the page. @param {string} name @param {() => void} run */
  function guarded(name, run) {
    try {
      run();
    } catch (error) {
      console.error(`${name}:`, error);
      document.documentElement.classList.add("lp-late"); // what would wait for it in vain is shown at once
    }
  }

  Leerpad.whenReady = function (name, run) {
    const start = () => Leerpad.isLive() && guarded(name, run);
    if (document.readyState !== "loading") start();
    else document.addEventListener("DOMContentLoaded", start);
  };

  Leerpad.define = function (name, connected, when = "ready") {
    waiting.push([name, connected, when]);
  };

  /**
   * Elements are defined when the page has been read, so that each finds its own content; those that come to life before
   * that are defined now.
   */
  Leerpad.start = function (early = false) {
    for (const [name, connected, when] of waiting.filter(([, , when]) => (when !== "ready") === early)) {
      /** @param {HTMLElement} element */
      const connect = (element) => Leerpad.isLive() && guarded(name, () => connected(element));
      customElements.define(
        name,
        class extends HTMLElement {
          connectedCallback() {
            if (when === "passed") whenPassed(this, connect);
            else connect(this);
          }
        },
      );
    }
  };

  /** Run as soon as all of an element is there, before it is painted. @param {HTMLElement} element @param {(element: HTMLElement) => void} run */
  function whenPassed(element, run) {
    if (element.classList.contains("lp-live")) return; // moved within the page
    const watch = new MutationObserver(look);
    watch.observe(document, { childList: true, subtree: true });
    document.addEventListener("DOMContentLoaded", look);
    look();

    function look() {
      if (document.readyState === "loading" && !isFollowed(element)) return;
      watch.disconnect();
      document.removeEventListener("DOMContentLoaded", look);
      run(element);
      element.classList.add("lp-live");
    }
  }

  /** @param {Node | null} node */
  function isFollowed(node) {
    while (node !== null && node.nextSibling === null) node = node.parentNode;
    return node !== null;
  }
})();
