/* How much stays, as a picture: for each day on which questions came back, the part that was still right. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/table.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { svg, words } = Leerpad;
  const [HEIGHT, TOP, FLOOR, WIDE, STEP] = [150, 24, 122, 44, 72];

  /** @param {ReviewShare} share */
  const part = ({ right, total }) => (total ? right / total : 0);

  /** @param {ReviewShare} share */
  const after = ({ day }) => words.text("reviews.day", { day });

  /** @param {ReviewShare} share @param {number} place */
  function column(share, place) {
    const x = place * STEP + (STEP - WIDE) / 2;
    const tall = Math.round(part(share) * (FLOOR - TOP) * 10) / 10;
    const middle = { x: x + WIDE / 2, "text-anchor": "middle" };
    return [
      svg("rect", { class: "lp-stays-all", x, y: TOP, width: WIDE, height: FLOOR - TOP, rx: 4 }),
      ...(share.total ? [svg("rect", { class: "lp-stays-right", x, y: FLOOR - tall, width: WIDE, height: tall, rx: 4 })] : []),
      svg("text", { ...middle, y: TOP - 8, class: "lp-stays-share" }, share.total ? words.percent(part(share)) : "–"),
      svg("text", { ...middle, y: FLOOR + 20 }, after(share)),
    ];
  }

  Leerpad.reviewPicture = function (shares) {
    const known = shares.filter(({ total }) => total > 0);
    if (known.length === 0) return [];
    const said = (/** @type {ReviewShare} */ { right, total }) => words.text("reviews.right_of", { right, total });
    const width = shares.length * STEP;
    const label = words.text("reviews.picture", { bars: words.list(known.map((share) => `${after(share)}: ${said(share)}`)) });
    const picture = svg(
      "svg",
      { class: "lp-stays", viewBox: `0 0 ${width} ${HEIGHT}`, role: "img", "aria-label": label },
      ...shares.flatMap(column),
    );
    const heads = ["reviews.when", "reviews.right"].map((key) => words.text(key));
    const rows = shares.map((share) => [after(share), share.total ? said(share) : words.text("reviews.not_yet")]);
    return [picture, Leerpad.table(words.text("reviews.table"), heads, rows)];
  };
})();
