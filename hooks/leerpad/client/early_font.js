/*
 * The font of headings is asked for before the styles that name it are there, or a first visit would be painted without it.
 * Not from disk: there browsers refuse to fetch a font ahead, and need not.
 */
(function () {
  "use strict";
  const font = document.currentScript?.dataset.font;
  if (font === undefined || location.protocol === "file:") return;
  const hint = document.createElement("link");
  Object.assign(hint, { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href: font });
  document.head.append(hint);
})();
