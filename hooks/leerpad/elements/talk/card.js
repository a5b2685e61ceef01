/* The card for a talk with one's manager, as a page and as a text. What is empty leaves room for a pen. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { el, words } = Leerpad;
  const [LINES, FEW] = [3, 2]; // to write on
  const MUCH = 1200; // letters; more are printed smaller

  /** What stands on it, part by part, each with its heading. @param {TalkCard} card @returns {[string, string[], number][]} */
  function parts({ chosen, need, questions }) {
    return [
      [words.text("talk.card_chose"), chosen, LINES],
      [words.text("talk.card_need"), need ? [need] : [], LINES],
      [words.text("talk.card_asks"), questions, LINES],
      [words.text("talk.card_agreed"), [], FEW],
    ];
  }

  /** @param {number} count */
  const lines = (count) => Array.from({ length: count }, () => el("p", { class: "lp-rule" }));

  Leerpad.talkCard = function (card) {
    const title = words.text("talk.card_title");
    const length = [...card.chosen, card.need, ...card.questions].join("").length;
    return el(
      "article",
      { class: "lp-talk-card", "aria-label": title, "data-long": length > MUCH },
      el("h2", {}, title),
      el("p", { class: "lp-talk-when" }, card.when || words.text("talk.card_when")),
      ...parts(card).flatMap(([heading, said, room]) => [
        el("h3", {}, heading),
        ...(said.length > 1 ? [el("ol", {}, ...said.map((text) => el("li", {}, text)))] : said.map((text) => el("p", {}, text))),
        ...(said.length ? [] : lines(room)),
      ]),
    );
  };

  Leerpad.talkText = function (card) {
    const head = [words.text("talk.card_title"), card.when].filter(Boolean);
    const body = parts(card).map(([heading, said]) => [heading, ...said.map((text) => `- ${text}`)].join("\n"));
    return `${[head.join("\n"), ...body].join("\n\n")}\n`;
  };
})();
