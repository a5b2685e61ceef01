/* Custom elements in the light DOM: the HTML is already there, they only bring it to life. */
(function () {
  "use strict";
  /** @type {[string, (element: HTMLElement) => void, boolean][]} */
  const waiting = [];

  /** One broken element never breaks the page. @param {string} name @param {() => void} run */
  function guarded(name, run) {
    try {
      run();
    } catch (error) {
      console.error(`${name}:`, error);
    }
  }

  /** A page without our styles is left as it reads without scripts: what waits for one would not be hidden there. */
  Leerpad.isLive = function () {
    const { classList } = document.documentElement;
    if (document.readyState === "loading" || Leerpad.hasStyles() || !classList.contains("lp-js")) return classList.contains("lp-js");
    classList.remove("lp-js");
    // Early elements spoke before this could be known.
    const early = waiting.flatMap(([name, , isEarly]) => (isEarly ? [name] : []));
    for (const element of document.querySelectorAll(early.join())) element.replaceChildren();
    return false;
  };

  Leerpad.whenReady = function (name, run) {
    const start = () => Leerpad.isLive() && guarded(name, run);
    if (document.readyState !== "loading") start();
    else document.addEventListener("DOMContentLoaded", start);
  };

  Leerpad.define = function (name, connected, early = false) {
    waiting.push([name, connected, early]);
  };

  /** Elements are defined when the page has been read, so that each finds its own content; early ones before that. */
  Leerpad.start = function (early = false) {
    for (const [name, connected] of waiting.filter((element) => element[2] === early)) {
      customElements.define(
        name,
        class extends HTMLElement {
          connectedCallback() {
            guarded(name, () => connected(this));
          }
        },
      );
    }
  };
})();
