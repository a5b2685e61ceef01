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

  Leerpad.whenReady = function (name, run) {
    if (document.readyState !== "loading") guarded(name, run);
    else document.addEventListener("DOMContentLoaded", () => guarded(name, run));
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
