/* The way of an answer through a conversation, and what it is worth. Pure. */
/// <reference path="../../client/namespace.js" />
(function () {
  "use strict";
  const MOST = 100; // choices in an answer; the model allows as many steps

  Leerpad.scenario = {
    walk(question, response) {
      if (!Array.isArray(response) || response.length > MOST) return null;
      const { steps } = question;
      const seen = new Set();
      const taken = [];
      let at = question.start;
      for (const key of response) {
        if (typeof key !== "string" || !Object.hasOwn(steps, at) || !Object.hasOwn(steps[at], key)) return null;
        const [goto, points] = steps[at][key];
        const counts = !seen.has(at);
        taken.push({ step: at, key, goto, points: counts ? this.worth(question, points) : 0, counts });
        seen.add(at);
        at = goto;
      }
      return { taken, at, ended: !Object.hasOwn(steps, at), full: taken.length === MOST };
    },

    worth: (question, points) => (points / question.best) * question.points,

    bestPath: (question) => question.best_path.map(([, key]) => key),

    score(question, response) {
      const taken = this.walk(question, response)?.taken ?? [];
      const points = taken.reduce((sum, choice) => sum + choice.points, 0);
      const right = points > question.points - 1e-9; // thirds don't add up exactly
      return { points: right ? question.points : points, max: question.points, right };
    },
  };
})();
