/* The learner's notes: what was written at each reflection. A note whose question is gone is still the learner's. */
/// <reference path="../../client/copy_out.js" />
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { el, words, store } = Leerpad;

  /** @param {HTMLElement} host @returns {LeerpadElement | null} */
  function make(host) {
    const entries = Leerpad.findAll(host, "[data-note]", HTMLElement);
    const known = new Set(entries.map((entry) => String(entry.dataset.note)));
    const empty = Leerpad.find(host, ".lp-notes-empty", HTMLElement);
    const others = el("div");
    const copying = el("div", { class: "lp-no-print" }, ...copy(host));
    host.append(others, copying);

    const show = () => {
      const { notes } = store.progress;
      for (const entry of entries) fill(entry, notes[String(entry.dataset.note)]);
      const orphans = Object.entries(notes).filter(([id, { text }]) => text && !known.has(id));
      others.replaceChildren(...orphans.map(([, note]) => orphan(note)));
      copying.hidden = !Object.values(notes).some(({ text }) => text);
      empty.hidden = orphans.length > 0 || entries.some((entry) => !entry.hidden);
    };
    return { connect: (signal) => store.follow(show, signal) };
  }

  /** @param {HTMLElement} entry @param {Note | undefined} note */
  function fill(entry, note) {
    entry.hidden = !note?.text;
    if (!note) return;
    entry.querySelector("[data-when]")?.replaceChildren(words.date(note.at));
    entry.querySelector("[data-text]")?.replaceChildren(...paragraphs(note.text));
  }

  /** @param {Note} note */
  function orphan(note) {
    return el(
      "section",
      { class: "lp-note-entry", "aria-label": note.prompt || words.text("notes.gone") },
      el("p", { class: "lp-note-where" }, `${words.text("notes.gone")} `, el("span", {}, words.date(note.at))),
      el("div", { class: "lp-note-prompt" }, el("p", {}, note.prompt)),
      el("div", { class: "lp-note-text" }, ...paragraphs(note.text)),
    );
  }

  /** @param {string} text */
  function paragraphs(text) {
    return text.split(/\n{2,}/).map((part) => el("p", {}, part));
  }

  /** To take all notes along as text. @param {HTMLElement} host */
  function copy(host) {
    const place = el("div");
    const write = Leerpad.copyOut(place, "notes.copy", "notes.copied");
    const button = Leerpad.button("notes.copy", () => void write(asText(host)));
    return [el("div", { class: "lp-actions" }, button, Leerpad.printButton()), place];
  }

  /** What stands on the page, as text. @param {HTMLElement} host */
  function asText(host) {
    const shown = Leerpad.findAll(host, ".lp-note-entry:not([hidden])", HTMLElement);
    return shown
      .map((entry) => {
        const [where, prompt, text] = ["where", "prompt", "text"].map((part) =>
          Leerpad.find(entry, `.lp-note-${part}`, HTMLElement).innerText.trim(),
        );
        return `${prompt}\n(${where.replace(/\s*\n\s*/g, ", ")})\n\n${text}`;
      })
      .join("\n\n\n");
  }

  Leerpad.define("leerpad-notes", make, "passed");
})();
