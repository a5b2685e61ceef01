/* A conversation, one step at a time. A response is the list of the choices made, from the start on. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/order.js" />
/// <reference path="../../client/words.js" />
/// <reference path="../shared/choices.js" />
/// <reference path="../shared/review.js" />
/// <reference path="walk.js" />
(function () {
  "use strict";
  const { el, icon, words, review, scenario } = Leerpad;
  const SIGNS = { good: "right", mixed: "partial", poor: "wrong" };

  /** A copy of the words in `source`, which stand on the page already. @param {Element} source @param {string} tag @param {Attributes} attributes */
  function copy(source, tag, attributes) {
    return el(tag, attributes, ...Leerpad.copies(source.querySelector(":scope > .lp-words")));
  }

  /** One conversation on the page: what was said so far, and what to do now. */
  class Talk {
    /** @type {string[]} */
    path = [];
    seed = "";
    log = el("ol", { class: "lp-log" });
    /** @type {HTMLElement | null} */
    paths = null;

    /** @param {HTMLElement} form @param {ScenarioQuestion} question @param {Element} reasons */
    constructor(form, question, reasons) {
      this.form = form;
      this.question = question;
      this.reasons = reasons;
      this.host = Leerpad.find(form, ".lp-scenario", HTMLElement);
      this.host.append(this.log);
      this.host.classList.add("lp-talking");
      this.draw(0);
    }

    /** @param {string} name */
    place(name) {
      return Leerpad.find(this.host, `.lp-map [data-place="${name}"]`, Element);
    }

    /** @param {string} step @param {string} key */
    choice(step, key) {
      return Leerpad.find(this.place(step), `[data-choice="${key}"]`, Element);
    }

    /** The keys of the choices at a step, as the author wrote them. @param {string} step */
    keys(step) {
      return [...this.place(step).querySelectorAll("[data-choice]")].map((choice) => String(choice.getAttribute("data-choice")));
    }

    /** Go to where these choices lead. @param {string[]} path */
    go(path) {
      const same = path.findIndex((key, index) => key !== this.path[index]);
      const from = same < 0 ? path.length : same;
      const changed = from < path.length || path.length < this.path.length;
      this.path = path;
      if (changed) this.draw(from);
    }

    /** Write the conversation anew from a turn on; what stands before it stays as it is. @param {number} from */
    draw(from) {
      const trail = /** @type {ScenarioTrail} */ (scenario.walk(this.question, this.path));
      while (this.log.children.length > from) this.log.lastElementChild?.remove();
      for (let turn = from; turn <= trail.taken.length; turn += 1) {
        const past = trail.taken[turn];
        const goes = turn < trail.taken.length || trail.ended || trail.full;
        this.log.append(
          el("li", { class: "lp-turn" }, this.news(trail, turn), past ? this.chosen(past) : goes ? null : this.ask(trail.at)),
        );
      }
    }

    /** What came of the last choice, and what comes next. @param {ScenarioTrail} trail @param {number} turn */
    news(trail, turn) {
      const before = trail.taken[turn - 1];
      const consequence = before ? review.reason(this.reasons, `${before.step}/${before.key}`) : null;
      const isLast = turn === trail.taken.length;
      return el(
        "div",
        { class: "lp-news" },
        consequence,
        ...(isLast ? this.arrival(trail, trail.full ? "scenario.cut_off" : "") : [this.said(trail.taken[turn].step)]),
      );
    }

    /** Where a trail comes out: its ending, or the step it is at and why it stops there. @param {ScenarioTrail} trail @param {string} why */
    arrival(trail, why) {
      if (!trail.ended) return [this.said(trail.at), why ? el("p", { class: "lp-note" }, words.text(why)) : null];
      const outcome = Leerpad.find(this.reasons, `[data-ending="${trail.at}"] > [data-outcome]`, HTMLElement);
      const kind = /** @type {keyof SIGNS} */ (outcome.dataset.outcome);
      const end = copy(this.place(trail.at), "div", { class: "lp-end", "data-outcome": kind });
      end.prepend(el("p", { class: "lp-outcome" }, icon(SIGNS[kind]), outcome.textContent));
      return [end];
    }

    /** What is named after the turn that the conversation is at. Ids of questions have single hyphens. */
    get turnId() {
      return `${this.question.id}--turn-${this.path.length}`;
    }

    /** @param {string} step */
    said(step) {
      return copy(this.place(step), "div", { class: "lp-said" });
    }

    /** @param {ScenarioChoice} taken */
    chosen({ step, key }) {
      const chosen = copy(this.choice(step, key), "div", { class: "lp-chosen" });
      chosen.prepend(el("p", { class: "lp-you" }, words.text("scenario.you")));
      return chosen;
    }

    /** The choices of the step that the conversation is at. @param {string} step */
    ask(step) {
      const name = this.turnId;
      const keys = this.keys(step);
      const shown = "shuffle" in this.host.dataset ? Leerpad.order.by(`${this.seed}/${step}`, keys) : keys;
      const choices = shown.map((value) => {
        const label = copy(this.choice(step, value), "label", {});
        label.prepend(el("input", { type: "radio", name, value }));
        return el("li", {}, label);
      });
      /** @type {HTMLFieldSetElement} */
      const group = el(
        "fieldset",
        {
          role: "radiogroup",
          keydown: (event) => this.enter(/** @type {KeyboardEvent} */ (event), group),
          change: () => complain(group, ""),
        },
        el("legend", {}, words.text("scenario.what")),
        el("ul", { class: "lp-choices" }, ...choices),
      );
      const next = Leerpad.button("scenario.next", () => this.next(group), "");
      next.id = `${name}--next`;
      next.setAttribute("aria-labelledby", `${next.id} ${this.form.querySelector(".lp-question-number")?.id}`);
      return el("div", { class: "lp-ask" }, group, next);
    }

    /** In a form, Enter would hand in the whole test. @param {KeyboardEvent} event @param {HTMLElement} group */
    enter(event, group) {
      if (event.key !== "Enter") return;
      event.preventDefault();
      this.next(group);
    }

    /** @param {HTMLElement} group */
    next(group) {
      const [key] = Leerpad.choices.selected(group);
      if (key === undefined) {
        complain(group, words.text("scenario.choose"));
        Leerpad.firstControl(group)?.focus();
        return;
      }
      this.go([...this.path, key]);
      this.form.dispatchEvent(new Event("change", { bubbles: true }));
      this.listen();
    }

    /** Bring the reader to what is new: focus on a group that is named by its own words is read out as a whole. */
    listen() {
      const news = /** @type {HTMLElement} */ (this.log.lastElementChild?.firstElementChild);
      news.id = this.turnId;
      news.tabIndex = -1;
      news.role = "group";
      news.setAttribute("aria-labelledby", news.id);
      news.focus({ preventScroll: true });
      news.scrollIntoView({ block: "nearest" });
    }

    // --- the review ----------------------------------------------------------------------------------------------------

    /** The way taken beside the best one; only the first if it is the best. @param {Json} response */
    compare(response) {
      this.forget();
      const trail = scenario.walk(this.question, response);
      const best = /** @type {ScenarioTrail} */ (scenario.walk(this.question, scenario.bestPath(this.question)));
      const isBest = trail !== null && String(response) === String(scenario.bestPath(this.question));
      const title = scenario.score(this.question, response).right ? "scenario.as_good" : "scenario.best";
      this.paths = el(
        "div",
        { class: "lp-paths" },
        trail ? this.column("scenario.yours", trail, true) : null,
        isBest ? null : this.column(title, best, false),
      );
      this.host.append(this.paths);
      this.host.classList.add("lp-marked");
    }

    forget() {
      this.paths?.remove();
    }

    /** @param {string} title @param {ScenarioTrail} trail @param {boolean} isMine */
    column(title, trail, isMine) {
      const turns = trail.taken.map((taken) => {
        const chosen = isMine ? this.chosen(taken) : copy(this.choice(taken.step, taken.key), "div", { class: "lp-chosen" });
        this.judge(chosen, taken);
        return el("li", { class: "lp-turn" }, this.said(taken.step), chosen, isMine ? this.others(taken) : null);
      });
      const last = el("li", { class: "lp-turn" }, ...this.arrival(trail, trail.full ? "scenario.cut_off" : "scenario.stopped"));
      const name = words.text(title);
      return el("div", {}, el("p", { class: "lp-paths-title" }, name), el("ol", { class: "lp-log", "aria-label": name }, ...turns, last));
    }

    /** Say of a choice how good it was, and what came of it. @param {HTMLElement} place @param {ScenarioChoice} taken */
    judge(place, { step, key, points, counts }) {
      const isBest = this.isBest(step, key);
      const said = words.text(isBest ? "scenario.best_choice" : "scenario.better");
      const state = isBest ? "right" : points > 0 ? "missed" : "wrong";
      const reason = review.reason(this.reasons, `${step}/${key}`);
      review.mark(place, state, `${said} · ${counts ? pointsText(points) : words.text("scenario.again")}`, reason);
    }

    /** The choices that were left, each with what would have come of it. @param {ScenarioChoice} taken */
    others({ step, key }) {
      const others = this.keys(step)
        .filter((other) => other !== key)
        .map((other) => {
          const [goto, points] = this.question.steps[step][other];
          const item = copy(this.choice(step, other), "li", { class: "lp-other" });
          const said = pointsText(scenario.worth(this.question, points));
          const isBest = this.isBest(step, other);
          const sign = isBest ? "right" : points > 0 ? "partial" : "wrong";
          // Without a consequence of its own, what comes next is the consequence.
          const reason = review.reason(this.reasons, `${step}/${other}`) ?? copy(this.place(goto), "div", { class: "lp-reason" });
          review.mark(item, "left", isBest ? `${words.text("scenario.best_choice")} · ${said}` : said, reason, sign);
          return item;
        });
      return el("details", { class: "lp-hint" }, el("summary", {}, words.text("scenario.others")), el("ul", {}, ...others));
    }

    /** @param {string} step @param {string} key */
    isBest(step, key) {
      return this.reasons.querySelector(`[data-answer="${step}/${key}"][data-best]`) !== null;
    }
  }

  /** @param {number} points */
  function pointsText(points) {
    return words.plural("scenario.points", Math.ceil(points), { points: words.number(points) });
  }

  /** Say at the step that a choice is missing; an empty text takes it away. @param {HTMLElement} group @param {string} message */
  function complain(group, message) {
    group.querySelector(".lp-step-error")?.remove();
    for (const name of ["aria-invalid", "aria-describedby"]) group.removeAttribute(name);
    if (!message) return;
    const id = `${group.querySelector("input")?.name}--error`;
    group.querySelector("legend")?.after(el("p", { class: "lp-step-error", id }, message));
    group.setAttribute("aria-invalid", "true");
    group.setAttribute("aria-describedby", id);
  }

  /** @type {WeakMap<HTMLElement, Talk>} */
  const talks = new WeakMap();
  /** @param {HTMLElement} form */
  const talkOf = (form) => /** @type {Talk} */ (talks.get(form));

  Leerpad.questions.scenario = {
    connect(form, question, reasons) {
      talks.set(form, new Talk(form, question, reasons));
    },
    read(form) {
      const path = talks.get(form)?.path ?? []; // nothing can be chosen before it is alive
      return path.length ? [...path] : null;
    },
    show(form, response) {
      const talk = talkOf(form);
      const fits = scenario.walk(talk.question, response) !== null;
      talk.forget();
      talk.go(fits ? /** @type {string[]} */ ([.../** @type {Json[]} */ (response)]) : []);
      return fits;
    },
    score: (question, response) => scenario.score(question, response),
    mark: (form, _question, response) => talkOf(form).compare(response),
    arrange(form, seed) {
      const talk = talkOf(form);
      talk.seed = seed;
      talk.draw(talk.path.length); // a choice that was not yet made belongs to the attempt before
    },
    missing(question, response) {
      const trail = scenario.walk(question, response);
      return trail && (trail.ended || trail.full) ? null : "scenario.unfinished";
    },
  };
})();
