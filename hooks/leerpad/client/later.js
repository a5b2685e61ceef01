/*
 * What a page needs only later comes when the browser is idle: all of it, whether somebody will use it or not. So a page that
 * is open has it, also when the site was replaced or the network is gone.
 */
/// <reference path="dom.js" />
/// <reference path="namespace.js" />
(function () {
  "use strict";
  const LONGEST = 2_000; // ms: a browser that is never idle loads it all the same
  // Safari doesn't know when there is time.
  const soon = window.requestIdleCallback ?? ((/** @type {() => void} */ run) => setTimeout(run, 200));
  /** By their names, the scripts that are still to come. */
  const awaited = new Map(Leerpad.rest.map((url) => [nameOf(url), url]));
  /** @type {(() => void)[]} */
  const waiting = [];

  Leerpad.later = {
    run(needsIt) {
      if (awaited.size === 0) needsIt();
      else waiting.push(needsIt);
    },

    came(name) {
      if (awaited.delete(name) && awaited.size === 0) for (const run of waiting.splice(0)) run();
    },

    load() {
      if (document.readyState === "complete") soon(load, { timeout: LONGEST });
      else window.addEventListener("load", () => soon(load, { timeout: LONGEST }));
    },
  };

  function load() {
    for (const [name, src] of awaited) {
      const script = Leerpad.el("script", { src, load: () => check(name, script) });
      document.head.append(script);
    }
  }

  /** A server may answer anything with some page: that is as if it had failed. @param {string} name @param {HTMLElement} script */
  function check(name, script) {
    if (awaited.has(name)) script.dispatchEvent(new Event("error"));
  }

  /** @param {string} url */
  function nameOf(url) {
    return String(url.split("/").pop()).split(".")[0];
  }
})();
