/* What a learner can put in a calendar: the days of the plan that are still to come. */
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
/// <reference path="../plan/actions.js" />
(function () {
  "use strict";
  const { words, store, plan, path } = Leerpad;

  Leerpad.calendarEvents = function (course, isOwnWords) {
    const { progress, today } = store;
    // A file's own address says where it stands on this computer, and whose that is.
    const place = location.protocol.startsWith("http") && !Leerpad.course.shell ? path.link(Leerpad.course.plan) : "";
    const about = [words.text("calendar.about", { course }), place].filter(Boolean).join("\n");
    return plan
      .list(progress)
      .filter(([, { when, done }]) => when >= today && !done)
      .map(([id, { text, cue, when }]) => {
        const said = cue ? words.text("intention.if_then", { cue, text }) : text;
        const title = isOwnWords ? said.replace(/\s+/g, " ") : words.text("calendar.step");
        return { id: `plan-${id}`, day: when, time: "", minutes: 0, title, about };
      });
  };
})();
