/* The namespace on which every part of the client hangs itself, each after the parts it needs (site/assets/graph.py). */
(function () {
  "use strict";
  // What came last of all we use. Without it nothing runs: an old browser reads everything, as one without scripts.
  if (!("findLast" in Array.prototype)) throw new Error("This browser is too old for the course's script.");
  // The course map comes in a file of its own. Where that is missing, say because this page is older than what stands on
  // the server, nothing runs either: half a page helps nobody.
  if (!window.LeerpadCourse) throw new Error("The course map did not load.");
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const namespace = /** @type {LeerpadNamespace} */ ({
    // This script stands in assets/leerpad/: the site's root is two folders up, wherever the site was put.
    root: new URL("../../", script.src).href,
    course: window.LeerpadCourse,
    // What this page loads now, and what when the browser is idle: site/assets/split.py.
    bundles: (script.dataset.bundles ?? "").split(" "),
    rest: (script.dataset.later?.split(" ") ?? []).map((name) => new URL(name, script.src).href),
    questions: Object.create(null), // a type is asked for by name
  });
  window.Leerpad = namespace;
})();
