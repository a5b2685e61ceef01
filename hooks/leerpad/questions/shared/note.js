/* A text of the learner's own: how it is read and shown where one writes it, in a quiz or outside. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/namespace.js" />
(function () {
  "use strict";

  /** @param {HTMLElement} form */
  const field = (form) => Leerpad.find(form, "textarea", HTMLTextAreaElement);

  Leerpad.note = {
    read: (form) => field(form).value.trim() || null,
    show(form, response) {
      const text = typeof response === "string" ? response : "";
      // Setting a value moves the cursor: only where it says something else.
      if (field(form).value.trim() !== text) field(form).value = text;
      return true;
    },
  };
})();
