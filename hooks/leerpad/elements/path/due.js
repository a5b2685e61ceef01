/* On the home page: that questions of earlier are waiting, one press away. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/settings.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
/// <reference path="../reviews/schedule.js" />
(function () {
  "use strict";
  const { store, settings, reviews, words } = Leerpad;

  Leerpad.dueToday = function (host) {
    if (settings.get(store, "reviews") === "off") return 0;
    const today = reviews.dayCalled(store.today);
    return reviews.portion(reviews.entries(store.progress, Leerpad.data(host, "reviews"), today), today)[0];
  };

  /** @param {HTMLElement} host @returns {LeerpadElement} */
  function make(host) {
    const link = Leerpad.find(host, "a", HTMLAnchorElement);
    const show = () => {
      const count = Leerpad.dueToday(host);
      host.hidden = count === 0;
      link.textContent = count ? words.text(`reviews.due.${count}`) : "";
    };
    return { connect: (signal) => store.follow(show, signal) };
  }

  Leerpad.define("leerpad-due", make, "passed");
})();
