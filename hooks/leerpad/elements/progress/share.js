/* Sharing something: a file that the learner makes, reads, and gives to whom they like. Nothing goes anywhere by itself. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/save.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
/// <reference path="result_files.js" />
(function () {
  "use strict";
  const { el, words, store, button } = Leerpad;

  /** @param {HTMLElement} host @returns {LeerpadElement} */
  function make(host) {
    const about = {
      title: String(host.dataset.title),
      edition: String(host.dataset.edition),
      get day() {
        return store.today;
      },
      dayOf,
    };
    const status = el("p", { role: "status" });
    const scans = Leerpad.data(host, "scans");
    host.append(statement(about, status), results(about, status), ...scans.map((scan) => picture(scan, about, status)), status);
    return { connect() {} }; // what is shown is made when it is opened
  }

  /** The day of a moment where the learner is, such as 2026-11-30. @param {number} at */
  function dayOf(at) {
    const day = new Date(at);
    return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  }

  /** @param {ResultAbout} about @param {HTMLElement} status */
  function statement(about, status) {
    const name = el("input", { class: "lp-field", type: "text", autocomplete: "name", maxlength: String(Leerpad.course.limits.name) });
    const field = el("label", {}, words.text("results.name"), name);
    return offer("statement", status, {
      begin: () => (name.value = store.progress.name.text),
      before: field,
      document: () => Leerpad.resultFiles.statement(store.progress, about, name.value),
      isReady: ({ name: typed, levels }) => typed !== "" && levels.length > 0,
      missing: ({ levels }) => (levels.length ? "results.no_name" : "results.no_level"),
      told: ({ name: typed, levels }) => [
        words.text("results.of", { name: typed }),
        ...levels.map(({ title, passed }) => words.text("results.level", { title, day: words.day(Date.parse(`${passed}T12:00`)) })),
      ],
      changes: name,
    });
  }

  /** @param {ResultAbout} about @param {HTMLElement} status */
  function results(about, status) {
    const titles = new Map(Leerpad.course.levels.map(({ quiz }) => [quiz.id, quiz.title]));
    return offer("answers", status, {
      document: () => Leerpad.resultFiles.answers(store.progress, about),
      isReady: ({ quizzes }) => quizzes.length > 0,
      missing: () => "results.no_answers",
      told: ({ quizzes }) =>
        quizzes.map(({ quiz, attempts }) =>
          words.text("results.quiz", {
            quiz: titles.get(quiz) ?? quiz,
            attempts: words.plural("results.attempts", attempts.length),
            answers: words.plural(
              "results.answers",
              attempts.reduce((sum, one) => sum + one.answers.length, 0),
            ),
          }),
        ),
    });
  }

  /** @param {SharedScan} scan @param {ResultAbout} about @param {HTMLElement} status */
  function picture(scan, about, status) {
    const max = scan.scale.length;
    const scale = { scan: scan.title, max, lowest: scan.scale[0], highest: scan.scale[max - 1] };
    /** @param {number | null} mean */
    const score = (mean) => words.text(mean === null ? "results.too_few" : "results.score", { mean: words.decimal(mean ?? 0), max });
    return offer("scan", status, {
      title: scan.title,
      document: () => Leerpad.resultFiles.scan(store.progress, about, scan),
      isReady: ({ dimensions }) => dimensions.some(({ percent }) => percent !== null),
      missing: () => "results.no_scan",
      told: () => [
        words.text("results.scale", scale),
        ...Leerpad.resultFiles
          .means(store.progress, scan)
          .map((mean, number) => words.text("results.dimension", { dimension: scan.dimensions[number].title, score: score(mean) })),
        words.text("results.percents", scale),
        words.text("results.serial"),
      ],
    });
  }

  /**
   * One kind of file: what it is for, and behind a fold all that goes into it, with the button that saves it.
   * @template {{ course: { title: string }, made: string }} T @param {"statement" | "answers" | "scan"} kind @param {HTMLElement} status @param {ResultOffer<T>} how
   */
  function offer(kind, status, { title = "", begin, before, document: made, isReady, missing, told, changes }) {
    const inWords = el("ul", {});
    const whole = el("pre", { tabindex: "0" });
    const lacking = el("p", { class: "lp-note" });
    const save = button("results.save", () => {
      const file = Leerpad.saveFile(write(made()), words.text(`results.${kind}_file`), "json", "application/json");
      status.textContent = words.text(`results.${kind}_saved`, { file });
    });
    const shown = el(
      "div",
      {},
      el("p", {}, words.text("results.shown")),
      inWords,
      el("details", { class: "lp-extra" }, el("summary", {}, words.text("results.whole")), whole),
      save,
    );

    const show = () => {
      const document = made();
      shown.hidden = !isReady(document);
      lacking.hidden = !shown.hidden;
      if (shown.hidden) return void (lacking.textContent = words.text(missing(document)));
      const facts = words.text("results.about", { course: document.course.title, day: words.day(Date.parse(`${document.made}T12:00`)) });
      inWords.replaceChildren(...[facts, ...told(document)].map((line) => el("li", {}, line)));
      whole.textContent = write(document);
    };
    changes?.addEventListener("input", show);
    return el(
      "details",
      {
        class: "lp-extra",
        /** @param {Event} event */
        toggle: ({ target }) => {
          if (!(target instanceof HTMLDetailsElement) || !target.open) return;
          begin?.();
          show();
        },
      },
      el("summary", {}, words.text(`results.${kind}_title`, { title })),
      el("p", {}, words.text(`results.${kind}_about`)),
      before ?? null,
      lacking,
      shown,
    );
  }

  /** @param {unknown} document */
  const write = (document) => `${JSON.stringify(document, null, 1)}\n`;

  Leerpad.define("leerpad-results", make, "passed");
})();
