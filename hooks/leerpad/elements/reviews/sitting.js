/* One sitting of reviews: a few questions, one after the other, each with what was right. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/headings.js" />
/// <reference path="../../client/order.js" />
/// <reference path="../../client/words.js" />
/// <reference path="../quiz/attempt.js" />
/// <reference path="../quiz/question.js" />
/// <reference path="load.js" />
(function () {
  "use strict";
  const { el, words } = Leerpad;

  class ReviewSitting {
    #list = el("ol", { class: "lp-questions lp-alone" });
    #sheet = el("ol", { hidden: true });
    #form;
    #seed = String(Leerpad.order.newSeed());
    /** @type {LeerpadQuestionView | null} */
    #view = null;
    #number = 0;
    #right = 0;

    /**
     * @param {HTMLElement} place
     * @param {{ script: string, id: string }[]} questions
     * @param {ReviewSittingSteps} steps
     */
    constructor(place, questions, steps) {
      this.questions = questions;
      this.steps = steps;
      this.level = Leerpad.headingLevel(place);
      this.#form = el(
        "form",
        { class: "lp-quiz-form", novalidate: true, submit: (event) => event.preventDefault(), keydown: (event) => this.#press(event) },
        this.#list,
      );
      place.replaceChildren(this.#form, this.#sheet);
    }

    get isLast() {
      return this.#number >= this.questions.length;
    }

    /** Ask the next question that can be had; without one, the sitting ends. @param {boolean} takesFocus */
    async next(takesFocus) {
      this.#view = null;
      while (!this.#view && !this.isLast) {
        const { script, id } = this.questions[this.#number];
        this.#number += 1;
        try {
          this.#show(await Leerpad.reviewQuestion(script, id));
        } catch (error) {
          console.error("leerpad-reviews:", error);
          this.questions = this.questions.filter((question) => question.id !== id);
          this.#number -= 1;
        }
      }
      if (!this.#view) this.steps.ended(this.#right, this.questions.length);
      else if (takesFocus) this.#focus(this.#view);
    }

    /** @param {[HTMLElement, HTMLElement]} parts */
    #show([item, reasons]) {
      this.#list.replaceChildren(item);
      this.#sheet.replaceChildren(reasons);
      const view = new Leerpad.QuestionView(item, reasons, this.level);
      view.arrange(this.#seed);
      view.reset();
      view.setNumber(this.#number, this.questions.length);
      view.type.show(view.fieldset, null);
      view.feedback.append(this.#button(view, "quiz.check", () => this.#check()));
      this.#view = view;
    }

    /** A button whose name says which question it is about. @param {LeerpadQuestionView} view @param {string} key @param {() => void} click */
    #button(view, key, click) {
      const button = Leerpad.button(key, click, "");
      button.id = `${view.item.id}--button`;
      button.setAttribute("aria-labelledby", `${button.id} ${view.numberId}`);
      return button;
    }

    /** Enter in a text field says “done”. @param {Event} event */
    #press(event) {
      if (!(event instanceof KeyboardEvent) || event.key !== "Enter") return;
      if (!(event.target instanceof HTMLInputElement) || event.target.type !== "text") return;
      event.preventDefault();
      if (!event.isComposing) this.#check();
    }

    #check() {
      const view = this.#view;
      if (!view || view.fieldset.disabled) return;
      const { data, type, fieldset } = view;
      /** @type {Answer} */
      const answer = { value: type.read(fieldset), revision: data.revision, at: 0, checked: true };
      const missing = view.missing(answer);
      view.setMissing(missing === null ? "" : words.text(missing));
      if (missing !== null) {
        const control = Leerpad.firstControl(fieldset);
        control?.focus({ preventScroll: true });
        return view.see(control);
      }
      const judged = /** @type {Judged} */ (Leerpad.attempt.judge({ ...EMPTY, answers: { [data.id]: answer } }, data));
      const isRight = judged.state === "right";
      if (isRight) this.#right += 1;
      view.reveal(answer, judged);
      view.feedback.append(this.#button(view, this.isLast ? "reviews.finish" : "reviews.next", () => void this.next(true)));
      this.steps.answered(data.id, isRight);
      view.verdict.focus({ preventScroll: true });
      view.see();
    }

    /** @param {LeerpadQuestionView} view */
    #focus(view) {
      view.legend.focus({ preventScroll: true });
      view.see(null);
    }
  }

  /** An attempt of which nothing is kept. @type {Attempt} */
  const EMPTY = { started: 0, seed: 0, questions: [], retry: false, answers: {}, finished: null, outcome: null };

  Leerpad.ReviewSitting = ReviewSitting;
})();
