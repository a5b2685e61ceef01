/* What the client must know of the theme, and nobody else does: Material for MkDocs. */
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
    root.append(dark);
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
