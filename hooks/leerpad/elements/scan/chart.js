/* The picture of a scan: bars on the scale, and the same as a table. Text keeps its size at every width, and no line crosses it. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/table.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { el, svg, words } = Leerpad;
  const [BAR, OVER] = [20, 5]; // how thick a bar is, and how far a line stands out on either side

  /** @param {ScanData} scan @param {ScanScore} score @returns {ScanRow[]} */
  function rows(scan, { dimensions }) {
    return scan.dimensions.map(({ title, stage }, number) => {
      const { mean, band } = dimensions[number];
      const shown = mean === null ? null : words.decimal(mean);
      const name = band === null ? words.text("scan.too_few") : scan.bands[band].title;
      const value = shown === null ? name : words.text("scan.value", { score: shown, band: name });
      return { title, stage, mean, shown, band: name, value };
    });
  }

  /** How far along the scale, in percents of the width. @param {ScanData} scan @param {number} value */
  function along(scan, value) {
    return Math.round(((value - 1) / (scan.scale.length - 1)) * 1000) / 10;
  }

  /** What a mean looks like: on a track, with a line where each band begins. @param {ScanData} scan @param {ScanRow} row */
  function bar(scan, { mean, stage }) {
    const place = { x: 0, y: OVER, height: BAR, rx: 4 };
    const lines = scan.bands.slice(1).map(({ from }) => {
      const x = `${along(scan, from)}%`;
      return svg("line", { x1: x, x2: x, y1: 0, y2: BAR + 2 * OVER, class: "lp-chart-line" });
    });
    // The lowest score is a line: no bar at all would look like no answer.
    const width = mean !== null && mean > 1 ? `${along(scan, mean)}%` : 4;
    const fill = svg("rect", { ...place, width, class: "lp-chart-bar", ...(stage === null ? {} : { "data-stage": stage }) });
    return svg(
      "svg",
      { width: "100%", height: BAR + 2 * OVER, "aria-hidden": "true" },
      svg("rect", { ...place, width: "100%", class: "lp-chart-track" }),
      ...lines,
      ...(mean === null ? [] : [fill]),
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

  /** @param {ScanData} scan @param {ScanRow[]} all */
  function chart(scan, all) {
    const [lowest, highest] = [`1 ${scan.scale[0]}`, `${scan.scale.length} ${scan.scale[scan.scale.length - 1]}`];
    const said = all.map(({ title, value }) => words.text("scan.bar", { dimension: title, value })).join(", ");
    return el(
      "div",
      { class: "lp-chart", role: "img", "aria-label": words.text("scan.chart", { lowest, highest, bars: said }) },
      bands(scan),
      ...all.flatMap((row) => [
        el("div", { class: "lp-chart-head" }, el("span", { class: "lp-chart-title" }, row.title), el("span", { class: "lp-chart-value" }, row.value)),
        bar(scan, row),
      ]),
      el("div", { class: "lp-chart-ends lp-chart-soft" }, el("span", {}, lowest), el("span", {}, highest)),
    );
  }

  /** @param {ScanRow[]} all */
  function table(all) {
    const heads = ["dimension", "score", "band"].map((key) => words.text(`scan.${key}`));
    const title = words.text("scan.table");
    const cells = all.map(({ title, shown, band }) => [title, shown ?? "–", band]);
    return el("details", { class: "lp-scan-table" }, el("summary", {}, title), Leerpad.table(title, heads, cells));
  }

  Leerpad.scanPicture = function (scan, score) {
    const all = rows(scan, score);
    return [chart(scan, all), table(all)];
  };
})();
