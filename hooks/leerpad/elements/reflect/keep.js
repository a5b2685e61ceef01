/* Keeps what a learner writes at a question to think about, wherever it is asked. */
/// <reference path="../../client/namespace.js" />
(function () {
  "use strict";

  Leerpad.keepNote = function (store, id, text, prompt) {
    const old = store.progress.notes[id];
    if ((old?.text ?? "") === text) return;
    store.update(({ notes }, { put }) => put(notes, id, { text, prompt }));
  };
})();
