/* What of a quiz is on the screen: its questions as the attempt has them, and above them the result. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/headings.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/words.js" />
/// <reference path="attempt.js" />
/// <reference path="attempt_session.js" />
/// <reference path="history.js" />
/// <reference path="hydration_queue.js" />
/// <reference path="pager.js" />
/// <reference path="question.js" />
/// <reference path="recall.js" />
/// <reference path="result.js" />
(function () {
  "use strict";
  const { el, words, find } = Leerpad;

  class QuizScreen {
    top = el("div", { class: "lp-quiz-top" });
    #status = el("p", { class: "lp-hidden", role: "status" });
    /** The attempt whose questions stand in the form now. */
    #arranged = "";
    /** Higher in the text, each with one question or more. @type {HTMLElement[]} */
    #parts;
    #sheet;
    #byId;
    #questions;
    #several;
    /** How many questions are the quiz's own. */
    #total;

    /** @param {LeerpadQuiz} deeds what the learner can do from here */
    constructor(deeds) {
      const { host, quiz, store } = deeds;
      this.host = host;
      this.quiz = quiz;
      this.store = store;
      this.deeds = deeds;
      this.form = find(host, "form", HTMLFormElement);
      this.#parts = Leerpad.findAll(document, `[data-part-of="${quiz.id}"]`, HTMLElement);
      this.forms = [...this.#parts.map((part) => find(part, "form", HTMLFormElement)), this.form];
      this.#sheet = find(host, ".lp-answers > ol", HTMLElement);
      const name = host.querySelector(".lp-quiz-title");
      this.headingLevel = Leerpad.headingLevel(host) + Number(name !== null);
      if (name) Leerpad.makeHeading(name, this.headingLevel - 1);
      const lists = this.forms.map((form) => find(form, ".lp-questions", HTMLElement));
      const items = lists.flatMap((list) => /** @type {HTMLElement[]} */ ([...list.children]));
      this.views = items.map((item) => this.#view(item));
      this.#byId = new Map(this.views.map((view) => [view.data.id, view]));
      this.#total = this.views.length;
      this.#questions = new Map(this.views.map(({ data }) => [data.id, data]));
      this.session = new Leerpad.AttemptSession(quiz, this.#questions, store);
      this.queue = new Leerpad.HydrationQueue((view) => this.showQuestion(view));
      /** @type {LeerpadQuizPager} */
      this.pager = new Leerpad.QuizPager(this);
      this.pager.bar.before(this.top);
      this.form.append(this.#status);
      /** What tells its questions from those of another quiz on the page. */
      this.#several = document.querySelectorAll("leerpad-quiz").length > 1 ? [`quiz-${quiz.id}`] : [];
    }

    /** @param {HTMLElement} item */
    #view(item) {
      const part = item.closest("leerpad-part");
      const reasons = find(this.#sheet, `[data-answers="${item.id.replace("question-", "")}"]`, HTMLElement);
      return new Leerpad.QuestionView(item, reasons, part ? Leerpad.headingLevel(part) : this.headingLevel);
    }

    /** A question of a level before, from now on at the end of the list; none if no level has it any more. @param {string} id */
    #bring(id) {
      const parts = Leerpad.recall.bring(id);
      if (parts === null) return [];
      const [item, reasons] = parts;
      item.classList.add("lp-recalled");
      item.prepend(el("p", { class: "lp-recalled-from" }, words.text("recall.from")));
      find(this.form, ".lp-questions", HTMLElement).append(item);
      this.#sheet.append(reasons);
      const view = this.#view(item);
      view.data.recalled = this.quiz.recall_counts ? "counts" : "apart";
      this.views.push(view);
      this.#byId.set(id, view);
      this.#questions.set(id, view.data);
      return [view];
    }

    /** @param {AbortSignal} signal */
    connect(signal) {
      this.pager.connect(signal);
      this.queue.connect(signal);
      window.addEventListener("beforeprint", () => this.queue.hydrateAll(), { signal });
    }

    /** As they stand on the page: those higher in the text first. */
    asked() {
      const asked = this.session.attempt.questions.flatMap((question) => this.#byId.get(question) ?? this.#bring(question));
      return this.#parts.length ? asked.sort((one, other) => this.#place(one) - this.#place(other)) : asked;
    }

    /** Of the form of a question among those of the quiz. @param {LeerpadQuestionView} view */
    #place({ list }) {
      return this.forms.findIndex((form) => form.contains(list));
    }

    /** It was answered, or written at. @param {LeerpadQuestionView} view */
    isMet(view) {
      return view.type.isNote ? Boolean(this.store.progress.notes[view.data.id]?.text) : this.isAnswered(view);
    }

    /** @param {LeerpadQuestionView} view */
    isAnswered(view) {
      return view.missing(this.session.attempt.answers[view.data.id]) === null;
    }

    get isCurrent() {
      return this.#arranged === this.session.id;
    }

    get isResult() {
      return this.host.dataset.state === "result";
    }

    #arrange() {
      const away = Leerpad.recall.lacks(this.session.attempt.questions);
      if (away.length) void Leerpad.recall.load(away).then(() => this.#arrangeAgain());
      const shown = this.asked();
      for (const { list, item } of shown) list.append(item);
      this.#sheet.append(...shown.map((view) => view.reasons));
      for (const view of this.views) view.item.hidden = view.reasons.hidden = !shown.includes(view);
      for (const part of this.#parts) part.hidden = part.querySelector(".lp-question:not([hidden])") === null;
      this.pager.ask(shown, this.session.attempt.finished !== null);
      this.#arranged = this.session.id;
    }

    /** What another tab or an earlier attempt asked has come. */
    #arrangeAgain() {
      this.#arranged = "";
      this.renderAndKeepFocus();
    }

    /** Show where the attempt is now; of the questions, those that may have changed. @param {LeerpadQuestionView[]} [changed] */
    render(changed) {
      if (!this.isCurrent) this.#arrange();
      const { finished, outcome } = this.session.attempt;
      this.queue.add(changed ?? this.asked());
      this.host.dataset.state = finished !== null ? "result" : this.session.attempt.retry ? "retry" : "draft";
      const earlier = Leerpad.quizHistory.attempts(this.session, (id) => this.deeds.open(id));
      this.top.replaceChildren(...(outcome === null ? this.#introduction() : [this.#result(outcome)]), ...(earlier ? [earlier] : []));
      this.pager.show(finished !== null);
      if (finished !== null) Leerpad.recall.prepare(this.quiz, this.store.progress, this.session.attempt.seed + 1);
    }

    /** What another tab does may take away what has the focus here. @param {LeerpadQuestionView[]} [changed] */
    renderAndKeepFocus(changed) {
      const had = this.host.contains(document.activeElement);
      this.render(changed);
      if (had && !this.host.contains(document.activeElement)) this.#focusTitle();
    }

    /** What the attempt says of a question. @param {LeerpadQuestionView} view */
    showQuestion(view) {
      const { data, type, fieldset, feedback } = view;
      const { attempt } = this.session;
      const answer = attempt.answers[data.id];
      const judged = Leerpad.attempt.judge(attempt, data);
      view.arrange(String(attempt.seed));
      view.reset();
      if (type.isNote) type.show(fieldset, this.store.progress.notes[data.id]?.text ?? null);
      if (judged) {
        view.reveal(answer, judged);
        if (attempt.finished !== null && view.isApart) feedback.append(this.#toResult());
        return;
      }
      const valid = Leerpad.attempt.current(data, answer);
      if (!type.isNote) type.show(fieldset, valid === null ? null : valid.value);
      if (answer && valid === null) feedback.append(el("p", { class: "lp-changed" }, words.text("quiz.changed_draft")));
      if (this.quiz.mode === "practice" && view.checkWords !== null) feedback.append(this.#checkButton(view, view.checkWords));
    }

    /** @param {LeerpadQuestionView} view @param {string} key */
    #checkButton(view, key) {
      const button = Leerpad.button(key, () => this.deeds.check(view), this.pager.isOne ? "" : undefined);
      button.id = `${view.item.id}--check`;
      button.setAttribute("aria-labelledby", [button.id, view.numberId, ...this.#several].join(" "));
      return button;
    }

    #toResult() {
      return el("p", {}, el("a", { href: `#quiz-${this.quiz.id}` }, words.text("part.result")));
    }

    /** What this attempt asks: folded with what else is told of a test; in sight where it is less than one expects. */
    #introduction() {
      const { attempt } = this.session;
      const said = Leerpad.quizResult.introduction(this.quiz, attempt, this.#total);
      const fold = this.host.querySelector("[data-asked]");
      const isFolded = fold !== null && !attempt.retry;
      fold?.replaceChildren(isFolded ? said : "");
      return said && !isFolded ? [el("p", { class: "lp-note" }, said)] : [];
    }

    /** @param {Outcome} outcome */
    #result(outcome) {
      const { quiz, store, deeds } = this;
      const questions = this.#questions;
      const { attempt } = this.session;
      const level = quiz.level === null ? null : Leerpad.path.level(quiz.level);
      const wrong = Leerpad.attempt.wrong(attempt).filter((question) => questions.has(question));
      const practised = this.session.all.map(([, one]) => one);
      const others = attempt.retry ? Leerpad.attempt.others(practised, questions) : [];
      const isPassed = outcome.passed || (attempt.retry && quiz.mode === "test" && Leerpad.path.passed(store.progress, quiz.id));
      const summary = Leerpad.quizResult.summary({
        attempt,
        outcome,
        quiz,
        band: attempt.retry ? null : Leerpad.quizResult.band(this.host, outcome),
        lessons: quiz.mode === "test" ? Leerpad.quizHistory.byLesson(outcome, questions) : [],
        best: Leerpad.path.best(store.progress, quiz.id),
        onward: level && isPassed ? Leerpad.path.onward(store.progress, level) : null,
        certificate: level && outcome.passed ? `${Leerpad.course.certificate}#certificate-${level.id}` : null,
        headingLevel: this.headingLevel,
        title: find(this.host, ".lp-quiz", HTMLElement).ariaLabel ?? "",
        draws: quiz.draw !== null && quiz.draw < this.#total,
        recalled: this.#recalled(outcome),
        again: () => deeds.restart(),
        // All wrong is not practised but tried again, unless it was practice: that never leads back to all questions.
        retry: wrong.length && (attempt.retry || wrong.length < attempt.questions.length) ? () => deeds.restart(wrong) : null,
        others: others.length ? () => deeds.restart(others) : null,
      });
      if (!attempt.questions.every((id) => questions.has(id))) summary.append(el("p", { class: "lp-changed" }, words.text("quiz.dropped")));
      return summary;
    }

    /** How the questions of levels before went. @param {Outcome} outcome */
    #recalled(outcome) {
      const all = this.asked().flatMap(({ data }) => (data.recalled ? (outcome.questions[data.id] ?? []) : []));
      return all.length ? { right: all.filter(({ points, max }) => points >= max).length, total: all.length } : null;
    }

    /** Say above the questions which have no answer yet, and bring the learner there. @param {LeerpadQuestionView[]} unanswered @param {() => void} handInAnyway */
    showMissing(unanswered, handInAnyway) {
      const { answers } = this.session.attempt;
      this.queue.hydrateAll();
      for (const view of unanswered) view.setMissing(words.text(String(view.missing(answers[view.data.id]))));
      const missing = Leerpad.quizResult.missing(unanswered, this.headingLevel, (view) => this.#goTo(view), handInAnyway);
      this.top.replaceChildren(missing, ...this.#introduction());
      missing.focus({ preventScroll: true });
      missing.scrollIntoView(); // a list that is longer than the screen is read from its beginning
    }

    /** For paper: all questions below each other, or each where it stands on the page. @param {boolean} on */
    gather(on) {
      const own = find(this.form, ".lp-questions", HTMLElement);
      for (const { item, list } of this.asked()) (on ? own : list).append(item);
    }

    /** Every question as if nobody had touched it, to be printed; `render` brings all back. */
    blank() {
      this.queue.hydrateAll();
      for (const view of this.asked()) {
        view.reset();
        view.type.show(view.fieldset, null);
      }
    }

    /** @param {string} text */
    say(text) {
      this.#status.textContent = text;
    }

    /** To the first thing to fill in. @param {LeerpadQuestionView} view */
    #goTo(view) {
      this.pager.go(view);
      this.focusControl(view);
    }

    /** @param {LeerpadQuestionView} view */
    focusControl(view) {
      const control = Leerpad.firstControl(view.fieldset);
      control?.focus({ preventScroll: true });
      view.see(control);
    }

    /** The result, or how far the learner is. */
    #focusTitle() {
      /** @type {HTMLElement | null} */
      const title = this.top.querySelector(".lp-result-title");
      (title ?? this.pager.status).focus({ preventScroll: true });
    }

    focusTop() {
      this.#focusTitle();
      this.top.scrollIntoView({ block: "start" });
    }
  }

  Leerpad.QuizScreen = QuizScreen;
})();
