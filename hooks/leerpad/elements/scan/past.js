/* The list of scans that were filled in before: put one beside the picture, or take one away. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { el, words, button } = Leerpad;

  Leerpad.scanPast = function ({ past, beside, isOpen, choose, remove }) {
    if (past.length === 0) return [];
    const lines = past.map(({ key, finished }) => {
      const day = words.date(finished);
      /** @param {string} name @param {() => void} click */
      const press = (name, click) => {
        const made = button(name, click);
        made.setAttribute("aria-label", `${made.textContent}: ${day}`);
        return made;
      };
      const compare = beside === key ? press("scan.apart", () => choose?.("")) : press("scan.beside", () => choose?.(key));
      return el(
        "li",
        {},
        el("span", {}, day),
        choose && compare,
        press("scan.remove", () => remove(key)),
      );
    });
    const summary = el("summary", {}, words.text("scan.past", { n: past.length }));
    return [el("details", { class: "lp-scan-past", open: isOpen }, summary, el("ul", {}, ...lines))];
  };
})();
