/*
 * The end of a lesson: its way on also marks it as done, in one press. Who stops here says so in a quiet line below it: two
 * buttons that end a lesson would leave in doubt which is the way on. Without scripts the ways on stand in the page already.
 */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { el, icon, words, store, path } = Leerpad;

  /** @param {string} lesson @param {boolean} done */
  function mark(lesson, done) {
    store.update(({ lessons }, { put }) => put(lessons, lesson, { done }, path.lessonRecords(lessons, lesson)));
  }

  /** @param {HTMLElement} end @returns {LeerpadElement | null} */
  function make(end) {
    const lesson = String(end.dataset.lesson);
    const next = Leerpad.find(document, ".lp-around-next", HTMLAnchorElement);
    const label = Leerpad.find(next, "span", HTMLElement);
    const plain = String(label.textContent);
    const status = el("p", { class: "lp-hidden", role: "status" });
    const content = el("div", { class: "lp-actions" });
    end.replaceChildren(content, status);

    /** @param {boolean} done */
    const setDone = (done) => {
      mark(lesson, done);
      status.textContent = done ? words.text("lesson.finished") : "";
      (done ? next : content.querySelector("button"))?.focus();
    };

    /** @param {string} key @param {boolean} done */
    const quiet = (key, done) => el("button", { type: "button", class: "lp-link", click: () => setDone(done) }, words.text(key));

    const show = () => {
      const done = path.lessonDone(store.progress, lesson);
      if (end.dataset.done === String(done)) return;
      end.dataset.done = String(done);
      label.textContent = done ? plain : String(label.dataset.finish);
      content.replaceChildren(
        ...(done
          ? [el("span", { class: "lp-finished" }, icon("right"), words.text("lesson.finished")), quiet("lesson.undo", false)]
          : [quiet("lesson.finish", true)]),
      );
    };
    return {
      connect(signal) {
        store.follow(show, signal);
        next.addEventListener("click", () => path.lessonDone(store.progress, lesson) || mark(lesson, true), { signal });
      },
    };
  }

  Leerpad.define("leerpad-lesson", make, "passed");
})();
