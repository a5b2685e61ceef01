/*
 * Rows, each with a select of options. A response is {row: option}, with only the rows that are filled in.
 * Where there is a mouse, the options can also be dragged; with a finger they are tapped. Both set the selects, which do
 * all the work.
 */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/order.js" />
/// <reference path="../../client/words.js" />
/// <reference path="drag.js" />
/// <reference path="review.js" />
/// <reference path="tap.js" />
(function () {
  "use strict";
  const { el, words, order, review } = Leerpad;
  const CHIPS = ".lp-options > li";
  const HAND = "(pointer: coarse), (max-width: 30em)"; // a finger, or no room to drag

  /** @param {Element} form @returns {HTMLSelectElement[]} */
  const selects = (form) => Leerpad.findAll(form, ".lp-row > select", HTMLSelectElement);

  /** @param {Element} item A row, the select of a row, or an option in the pool. */
  const keyOf = (item) => String(item.closest("[data-key]")?.getAttribute("data-key"));

  /** @param {Json} value @returns {{ [key: string]: Json } | null} */
  const mapping = (value) => (value !== null && typeof value === "object" && !Array.isArray(value) ? value : null);

  /** @param {HTMLSelectElement} select @param {Json} key @returns {string | undefined} The words of an option. */
  const optionText = (select, key) => [...select.options].find(({ value }) => value !== "" && value === key)?.text;

  /** Show what is chosen at each row, and in the pool which options are in use, and how often. @param {Element} form */
  function showUse(form) {
    for (const slot of form.querySelectorAll(".lp-slot")) {
      const { value, selectedOptions } = /** @type {HTMLSelectElement} */ (slot.previousElementSibling);
      slot.textContent = selectedOptions[0]?.text ?? "";
      slot.toggleAttribute("data-empty", value === "");
    }
    const chosen = selects(form).map(({ value }) => value);
    for (const chip of form.querySelectorAll(CHIPS)) {
      const count = chosen.filter((key) => key === keyOf(chip)).length;
      chip.toggleAttribute("data-used", count > 0);
      chip.setAttribute("data-count", String(count));
    }
  }

  /** Put children in the order of a seed; the empty option of a select stays first. @param {Element} list @param {string} seed */
  function mix(list, seed) {
    const items = new Map([...list.children].map((item) => [item.getAttribute("value") ?? keyOf(item), item]));
    list.append(
      ...order
        .by(
          seed,
          [...items.keys()].filter((key) => key !== ""),
        )
        .map((key) => /** @type {Element} */ (items.get(key))),
    );
  }

  /** An option dragged onto a row, or the grip of a row onto an option. @param {HTMLElement} form */
  function makeDraggable(form) {
    const pool = Leerpad.find(form, ".lp-pool", Element);
    pool.setAttribute("aria-hidden", "true"); // the selects say and do the same
    pool.prepend(el("p", { class: "lp-drag-hint" }, words.text("assign.drag")));
    for (const row of form.querySelectorAll(".lp-row")) {
      const text = row.querySelector("label")?.textContent?.trim() ?? "";
      row.prepend(el("span", { class: "lp-grip", "aria-hidden": "true", "data-text": text }));
    }

    /** @type {[x: number, y: number] | null} */
    let from = null;

    /** @param {HTMLElement} handle @param {Element[]} under @returns {Element | null} What it would be dropped on. */
    function target(handle, under) {
      const wanted = handle.matches(CHIPS) ? ".lp-row" : CHIPS;
      const found = under.map((element) => element.closest(wanted)).find((element) => element && form.contains(element));
      return found ?? null;
    }

    /** @param {HTMLElement} handle */
    function cancel(handle) {
      from = null;
      handle.style.translate = "";
      form.querySelector(".lp-aim")?.classList.remove("lp-aim");
    }

    Leerpad.drag(form, `.lp-grip, ${CHIPS}`, {
      move(handle, under, { pageX, pageY }) {
        from ??= [pageX, pageY];
        handle.style.translate = `${pageX - from[0]}px ${pageY - from[1]}px`;
        form.querySelector(".lp-aim")?.classList.remove("lp-aim");
        target(handle, under)?.classList.add("lp-aim");
      },
      drop(handle, under) {
        const found = target(handle, under);
        cancel(handle);
        if (found === null) return;
        const [row, chip] = handle.matches(CHIPS) ? [found, handle] : [handle.closest(".lp-row"), found];
        const select = /** @type {HTMLSelectElement} */ (row?.querySelector("select"));
        select.value = keyOf(chip);
        select.dispatchEvent(new Event("change", { bubbles: true }));
      },
      cancel,
    });
  }

  Leerpad.assign = {
    connect(form) {
      if (matchMedia(HAND).matches) Leerpad.tapRows(form);
      else makeDraggable(form);
      form.addEventListener("change", () => showUse(form));
    },

    read(form) {
      const filled = selects(form).filter(({ value }) => value !== "");
      return filled.length ? Object.fromEntries(filled.map((select) => [keyOf(select), select.value])) : null;
    },

    show(form, response) {
      const all = selects(form);
      const wanted = Object.entries(mapping(response) ?? {});
      /** @param {[string, Json]} entry */
      const isKnown = ([row, option]) => all.some((select) => keyOf(select) === row && optionText(select, option) !== undefined);
      const fits = mapping(response) !== null && wanted.every(isKnown);
      const values = new Map(fits ? wanted : []);
      for (const select of all) select.value = String(values.get(keyOf(select)) ?? "");
      showUse(form);
      return fits;
    },

    score(question, response) {
      const given = mapping(response) ?? {};
      const rows = Object.entries(question.correct);
      const hits = rows.filter(([row, option]) => given[row] === option).length;
      return Leerpad.score(question, hits, rows.length);
    },

    missing(question, response) {
      const given = mapping(response) ?? {};
      const rows = Object.keys(question.correct);
      const empty = rows.filter((row) => !given[row]).length;
      if (empty === 0) return null;
      return empty === rows.length ? "quiz.nothing_chosen" : empty === 1 ? "assign.one_empty" : "assign.some_empty";
    },

    mark(form, question, response, reasons) {
      form.querySelector(".lp-picks")?.remove();
      const given = mapping(response) ?? {};
      const correct = question.correct;
      for (const select of selects(form)) {
        const key = keyOf(select);
        const answer = optionText(select, given[key]);
        const right = optionText(select, correct[key]) ?? "";
        const isRight = given[key] === correct[key];
        const said = isRight ? "question.right" : answer === undefined ? "assign.empty" : "question.wrong";
        const details = el(
          "div",
          {},
          answer === undefined ? null : el("p", {}, words.text("assign.yours", { answer })),
          isRight ? null : el("p", {}, words.text("assign.right", { answer: right })),
          review.reason(reasons, key),
        );
        const row = /** @type {HTMLElement} */ (select.parentElement);
        review.mark(row, isRight ? "right" : answer === undefined ? "missed" : "wrong", words.text(said), details);
      }
    },

    /** Mix the rows, or else the options: see `mixes_rows` in assign.py. */
    arrange(form, seed) {
      const rows = Leerpad.find(form, ".lp-rows", Element);
      if (rows.hasAttribute("data-mix")) return mix(rows, seed);
      mix(Leerpad.find(form, ".lp-options", Element), seed);
      for (const select of selects(form)) {
        const { value } = select;
        mix(select, seed);
        select.value = value;
      }
    },
  };
})();
