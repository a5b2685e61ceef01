/* What the learner thinks before the text tells it. It is never scored; at the end of the check it comes back. */
/// with quiz
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/headings.js" />
/// <reference path="../../client/merge.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
/// <reference path="../quiz/question.js" />
(function () {
  "use strict";
  const { el, words, store, find } = Leerpad;

  /** What was thought; null if nothing was, or if another answer is right by now. @param {Question} question */
  function kept({ id, revision }) {
    const prediction = store.progress.predictions[id];
    return prediction?.revision === revision ? prediction.value : null;
  }

  class Predict {
    #view;
    #form;
    /** @type {LearnerResponse | undefined} */
    #shown;

    /** @param {HTMLElement} host */
    constructor(host) {
      const item = find(host, ".lp-question", HTMLElement);
      this.#form = find(host, "form", HTMLFormElement);
      this.#view = new Leerpad.QuestionView(item, item, Leerpad.headingLevel(host));
      this.#view.arrange(this.#view.data.id);
    }

    /** @param {AbortSignal} signal */
    connect(signal) {
      this.#form.addEventListener("submit", (event) => event.preventDefault(), { signal });
      this.#form.addEventListener("keydown", (event) => this.#press(event), { signal });
      this.#form.addEventListener("input", () => this.#view.setMissing(""), { signal });
      store.follow(() => this.#show(), signal);
    }

    /** What is chosen and not kept yet stays as long as nothing is kept elsewhere. */
    #show() {
      const { type, fieldset, data, feedback } = this.#view;
      const value = kept(data);
      if (this.#shown !== undefined && Leerpad.progress.same(this.#shown, value)) return;
      this.#shown = value;
      const fits = type.show(fieldset, value) && value !== null;
      fieldset.disabled = fits;
      feedback.replaceChildren(
        fits
          ? el("p", { class: "lp-predicted", tabindex: "-1" }, words.text("predict.kept"))
          : Leerpad.button("predict.keep", () => this.#keep(), ""),
      );
    }

    /** @param {KeyboardEvent} event */
    #press(event) {
      if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement) || event.target.type !== "text") return;
      event.preventDefault();
      if (!event.isComposing) this.#keep();
    }

    #keep() {
      const view = this.#view;
      const { id, revision } = view.data;
      const value = view.type.read(view.fieldset);
      const missing = view.missing({ value, revision, at: 0, checked: false });
      if (missing !== null) {
        view.setMissing(words.text(missing));
        return Leerpad.firstControl(view.fieldset)?.focus();
      }
      store.update(({ predictions }, { put }) => put(predictions, id, { value, revision }));
      this.#show();
      find(view.feedback, ".lp-predicted", HTMLElement).focus({ preventScroll: true });
    }
  }

  /** The end of the check: what was thought first, beside what the text says. @param {HTMLElement} host @returns {LeerpadElement} */
  function recall(host) {
    const id = String(host.dataset.recall);
    /** @type {LearnerResponse | undefined} */
    let shown;

    function show() {
      const item = find(document, `#question-${id}`, HTMLElement);
      const question = Leerpad.data(item, "question");
      const value = kept(question);
      if (shown !== undefined && Leerpad.progress.same(shown, value)) return;
      shown = value;
      const parts = value === null ? [] : comparison(item, question, value);
      host.hidden = parts.length === 0;
      host.replaceChildren(...parts);
    }

    /** @param {HTMLElement} item @param {Question} question @param {LearnerResponse} value */
    function comparison(item, question, value) {
      const type = Leerpad.questions[question.type];
      const sheet = find(document, `[data-answers="${id}"]`, HTMLElement);
      const { given, right, reasons } = type.tell?.(item, question, value, sheet) ?? { given: "", right: "", reasons: [] };
      if (given === "") return []; // the choice isn't there any more
      const says = (/** @type {string} */ key, /** @type {string} */ said) => el("p", {}, words.text(key), " ", el("b", {}, said));
      return [
        Leerpad.heading(Leerpad.headingLevel(host) + 1, { class: "lp-recall-title" }, words.text("predict.back")),
        el("div", { class: "lp-recall-prompt" }, ...Leerpad.copies(item.querySelector(".lp-prompt"))),
        says("predict.first", given),
        ...(type.score(question, value).right ? [el("p", {}, words.text("predict.holds"))] : []),
        ...(given === right ? [] : [says("predict.now", right)]),
        ...reasons,
        ...Leerpad.copies(sheet.querySelector("[data-explanation]")),
      ];
    }

    return { connect: (signal) => store.follow(show, signal) };
  }

  Leerpad.define("leerpad-predict", (host) => new Predict(host), "passed");
  Leerpad.define("leerpad-recall", recall, "passed");
})();
