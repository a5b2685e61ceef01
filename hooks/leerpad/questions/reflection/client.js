/* A question to think about. A response is a text; it lives in the learner's notes and never scores. */
/// <reference path="../../client/dom.js" />
(function () {
  "use strict";

  /** @param {HTMLElement} form */
  const field = (form) => Leerpad.find(form, "textarea", HTMLTextAreaElement);

  Leerpad.questions.reflection = {
    isNote: true,
    read: (form) => field(form).value.trim() || null,
    show(form, response) {
      const text = typeof response === "string" ? response : "";
      // Setting a value moves the cursor: only where it says something else.
      if (field(form).value.trim() !== text) field(form).value = text;
      return true;
    },
    score: () => ({ points: 0, max: 0, right: true }),
    missing: () => null,
    mark() {}, // nothing is right or wrong; the sample comes with what is said afterwards
    arrange() {},
  };
})();
