/* One question on the screen: its form, what is said at it, and its part of the answer sheet. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/headings.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/words.js" />
/// <reference path="attempt.js" />
(function () {
  "use strict";
  const { el, icon, words } = Leerpad;
  const AIR = 8; // pixels below what must be seen
  const ANSWERS = ["input:checked", ".lp-paths .lp-chosen", ".lp-marked", "textarea"]; // whatever the type

  /** One question of the form, and its part of the answer sheet. */
  class QuestionView {
    number = 0;
    /** What comes after answering: the button for it, and then the explanation. */
    feedback = el("div", { class: "lp-feedback" });
    /** How it went, in a line. */
    verdict = el("p", { class: "lp-feedback-title", tabindex: "-1" });
    /** What its parts were put in order by; empty as long as the form isn't alive. */
    #seed = "";

    /** @param {HTMLElement} item @param {HTMLElement} reasons @param {number} level of its heading */
    constructor(item, reasons, level) {
      this.level = level;
      this.item = item;
      this.list = /** @type {HTMLElement} */ (item.parentElement);
      /** Whether it stands higher in the text than the rest of its quiz. */
      this.isApart = item.closest("leerpad-part") !== null;
      this.reasons = reasons;
      this.data = Leerpad.data(item, "question");
      this.type = Leerpad.questions[this.data.type];
      this.fieldset = Leerpad.find(item, "fieldset", HTMLFieldSetElement);
      this.legend = Leerpad.find(this.fieldset, "legend", HTMLElement);
    }

    /** Put its parts in the order of an attempt; the first time, bring the form to life. @param {string} seed */
    arrange(seed) {
      if (this.#seed === seed) return;
      if (this.#seed === "") {
        this.legend.tabIndex = -1;
        Leerpad.find(this.legend, ".lp-question-number", Element).id = this.numberId;
        this.legend.replaceChildren(Leerpad.makeHeading(el("span", {}, ...this.legend.childNodes), this.level));
        this.item.append(this.feedback);
        this.type.connect?.(this.fieldset, this.data, this.reasons);
      }
      this.#seed = seed;
      this.type.arrange(this.fieldset, `${seed}/${this.data.id}`);
    }

    /** Of what says which question it is. */
    get numberId() {
      return `${this.item.id}--number`;
    }

    get checkWords() {
      if (this.isScored) return "quiz.check";
      return this.data.afterwards ? "note.check" : null;
    }

    /** False for a question that is only there to think about. */
    get isScored() {
      return this.data.scored;
    }

    /** What is missing from an answer, as the key of words; null if it can be handed in. @param {Answer | undefined} answer */
    missing(answer) {
      const valid = Leerpad.attempt.current(this.data, answer);
      const value = valid === null ? null : valid.value;
      if (this.type.missing) return this.type.missing(this.data, value);
      return value === null ? "quiz.nothing_chosen" : null;
    }

    /** @param {number} n @param {number | null} total said where the others can't be seen */
    setNumber(n, total) {
      this.number = n;
      const place = Leerpad.find(this.item, ".lp-question-number", Element);
      const said = total === null ? words.text("question.number", { n }) : words.text("question.number_of", { n, total });
      if (place.textContent !== said) place.textContent = said;
    }

    /** As if nobody had touched it. */
    reset() {
      this.setMissing("");
      this.verdict.remove();
      this.fieldset.disabled = false;
      this.feedback.replaceChildren();
      for (const mark of this.item.querySelectorAll(".lp-verdict")) mark.remove();
      for (const marked of this.item.querySelectorAll(".lp-marked")) marked.classList.remove("lp-marked");
      this.item.classList.remove("lp-locked");
    }

    /** Say at the question that an answer is missing; an empty text takes it away. @param {string} message */
    setMissing(message) {
      const old = this.item.querySelector(".lp-error");
      if (old === null && !message) return;
      old?.remove();
      const id = `${this.item.id}--error`;
      // A radio button can't be invalid by itself. Of several fields, those that are filled in aren't what is missing.
      const isGroup = this.fieldset.getAttribute("role") === "radiogroup";
      const fields = isGroup ? [this.fieldset] : [...this.fieldset.querySelectorAll(":is(input:not([type=radio]), select, textarea)")];
      for (const field of fields) {
        if (message && (fields.length === 1 || !isFilled(field))) field.setAttribute("aria-invalid", "true");
        else field.removeAttribute("aria-invalid");
      }
      const described = (this.fieldset.getAttribute("aria-describedby") ?? "").split(" ").filter((name) => name && name !== id);
      if (message) {
        this.#sayUnderPrompt(el("p", { class: "lp-error", id }, message));
        described.push(id);
      }
      if (described.length) this.fieldset.setAttribute("aria-describedby", described.join(" "));
      else this.fieldset.removeAttribute("aria-describedby");
    }

    /** @param {Element} said */
    #sayUnderPrompt(said) {
      // A prompt of more than one paragraph stands below the legend.
      (this.fieldset.querySelector(":scope > .lp-prompt") ?? this.legend).after(said);
    }

    /** Where the answer stands, or begins. */
    #answered() {
      const answer = ANSWERS.map((name) => this.item.querySelector(name)).find((found) => found !== null);
      return answer?.closest("label") ?? answer;
    }

    /** Where what is seen begins, below what stays at the top of the screen. */
    get #top() {
      return pixels(this.item, "scrollMarginTop") + pixels(document.documentElement, "scrollPaddingTop");
    }

    /** Where it ends, above the buttons that stay at its foot. */
    get #foot() {
      return innerHeight - pixels(this.item, "scrollMarginBottom");
    }

    /** Whether all of it can be seen, from this part of the page above it on. @param {Element} start */
    isInSight(start) {
      return start.getBoundingClientRect().top >= this.#top && this.item.getBoundingClientRect().bottom <= this.#foot;
    }

    /** Bring the top of the question and this part of it into view, the answer if nothing is named; if both are, nothing moves. @param {Element | null} [part] */
    see(part = this.#answered()) {
      const top = this.#top;
      const said = this.fieldset.querySelector(".lp-feedback-title, .lp-error") ?? this.item;
      const below = () => Math.max(...[said, part ?? said].map((element) => element.getBoundingClientRect().bottom)) + AIR - this.#foot;
      if (this.item.getBoundingClientRect().top >= top && below() <= 0) return;
      this.item.scrollIntoView({ behavior: "instant", block: "start" });
      // A long question: what was said stays in sight, its beginning may not. Where it stays by itself, the answer comes below it.
      const isKept = getComputedStyle(said).position === "sticky" && part;
      const edge = isKept ? part.getBoundingClientRect().top - said.clientHeight : said.getBoundingClientRect().top;
      if (below() > 0) scrollBy({ behavior: "instant", top: Math.min(below(), edge - top) });
    }

    /**
     * Show the answer and what it is worth; from here on it stands.
     * @param {Answer | undefined} answer
     * @param {Judged} judged
     */
    reveal(answer, { state, ...points }) {
      this.#sayUnderPrompt(this.verdict);
      if (!this.isScored) {
        const kept = this.type.read(this.fieldset) === null ? "question.to_think" : "question.kept";
        this.verdict.replaceChildren(words.text(kept));
        this.feedback.replaceChildren(...this.#afterwards());
        return;
      }
      const given = answer !== undefined && answer.value !== null;
      const valid = Leerpad.attempt.current(this.data, answer);
      const fits = given && valid !== null && this.type.show(this.fieldset, valid.value);
      this.type.mark(this.fieldset, this.data, fits ? valid.value : null, this.reasons);
      this.fieldset.disabled = true;
      this.item.classList.add("lp-locked");
      this.item.dataset.verdict = state;
      this.verdict.replaceChildren(
        icon(state === "unanswered" ? "wrong" : state),
        `${words.text(`question.${state}`)} · ${words.points(points)}`,
      );
      const changed = given && !fits ? [el("p", { class: "lp-changed" }, words.text("quiz.changed"))] : [];
      this.feedback.replaceChildren(...changed, ...this.#afterwards());
    }

    /** What is said whatever the answer was. @returns {Node[]} */
    #afterwards() {
      const parts = ["[data-sample]", "[data-explanation]", "[data-reread]"].flatMap((part) => this.reasons.querySelector(part) ?? []);
      return parts.map(Leerpad.copy);
    }
  }

  /** @param {Element} element @param {"scrollMarginTop" | "scrollMarginBottom" | "scrollPaddingTop"} property */
  function pixels(element, property) {
    return parseFloat(getComputedStyle(element)[property]) || 0;
  }

  /** @param {Element} field */
  function isFilled(field) {
    if (field instanceof HTMLInputElement && field.type === "checkbox") return false;
    return "value" in field && String(field.value).trim() !== "";
  }

  Leerpad.QuestionView = QuestionView;
})();
