/* The picture of a team: three sheets, on the screen below each other. The same words stand in bars, in a table and on paper. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/table.js" />
/// <reference path="../../client/words.js" />
/// <reference path="talk.js" />
(function () {
  "use strict";
  const { el, svg, words } = Leerpad;
  const [HEIGHT, MOST_QUESTIONS, EACH] = [26, 9, 3];

  Leerpad.teamSheets = function (parts) {
    const scans = parts.filter(({ spreads }) => spreads.length > 0);
    const answers = parts.filter(({ spreads }) => spreads.length === 0);
    return [
      ...scans.map((part) => sheet(words.text("team.scan", { scan: part.title }), ...spread(part))),
      sheet(words.text("team.differences"), ...differences(scans), ...answers.flatMap(trouble)),
      sheet(words.text("team.agenda"), ...agenda(parts)),
    ];
  };

  /** @param {string} title @param {...Element} inside */
  const sheet = (title, ...inside) => el("section", { class: "lp-team-sheet" }, el("h2", { tabindex: "-1" }, title), ...inside);

  /** @param {TeamPart} part */
  function spread({ title, size, bands, spreads }) {
    const told = spreads.filter(({ parts }) => parts.length > 0);
    const hidden = spreads.filter(({ parts }) => parts.length === 0).map((one) => one.title);
    return [
      el("p", {}, words.text("team.scan_about", { n: size })),
      ...told.map(bar),
      ...(hidden.length ? [el("p", { class: "lp-note" }, words.text("team.hidden", { dimensions: words.list(hidden) }))] : []),
      ...(told.length ? [table(title, bands, told)] : []),
    ];
  }

  /** @param {TeamSpread} spread */
  function bar({ title, parts }) {
    const all = parts.reduce((sum, { percent }) => sum + percent, 0); // rounded shares don't always make a hundred
    let before = 0;
    const rects = parts.map(({ percent, tint }) => {
      const [x, width] = [before, percent / all].map((share) => `${Math.round(share * 1000) / 10}%`);
      before += percent / all;
      return svg("rect", { x, y: 1, width, height: HEIGHT - 2, "data-tint": tint });
    });
    return el(
      "div",
      { class: "lp-team-row" },
      el("p", {}, el("strong", {}, title)),
      svg("svg", { class: "lp-team-bar", width: "100%", height: HEIGHT, "aria-hidden": "true" }, ...rects),
      el("p", {}, parts.map(({ label, percent }) => words.text("team.part", { band: label, percent })).join(" · ")),
    );
  }

  /** Bands that are told together share a cell. @param {string} title @param {string[]} bands @param {TeamSpread[]} told */
  function table(title, bands, told) {
    const rows = told.map(({ title: name, parts }) => [
      name,
      ...parts.map(({ from, to, percent }) => {
        const both = { colspan: String(to - from + 1) };
        return el("td", both, words.text(to > from ? "team.together" : "team.cell", { percent }));
      }),
    ]);
    return Leerpad.table(words.text("team.table", { scan: title }), [words.text("scan.dimension"), ...bands], rows);
  }

  /** @param {TeamPart[]} scans */
  function differences(scans) {
    const { good, apart, low } = Leerpad.teamTalk.topics(scans);
    const line =
      (/** @type {string} */ key) =>
      (/** @type {TeamSpread} */ { title, level, parts }) => {
        const shares = parts.map(({ label, percent }) => words.text("team.part", { band: label, percent }));
        const place = Leerpad.course.levels.find(({ id }) => id === level);
        const link = place ? el("a", { href: Leerpad.path.link(place.url) }, words.text("team.level", { title: place.title })) : null;
        return el("li", {}, el("strong", {}, title), `: ${words.text(key, { shares: words.list(shares) })} `, link);
      };
    const lines = [...apart.map(line("team.is_apart")), ...low.map(line("team.is_low")), ...good.map(line("team.is_good"))];
    if (scans.length === 0) return [el("p", {}, words.text("team.no_scans"))];
    return [lines.length ? el("ul", {}, ...lines) : el("p", {}, words.text("team.nothing_stands_out"))];
  }

  /** @param {TeamPart} answers */
  function trouble({ size, told, troubles }) {
    const title = el("h3", {}, words.text("team.trouble"));
    if (told === 0) return [title, el("p", {}, words.text("team.nothing_told", { n: size }))];
    const questions = words.plural("team.questions", told);
    if (troubles.length === 0) return [title, el("p", {}, words.text("team.no_trouble", { n: size, questions }))];
    let left = MOST_QUESTIONS;
    const shown = troubles.flatMap(({ title: name, url, prompts }) => {
      const some = prompts.slice(0, Math.min(left, EACH));
      left -= some.length;
      return some.length ? [el("li", {}, el("a", { href: url }, name), el("ul", {}, ...some.map((prompt) => el("li", {}, prompt))))] : [];
    });
    const more = troubles.flatMap(({ prompts }) => prompts).length - (MOST_QUESTIONS - left);
    return [
      title,
      el("p", {}, words.text("team.trouble_about", { n: size, questions })),
      el("ul", {}, ...shown),
      ...(more > 0 ? [el("p", {}, words.plural("team.more", more))] : []),
    ];
  }

  /** @param {TeamPart[]} parts */
  function agenda(parts) {
    const steps = Leerpad.teamTalk
      .agenda(parts)
      .map(({ from, to, title, text }) =>
        el("li", {}, el("strong", {}, `${words.text("team.minutes", { from, to })} ${title}`), el("p", {}, text)),
      );
    return [el("p", {}, words.text("team.agenda_about")), el("ol", { class: "lp-team-agenda" }, ...steps)];
  }
})();
