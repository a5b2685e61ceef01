/* One choice is right. A response is the key of a choice. */
/// <reference path="../shared/choices.js" />
/// <reference path="../shared/review.js" />
(function () {
  "use strict";

  Leerpad.questions.single_choice = {
    read: (form) => Leerpad.choices.selected(form)[0] ?? null,
    show: (form, response) => Leerpad.choices.select(form, typeof response === "string" ? [response] : [""]),
    score: (question, response) => Leerpad.score(question, Number(response === question.correct)),
    tell: (form, question, response, reasons) => Leerpad.choices.tell(form, [question.correct], [String(response)], reasons),
    mark(form, question, response, reasons) {
      Leerpad.choices.mark(form, [question.correct], response === null ? [] : [String(response)], reasons);
    },
    arrange: (form, seed) => Leerpad.choices.arrange(form, seed),
  };
})();
