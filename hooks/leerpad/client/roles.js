/* The roles that the course tells apart, and the learner's own: what lessons show first. */
/// <reference path="namespace.js" />
/// <reference path="settings.js" />
/// <reference path="store.js" />
(function () {
  "use strict";
  const SETTING = "role";
  const all = Leerpad.course.roles ?? [];

  Leerpad.roles = {
    all,
    NONE: "none",
    chosen: () => Leerpad.settings.get(Leerpad.store, SETTING),
    choose: (role) => Leerpad.settings.set(Leerpad.store, SETTING, role),
    name: (role) => all.find(({ id }) => id === role)?.name ?? "",
  };
})();
