/* Headings whose level follows from where they stand. */
/// copied
/// <reference path="dom.js" />
/// <reference path="theme_material.js" />
(function () {
  "use strict";

  Leerpad.headingLevel = function (place) {
    const before = [...Leerpad.theme.messagePlace().querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(
      (heading) =>
        heading.compareDocumentPosition(place) === Node.DOCUMENT_POSITION_FOLLOWING && !heading.closest("leerpad-quiz, leerpad-scan"),
    );
    return Number(before.at(-1)?.tagName.slice(1) ?? 1) + 1;
  };

  Leerpad.makeHeading = function (element, level) {
    element.setAttribute("role", "heading");
    element.setAttribute("aria-level", String(level));
    return element;
  };

  /** A real one, as deep as HTML goes. @type {typeof Leerpad.heading} */
  Leerpad.heading = (level, attributes, ...children) => {
    const element = Leerpad.el(level > 6 ? "p" : `h${level}`, { ...attributes }, ...children);
    element.classList.add("lp-heading");
    return level > 6 ? Leerpad.makeHeading(element, level) : element;
  };
})();
