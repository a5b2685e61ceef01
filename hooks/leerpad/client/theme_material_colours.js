/*
 * Light or dark: as the reader's system says, until the reader chooses. The theme has a scheme for “as the system says”
 * (hosts/material.py adds it), but begins with it only once it is stored, and has a button with three states, of which
 * one press in three shows nothing. Here one press always shows the other scheme, and choosing what the system says means to
 * follow it.
 */
(function () {
  "use strict";
  const PALETTE = "[data-md-component=palette]";
  const SYSTEM = "(prefers-color-scheme)";

  /** @typedef {{ index: number, color: { media: string } }} Kept what the theme remembers of a choice */
  /** @typedef {{ __md_get?: (name: string) => Kept | null, __md_set?: (name: string, kept: Kept) => void }} ThemeMemory */

  /** @param {string} media @returns {HTMLInputElement | null} */
  const scheme = (media) => document.querySelector(`${PALETTE} input[data-md-color-media="${media}"]`);

  // Just before the theme puts on what it remembers, so that the first visit isn't white in the dark.
  const watch = new MutationObserver(() => {
    if (document.querySelector(PALETTE) === null) return;
    watch.disconnect();
    begin(/** @type {ThemeMemory} */ (window));
  });
  watch.observe(document.documentElement, { childList: true, subtree: true });
  Leerpad.whenReady("colours", () => {
    watch.disconnect();
    connect();
  });

  /** Nothing chosen, or remembered by its place among schemes that have changed: follow the system. @param {ThemeMemory} memory */
  function begin({ __md_get: get, __md_set: set }) {
    const kept = get?.("__palette");
    const isKnown = kept && document.querySelectorAll(`${PALETTE} input`)[kept.index] === scheme(kept.color.media);
    if (scheme(SYSTEM) && !isKnown) set?.("__palette", { index: 0, color: { media: SYSTEM } });
  }

  function connect() {
    const [system, light, dark] = [SYSTEM, "(prefers-color-scheme: light)", "(prefers-color-scheme: dark)"].map(scheme);
    if (!system || !light || !dark) return;
    const inputs = [system, light, dark];
    const [toDark, toLight] = [light, dark].map(({ nextElementSibling: label }) => ({
      name: label?.getAttribute("title") ?? "",
      icon: Leerpad.copies(label),
    }));
    const isDark = () => document.body.dataset.mdColorScheme === dark.dataset.mdColorScheme;
    const other = () => {
      const wanted = isDark() ? light : dark;
      return matchMedia(String(wanted.dataset.mdColorMedia)).matches ? system : wanted;
    };
    // What the theme wrote there is what a press does; as the name of a choice it would say the opposite.
    light.setAttribute("aria-label", toLight.name);
    dark.setAttribute("aria-label", toDark.name);

    function show() {
      for (const input of inputs) {
        const label = /** @type {HTMLLabelElement} */ (input.nextElementSibling);
        if (label.hidden) continue;
        const { name, icon } = isDark() ? toLight : toDark;
        input.checked = true; // without one, Shift+Tab would come to the last, of which nothing can be seen
        label.htmlFor = other().id;
        label.title = name;
        if (input === system) label.replaceChildren(...icon);
      }
    }
    show();
    new MutationObserver(show).observe(document.body, { attributeFilter: ["data-md-color-scheme", "data-md-color-media"] });
    document.querySelector(PALETTE)?.addEventListener("keydown", (event) => {
      if (/** @type {KeyboardEvent} */ (event).key !== "Enter") return;
      event.stopImmediatePropagation(); // the theme would go to the next of the three
      const next = other();
      next.click();
      next.focus();
    }, true);
  }
})();
