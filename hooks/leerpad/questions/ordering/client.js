/* Items in the right order. A response is the list of their keys, from top to bottom. */
/// with rich
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/words.js" />
/// <reference path="../shared/review.js" />
/// <reference path="../shared/sortable.js" />
(function () {
  "use strict";
  const { el, words, review, sortable } = Leerpad;

  /** @param {Json} value @returns {string[]} */
  const strings = (value) => (Array.isArray(value) ? value.map(String) : []);

  /** The right place of each item, in the order of the response; null if these aren't the question's items, each once. @param {Question & OrderingKey} question @param {LearnerResponse} response */
  function places({ items: right }, response) {
    const keys = [...new Set(strings(response))];
    const complete = Array.isArray(response) && response.length === right.length && keys.length === right.length;
    return complete && keys.every((key) => right.includes(key)) ? keys.map((key) => right.indexOf(key)) : null;
  }

  /**
   * The longest row that rises, whatever stands between; of equals, the one with most items on their own place.
   * A row of one is no order.
   * @param {number[]} places
   */
  function longestRow(places) {
    /** @param {number[]} row */
    const worth = (row) => row.length + row.filter((place) => places[place] === place).length / 1e3;
    /** @param {number[][]} rows */
    const best = (rows) => rows.reduce((one, other) => (worth(other) > worth(one) ? other : one), []);
    /** @type {number[][]} The best row that ends at each item. */
    const rows = [];
    for (const place of places) rows.push([...best(rows.filter((row) => row[row.length - 1] < place)), place]);
    const row = best(rows);
    return row.length > 1 ? row : [];
  }

  /** @param {boolean} inRow @param {boolean} onPlace @returns {[state: Verdict, words: string]} */
  function verdict(inRow, onPlace) {
    if (inRow) return ["right", onPlace ? "order.right" : "order.in_order"];
    return onPlace ? ["missed", "order.place_only"] : ["wrong", "order.belongs"];
  }

  Leerpad.questions.ordering = {
    ...sortable,
    missing: (question, response) => (places(question, response) === null ? "order.untouched" : null),
    score(question, response) {
      const found = places(question, response) ?? [];
      const last = question.items.length - 1;
      const share = Math.max(0, longestRow(found).length - 1) / last;
      return Leerpad.score(question, share === 1 || question.scoring === "partial" ? share : 0);
    },
    mark(form, question, response, reasons) {
      const given = places(question, response);
      if (given === null) sortable.show(form, null);
      const row = longestRow(given ?? []);
      const right = question.items;
      sortable.items(form).forEach((item, index) => {
        const key = String(item.dataset.item);
        const place = right.indexOf(key);
        const [state, said] = given ? verdict(row.includes(place), place === index) : /** @type {const} */ (["left", "order.belongs"]);
        review.mark(item, state, words.text(said, { place: place + 1 }), review.reason(reasons, key));
      });
      form.querySelector(".lp-right-order")?.remove();
      if (row.length === right.length) return;
      const order = /** @type {Element} */ (Leerpad.copy(Leerpad.find(reasons, "[data-right-order]", Element)));
      for (const reason of order.querySelectorAll("[data-reason]")) reason.remove();
      sortable.list(form).after(el("div", { class: "lp-verdict lp-right-order" }, order));
    },
  };
})();
