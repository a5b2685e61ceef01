/* One question at a time, or all below each other: what fits the device and the quiz, until the learner chooses. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/settings.js" />
/// <reference path="../../client/visit.js" />
/// <reference path="../../client/words.js" />
/// <reference path="overview.js" />
(function () {
  "use strict";
  const { el, words, settings, visit } = Leerpad;
  const MANY = 8; // from so many questions on they come one at a time, on every screen
  const PHONE = "(max-width: 30em)";

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
    /** The overview stands in the place of the question. */
    #isOverview = false;
    /** Decided once: a phone that is turned round keeps what it shows. */
    #isPhone = matchMedia(PHONE).matches;
    #count = el("p", { class: "lp-count", tabindex: "-1" });
    #way = el("span", {});
    #line = el("span", { class: "lp-how-far", "aria-hidden": "true" }, this.#way);
    #place = el("button", { type: "button", class: "lp-where", click: () => this.#openOverview(!this.#isOverview) });
    #switch = el("button", { type: "button", class: "lp-link lp-view", click: () => this.#change() });
    #previous = el("button", { type: "button", class: "lp-button lp-button-quiet", click: () => this.move(-1) });
    #next = el("button", { type: "button", class: "lp-button", click: () => this.#goOn() });
    #submit;
    #toResult;
    /** @type {LeerpadQuizOverview} */
    #overview;

    /** @param {LeerpadQuizScreen} screen */
    constructor(screen) {
      this.screen = screen;
      this.#overview = new Leerpad.QuizOverview(screen, (view) => this.go(view));
      const bar = Leerpad.find(screen.host, ".lp-quiz-bar", Element);
      bar.replaceChildren(this.#line, this.#place, this.#count, this.#switch);
      this.bar = bar;
      // No submit button: those are pressed by Enter in any field, and by the Go of a phone’s keyboard.
      this.#submit = Leerpad.button("quiz.submit", () => screen.deeds.handIn(), "");
      this.#toResult = Leerpad.button("pager.result", () => screen.focusTop());
      const bottom = Leerpad.find(screen.host, ".lp-quiz-bottom", Element);
      bottom.before(this.#overview.element, this.#above);
      bottom.append(this.#previous, this.#next, this.#submit, this.#toResult);
    }

    /** @param {AbortSignal} signal */
    connect(signal) {
      window.addEventListener("hashchange", () => this.#goToHash(), { signal });
      window.addEventListener("beforeprint", () => this.#number(null), { signal }); // paper shows them all
      window.addEventListener("afterprint", () => this.#number(this.#told), { signal });
      window.addEventListener("scrollend", () => this.#keepPlace(), { signal }); // when a page goes, it is too late
    }

    /** There is a choice for a test, and for a practice that is longer than a screen or two. */
    get isPaged() {
      const { mode } = this.screen.quiz;
      return this.#asked.length > (mode === "test" ? 1 : 3);
    }

    get isOne() {
      return this.isPaged && this.#view === "one";
    }

    /** What the learner chose for every quiz, else what the author chose for this one, else what fits. */
    get #view() {
      const { store, quiz } = this.screen;
      const chosen = settings.get(store, "quiz-view");
      if (chosen === "one" || chosen === "all") return chosen;
      return quiz.view ?? (this.#isPhone || this.#asked.length >= MANY ? "one" : "all");
    }

    /** What says how far the learner is. */
    get status() {
      return this.isOne ? this.#place : this.#count;
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
      this.#isOverview = false;
      for (const [index, view] of all.entries()) view.number = index + 1;
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
      this.#isOverview &&= one;
      this.screen.host.classList.toggle("lp-one", one);
      this.#number(this.#told);
      for (const [index, view] of this.#asked.entries()) {
        view.item.classList.toggle("lp-aside", one && (this.#isOverview || index !== this.#at));
      }
      const view = this.#asked[this.#at];
      if (view) this.screen.queue.hydrate(view);
      this.#switch.hidden = !this.isPaged;
      this.#switch.textContent = words.text(one ? "pager.all" : "pager.one");
      this.#line.hidden = this.#place.hidden = !one;
      this.#showFoot(one, view);
      this.update();
    }

    /** How many there are, where that can't be seen. */
    get #told() {
      return this.isOne ? this.#all.length : null;
    }

    /** @param {number | null} total said at each question */
    #number(total) {
      for (const view of this.#all) view.setNumber(view.number, total);
    }

    /** The buttons below. @param {boolean} one @param {LeerpadQuestionView | undefined} view the question at hand */
    #showFoot(one, view) {
      const { mode } = this.screen.quiz;
      const isLast = this.#at === this.#asked.length - 1;
      const isEnd = one && !this.#isOverview && isLast;
      const back = this.#isOverview ? words.text("pager.back", { n: view?.number ?? 1 }) : words.text("pager.previous");
      this.#previous.textContent = back;
      this.#next.textContent = words.text(isEnd ? "pager.to_overview" : "pager.next");
      this.#previous.hidden = !one;
      this.#next.hidden = !one || this.#isOverview || (isEnd && this.#isFinished);
      // Its place stays, so that no other button comes to stand under the finger.
      this.#previous.classList.toggle("lp-void", this.#at === 0 && !this.#isOverview);
      this.#next.classList.toggle("lp-button-quiet", mode === "practice" && view?.checkWords !== null && !view?.fieldset.disabled);
      // Who sees one question hands in from the overview.
      this.#submit.hidden = one || mode !== "test" || this.#isFinished;
      this.#toResult.hidden = !this.#isFinished || (one && !isEnd);
    }

    /** Say how far the learner is. */
    update() {
      const { answered, open, total } = this.#stand();
      this.#count.hidden = this.#isFinished || !total || this.isOne;
      this.#count.textContent = words.text("quiz.progress", { answered, total });
      const isLeft = !this.#isFinished && open.every((view) => view.isApart);
      this.#above.replaceChildren(...(isLeft ? open.flatMap((view) => this.#linkTo(view)) : []));
      if (this.isOne) this.#sayPlace();
      this.#overview.show(this.#isOverview ? { all: this.#all, at: this.#asked[this.#at], isFinished: this.#isFinished } : null);
    }

    /** What of the scored questions is answered, and what is open. */
    #stand() {
      const scored = this.#all.filter((view) => view.isScored);
      const open = scored.filter((view) => !this.screen.isMet(view));
      return { answered: scored.length - open.length, open, total: scored.length };
    }

    #sayPlace() {
      const [n, total] = [this.#asked[this.#at]?.number ?? 0, this.#all.length];
      this.#way.style.width = `${(n / total) * 100}%`;
      this.#place.textContent = words.text("pager.place", { n, total });
      this.#place.setAttribute("aria-label", words.text("pager.place_said", { n, total }));
      this.#place.setAttribute("aria-expanded", String(this.#isOverview));
    }

    /** To a question higher in the text. @param {LeerpadQuestionView} view */
    #linkTo({ item, number }) {
      return [el("a", { href: `#${item.id}` }, words.text("part.open", { n: number })), " "];
    }

    /** In the place of the question all of them, or the question again. @param {boolean} isOpen */
    #openOverview(isOpen) {
      if (!isOpen) return this.go(this.#asked[this.#at]);
      this.#isOverview = true;
      this.show(this.#isFinished);
      this.#overview.title.focus({ preventScroll: true });
      this.bar.scrollIntoView({ block: "start" });
    }

    #goOn() {
      if (this.#at === this.#asked.length - 1) this.#openOverview(true);
      else this.move(1);
    }

    /** Bring a question on the screen and begin to read there. @param {LeerpadQuestionView} view */
    go(view) {
      this.screen.queue.hydrate(view);
      this.#turnTo(this.#asked.indexOf(view));
      view.legend.focus({ preventScroll: true });
      const start = this.isOne && innerHeight > 600 ? this.bar : view.item; // how far one is stays in sight where there is room
      if (!view.isInSight(start)) start.scrollIntoView({ block: "start" });
      if (this.isOne && view.fieldset.disabled) view.see();
    }

    /** To the next question (1) or the one before (-1); from the overview back to the one at hand. @param {number} by */
    move(by) {
      const focused = this.#asked.findIndex(({ item }) => item.contains(document.activeElement));
      const view = this.#asked[this.#isOverview ? this.#at : (this.isOne || focused < 0 ? this.#at : focused) + by];
      if (view) this.go(view);
    }

    get #key() {
      return `leerpad-${this.screen.quiz.id}`;
    }

    /** Kept with this visit of the page: a reload comes back here, and the address stays as it is. @param {number} index */
    #turnTo(index) {
      this.#at = index;
      this.#isOverview = false;
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
      if (target === null || index < 0 || (index === this.#at && !this.#isOverview)) return;
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
