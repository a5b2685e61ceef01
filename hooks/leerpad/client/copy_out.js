/* Give the learner a text to paste elsewhere. Where a page may not write to the clipboard, the learner copies it by hand. */
/// <reference path="dom.js" />
/// <reference path="words.js" />
(function () {
  "use strict";
  const { el, words } = Leerpad;

  Leerpad.copyOut = function (place, label, copied) {
    const status = el("p", { role: "status" });
    const field = el("textarea", {
      class: "lp-field lp-copy-out",
      rows: "8",
      readonly: true,
      hidden: true,
      "aria-label": words.text(label),
    });
    place.append(status, field);
    return async (text) => {
      const { clipboard } = navigator; // only where a page is safe: over https, not over http
      const isCopied = await (clipboard
        ? clipboard.writeText(text).then(
            () => true,
            () => false,
          )
        : false);
      field.hidden = isCopied;
      field.value = text;
      if (!isCopied) field.select();
      status.textContent = words.text(isCopied ? copied : "copy.yourself");
    };
  };
})();
