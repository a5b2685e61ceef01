/* The learner's notes: what was written at each reflection. A note whose question is gone is still the learner's. */
(function () {
  "use strict";
  const { el, words, store } = Leerpad;

  /** @param {HTMLElement} host */
  function connect(host) {
    const entries = /** @type {HTMLElement[]} */ ([...host.querySelectorAll("[data-note]")]);
    const known = new Set(entries.map((entry) => String(entry.dataset.note)));
    const empty = /** @type {HTMLElement} */ (host.querySelector(".lp-notes-empty"));
    const others = el("div");
    host.append(others);

    const show = () => {
      const { notes } = store.progress;
      for (const entry of entries) fill(entry, notes[String(entry.dataset.note)]);
      const orphans = Object.entries(notes).filter(([id, { text }]) => text && !known.has(id));
      others.replaceChildren(...orphans.map(([, note]) => orphan(note)));
      empty.hidden = orphans.length > 0 || entries.some((entry) => !entry.hidden);
    };
    store.subscribe(show);
    show();
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

  Leerpad.define("leerpad-notes", connect);
})();
