/* When an action is for: a day, or an occasion with a last day. What is pressed is kept at once. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
/// <reference path="../plan/actions.js" />
/// <reference path="days.js" />
(function () {
  "use strict";
  const { el, words, store, plan } = Leerpad;
  const { limits } = Leerpad.course;

  Leerpad.planMoment = function (id, cues) {
    const title = el("summary", {});
    const days = Leerpad.dayChooser((when) => plan.set(id, { when }));
    /** An occasion may never come: there is a day on which to look back. @param {string} cue */
    const keep = (cue) => {
      const { when, cue: old } = store.progress.plan[id];
      if (cue !== old) plan.set(id, { cue, when: when || (cue && Leerpad.inThreeWeeks()) });
    };
    const offered = cues.map((cue) => {
      const press = () => keep(store.progress.plan[id].cue === cue ? "" : cue);
      return el("button", { type: "button", class: "lp-button lp-button-quiet", click: press }, words.text("moment.if", { cue }));
    });
    const own = el("input", { type: "text", class: "lp-field", maxlength: String(limits.cue), autocomplete: "off" });
    const typed = () => (own.value.trim() || !cues.includes(store.progress.plan[id].cue)) && keep(own.value.trim());
    const element = el(
      "details",
      { class: "lp-moment" },
      title,
      el("fieldset", {}, el("legend", {}, words.text("moment.on_day")), days.element),
      el(
        "fieldset",
        {},
        el("legend", {}, words.text("moment.at_occasion")),
        el("p", { class: "lp-why" }, words.text("moment.why")),
        el("div", { class: "lp-cues" }, ...offered, el("label", {}, el("span", {}, words.text("moment.own")), own)),
      ),
    );
    return {
      element,
      connect(signal) {
        own.addEventListener("input", Leerpad.afterTyping(typed, signal), { signal });
        own.addEventListener("change", typed, { signal });
      },
      show({ when, cue }) {
        title.textContent = said(when, cue);
        days.show(when);
        for (const [place, button] of offered.entries()) button.setAttribute("aria-pressed", String(cue === cues[place]));
        if (document.activeElement !== own) own.value = cues.includes(cue) ? "" : cue;
      },
    };
  };

  /** @param {string} when @param {string} cue */
  function said(when, cue) {
    if (!when && !cue) return words.text("moment.ask");
    const key = cue ? (when ? "moment.cue_by" : "moment.cue") : "moment.day";
    return words.text(key, { cue, day: when && words.weekday(when) });
  }
})();
