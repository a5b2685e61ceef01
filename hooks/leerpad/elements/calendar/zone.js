/* What a calendar must know of a time zone: how far it is from UTC, and since when, in the years that are asked for. */
/// <reference path="../../client/namespace.js" />
(function () {
  "use strict";
  const WEEK = 7 * 24 * 60; // minutes: no two changes are nearer

  Leerpad.calendarZone = function (zone, days) {
    const years = days.map((day) => Number(day.slice(0, 4)));
    const format = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
    /** Minutes ahead of UTC. @param {number} minute since 1970 */
    const offset = (minute) => {
      const name = format.formatToParts(minute * 60_000).find(({ type }) => type === "timeZoneName")?.value ?? "";
      const [, sign, hours, minutes] = /([+-])(\d+):(\d+)/.exec(name) ?? ["", "+", "0", "0"];
      return Number(`${sign}${Number(hours) * 60 + Number(minutes)}`);
    };
    const changes = changesBetween(
      Date.UTC(Math.min(...years) - 1, 11, 1) / 60_000,
      Date.UTC(Math.max(...years) + 1, 0, 2) / 60_000,
      offset,
    );
    const winter = Math.min(...changes.map(({ to }) => to));
    return [
      "BEGIN:VTIMEZONE",
      `TZID:${zone}`,
      ...changes.flatMap(({ at, from, to }) => {
        const name = to > winter ? "DAYLIGHT" : "STANDARD";
        const local = new Date((at + from) * 60_000).toISOString().slice(0, 19).replace(/[-:]/g, "");
        return [`BEGIN:${name}`, `DTSTART:${local}`, `TZOFFSETFROM:${written(from)}`, `TZOFFSETTO:${written(to)}`, `END:${name}`];
      }),
      "END:VTIMEZONE",
    ];
  };

  /** The offset at the beginning, and each change of it. @param {number} first @param {number} last @param {(minute: number) => number} offset */
  function changesBetween(first, last, offset) {
    let from = offset(first);
    const changes = [{ at: first, from, to: from }];
    for (let week = first + WEEK; week <= last; week += WEEK) {
      const to = offset(week);
      if (to !== from) changes.push({ at: minuteOf(week - WEEK, week, from, offset), from, to });
      from = to;
    }
    return changes;
  }

  /** The first minute that has another offset than this, between one that has it and one that hasn't. @param {number} low @param {number} high @param {number} from @param {(minute: number) => number} offset */
  function minuteOf(low, high, from, offset) {
    let [same, other] = [low, high];
    while (other - same > 1) {
      const middle = Math.floor((same + other) / 2);
      if (offset(middle) === from) same = middle;
      else other = middle;
    }
    return other;
  }

  /** @param {number} minutes */
  function written(minutes) {
    const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
    return `${minutes < 0 ? "-" : "+"}${[hours, rest].map((part) => String(part).padStart(2, "0")).join("")}`;
  }
})();
