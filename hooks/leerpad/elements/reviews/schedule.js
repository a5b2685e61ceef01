/*
 * When questions come back. Pure: what is due follows from the progress, the questions of the course and the day.
 *
 * Days are whole numbers, counted since 1970 by the learner's own calendar. A question is promised on fixed days after
 * its lesson was done or its test passed. Who comes late gets the rest sooner after each other, but never sooner than
 * half the pause that was promised. A day that is yet to come was written by a clock that runs ahead: more than one day
 * ahead, it counts for nothing.
 */
/// copied
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/order.js" />
/// <reference path="../../client/path.js" />
(function () {
  "use strict";
  const { order, path } = Leerpad;
  const [LEAST, MOST] = [3, 5]; // questions in a sitting
  const DAY = 86_400_000; // ms
  const LONG_AGO = -1e6;

  /** @param {number} time */
  const dayOf = (time) => Math.floor(time / DAY - new Date(time).getTimezoneOffset() / 1440);

  /** When the questions of a quiz were learned, null if they weren't yet. @param {Progress} progress @param {ReviewSource} source */
  function learnedAt(progress, { lesson, quiz }) {
    if (lesson === undefined) return path.firstPass(progress, quiz);
    const [last] = path.lessonRecords(progress.lessons, lesson).sort((one, other) => other.at - one.at);
    return last?.done ? last.at : null;
  }

  /** How many days stand between this review and what comes before it. @param {number[]} days @param {number} stage */
  const pause = (days, stage) => days[stage] - (days[stage - 1] ?? 0);

  /** The day on which a question comes back; null once it was right on the last one. @param {number[]} days @param {number} learned @param {string} results @param {number | null} last */
  function dueDay(days, learned, results, last) {
    if (results.length >= days.length && results.endsWith("+")) return null;
    const stage = Math.min(results.length, days.length - 1);
    return Math.max(learned + days[stage], last === null ? LONG_AGO : last + Math.ceil(pause(days, stage) / 2));
  }

  /** The questions that went wrong when a quiz was last handed in. @param {Progress} progress @param {string} quiz */
  function wrongBefore(progress, quiz) {
    const [newest] = path.finished(progress, quiz);
    const scored = Object.entries(newest?.[1].outcome?.questions ?? {});
    return new Set(scored.filter(([, { points, max }]) => points < max).map(([id]) => id));
  }

  /** @param {ReviewEntry[]} entries @param {string} seed those of each quiz in turn, so that lessons and levels mix */
  function mixed(entries, seed) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    const rounds = order.by(seed, [...byId.keys()]).map((id) => {
      const entry = /** @type {ReviewEntry} */ (byId.get(id));
      const round = counts.get(entry.quiz) ?? 0;
      counts.set(entry.quiz, round + 1);
      return { entry, round };
    });
    return rounds.sort((one, other) => one.round - other.round).map(({ entry }) => entry);
  }

  Leerpad.reviews = {
    dayOf,

    /** @param {string} day such as 2026-05-31 */
    dayCalled: (day) => Date.parse(day) / DAY,

    /** @param {number} day */
    dayText: (day) => new Date(day * DAY).toISOString().slice(0, 10),

    /** Every question that was learned, with the day on which it comes back. */
    entries(progress, { days, levels }, today) {
      const believed = (/** @type {number} */ day) => (day > today + 1 ? null : day);
      /** @type {Map<string, ReviewEntry>} */
      const found = new Map();
      for (const { id: level, sources } of levels) {
        for (const source of sources) {
          const at = learnedAt(progress, source);
          if (at === null) continue;
          const learned = believed(dayOf(at)) ?? LONG_AGO;
          const before = wrongBefore(progress, source.quiz);
          for (const id of source.questions) {
            const known = progress.reviews[id];
            const results = known?.results ?? "";
            const last = known ? believed(known.day) : null;
            const due = dueDay(days, learned, results, last);
            const wrong = results ? results.endsWith("-") : before.has(id);
            const other = found.get(id);
            if (!other || Number(due) < Number(other.due)) found.set(id, { id, level, quiz: source.quiz, due, last, wrong });
          }
        }
      }
      return [...found.values()];
    },

    /**
     * The questions of the next sitting; none if nothing is due. Wrong ones come first; what was asked the last time
     * comes after all others. Where few are due, those of tomorrow come along.
     */
    pick(entries, today) {
      const rested = entries.filter(({ due, last }) => due !== null && last !== today);
      const due = rested.filter((entry) => Number(entry.due) <= today);
      if (due.length === 0) return [];
      const visit = Math.max(...entries.map(({ last }) => last ?? LONG_AGO));
      const size = Math.ceil(due.length / Math.ceil(due.length / MOST));
      const rank = (/** @type {ReviewEntry} */ { last, wrong }) => Number(last === visit) * 2 + Number(!wrong);
      const sorted = mixed(due, String(today)).sort((one, other) => rank(one) - rank(other));
      const tomorrow = mixed(
        rested.filter((entry) => entry.due === today + 1),
        String(today),
      );
      return [...sorted.slice(0, size), ...tomorrow.slice(0, Math.max(LEAST - size, 0))];
    },

    /**
     * How many questions are asked today, and how many of what is due may wait. A sitting a day is enough: who had one today is
     * asked no more, unless they want to.
     */
    portion(entries, today) {
      const [first] = this.coming(entries, today);
      const due = first?.day === today ? first.count : 0;
      const now = entries.filter(({ last }) => last === today).length < LEAST ? this.pick(entries, today).length : 0;
      return [now, Math.max(due - now, 0)];
    },

    /** Keep how a question went. Asked again on one day, such as in another tab, it counts once. */
    record({ reviews }, { put }, { days }, id, right, today) {
      if (reviews[id]?.day === today) return;
      const before = (reviews[id]?.results ?? "").slice(0, days.length - 1);
      put(reviews, id, { results: before + (right ? "+" : "-"), day: today });
    },

    /** How many questions come back on which day, the first day first; what is overdue comes today. */
    coming(entries, today) {
      /** @type {Map<number, number>} */
      const counts = new Map();
      for (const { due, last } of entries) {
        if (due === null) continue;
        const day = Math.max(due, last === today ? today + 1 : today);
        counts.set(day, (counts.get(day) ?? 0) + 1);
      }
      return [...counts].sort(([one], [other]) => one - other).map(([day, count]) => ({ day, count }));
    },

    /** For each promised day: of the questions asked for it, how many there were and how many were right. */
    remembered(progress, { days, levels }) {
      const ids = new Set(levels.flatMap(({ sources }) => sources.flatMap(({ questions }) => questions)));
      const all = [...ids].flatMap((id) => progress.reviews[id]?.results ?? []);
      return days.map((day, stage) => ({
        day,
        total: all.filter((results) => results.length > stage).length,
        right: all.filter((results) => results[stage] === "+").length,
      }));
    },
  };
})();
