/* The picture of a scan: bars on the scale, drawn so that text keeps its size at every width, and the same as a table. */
(function () {
  "use strict";
  const { el, words } = Leerpad;
  const SVG = "http://www.w3.org/2000/svg";
  const [TOP, ROW, BAR, BOTTOM] = [28, 64, 26, 30];

  /** @param {string} tag @param {Record<string, string | number>} attributes @param {...(Node | string)} children */
  function svg(tag, attributes, ...children) {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
    element.append(...children);
    return element;
  }

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
  function bar(scan, row, number) {
    const y = TOP + number * ROW;
    const middle = y + 24 + BAR / 2;
    const group = svg("g", row.stage === null ? {} : { "data-stage": row.stage });
    group.append(
      svg("text", { x: 0, y: y + 16, class: "lp-chart-title" }, row.title),
      svg("rect", { x: 0, y: y + 24, width: "100%", height: BAR, rx: 4, class: "lp-chart-track" }),
    );
    const width = row.mean === null ? 0 : along(scan, row.mean);
    if (row.mean !== null) {
      // The lowest score is a line: no bar at all would look like no answer.
      group.append(svg("rect", { x: 0, y: y + 24, width: width ? `${width}%` : 4, height: BAR, rx: 4, class: "lp-chart-bar" }));
    }
    const inside = width >= 55;
    group.append(
      svg(
        "text",
        { x: `${width}%`, y: middle, dx: inside ? -10 : 10, "text-anchor": inside ? "end" : "start", class: inside ? "lp-chart-inside" : "lp-chart-value" },
        row.value,
      ),
    );
    return group;
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
      ...all.map((row, number) => bar(scan, row, number)),
      ...bands(scan, height),
      svg("text", { x: 0, y: height - 8, class: "lp-chart-soft" }, lowest),
      svg("text", { x: "100%", y: height - 8, "text-anchor": "end", class: "lp-chart-soft lp-chart-end" }, highest),
    );
  }

  /** @param {ScanRow[]} all */
  function table(all) {
    const heads = ["dimension", "score", "band"].map((key) => el("th", { scope: "col" }, words.text(`scan.${key}`)));
    const body = all.map(({ title, shown, band }) =>
      el("tr", {}, el("th", { scope: "row" }, title), el("td", {}, shown ?? "–"), el("td", {}, band)),
    );
    return el(
      "div",
      { class: "lp-table-wrap", tabindex: "0", role: "region", "aria-label": words.text("scan.result") },
      el("table", {}, el("thead", {}, el("tr", {}, ...heads)), el("tbody", {}, ...body)),
    );
  }

  Leerpad.scanPicture = function (scan, score) {
    const all = rows(scan, score);
    return [chart(scan, all), table(all)];
  };
})();
