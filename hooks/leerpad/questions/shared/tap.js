/*
 * Rows and options for a finger: tap a row, and its options open below it, each whole; tap one, and the next empty row opens.
 * It sets the selects, which lie over their rows unseen: keyboards and screen readers go on using those.
 */
/// <reference path="../../client/dom.js" />
(function () {
  "use strict";
  const { el } = Leerpad;

  /** @param {Element} row */
  const selectOf = (row) => Leerpad.find(row, "select", HTMLSelectElement);

  Leerpad.tapRows = function (form) {
    const picks = el("div", { class: "lp-picks", role: "group" });
    const rows = () => Leerpad.findAll(form, ".lp-row", HTMLElement);
    Leerpad.find(form, ".lp-assign", Element).classList.add("lp-tap");
    for (const row of rows()) selectOf(row).after(el("span", { class: "lp-slot", "aria-hidden": "true" }));
    form.addEventListener("click", tap);
    form.addEventListener("keydown", ({ key, target }) => {
      const row = /** @type {Element} */ (target).closest(".lp-row");
      if (key === "Escape" && row && picks.parentElement === row) close(row);
    });

    /** @param {Event} event */
    function tap(event) {
      const target = /** @type {Element} */ (event.target);
      const row = target.closest(".lp-row");
      if (!row || target.closest(".lp-picks") || row.closest("fieldset:disabled")) return;
      event.preventDefault(); // of a label: or its select would be pressed too
      if (picks.parentElement === row) close(row);
      else open(row);
    }

    /** @param {Element} row */
    function open(row) {
      const select = selectOf(row);
      const used = new Set(rows().map((other) => selectOf(other).value));
      const options = [...select.options].filter(({ value }) => value !== "");
      picks.setAttribute("aria-label", row.querySelector("label")?.textContent?.trim() ?? "");
      picks.replaceChildren(
        ...options.map(({ text, value, selected }) =>
          el(
            "button",
            {
              type: "button",
              class: "lp-pick",
              "aria-pressed": String(selected),
              "data-used": used.has(value),
              click: () => pick(row, value),
            },
            text,
          ),
        ),
      );
      row.append(picks);
      Leerpad.find(picks, "[aria-pressed=true], button", HTMLElement).focus({ preventScroll: true });
      row.scrollIntoView({ block: "nearest" });
    }

    /** @param {Element} row */
    function close(row) {
      picks.remove();
      selectOf(row).focus({ preventScroll: true });
    }

    /** Who taps what was chosen already means it once more: it stays. @param {Element} row @param {string} value */
    function pick(row, value) {
      const select = selectOf(row);
      select.value = value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
      const after = rows().slice(rows().indexOf(/** @type {HTMLElement} */ (row)) + 1);
      const next = after.find((other) => selectOf(other).value === "");
      if (next) open(next);
      else close(row);
    }
  };
})();
