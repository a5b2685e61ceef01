/* The quiz element: brings the form to life, keeps each answer, shows what was right. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/later.js" />
/// <reference path="../../client/merge.js" />
/// <reference path="../../client/progress.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
/// <reference path="../reflect/keep.js" />
/// <reference path="attempt.js" />
/// <reference path="follow.js" />
/// <reference path="further.js" />
/// <reference path="reached.js" />
/// <reference path="recall.js" />
/// <reference path="screen.js" />
/// <reference path="tools.js" />
(function () {
  "use strict";
  const { words } = Leerpad;
  const { canonical } = Leerpad.progress;

  class Quiz {
    #isNew = true;
    #session;

    /** @param {HTMLElement} host */
    constructor(host) {
      this.host = host;
      this.quiz = Leerpad.data(host, "quiz");
      this.store = this.quiz.trial ? Leerpad.trialStore() : Leerpad.store;
      /** @type {LeerpadQuizScreen} */
      this.screen = new Leerpad.QuizScreen(this);
      this.#session = this.screen.session;
    }

    /** @param {AbortSignal} signal @returns {unknown} */
    connect(signal) {
      this.#session.load();
      const away = Leerpad.recall.lacks(this.#session.attempt.questions);
      return away.length ? Leerpad.recall.load(away).then(() => signal.aborted || this.connect(signal)) : this.#live(signal);
    }

    /** @param {AbortSignal} signal */
    #live(signal) {
      const { host, screen } = this;
      screen.connect(signal);
      for (const form of screen.forms) this.#listen(form, signal);
      if (host.hasAttribute("data-long")) Leerpad.later.run(() => signal.aborted || Leerpad.quizTools(this, signal));
      Leerpad.followAttempt(screen, signal);
      Leerpad.further(host);
      screen.render();
      for (const form of screen.forms) form.closest("leerpad-part, leerpad-quiz")?.classList.add("lp-live");
      if (this.#isNew) screen.pager.comeBack();
      this.#isNew = false;
    }

    /** @param {HTMLFormElement} form @param {AbortSignal} signal */
    #listen(form, signal) {
      const keep = (/** @type {Event} */ event) => this.#keepChange(event);
      form.addEventListener("submit", (event) => event.preventDefault(), { signal });
      form.addEventListener("change", keep, { signal });
      form.addEventListener("input", (event) => this.#viewOf(event), { signal });
      // Not while something is pressed: choices that take their order would move away under the finger.
      form.addEventListener("focusin", (event) => form.matches(":active") || this.#viewOf(event), { signal });
      // A text that is being written is kept too, without a write for every letter.
      form.addEventListener("input", Leerpad.afterTyping(keep, signal), { signal });
      form.addEventListener("keydown", (event) => this.#press(event), { signal });
    }

    // --- what the form tells -----------------------------------------------------------------------------------------

    /** The question where something happened, which is alive from then on. @param {Event} event */
    #viewOf(event) {
      const { views, queue } = this.screen;
      const item = /** @type {Element} */ (event.target).closest(".lp-question");
      const view = views.find((candidate) => candidate.item === item);
      if (view && (event.type === "change" || event.type === "input")) queue.hydrateFilled(view);
      else if (view) queue.hydrate(view);
      return view;
    }

    /** @param {Event} event */
    #keepChange(event) {
      const { screen } = this;
      const session = this.#session;
      const view = this.#viewOf(event);
      if (view === undefined || view.fieldset.disabled) return;
      // Typing is told twice: after a pause, and on leaving the field. The second time nothing changed.
      const kept = Leerpad.attempt.current(view.data, session.attempt.answers[view.data.id]);
      if (kept && canonical(kept.value) === canonical(view.type.read(view.fieldset))) return;
      this.#keepAnswer(view, false);
      view.setMissing("");
      const { isResult } = screen;
      if (!screen.isCurrent || (session.attempt.finished !== null && !isResult)) screen.render();
      else if (isResult) screen.showQuestion(view); // a note: what stands above stays, and so does the focus
      screen.pager.update();
    }

    /** Enter in a text field says “done”: in a practice it asks for feedback on its question, in a test it keeps the answer. @param {KeyboardEvent} event */
    #press(event) {
      if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement) || event.target.type !== "text") return;
      event.preventDefault();
      if (event.isComposing) return;
      if (this.quiz.mode === "practice") this.checkHere(event);
      else this.#keepChange(event);
    }

    /** Ask for feedback on the question where something was pressed. @param {Event} event */
    checkHere(event) {
      const view = this.#viewOf(event);
      if (view?.checkWords && !view.fieldset.disabled) this.check(view);
    }

    /** @param {LeerpadQuestionView} view @param {boolean} checked */
    #keepAnswer({ type, fieldset, item, data }, checked) {
      const value = type.read(fieldset);
      const prompt = item.querySelector(".lp-prompt")?.textContent?.trim() ?? "";
      if (type.isNote) Leerpad.keepNote(this.store, data.id, String(value ?? ""), prompt);
      if (type.isNote && !checked) return;
      this.#session.change((draft, { put }) => {
        put(draft.answers, data.id, { value: type.isNote ? null : value, revision: data.revision, checked });
      });
    }

    // --- what the learner does ---------------------------------------------------------------------------------------

    /** @param {LeerpadQuestionView} view */
    check(view) {
      const { screen } = this;
      const session = this.#session;
      this.#keepAnswer(view, false);
      const missing = view.missing(session.attempt.answers[view.data.id]);
      if (missing !== null) {
        view.setMissing(words.text(missing));
        return screen.focusControl(view);
      }
      this.#keepAnswer(view, true);
      const scored = screen.asked().filter((other) => other.isScored);
      const isLast = scored.length > 0 && scored.every((other) => Leerpad.attempt.judge(session.attempt, other.data) !== null);
      if (isLast) session.finish();
      screen.render(isLast || !screen.isCurrent ? screen.asked() : [view]);
      screen.queue.hydrate(view);
      view.verdict.focus({ preventScroll: true });
      view.see();
      screen.say(session.attempt.outcome ? String(screen.top.querySelector(".lp-result-score")?.textContent) : "");
    }

    /** @param {boolean} [anyway] also with questions that have no answer */
    handIn(anyway) {
      const { screen } = this;
      const session = this.#session;
      const unanswered = screen.asked().filter((view) => !screen.isAnswered(view));
      for (const view of screen.asked()) view.setMissing("");
      if (unanswered.length && !anyway) return screen.showMissing(unanswered, () => this.handIn(true));
      const counts = !session.attempt.retry;
      session.finish();
      screen.render();
      screen.pager.rewind();
      if (counts) Leerpad.later.run(() => screen.say(Leerpad.reached(this.quiz.id, screen.top.querySelector(".lp-result"))));
      screen.focusTop();
    }

    /** Look at an attempt that went before. @param {string} attempt */
    open(attempt) {
      this.#session.open(attempt);
      this.screen.render();
      this.screen.focusTop();
    }

    /** @param {string[]} [only] */
    restart(only) {
      const { screen } = this;
      this.#session.restart(only);
      screen.render();
      screen.pager.rewind();
      const [first] = screen.asked();
      (first?.isApart ? first.item : screen.top).scrollIntoView({ block: "start" });
      if (first) Leerpad.firstControl(first.fieldset)?.focus({ preventScroll: true });
    }
  }

  Leerpad.define("leerpad-quiz", (host) => new Quiz(host));
})();
