/* What a learner can put in a calendar: what is still to come of the plan, the talk with the manager, days of reviews. */
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/reader.js" />
/// <reference path="../../client/settings.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
/// <reference path="../plan/actions.js" />
/// <reference path="../reviews/schedule.js" />
(function () {
  "use strict";
  const { words, store, plan, path, reviews, settings } = Leerpad;
  const { isDay } = Leerpad.reader;
  const TALK = 15; // minutes
  const AHEAD = 8; // days of reviews; those after them move when a question is answered

  Leerpad.calendarEvents = function ({ course, isOwnWords, isTalk, reviewed }) {
    const all = [...steps(course, isOwnWords), ...(isTalk ? talk(course) : []), ...(reviewed ? reviewDays(course, reviewed) : [])];
    return all.filter(({ day }) => day >= store.today).sort((one, other) => (one.day < other.day ? -1 : 1));
  };

  /** Where it comes from. A file's own address would say where it stands on this computer, and whose that is. @param {string} course @param {string} url */
  function about(course, url) {
    const place = location.protocol.startsWith("http") && !Leerpad.course.shell ? path.link(url) : "";
    return [words.text("calendar.about", { course }), place].filter(Boolean).join("\n");
  }

  /** @param {string} course @param {boolean} isOwnWords @returns {CalendarEvent[]} */
  function steps(course, isOwnWords) {
    return plan
      .list(store.progress)
      .filter(([, { when, done }]) => when && !done)
      .map(([id, { text, cue, when }]) => {
        const said = cue ? words.text("intention.if_then", { cue, text }) : text;
        const title = isOwnWords ? said.replace(/\s+/g, " ") : words.text("calendar.step");
        return { id: `plan-${id}`, day: when, time: "", minutes: 0, title, about: about(course, Leerpad.course.plan) };
      });
  }

  /** @param {string} course @returns {CalendarEvent[]} */
  function talk(course) {
    const { day, time } = store.progress.talk;
    if (!day?.text || !isDay(day.text)) return [];
    const title = words.text("calendar.talk");
    return [{ id: "talk", day: day.text, time: time?.text ?? "", minutes: TALK, title, about: about(course, Leerpad.course.plan) }];
  }

  /** By their place in the row: in a later file a day that has passed makes room for one to come. @param {string} course @param {ReviewData} data @returns {CalendarEvent[]} */
  function reviewDays(course, data) {
    if (settings.get(store, "reviews") === "off") return [];
    const today = reviews.dayCalled(store.today);
    const coming = reviews.coming(reviews.entries(store.progress, data, today), today).slice(0, AHEAD);
    return coming.map(({ day }, place) => ({
      id: `review-${place + 1}`,
      day: reviews.dayText(day),
      time: "",
      minutes: 0,
      title: words.text("calendar.review"),
      about: about(course, Leerpad.course.reviews),
    }));
  }
})();
