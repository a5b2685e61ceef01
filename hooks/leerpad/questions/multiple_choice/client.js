/* Several choices may be right. A response is a list of keys. */
/// <reference path="../shared/choices.js" />
/// <reference path="../shared/review.js" />
(function () {
  "use strict";

  /** @param {Json} value @returns {string[]} */
  const list = (value) => (Array.isArray(value) ? [...new Set(value.map(String))] : []);

  Leerpad.questions.multiple_choice = {
    read(form) {
      const keys = Leerpad.choices.selected(form);
      return keys.length ? keys : null;
    },
    show: (form, response) => Leerpad.choices.select(form, Array.isArray(response) ? list(response) : [""]),
    score(question, response) {
      const correct = question.correct;
      const chosen = list(response);
      const hits = chosen.filter((key) => correct.includes(key)).length;
      const misses = chosen.length - hits;
      const share = Math.max(0, hits - misses) / correct.length;
      return Leerpad.score(question, share === 1 || question.scoring === "partial" ? share : 0);
    },
    tell: (form, question, response, reasons) => Leerpad.choices.tell(form, question.correct, list(response), reasons),
    mark: (form, question, response, reasons) => Leerpad.choices.mark(form, question.correct, list(response), reasons),
    arrange: (form, seed) => Leerpad.choices.arrange(form, seed),
  };
})();
