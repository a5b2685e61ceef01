/* The end of a lesson: mark it as done, and go on. */
(function () {
  "use strict";
  const { el, icon, words, store, path } = Leerpad;

  /** @param {HTMLElement} end */
  function connect(end) {
    const level = path.level(String(end.dataset.level));
    const index = level?.lessons.findIndex(({ id }) => id === end.dataset.lesson) ?? -1;
    if (level === null || index < 0) return;
    const lesson = level.lessons[index];
    const next = level.lessons[index + 1] ?? null;
    const status = el("p", { class: "lp-hidden", role: "status" });
    const content = el("div", { class: "lp-actions" });
    end.replaceChildren(content, status);

    /** @param {boolean} done */
    const setDone = (done) => {
      store.update((progress) => {
        progress.lessons[lesson.id] = { done, at: Date.now() };
      });
      status.textContent = done ? words.text("lesson.finished") : "";
      /** @type {HTMLElement | null} */ (content.querySelector("a, button"))?.focus();
    };

    const show = () => {
      const done = path.lessonDone(store.progress, lesson.id);
      if (content.dataset.done === String(done)) return;
      content.dataset.done = String(done);
      content.replaceChildren(...(done ? finished() : [button("lesson.finish", () => setDone(true))]));
    };

    const finished = () => [
      el("p", { class: "lp-finished" }, icon("right"), words.text("lesson.finished")),
      next === null
        ? link(level.quiz.url, words.text("lesson.to_test", { title: level.quiz.title }))
        : link(next.url, words.text("lesson.next", { title: next.title })),
      button("lesson.undo", () => setDone(false), "lp-button-quiet"),
    ];

    store.subscribe(show);
    show();
  }

  /** @param {string} key @param {() => void} click @param {string} [kind] */
  function button(key, click, kind = "") {
    return el("button", { type: "button", class: `lp-button ${kind}`, click }, words.text(key));
  }

  /** @param {string} url @param {string} label */
  function link(url, label) {
    return el("a", { class: "lp-button", href: path.link(url) }, label);
  }

  Leerpad.define("leerpad-lesson", connect);
})();
