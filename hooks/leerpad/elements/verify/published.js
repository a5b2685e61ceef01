/* What this site publishes for checking badges: two files of its own, as they are now. Nothing is sent along. */
/// <reference path="../../client/namespace.js" />
/// <reference path="bytes.js" />
(function () {
  "use strict";
  const { Refusal, MOST_PUBLISHED } = Leerpad.badgeBytes;

  Leerpad.published = async function (name) {
    try {
      // A page to log in on, which another address gives, is no answer.
      const response = await fetch(`badges/${name}`, { cache: "no-store", redirect: "error" });
      const text = response.ok ? await response.text() : "";
      if (text && text.length <= MOST_PUBLISHED) return text;
    } catch {
      // There is no network, or no such file.
    }
    throw new Refusal("unpublished");
  };
})();
