/* The numbers that somebody who types one can mean. Pure. */
/// <reference path="../../client/namespace.js" />
(function () {
  "use strict";
  const PLAIN = /^\d*[.,]?\d+$/;
  const GROUPED = /^[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d+)?$/;

  /**
   * The numbers that a text can mean: none, one, or both one and a quarter and 1250 for “1.250”.
   * @param {LearnerResponse} response
   * @param {string} unit
   */
  function readings(response, unit) {
    if (typeof response !== "string") return [];
    let text = tidy(response);
    if (unit && text.endsWith(tidy(unit))) text = text.slice(0, -tidy(unit).length);
    text = tidy(text.replace(/^([-+]?)[€%]|[€%]$/g, "$1"));
    const sign = text.startsWith("-") ? -1 : 1;
    text = text.replace(/^[-+]/, "");
    const numbers = PLAIN.test(text) ? [text] : [];
    const mark = GROUPED.exec(text)?.[1];
    if (mark) numbers.push(text.replaceAll(mark, ""));
    return numbers.map((number) => sign * Number(number.replace(",", ".")));
  }

  /** In small letters, with plain minus signs, without spaces or what ends a sentence or a price: “€ 50,-”. @param {string} text */
  function tidy(text) {
    return text
      .replace(/[\s\p{Cf}]+/gu, "")
      .toLowerCase()
      .replace(/[‐‑‒–—―−]/g, "-")
      .replace(/[.,]-*$/, "");
  }

  Leerpad.readings = readings;
})();
