/* What is said at each part of an answer when it is known: a sign, words, and the reason from the answer sheet. */
/// <reference path="../../client/dom.js" />
(function () {
  "use strict";
  const { el, icon } = Leerpad;
  const SIGNS = { right: "right", wrong: "wrong", missed: "partial", left: "wrong" };

  Leerpad.score = function ({ points: max }, hits, all = 1) {
    const right = hits === all;
    return { points: right ? max : (max * hits) / all, max, right };
  };

  Leerpad.review = {
    /** A copy of the reason that the answer sheet gives for a part, or null. */
    reason(reasons, key) {
      const reason = [...reasons.querySelectorAll("[data-answer]")]
        .find((answer) => answer.getAttribute("data-answer") === key)
        ?.querySelector("[data-reason]");
      return reason ? el("div", { class: "lp-reason" }, ...Leerpad.copies(reason)) : null;
    },

    /** Put a verdict at the end of `place`. A verdict that stands there already is replaced. */
    mark(place, state, text, reason, sign = SIGNS[state]) {
      place.classList.add("lp-marked");
      place.dataset.verdict = state;
      place.querySelector(":scope > .lp-verdict")?.remove();
      place.append(el("div", { class: "lp-verdict" }, el("p", { class: "lp-verdict-word" }, icon(sign), text), reason));
    },
  };
})();
