/* The explanation of a term beside its word: on hover, on focus and on a tap. Without script the word is a link. */
/// later
/// on lp-term
/// with lesson
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/theme_material.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { el, words } = Leerpad;
  const EDGE = 8;
  const GAP = 6; // room for the ring around a word that has the focus

  Leerpad.whenReady("terms", () => {
    const place = Leerpad.theme.messagePlace();
    /** @type {HTMLElement | null} */
    let open = null;
    let timer = 0;

    const hide = () => {
      clearTimeout(timer);
      if (open) open.hidden = true;
      open = null;
    };
    /** A mouse on its way elsewhere opens nothing, and one on its way to the explanation closes nothing. @param {() => void} run @param {number} wait */
    const soon = (run, wait) => {
      clearTimeout(timer);
      timer = setTimeout(run, wait);
    };

    for (const term of Leerpad.findAll(document, "a.lp-term", HTMLAnchorElement)) {
      const text = el("span", { id: `tip-${term.hash.slice(1)}` }, term.title);
      /** @type {HTMLElement} */
      const tip = el("div", { class: "lp-tip", hidden: true }, text, " ", el("a", { href: term.href }, words.text("term.more")));
      const show = () => {
        if (open !== tip) hide();
        clearTimeout(timer);
        open = tip;
        tip.hidden = false;
        beside(term, tip);
      };
      /** @param {FocusEvent} event */
      const left = (event) => {
        const next = /** @type {Node | null} */ (event.relatedTarget);
        if (next !== term && !tip.contains(next)) hide();
      };
      /** A first tap shows, a second follows the link. */
      let isFirstTap = false;
      place.append(tip);
      term.removeAttribute("title");
      term.setAttribute("aria-describedby", text.id);
      term.addEventListener("focus", show);
      for (const part of [term, tip]) {
        part.addEventListener("focusout", left);
        part.addEventListener("pointerenter", ({ pointerType }) => {
          if (pointerType !== "touch") soon(show, open ? 0 : 120);
        });
        part.addEventListener("pointerleave", ({ pointerType }) => {
          if (pointerType !== "touch" && document.activeElement !== term) soon(hide, 300);
        });
      }
      term.addEventListener("pointerdown", ({ pointerType }) => {
        isFirstTap = pointerType === "touch" && open !== tip;
      });
      term.addEventListener("click", (event) => {
        if (isFirstTap) event.preventDefault();
        if (isFirstTap) show();
        isFirstTap = false;
      });
    }
    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") hide();
    });
    document.addEventListener("pointerdown", ({ target }) => {
      const node = /** @type {Element} */ (target);
      if (open && !open.contains(node) && !node.closest("a.lp-term")) hide();
    });
    window.addEventListener("resize", hide);
  });

  /** Under the word or, where there is no room, above it; never over it, and never past the edge. @param {Element} term @param {HTMLElement} tip */
  function beside(term, tip) {
    const lines = term.getClientRects();
    const [first, last] = [lines[0], lines[lines.length - 1]];
    const { width, height } = tip.getBoundingClientRect();
    const root = document.documentElement;
    const isUnder = last.bottom + height + EDGE < root.clientHeight || first.top < height + 9 * EDGE;
    const line = isUnder ? last : first;
    const origin = (tip.offsetParent ?? root).getBoundingClientRect();
    tip.style.left = `${Math.max(EDGE, Math.min(line.left, root.clientWidth - width - EDGE)) - origin.left}px`;
    tip.style.top = `${(isUnder ? line.bottom + GAP : line.top - height - GAP) - origin.top}px`;
  }
})();
