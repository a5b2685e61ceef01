/* A table that scrolls in a box of its own where it is too wide, which a keyboard reaches. */
/// copied
/// <reference path="dom.js" />
(function () {
  "use strict";

  Leerpad.table = function (label, heads, rows) {
    const { el } = Leerpad;
    return el(
      "div",
      { class: "lp-table-wrap", tabindex: "0", role: "region", "aria-label": label },
      el(
        "table",
        {},
        el("thead", {}, el("tr", {}, ...heads.map((head) => el("th", { scope: "col" }, head)))),
        el(
          "tbody",
          {},
          ...rows.map(([head, ...cells]) =>
            el(
              "tr",
              {},
              el("th", { scope: "row" }, head),
              ...cells.map((cell) => (cell instanceof HTMLTableCellElement ? cell : el("td", {}, cell))),
            ),
          ),
        ),
      ),
    );
  };
})();
