/* Where the learner can begin: with the level that a profile points at, and what of it was done before. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { el, words, store, path, button } = Leerpad;
  const { levels } = Leerpad.course;

  /** What was done of a level: its test, and how many lessons. @param {CourseLevel} level */
  function done({ lessons, quiz }) {
    const { progress } = store;
    const read = lessons.filter(({ id }) => path.lessonDone(progress, id)).length;
    return { passed: path.firstPass(progress, quiz.id), read };
  }

  /** What to know before going there; null if nothing of it was done. @param {CourseLevel} level */
  function told(level) {
    const { passed, read } = done(level);
    if (passed !== null) return words.text("scan.passed", { title: level.title, day: words.day(passed) });
    const total = level.lessons.length;
    if (read === total && total) return words.text("scan.all_read", { title: level.title });
    return read ? words.text("scan.partly_read", { title: level.title, read, total }) : null;
  }

  Leerpad.scanAdvice = {
    standing: () => levels.map(done),

    beginning(id) {
      const level = path.level(id);
      if (level === null) return null;
      const { passed } = done(level);
      const status = el("p", { role: "status" });
      const text = words.text(passed === null ? "scan.begin" : "scan.look_back", { title: level.title });
      const link = el("a", { class: "lp-button", href: path.link(level.url) }, text);
      const actions = el("p", { class: "lp-actions" }, link);
      if (path.levelState(store.progress, level) === "closed") {
        status.textContent = words.text("scan.closed");
        const open = button("scan.open", () => {
          store.update(({ opened }, { put }) => put(opened, level.id, {}));
          open.remove();
          status.textContent = words.text("scan.opened", { title: level.title });
          link.focus();
        });
        actions.append(open);
      }
      const known = told(level);
      return el("div", {}, known === null ? null : el("p", { class: "lp-scan-done" }, known), status, actions);
    },

    tellRead(text) {
      const read = levels.flatMap(({ lessons }) => lessons).filter(({ id }) => path.lessonDone(store.progress, id));
      const addresses = new Set(read.map(({ url }) => path.link(url)));
      for (const link of text.querySelectorAll("a")) {
        if (addresses.has(link.href.replace(/[?#].*/, ""))) link.after(` ${words.text("scan.read")}`);
      }
      return text;
    },
  };
})();
