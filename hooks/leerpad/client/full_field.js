/* A field takes as many letters as can be kept, and the browser drops the rest without a word. These are the words. */
/// <reference path="dom.js" />
/// <reference path="words.js" />
(function () {
  "use strict";
  const { el, words } = Leerpad;

  document.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) || target.maxLength < 1) return;
    const said = target.nextElementSibling?.matches(".lp-full-field") ? target.nextElementSibling : null;
    const isFull = target.value.length >= target.maxLength;
    if (isFull && !said)
      target.after(el("span", { class: "lp-full-field", role: "alert" }, words.text("field.full", { n: words.number(target.maxLength) })));
    if (!isFull) said?.remove();
  });
})();
