/* Restore, wipe, and what is beside a download. A file that comes in is a stranger's: only known shapes get through. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/merge.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/progress.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
/// <reference path="download.js" />
(function () {
  "use strict";
  const { el, words, store, button } = Leerpad;
  const MAX_BYTES = 5_000_000; // more than any browser's storage would have held

  /** @returns {HTMLElement[]} the controls, with one place for what happened */
  Leerpad.dataControls = function () {
    const status = el("p", { class: "lp-data-status", role: "status" });
    /** @param {string} key @param {Record<string, string>} [params] */
    const say = (key, params) => void (status.textContent = words.text(`progress.${key}`, params));
    const saved = (/** @type {string} */ file) => say("downloaded", { file });
    return [status, control("download", Leerpad.downloadButton(saved)), restore(say), ...copies(saved), wipe(say)];
  };

  /** @param {string} key @param {...HTMLElement} parts */
  function control(key, ...parts) {
    return el("div", { class: "lp-control" }, el("p", {}, words.text(`progress.${key}_about`)), ...parts);
  }

  /** @param {(key: string) => void} say */
  function restore(say) {
    const input = el("input", {
      type: "file",
      accept: ".json,application/json",
      class: "lp-hidden",
      tabindex: "-1",
      "aria-hidden": "true",
    });
    input.addEventListener("change", async () => {
      const file = input.files?.[0];
      input.value = "";
      if (file === undefined) return;
      if (file.size > MAX_BYTES) say("restore_large");
      else say(merge(await file.text()));
    });
    return control(
      "restore",
      button("progress.restore", () => input.click()),
      input,
    );
  }

  /** Take in the text of a copy. @param {string} text @returns {string} what to say */
  function merge(text) {
    let value;
    try {
      value = JSON.parse(text);
    } catch {
      return "restore_failed";
    }
    if (typeof value?.course !== "string" || typeof value.lessons !== "object") return "restore_failed";
    if (value.course !== Leerpad.course.id) return "restore_other";
    const { progress: incoming, damage } = Leerpad.progress.parse(value, Leerpad.course.id);
    // Whoever puts a copy back wants it, also after a wipe.
    store.update((progress) => void Object.assign(progress, Leerpad.progress.merge(progress, { ...incoming, wiped: progress.wiped })));
    return damage === null ? "restored" : "restored_partly";
  }

  /** @param {(file: string) => void} saved @returns {HTMLElement[]} */
  function copies(saved) {
    return store.copies().map((copy) =>
      control(
        "copies",
        button("progress.copies_download", () => saved(Leerpad.saveCopy(copy, "txt"))),
      ),
    );
  }

  /** @param {(key: string) => void} say */
  function wipe(say) {
    const dialog = el("dialog", { class: "lp-dialog", "aria-label": words.text("progress.wipe_question") });
    dialog.append(
      el("p", {}, words.text("progress.wipe_question")),
      el(
        "div",
        { class: "lp-actions" },
        button("progress.wipe_no", () => dialog.close()),
        button(
          "progress.wipe_yes",
          () => {
            store.wipe();
            dialog.close();
            say("wiped");
          },
          "lp-button-danger",
        ),
      ),
    );
    return control(
      "wipe",
      button("progress.wipe", () => dialog.showModal(), "lp-button-danger"),
      dialog,
    );
  }
})();
