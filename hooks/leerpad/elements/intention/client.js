/* What the learner had in mind for a day that has passed: how did it go? One at a time, the oldest first. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
/// <reference path="../actions/days.js" />
/// <reference path="../plan/actions.js" />
(function () {
  "use strict";
  const { el, words, store, plan, path } = Leerpad;
  const { limits } = Leerpad.course;
  const ANSWERS = /** @type {const} */ ([
    ["intention.yes", "yes"],
    ["intention.partly", "partly"],
    ["intention.no", "no"],
  ]);

  /** @param {HTMLElement} host @returns {LeerpadElement} */
  function make(host) {
    const place = el("div");
    const said = el("p", { role: "status" });
    host.append(place, said);
    /** What is asked about now. @type {ReturnType<typeof ask> | null} */
    let asked = null;
    /** Ends when the element is moved or taken away. @type {AbortSignal} */
    let stay;

    const show = () => {
      if (asked?.isGone()) asked = null;
      if (asked === null) {
        const [first, ...others] = plan.due(store.progress, store.today);
        asked = first ? ask(first[0], first[1], others.length, next) : null;
        asked?.connect(stay);
        place.replaceChildren(...(asked ? [asked.element] : []));
      }
      asked?.show();
      host.hidden = asked === null && !said.hasChildNodes();
    };

    function next() {
      asked = null;
      said.replaceChildren(
        words.text("intention.kept"),
        " ",
        el("a", { href: path.link(Leerpad.course.plan) }, words.text("intention.to_plan")),
      );
      show();
      /** @type {HTMLElement | null} */
      const next = host.querySelector("[tabindex], a");
      next?.focus();
    }
    return {
      connect(signal) {
        stay = signal;
        asked?.connect(signal); // what was asked where the element stood before
        store.follow(show, signal);
      },
    };
  }

  /** @param {string} id @param {PlanAction} action @param {number} more how many wait behind it @param {() => void} end */
  function ask(id, { text, cue, when }, more, end) {
    const look = () => store.progress.looks[id]?.[when];
    const answers = ANSWERS.map(([key, went]) => {
      const press = () => {
        plan.look(id, when, { went });
        plan.set(id, { done: went === "yes" });
      };
      return { went, button: Leerpad.button(key, press) };
    });
    const note = el("textarea", { class: "lp-field", rows: "2", maxlength: String(limits.text) });
    const keep = () => note.value.trim() !== (look()?.note ?? "") && plan.look(id, when, { note: note.value.trim() });
    const asksNote = el("span", {});
    const days = Leerpad.dayChooser((day) => plan.set(id, { when: day || when }));
    const again = el("fieldset", {}, el("legend", {}, words.text("intention.again")), days.element);
    const rest = el(
      "div",
      {},
      el("label", {}, asksNote, note),
      again,
      el("div", { class: "lp-actions" }, Leerpad.button("intention.end", end, "")),
    );
    const element = el(
      "section",
      { class: "lp-intention", "aria-label": words.text("intention.title") },
      el("p", { class: "lp-intention-when", tabindex: "-1" }, words.text("intention.by", { day: words.weekday(when) })),
      el("p", { class: "lp-intention-text" }, cue ? words.text("intention.if_then", { cue, text }) : text),
      el(
        "fieldset",
        {},
        el("legend", {}, words.text("intention.how")),
        el("div", { class: "lp-actions" }, ...answers.map(({ button }) => button)),
      ),
      rest,
      more ? el("p", { class: "lp-why" }, words.plural("intention.more", more)) : null,
    );
    return {
      element,
      /** @param {AbortSignal} signal */
      connect(signal) {
        note.addEventListener("input", Leerpad.afterTyping(keep, signal), { signal });
        note.addEventListener("change", keep, { signal });
      },
      /** Taken off the plan, or done, by another page. */
      isGone: () => store.progress.plan[id]?.removed !== false,
      show() {
        const { went = "", note: kept = "" } = look() ?? {};
        for (const answer of answers) answer.button.setAttribute("aria-pressed", String(answer.went === went));
        rest.hidden = !went;
        again.hidden = went === "yes";
        asksNote.textContent = words.text(went === "yes" ? "intention.helped" : "intention.hindered");
        if (document.activeElement !== note) note.value = kept;
        const { when: now } = store.progress.plan[id];
        days.show(now === when ? "" : now);
      },
    };
  }

  Leerpad.define("leerpad-intention", make, "passed");
})();
