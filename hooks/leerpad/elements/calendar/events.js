/* What a learner can put in a calendar: what is still to come of the plan, and the talk with the manager. */
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/reader.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
/// <reference path="../plan/actions.js" />
(function () {
  "use strict";
  const { words, store, plan, path } = Leerpad;
  const { isDay } = Leerpad.reader;
  const TALK = 15; // minutes

  Leerpad.calendarEvents = function (course, { isOwnWords, isTalk }) {
    const { progress, today } = store;
    // A file's own address says where it stands on this computer, and whose that is.
    const place = location.protocol.startsWith("http") && !Leerpad.course.shell ? path.link(Leerpad.course.plan) : "";
    const about = [words.text("calendar.about", { course }), place].filter(Boolean).join("\n");
    const talk = isTalk ? [talkEvent(about)].filter((event) => event.day >= today) : [];
    const steps = plan
      .list(progress)
      .filter(([, { when, done }]) => when >= today && !done)
      .map(([id, { text, cue, when }]) => {
        const said = cue ? words.text("intention.if_then", { cue, text }) : text;
        const title = isOwnWords ? said.replace(/\s+/g, " ") : words.text("calendar.step");
        return { id: `plan-${id}`, day: when, time: "", minutes: 0, title, about };
      });
    return [...steps, ...talk].sort((one, other) => (one.day < other.day ? -1 : 1));
  };

  /** @param {string} about @returns {CalendarEvent} */
  function talkEvent(about) {
    const { day, time } = store.progress.talk;
    return {
      id: "talk",
      day: isDay(day?.text) ? day.text : "",
      time: time?.text ?? "",
      minutes: TALK,
      title: words.text("calendar.talk"),
      about,
    };
  }
})();
