/* The scan: keeps each answer, says how far you are, and shows the picture when you ask for it. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/headings.js" />
/// <reference path="../../client/merge.js" />
/// <reference path="../../client/progress.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
/// <reference path="advice.js" />
/// <reference path="history.js" />
/// <reference path="past.js" />
/// <reference path="result.js" />
/// <reference path="score.js" />
(function () {
  "use strict";
  const { el, words, store } = Leerpad;
  const { canonical, map } = Leerpad.progress;

  /** @param {HTMLElement} host @returns {LeerpadElement} */
  function make(host) {
    const scan = Leerpad.data(host, "scan");
    const form = Leerpad.find(host, "form", HTMLFormElement);
    const items = Leerpad.findAll(form, ".lp-statement", HTMLElement);
    const count = el("span", { id: `scan-${scan.id}--count` });
    const bar = el("progress", { max: String(items.length), "aria-labelledby": count.id });
    const next = Leerpad.button("scan.open_next", () => goToOpen());
    const ready = el("strong", { role: "status" });
    const foot = el("div", { class: "lp-scan-bar" }, el("div", {}, count, ready), bar, next);
    const toPicture = Leerpad.button("scan.show", () => showPicture(), "");
    const end = el("p", { class: "lp-actions" });
    const notice = el("div", { role: "status", class: "lp-scan-notice" });
    const place = el("div");
    const list = el("div");
    const removed = el("div", { role: "status", class: "lp-scan-notice" });
    const empty = el("div", { class: "lp-scan-empty" });
    form.before(notice, place);
    form.after(list, removed);
    form.querySelector(".lp-statements")?.before(empty);
    form.append(foot, end);
    let drawn = "";
    /** What the learner went to last because it was open. @type {HTMLElement | undefined} */
    let visited;
    /** Which earlier scan stands beside: its key, empty for none; the newest as long as nothing is chosen. @type {string | null} */
    let beside = null;
    const level = Leerpad.headingLevel(host);
    for (const title of host.querySelectorAll(".lp-scan-how-title")) Leerpad.makeHeading(title, level);

    // --- what is kept ------------------------------------------------------------------------------------------------

    const now = () => Leerpad.scans.now(store.progress, scan.id);
    const past = () => (scan.history ? Leerpad.scans.earlier(store.progress, scan.id) : []);

    /**
     * Keep these answers; null clears one, and says so to other tabs.
     * @param {Record<string, number | null>} values
     * @param {boolean} shown
     * @param {(progress: Progress, pen: Pen) => void} [also] what is done before that
     */
    function keep(values, shown, also) {
      store.update((progress, pen) => {
        const { put } = pen;
        if (scan.history) also?.(progress, pen);
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
      const taken = now();
      const given = taken.answers;
      const wanted = store.progress.shown[scan.id]?.done === true;
      const earlier = past();
      const state = canonical([taken, wanted, earlier, beside, Leerpad.scanAdvice.standing()]);
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
      showReady(filled === items.length);
      if (filled) askFirst(false);
      const shown = wanted && filled > 0;
      form.hidden = shown;
      host.dataset.state = shown ? "result" : "draft";
      const then = earlier.find(({ key }) => key === (beside ?? earlier[0].key)) ?? null;
      place.replaceChildren(...(shown ? [result(taken, then)] : []));
      const isOpen = list.querySelector("details")?.open === true;
      list.replaceChildren(...Leerpad.scanPast({ past: earlier, beside: then?.key ?? "", isOpen, choose: shown ? choose : null, remove }));
    }

    /** With nothing left open, the way to the picture comes in sight, wherever the last answer was given. @param {boolean} on */
    function showReady(on) {
      if (toPicture.isConnected && foot.hasAttribute("data-ready") === on) return; // who listens hears it once
      foot.toggleAttribute("data-ready", on);
      next.hidden = on;
      bar.hidden = on;
      ready.textContent = on ? words.text("scan.ready") : "";
      (on ? foot : end).append(toPicture);
    }

    /** What was answered to statements that an earlier edition asked. @param {Record<string, number>} given */
    function showRetired(given) {
      const lines = Leerpad.findAll(host, "[data-retired]", HTMLElement);
      for (const line of lines) {
        const value = given[String(line.dataset.retired)] ?? -1;
        const label = value === 0 ? words.text("scan.not_applicable") : scan.scale[value - 1];
        line.hidden = label === undefined;
        line.querySelector("strong")?.replaceChildren(label ?? "");
      }
      /** @type {HTMLElement | null} */
      const all = host.querySelector(".lp-scan-retired");
      if (all !== null) all.hidden = lines.every(({ hidden }) => hidden);
    }

    /** @param {ScanTaken} taken @param {ScanTaken | null} then */
    function result(taken, then) {
      const score = Leerpad.scan.score(scan, taken.answers);
      return Leerpad.scanResult({ host, scan, score, now: taken, earlier: then, unfilled: unfilled(score), goTo, edit, again });
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

    /** To change an answer. A scan of another day is kept as it was then. @param {HTMLElement} item */
    function goTo(item) {
      const isToday = new Date(now().finished).toDateString() === new Date().toDateString();
      keep({}, false, (progress, pen) => isToday || Leerpad.scans.keep(progress, pen, scan.id, true));
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
      const last = visited ? open.indexOf(visited) : -1;
      visited = open[(last + 1) % open.length];
      show(visited);
    }

    function edit() {
      notice.replaceChildren();
      goTo(items[0]);
    }

    /** Begin anew: the scan that stood there is kept with its date, if it has anything to show. */
    function again() {
      const before = now();
      const isKept = scan.history && Leerpad.scan.score(scan, before.answers).dimensions.some(({ mean }) => mean !== null);
      beside = null;
      keep(Object.fromEntries(Object.keys(before.answers).map((id) => [id, null])), false, (progress, pen) => {
        if (isKept) Leerpad.scans.keep(progress, pen, scan.id, false);
      });
      notice.replaceChildren(
        `${words.text(isKept ? "scan.kept" : "scan.cleared", { day: words.day(before.finished) })} `,
        Leerpad.button("scan.undo", () => {
          notice.replaceChildren();
          keep(before.answers, true, ({ pastScans }, { put }) => {
            const kept = pastScans[scan.id] ?? {};
            if (String(before.finished) in kept) put(kept, String(before.finished), { ...before, current: true });
          });
          focusResult();
        }),
      );
      radios(items[0])[0].focus({ preventScroll: true });
      host.scrollIntoView({ block: "start" });
    }

    /** Put an earlier scan beside the picture, or none. @param {string} key */
    function choose(key) {
      beside = key;
      render();
      focusResult();
    }

    /** @param {string} key */
    function remove(key) {
      const before = store.progress.pastScans[scan.id][key];
      /** @param {PastScan} said */
      const put = (said) => store.update(({ pastScans }, pen) => pen.put((pastScans[scan.id] ??= map()), key, said));
      const undo = Leerpad.button("scan.put_back", () => {
        removed.replaceChildren();
        put(before);
        list.querySelector("summary")?.focus();
      });
      put({ ...before, answers: {} });
      removed.replaceChildren(`${words.text("scan.removed")} `, undo);
      undo.focus();
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
      const id = `scan-${scan.id}--empty`;
      empty.replaceChildren(...(on ? [el("p", { class: "lp-error", id }, words.text("scan.empty"))] : []));
      const first = Leerpad.find(items[0], "fieldset", HTMLElement);
      if (on) first.setAttribute("aria-describedby", id);
      else first.removeAttribute("aria-describedby");
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
        store.follow(render, signal);
      },
    };
  }

  Leerpad.define("leerpad-scan", make, "passed");
})();
