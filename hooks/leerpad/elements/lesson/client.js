/*
 * The end of a lesson: its way on also marks it as done, in one press. Who stops here marks it apart. Without scripts the ways
 * on stand in the page already.
 */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { el, icon, words, store, path, button } = Leerpad;

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

    /** @param {Element} pressed */
    const finish = (pressed) => {
      if (pressed.closest("[data-finishes]") && !path.lessonDone(store.progress, lesson)) mark(lesson, true);
    };

    const show = () => {
      const done = path.lessonDone(store.progress, lesson);
      if (end.dataset.done === String(done)) return;
      end.dataset.done = String(done);
      label.textContent = done ? plain : String(label.dataset.finish);
      content.replaceChildren(
        ...(done
          ? [el("p", { class: "lp-finished" }, icon("right"), words.text("lesson.finished")), button("lesson.undo", () => setDone(false))]
          : [button("lesson.finish", () => setDone(true))]),
      );
    };
    return {
      connect(signal) {
        store.follow(show, signal);
        document.addEventListener("click", ({ target }) => target instanceof Element && finish(target), { signal });
      },
    };
  }

  Leerpad.define("leerpad-lesson", make);
})();
