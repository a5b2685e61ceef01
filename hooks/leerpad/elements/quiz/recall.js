/*
 * Questions of levels before, asked again at the end of a test: those that went wrong first. Their scripts stand in the
 * page, so they are there when the quiz comes to life.
 */
/// <reference path="../../client/order.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../reviews/load.js" />
(function () {
  "use strict";
  const { order, path } = Leerpad;

  /** The questions of all levels before one, by their ids. @param {string | null} id */
  function earlier(id) {
    /** @type {ReviewQuestions} */
    const found = Object.create(null);
    const level = id === null ? null : path.level(id);
    const befores = new Set(level ? path.befores(level) : []);
    for (const before of befores) {
      for (const one of path.befores(before)) befores.add(one);
      Object.assign(found, window.LeerpadReviews?.[before.id]);
    }
    return found;
  }

  /** Whether each question went wrong the last time, in whatever it was asked. @param {Progress} progress */
  function lastTimes({ quizzes, reviews }) {
    /** @type {Record<string, { at: number, wrong: boolean }>} */
    const found = Object.create(null);
    /** @param {string} id @param {number} at @param {boolean} wrong */
    const tell = (id, at, wrong) => {
      if (!(id in found) || found[id].at < at) found[id] = { at, wrong };
    };
    for (const { finished, outcome } of Object.values(quizzes).flatMap((attempts) => Object.values(attempts)))
      for (const [id, { points, max }] of Object.entries(outcome?.questions ?? {})) tell(id, Number(finished), points < max);
    for (const [id, { results, at }] of Object.entries(reviews)) tell(id, at, results.endsWith("-"));
    return found;
  }

  Leerpad.recall = {
    pick({ level, recall = 0 }, progress, seed) {
      const last = lastTimes(progress);
      const rank = (/** @type {string} */ id) => Number(!last[id]?.wrong);
      const ids = order.by(`${seed}/recall`, Object.keys(earlier(level)));
      return ids.sort((one, other) => rank(one) - rank(other)).slice(0, recall);
    },

    bring({ level }, id) {
      const found = earlier(level);
      return id in found ? Leerpad.reviewParts(found[id]) : null;
    },
  };
})();
