/* Scans that were filled in before, each with its date. They look at progress; `keep` changes it. */
/// <reference path="../../client/progress.js" />
(function () {
  "use strict";
  const { map } = Leerpad.progress;
  const MOST = 12;

  /** A scan that the learner took away has no answers left. @param {PastScan} past */
  const isThere = ({ answers }) => Object.keys(answers).length > 0;

  /** Whether it is the scan that stands there: everything that was answered then still holds. @param {PastScan} past @param {Record<string, number>} answers */
  const isStill = ({ current, answers: then }, answers) => current && Object.entries(then).every(([id, value]) => answers[id] === value);

  /** @param {Progress} progress @param {string} id @returns {[string, PastScan][]} */
  const kept = ({ pastScans }, id) => Object.entries(pastScans[id] ?? {}).filter(([, past]) => isThere(past));

  Leerpad.scans = {
    now(progress, id) {
      const given = Object.entries(progress.scans[id] ?? {}).filter(([, { value }]) => value !== null);
      const answers = Object.assign(map(), Object.fromEntries(given.map(([statement, { value }]) => [statement, value])));
      const same = kept(progress, id).find(([, past]) => isStill(past, answers));
      return { answers, finished: same ? same[1].finished : Math.max(0, ...given.map(([, { at }]) => at)) };
    },

    earlier(progress, id) {
      const { answers } = this.now(progress, id);
      return kept(progress, id)
        .filter(([, past]) => !isStill(past, answers))
        .map(([key, { answers: then, finished }]) => ({ key, answers: then, finished }))
        .sort((one, other) => other.finished - one.finished);
    },

    keep(progress, { put }, id, current) {
      const { answers, finished } = this.now(progress, id);
      if (!Object.keys(answers).length) return;
      const past = (progress.pastScans[id] ??= map());
      put(past, String(finished), { answers, finished, current });
      for (const { key, ...oldest } of this.earlier(progress, id).slice(MOST)) put(past, key, { ...oldest, current: false, answers: {} });
    },
  };
})();
