/* The picture of a scan: bars on the scale, drawn so that text keeps its size at every width, and the same as a table. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { svg, words } = Leerpad;
  const [TOP, ROW, BAR, BOTTOM] = [28, 54, 24, 30];

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

  /** @param {ScanData} scan @param {ScanRow} row @param {number} number */
  function bar(scan, { mean, stage }, number) {
    const place = { x: 0, y: TOP + number * ROW + 24, height: BAR, rx: 4 };
    const track = svg("rect", { ...place, width: "100%", class: "lp-chart-track" });
    if (mean === null) return [track];
    // The lowest score is a line: no bar at all would look like no answer.
    const width = mean > 1 ? `${along(scan, mean)}%` : 4;
    return [track, svg("rect", { ...place, width, class: "lp-chart-bar", ...(stage === null ? {} : { "data-stage": stage }) })];
  }

  /** The name above a bar; the score and its band at its end. @param {ScanData} scan @param {ScanRow} row @param {number} number */
  function labels(scan, { title, mean, value }, number) {
    const y = TOP + number * ROW;
    const end = mean === null ? 0 : along(scan, mean);
    const [anchor, dx, kind] = end >= 55 ? ["end", -10, "inside"] : ["start", 10, "value"];
    return [
      svg("text", { x: 0, y: y + 16, class: "lp-chart-title" }, title),
      svg("text", { x: `${end}%`, y: y + 24 + BAR / 2, dx, "text-anchor": anchor, class: `lp-chart-${kind}` }, value),
    ];
  }

  /** Where each band begins, and its name in the middle of it. @param {ScanData} scan @param {number} height */
  function bands(scan, height) {
    return scan.bands.flatMap(({ title, from }, number) => {
      const start = along(scan, from);
      const end = number + 1 < scan.bands.length ? along(scan, scan.bands[number + 1].from) : 100;
      const name = svg("text", { x: `${(start + end) / 2}%`, y: 14, "text-anchor": "middle", class: "lp-chart-soft" }, title);
      const line = { x1: `${start}%`, x2: `${start}%`, y1: 20, y2: height - BOTTOM + 4, class: "lp-chart-line" };
      return number === 0 ? [name] : [name, svg("line", line)];
    });
  }

  /** @param {ScanData} scan @param {ScanRow[]} all */
  function chart(scan, all) {
    const height = TOP + all.length * ROW + BOTTOM;
    const [lowest, highest] = [`1 ${scan.scale[0]}`, `${scan.scale.length} ${scan.scale[scan.scale.length - 1]}`];
    const said = all.map(({ title, value }) => words.text("scan.bar", { dimension: title, value })).join(", ");
    return svg(
      "svg",
      { class: "lp-chart", width: "100%", height, role: "img", "aria-label": words.text("scan.chart", { lowest, highest, bars: said }) },
      ...all.flatMap((row, number) => bar(scan, row, number)),
      ...bands(scan, height),
      ...all.flatMap((row, number) => labels(scan, row, number)), // last, so that no line runs through them
      svg("text", { x: 0, y: height - 8, class: "lp-chart-soft" }, lowest),
      svg("text", { x: "100%", y: height - 8, "text-anchor": "end", class: "lp-chart-soft lp-chart-end" }, highest),
    );
  }

  /** @param {ScanRow[]} all */
  function table(all) {
    const heads = ["dimension", "score", "band"].map((key) => words.text(`scan.${key}`));
    return Leerpad.table(
      words.text("scan.table"),
      heads,
      all.map(({ title, shown, band }) => [title, shown ?? "–", band]),
    );
  }

  Leerpad.scanPicture = function (scan, score) {
    const all = rows(scan, score);
    return [chart(scan, all), table(all)];
  };
})();
