/* Anchors that the engine called otherwise before: a bookmark or link with the earlier name leads to the same place. */
/// <reference path="elements.js" />
(function () {
  "use strict";
  /** What the names began with, as in site/render/anchors.py. @type {Record<string, string>} */
  const EARLIER = {
    begrip: "term",
    bron: "source",
    vraag: "question",
    actie: "action",
    stappen: "steps",
    certificaat: "certificate",
  };
  const WHOLE = { earlier: "bronnen-van-deze-les", now: "lesson-sources" };

  function lead() {
    const anchor = location.hash.slice(1);
    const [, kind = "", rest = ""] = /^([a-z]+)(-.*)?$/.exec(anchor) ?? [];
    const now = anchor === WHOLE.earlier ? WHOLE.now : Object.hasOwn(EARLIER, kind) ? `${EARLIER[kind]}${rest}` : "";
    // A heading of the author's may have that name itself.
    if (document.getElementById(anchor) === null && document.getElementById(now) !== null) location.replace(`#${now}`);
  }

  Leerpad.whenReady("anchors", lead);
  window.addEventListener("hashchange", lead);
})();
