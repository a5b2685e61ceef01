/* What a scan's answers come to. Pure: the same answers always give the same picture, in whatever order they stand. */
/// <reference path="../../client/namespace.js" />
(function () {
  "use strict";

  Leerpad.scan = {
    /**
     * `answers` holds a number on the scale for each statement; 0 is “not applicable”. Anything else is no answer.
     */
    score(scan, answers) {
      const max = scan.scale.length;
      /** @param {string} id */
      const answer = (id) => {
        const value = Object.hasOwn(answers, id) ? answers[id] : null;
        return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= max ? value : null;
      };
      const counted = scan.statements.filter(({ dimension }) => dimension !== null);
      const dimensions = scan.dimensions.map(({ min }, number) => {
        const values = counted
          .filter(({ dimension }) => dimension === number)
          .map(({ id, reverse }) => ({ value: answer(id), reverse }))
          .flatMap(({ value, reverse }) => (value === null ? [] : [reverse ? max + 1 - value : value]));
        if (values.length < min) return { mean: null, band: null };
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        return { mean, band: band(scan, mean) };
      });
      const raw = counted.map(({ id }) => answer(id));
      return {
        dimensions,
        same: raw[0] !== null && raw.every((value) => value === raw[0]),
        alerts: scan.alerts.flatMap(({ statement, from }, number) => (Number(answer(statement)) >= from ? [number] : [])),
      };
    },

    /** The number of the profile; null while a dimension has too few answers. Conditions were worked out at build. */
    profile(scan, { dimensions, same }) {
      let index = 0;
      for (const { band } of dimensions) {
        if (band === null) return null;
        index = index * scan.bands.length + band;
      }
      const half = scan.bands.length ** scan.dimensions.length;
      return scan.table[same && scan.table.length > half ? half + index : index];
    },
  };

  /** By the mean as it is, not as it is shown; a sum of fractions may fall a hair short. @param {ScanData} scan @param {number} mean */
  function band(scan, mean) {
    return scan.bands.findLastIndex(({ from }) => mean >= from - 1e-9);
  }
})();
