/* All questions of a quiz in a list: what is answered, what is open, and a way back to each. From here one hands in. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/headings.js" />
/// <reference path="../../client/words.js" />
/// <reference path="attempt.js" />
(function () {
  "use strict";
  const { el, icon, words, button } = Leerpad;

  class QuizOverview {
    #screen;
    #go;

    /** @param {LeerpadQuizScreen} screen @param {(view: LeerpadQuestionView) => void} go brings a question on the screen */
    constructor(screen, go) {
      this.#screen = screen;
      this.#go = go;
      this.title = Leerpad.heading(screen.headingLevel, { class: "lp-overview-title", tabindex: "-1" });
      this.element = el("div", { class: "lp-overview", hidden: true });
    }

    /** @param {OverviewFacts | null} facts nothing as long as a question is on the screen */
    show(facts) {
      this.element.hidden = facts === null;
      if (facts === null) return this.element.replaceChildren();
      const isBefore = this.#screen.quiz.mode === "test" && !facts.isFinished;
      const open = facts.isFinished ? [] : facts.all.filter((view) => view.isScored && !this.#screen.isMet(view));
      this.title.textContent = words.text(isBefore ? "overview.check" : "overview.title");
      this.element.replaceChildren(
        this.title,
        ...(facts.isFinished ? [] : this.#deeds(open, isBefore)),
        el("ol", { class: "lp-listed", role: "list" }, ...facts.all.map((view) => el("li", {}, this.#line(view, facts)))),
      );
    }

    /** To a question, with what is known of it. @param {LeerpadQuestionView} view @param {OverviewFacts} facts */
    #line(view, { at, isFinished }) {
      const state = this.#state(view);
      const said = isFinished && view.type.isNote ? (state === "open" ? "question.to_think" : "question.kept") : SAID[state];
      const prompt = view.item.querySelector(".lp-prompt")?.textContent?.trim() ?? "";
      const sign = SIGNS[state];
      return el(
        "a",
        {
          href: `#${view.item.id}`,
          "data-state": state,
          "aria-current": view === at && "step",
          click: (/** @type {Event} */ event) => view.isApart || (event.preventDefault(), this.#go(view)),
        },
        el("span", { class: "lp-listed-number" }, el("span", { class: "lp-hidden" }, words.text("overview.question")), ` ${view.number} `),
        el("span", { class: "lp-listed-prompt" }, prompt),
        " ",
        el("span", { class: "lp-listed-state" }, sign ? icon(sign) : null, words.text(said)),
      );
    }

    /** @param {LeerpadQuestionView} view @returns {keyof typeof SAID} */
    #state(view) {
      const judged = view.isScored && Leerpad.attempt.judge(this.#screen.session.attempt, view.data);
      return judged ? judged.state : this.#screen.isMet(view) ? "answered" : "open";
    }

    /**
     * What is open, and what can be done from here: above the list, for that may be longer than the screen. Not at the foot:
     * a second tap on the button that leads here must not hand in.
     * @param {LeerpadQuestionView[]} open
     * @param {boolean} isBefore a test that wasn't handed in
     */
    #deeds(open, isBefore) {
      const { deeds } = this.#screen;
      const [first] = open;
      if (!first) {
        const submit = isBefore ? [button("quiz.submit", () => deeds.handIn(), "")] : [];
        return [el("p", {}, words.text("overview.all")), actions(submit)];
      }
      const way = el("a", { class: "lp-button", href: `#${first.item.id}` }, words.text("overview.go", { n: first.number }));
      way.addEventListener("click", (event) => first.isApart || (event.preventDefault(), this.#go(first)));
      const said = ["overview.open", ...(isBefore ? ["overview.advice"] : [])].map((key) => words.plural(key, open.length));
      return [el("p", {}, said.join(" ")), actions([way, ...(isBefore ? [button("quiz.submit_anyway", () => deeds.handIn(true))] : [])])];
    }
  }

  /** @param {HTMLElement[]} all */
  const actions = (all) => el("div", { class: "lp-actions" }, ...all);

  /** What is said of a question, by what is known of it. */
  const SAID = {
    open: "pager.open",
    answered: "pager.answered",
    right: "question.right",
    partial: "question.partial",
    wrong: "question.wrong",
    unanswered: "question.unanswered",
  };
  const SIGNS = { open: "", answered: "right", right: "right", partial: "partial", wrong: "wrong", unanswered: "wrong" };

  Leerpad.QuizOverview = QuizOverview;
})();
