/* Reaching a level is a moment: its sign draws itself once, beside the result. Said in words too. */
/// later
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";

  /** What to say when this attempt is the first that passed; empty otherwise. */
  Leerpad.reached = function (id, result) {
    const level = Leerpad.course.levels.find(({ quiz }) => quiz.id === id);
    const passed = Leerpad.path.finished(Leerpad.store.progress, id).filter(([, { outcome }]) => outcome?.passed);
    if (level === undefined || passed.length !== 1) return "";
    const drawing = document.querySelector("template[data-celebration]");
    if (drawing instanceof HTMLTemplateElement && matchMedia("(prefers-reduced-motion: no-preference)").matches) {
      result?.prepend(drawing.content.cloneNode(true));
    }
    const said = Leerpad.words.text("quiz.reached", { title: level.title });
    result?.querySelector(".lp-result-title")?.after(Leerpad.el("p", { class: "lp-reached" }, said));
    return said;
  };
})();
