/* On the home page: one clear next step. It is filled before what stands below it is painted, so that nothing jumps. */
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/next_step.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { words, store, path } = Leerpad;

  /** @param {HTMLElement} host @returns {LeerpadElement} */
  function make(host) {
    const fill = Leerpad.nextStep(host);
    const show = () => {
      const [{ kind, title, url }] = path.nextSteps(store.progress);
      if (kind === "completed") fill({ label: words.text("path.completed"), title: words.text("path.look_back"), url });
      else fill({ label: `${words.text(`path.${kind}`)}:`, title, url });
    };
    return { connect: (signal) => store.follow(show, signal) };
  }

  Leerpad.define("leerpad-next", make, "passed");
})();
