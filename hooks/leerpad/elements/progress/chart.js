/* How the scores of one test went: a dot for each attempt, and a line at the mark. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { svg, words } = Leerpad;
  const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM] = [320, 110, 44, 12, 98];
  const MOST = 20; // more dots than this run into each other; the table has them all

  /** @param {number} share */
  const y = (share) => Math.round((BOTTOM - share * (BOTTOM - TOP)) * 10) / 10;

  Leerpad.scoreLine = function ({ pass_mark: mark }, attempts) {
    const scores = attempts
      .slice(0, MOST)
      .reverse()
      .map(({ outcome }) => ({ share: Leerpad.path.share(outcome), passed: outcome?.passed }));
    if (scores.length < 2) return null;
    const step = (WIDTH - LEFT - 16) / (scores.length - 1);
    const dots = scores.map(({ share, passed }, number) => ({ cx: Math.round(LEFT + 8 + number * step), cy: y(share), passed }));
    const way = dots.map(({ cx, cy }) => `${cx} ${cy}`);
    const label = words.text("progress.line", {
      scores: scores.map(({ share }) => words.percent(share)).join(", "),
      mark: words.percent(mark),
    });
    /** @param {number} share */
    const scale = (share) => svg("text", { x: LEFT - 8, y: y(share) + 4, "text-anchor": "end" }, words.percent(share));
    return svg(
      "svg",
      { class: "lp-line", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label },
      ...[0, 1].filter((share) => Math.abs(share - mark) > 0.15).map(scale),
      scale(mark),
      svg("path", { class: "lp-line-mark", d: `M${LEFT} ${y(mark)}H${WIDTH}` }),
      svg("path", { d: `M${way.join("L")}` }),
      // Passed is a full dot, not yet passed an open one.
      ...dots.map(({ cx, cy, passed }) => svg("circle", { cx, cy, r: 5, class: passed ? "lp-line-passed" : "" })),
    );
  };
})();
