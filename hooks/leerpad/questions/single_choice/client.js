/* One choice is right. A response is the key of a choice. */
(function () {
  "use strict";

  Leerpad.questions.single_choice = {
    read: (form) => Leerpad.choices.selected(form)[0] ?? null,
    show: (form, response) => Leerpad.choices.select(form, typeof response === "string" ? [response] : [""]),
    score(question, response) {
      const right = response === question.correct;
      return { points: right ? question.points : 0, max: question.points, right };
    },
    mark(form, question, response, reasons) {
      Leerpad.choices.mark(form, [String(question.correct)], response === null ? [] : [String(response)], reasons);
    },
    arrange: (form, seed) => Leerpad.choices.arrange(form, seed),
  };
})();
