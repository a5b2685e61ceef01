/*
 * What belongs to this visit of a page: it comes back after a reload and with the Back button, and is gone with the tab.
 * Kept in `history.state`, so the address stays as it is. Safari allows 100 writes in 30 seconds and throws at the next,
 * so writes that come fast, such as those of a key held down, are put together.
 */
/// copied
/// <reference path="namespace.js" />
(function () {
  "use strict";
  const [MOST, PERIOD] = [40, 30_000]; // at once; with one a second after that, never more than 70 in 30 s
  const PAUSE = 1_000;
  /** When the last ones were written. @type {number[]} */
  let written = [];
  /** What is still to be written. @type {Record<string, unknown> | null} */
  let waiting = null;

  function write() {
    if (waiting === null) return;
    history.replaceState({ ...history.state, ...waiting }, "");
    waiting = null;
    written = [...written.slice(1 - MOST), performance.now()];
  }

  window.addEventListener("pagehide", write);

  Leerpad.visit = {
    get: (name) => (waiting && name in waiting ? waiting[name] : history.state?.[name]),

    set(values) {
      if (Object.entries(values).every(([name, value]) => Leerpad.visit.get(name) === value)) return;
      const isFirst = waiting === null;
      waiting = { ...waiting, ...values };
      if (!isFirst) return;
      const isFast = written.length === MOST && performance.now() - written[0] < PERIOD;
      if (isFast) setTimeout(write, PAUSE);
      else queueMicrotask(write); // all quizzes of a page in one write
    },
  };
})();
