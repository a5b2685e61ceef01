/* Certificates: which were earned, and the one that stands on the page, with the learner's name. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
/// <reference path="earned.js" />
(function () {
  "use strict";
  const { el, icon, words, store } = Leerpad;

  /** @param {HTMLElement} host @returns {LeerpadElement | null} */
  function make(host) {
    const field = Leerpad.find(host, "input", HTMLInputElement);
    const chosen = Leerpad.find(host, "[data-chosen]", HTMLElement);
    const message = Leerpad.find(host, "[data-message]", HTMLElement);
    host.querySelector("[data-print]")?.append(Leerpad.printButton());
    const states = [...host.querySelectorAll("[data-for]")].map((state) => ({ state, notYet: [...state.childNodes] }));

    const show = () => {
      const all = Leerpad.certificates(store.progress);
      const earned = all.filter(({ at }) => at !== null);
      const asked = all.find(({ id }) => `#${id}` === location.hash);
      const here = asked ? (asked.at === null ? undefined : asked) : earned[earned.length - 1];
      for (const { id, at } of all) {
        const sheet = Leerpad.find(host, `#${id}`, HTMLElement);
        sheet.hidden = id !== here?.id;
        for (const place of sheet.querySelectorAll("[data-day]")) place.textContent = at === null ? "" : words.day(at);
      }
      for (const { state, notYet } of states) {
        const mine = earned.find(({ id }) => id === state.getAttribute("data-for"));
        state.replaceChildren(...(mine ? earnedOn(mine, mine.id === here?.id) : notYet));
      }
      chosen.hidden = here === undefined;
      message.hidden = here !== undefined;
      message.textContent = words.text(asked && earned.length ? "certificate.not_yet" : "certificate.none");
      if (document.activeElement !== field) field.value = store.progress.name.text;
      showName();
    };

    /** @param {{id: string, at: number | null}} certificate @param {boolean} isShown */
    function earnedOn({ id, at }, isShown) {
      return [
        el("span", { class: "lp-finished" }, icon("right"), words.text("certificate.earned", { day: words.day(Number(at)) })),
        " ",
        el("a", { href: `#${id}`, "aria-current": isShown && "true" }, words.text("certificate.view")),
      ];
    }

    function showName() {
      const name = field.value.trim();
      for (const place of host.querySelectorAll("[data-name]")) {
        place.textContent = name;
        place.toggleAttribute("data-long", name.length > 30);
      }
    }

    const keep = () => {
      const text = field.value.trim();
      if (text !== store.progress.name.text) store.update((progress, { put }) => put(progress, "name", { text }));
    };
    const turn = () => {
      show();
      /** @type {HTMLElement | null} */
      const shown = host.querySelector("article:not([hidden])");
      shown?.focus();
    };
    return {
      connect(signal) {
        field.addEventListener("input", showName, { signal });
        field.addEventListener("input", Leerpad.afterTyping(keep, signal), { signal });
        field.addEventListener("change", keep, { signal });
        window.addEventListener("hashchange", turn, { signal });
        store.follow(show, signal);
      },
    };
  }

  Leerpad.define("leerpad-certificate", make, "passed");
})();
