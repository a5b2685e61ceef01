/* A quiz that follows what is stored, also by another tab, without a hand on what the learner is writing. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/merge.js" />
/// <reference path="../../client/progress.js" />
(function () {
  "use strict";
  const { canonical } = Leerpad.progress;

  Leerpad.followAttempt = function (screen, signal) {
    const { forms, store, session } = screen;
    /** What was stored for a question while somebody wrote there: shown when they leave. @type {Set<LeerpadQuestionView>} */
    const behind = new Set();

    /** The answers that the screen was told of. */
    let shown = { ...session.attempt.answers };

    /** @param {LeerpadQuestionView} view */
    function isChanged({ data, type, fieldset, feedback }) {
      const isAlive = feedback.isConnected;
      const note = store.progress.notes[data.id]?.text || null;
      if (type.isNote && isAlive && type.read(fieldset) !== note) return true;
      const [was, is] = [shown[data.id], session.attempt.answers[data.id]];
      if (was === is || canonical(was) === canonical(is)) return false;
      return !isAlive || is === undefined || is.checked || canonical(type.read(fieldset)) !== canonical(is.value);
    }

    /** Everything anew, with what is being typed as it is. */
    function renderAround() {
      const typed = screen.asked().find((view) => Leerpad.isTypedIn(view.fieldset));
      const field = typed && /** @type {HTMLElement} */ (document.activeElement);
      const said = typed?.type.read(typed.fieldset);
      screen.renderAndKeepFocus();
      if (!typed || !field || said === undefined || typed.fieldset.disabled || !screen.asked().includes(typed)) return;
      if (canonical(typed.type.read(typed.fieldset)) !== canonical(said)) {
        typed.type.show(typed.fieldset, said);
        behind.add(typed);
      }
      field.focus({ preventScroll: true }); // it may stand elsewhere now
    }

    function follow() {
      const { id, attempt } = session;
      session.load();
      if (id !== session.id || attempt.finished !== session.attempt.finished) {
        shown = { ...session.attempt.answers };
        return renderAround();
      }
      // What another tab stored may have come with an answer of our own, so it is asked what the screen knows.
      const changed = screen.asked().filter(isChanged);
      shown = { ...session.attempt.answers };
      for (const view of changed) if (Leerpad.isTypedIn(view.fieldset)) behind.add(view);
      if (changed.length) screen.renderAndKeepFocus(changed.filter((view) => !behind.has(view)));
    }

    function catchUp() {
      const left = [...behind].filter((view) => !view.fieldset.contains(document.activeElement));
      for (const view of left) {
        behind.delete(view);
        screen.showQuestion(view);
      }
    }

    store.subscribe(follow, signal);
    for (const form of forms) form.addEventListener("focusout", catchUp, { signal });
  };
})();
