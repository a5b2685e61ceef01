/*
 * A session on the screen for a team: one step at a time, with a clock that can be hidden. Nothing of it is kept. What stands
 * in a box for the facilitator stays on the page and on paper.
 */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { el, words } = Leerpad;
  const FOR_FACILITATOR = ".begeleider, .facilitator";
  /** Where keys lead, from a step of so many. A clicker for slides sends the keys of pages. @type {Record<string, (at: number, last: number) => number>} */
  const KEYS = {
    ArrowRight: (at) => at + 1,
    PageDown: (at) => at + 1,
    ArrowLeft: (at) => at - 1,
    PageUp: (at) => at - 1,
    Home: () => 0,
    End: (_, last) => last,
  };

  /** @typedef {{ title: string, seconds: number, spent: number, content: () => Node[] }} Slide */

  /** @param {HTMLElement} host @returns {LeerpadElement} */
  function make(host) {
    const open = Leerpad.find(host, "[data-present]", HTMLElement);
    return {
      connect(signal) {
        /** @type {(() => void) | null} */
        let show = null;
        open.addEventListener("click", () => (show ??= projector(host, signal))(), { signal });
      },
    };
  }

  /** The steps of a session, each with what a team sees of it. @param {HTMLElement} host @returns {Slide[]} */
  function slidesOf(host) {
    const minutes = Leerpad.data(host, "minutes");
    const headings = Leerpad.findAll(host, ".lp-session > h2", HTMLElement);
    return headings.map((heading, place) => ({
      title: (heading.textContent ?? "").replace(/\s*\(\d+ min\)$/, ""),
      seconds: (minutes[place] ?? 0) * 60,
      spent: 0,
      content: () =>
        below(heading)
          .filter((part) => !part.matches(FOR_FACILITATOR))
          .map(Leerpad.copy),
    }));
  }

  /** What stands between a heading and the next one. @param {Element} heading @returns {Element[]} */
  function below(heading) {
    const found = [];
    for (let next = heading.nextElementSibling; next && !next.matches("h2"); next = next.nextElementSibling) found.push(next);
    return found;
  }

  /** Gives what opens it. @param {HTMLElement} host @param {AbortSignal} signal */
  function projector(host, signal) {
    const slides = slidesOf(host);
    const last = slides.length - 1;
    let at = 0;
    let since = 0;
    let timer = 0;
    const place = el("p", { class: "lp-projector-place", role: "status" });
    const clock = el("p", { class: "lp-projector-clock", role: "timer" });
    const slide = el("div", { class: "lp-projector-slide", tabindex: "0", role: "group", autofocus: true });
    const back = Leerpad.button("session.back", () => go(at - 1));
    const next = Leerpad.button("session.next", () => go(at + 1), "");
    const toggle = Leerpad.button("session.hide_clock", () => {
      clock.hidden = !clock.hidden;
      toggle.textContent = words.text(clock.hidden ? "session.show_clock" : "session.hide_clock");
    });
    const close = Leerpad.button("session.close", () => dialog.close());
    const dialog = el(
      "dialog",
      { class: "lp-projector", "aria-label": String(host.dataset.title) },
      el("div", { class: "lp-projector-bar" }, place, clock, toggle, close),
      slide,
      el("div", { class: "lp-projector-bar" }, back, next),
    );
    dialog.addEventListener("keydown", press);
    dialog.addEventListener("close", () => (settle(), clearInterval(timer)));
    signal.addEventListener("abort", () => (clearInterval(timer), dialog.remove()));
    host.append(dialog);
    return () => {
      dialog.showModal();
      since = performance.now();
      timer = setInterval(tick, 250);
      go(at);
    };

    /** @param {number} wanted */
    function go(wanted) {
      settle();
      at = Math.min(Math.max(wanted, 0), last);
      const { title, content } = slides[at];
      const hidden = el("span", { class: "lp-hidden" }, `: ${title}`);
      place.replaceChildren(words.text("session.place", { n: at + 1, total: slides.length }), hidden);
      slide.setAttribute("aria-label", title);
      slide.replaceChildren(el("h2", {}, title), ...content());
      slide.scrollTop = 0;
      back.setAttribute("aria-disabled", String(at === 0));
      next.setAttribute("aria-disabled", String(at === last));
      tick();
    }

    /** Add what passed to the step that stands there. It is measured, not counted: a browser slows what isn't in sight. */
    function settle() {
      const now = performance.now();
      slides[at].spent += now - since;
      since = now;
    }

    function tick() {
      settle();
      const { seconds, spent } = slides[at];
      const left = Math.ceil(seconds - spent / 1000);
      clock.textContent = words.text(left < 0 ? "session.over" : "session.left", { time: asTime(Math.abs(left)) });
    }

    /** @param {KeyboardEvent} event */
    function press(event) {
      const to = event.altKey || event.ctrlKey || event.metaKey ? undefined : KEYS[event.key];
      if (to === undefined) return;
      event.preventDefault();
      go(to(at, last));
    }
  }

  /** Minutes and seconds, such as 7:05. @param {number} seconds */
  const asTime = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

  Leerpad.define("leerpad-session", make, "passed");
})();
