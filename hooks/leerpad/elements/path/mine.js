/* On the home page: beside each page of the learner's own, in a few words, what there is. Nothing as long as there is nothing. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
/// <reference path="../plan/actions.js" />
/// <reference path="due.js" />
(function () {
  "use strict";
  const { words, store, path, plan } = Leerpad;
  const { levels } = Leerpad.course;

  /** By the name of the page; of a page that isn't here nothing is said. @type {Partial<Record<string, (progress: Progress, place: HTMLElement) => string>>} */
  const SAID = {
    progress(progress) {
      const done = levels.reduce((sum, level) => sum + path.lessonsDone(progress, level), 0);
      const total = levels.reduce((sum, { lessons }) => sum + lessons.length, 0);
      return done ? words.plural("state.lessons", total, { done }) : "";
    },
    reviews: () => counted("mine.reviews", Leerpad.dueToday(Leerpad.find(document, "leerpad-due", HTMLElement))),
    plan(progress) {
      return counted("mine.plan", plan.list(progress).filter(([, { done }]) => !done).length);
    },
    notes(progress) {
      return counted("mine.notes", Object.values(progress.notes).filter(({ text }) => text).length);
    },
    certificate(progress) {
      return counted("mine.certificate", levels.filter(({ quiz }) => path.passed(progress, quiz.id)).length);
    },
    scan(progress, { dataset }) {
      const at = path.scannedAt(progress, String(dataset.scan));
      return at ? words.text("mine.scan", { day: words.day(at) }) : "";
    },
  };

  /** @param {string} key @param {number} count */
  const counted = (key, count) => (count ? words.plural(key, count) : "");

  /** @param {HTMLElement} host @returns {LeerpadElement} */
  function make(host) {
    const places = Leerpad.findAll(host, "[data-mine]", HTMLElement);
    const show = () => {
      for (const place of places) place.textContent = SAID[String(place.dataset.mine)]?.(store.progress, place) ?? "";
    };
    return { connect: (signal) => store.follow(show, signal) };
  }

  Leerpad.define("leerpad-mine", make, "passed");
})();
