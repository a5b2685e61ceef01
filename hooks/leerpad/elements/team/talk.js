/* What is worth a talk, and half an hour for it. Pure: it follows from what is told already, so it tells nothing more. */
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { words } = Leerpad;
  const [MOST_SAY, BOTH_SAY, AT_MOST] = [60, 30, 3];
  const [WHOLE, BEGIN, GOOD, READING, PROMISE] = [30, 3, 5, 6, 5]; // minutes

  /** @param {TeamSpread} spread */
  const ends = ({ parts }) => [parts[0], parts[parts.length - 1]];

  /** How far the two ends of a spread lie apart, and how many are at each. @param {TeamSpread} spread */
  function distance(spread) {
    const [low, high] = ends(spread);
    return Math.min(low.percent, high.percent) + (low.isLow && high.isHigh ? 100 : 0);
  }

  /** @param {TeamPart[]} parts */
  function topics(parts) {
    const told = parts.flatMap(({ spreads }) => spreads).filter((spread) => spread.parts.length > 0);
    const low = told.filter((spread) => ends(spread)[0].isLow && ends(spread)[0].percent >= MOST_SAY);
    const good = told.filter((spread) => ends(spread)[1].isHigh && ends(spread)[1].percent >= MOST_SAY);
    const apart = told
      .filter((spread) => !low.includes(spread) && !good.includes(spread))
      .filter((spread) => ends(spread).every(({ percent }) => percent >= BOTH_SAY))
      .sort((one, other) => distance(other) - distance(one));
    const most = (/** @type {TeamSpread[]} */ found) => found.slice(0, AT_MOST);
    return { good: most(good), apart: most(apart), low: most(low) };
  }

  Leerpad.teamTalk = {
    topics,

    agenda(parts) {
      const { good, apart, low } = topics(parts);
      const chosen = [...apart.map((spread) => about("apart", spread)), ...low.map((spread) => about("low", spread))].slice(0, 2);
      const talks = chosen.length ? chosen : [about("apart")];
      const trouble = parts.flatMap(({ troubles }) => troubles)[0];
      const reading = trouble ? [{ minutes: READING, ...said("read", { lesson: trouble.title }) }] : [];
      const left = WHOLE - BEGIN - GOOD - PROMISE - (trouble ? READING : 0);
      const steps = [
        { minutes: BEGIN, ...said("begin") },
        { minutes: GOOD, ...about("good", good[0]) },
        ...talks.map((talk, place) => ({ minutes: portion(left, talks.length, place), ...talk })),
        ...reading,
        { minutes: PROMISE, ...said("promise") },
      ];
      let from = 0;
      return steps.map(({ minutes, title, text }) => ({ from, to: (from += minutes), title, text }));
    },
  };

  /** @param {"begin" | "good_any" | "good" | "apart_any" | "apart" | "low" | "read" | "promise"} kind @param {Record<string, string>} [params] */
  const said = (kind, params) => ({ title: words.text(`team.do_${kind}`, params), text: words.text(`team.how_${kind}`) });

  /** What is said of a dimension, or of none. @param {"good" | "apart" | "low"} kind @param {TeamSpread} [spread] */
  const about = (kind, spread) => (spread ? said(kind, { dimension: spread.title }) : said(kind === "good" ? "good_any" : "apart_any"));

  /** Of so many minutes the part of one, in whole minutes. @param {number} minutes @param {number} count @param {number} place */
  const portion = (minutes, count, place) => Math.floor((minutes * (place + 1)) / count) - Math.floor((minutes * place) / count);
})();
