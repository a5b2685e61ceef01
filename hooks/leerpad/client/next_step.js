/* The one button that leads on, on the home page and on that of a level: what it says, and where to. */
/// copied
/// <reference path="dom.js" />
/// <reference path="path.js" />
(function () {
  "use strict";

  Leerpad.nextStep = function (host) {
    const link = Leerpad.find(host, ".lp-next-button", HTMLAnchorElement);
    const [label, title] = Leerpad.findAll(link, ".lp-next-label, .lp-next-title", HTMLElement);
    return (step) => {
      link.href = Leerpad.path.link(step.url);
      label.textContent = step.label;
      title.textContent = step.title;
    };
  };
})();
