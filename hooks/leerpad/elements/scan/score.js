/* What a scan's answers come to. Pure: the same answers always give the same picture, in whatever order they stand. */
/// <reference path="../../client/namespace.js" />
/// <reference path="means.js" />
(function () {
  "use strict";
  const { scanMeans } = Leerpad;

  Leerpad.scan = {
    /**
     * `answers` holds a number on the scale for each statement; 0 is “not applicable”. Anything else is no answer.
     */
    score(scan, answers) {
      /** @param {string} id */
      const answer = (id) => scanMeans.answer(scan, answers, id);
      const dimensions = scanMeans.of(scan, answers).map((mean) => ({ mean, band: mean === null ? null : band(scan, mean) }));
      const raw = scan.statements.filter(({ dimension }) => dimension !== null).map(({ id }) => answer(id));
      return {
        dimensions,
        same: raw[0] !== null && raw.every((value) => value === raw[0]),
        alerts: scan.alerts.flatMap(({ statement, from }, number) => (Number(answer(statement)) >= from ? [number] : [])),
      };
    },

    /**
     * The numbers of the profiles that are told, as course/scan/rules.py has it: one without a part alone, or else of
     * each part the first that holds, or all. Null while a dimension has too few answers.
     */
    told({ parts, profiles }, { dimensions, same }) {
      if (dimensions.some(({ band }) => band === null)) return null;
      const holding = profiles.flatMap(({ when }, number) => (holds(when, dimensions, same) ? [number] : []));
      const alone = holding.find((number) => profiles[number].part === null);
      if (alone !== undefined) return [alone];
      return parts.flatMap(({ several }, part) => {
        const numbers = holding.filter((number) => profiles[number].part === part);
        return several ? numbers : numbers.slice(0, 1);
      });
    },

    notable: ({ scale }) => (scale.length - 1) / 4,

    compare(scan, then, now) {
      const [before, after] = [then, now].map((answers) => scanMeans.of(scan, answers));
      return scan.dimensions.map((_, number) => {
        const [one, other] = [before[number], after[number]];
        if (one === null || other === null || !areAlike(scan, number, then, now)) return { by: null, isNotable: false };
        return { by: other - one, isNotable: Math.abs(other - one) >= this.notable(scan) - 1e-9 };
      });
    },
  };

  /** Whether the same statements of a dimension were answered. @param {ScanData} scan @param {number} number @param {Record<string, unknown>} then @param {Record<string, unknown>} now */
  function areAlike(scan, number, then, now) {
    const own = scan.statements.filter(({ dimension }) => dimension === number);
    return own.every(({ id }) => (scanMeans.answer(scan, then, id) === null) === (scanMeans.answer(scan, now, id) === null));
  }

  /** Conditions are data: nothing is run. @param {ScanCondition} when @param {ScanScore["dimensions"]} dimensions @param {boolean} same @returns {boolean} */
  function holds(when, dimensions, same) {
    if ("all" in when) return when.all.every((part) => holds(part, dimensions, same));
    if ("any" in when) return when.any.some((part) => holds(part, dimensions, same));
    if ("not" in when) return !holds(when.not, dimensions, same);
    if ("same" in when) return when.same === same;
    return when.bands.includes(Number(dimensions[when.dimension].band));
  }

  /** By the mean as it is, not as it is shown; a sum of fractions may fall a hair short. @param {ScanData} scan @param {number} mean */
  function band(scan, mean) {
    return scan.bands.findLastIndex(({ from }) => mean >= from - 1e-9);
  }
})();
