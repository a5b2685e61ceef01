/* True or not true. A response is true or false. */
/// <reference path="../shared/choices.js" />
/// <reference path="../shared/review.js" />
(function () {
  "use strict";

  Leerpad.questions.true_false = {
    read(form) {
      const [value] = Leerpad.choices.selected(form);
      return value === undefined ? null : value === "true";
    },
    show: (form, response) => Leerpad.choices.select(form, [typeof response === "boolean" ? String(response) : ""]),
    score: (question, response) => Leerpad.score(question, Number(response === question.correct)),
    tell: (form, question, response, reasons) => Leerpad.choices.tell(form, [String(question.correct)], [String(response)], reasons),
    mark(form, question, response, reasons) {
      Leerpad.choices.mark(form, [String(question.correct)], response === null ? [] : [String(response)], reasons);
    },
    arrange() {}, // true stands before not true, always
  };
})();
