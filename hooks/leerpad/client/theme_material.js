/* What the client must know of the theme, and nobody else does: Material for MkDocs. */
/// <reference path="dom.js" />
/// <reference path="elements.js" />
/// <reference path="namespace.js" />
/// <reference path="path.js" />
/// <reference path="store.js" />
/// <reference path="words.js" />
(function () {
  "use strict";

  Leerpad.theme = {
    messagePlace: () => document.querySelector("article.md-content__inner") ?? document.body,
    navigation: () => [...document.querySelectorAll(".md-sidebar--primary a.md-nav__link[href]")].filter(isLink),
    isWhole,
    setClosed: (closed) => void document.documentElement.classList.toggle("lp-closed", closed),
  };

  /** Whether the theme's own files came: its styles, those of its colours, and its script. A browser doesn't tell of styles. */
  function isWhole() {
    const root = document.documentElement;
    const dark = Leerpad.el("span", { "data-md-color-scheme": "slate" });
    document.head.append(dark); // where nothing is drawn
    /** @param {Element} element @param {string} name */
    const value = (element, name) => getComputedStyle(element).getPropertyValue(name);
    // On paper there is no dark scheme.
    const needsColours = document.querySelector("link[href*='/palette.']") !== null && matchMedia("screen").matches;
    const hasColours = !needsColours || value(dark, "--md-code-fg-color") !== value(root, "--md-code-fg-color");
    dark.remove();
    return hasColours && value(root, "--md-clipboard-icon") !== "" && !root.classList.contains("no-js");
  }

  /** @param {Element} element @returns {element is HTMLAnchorElement} */
  function isLink(element) {
    return element instanceof HTMLAnchorElement && element.closest(".md-nav--secondary") === null;
  }

  Leerpad.whenReady("theme", () => {
    const show = () => markNavigation(Leerpad.store.progress);
    Leerpad.store.follow(show);
    // The theme calls its search a dialog, but gives it no name.
    document.querySelector(".md-search[role=dialog]")?.setAttribute("aria-label", Leerpad.words.text("theme.search"));
    // It names a part of the navigation after a label that holds only an icon; the words stand in the link beside it.
    for (const nav of document.querySelectorAll(".md-nav[aria-labelledby]")) {
      const link = nav.parentElement?.querySelector(":scope > .md-nav__container > a, :scope > .md-nav__link");
      const name = link?.querySelector(".md-ellipsis")?.textContent?.trim();
      if (name) nav.setAttribute("aria-label", name);
      if (name) nav.removeAttribute("aria-labelledby");
    }
  });

  // The theme lets a table that is too wide scroll in a box, which a keyboard must reach. It makes those boxes as it starts.
  for (const event of ["load", "resize"]) window.addEventListener(event, reachTables);

  function reachTables() {
    const reachable = { tabindex: "0", role: "group", "aria-label": Leerpad.words.text("theme.table") };
    for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) {
      const scrolls = box.scrollWidth > box.clientWidth;
      for (const [name, value] of Object.entries(reachable)) scrolls ? box.setAttribute(name, value) : box.removeAttribute(name);
    }
  }

  /** Done, open or closed beside each link of the path; in words for who doesn't see the sign. @param {Progress} progress */
  function markNavigation(progress) {
    const states = pageStates(progress);
    for (const link of Leerpad.theme.navigation()) {
      const state = states.get(link.href.split("#")[0]);
      if (state === undefined) continue;
      const mark = link.querySelector(".lp-nav-state") ?? link.appendChild(Leerpad.el("span", { class: "lp-nav-state" }));
      if (mark.getAttribute("data-state") === state) continue;
      mark.setAttribute("data-state", state);
      mark.replaceChildren(
        Leerpad.icon(state === "done" ? "right" : state),
        Leerpad.el("span", { class: "lp-hidden" }, ` ${Leerpad.words.text(`nav.${state}`)}`),
      );
    }
  }

  /** The state of each page of the path, by its address. @param {Progress} progress */
  function pageStates(progress) {
    const { path } = Leerpad;
    /** @type {Map<string, LevelState>} */
    const states = new Map();
    for (const level of Leerpad.course.levels) {
      const state = path.levelState(progress, level);
      states.set(path.link(level.url), state);
      for (const lesson of level.lessons) {
        const open = state === "done" ? "open" : state;
        states.set(path.link(lesson.url), path.lessonDone(progress, lesson.id) ? "done" : open);
      }
      // A test is never closed: who knows the matter may take it straight away.
      states.set(path.link(level.quiz.url), state === "done" ? "done" : "open");
    }
    return states;
  }
})();

