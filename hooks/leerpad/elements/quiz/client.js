/* The quiz element: brings the form to life, keeps each answer, shows what was right. */
(function () {
  "use strict";
  const { el, words, store } = Leerpad;

  /** @param {HTMLElement} host */
  function connect(host) {
    if (host.classList.contains("lp-live")) return; // moved within the page
    const quiz = /** @type {QuizData} */ (JSON.parse(host.dataset.quiz ?? ""));
    const form = /** @type {HTMLFormElement} */ (host.querySelector("form"));
    const list = /** @type {HTMLElement} */ (form.querySelector(".lp-questions"));
    const views = [...form.querySelectorAll(".lp-question")].map((item) => {
      const id = JSON.parse(/** @type {HTMLElement} */ (item).dataset.question ?? "").id;
      const reasons = /** @type {Element} */ (host.querySelector(`[data-answers="${id}"]`));
      return new Leerpad.QuestionView(/** @type {HTMLElement} */ (item), reasons);
    });
    const questions = new Map(views.map((view) => [view.data.id, view.data]));
    const byId = new Map(views.map((view) => [view.data.id, view]));

    const top = el("div", { class: "lp-quiz-top" });
    const count = el("p", { class: "lp-count" });
    const status = el("p", { class: "lp-hidden", role: "status" });
    const bottom = el("div", { class: "lp-quiz-bottom" });
    const submit = el("button", { type: "submit", class: "lp-button" }, words.text("quiz.submit"));
    form.before(top);
    form.append(bottom, status);

    let id = "";
    /** @type {Attempt} */
    let attempt;
    /** The attempt whose questions stand in the form now. */
    let arranged = "";

    // --- which attempt -----------------------------------------------------------------------------------------------

    /** What the store says now: a draft, else the newest result, else a fresh start. */
    function load() {
      const attempts = Object.entries(store.progress.quizzes[quiz.id] ?? {});
      const newest =
        Leerpad.path.draft(store.progress, quiz.id) ??
        attempts.filter(([, { finished }]) => finished !== null).sort(([, a], [, b]) => Number(b.finished) - Number(a.finished))[0];
      if (newest !== undefined && newest[1].questions.some((question) => questions.has(question))) [id, attempt] = newest;
      else if (!id || attempt.finished !== null || Object.keys(attempt.answers).length) fresh();
    }

    /** @param {string[]} [only] */
    function fresh(only) {
      id = Leerpad.attempt.newId();
      attempt = Leerpad.attempt.start(quiz, [...questions.values()], only);
    }

    /** Keep a change of this attempt; one that is handed in already never changes. @param {(attempt: Attempt) => void} change */
    function keep(change) {
      store.update((progress) => {
        const attempts = (progress.quizzes[quiz.id] ??= {});
        // Another tab may have begun just now: go on with its questions if ours are still untouched.
        const begun = Leerpad.path.draft(progress, quiz.id);
        if (!(id in attempts) && begun !== null && !Object.keys(attempt.answers).length && !attempt.retry) [id, attempt] = begun;
        const kept = (attempts[id] ??= attempt);
        if (kept.finished === null) change(kept);
        attempt = kept;
      });
    }

    /** @param {LeerpadQuestionView} view @param {boolean} checked */
    function keepAnswer(view, checked) {
      const value = view.type.read(view.fieldset);
      keep((draft) => {
        draft.answers[view.data.id] = { value, revision: view.data.revision, at: Date.now(), checked };
      });
    }

    // --- what is on the screen ---------------------------------------------------------------------------------------

    /** @returns {LeerpadQuestionView[]} */
    function asked() {
      return attempt.questions.flatMap((question) => byId.get(question) ?? []);
    }

    function arrange() {
      const shown = asked();
      list.append(...shown.map((view) => view.item));
      for (const view of views) {
        view.item.hidden = !shown.includes(view);
        view.type.arrange(view.fieldset, `${attempt.seed}/${view.data.id}`);
      }
      shown.forEach((view, index) => view.setNumber(index + 1));
      arranged = id;
    }

    function render() {
      if (arranged !== id) arrange();
      const { finished, outcome } = attempt;
      for (const view of asked()) {
        const answer = attempt.answers[view.data.id];
        const isRevealed = outcome !== null || answer?.checked;
        view.reset();
        if (isRevealed) {
          view.reveal(answer, outcome?.questions[view.data.id] ?? Leerpad.attempt.scoreOne(view.data, answer));
          continue;
        }
        const valid = Leerpad.attempt.current(view.data, answer);
        view.type.show(view.fieldset, valid === null ? null : valid.value);
        if (answer && valid === null) view.feedback.append(el("p", { class: "lp-changed" }, words.text("quiz.changed")));
        if (quiz.mode === "practice") view.feedback.append(checkButton(view));
      }
      host.dataset.state = finished === null ? "draft" : "result";
      bottom.replaceChildren(...(quiz.mode === "test" && finished === null ? [submit] : []));
      top.replaceChildren(...(outcome === null ? introduction() : [result(outcome)]));
      showCount();
    }

    function introduction() {
      const notes = [];
      if (attempt.retry) notes.push(el("p", { class: "lp-note" }, words.text("quiz.retry_note")));
      if (quiz.draw !== null && quiz.draw < views.length && !attempt.retry) {
        notes.push(el("p", { class: "lp-note" }, words.text("quiz.drawn", { n: quiz.draw, total: views.length })));
      }
      return [...notes, count];
    }

    function showCount() {
      const answered = asked().filter(isAnswered).length;
      count.textContent = words.text("quiz.progress", { answered, total: asked().length });
    }

    /** @param {LeerpadQuestionView} view */
    function isAnswered(view) {
      return (Leerpad.attempt.current(view.data, attempt.answers[view.data.id])?.value ?? null) !== null;
    }

    /** @param {Outcome} outcome */
    function result(outcome) {
      const level = quiz.level === null ? null : Leerpad.path.level(quiz.level);
      const next = level && outcome.passed ? Leerpad.path.after(level) : null;
      const wrong = Leerpad.attempt.wrong(attempt).filter((question) => questions.has(question));
      const all = attempt.questions.every((question) => questions.has(question));
      const summary = Leerpad.quizResult.summary({
        attempt,
        outcome,
        quiz,
        band: attempt.retry ? null : bandText(outcome),
        best: Leerpad.path.best(store.progress, quiz.id),
        opened: next,
        completed: level !== null && outcome.passed && next === null,
        again: () => restart(),
        retry: wrong.length && wrong.length < attempt.questions.length ? () => restart(wrong) : null,
      });
      if (!all) summary.append(el("p", { class: "lp-changed" }, words.text("quiz.dropped")));
      return summary;
    }

    /** @param {Outcome} outcome */
    function bandText(outcome) {
      const share = outcome.max ? outcome.points / outcome.max : 0;
      const bands = [...host.querySelectorAll("template[data-band]")].filter((band) => Number(band.getAttribute("data-band")) <= share + 1e-9);
      const band = bands.at(-1);
      return band instanceof HTMLTemplateElement ? /** @type {DocumentFragment} */ (band.content.cloneNode(true)) : null;
    }

    // --- what the learner does ---------------------------------------------------------------------------------------

    /** @param {LeerpadQuestionView} view */
    function checkButton(view) {
      return el("button", { type: "button", class: "lp-button lp-button-quiet", click: () => check(view) }, words.text("quiz.check"));
    }

    /** @param {LeerpadQuestionView} view */
    function check(view) {
      if (view.type.read(view.fieldset) === null) {
        view.setMissing(words.text("quiz.choose_first"));
        view.fieldset.querySelector("input")?.focus();
        return;
      }
      keepAnswer(view, true);
      if (asked().every((other) => attempt.answers[other.data.id]?.checked)) finish();
      render();
      const title = /** @type {HTMLElement} */ (view.feedback.querySelector(".lp-feedback-title"));
      title.focus();
      status.textContent = attempt.outcome ? String(top.querySelector(".lp-result-score")?.textContent) : "";
    }

    function finish() {
      keep((draft) => {
        draft.finished = Date.now();
        draft.outcome = Leerpad.attempt.score(draft, questions, quiz.pass_mark);
      });
    }

    /** @param {boolean} anyway */
    function handIn(anyway) {
      const unanswered = asked().filter((view) => !isAnswered(view));
      for (const view of asked()) view.setMissing("");
      if (unanswered.length && !anyway) {
        for (const view of unanswered) view.setMissing(words.text("quiz.missing_at_question"));
        const missing = Leerpad.quizResult.missing(unanswered.map((view) => view.item), () => handIn(true));
        top.replaceChildren(missing, ...introduction());
        missing.focus();
        return;
      }
      finish();
      render();
      focusTop(".lp-result-title");
    }

    /** @param {string[]} [only] */
    function restart(only) {
      fresh(only);
      const started = attempt;
      store.update((progress) => {
        (progress.quizzes[quiz.id] ??= {})[id] = started;
      });
      render();
      const first = asked()[0]?.item.querySelector("input");
      top.scrollIntoView({ block: "start" });
      first?.focus({ preventScroll: true });
    }

    /** @param {string} selector */
    function focusTop(selector) {
      const target = /** @type {HTMLElement | null} */ (top.querySelector(selector));
      target?.focus({ preventScroll: true });
      top.scrollIntoView({ block: "start" });
    }

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (quiz.mode === "test" && attempt.finished === null) handIn(false);
    });
    form.addEventListener("change", (event) => {
      const item = /** @type {Element} */ (event.target).closest(".lp-question");
      const view = views.find((candidate) => candidate.item === item);
      if (view === undefined || attempt.finished !== null) return;
      keepAnswer(view, false);
      view.setMissing("");
      if (arranged !== id || attempt.finished !== null) render();
      showCount();
    });
    store.subscribe(() => {
      const before = Leerpad.progress.canonical([id, attempt]);
      load();
      if (before !== Leerpad.progress.canonical([id, attempt])) render();
    });

    load();
    render();
    host.classList.add("lp-live");
  }

  Leerpad.define("leerpad-quiz", connect);
})();
