/* “Share with your team”: copies a question, or the title of a card, with its address. Nothing of the learner goes along. */
/// <reference path="../../client/copy_out.js" />
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/namespace.js" />
(function () {
  "use strict";
  /** What writes beside each button that was pressed. @type {WeakMap<Element, (text: string) => Promise<void>>} */
  const writers = new WeakMap();

  /** @param {HTMLElement} button */
  function share(button) {
    const { share: anchor = "", shareText } = button.dataset;
    const asked = document.getElementById(anchor)?.querySelector(".lp-prompt")?.textContent;
    const [address] = location.href.split(/[?#]/);
    let write = writers.get(button);
    if (write === undefined) {
      const place = Leerpad.el("div", { class: "lp-shared" });
      (button.closest(".lp-actions") ?? button).after(place);
      write = Leerpad.copyOut(place, "share.field", "share.copied");
      writers.set(button, write);
    }
    return write(`${(shareText ?? asked ?? document.title).trim()}\n${address}${anchor && `#${anchor}`}`);
  }

  Leerpad.whenReady("share", () => {
    // An address within a learning system leads nobody there.
    for (const button of Leerpad.findAll(document, "[data-share]", HTMLElement)) button.hidden = Boolean(Leerpad.course.shell);
  });
  // A button is seen before the page has been read to its end, and works from then on.
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("[data-share], [data-print-page]") : null;
    if (!(button instanceof HTMLElement)) return;
    if ("share" in button.dataset) void share(button);
    else window.print();
  });
})();