/*
 * Light or dark: as the reader's system says, until the reader chooses. The theme has a scheme for “as the system says”
 * (hosts/material.py adds it), but begins with it only once it is stored, and has a button with three states, of which
 * one press in three shows nothing. Here one press always shows the other scheme, and choosing what the system says means to
 * follow it.
 *
 * The form is ours before the theme's script can find it: as that starts, it has the style of the whole page worked out
 * four times, only to put on the colours that the page has already.
 */
(function () {
  "use strict";
  const PALETTE = "[data-md-component=palette]";
  const SCHEMES = ["", ": light", ": dark"].map((which) => `(prefers-color-scheme${which})`);
  const WORN = ["media", "scheme", "primary", "accent"];

  /** @typedef {{ index: number, color?: Record<string, string | null> }} Kept what the theme remembers of a choice */
  /** @typedef {{ __md_get?: (name: string) => Kept | null, __md_set?: (name: string, kept: Kept) => void }} ThemeMemory */

  // Just before the theme puts on what it remembers, so that the first visit isn't white in the dark.
  const watch = new MutationObserver(() => {
    const form = document.querySelector(PALETTE);
    if (form === null || form.nextSibling === null) return; // all of it is there once something follows
    watch.disconnect();
    const inputs = Leerpad.findAll(form, "input:has(+ label)", HTMLInputElement);
    if (String(inputs.map((input) => colour(input, "media"))) !== String(SCHEMES)) return; // an author's own: the theme knows what to do with it
    takeOver(form, inputs, /** @type {ThemeMemory} */ (window));
  });
  watch.observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", () => watch.disconnect());

  /** @param {Element} element @param {string} name */
  const colour = (element, name) => element.getAttribute(`data-md-color-${name}`);

  /** @param {Element} form @param {HTMLInputElement[]} inputs @param {ThemeMemory} memory */
  function takeOver(form, inputs, { __md_get: get, __md_set: set }) {
    const kept = get?.("__palette");
    form.removeAttribute("data-md-component");
    const { body } = document;
    const [system, light, dark] = inputs;
    const systemIsDark = matchMedia(SCHEMES[2]);
    /** @param {HTMLInputElement} input */
    const labelOf = (input) => /** @type {HTMLLabelElement} */ (input.nextElementSibling);
    const [toDark, toLight] = [light, dark].map(labelOf).map((label) => ({ name: label.title, icon: Leerpad.copies(label) }));
    const canvas = Leerpad.el("meta", { name: "color-scheme" }); // of what lies around the page, such as scroll bars
    const bar = Leerpad.el("meta", { name: "theme-color" }); // of the browser's own bar
    document.head.append(canvas, bar);

    // What the theme wrote there is what a press does; as the name of a choice it would say the opposite.
    light.setAttribute("aria-label", toLight.name);
    dark.setAttribute("aria-label", toDark.name);

    const known = kept && inputs[kept.index];
    let chosen = known && colour(known, "media") === kept.color?.media ? known : system;
    let isDark = false;
    // Nothing chosen, or remembered by its place among schemes that have changed. The theme puts on what is remembered.
    if (chosen !== known) remember();
    wear();
    window.addEventListener("load", showBar);

    function remember() {
      const color = Object.fromEntries(WORN.map((name) => [name, colour(chosen, name)]));
      set?.("__palette", { index: inputs.indexOf(chosen), color });
    }

    function wear() {
      isDark = chosen === system ? systemIsDark.matches : chosen === dark;
      for (const name of WORN) body.setAttribute(`data-md-color-${name}`, String(colour(isDark ? dark : light, name)));
      canvas.setAttribute("content", isDark ? "dark" : "light");
      for (const input of inputs) labelOf(input).hidden = input !== chosen;
      const { name, icon } = isDark ? toLight : toDark;
      const label = labelOf(chosen);
      chosen.checked = true; // without one, Shift+Tab would come to the last, of which nothing can be seen
      label.htmlFor = other().id;
      label.title = name;
      if (chosen === system) label.replaceChildren(...icon);
    }

    /** What one press chooses: the scheme that isn't shown, by following the system if that says so. */
    function other() {
      if (isDark !== systemIsDark.matches) return system;
      return isDark ? light : dark;
    }

    function showBar() {
      bar.setAttribute("content", getComputedStyle(Leerpad.find(document, ".md-header", HTMLElement)).backgroundColor);
    }

    /** At once: without it, all that glides to its own colours would do so for itself. */
    function change() {
      body.setAttribute("data-md-color-switching", "");
      wear();
      showBar();
      body.removeAttribute("data-md-color-switching");
    }

    systemIsDark.addEventListener("change", change);
    form.addEventListener("change", ({ target }) => {
      chosen = /** @type {HTMLInputElement} */ (target);
      remember();
      change();
    });
    form.addEventListener("keydown", (event) => {
      if (/** @type {KeyboardEvent} */ (event).key !== "Enter") return;
      event.preventDefault(); // it would send the form
      const next = other();
      next.click();
      next.focus();
    });
  }
})();

