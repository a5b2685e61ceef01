/* A copy of all progress, as a file on the learner's device. Also offered where progress can't be kept. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/save.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
/// <reference path="../../client/written.js" />
(function () {
  "use strict";
  const { words, store, button } = Leerpad;

  Leerpad.saveCopy = (text, suffix) => Leerpad.saveFile(text, words.text("progress.file_name"), suffix, "application/json");

  Leerpad.downloadButton = function (saved) {
    return button("progress.download", () => saved(Leerpad.saveCopy(Leerpad.progress.write(store.progress), "json")));
  };
})();
