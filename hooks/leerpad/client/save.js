/* A file that the browser makes, for the learner to keep. */
/// <reference path="dom.js" />
/// <reference path="namespace.js" />
(function () {
  "use strict";
  const { el } = Leerpad;

  Leerpad.saveFile = function (text, name, suffix, type) {
    const url = URL.createObjectURL(new Blob([text], { type }));
    const file = `${name}-${Leerpad.course.id}-${new Date().toISOString().slice(0, 10)}.${suffix}`;
    const link = el("a", { href: url, download: file, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    URL.revokeObjectURL(url);
    return file;
  };
})();
