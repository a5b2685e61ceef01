/* Making elements. Text goes in as text: nothing that a learner or a file says is ever read as markup. */
/// <reference path="words.js" />
(function () {
  "use strict";

  /** The drawings are ours, 24 by 24, and always stand beside words that say the same. */
  const ICONS = {
    right: "M9 16.2 4.8 12l-1.4 1.4L9 19 21 7l-1.4-1.4z",
    wrong: "M19 6.4 17.6 5 12 10.6 6.4 5 5 6.4 10.6 12 5 17.6 6.4 19 12 13.4 17.6 19 19 17.6 13.4 12z",
    partial: "M5 11h14v2H5z",
    closed: "M17 9V7A5 5 0 0 0 7 7v2H5v12h14V9zM9 7a3 3 0 0 1 6 0v2H9z",
    open: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16m0 2a6 6 0 1 1 0 12 6 6 0 0 1 0-12",
    up: "M12 5 5 12l1.4 1.4L11 8.8V19h2V8.8l4.6 4.6L19 12z",
    down: "M12 19l7-7-1.4-1.4-4.6 4.6V5h-2v10.2l-4.6-4.6L5 12z",
    grip: "M8 5h3v3H8zm5 0h3v3h-3zM8 10.5h3v3H8zm5 0h3v3h-3zM8 16h3v3H8zm5 0h3v3h-3z",
    later: "M6 11h3v2H6zm4.5 0h3v2h-3zM15 11h3v2h-3z",
  };
  const SVG = "http://www.w3.org/2000/svg";

  Leerpad.el = function (tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes ?? {})) {
      if (typeof value === "function") element.addEventListener(name, value);
      else if (value === true) element.setAttribute(name, "");
      else if (value !== false) element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child !== null));
    return /** @type {any} */ (element); // TypeScript doesn't follow which element a name makes
  };

  /** @template {Element} T @param {Element | null} element @param {new () => T} Type @param {string} selector @returns {T} */
  function asType(element, Type, selector) {
    if (element instanceof Type) return element;
    throw new Error(`no ${Type.name} at "${selector}"`);
  }

  Leerpad.data = (host, key) => JSON.parse(String(host.dataset[key]));
  Leerpad.find = (root, selector, Type) => asType(root.querySelector(selector), Type, selector);
  Leerpad.findAll = (root, selector, Type) => [...root.querySelectorAll(selector)].map((element) => asType(element, Type, selector));

  Leerpad.afterTyping = function (run, signal) {
    let timer = 0;
    /** @type {Event | null} */
    let last = null;
    const flush = () => {
      clearTimeout(timer);
      const event = last;
      last = null;
      if (event !== null) run(event);
    };
    window.addEventListener("pagehide", flush, { signal });
    signal?.addEventListener("abort", flush); // what was typed is kept, wherever its field goes
    return (event) => {
      if (!(event.target instanceof Element) || !event.target.matches("textarea, input[type=text]")) return;
      if (last !== null && last.target !== event.target) flush();
      last = event;
      // A text that a script or a speech program put there gives no change event when the field is left.
      event.target.addEventListener("blur", flush, { once: true });
      clearTimeout(timer);
      timer = setTimeout(flush, 300);
    };
  };

  Leerpad.isTypedIn = function (part) {
    const field = document.activeElement;
    return field !== null && part.contains(field) && field.matches("textarea, input[type=text]");
  };

  Leerpad.firstControl = function (container) {
    /** @type {HTMLElement | null} */
    const missing = container.querySelector(":is(input, select, textarea)[aria-invalid]");
    return missing ?? container.querySelector(":is(input, select, textarea, button):not(:disabled, [aria-disabled=true])");
  };

  Leerpad.svg = function (tag, attributes, ...children) {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
    element.append(...children);
    return element;
  };

  Leerpad.icon = function (name) {
    const d = ICONS[/** @type {keyof typeof ICONS} */ (name)];
    return Leerpad.svg("svg", { viewBox: "0 0 24 24", class: "lp-icon", "aria-hidden": "true" }, Leerpad.svg("path", { d }));
  };

  Leerpad.button = (key, click, kind = "lp-button-quiet") =>
    Leerpad.el("button", { type: "button", class: `lp-button ${kind}`, click }, Leerpad.words.text(key));

  Leerpad.printButton = () => Leerpad.button("print", () => print());

  Leerpad.copies = (source) => (source ? [...Leerpad.copy(source).childNodes] : []);

  const NAMES_IDS = ["for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "aria-owns"];
  let made = 0;

  Leerpad.copy = function (source) {
    const copied = source.cloneNode(true);
    if (!(copied instanceof Element)) return copied;
    const named = [copied, ...copied.querySelectorAll("[id]")].filter(({ id }) => id);
    if (named.length === 0) return copied;
    made += 1;
    const ids = new Map(named.map(({ id }) => [id, `${id}--${made}`]));
    const renew = (/** @type {string} */ id) => ids.get(id) ?? id;
    for (const element of named) element.id = renew(element.id);
    for (const element of [copied, ...copied.querySelectorAll("*")]) {
      const link = element.getAttribute("href") ?? "";
      if (link.startsWith("#")) element.setAttribute("href", `#${renew(link.slice(1))}`);
      for (const name of NAMES_IDS) {
        const value = element.getAttribute(name);
        if (value !== null) element.setAttribute(name, value.split(" ").map(renew).join(" "));
      }
    }
    return copied;
  };
})();
