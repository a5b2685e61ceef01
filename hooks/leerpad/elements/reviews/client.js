/* The page of reviews: the questions of now, what comes when, how much stays, and the switch. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/settings.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/table.js" />
/// <reference path="../../client/words.js" />
/// <reference path="load.js" />
/// <reference path="picture.js" />
/// <reference path="schedule.js" />
/// <reference path="sitting.js" />
(function () {
  "use strict";
  const { el, words, store, settings, reviews } = Leerpad;
  const DAYS = 7; // days of what comes that are told one by one

  class Reviews {
    #host;
    #data;
    #sitting;
    #coming;
    #stays;
    #switch;
    #said = el("p", { role: "status", class: "lp-hidden" });
    /** The questions of a sitting stand on the page, or how it went. */
    #isAsking = false;
    #isOff = false;

    /** @param {HTMLElement} host */
    constructor(host) {
      this.#host = host;
      this.#data = Leerpad.data(host, "reviews");
      const place = (/** @type {string} */ name) => Leerpad.find(host, `[data-${name}]`, HTMLElement);
      this.#sitting = place("sitting");
      this.#coming = place("coming");
      this.#stays = place("stays");
      this.#switch = place("switch");
      host.append(this.#said);
    }

    /** @param {AbortSignal} signal */
    connect(signal) {
      store.follow(() => this.#show(), signal);
    }

    get #today() {
      return reviews.dayCalled(store.today);
    }

    get #entries() {
      return reviews.entries(store.progress, this.#data, this.#today);
    }

    /** What follows from progress; the questions of this sitting stay under the hands of who answers them. */
    #show() {
      this.#isOff = settings.get(store, "reviews") === "off";
      if (this.#isOff) this.#isAsking = false;
      if (!this.#isAsking) this.#begin();
      this.#coming.replaceChildren(...this.#comingDays());
      this.#stays.replaceChildren(...this.#remembered());
      this.#showSwitch();
    }

    #begin() {
      const picked = this.#isOff ? [] : reviews.pick(this.#entries, this.#today);
      if (picked.length === 0) return this.#sitting.replaceChildren(...this.#idle());
      this.#ask(picked, false);
    }

    /** @param {ReviewEntry[]} picked @param {boolean} takesFocus */
    #ask(picked, takesFocus) {
      this.#isAsking = true;
      const title = this.#title(words.text(`reviews.due.${picked.length}`));
      const place = el("div");
      this.#sitting.replaceChildren(title, place);
      const questions = picked.map((entry) => ({ id: entry.id, script: Leerpad.reviewScript(this.#source(entry), entry.id) }));
      const sitting = new Leerpad.ReviewSitting(place, questions, {
        answered: (id, right) => store.update((progress, pen) => reviews.record(progress, pen, this.#data, id, right, this.#today)),
        ended: (right, total) => this.#end(right, total),
      });
      // What stands below comes when the first question has its place, so that nothing moves.
      this.#host.toggleAttribute("data-waiting", true);
      void sitting.next(takesFocus).finally(() => this.#host.toggleAttribute("data-waiting", false));
    }

    /** Where a question stands. @param {ReviewEntry} entry */
    #source({ level, quiz }) {
      const sources = this.#data.levels.find(({ id }) => id === level)?.sources;
      return /** @type {ReviewSource} */ (sources?.find((source) => source.quiz === quiz));
    }

    /** @param {string} text */
    #title(text) {
      return el("h2", { class: "lp-reviews-title", tabindex: "-1" }, text);
    }

    /** How the sitting went, and what can be done now. @param {number} right @param {number} total */
    #end(right, total) {
      const more = reviews.pick(this.#entries, this.#today);
      const title = this.#title(words.text(total ? "reviews.done" : "reviews.unavailable"));
      const next = more.length ? Leerpad.button("reviews.more", () => this.#ask(more, true)) : null;
      this.#sitting.replaceChildren(
        title,
        ...(total ? [el("p", { class: "lp-reviews-score" }, words.plural("reviews.score", total, { right }))] : []),
        ...(next && total ? [el("div", { class: "lp-actions" }, next)] : this.#nextDay()),
      );
      if (total) title.focus();
      title.scrollIntoView({ block: "nearest" });
    }

    /** What stands in the place of questions. @returns {Node[]} */
    #idle() {
      if (this.#isOff) return [el("p", { class: "lp-note" }, words.text("reviews.is_off"))];
      if (this.#entries.length === 0) return [el("p", { class: "lp-note" }, words.text("reviews.empty"))];
      return [el("p", { class: "lp-note" }, words.text("reviews.nothing")), ...this.#nextDay()];
    }

    /** @returns {Node[]} */
    #nextDay() {
      const [first] = reviews.coming(this.#entries, this.#today);
      return first ? [el("p", {}, words.text("reviews.next_day", { day: this.#dayWords(first.day) }))] : [];
    }

    /** @param {number} day */
    #dayWords(day) {
      const near = ["reviews.today", "reviews.tomorrow"][day - this.#today];
      return near ? words.text(near) : words.day(new Date(day * 86_400_000).toISOString().slice(0, 10));
    }

    /** @returns {Node[]} */
    #comingDays() {
      const all = reviews.coming(this.#entries, this.#today);
      const about = el("p", {}, words.text("reviews.about", { days: words.list(this.#data.days.map(String)) }));
      const [near, far] = [all.slice(0, DAYS), all.slice(DAYS)];
      const rows = near.map(({ day, count }) => [capital(this.#dayWords(day)), this.#howMany(day, count)]);
      const heads = ["reviews.when", "reviews.what"].map((key) => words.text(key));
      const rest = far.reduce((sum, { count }) => sum + count, 0);
      const ready = this.#entries.filter(({ due }) => due === null).length;
      return [
        about,
        ...(rows.length ? [Leerpad.table(words.text("reviews.days"), heads, rows)] : []),
        ...(rest ? [el("p", {}, words.plural("reviews.later", rest, { day: this.#dayWords(far[far.length - 1].day) }))] : []),
        ...(ready ? [el("p", {}, words.plural("reviews.ready", ready))] : []),
      ];
    }

    /** What one need not do today may wait. @param {number} day @param {number} count */
    #howMany(day, count) {
      const rest = day === this.#today ? reviews.portion(this.#entries, day)[1] : 0;
      const now = count > rest ? [words.plural("reviews.count", count - rest)] : [];
      return [...now, ...(rest ? [words.plural("reviews.wait", rest)] : [])].join(", ");
    }

    /** @returns {Node[]} */
    #remembered() {
      const picture = Leerpad.reviewPicture(reviews.remembered(store.progress, this.#data));
      return picture.length ? picture : [el("p", {}, words.text("reviews.none_yet"))];
    }

    #showSwitch() {
      const had = this.#switch.contains(document.activeElement);
      const button = Leerpad.button(this.#isOff ? "reviews.start" : "reviews.stop", () => {
        settings.set(store, "reviews", this.#isOff ? "on" : "off");
        this.#said.textContent = words.text(this.#isOff ? "reviews.is_off" : "reviews.is_on");
      });
      this.#switch.replaceChildren(el("p", {}, words.text(this.#isOff ? "reviews.off_about" : "reviews.on_about")), button);
      if (had) button.focus();
    }
  }

  /** @param {string} text */
  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

  Leerpad.define("leerpad-reviews", (host) => new Reviews(host), "passed");
})();
