/* The end of a lesson: mark it as done. The ways on stand in the page already; the next one comes to the front. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { el, icon, words, store, path, button } = Leerpad;

  /** @param {HTMLElement} end @returns {LeerpadElement | null} */
  function make(end) {
    const lesson = String(end.dataset.lesson);
    const status = el("p", { class: "lp-hidden", role: "status" });
    const content = el("div", { class: "lp-actions" });
    end.replaceChildren(content, status);

    /** @param {boolean} done */
    const setDone = (done) => {
      store.update(({ lessons }, { put }) => put(lessons, lesson, { done }, path.lessonRecords(lessons, lesson)));
      status.textContent = done ? words.text("lesson.finished") : "";
      const next = done ? end.parentElement?.querySelector(".lp-around-next") : content.querySelector("button");
      /** @type {HTMLElement | null | undefined} */ (next)?.focus();
    };

    const show = () => {
      const done = path.lessonDone(store.progress, lesson);
      if (end.dataset.done === String(done)) return;
      end.dataset.done = String(done);
      content.replaceChildren(
        ...(done
          ? [el("p", { class: "lp-finished" }, icon("right"), words.text("lesson.finished")), button("lesson.undo", () => setDone(false))]
          : [button("lesson.finish", () => setDone(true), "")]),
      );
    };
    return { connect: (signal) => store.follow(show, signal) };
  }

  Leerpad.define("leerpad-lesson", make);
})();
