/* Below a check that is done: one press to what comes after it in the lesson. Where that is its end, the way on stands there. */
/// <reference path="../../client/dom.js" />
(function () {
  "use strict";

  Leerpad.further = function (host) {
    const place = host.querySelector(".lp-further");
    const part = following(host);
    place?.replaceChildren(...(part === null || part.matches(".lp-lesson-end") ? [] : [toPart(part)]));
  };

  /** What stands after the check in its lesson; null outside one. @param {Element} host @returns {HTMLElement | null} */
  function following(host) {
    const body = host.closest(".lp-body");
    const parts = [...(body?.children ?? [])];
    const place = parts.findIndex((part) => part.contains(host));
    const after = parts.slice(place + 1).find((part) => part.textContent?.trim());
    return body && after instanceof HTMLElement ? after : null;
  }

  /** @param {HTMLElement} part */
  function toPart(part) {
    return Leerpad.button(
      "quiz.further",
      () => {
        part.tabIndex = -1;
        part.focus({ preventScroll: true });
        part.scrollIntoView();
      },
      "",
    );
  }
})();
