/* The quiz element: brings the form to life, keeps each answer, shows what was right. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/headings.js" />
/// <reference path="../../client/merge.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/progress.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
/// <reference path="../level/reached.js" />
/// <reference path="../reflect/client.js" />
/// <reference path="attempt.js" />
/// <reference path="attempt_session.js" />
/// <reference path="follow.js" />
/// <reference path="history.js" />
/// <reference path="hydration_queue.js" />
/// <reference path="pager.js" />
/// <reference path="question.js" />
/// <reference path="result.js" />
/// <reference path="tools.js" />
(function () {
  "use strict";
  const { el, words } = Leerpad;
  const { canonical } = Leerpad.progress;

  /** @param {HTMLElement} host */
  function connect(host) {
    if (host.classList.contains("lp-live")) return; // moved within the page
    const quiz = /** @type {QuizData} */ (JSON.parse(host.dataset.quiz ?? ""));
    const store = quiz.trial ? Leerpad.trialStore() : Leerpad.store;
    const form = /** @type {HTMLFormElement} */ (host.querySelector("form"));
    const list = /** @type {HTMLElement} */ (form.querySelector(".lp-questions"));
    const sheet = /** @type {Element} */ (host.querySelector(".lp-answers > ol"));
    const reasons = /** @type {HTMLElement[]} */ ([...sheet.children]); // in the same order
    const name = host.querySelector(".lp-quiz-title");
    const headingLevel = Leerpad.headingLevel(host) + Number(name !== null);
    if (name) Leerpad.makeHeading(name, headingLevel - 1);
    const views = [...list.children].map(
      (item, index) => new Leerpad.QuestionView(/** @type {HTMLElement} */ (item), reasons[index], headingLevel),
    );
    const questions = new Map(views.map((view) => [view.data.id, view.data]));
    const byId = new Map(views.map((view) => [view.data.id, view]));

    const top = el("div", { class: "lp-quiz-top" });
    const status = el("p", { class: "lp-hidden", role: "status" });
    const session = new Leerpad.AttemptSession(quiz, questions, store);
    const pager = new Leerpad.QuizPager({
      host,
      quiz,
      store,
      isMet: (view) => (view.type.isNote ? Boolean(store.progress.notes[view.data.id]?.text) : isAnswered(view)),
      judge: (view) => Leerpad.attempt.judge(session.attempt, view.data),
      ready: (view) => queue.hydrate(view),
      toResult: focusTop,
      handIn: () => handIn(false),
      say: (text) => void (status.textContent = text),
    });
    const queue = new Leerpad.HydrationQueue(showQuestion);
    pager.bar.before(top);
    form.append(status);
    /** What tells its questions from those of another quiz on the page. */
    const several = document.querySelectorAll("leerpad-quiz").length > 1 ? [`quiz-${quiz.id}`] : [];
    /** The attempt whose questions stand in the form now. */
    let arranged = "";

    /** @param {LeerpadQuestionView} view @param {boolean} checked */
    function keepAnswer(view, checked) {
      const value = view.type.read(view.fieldset);
      const prompt = view.item.querySelector(".lp-prompt")?.textContent?.trim() ?? "";
      if (view.type.isNote) Leerpad.keepNote(store, view.data.id, String(value ?? ""), prompt);
      if (view.type.isNote && !checked) return;
      session.change((draft, { put }) => {
        put(draft.answers, view.data.id, { value: view.type.isNote ? null : value, revision: view.data.revision, checked });
      });
    }

    // --- what is on the screen ---------------------------------------------------------------------------------------

    /** @returns {LeerpadQuestionView[]} */
    function asked() {
      return session.attempt.questions.flatMap((question) => byId.get(question) ?? []);
    }

    /** @returns {LeerpadQuestionView[]} */
    function scored() {
      return asked().filter((view) => view.isScored);
    }

    function arrange() {
      const shown = asked();
      list.append(...shown.map((view) => view.item));
      sheet.append(...shown.map((view) => view.reasons));
      for (const view of views) view.item.hidden = view.reasons.hidden = !shown.includes(view);
      pager.ask(shown, session.attempt.finished !== null);
      arranged = session.id;
    }

    /** Show where the attempt is now; of the questions, those that may have changed. @param {LeerpadQuestionView[]} [changed] */
    function render(changed) {
      if (arranged !== session.id) arrange();
      const { finished, outcome } = session.attempt;
      queue.add(changed ?? asked());
      host.dataset.state = finished === null ? "draft" : "result";
      const earlier = Leerpad.quizHistory.attempts(session, openAttempt);
      top.replaceChildren(...(outcome === null ? introduction() : [result(outcome)]), ...(earlier ? [earlier] : []));
      pager.show(finished !== null);
    }

    /** What the attempt says of a question. @param {LeerpadQuestionView} view */
    function showQuestion(view) {
      const { data, type, fieldset, feedback } = view;
      const answer = session.attempt.answers[data.id];
      const judged = Leerpad.attempt.judge(session.attempt, data);
      view.arrange(String(session.attempt.seed));
      view.reset();
      if (type.isNote) type.show(fieldset, store.progress.notes[data.id]?.text ?? null);
      if (judged) return view.reveal(answer, judged);
      const valid = Leerpad.attempt.current(data, answer);
      if (!type.isNote) type.show(fieldset, valid === null ? null : valid.value);
      if (answer && valid === null) feedback.append(el("p", { class: "lp-changed" }, words.text("quiz.changed_draft")));
      if (quiz.mode === "practice" && view.checkWords !== null) feedback.append(checkButton(view, view.checkWords));
    }

    /** Every question as if nobody had touched it, to be printed; `render` brings all back. */
    function blank() {
      queue.hydrateAll();
      for (const view of asked()) {
        view.reset();
        view.type.show(view.fieldset, null);
      }
    }

    const introduction = () => Leerpad.quizResult.introduction(quiz, session.attempt, views.length);

    /** @param {LeerpadQuestionView} view */
    function isAnswered(view) {
      return view.missing(session.attempt.answers[view.data.id]) === null;
    }

    /** @param {Outcome} outcome */
    function result(outcome) {
      const { attempt } = session;
      const level = quiz.level === null ? null : Leerpad.path.level(quiz.level);
      const wrong = Leerpad.attempt.wrong(attempt).filter((question) => questions.has(question));
      const summary = Leerpad.quizResult.summary({
        attempt,
        outcome,
        quiz,
        band: attempt.retry ? null : Leerpad.quizResult.band(host, outcome),
        lessons: quiz.mode === "test" ? Leerpad.quizHistory.byLesson(outcome, questions) : [],
        best: Leerpad.path.best(store.progress, quiz.id),
        onward: level && outcome.passed ? Leerpad.path.onward(store.progress, level) : null,
        certificate: level && outcome.passed ? `${Leerpad.course.certificate}#certificate-${level.id}` : null,
        headingLevel,
        again: () => restart(),
        retry: wrong.length && wrong.length < attempt.questions.length ? () => restart(wrong) : null,
      });
      if (!attempt.questions.every((id) => questions.has(id))) summary.append(el("p", { class: "lp-changed" }, words.text("quiz.dropped")));
      return summary;
    }

    // --- what the learner does ---------------------------------------------------------------------------------------

    /** @param {LeerpadQuestionView} view @param {string} key */
    function checkButton(view, key) {
      const button = Leerpad.button(key, () => check(view), pager.isOne ? "" : undefined);
      button.id = `${view.item.id}-nakijken`;
      button.setAttribute("aria-labelledby", [button.id, view.numberId, ...several].join(" "));
      return button;
    }

    /** @param {LeerpadQuestionView} view */
    function check(view) {
      keepAnswer(view, false);
      const missing = view.missing(session.attempt.answers[view.data.id]);
      if (missing !== null) {
        view.setMissing(words.text(missing));
        return focusControl(view);
      }
      keepAnswer(view, true);
      const isLast = scored().length && scored().every((other) => Leerpad.attempt.judge(session.attempt, other.data) !== null);
      if (isLast) session.finish();
      render(isLast || arranged !== session.id ? asked() : [view]);
      queue.hydrate(view);
      view.verdict.focus({ preventScroll: true });
      view.see();
      status.textContent = session.attempt.outcome ? String(top.querySelector(".lp-result-score")?.textContent) : "";
    }

    /** @param {boolean} anyway */
    function handIn(anyway) {
      const unanswered = asked().filter((view) => !isAnswered(view));
      for (const view of asked()) view.setMissing("");
      if (unanswered.length && !anyway) {
        queue.hydrateAll();
        for (const view of unanswered) view.setMissing(words.text(String(view.missing(session.attempt.answers[view.data.id]))));
        const missing = Leerpad.quizResult.missing(unanswered, headingLevel, goTo, () => handIn(true));
        top.replaceChildren(missing, ...introduction());
        missing.focus({ preventScroll: true });
        missing.scrollIntoView(); // a list that is longer than the screen is read from its beginning
        return;
      }
      const counts = !session.attempt.retry;
      session.finish();
      render();
      pager.rewind();
      if (counts) status.textContent = Leerpad.reached(quiz.id, top.querySelector(".lp-result"));
      focusTop();
    }

    /** To the first thing to fill in. @param {LeerpadQuestionView} view */
    function goTo(view) {
      pager.go(view);
      focusControl(view);
    }

    /** @param {LeerpadQuestionView} view */
    function focusControl(view) {
      const control = Leerpad.firstControl(view.fieldset);
      control?.focus({ preventScroll: true });
      view.see(control);
    }

    /** @param {string} id */
    function openAttempt(id) {
      session.open(id);
      render();
      focusTop();
    }

    /** @param {string[]} [only] */
    function restart(only) {
      session.restart(only);
      render();
      pager.rewind();
      const [first] = asked();
      top.scrollIntoView({ block: "start" });
      if (first) Leerpad.firstControl(first.fieldset)?.focus({ preventScroll: true });
    }

    /** The result, or how far the learner is. */
    function focusTitle() {
      /** @type {HTMLElement} */ (host.querySelector(".lp-result-title, .lp-count")).focus({ preventScroll: true });
    }

    function focusTop() {
      focusTitle();
      top.scrollIntoView({ block: "start" });
    }

    /** What another tab does may take away what has the focus here. @param {() => void} change */
    function keepFocus(change) {
      const had = host.contains(document.activeElement);
      change();
      if (had && !host.contains(document.activeElement)) focusTitle();
    }

    form.addEventListener("submit", (event) => event.preventDefault());
    /** @param {Event} event */
    function viewOf(event) {
      const item = /** @type {Element} */ (event.target).closest(".lp-question");
      const view = views.find((candidate) => candidate.item === item);
      if (view && (event.type === "change" || event.type === "input")) queue.hydrateFilled(view);
      else if (view) queue.hydrate(view);
      return view;
    }
    /** @param {Event} event */
    const keepChange = (event) => {
      const view = viewOf(event);
      if (view === undefined || view.fieldset.disabled) return;
      // Typing is told twice: after a pause, and on leaving the field. The second time nothing changed.
      const kept = Leerpad.attempt.current(view.data, session.attempt.answers[view.data.id]);
      if (kept && canonical(kept.value) === canonical(view.type.read(view.fieldset))) return;
      keepAnswer(view, false);
      view.setMissing("");
      const isResult = host.dataset.state === "result";
      if (arranged !== session.id || (session.attempt.finished !== null && !isResult)) render();
      else if (isResult) showQuestion(view); // a note: what stands above stays, and so does the focus
      pager.update();
    };
    form.addEventListener("change", keepChange);
    for (const begin of ["pointerdown", "focusin", "input"]) form.addEventListener(begin, viewOf);
    window.addEventListener("beforeprint", () => queue.hydrateAll());
    // A text that is being written is kept too, without a write for every letter.
    form.addEventListener("input", Leerpad.afterTyping(keepChange));
    // Enter in a text field says “done”: in a practice it asks for feedback on its question, in a test it keeps the answer.
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement) || event.target.type !== "text") return;
      event.preventDefault();
      if (event.isComposing) return;
      if (quiz.mode === "practice") checkHere(event);
      else keepChange(event);
    });
    /** @param {Event} event */
    function checkHere(event) {
      const view = viewOf(event);
      if (view?.checkWords && !view.fieldset.disabled) check(view);
    }
    if (host.hasAttribute("data-long")) {
      const tools = {
        form,
        quiz,
        store,
        blank,
        restore: () => (render(), queue.hydrateAll()),
        move: pager.move.bind(pager),
        check: checkHere,
      };
      Leerpad.quizTools(host, tools);
    }
    Leerpad.followAttempt({ form, store, session, asked, render: (changed) => keepFocus(() => render(changed)), show: showQuestion });

    render();
    host.classList.add("lp-live");
    pager.comeBack();
  }

  Leerpad.define("leerpad-quiz", connect);
})();
