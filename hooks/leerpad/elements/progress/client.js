/* The learner's own page: the path, the tests taken, and what one can do with one's data. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/settings.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/table.js" />
/// <reference path="../../client/words.js" />
/// <reference path="../certificate/earned.js" />
/// <reference path="../plan/actions.js" />
/// <reference path="../reviews/schedule.js" />
/// <reference path="chart.js" />
/// <reference path="data.js" />
/// <reference path="look_back.js" />
(function () {
  "use strict";
  const { el, icon, words, store, path, settings, reviews } = Leerpad;

  /** @param {HTMLElement} host @returns {LeerpadElement | null} */
  function make(host) {
    const overview = Leerpad.find(host, "[data-overview]", HTMLElement);
    const attempts = Leerpad.find(host, "[data-attempts]", HTMLElement);
    const controls = Leerpad.find(host, "[data-controls]", HTMLElement);
    controls.replaceChildren(...Leerpad.dataControls());
    const lookBack = Leerpad.lookBack(host);

    const show = () => {
      const steps = path.nextSteps(store.progress);
      const [{ kind }] = steps;
      const links = () =>
        steps.map(({ title, url }) => el("a", { class: "lp-button", href: path.link(url) }, words.text(`path.${kind}_with`, { title })));
      overview.replaceChildren(
        kind === "completed"
          ? el("p", { class: "lp-finished" }, icon("right"), words.text("path.completed"))
          : el("div", { class: "lp-next" }, kind === "begin" ? el("p", {}, words.text("progress.empty")) : null, ...spaced(links())),
      );
      for (const level of Leerpad.course.levels) showLevel(host, level);
      lookBack();
      attempts.replaceChildren(...tests());
      showOwn(host);
      showTerms(host);
    };
    return { connect: (signal) => store.follow(show, signal) };
  }

  /** @param {HTMLElement[]} links */
  const spaced = (links) => (links.length > 1 ? [el("p", { class: "lp-actions" }, ...links)] : links);

  /** @param {HTMLElement} host @param {CourseLevel} level */
  function showLevel(host, level) {
    const row = host.querySelector(`[data-row="${level.id}"]`);
    if (row === null) return;
    const state = path.levelState(store.progress, level);
    const best = path.best(store.progress, level.quiz.id);
    const done = level.lessons.filter(({ id }) => path.lessonDone(store.progress, id)).length;
    const cells = {
      state: el("span", { class: "lp-state" }, icon(state === "done" ? "right" : state), words.text(`state.${state}`)),
      lessons: words.text("progress.lessons", { done, total: level.lessons.length }),
      test: el("a", { href: path.link(level.quiz.url), "aria-label": `${level.quiz.title}: ${testWords(best)}` }, testWords(best)),
    };
    for (const [name, content] of Object.entries(cells)) row.querySelector(`[data-cell="${name}"]`)?.replaceChildren(content);
  }

  /** @param {number | null} best */
  function testWords(best) {
    return best === null ? words.text("progress.no_test") : words.text("state.best", { percent: words.percent(best) });
  }

  /** For each test that was taken: how it went, and all attempts. @returns {HTMLElement[]} */
  function tests() {
    const taken = Leerpad.course.levels
      .map(({ quiz }, stage) => ({ quiz, stage, attempts: path.finished(store.progress, quiz.id).map(([, attempt]) => attempt) }))
      .filter(({ attempts }) => attempts.length);
    if (taken.length === 0) return [];
    const heads = ["when", "score", "result"].map((key) => words.text(`progress.attempt_${key}`));
    return [
      el("h2", {}, words.text("progress.attempts")),
      ...taken.map(({ quiz, stage, attempts }) => {
        const line = Leerpad.scoreLine(quiz, attempts);
        return el(
          "section",
          { "data-stage": String(stage), "aria-label": quiz.title },
          el("h3", {}, el("a", { href: path.link(quiz.url) }, quiz.title)),
          line && el("p", {}, /** @type {HTMLElement} */ (line)),
          Leerpad.table(`${words.text("progress.attempts")}: ${quiz.title}`, heads, attempts.map(attemptRow)),
        );
      }),
    ];
  }

  /** @param {Attempt} attempt */
  function attemptRow({ finished, outcome }) {
    return [words.date(Number(finished)), words.percent(path.share(outcome)), words.text(outcome?.passed ? "quiz.passed" : "quiz.failed")];
  }

  /** What the learner has on the other pages. @param {HTMLElement} host */
  function showOwn(host) {
    const actions = Leerpad.plan.list(store.progress);
    const done = actions.filter(([, action]) => action.done).length;
    const earned = Leerpad.certificates(store.progress).filter(({ at }) => at !== null);
    const links = earned.map(({ id, title }) => el("a", { href: `${path.link(Leerpad.course.certificate)}#${id}` }, title));
    const counts = {
      plan: [words.text("progress.plan", { todo: actions.length - done, done })],
      notes: [words.plural("progress.notes", Object.values(store.progress.notes).filter(({ text }) => text).length)],
      certificate: links.length
        ? links.flatMap((link, number) => (number ? [", ", link] : [link]))
        : [words.text("progress.no_certificate")],
      reviews: [waiting(host.querySelector("[data-reviews]"))],
    };
    for (const [name, said] of Object.entries(counts)) host.querySelector(`[data-count="${name}"]`)?.replaceChildren(...said);
  }

  /** How many questions of earlier are for today, and how many may wait. @param {HTMLElement | null} card none in a course without reviews */
  function waiting(card) {
    if (card === null) return "";
    if (settings.get(store, "reviews") === "off") return words.text("reviews.is_off");
    const data = Leerpad.data(card, "reviews");
    const today = reviews.dayCalled(store.today);
    const [now, rest] = reviews.portion(reviews.entries(store.progress, data, today), today);
    const said = words.plural("mine.reviews", now);
    return rest ? (now ? `${said}, ` : "") + words.plural("reviews.wait", rest) : said;
  }

  /** The terms of the lessons that are done. @param {HTMLElement} host */
  function showTerms(host) {
    const terms = Leerpad.findAll(host, "[data-lessons]", HTMLElement);
    for (const term of terms) term.hidden = !term.dataset.lessons?.split(" ").some((id) => path.lessonDone(store.progress, id));
    const met = terms.filter(({ hidden }) => !hidden).length;
    host.querySelector("[data-terms]")?.replaceChildren(words.text("progress.terms", { met, total: terms.length }));
  }

  Leerpad.define("leerpad-progress", make, "passed");
})();
