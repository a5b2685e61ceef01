/* Words, numbers and dates in the language of the course. */
/// <reference path="namespace.js" />
(function () {
  "use strict";
  const { language } = Leerpad.course;
  /** @type {Intl.NumberFormat | undefined} */
  let figures;

  Leerpad.words = {
    text(key, params = {}) {
      const words = window.LeerpadWords; // each bundle brings its own
      const text = Object.hasOwn(words, key) ? words[key] : undefined;
      if (text === undefined) throw new Error(`no words for "${key}"`);
      return text.replace(/\{(\w+)\}/g, (gap, name) => (Object.hasOwn(params, name) ? String(params[name]) : gap));
    },
    plural(key, count, params = {}) {
      const form = `${key}.${new Intl.PluralRules(language).select(count)}`;
      return this.text(Object.hasOwn(window.LeerpadWords, form) ? form : `${key}.other`, { n: count, ...params });
    },
    points({ points, max }) {
      return this.plural("question.points", max, { points: this.number(points), max: this.number(max) });
    },
    number(value) {
      figures ??= new Intl.NumberFormat(language, { maximumFractionDigits: 2 }); // to make one takes as long as a question
      return figures.format(value);
    },
    /** One figure after the point, always: 3 is said as 3.0 beside 3.4. */
    decimal(value) {
      return new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
    },
    percent(share) {
      // Never round up to a mark that was not reached: 69.6% is not yet 70%.
      return `${Math.floor(share * 100 + 1e-9)}%`;
    },
    /** A day without a time; one that is written as 2026-05-31 is the same day everywhere. */
    day(time) {
      const zone = typeof time === "string" ? { timeZone: "UTC" } : {};
      return new Intl.DateTimeFormat(language, { dateStyle: "long", ...zone }).format(new Date(time));
    },
    /** A day of the coming time, by its name: “maandag 7 december”. */
    weekday(day) {
      const parts = /** @type {const} */ ({ weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
      return new Intl.DateTimeFormat(language, parts).format(new Date(day));
    },
    list: (texts) => new Intl.ListFormat(language).format(texts),
    quoted(texts) {
      return this.list(texts.map((text) => this.text("quoted", { text })));
    },
    date(time) {
      return new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" }).format(new Date(time));
    },
  };
})();
