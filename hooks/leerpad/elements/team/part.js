/* From files to what may be told of them: everything passes through group.js, and nothing else of a file comes out. */
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/words.js" />
/// <reference path="group.js" />
(function () {
  "use strict";
  const { words, group, path } = Leerpad;
  const TINTS = 4;

  /** Who has a value for this. @param {TeamFile[]} files @param {string} thing */
  function valuesOf(files, thing) {
    return new Map(files.flatMap(({ name, values }) => (Object.hasOwn(values, thing) ? [[name, values[thing]]] : [])));
  }

  Leerpad.teamPart = {
    ofScan({ title, bands, dimensions }, files, history, least) {
      const middle = (bands.length - 1) / 2;
      const spreads = dimensions.map(({ id, title: name, level }) => {
        const parts = group.spread(history, id, valuesOf(files, id), bands.length, least) ?? [];
        const told = parts.map(({ from, to, percent }) => ({
          from,
          to,
          label: bands
            .slice(from, to + 1)
            .map((band) => band.title)
            .join(words.text("team.or")),
          percent,
          isLow: to < middle,
          isHigh: from > middle,
          tint: Math.round(((from + to) / 2 / Math.max(1, bands.length - 1)) * TINTS),
        }));
        return { title: name, level, parts: told };
      });
      return { title, size: files.length, bands: bands.map((band) => band.title), spreads, troubles: [], told: 0 };
    },

    ofAnswers(questions, files, history, least) {
      /** @type {Map<string, TeamTrouble>} */
      const troubles = new Map();
      let told = 0;
      for (const { quiz, id, prompt, lesson } of questions) {
        const isPoor = group.isPoor(history, `${quiz} ${id}`, valuesOf(files, `${quiz} ${id}`), least);
        if (isPoor !== null) told += 1;
        const place = isPoor ? placeOf(quiz, lesson) : null;
        if (place === null) continue;
        const trouble = troubles.get(place.url) ?? { ...place, prompts: [] };
        trouble.prompts.push(prompt);
        troubles.set(place.url, trouble);
      }
      const most = [...troubles.values()].sort((one, other) => other.prompts.length - one.prompts.length);
      return { title: "", size: files.length, bands: [], spreads: [], troubles: most, told };
    },
  };

  /** Where to read about a question: its lesson, else its test. @param {string} quiz @param {string | null} lesson */
  function placeOf(quiz, lesson) {
    const { levels } = Leerpad.course;
    const page =
      levels.flatMap(({ lessons }) => lessons).find(({ id }) => id === lesson) ?? levels.find((one) => one.quiz.id === quiz)?.quiz;
    return page ? { title: page.title, url: path.link(page.url) } : null;
  }
})();
