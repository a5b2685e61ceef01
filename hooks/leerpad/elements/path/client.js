/* The path on the home page: where the learner is, and one clear next step. */
(function () {
  "use strict";
  const { el, icon, words, store, path } = Leerpad;

  /** @param {HTMLElement} host */
  function connect(host) {
    const next = /** @type {HTMLElement} */ (host.querySelector("[data-next]"));
    const show = () => {
      const step = path.nextStep(store.progress);
      const link = el("a", { class: "lp-button", href: path.link(step.url) });
      if (step.kind === "completed") {
        link.append(words.text("path.to_progress"));
        next.replaceChildren(el("span", { class: "lp-finished" }, icon("right"), words.text("path.completed")), link);
      } else {
        link.append(words.text(`path.${step.kind}_with`, { title: step.title }));
        next.replaceChildren(link);
      }
      for (const stage of host.querySelectorAll(".lp-stage")) {
        const level = path.level(stage.getAttribute("data-level") ?? "");
        if (level) stage.setAttribute("data-state", path.levelState(store.progress, level));
      }
    };
    store.subscribe(show);
    show();
  }

  Leerpad.define("leerpad-path", connect);
})();
