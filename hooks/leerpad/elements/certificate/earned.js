/* Which certificates there are, and when each was earned. */
/// copied
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { path, words } = Leerpad;

  Leerpad.certificates = function (progress) {
    const levels = Leerpad.course.levels.map(({ id, title, quiz }) => ({
      id: `certificate-${id}`,
      title,
      at: path.firstPass(progress, quiz.id),
    }));
    const days = levels.map(({ at }) => at ?? Infinity);
    const last = Math.max(...days);
    return [...levels, { id: "certificate", title: words.text("certificate.path"), at: Number.isFinite(last) ? last : null }];
  };
})();
