/* The end of the path, looked back at: what was learned and when, what was chosen and how it went, what comes again. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/settings.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
/// <reference path="../plan/actions.js" />
/// <reference path="../reviews/schedule.js" />
(function () {
  "use strict";
  const { el, icon, words, store, path, plan, settings, reviews } = Leerpad;

  Leerpad.lookBack = function (host) {
    const section = Leerpad.find(host, ".lp-look-back", HTMLElement);
    section.querySelector("[data-print]")?.append(Leerpad.printButton());
    return () => {
      const { progress } = store;
      section.hidden = path.nextSteps(progress)[0].kind !== "completed";
      if (section.hidden) return;
      for (const level of Leerpad.course.levels) showLevel(section, level);
      section.querySelector("[data-chosen]")?.replaceChildren(chosen(progress));
      for (const item of Leerpad.findAll(section, "[data-again]", HTMLElement)) {
        const said = comesAgain(item.dataset, host.querySelector("[data-reviews]"));
        item.hidden = said === "";
        item.querySelector("span")?.replaceChildren(said);
      }
    };
  };

  /** @param {HTMLElement} section @param {CourseLevel} level */
  function showLevel(section, { id, quiz }) {
    const at = path.firstPass(store.progress, quiz.id);
    // Who passed a later test may have skipped this one.
    const said = at === null ? "" : words.text("look_back.passed", { day: words.day(at) });
    section.querySelector(`[data-learned="${id}"] [data-passed]`)?.replaceChildren(said);
  }

  /** @param {Progress} progress */
  function chosen(progress) {
    const actions = plan.list(progress);
    if (actions.length === 0) return el("p", {}, words.text("look_back.nothing"));
    return el("ul", { class: "lp-chosen-steps" }, ...actions.map(([id, action]) => el("li", {}, ...step(id, action))));
  }

  /** @param {string} id @param {PlanAction} action */
  function step(id, { text, done, when }) {
    const state = done ? "look_back.done" : when ? "look_back.todo_by" : "look_back.todo";
    const looks = plan.looks(store.progress, id).map(([day, { went, note }]) => {
      return words.text(`plan.looked_${went}`, { day: words.day(day) }) + (note ? ` (${note})` : "");
    });
    return [
      el("span", {}, text),
      el("span", { class: "lp-why" }, icon(done ? "right" : "open"), " ", words.text(state, { day: when && words.day(when) })),
      ...looks.map((look) => el("span", { class: "lp-why" }, look)),
    ];
  }

  /** What is said of when to look again; empty where there is nothing to say. @param {DOMStringMap} about @param {HTMLElement | null} reviewed */
  function comesAgain({ again, scan }, reviewed) {
    if (again === "scan") return ofScan(String(scan));
    return again === "plan" ? ofPlan() : ofReviews(reviewed);
  }

  /** @param {string} id */
  function ofScan(id) {
    const at = path.scannedAt(store.progress, id);
    return at ? words.text("look_back.scan", { day: words.day(at) }) : words.text("look_back.no_scan");
  }

  function ofPlan() {
    const [next] = plan.list(store.progress).filter(([, { done, when }]) => !done && when >= store.today);
    return next ? words.text("look_back.plan", { day: words.day(next[1].when), text: next[1].text }) : "";
  }

  /** @param {HTMLElement | null} reviewed */
  function ofReviews(reviewed) {
    if (reviewed === null || settings.get(store, "reviews") === "off") return "";
    const data = Leerpad.data(reviewed, "reviews");
    const today = reviews.dayCalled(store.today);
    const [first] = reviews.coming(reviews.entries(store.progress, data, today), today);
    if (first === undefined) return "";
    if (first.day === today) return words.text("look_back.reviews_today");
    return words.text("look_back.reviews_day", { day: words.day(reviews.dayText(first.day)) });
  }
})();
