/* A quarter of an hour with one's manager: what to take along, and the card of it. */
/// after plan
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/reader.js" />
/// <reference path="../../client/save.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/visit.js" />
/// <reference path="../../client/words.js" />
/// <reference path="../plan/actions.js" />
/// <reference path="card.js" />
(function () {
  "use strict";
  const { el, words, store, plan, visit } = Leerpad;
  const { limits } = Leerpad.course;
  const { isDay } = Leerpad.reader;
  const MOST = 3; // actions that fit on the card, and in the time
  const QUESTIONS = ["question-1", "question-2", "question-3"];
  /** A copy that is put back may say anything. @type {Record<string, (text: string) => boolean>} */
  const SHAPES = { day: isDay, time: (text) => /^\d\d:\d\d$/.test(text) };
  const PAPER = "lp-print-talk"; // on the page while it is the card that is printed

  /** @param {HTMLElement} host @returns {LeerpadElement} */
  function make(host) {
    const day = field("day", "input", { type: "date", max: "9999-12-31" });
    const time = field("time", "input", { type: "time" });
    const need = field("need", "textarea", { rows: "2", maxlength: String(limits.card) });
    const questions = QUESTIONS.map((key) => field(key, "textarea", { rows: "2", maxlength: String(limits.card) }));
    const fields = [day, time, need, ...questions];
    const chosen = el("div");
    const card = el("div");
    const status = el("p", { role: "status" });
    host.append(
      el(
        "details",
        { class: "lp-extra" },
        el("summary", {}, words.text("talk.title")),
        el("p", {}, words.text("talk.lead")),
        el("fieldset", {}, el("legend", {}, words.text("talk.chosen")), chosen),
        labelled("talk.need", need, words.text("talk.need_about")),
        el(
          "fieldset",
          {},
          el("legend", {}, words.text("talk.questions")),
          ...questions.map((one, place) => labelled("talk.question", one, null, { n: place + 1 })),
        ),
        el("div", { class: "lp-plan-pair" }, labelled("talk.day", day), labelled("talk.time", time)),
        el("div", { class: "lp-actions" }, Leerpad.button("talk.print", print, ""), Leerpad.button("talk.save", save)),
        status,
        card,
      ),
    );

    function print() {
      document.documentElement.classList.add(PAPER);
      window.print();
    }

    function save() {
      const text = Leerpad.talkText(cardOf());
      status.textContent = words.text("talk.saved", { file: Leerpad.saveFile(text, words.text("talk.file_name"), "txt", "text/plain") });
    }

    function show() {
      for (const one of fields) if (document.activeElement !== one) one.value = said(one.name);
      const actions = open();
      const here = picked(actions);
      const had = /** @type {HTMLElement} */ (document.activeElement)?.dataset?.pick;
      chosen.replaceChildren(
        ...actions.map(([id, { text }]) => choice(id, text, here, show)),
        ...(actions.length ? [] : [el("p", { class: "lp-note" }, words.text("talk.no_actions"))]),
      );
      /** @type {HTMLElement | null} */
      const pick = chosen.querySelector(`[data-pick="${had}"]`);
      if (had) pick?.focus();
      card.replaceChildren(Leerpad.talkCard(cardOf()));
    }

    return {
      connect(signal) {
        for (const one of fields) {
          const keep = () => one.value !== said(one.name) && store.update(({ talk }, { put }) => put(talk, one.name, { text: one.value }));
          one.addEventListener("input", Leerpad.afterTyping(keep, signal), { signal });
          one.addEventListener("change", keep, { signal });
        }
        window.addEventListener("afterprint", () => document.documentElement.classList.remove(PAPER), { signal });
        store.follow(show, signal);
      },
    };
  }

  /** What was written in a field, or what stands there for whoever wrote nothing. @param {string} key */
  function said(key) {
    const place = QUESTIONS.indexOf(key);
    const text = store.progress.talk[key]?.text ?? (place < 0 ? "" : words.text(`talk.ask_${place + 1}`));
    return SHAPES[key]?.(text) === false ? "" : text;
  }

  /** @returns {[string, PlanAction][]} */
  const open = () => plan.list(store.progress).filter(([, { done }]) => !done);

  /** The actions that come along: during this visit those that were ticked, else the first. @param {[string, PlanAction][]} actions */
  function picked(actions) {
    const ticked = visit.get("talk");
    const ids = actions.map(([id]) => id);
    return typeof ticked === "string" ? ids.filter((id) => ticked.split(" ").includes(id)) : ids.slice(0, MOST);
  }

  /** @param {string} id @param {string} text @param {string[]} here @param {() => void} show */
  function choice(id, text, here, show) {
    const isHere = here.includes(id);
    const change = () => {
      visit.set({ talk: (isHere ? here.filter((other) => other !== id) : [...here, id]).join(" ") });
      show();
    };
    const box = el("input", { type: "checkbox", "data-pick": id, checked: isHere, disabled: !isHere && here.length >= MOST, change });
    return el("label", { class: "lp-plan-option" }, box, el("span", {}, text));
  }

  /** @returns {TalkCard} */
  function cardOf() {
    const actions = open();
    const here = picked(actions);
    const day = said("day");
    return {
      when: day && [words.day(day), said("time")].filter(Boolean).join(", "),
      chosen: actions.filter(([id]) => here.includes(id)).map(([, action]) => sentence(action)),
      need: said("need").trim(),
      questions: QUESTIONS.map((key) => said(key).trim()).filter(Boolean),
    };
  }

  /** @param {PlanAction} action */
  function sentence({ text, cue, when }) {
    const does = cue ? words.text("intention.if_then", { cue, text }) : text;
    return when ? words.text("talk.card_by", { text: does, day: words.day(when) }) : does;
  }

  /** @param {string} name @param {string} tag @param {Record<string, string>} attributes */
  function field(name, tag, attributes) {
    return /** @type {HTMLInputElement | HTMLTextAreaElement} */ (el(tag, { class: "lp-field", name, autocomplete: "off", ...attributes }));
  }

  /** @param {string} key @param {HTMLElement} field @param {string | null} [about] @param {Record<string, number>} [params] */
  function labelled(key, field, about = null, params = {}) {
    return el("label", {}, el("span", {}, words.text(key, params)), about && el("span", { class: "lp-why" }, about), field);
  }

  Leerpad.define("leerpad-talk", make, "passed");
})();
