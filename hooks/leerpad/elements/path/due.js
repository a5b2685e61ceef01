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

  /** @param {HTMLElement} host @returns {LeerpadElement} */
  function make(host) {
    const data = Leerpad.data(host, "reviews");
    const link = Leerpad.find(host, "a", HTMLAnchorElement);
    const show = () => {
      const today = reviews.dayCalled(store.today);
      const isOff = settings.get(store, "reviews") === "off";
      const count = isOff ? 0 : reviews.pick(reviews.entries(store.progress, data, today), today).length;
      host.hidden = count === 0;
      link.textContent = count ? words.text(`reviews.due.${count}`) : "";
    };
    return { connect: (signal) => store.follow(show, signal) };
  }

  Leerpad.define("leerpad-due", make, "passed");
})();
