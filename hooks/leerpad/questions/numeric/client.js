/* A number. A response is the text as typed. */
/// with rich
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/words.js" />
/// <reference path="../shared/review.js" />
/// <reference path="../shared/readings.js" />
(function () {
  "use strict";
  const { words, review, readings } = Leerpad;

  /** @param {HTMLElement} form */
  const field = (form) => Leerpad.find(form, ".lp-field", HTMLInputElement);

  /** As the answer sheet writes it: see form.html. @param {string} number @param {string} unit */
  function amount(number, unit) {
    if (unit === "" || number.includes(unit)) return number;
    return unit === "€" ? `€ ${number}` : `${number}${unit === "%" ? "" : " "}${unit}`;
  }

  Leerpad.questions.numeric = {
    read: (form) => (field(form).value.trim() === "" ? null : field(form).value),
    show(form, response) {
      const text = typeof response === "string" ? response : "";
      if (field(form).value !== text) field(form).value = text; // some browsers move the cursor to the end otherwise
      return text !== "";
    },
    score(question, response) {
      const right = readings(response, question.unit).some((number) => number >= question.low && number <= question.high);
      return Leerpad.score(question, Number(right));
    },
    tell: (_, question, response, reasons) => ({
      given: amount(String(response).trim(), question.unit),
      right: String(reasons.querySelector("[data-right] > span")?.textContent),
      reasons: [review.reason(reasons, "number")].flatMap((reason) => reason ?? []),
    }),
    mark(form, question, response, reasons) {
      const { right } = this.score(question, response);
      const answer = String(reasons.querySelector("[data-right]")?.textContent);
      const place = Leerpad.find(form, ".lp-number", HTMLElement);
      const wrong = response === null ? "text.empty" : "text.wrong";
      const said = words.text(right ? (question.low === question.high ? "question.right" : "text.right_with") : wrong, { answer });
      review.mark(place, right ? "right" : "wrong", said, review.reason(reasons, "number"));
    },
    arrange() {}, // there is only one field
    missing(question, response) {
      if (typeof response !== "string" || response.trim() === "") return "numeric.missing";
      return readings(response, question.unit).length ? null : "numeric.not_a_number";
    },
  };
})();
