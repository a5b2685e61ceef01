/* What stands above a quiz: the result, or which questions still miss an answer. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/headings.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { el, icon, words, path, button } = Leerpad;

  /** What a passed test leads to: the words for it, and those of the link. */
  const ONWARD = {
    level: { said: "quiz.level_open", link: "quiz.to_level" },
    open: { said: "quiz.still_open", link: "path.continue_with" },
    completed: { said: "quiz.all_done", link: "path.look_back" },
  };

  /** @param {SummaryFacts} facts @returns {[string, string]} */
  function headline({ quiz, attempt, outcome }) {
    if (quiz.mode === "practice" || attempt.retry) return ["quiz.completed", "neutral"];
    return outcome.passed ? ["quiz.passed", "passed"] : ["quiz.failed", "failed"];
  }

  /** A bar as long as its share of the points; the words and numbers stand beside it. @param {Points} points */
  function bar({ points, max }) {
    const fill = el("span", {});
    fill.style.width = `${max ? (points / max) * 100 : 0}%`;
    return el("span", { class: "lp-bar", "aria-hidden": "true" }, fill);
  }

  /** The score as a bar, with a line at what is needed to pass. @param {Outcome} outcome @param {number | null} needed */
  function scoreBar(outcome, needed) {
    const drawn = el("div", { class: "lp-score-bar" }, bar(outcome));
    if (needed === null) return drawn;
    const said = el("p", { class: "lp-result-needed" }, words.text("quiz.needed", { percent: words.percent(needed) }));
    drawn.append(said);
    drawn.style.setProperty("--lp-needed", `${needed * 100}%`);
    drawn.dataset.side = needed < 0.5 ? "after" : "before"; // where the words have most room
    return drawn;
  }

  /** @param {LessonScore} lesson */
  const isFull = ({ points, max }) => points >= max;

  /** @param {LessonScore} lesson */
  function lessonRow(lesson) {
    const isRight = isFull(lesson);
    return el(
      "li",
      { "data-full": isRight },
      icon(isRight ? "right" : "partial"),
      el(
        "span",
        {},
        isRight ? lesson.title : `${words.text("result.read_again")} `,
        isRight ? null : el("a", { href: path.link(lesson.url) }, lesson.title),
      ),
      el("span", { class: "lp-why" }, isRight ? words.text("result.all_right") : words.points(lesson)),
      bar(lesson),
    );
  }

  /** What went wrong is in sight; of what was all right there is little to tell. @param {LessonScore[]} lessons @param {number} headingLevel */
  function byLesson(lessons, headingLevel) {
    if (lessons.length === 0) return null;
    const title = Leerpad.heading(headingLevel, { class: "lp-by-lesson-title" }, words.text("result.by_lesson"));
    const [full, rest] = [true, false].map((wanted) => lessons.filter((lesson) => isFull(lesson) === wanted));
    const list = (/** @type {LessonScore[]} */ those) => (those.length ? el("ul", {}, ...those.map(lessonRow)) : null);
    const folded = full.length
      ? el(
          "details",
          { class: "lp-all-right", "data-on-paper": true },
          el("summary", {}, words.plural("result.full", full.length)),
          list(full),
        )
      : null;
    return el("div", { class: "lp-by-lesson" }, title, list(rest), folded);
  }

  /** Where to go now: one way, unless the path parts here. @param {SummaryFacts} facts @returns {HTMLElement[]} */
  function waysOn({ onward, outcome, lessons }) {
    if (onward) return onward.next.map(({ title, url }) => link(url, words.text(ONWARD[onward.kind].link, { title })));
    if (outcome.passed) return [];
    const [weakest] = lessons
      .filter(({ points, max }) => points < max)
      .sort((one, other) => one.points / one.max - other.points / other.max);
    return weakest ? [link(weakest.url, `${words.text("result.read_again")} ${weakest.title}`)] : [];
  }

  /**
   * What to do now, the first as what is advised: practising leads on to what was missed, and with all of that right to the
   * whole test.
   * @param {SummaryFacts} facts
   * @returns {HTMLElement[]}
   */
  function nextSteps(facts) {
    const { attempt, quiz, retry, others, again, draws } = facts;
    const ways = waysOn(facts);
    const isOfTest = attempt.retry && quiz.mode === "test";
    /** @type {[string, () => void][]} */
    const deeds = [];
    if (retry) deeds.push(["quiz.retry", retry]);
    if (others) deeds.push(["quiz.others", others]);
    deeds.splice(isOfTest && !retry ? 0 : deeds.length, 0, [
      isOfTest ? "quiz.again_test" : draws ? "quiz.again_drawn" : "quiz.again",
      again,
    ]);
    const isAdvised = (/** @type {number} */ place) => place === 0 && !ways.length && (attempt.retry || deeds.length === 1);
    return [...ways, ...deeds.map(([key, deed], place) => button(key, deed, isAdvised(place) ? "" : undefined))];
  }

  /** What passing the test opens, or leaves to do. @param {Onward} onward */
  function passing({ kind, next, open }) {
    return el("p", {}, next.map(({ title }) => words.text(ONWARD[kind].said, { title, tests: open.join(", ") })).join(" "));
  }

  /** @param {string} url @param {string} label */
  function link(url, label) {
    return el("a", { class: "lp-button", href: path.link(url) }, label);
  }

  Leerpad.quizResult = {
    introduction({ draw, recall = 0, recall_counts }, { retry, questions }, total) {
      if (retry) return words.text("quiz.retry_note");
      const again = Math.min(recall, questions.length - Math.min(draw ?? total, total));
      const said = [
        ...(draw !== null && draw < total ? [words.plural("quiz.drawn", draw, { total })] : []),
        ...(again > 0 ? [words.plural("recall.told", again), words.text(recall_counts ? "recall.counts" : "recall.counts_not")] : []),
      ];
      return said.join(" ");
    },

    band(host, outcome) {
      const share = path.share(outcome);
      const reached = [...host.querySelectorAll("template[data-band]")].filter(
        (band) => Number(band.getAttribute("data-band")) <= share + 1e-9,
      );
      const band = reached.at(-1);
      return band instanceof HTMLTemplateElement ? /** @type {DocumentFragment} */ (band.content.cloneNode(true)) : null;
    },

    summary(facts) {
      const { quiz, attempt, outcome, band, best, onward } = facts;
      const share = path.share(outcome);
      const [title, state] = headline(facts);
      const counts = quiz.mode === "test" && !attempt.retry;
      /** @param {boolean} holds @param {string} key @param {Record<string, string>} [params] */
      const note = (holds, key, params) => (holds ? el("p", {}, words.text(key, params)) : null);
      return el(
        "section",
        { class: "lp-result", "data-result": state, "aria-label": words.text("quiz.result", { title: facts.title }) },
        Leerpad.heading(
          facts.headingLevel,
          { class: "lp-result-title", tabindex: "-1" },
          state === "passed" ? icon("right") : null,
          words.text(title),
        ),
        el("p", { class: "lp-result-score" }, words.text("quiz.score", { points: words.points(outcome), percent: words.percent(share) })),
        scoreBar(outcome, counts ? quiz.pass_mark : null),
        note(counts && best !== null && best > share, "quiz.earlier", { percent: words.percent(best ?? 0) }),
        facts.recalled ? el("p", {}, words.text("recall.result", facts.recalled)) : null,
        band ? el("div", {}, band) : null,
        note(attempt.retry && quiz.mode === "test", "quiz.retry_result"),
        onward && !attempt.retry ? passing(onward) : null,
        facts.certificate ? el("p", {}, el("a", { href: path.link(facts.certificate) }, words.text("quiz.certificate"))) : null,
        el("div", { class: "lp-actions" }, ...nextSteps(facts)),
        byLesson(facts.lessons, facts.headingLevel + 1),
      );
    },

    missing(unanswered, headingLevel, goTo, submitAnyway) {
      return el(
        "section",
        { class: "lp-missing", role: "group", tabindex: "-1", "aria-label": words.plural("quiz.missing_title", unanswered.length) },
        Leerpad.heading(headingLevel, { class: "lp-missing-title" }, words.plural("quiz.missing_title", unanswered.length)),
        el("ul", {}, ...unanswered.map((view) => el("li", {}, linkTo(view, goTo)))),
        el("p", {}, words.text("quiz.missing_advice")),
        button("quiz.submit_anyway", submitAnyway),
      );
    },
  };

  /** A link that ends at the first thing to fill in. @param {LeerpadQuestionView} view @param {(view: LeerpadQuestionView) => void} goTo */
  function linkTo(view, goTo) {
    const { item } = view;
    const number = words.text("question.number", { n: view.number });
    const prompt = item.querySelector(".lp-prompt")?.textContent?.trim() ?? "";
    const click = (/** @type {Event} */ event) => (event.preventDefault(), goTo(view));
    return el("a", { href: `#${item.id}`, click }, `${number}: ${prompt}`);
  }
})();
