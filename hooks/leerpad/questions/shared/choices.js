/* A list of radio buttons or checkboxes: reading, restoring, ordering and marking. Used by several question types. */
/// <reference path="../../client/order.js" />
/// <reference path="../../client/words.js" />
/// <reference path="review.js" />
(function () {
  "use strict";
  const { words, review } = Leerpad;

  /** @param {Element} form @returns {HTMLInputElement[]} */
  function inputs(form) {
    return [...form.querySelectorAll(".lp-choices input")].filter((input) => input instanceof HTMLInputElement);
  }

  Leerpad.choices = {
    /** The keys of the chosen ones, sorted: the order on the screen means nothing. */
    selected: (form) =>
      inputs(form)
        .filter((input) => input.checked)
        .map((input) => input.value)
        .sort(),

    /** Choose these and no others. False, and nothing chosen, if one of them isn't there any more. */
    select(form, keys) {
      const all = inputs(form);
      const known = keys.every((key) => all.some((input) => input.value === key));
      for (const input of all) input.checked = known && keys.includes(input.value);
      return known;
    },

    /** Say at each choice whether it was right, and why. `reasons` is the question's part of the answer sheet. */
    mark(form, correct, chosen, reasons) {
      const oneAnswer = inputs(form)[0]?.type === "radio";
      for (const input of inputs(form)) {
        const choice = /** @type {HTMLElement} */ (input.closest("li"));
        const isRight = correct.includes(input.value);
        const isChosen = chosen.includes(input.value);
        const [state, key, sign] = verdict(isRight, isChosen, oneAnswer);
        const said = isChosen ? `${words.text(key)} (${words.text("choice.yours")})` : words.text(key);
        review.mark(choice, state, said, review.reason(reasons, input.value), sign);
      }
    },

    /** The texts of what was chosen and of what is right, and the reasons of both. */
    tell(form, correct, chosen, reasons) {
      /** @param {string[]} keys */
      const texts = (keys) =>
        inputs(form)
          .filter(({ value }) => keys.includes(value))
          .map((input) => input.closest("label")?.textContent?.trim())
          .join("; ");
      const wrong = chosen.filter((key) => !correct.includes(key));
      const why = [...wrong, ...correct].flatMap((key) => review.reason(reasons, key) ?? []);
      return { given: texts(chosen), right: texts(correct), reasons: why };
    },

    /** Shuffle, if the question says so; pinned choices keep their place. */
    arrange(form, seed) {
      const list = form.querySelector(".lp-choices[data-shuffle]");
      if (list === null) return;
      const items = /** @type {HTMLElement[]} */ ([...list.children]);
      /** @param {HTMLElement} item */
      const key = (item) => item.querySelector("input")?.value ?? "";
      for (const [place, item] of items.entries()) item.dataset.place ??= String(place); // the first time, as the author wrote it
      items.sort((a, b) => Number(a.dataset.place) - Number(b.dataset.place));
      const free = items.filter((item) => !("pinned" in item.dataset));
      const order = Leerpad.order.by(seed, free.map(key));
      const shuffled = order.map((name) => /** @type {HTMLElement} */ (free.find((item) => key(item) === name)));
      list.append(...items.map((item) => ("pinned" in item.dataset ? item : /** @type {HTMLElement} */ (shuffled.shift()))));
    },
  };

  /**
   * The state of a choice, the words for it and the sign beside them.
   * @param {boolean} isRight
   * @param {boolean} isChosen
   * @param {boolean} oneAnswer
   * @returns {[state: Verdict, words: string, sign: string]}
   */
  function verdict(isRight, isChosen, oneAnswer) {
    if (isRight && isChosen) return ["right", "choice.right_chosen", "right"];
    if (isRight && oneAnswer) return ["right", "choice.right", "right"];
    if (isRight) return ["missed", "choice.right_missed", "partial"];
    if (isChosen) return ["wrong", "choice.wrong_chosen", "wrong"];
    return oneAnswer ? ["left", "choice.wrong", "wrong"] : ["left", "choice.wrong_left", "right"];
  }
})();
