/* The days of the plan as a file for the reader's own calendar. What goes in is shown before it is saved. */
/// after plan
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/order.js" />
/// <reference path="../../client/save.js" />
/// <reference path="../../client/settings.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
/// <reference path="events.js" />
/// <reference path="file.js" />
(function () {
  "use strict";
  const { el, words, store } = Leerpad;
  const OWNER = "calendar"; // the setting under which this learner's calendar has a name

  /** @param {HTMLElement} host @returns {LeerpadElement} */
  function make(host) {
    const course = String(host.dataset.course);
    const ownWords = el("input", { type: "checkbox", change: () => show() });
    const reviewed = "reviews" in host.dataset ? Leerpad.data(host, "reviews") : null;
    const withReviews = el("input", { type: "checkbox", checked: true, change: () => show() });
    const list = el("ul", { class: "lp-agenda" });
    const none = el("p", { class: "lp-note" }, words.text("calendar.none"));
    const status = el("p", { role: "status" });
    const events = () =>
      Leerpad.calendarEvents({
        course,
        isOwnWords: ownWords.checked,
        isTalk: "talk" in host.dataset,
        reviewed: withReviews.checked ? reviewed : null,
      });
    const some = el(
      "div",
      {},
      el("label", { class: "lp-plan-option" }, ownWords, el("span", {}, words.text("calendar.own_words"))),
      el("p", {}, words.text("calendar.shown")),
      list,
      Leerpad.button("calendar.save", () => {
        status.textContent = words.text("calendar.saved", { file: save(events()) });
      }),
    );
    host.append(
      el(
        "details",
        { class: "lp-extra" },
        el("summary", {}, words.text("calendar.title")),
        el("p", {}, words.text("calendar.lead")),
        reviewed && el("label", { class: "lp-plan-option" }, withReviews, el("span", {}, words.text("calendar.with_reviews"))),
        none,
        some,
        status,
      ),
    );

    function show() {
      const all = events();
      none.hidden = all.length > 0;
      some.hidden = all.length === 0;
      list.replaceChildren(...all.map(entry));
    }
    return { connect: (signal) => store.follow(show, signal) };
  }

  /** @param {CalendarEvent} event */
  function entry({ day, time, title, about }) {
    const when = [words.day(day), time].filter(Boolean).join(", ");
    return el("li", {}, el("b", {}, title), el("span", {}, when), el("span", {}, about));
  }

  /** A later file has the same names and a later stamp, so that a calendar knows what it has already. @param {CalendarEvent[]} events */
  function save(events) {
    const owner = Leerpad.settings.get(store, OWNER) || Leerpad.order.newSeed().toString(36);
    Leerpad.settings.set(store, OWNER, owner);
    const { at } = store.progress.settings[OWNER];
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    return Leerpad.saveFile(
      Leerpad.calendarFile(events, { owner, course: Leerpad.course.id, at, zone }),
      words.text("calendar.file_name"),
      "ics",
      "text/calendar",
    );
  }

  Leerpad.define("leerpad-calendar", make, "passed");
})();
