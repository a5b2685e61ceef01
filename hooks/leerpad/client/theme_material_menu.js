/*
 * The menu of a narrow screen, for the keyboard. The theme opens it, and each part of it, with boxes to check that it hides
 * from the keyboard, and leaves what is in a closed menu among its stops. Here and in theme_material.css it is the other way
 * round: a button opens the menu, the boxes of its parts are stops, drawn by their labels, and what is closed is none.
 */
(function () {
  "use strict";

  Leerpad.whenReady("menu", () => {
    const toggle = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-md-toggle=drawer]"));
    const menu = /** @type {HTMLElement | null} */ (document.querySelector(".md-sidebar--primary"));
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

    for (const part of /** @type {NodeListOf<HTMLInputElement>} */ (menu.querySelectorAll("input.md-nav__toggle"))) {
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
    const stops = /** @type {HTMLElement[]} */ ([...place.querySelectorAll("input, a[href]")]);
    return stops.find((stop) => stop.getClientRects().length && getComputedStyle(stop).visibility === "visible");
  }
})();
