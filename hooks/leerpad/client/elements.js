/* Custom elements in the light DOM: the HTML is already there, they only bring it to life. */
/// <reference path="live.js" />
(function () {
  "use strict";
  /** @type {Parameters<typeof Leerpad.define>[]} */
  const waiting = [];

  /** One broken element never breaks the page. @param {string} name @param {() => unknown} run */
  async function guarded(name, run) {
    try {
      await run();
    } catch (error) {
      console.error(`${name}:`, error);
      document.documentElement.classList.add("lp-no-waiting"); // what would wait for it in vain is shown at once
    }
  }

  Leerpad.whenReady = function (name, run) {
    const start = () => Leerpad.isLive() && guarded(name, run);
    if (document.readyState !== "loading") start();
    else document.addEventListener("DOMContentLoaded", start);
  };

  Leerpad.define = function (name, make, when = "ready") {
    waiting.push([name, make, when]);
  };

  /**
   * Elements are defined when the page has been read, so that each finds its own content; those that come to life before
   * that are defined now.
   */
  Leerpad.start = function (early = false) {
    for (const [name, make, when] of waiting.filter(([, , when]) => (when !== "ready") === early)) {
      customElements.define(
        name,
        class extends HTMLElement {
          /** @type {LeerpadElement | null} */
          #made = null;
          /** Ends when it is moved or taken away. */
          #stay = new AbortController();

          connectedCallback() {
            this.#stay = new AbortController();
            const { signal } = this.#stay;
            const connect = () => Leerpad.isLive() && guarded(name, () => (this.#made ??= make(this))?.connect(signal));
            if (when === "passed" && this.#made === null) whenPassed(this, connect, signal);
            else connect();
          }

          disconnectedCallback() {
            this.#stay.abort();
          }
        },
      );
    }
  };

  /** Run as soon as all of an element is there, before it is painted. @param {HTMLElement} element @param {() => void} run @param {AbortSignal} signal */
  function whenPassed(element, run, signal) {
    const watch = new MutationObserver(look);
    watch.observe(document, { childList: true, subtree: true });
    document.addEventListener("DOMContentLoaded", look, { signal });
    signal.addEventListener("abort", () => watch.disconnect());
    look();

    function look() {
      if (document.readyState === "loading" && !isFollowed(element)) return;
      watch.disconnect();
      document.removeEventListener("DOMContentLoaded", look);
      run();
      element.classList.add("lp-live");
    }
  }

  /** @param {Node | null} node */
  function isFollowed(node) {
    while (node !== null && node.nextSibling === null) node = node.parentNode;
    return node !== null;
  }
})();
