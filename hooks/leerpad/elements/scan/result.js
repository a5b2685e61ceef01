/* What stands in the place of the form when the learner wants to see the picture. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/headings.js" />
/// <reference path="../../client/words.js" />
/// <reference path="advice.js" />
/// <reference path="changes.js" />
/// <reference path="chart.js" />
/// <reference path="score.js" />
(function () {
  "use strict";
  const { el, words, button } = Leerpad;

  /** A text that the explanation gives. @param {Element} host @param {string} name @param {number} number @param {string} kind */
  function told(host, name, number, kind) {
    const text = el("div", { class: kind }, ...Leerpad.copies(host.querySelector(`[data-${name}="${number}"]`)));
    return Leerpad.scanAdvice.tellRead(text);
  }

  /** @param {ScanResultFacts} facts */
  function tooFew({ host, scan, score, unfilled, goTo }) {
    const few = scan.dimensions.filter((_, number) => score.dimensions[number].mean === null);
    const links = unfilled.map(({ item, legend, note }) =>
      el(
        "li",
        {},
        el(
          "a",
          {
            href: `#${item.id}`,
            click(event) {
              event.preventDefault();
              goTo(item);
            },
          },
          legend,
        ),
        note,
      ),
    );
    return el(
      "div",
      { class: "lp-scan-profile" },
      Leerpad.heading(Leerpad.headingLevel(host) + 1, { class: "lp-scan-profile-title" }, words.text("scan.too_few_title")),
      el("p", {}, words.text("scan.too_few_about", { dimensions: few.map(({ title }) => title).join(", ") })),
      el("p", {}, words.text("scan.unfilled")),
      el("ul", {}, ...links),
    );
  }

  /** What the outcome is told: a profile that stands alone, or the parts that have something to say. @param {ScanResultFacts} facts @param {number[]} numbers */
  function profiles({ host, scan }, numbers) {
    const level = Leerpad.headingLevel(host) + 1;
    /** @param {number} number */
    const content = (number) => {
      const { level: id } = scan.profiles[number];
      return [told(host, "profile", number, ""), id === null ? null : Leerpad.scanAdvice.beginning(id)];
    };
    /** @param {string} title @param {(Node | null)[]} inside */
    const section = (title, ...inside) =>
      el("div", { class: "lp-scan-profile" }, Leerpad.heading(level, { class: "lp-scan-profile-title" }, title), ...inside);
    const alone = numbers.filter((number) => scan.profiles[number].part === null);
    return [
      ...alone.map((number) => section(scan.profiles[number].title, ...content(number))),
      ...scan.parts.flatMap(({ title }, part) => {
        const own = numbers.filter((number) => scan.profiles[number].part === part);
        const inside = own.flatMap((number) => [
          Leerpad.heading(level + 1, { class: "lp-scan-told" }, scan.profiles[number].title),
          ...content(number),
        ]);
        return own.length ? [section(title, ...inside)] : [];
      }),
    ];
  }

  Leerpad.scanResult = function (facts) {
    const { host, scan, score, now, earlier, edit, again } = facts;
    const level = Leerpad.headingLevel(host);
    const numbers = Leerpad.scan.told(scan, score);
    const rows = Leerpad.scanRows(scan, now, earlier);
    return el(
      "section",
      { class: "lp-result lp-scan-result", "data-result": "neutral", "aria-label": words.text("scan.result") },
      Leerpad.heading(level, { class: "lp-result-title", tabindex: "-1" }, words.text("scan.result")),
      el("p", { class: "lp-scan-day" }, words.text("scan.filled_in", { day: words.day(now.finished) })),
      ...Leerpad.scanPicture(scan, rows, now, earlier),
      earlier && Leerpad.scanChanges(host, scan, rows),
      ...score.alerts.map((alert) => told(host, "alert", alert, "lp-scan-alert")),
      ...(numbers === null ? [tooFew(facts)] : profiles(facts, numbers)),
      el("div", { class: "lp-actions" }, button("scan.edit", edit), button("scan.again", again), Leerpad.printButton()),
    );
  };
})();
