/* How the learner likes the site: small choices, kept with progress. Each is a word; what isn't known means: never chosen. */
/// <reference path="namespace.js" />
(function () {
  "use strict";

  Leerpad.settings = {
    get: (store, name) => store.progress.settings[name]?.value ?? "",
    set(store, name, value) {
      store.update(({ settings }, { put }) => put(settings, name, { value }));
    },
  };
})();
