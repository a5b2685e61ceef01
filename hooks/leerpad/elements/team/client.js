/*
 * The picture of a team, of files that a facilitator chooses or drops. It reads them here, sends nothing and keeps nothing:
 * what was shown is remembered only to see whether another picture would tell what one file says.
 */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/words.js" />
/// <reference path="group.js" />
/// <reference path="part.js" />
/// <reference path="read.js" />
/// <reference path="sheets.js" />
(function () {
  "use strict";
  const { el, words, group, button } = Leerpad;
  const [MAX_BYTES, MOST_FILES, MOST_LINES] = [5_000_000, 500, 20];
  const ANSWERS = "";

  /** @param {HTMLElement} host @returns {LeerpadElement} */
  function make(host) {
    const data = Leerpad.data(host, "team");
    const piles = [...data.scans.map(({ id }) => id), ANSWERS];
    const histories = new Map(piles.map((pile) => [pile, group.history()]));
    /** @type {TeamFile[]} */
    const files = [];
    /** @type {Map<string, TeamPart>} */
    const parts = new Map();
    let reading = Promise.resolve();

    /** @param {string} pile */
    const historyOf = (pile) => histories.get(pile) ?? group.history();
    /** @param {string} pile */
    const pileOf = (pile) => files.filter((file) => file.pile === pile);
    /** @param {string} pile */
    const namesOf = (pile) => pileOf(pile).map(({ name }) => name);
    /** @param {string} pile */
    const lackOf = (pile) => group.lacks(historyOf(pile), namesOf(pile), data.least);
    /** @param {TeamFile} file */
    const isShown = ({ name, pile }) => historyOf(pile).blocks.flat().includes(name);

    const input = el("input", {
      type: "file",
      multiple: true,
      accept: ".json,application/json",
      class: "lp-hidden",
      tabindex: "-1",
      "aria-hidden": "true",
    });
    const choose = button("team.choose", () => input.click());
    const status = el("p", { role: "status" });
    const refused = el("ul", { class: "lp-team-refused" });
    const counts = el("ul", {});
    const clear = button("team.clear", empty);
    const paper = Leerpad.printButton();
    const place = el("div", {});
    host.append(
      el(
        "div",
        { class: "lp-no-print" },
        el("div", { class: "lp-team-drop" }, el("p", {}, words.text("team.drop")), choose, input),
        status,
        refused,
        counts,
        el("div", { class: "lp-actions" }, button("team.show", show, ""), clear, paper),
      ),
      place,
    );
    count();

    /** Read files one after another: none stops the next. @param {File[]} given */
    async function take(given) {
      /** @type {string[]} */
      const lines = [];
      const before = files.length;
      for (const file of given) {
        const why = files.length < MOST_FILES ? await takeOne(file) : "too_many";
        if (why !== null) lines.push(words.text("team.refused", { file: file.name, why: words.text(`team.why_${why}`) }));
      }
      const over = lines.length - MOST_LINES;
      const shown = over > 0 ? [...lines.slice(0, MOST_LINES), words.plural("team.more_refused", over)] : lines;
      refused.replaceChildren(...shown.map((line) => el("li", {}, line)));
      const [added, left] = [words.plural("team.added", files.length - before), words.plural("team.left", lines.length)];
      status.textContent = lines.length ? `${added} ${left}` : added;
      count();
    }

    /** @param {File} file @returns {Promise<string | null>} */
    async function takeOne(file) {
      if (file.size > MAX_BYTES) return "too_large";
      let text;
      try {
        text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
      } catch (error) {
        return error instanceof TypeError ? "no_json" : "unreachable"; // a TypeError: letters that aren't UTF-8
      }
      const read = Leerpad.teamFiles.read(text, data);
      return typeof read === "string" ? read : Leerpad.teamFiles.add(files, read, isShown);
    }

    /** @param {Iterable<File>} given */
    function hear(given) {
      const list = [...given];
      if (list.length) reading = reading.then(() => take(list));
    }

    /** Say of each pile how many files it has, and what it lacks. */
    function count() {
      const lines = piles.map((pile) => {
        const title = data.scans.find(({ id }) => id === pile)?.title ?? words.text("team.answers");
        const lack = lackOf(pile);
        const state = lack ? words.plural(`team.lack_${lack.why}`, lack.more, { least: data.least }) : words.text("team.enough");
        return el("li", {}, el("strong", {}, title), `: ${words.plural("team.files", pileOf(pile).length)} ${state}`);
      });
      counts.replaceChildren(...lines);
      clear.hidden = files.length === 0;
      paper.hidden = parts.size === 0;
    }

    function show() {
      const showable = piles.filter((pile) => lackOf(pile) === null);
      for (const pile of showable) {
        group.show(historyOf(pile), namesOf(pile));
        const scan = data.scans.find(({ id }) => id === pile);
        const part = scan
          ? Leerpad.teamPart.ofScan(scan, pileOf(pile), historyOf(pile), data.least)
          : Leerpad.teamPart.ofAnswers(data.questions, pileOf(pile), historyOf(pile), data.least);
        parts.set(pile, part);
      }
      count();
      if (showable.length === 0) return void (status.textContent = words.text("team.nothing_to_show"));
      status.textContent = words.text("team.shown");
      place.replaceChildren(...Leerpad.teamSheets(piles.flatMap((pile) => parts.get(pile) ?? [])));
      const title = Leerpad.find(place, "h2", HTMLElement);
      title.focus({ preventScroll: true });
      title.scrollIntoView({ block: "start" });
    }

    function empty() {
      files.length = 0;
      parts.clear();
      place.replaceChildren();
      refused.replaceChildren();
      count();
      status.textContent = words.text("team.cleared");
      choose.focus();
    }

    return {
      connect(signal) {
        input.addEventListener(
          "change",
          () => {
            hear(input.files ?? []);
            input.value = "";
          },
          { signal },
        );
        // Also beside the box: else the browser would leave the page for the file.
        window.addEventListener("dragover", (event) => event.preventDefault(), { signal });
        window.addEventListener(
          "drop",
          (event) => {
            event.preventDefault();
            hear(event.dataTransfer?.files ?? []);
          },
          { signal },
        );
      },
    };
  }

  Leerpad.define("leerpad-team", make);
})();
