/* One question at a time, or all below each other: the learner's choice, kept on the device. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/settings.js" />
/// <reference path="../../client/visit.js" />
/// <reference path="../../client/words.js" />
/// <reference path="attempt.js" />
(function () {
  "use strict";
  const { el, icon, words, settings, visit } = Leerpad;

  class QuizPager {
    /** The question at hand: its place among those asked. */
    #at = 0;
    /** Those below each other; others of the quiz may stand higher in the text. @type {LeerpadQuestionView[]} */
    #asked = [];
    /** @type {LeerpadQuestionView[]} */
    #all = [];
    /** Which of those higher in the text are still open, once all others are answered. */
    #above = el("p", { class: "lp-above" });
    #isFinished = false;
    #count = el("p", { class: "lp-count", tabindex: "-1" });
    /** @type {HTMLElement[]} */
    #links = [];
    #dots = el("ol", { class: "lp-dots", role: "list", "aria-label": words.text("pager.questions") });
    #switch = el("button", { type: "button", class: "lp-link lp-view", click: () => this.#change() });
    #previous = el(
      "button",
      { type: "button", class: "lp-button lp-button-quiet", click: () => this.move(-1) },
      words.text("pager.previous"),
    );
    #next = el("button", { type: "button", class: "lp-button", click: () => this.move(1) }, words.text("pager.next"));
    #submit;
    #toResult;

    /** @param {LeerpadQuizScreen} screen */
    constructor(screen) {
      this.screen = screen;
      const bar = Leerpad.find(screen.host, ".lp-quiz-bar", Element);
      bar.replaceChildren(this.#count, this.#switch, this.#dots);
      this.bar = bar;
      // No submit button: those are pressed by Enter in any field, and by the Go of a phone’s keyboard.
      this.#submit = el("button", { type: "button", class: "lp-button", click: () => screen.deeds.handIn() }, words.text("quiz.submit"));
      this.#toResult = el(
        "button",
        { type: "button", class: "lp-button lp-button-quiet", click: () => screen.focusTop() },
        words.text("pager.result"),
      );
      const bottom = Leerpad.find(screen.host, ".lp-quiz-bottom", Element);
      bottom.before(this.#above);
      bottom.append(this.#previous, this.#next, this.#submit, this.#toResult);
    }

    /** @param {AbortSignal} signal */
    connect(signal) {
      window.addEventListener("hashchange", () => this.#goToHash(), { signal });
      window.addEventListener("scrollend", () => this.#keepPlace(), { signal }); // when a page goes, it is too late
    }

    /** There is a choice for a test, and for a practice that is longer than a screen or two. */
    get isPaged() {
      const { mode } = this.screen.quiz;
      return this.#asked.length > (mode === "test" ? 1 : 3);
    }

    get isOne() {
      return this.isPaged && settings.get(this.screen.store, "quiz-view") === "one";
    }

    /**
     * Other questions are asked; begin where the learner was, else where a link leads, else at the first that is open.
     * @param {LeerpadQuestionView[]} all
     * @param {boolean} isFinished
     */
    ask(all, isFinished) {
      const kept = visit.get(this.#key);
      const asked = all.filter((view) => !view.isApart);
      this.#all = all;
      this.#asked = asked;
      for (const [index, view] of all.entries()) view.number = index + 1;
      this.#links = asked.map((view) => this.#dot(view));
      this.#dots.replaceChildren(...this.#links.map((link) => el("li", {}, link)));
      const known = asked.findIndex(({ data }) => data.id === kept);
      const open = isFinished ? 0 : asked.findIndex((view) => view.isScored && !this.screen.isMet(view));
      this.#at = Math.max(known >= 0 ? known : open, 0);
      if (known < 0) this.#goToHash();
    }

    /** Begin at the first question, whatever was looked at before. */
    rewind() {
      this.#turnTo(0);
    }

    /** Show what there is now. @param {boolean} isFinished */
    show(isFinished) {
      this.#isFinished = isFinished;
      const one = this.isOne;
      this.screen.host.classList.toggle("lp-one", one);
      for (const view of this.#all) view.setNumber(view.number, one ? this.#all.length : null);
      for (const [index, view] of this.#asked.entries()) view.item.classList.toggle("lp-aside", one && index !== this.#at);
      this.#switch.hidden = !this.isPaged;
      this.#switch.textContent = words.text(one ? "pager.all" : "pager.one");
      this.#dots.hidden = !one;
      this.#dots.style.setProperty("--lp-count", String(this.#asked.length));
      const { mode } = this.screen.quiz;
      const isLast = this.#at === this.#asked.length - 1;
      const view = this.#asked[this.#at];
      if (view) this.screen.queue.hydrate(view);
      this.#previous.hidden = this.#next.hidden = !one;
      // Its place stays, so that no other button comes to stand under the finger.
      this.#previous.classList.toggle("lp-void", this.#at === 0);
      this.#next.classList.toggle("lp-void", isLast);
      this.#next.classList.toggle("lp-button-quiet", mode === "practice" && view?.checkWords !== null && !view?.fieldset.disabled);
      this.#submit.hidden = mode !== "test" || isFinished;
      this.#submit.className = one && !isLast ? "lp-link" : "lp-button";
      this.#toResult.hidden = !isFinished || (one && !isLast);
      this.update();
    }

    /** Say how far the learner is. */
    update() {
      const scored = this.#all.filter((view) => view.isScored);
      const open = scored.filter((view) => !this.screen.isMet(view));
      this.#count.hidden = this.#isFinished || !scored.length;
      this.#count.textContent = words.text("quiz.progress", { answered: scored.length - open.length, total: scored.length });
      const isLeft = !this.#isFinished && open.every((view) => view.isApart);
      this.#above.replaceChildren(...(isLeft ? open.flatMap((view) => this.#linkTo(view)) : []));
      if (this.isOne) for (const [index, view] of this.#asked.entries()) this.#mark(view, this.#links[index], index);
    }

    /** To a question higher in the text. @param {LeerpadQuestionView} view */
    #linkTo({ item, number }) {
      return [el("a", { href: `#${item.id}` }, words.text("part.open", { n: number })), " "];
    }

    /** @param {LeerpadQuestionView} view */
    #dot(view) {
      const click = (/** @type {Event} */ event) => (event.preventDefault(), this.go(view));
      return el("a", { href: `#${view.item.id}`, click }, String(view.number));
    }

    /** Say at a step what is known of its question; where nothing changed, nothing is touched. @param {LeerpadQuestionView} view @param {HTMLElement} link @param {number} index */
    #mark(view, link, index) {
      const isMet = this.screen.isMet(view);
      const verdict = (view.isScored && Leerpad.attempt.judge(this.screen.session.attempt, view.data)?.state) || "";
      const said = `${words.text("question.number", { n: view.number })}: ${words.text(this.#said(view, verdict, isMet))}`;
      if (index === this.#at) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
      if (said === link.getAttribute("aria-label")) return;
      link.setAttribute("aria-label", said);
      link.dataset.state = verdict || (isMet ? "answered" : "open");
      link.replaceChildren(String(view.number), ...(verdict ? [icon(verdict === "unanswered" ? "wrong" : verdict)] : []));
    }

    /** The words for the state of a question. @param {LeerpadQuestionView} view @param {string} verdict @param {boolean} isMet */
    #said(view, verdict, isMet) {
      if (verdict) return `question.${verdict}`;
      if (this.#isFinished && view.type.isNote) return isMet ? "question.kept" : "question.to_think";
      return isMet ? "pager.answered" : "pager.open";
    }

    /** Bring a question on the screen and begin to read there. @param {LeerpadQuestionView} view */
    go(view) {
      this.screen.queue.hydrate(view);
      this.#turnTo(this.#asked.indexOf(view));
      view.legend.focus({ preventScroll: true });
      const start = this.isOne && innerHeight > 600 ? this.bar : view.item; // the steps stay in sight where there is room
      const isInSight = start.getBoundingClientRect().top > 48 && view.item.getBoundingClientRect().top < innerHeight * 0.6;
      if (!isInSight) start.scrollIntoView({ block: "start" });
    }

    /** To the next question (1) or the one before (-1). @param {number} by */
    move(by) {
      const focused = this.#asked.findIndex(({ item }) => item.contains(document.activeElement));
      const view = this.#asked[(this.isOne || focused < 0 ? this.#at : focused) + by];
      if (view) this.go(view);
    }

    get #key() {
      return `leerpad-${this.screen.quiz.id}`;
    }

    /** Kept with this visit of the page: a reload comes back here, and the address stays as it is. @param {number} index */
    #turnTo(index) {
      this.#at = index;
      const id = this.#asked[index]?.data.id;
      if (id) visit.set({ [this.#key]: id });
      this.show(this.#isFinished);
    }

    /** A browser comes back to a height. Where it only guesses how high the questions above are, we come back to the question. */
    #keepPlace() {
      if (this.isOne || this.#asked.length <= 15) return; // see style.css
      const place = this.#asked.map(({ item }) => item.getBoundingClientRect());
      const index = place.findIndex(({ top, bottom }) => bottom > 64 && top < innerHeight);
      history.scrollRestoration = index < 0 ? "auto" : "manual";
      if (index >= 0) visit.set({ [this.#key]: this.#asked[index].data.id, top: place[index].top });
    }

    /** To where the learner left, once the questions can be seen. */
    comeBack() {
      const item = this.#asked[this.#at]?.item;
      if (!item || this.isOne || history.scrollRestoration === "auto") return;
      item.scrollIntoView();
      scrollBy(0, item.getBoundingClientRect().top - Number(visit.get("top")));
    }

    #goToHash() {
      const target = document.getElementById(location.hash.slice(1));
      const index = this.#asked.findIndex(({ item }) => item.contains(target));
      if (target === null || index < 0 || index === this.#at) return;
      this.#turnTo(index);
      if (this.isOne) target.scrollIntoView({ block: "start" });
    }

    #change() {
      const one = !this.isOne;
      settings.set(this.screen.store, "quiz-view", one ? "one" : "all");
      this.show(this.#isFinished);
      this.screen.say(words.text(one ? "pager.now_one" : "pager.now_all"));
    }
  }

  Leerpad.QuizPager = QuizPager;
})();
