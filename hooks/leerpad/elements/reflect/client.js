/* What a learner writes at a question to think about, and a question that stands outside a quiz. */
/// with lesson
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../questions/shared/note.js" />
/// <reference path="keep.js" />
(function () {
  "use strict";

  /** @param {HTMLElement} host @returns {LeerpadElement | null} */
  function make(host) {
    const { note, store } = Leerpad;
    const id = String(host.dataset.note);
    const prompt = host.querySelector(".lp-prompt")?.textContent?.trim() ?? "";
    // What another tab stored waits until whoever writes here has left the field.
    const show = () => {
      if (!Leerpad.isTypedIn(host)) note.show(host, store.progress.notes[id]?.text ?? "");
    };
    const keep = () => Leerpad.keepNote(store, id, String(note.read(host) ?? ""), prompt);
    return {
      connect(signal) {
        host.addEventListener("change", keep, { signal });
        host.addEventListener("focusout", show, { signal });
        host.addEventListener("input", Leerpad.afterTyping(keep, signal), { signal });
        store.follow(show, signal);
      },
    };
  }

  Leerpad.define("leerpad-reflect", make, "passed");
})();
