/*
 * Questions of levels before, asked again at the end of a test: those that went wrong first. The page says which there are;
 * of the scripts that hold them, those come that an attempt needs.
 */
/// after quiz
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/order.js" />
/// <reference path="../quiz/recall.js" />
/// <reference path="../reviews/load.js" />
(function () {
  "use strict";
  const { order } = Leerpad;
  const PATIENCE = 5_000; // ms: a test waits no longer for what it asks besides

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

  /** @param {string[]} ids @param {Progress} progress @param {number} seed @param {number} count */
  function first(ids, progress, seed, count) {
    const last = lastTimes(progress);
    const rank = (/** @type {string} */ id) => Number(!last[id]?.wrong);
    return order
      .by(`${seed}/recall`, ids)
      .sort((one, other) => rank(one) - rank(other))
      .slice(0, count);
  }

  /** @param {HTMLElement} host @returns {LeerpadElement | null} */
  function make(host) {
    const sources = Leerpad.data(host, "earlier");
    /** By the id of each question, the script that holds it. */
    const scripts = new Map(sources.flatMap((source) => source.questions.map((id) => [id, Leerpad.reviewScript(source, id)])));
    /** What came of each script that was asked for: null if it could not be had. @type {Map<string, ReviewQuestions | null>} */
    const came = new Map();
    const cameOf = (/** @type {string} */ id) => came.get(scripts.get(id) ?? "");
    const lacks = (/** @type {string[]} */ ids) => ids.filter((id) => scripts.has(id) && cameOf(id) === undefined);
    const known = () => [...scripts.keys()].filter((id) => cameOf(id) !== null);

    /** @param {string[]} ids */
    async function load(ids) {
      const wanted = new Set(lacks(ids).map((id) => String(scripts.get(id))));
      await Promise.all([...wanted].map(async (script) => came.set(script, await inTime(Leerpad.reviewScriptHolds(script)).catch(report))));
    }

    /** @type {LeerpadRecall} */
    const recall = {
      lacks,
      load,
      hasLost: (ids) => ids.some((id) => cameOf(id) === null),
      /** Of those that are here, if they are enough: who begins anew waits for nothing. */
      pick({ recall: count = 0 }, progress, seed) {
        const here = known().filter(cameOf);
        return first(here.length < count ? known() : here, progress, seed, count);
      },
      prepare({ recall: count = 0 }, progress, seed) {
        void load(first(known(), progress, seed, count));
      },
      bring(id) {
        const found = cameOf(id);
        return found ? Leerpad.reviewParts(found[id]) : null;
      },
    };
    Object.assign(Leerpad.recall, recall);
    return null;
  }

  /** @param {Promise<ReviewQuestions>} questions @returns {Promise<ReviewQuestions>} */
  function inTime(questions) {
    return new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error("questions of before took too long")), PATIENCE);
      questions.then(resolve, reject);
    });
  }

  /** @param {unknown} error */
  function report(error) {
    console.error("leerpad-earlier:", error);
    return null;
  }

  Leerpad.define("leerpad-earlier", make, "passed");
})();
