/* A file for a calendar, by RFC 5545. Pure: what goes in is what comes out. */
/// <reference path="../../client/namespace.js" />
/// <reference path="zone.js" />
(function () {
  "use strict";
  const ROOM = 75; // octets in a line, without its end
  const FIRST = Date.UTC(2020, 0, 1); // revisions are counted in seconds from here
  const DAY = 86_400_000;

  Leerpad.calendarFile = function (events, { owner, course, at, zone }) {
    const timed = events.filter(({ time }) => isTime(time));
    const lines = [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Leerpad//Leerpad//EN",
      "CALSCALE:GREGORIAN",
      ...(timed.length
        ? Leerpad.calendarZone(
            zone,
            timed.map(({ day }) => day),
          )
        : []),
      ...events.flatMap((event) => [
        "BEGIN:VEVENT",
        `UID:${event.id}-${owner}@${course}.leerpad`,
        `DTSTAMP:${compact(new Date(at).toISOString())}`,
        `SEQUENCE:${Math.max(0, Math.floor((at - FIRST) / 1000))}`,
        ...(isTime(event.time) ? hour(event, zone) : wholeDay(event)),
        `SUMMARY:${escaped(event.title)}`,
        `DESCRIPTION:${escaped(event.about)}`,
        "END:VEVENT",
      ]),
      "END:VCALENDAR",
    ];
    return lines.map((line) => `${folded(line)}\r\n`).join("");
  };

  /** @param {string} time */
  function isTime(time) {
    return /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
  }

  /** A moment or a day without signs and parts of a second. @param {string} iso */
  function compact(iso) {
    return iso.replace(/\.\d+/, "").replace(/[-:]/g, "");
  }

  /** It takes nobody's time. @param {CalendarEvent} event */
  function wholeDay({ day }) {
    const [first, next] = [0, DAY].map((more) => compact(new Date(Date.parse(day) + more).toISOString().slice(0, 10)));
    return [`DTSTART;VALUE=DATE:${first}`, `DTEND;VALUE=DATE:${next}`, "TRANSP:TRANSPARENT"];
  }

  /** By the clock on the wall there, whatever the hour is elsewhere. @param {CalendarEvent} event @param {string} zone */
  function hour({ day, time, minutes }, zone) {
    return [`DTSTART;TZID=${zone}:${compact(`${day}T${time}:00`)}`, `DURATION:PT${minutes}M`];
  }

  /** A text in which every sign is a sign, and nothing ends the line. @param {string} text */
  function escaped(text) {
    return text
      .replace(/\r\n?|[\u2028\u2029]/g, "\n")
      .replace(/[^\P{Cc}\t\n]/gu, "")
      .replace(/[\\;,]/g, "\\$&")
      .replace(/\n/g, "\\n");
  }

  /** What doesn't fit goes on in lines that begin with a space; no character is cut in two. @param {string} line */
  function folded(line) {
    let [text, used] = ["", 0];
    for (const sign of line) {
      const size = new TextEncoder().encode(sign).length;
      if (used + size > ROOM) [text, used] = [`${text}\r\n `, 1];
      text += sign;
      used += size;
    }
    return text;
  }
})();
