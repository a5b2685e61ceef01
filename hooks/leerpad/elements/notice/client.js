/* Tells the learner when progress can't be kept, and what to do. Made by script: without script there is no progress. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/theme_material.js" />
/// <reference path="../../client/words.js" />
/// <reference path="../progress/download.js" />
(function () {
  "use strict";
  const { el, words, store } = Leerpad;

  /** What is not kept is gone on the next page, so the copy is offered here. @param {StoreProblem} problem */
  function remedy(problem) {
    if (problem === "blocked" || problem === "full") {
      const said = el("span", { class: "lp-saved" });
      return [Leerpad.downloadButton((file) => void (said.textContent = words.text("progress.downloaded", { file }))), " ", said];
    }
    return [el("a", { href: Leerpad.path.link(Leerpad.course.progress) }, words.text("notice.to_progress"))];
  }

  Leerpad.whenReady("notice", () => {
    const place = Leerpad.theme.messagePlace();
    const notice = el("div", { class: "lp-notices", role: "region", "aria-label": words.text("notice.label"), hidden: true });
    const status = el("div", { role: "status" });
    notice.append(status);
    place.prepend(notice);

    /** What comes up while somebody reads must be seen where they are. @param {boolean} [isLate] */
    const show = (isLate = false) => {
      const shown = [...status.children].map((child) => child.getAttribute("data-problem")).join();
      if (shown === [...store.problems].join()) return;
      notice.hidden = store.problems.size === 0;
      document.documentElement.classList.toggle("lp-sticky-notice", isLate && !notice.hidden);
      status.replaceChildren(
        ...[...store.problems].map((problem) =>
          el("p", { class: "lp-notice", "data-problem": problem }, `${words.text(`notice.${problem}`)} `, ...remedy(problem)),
        ),
      );
    };
    store.subscribe(() => show(true));
    show();
  });
})();
