/* The scan: keeps each answer, says how far you are, and shows the picture when you ask for it. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/headings.js" />
/// <reference path="../../client/merge.js" />
/// <reference path="../../client/progress.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
/// <reference path="result.js" />
/// <reference path="score.js" />
(function () {
  "use strict";
  const { el, words, store } = Leerpad;
  const { canonical, map } = Leerpad.progress;

  /** @param {HTMLElement} host @returns {LeerpadElement} */
  function make(host) {
    const scan = /** @type {ScanData} */ (JSON.parse(host.dataset.scan ?? ""));
    const form = Leerpad.find(host, "form", HTMLFormElement);
    const items = Leerpad.findAll(form, ".lp-statement", HTMLElement);
    const count = el("span", { id: `scan-${scan.id}-stand` });
    const bar = el("progress", { max: String(items.length), "aria-labelledby": count.id });
    const next = Leerpad.button("scan.open_next", () => goToOpen());
    const notice = el("div", { role: "status", class: "lp-scan-notice" });
    const place = el("div");
    const empty = el("div", { class: "lp-scan-empty" });
    form.before(notice, place);
    form.querySelector(".lp-statements")?.before(empty);
    form.append(
      el("div", { class: "lp-scan-bar" }, count, bar, next),
      el(
        "p",
        { class: "lp-actions" },
        Leerpad.button("scan.show", () => showPicture(), ""),
      ),
    );
    let drawn = "";
    /** What the learner went to last because it was open. @type {HTMLElement | undefined} */
    let visited;
    const level = Leerpad.headingLevel(host);
    for (const title of host.querySelectorAll(".lp-scan-how-title")) Leerpad.makeHeading(title, level);

    // --- what is kept ------------------------------------------------------------------------------------------------

    const stored = () => store.progress.scans[scan.id] ?? {};

    /** @returns {Record<string, number | null>} */
    function answers() {
      return Object.assign(map(), Object.fromEntries(Object.entries(stored()).map(([id, { value }]) => [id, value])));
    }

    /** Keep these answers; null clears one, and says so to other tabs. @param {Record<string, number | null>} values @param {boolean} shown */
    function keep(values, shown) {
      store.update((progress, { put }) => {
        const kept = (progress.scans[scan.id] ??= map());
        for (const [id, value] of Object.entries(values)) put(kept, id, { value });
        if ((progress.shown[scan.id]?.done ?? false) !== shown) put(progress.shown, scan.id, { done: shown });
      });
    }

    // --- what is on the screen ---------------------------------------------------------------------------------------

    /** @param {HTMLElement} item @returns {HTMLInputElement[]} */
    function radios(item) {
      return Leerpad.findAll(item, "input", HTMLInputElement);
    }

    /** @param {HTMLElement} item @returns {number | null} */
    function chosen(item) {
      const radio = radios(item).find(({ checked }) => checked);
      return radio === undefined ? null : Number(radio.value);
    }

    function render() {
      const given = answers();
      const wanted = store.progress.shown[scan.id]?.done === true;
      const state = canonical([given, wanted]);
      if (state === drawn) return;
      drawn = state;
      for (const item of items) {
        const value = given[String(item.dataset.statement)];
        for (const radio of radios(item)) radio.checked = radio.value === String(value);
      }
      showRetired(given);
      const filled = items.filter((item) => chosen(item) !== null).length;
      count.textContent = words.text("scan.count", { filled, total: items.length });
      bar.setAttribute("value", String(filled));
      next.hidden = filled === items.length;
      if (filled) askFirst(false);
      const shown = wanted && filled > 0;
      form.hidden = shown;
      host.dataset.state = shown ? "result" : "draft";
      place.replaceChildren(...(shown ? [result(given)] : []));
    }

    /** What was answered to statements that an earlier edition asked. @param {Record<string, number | null>} given */
    function showRetired(given) {
      const lines = Leerpad.findAll(host, "[data-retired]", HTMLElement);
      for (const line of lines) {
        const value = given[String(line.dataset.retired)] ?? -1;
        const label = value === 0 ? words.text("scan.not_applicable") : scan.scale[value - 1];
        line.hidden = label === undefined;
        line.querySelector("strong")?.replaceChildren(label ?? "");
      }
      const all = /** @type {HTMLElement | null} */ (host.querySelector(".lp-scan-retired"));
      if (all !== null) all.hidden = lines.every(({ hidden }) => hidden);
    }

    /** @param {Record<string, number | null>} given */
    function result(given) {
      const score = Leerpad.scan.score(scan, given);
      return Leerpad.scanResult({ host, scan, score, unfilled: unfilled(score), goTo, edit, again });
    }

    /** What has no answer, and what doesn't apply in a dimension with too few answers. @param {ScanScore} score */
    function unfilled(score) {
      return items.flatMap((item, number) => {
        const { dimension } = scan.statements[number];
        const value = chosen(item);
        const lacking = dimension !== null && score.dimensions[dimension].mean === null;
        if (value !== null && !(value === 0 && lacking)) return [];
        const legend = item.querySelector(".lp-statement-text")?.textContent ?? "";
        return [{ item, legend, note: value === 0 ? ` ${words.text("scan.not_applicable")}` : null }];
      });
    }

    // --- what the learner does ---------------------------------------------------------------------------------------

    /** @param {HTMLElement} item */
    function goTo(item) {
      keep({}, false);
      show(item);
    }

    /** @param {HTMLElement} item */
    function show(item) {
      const all = radios(item);
      (all.find(({ checked }) => checked) ?? all[0]).focus({ preventScroll: true });
      item.scrollIntoView({ block: "center" });
    }

    /** To the first statement that is open; from one that is left open, to the one after it. */
    function goToOpen() {
      const open = items.filter((item) => chosen(item) === null);
      const last = open.findIndex((item) => item === visited);
      visited = open[(last + 1) % open.length];
      show(visited);
    }

    function edit() {
      notice.replaceChildren();
      goTo(items[0]);
    }

    function again() {
      const before = answers();
      keep(Object.fromEntries(Object.keys(before).map((id) => [id, null])), false);
      notice.replaceChildren(
        `${words.text("scan.cleared")} `,
        Leerpad.button("scan.undo", () => {
          notice.replaceChildren();
          keep(before, true);
          focusResult();
        }),
      );
      radios(items[0])[0].focus({ preventScroll: true });
      host.scrollIntoView({ block: "start" });
    }

    function focusResult() {
      Leerpad.find(place, ".lp-result-title", HTMLElement).focus({ preventScroll: true });
      host.scrollIntoView({ block: "start" }); // with the caveats above it in sight
    }

    function showPicture() {
      notice.replaceChildren();
      if (items.some((item) => chosen(item) !== null)) {
        keep({}, true);
        return focusResult();
      }
      askFirst(true);
      radios(items[0])[0].focus({ preventScroll: true });
      empty.scrollIntoView({ block: "start" });
    }

    /** A picture of nothing would be empty: say what to do, or no longer. @param {boolean} on */
    function askFirst(on) {
      const id = `scan-${scan.id}-leeg`;
      empty.replaceChildren(...(on ? [el("p", { class: "lp-error", id }, words.text("scan.empty"))] : []));
      const first = Leerpad.find(items[0], "fieldset", HTMLElement);
      if (on) first.setAttribute("aria-describedby", id);
      else first.removeAttribute("aria-describedby");
    }

    /** On paper the table is open, whatever it is on the screen. */
    function openTable() {
      const table = place.querySelector("details:not([open])");
      table?.setAttribute("open", "");
      window.addEventListener("afterprint", () => table?.removeAttribute("open"), { once: true });
    }

    /** @param {Event} event */
    function keepAnswer({ target }) {
      const item = items.find((candidate) => candidate.contains(/** @type {Node} */ (target)));
      if (item === undefined) return;
      notice.replaceChildren();
      keep({ [String(item.dataset.statement)]: chosen(item) }, false);
    }

    return {
      connect(signal) {
        // Only the button shows the picture: not Enter on an answer.
        form.addEventListener("submit", (event) => event.preventDefault(), { signal });
        form.addEventListener("change", keepAnswer, { signal });
        window.addEventListener("beforeprint", openTable, { signal });
        store.follow(render, signal);
      },
    };
  }

  Leerpad.define("leerpad-scan", make, "passed");
})();
