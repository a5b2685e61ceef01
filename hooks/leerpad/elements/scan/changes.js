/* What changed since an earlier scan, in words, with the caution that belongs to it. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/headings.js" />
/// <reference path="../../client/words.js" />
/// <reference path="score.js" />
(function () {
  "use strict";
  const { el, words } = Leerpad;

  Leerpad.scanChanges = function (host, scan, rows) {
    const step = words.decimal(Leerpad.scan.notable(scan));
    const notable = rows.filter(({ change }) => change?.isNotable);
    const alone = rows.filter(({ change }) => change?.by === null).map(({ title }) => title);
    const others = rows.length - notable.length - alone.length;
    /** @param {string} key @param {Record<string, unknown>} [params] */
    const line = (key, params = {}) => el("p", {}, words.text(`scan.${key}`, { step, ...params }));
    return el(
      "div",
      { class: "lp-scan-profile lp-scan-changes" },
      Leerpad.heading(Leerpad.headingLevel(host) + 1, { class: "lp-scan-profile-title" }, words.text("scan.changed")),
      notable.length
        ? el(
            "ul",
            {},
            ...notable.map(({ title, earlier, value }) =>
              el("li", {}, words.text("scan.change", { dimension: title, earlier: earlier?.value ?? "", now: value })),
            ),
          )
        : null,
      others ? line(notable.length ? "change_small" : "change_none") : null,
      alone.length ? line("change_unknown", { dimensions: words.list(alone) }) : null,
      line("change_caution"),
      line("change_from"),
    );
  };
})();
