/* The page of the action plan: a list to work with on the screen, and the same as a table for paper. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/order.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/roles.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
/// <reference path="actions.js" />
/// <reference path="form.js" />
(function () {
  "use strict";
  const { el, icon, words, store, path, plan } = Leerpad;
  const BLANK_ROWS = 6; // on paper there is room to write
  const lessons = new Map(
    Leerpad.course.levels.flatMap((level) =>
      level.lessons.flatMap((lesson) => [lesson.id, ...(lesson.earlier ?? [])].map((id) => [id, lesson])),
    ),
  );

  /** @param {HTMLElement} host @returns {LeerpadElement | null} */
  function make(host) {
    const asks = "asks" in host.dataset;
    const cues = new Map(
      Leerpad.findAll(host, "[data-cues]", HTMLElement).map((line) => [line.dataset.action, Leerpad.data(line, "cues")]),
    );
    const roles = new Map(Leerpad.findAll(host, "[data-role]", HTMLElement).map(({ dataset }) => [dataset.action, dataset.role]));
    const paper = Leerpad.find(host, "tbody", HTMLElement);
    const status = el("p", { role: "status" });
    const undo = el("span");
    const lists = el("div");
    /** The actions that are being changed, each with its form. @type {Map<string, HTMLElement>} */
    const editors = new Map();
    let shown = "";

    const own = Leerpad.planForm({ text: "", who: "", when: "", cue: "" }, "plan.put_own", asks ? [] : null, (values) => {
      plan.set(Leerpad.order.newId(), values);
      say("plan.added", values.text);
      own.reset();
      own.querySelector("textarea")?.focus();
    });
    host.prepend(
      el(
        "div",
        { class: "lp-no-print" },
        el("div", { class: "lp-plan-said" }, status, undo),
        lists,
        el("div", { class: "lp-actions" }, Leerpad.printButton()),
        el("h2", {}, words.text("plan.own")),
        own,
      ),
    );

    /** @param {string} key @param {string} text @param {(() => void) | null} [putBack] */
    function say(key, text, putBack = null) {
      status.textContent = words.text(key, { text });
      undo.replaceChildren(...(putBack ? [Leerpad.button("plan.undo", putBack)] : []));
    }

    /** @param {string} key */
    function focus(key) {
      /** @type {HTMLElement | null} */
      const part = lists.querySelector(`[data-key="${key}"]`);
      part?.focus();
    }

    function show() {
      const all = plan.list(store.progress);
      const state = JSON.stringify([all, store.progress.looks, [...editors.keys()]]);
      if (state === shown) return;
      shown = state;
      const active = /** @type {HTMLElement} */ (document.activeElement);
      const [todo, done] = [all.filter(([, action]) => !action.done), all.filter(([, action]) => action.done)];
      lists.replaceChildren(
        ...(all.length ? [] : [el("p", { class: "lp-note" }, words.text("plan.empty"))]),
        ...list("plan.todo", todo),
        // A form must not go away under the hands of who types in it, whatever another tab does.
        ...[...editors].filter(([id]) => !all.some(([other]) => other === id)).map(([, form]) => form),
        ...list("plan.done", done),
      );
      paper.replaceChildren(
        ...all.map(([, action]) => row(action)),
        ...Array.from({ length: Math.max(0, BLANK_ROWS - all.length) }, () => row(null)),
      );
      if (active.closest(".lp-plan-form") && lists.contains(active)) active.focus();
      else if (active.dataset.key) focus(active.dataset.key);
    }

    /** @param {string} title @param {[string, PlanAction][]} some */
    function list(title, some) {
      const cards = some.map(([id, action]) => el("li", { class: "lp-card" }, ...withForm(id, action)));
      return cards.length ? [el("h2", {}, words.text(title, { n: cards.length })), el("ul", { class: "lp-cards" }, ...cards)] : [];
    }

    /** @param {string} id @param {PlanAction} action */
    function withForm(id, action) {
      const form = editors.get(id);
      return form ? [form] : card(id, action);
    }

    /** @param {string} id @param {PlanAction} action */
    function card(id, action) {
      const { text, done } = action;
      const toggle = () => {
        plan.set(id, { done: !done });
        say(done ? "plan.unticked" : "plan.ticked", text);
      };
      return [
        el(
          "label",
          { class: "lp-plan-tick" },
          el("input", { type: "checkbox", "data-key": `${id}/done`, checked: done, change: toggle }),
          el("span", {}, text),
        ),
        el(
          "p",
          { class: "lp-card-meta" },
          ...facts(id, action, Leerpad.roles.name(String(roles.get(id)))).map((fact) => el("span", {}, ...fact)),
        ),
        el(
          "p",
          { class: "lp-card-meta" },
          word(id, "edit", text, () => edit(id, action)),
          word(id, "remove", text, () => remove(id, text)),
        ),
      ];
    }

    /** @param {string} id @param {string} key @param {string} text @param {() => void} click */
    function word(id, key, text, click) {
      const label = words.text(`plan.${key}`);
      return el(
        "button",
        { type: "button", class: "lp-link", "data-key": `${id}/${key}`, "aria-label": `${label}: ${text}`, click },
        label,
      );
    }

    /** @param {string} id @param {string} text */
    function remove(id, text) {
      const putBack = plan.remove(id);
      say("plan.removed", text, () => {
        putBack();
        say("plan.restored", text);
        focus(`${id}/done`);
      });
      undo.querySelector("button")?.focus();
    }

    /** @param {string} id @param {PlanAction} action */
    function edit(id, action) {
      const close = () => {
        editors.delete(id);
        show();
        focus(`${id}/edit`);
      };
      const form = Leerpad.planForm(action, "plan.save", asks ? (cues.get(id) ?? []) : null, (values) => {
        plan.set(id, { ...values, removed: false });
        say("plan.saved", values.text);
        close();
      });
      form.lastElementChild?.append(Leerpad.button("plan.cancel", close));
      form.addEventListener("keydown", ({ key }) => key === "Escape" && close());
      editors.set(id, form);
      show();
      form.querySelector("textarea")?.focus();
    }

    return { connect: (signal) => store.follow(show, signal) };
  }

  /** What is said below an action. @param {string} id @param {PlanAction} action @param {string} role @returns {(Node | string)[][]} */
  function facts(id, { cue, who, when, lesson }, role) {
    const from = lessons.get(String(lesson));
    return [
      ...(role ? [[words.text("plan.role", { role })]] : []),
      ...(cue ? [[words.text("plan.at", { cue })]] : []),
      ...(who ? [[words.text("plan.by", { who })]] : []),
      ...(when ? [[words.text("plan.on_day", { day: words.day(when) })]] : []),
      ...plan
        .looks(store.progress, id)
        .map(([day, { went, note }]) => [words.text(`plan.looked_${went}`, { day: words.day(day) }) + (note ? ` (${note})` : "")]),
      ...(from ? [[words.text("plan.from"), " ", el("a", { href: path.link(from.url) }, from.title)]] : []),
    ];
  }

  /** A row of the table for paper. @param {PlanAction | null} action */
  function row(action) {
    const box = el("span", { class: "lp-box" }, action?.done ? icon("right") : null);
    const said = action?.cue ? words.text("intention.if_then", { cue: action.cue, text: action.text }) : action?.text;
    const cells = action ? [said ?? "", action.who, action.when && words.day(action.when)] : ["", "", ""];
    return el("tr", {}, el("td", {}, box), ...cells.map((cell) => el("td", {}, cell)));
  }

  Leerpad.define("leerpad-plan", make, "passed");
})();
