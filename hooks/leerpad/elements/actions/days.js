/* Choosing a day: one of two near ones with a press, or any other. */
/// copied
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { el, words, store } = Leerpad;
  const [WEEK, THREE_WEEKS] = [7, 21];

  /** The day so many days from today, and the Monday after it if that is in a weekend. @param {number} count */
  function inDays(count) {
    const day = new Date(`${store.today}T00:00Z`);
    day.setUTCDate(day.getUTCDate() + count);
    while (day.getUTCDay() % 6 === 0) day.setUTCDate(day.getUTCDate() + 1);
    return day.toISOString().slice(0, 10);
  }

  Leerpad.inThreeWeeks = () => inDays(THREE_WEEKS);

  Leerpad.nearDays = function (choose) {
    let chosen = "";
    const near = /** @type {const} */ ([
      ["days.week", WEEK],
      ["days.three_weeks", THREE_WEEKS],
    ]).map(([key, count]) => {
      const day = el("span", { class: "lp-day" });
      const button = Leerpad.button(key, () => choose(chosen === inDays(count) ? "" : inDays(count)));
      button.append(" ", day);
      return { button, day, count };
    });
    return {
      elements: near.map(({ button }) => button),
      show(day) {
        chosen = day;
        for (const one of near) {
          one.day.textContent = words.weekday(inDays(one.count));
          one.button.setAttribute("aria-pressed", String(day === inDays(one.count)));
        }
      },
    };
  };

  Leerpad.dayChooser = function (choose) {
    let chosen = "";
    const near = Leerpad.nearDays(choose);
    // What is half typed lies before today, and isn't taken. Without a last day a year of six figures can be typed.
    const take = () => field.validity.valid && field.value !== chosen && choose(field.value);
    const attributes = { type: "date", class: "lp-field", min: store.today, max: "9999-12-31", change: take };
    const field = el("input", attributes);
    return {
      element: el("div", { class: "lp-days" }, ...near.elements, el("label", {}, el("span", {}, words.text("days.other")), field)),
      show(day) {
        chosen = day;
        near.show(day);
        if (document.activeElement !== field) field.value = day;
      },
    };
  };
})();
