/* What writes in progress. Nobody else says when something was said. */
/// <reference path="namespace.js" />
/// <reference path="progress.js" />
(function () {
  "use strict";
  const { fit, latest, LATEST } = Leerpad.progress;

  /** Now, or just after all that is known of the same thing: a clock that ran ahead can't bring what was said before back. @param {...unknown} known */
  function stamp(...known) {
    const now = Math.floor(Math.min(Date.now(), LATEST / 2)); // whatever the clock says, there is room for what comes after
    return Math.min(Math.max(now, latest(known) + 1), LATEST); // a time that can't be read again would start a quarrel
  }

  Leerpad.pen = {
    stamp,
    put(map, key, said, ...known) {
      map[key] = { ...map[key], ...fit(said), at: stamp(map[key], ...known) };
    },
  };
})();
