/*
 * The font of headings is asked for before the styles that name it are there, or a first visit would be painted without it.
 * From disk browsers refuse to fetch a font ahead, but not to load one.
 */
(function () {
  "use strict";
  const font = document.currentScript?.dataset.font;
  if (font === undefined) return;
  if (location.protocol === "file:") {
    new FontFace("Leerpad Headings Ahead", `url("${font}")`).load().catch(() => null); // Firefox refuses that too
    return;
  }
  const hint = document.createElement("link");
  Object.assign(hint, { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href: font });
  document.head.append(hint);
})();
