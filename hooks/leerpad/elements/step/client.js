/* On the page of a level: the next lesson, its test, or where a passed test leads, one press away. */
/// after leerpad
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/next_step.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { words, store, path } = Leerpad;

  /** @param {HTMLElement} host @returns {LeerpadElement | null} */
  function make(host) {
    const level = path.level(String(host.dataset.level));
    if (level === null) return null;
    const show = Leerpad.nextStep(host);
    return { connect: (signal) => store.follow(() => show(stepOf(level)), signal) };
  }

  /** @param {CourseLevel} level */
  function stepOf(level) {
    const { progress } = store;
    if (path.passed(progress, level.quiz.id)) return after(path.onward(progress, level));
    const { id, title, url } = path.stepIn(progress, level);
    const n = level.lessons.findIndex((lesson) => lesson.id === id) + 1;
    const key = n === 0 ? "level.test" : path.lessonsDone(progress, level) ? "level.continue" : "level.begin";
    return { label: words.text(key, { n }), title, url };
  }

  /** @param {Onward} onward */
  function after({ kind, next: [{ title, url }] }) {
    if (kind === "completed") return { label: words.text("path.completed"), title: words.text("path.look_back"), url };
    return { label: words.text("level.onward"), title, url };
  }

  Leerpad.define("leerpad-step", make, "passed");
})();
