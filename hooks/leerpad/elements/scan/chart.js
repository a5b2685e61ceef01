/*
 * The picture of a scan: bars on the scale, and the same as a table; with an earlier scan beside it, that of then too.
 * Text keeps its size at every width, and no line crosses it.
 */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/table.js" />
/// <reference path="../../client/words.js" />
/// <reference path="score.js" />
(function () {
  "use strict";
  const { el, svg, words } = Leerpad;
  const [BAR, THEN, OVER] = [20, 10, 5]; // how thick a bar is, that of then, and how far a line stands out

  /** @param {ScanData} scan @param {ScanScore["dimensions"][number]} score */
  function said(scan, { mean, band }) {
    if (mean === null || band === null) return words.text("scan.too_few");
    return words.text("scan.value", { score: words.decimal(mean), band: scan.bands[band].title });
  }

  /** A difference with its sign. @param {number | null} change */
  function signed(change) {
    if (change === null) return "–";
    const size = words.decimal(Math.abs(change));
    return size === words.decimal(0) ? size : `${change < 0 ? "−" : "+"}${size}`;
  }

  Leerpad.scanRows = function (scan, now, earlier) {
    const [score, before] = [now, earlier ?? now].map(({ answers }) => Leerpad.scan.score(scan, answers).dimensions);
    const changes = earlier && Leerpad.scan.compare(scan, earlier.answers, now.answers);
    return scan.dimensions.map(({ title, stage }, number) => {
      const { mean, band } = score[number];
      return {
        title,
        stage,
        mean,
        shown: mean === null ? "–" : words.decimal(mean),
        band: band === null ? words.text("scan.too_few") : scan.bands[band].title,
        value: said(scan, score[number]),
        earlier: earlier && { mean: before[number].mean, value: said(scan, before[number]) },
        change: changes?.[number] ?? null,
      };
    });
  };

  /** How far along the scale, in percents of the width. @param {ScanData} scan @param {number} value */
  function along(scan, value) {
    return Math.round(((value - 1) / (scan.scale.length - 1)) * 1000) / 10;
  }

  /** How wide a bar is. The lowest score is a line: no bar at all would look like no answer. @param {ScanData} scan @param {number} mean */
  const width = (scan, mean) => (mean > 1 ? `${along(scan, mean)}%` : 4);

  /** What a mean looks like: on a track, with a line where each band begins; that of then below it. @param {ScanData} scan @param {ScanRow} row */
  function bar(scan, { mean, stage, earlier }) {
    const place = { x: 0, y: OVER, height: BAR, rx: 4 };
    const height = BAR + 2 * OVER + (earlier ? THEN + 2 : 0);
    const lines = scan.bands.slice(1).map(({ from }) => {
      const x = `${along(scan, from)}%`;
      return svg("line", { x1: x, x2: x, y1: 0, y2: height, class: "lp-chart-line" });
    });
    /** @type {Record<string, number>} */
    const colour = stage === null ? {} : { "data-stage": stage };
    const before = { x: 1, y: OVER + BAR + 2, height: THEN, rx: 3, class: "lp-chart-then" };
    return svg(
      "svg",
      { width: "100%", height, "aria-hidden": "true" },
      svg("rect", { ...place, width: "100%", class: "lp-chart-track" }),
      ...lines,
      ...(mean === null ? [] : [svg("rect", { ...place, ...colour, width: width(scan, mean), class: "lp-chart-bar" })]),
      ...(earlier && earlier.mean !== null ? [svg("rect", { ...before, width: width(scan, earlier.mean) })] : []),
    );
  }

  /** The name of each band, in the middle of it. @param {ScanData} scan */
  function bands(scan) {
    const names = scan.bands.map(({ title, from }, number) => {
      const end = number + 1 < scan.bands.length ? scan.bands[number + 1].from : scan.scale.length;
      const x = `${(along(scan, from) + along(scan, end)) / 2}%`;
      return svg("text", { x, y: 14, "text-anchor": "middle", class: "lp-chart-soft" }, title);
    });
    return svg("svg", { width: "100%", height: 18, "aria-hidden": "true" }, ...names);
  }

  /** Which bar is of when. @param {ScanTaken} now @param {ScanTaken} earlier */
  function legend(now, earlier) {
    const key = (/** @type {string} */ name, /** @type {number} */ time, /** @type {string} */ kind) =>
      el(
        "span",
        {},
        svg(
          "svg",
          { width: 24, height: 12, "aria-hidden": "true" },
          svg("rect", { x: 1, y: 1, width: 22, height: 10, rx: 3, class: kind }),
        ),
        ` ${words.text(name, { day: words.day(time) })}`,
      );
    return el(
      "div",
      { class: "lp-chart-legend" },
      key("scan.now", now.finished, "lp-chart-bar"),
      key("scan.then", earlier.finished, "lp-chart-then"),
    );
  }

  /** The name of a dimension, and its values. @param {ScanRow} row */
  function head({ title, value, earlier }) {
    const values = earlier ? words.text("scan.both", { value, earlier: earlier.value }) : value;
    return el(
      "div",
      { class: "lp-chart-head" },
      el("span", { class: "lp-chart-title" }, title),
      el("span", { class: "lp-chart-value" }, values),
    );
  }

  /** @param {ScanData} scan @param {ScanRow[]} rows @param {Element | null} key @param {string} days of both scans, if there are two */
  function chart(scan, rows, key, days) {
    const [lowest, highest] = [`1 ${scan.scale[0]}`, `${scan.scale.length} ${scan.scale[scan.scale.length - 1]}`];
    const bars = rows
      .map(({ title, value, earlier: before }) => {
        const both = before ? words.text("scan.both", { value, earlier: before.value }) : value;
        return words.text("scan.bar", { dimension: title, value: both });
      })
      .join(", ");
    return el(
      "div",
      { class: "lp-chart", role: "img", "aria-label": `${words.text("scan.chart", { lowest, highest, bars })} ${days}`.trim() },
      key,
      bands(scan),
      ...rows.flatMap((row) => [head(row), bar(scan, row)]),
      el("div", { class: "lp-chart-ends lp-chart-soft" }, el("span", {}, lowest), el("span", {}, highest)),
    );
  }

  /** @param {ScanRow[]} rows @param {string} days */
  function table(rows, days) {
    const title = words.text("scan.table");
    const heads = ["dimension", ...(days ? ["before", "after", "difference"] : ["score", "band"])].map((key) => words.text(`scan.${key}`));
    const cells = rows.map(({ title: name, shown, band, value, earlier, change }) =>
      earlier ? [name, earlier.value, value, signed(change?.by ?? null)] : [name, shown, band],
    );
    const about = days ? el("p", {}, days) : null;
    return el(
      "details",
      { class: "lp-scan-table", "data-on-paper": true },
      el("summary", {}, title),
      about,
      Leerpad.table(title, heads, cells),
    );
  }

  Leerpad.scanPicture = function (scan, rows, now, earlier) {
    const days = earlier ? words.text("scan.days", { now: words.day(now.finished), earlier: words.day(earlier.finished) }) : "";
    return [chart(scan, rows, earlier && legend(now, earlier), days), table(rows, days)];
  };
})();