/*
 * The menu of a narrow screen, for the keyboard. The theme opens it, and each part of it, with boxes to check that it hides
 * from the keyboard, and leaves what is in a closed menu among its stops. Here and in theme_material.css it is the other way
 * round: a button opens the menu, the boxes of its parts are stops, drawn by their labels, and what is closed is none.
 */
(function () {
  "use strict";

  Leerpad.whenReady("menu", () => {
    /** @type {HTMLInputElement | null} */
    const toggle = document.querySelector("[data-md-toggle=drawer]");
    /** @type {HTMLElement | null} */
    const menu = document.querySelector(".md-sidebar--primary");
    const label = document.querySelector(".md-header__button[for=__drawer]");
    if (!toggle || !menu || !label) return;
    const facts = { class: "md-header__button md-icon lp-menu", type: "button", "aria-label": Leerpad.words.text("theme.menu") };
    const button = Leerpad.el("button", { ...facts, click: () => toggle.click() }, ...Leerpad.copies(label));
    label.replaceWith(button);
    const say = () => button.setAttribute("aria-expanded", String(toggle.checked));
    say();
    toggle.addEventListener("change", () => {
      say();
      (toggle.checked ? first(menu) : button)?.focus();
    });

    for (const part of Leerpad.findAll(menu, "input.md-nav__toggle", HTMLInputElement)) {
      const name = part.parentElement?.querySelector(":scope > .md-nav__link .md-ellipsis");
      part.setAttribute("aria-label", name?.textContent?.trim() ?? "");
      part.addEventListener("keydown", press);
    }
    menu.addEventListener("keydown", ({ key }) => key === "Escape" && toggle.checked && toggle.click());
    // What is beside the menu lies under its veil.
    menu.addEventListener("focusout", ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Element) || menu.contains(relatedTarget)) return;
      toggle.checked = false;
      say();
    });
  });

  /** Enter too, as on a button. @param {KeyboardEvent} event */
  function press(event) {
    if (event.key === "Enter") /** @type {HTMLElement} */ (event.currentTarget).click();
  }

  /** The first stop that can be seen. @param {Element} place @returns {HTMLElement | undefined} */
  function first(place) {
    const stops = Leerpad.findAll(place, "input, a[href]", HTMLElement);
    return stops.find((stop) => stop.getClientRects().length && getComputedStyle(stop).visibility === "visible");
  }
})();
