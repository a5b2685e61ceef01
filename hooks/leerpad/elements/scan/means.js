/* The mean of each dimension of a scan. Pure: also for who makes a file of it, on a page without the scan. */
/// copied
/// <reference path="../../client/namespace.js" />
(function () {
  "use strict";

  Leerpad.scanMeans = {
    answer({ scale }, answers, id) {
      const value = Object.hasOwn(answers, id) ? answers[id] : null;
      return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= scale.length ? value : null;
    },

    of(scan, answers) {
      return scan.dimensions.map(({ min }, number) => {
        const values = scan.statements
          .filter(({ dimension }) => dimension === number)
          .map(({ id, reverse }) => ({ value: this.answer(scan, answers, id), reverse }))
          .flatMap(({ value, reverse }) => (value === null ? [] : [reverse ? scan.scale.length + 1 - value : value]));
        return values.length < min ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
      });
    },
  };
})();
