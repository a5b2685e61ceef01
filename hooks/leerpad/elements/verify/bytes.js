/* Bytes as letters and packed bytes, from strangers: each with a limit, and with one error for all that can't be read. */
/// <reference path="../../client/namespace.js" />
(function () {
  "use strict";

  /** Why a badge doesn't hold: `verify.not_<reason>` has the words. */
  class Refusal extends Error {
    /** @param {string} reason */
    constructor(reason) {
      super(reason);
      this.reason = reason;
    }
  }

  Leerpad.badgeBytes = {
    Refusal,
    MARK: "#badge=",
    MOST_GIVEN: 100_000,
    MOST_PUBLISHED: 1_000_000,

    read(letters) {
      if (!/^[A-Za-z0-9_-]*$/.test(letters) || letters.length % 4 === 1) throw new Refusal("no_badge");
      return Uint8Array.from(atob(letters.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
    },

    write: (bytes) =>
      btoa(String.fromCharCode(...bytes))
        .replace(/\+/g, "-")
        .replace(/\//g, "_")
        .replace(/=/g, ""),

    async unpack(packed, format, most) {
      const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream(format)).getReader();
      /** @type {Uint8Array<ArrayBuffer>[]} */
      const parts = [];
      let size = 0;
      try {
        for (let part = await reader.read(); !part.done; part = await reader.read()) {
          size += part.value.length;
          if (size > most) throw new Refusal("too_large");
          parts.push(part.value);
        }
      } catch (error) {
        void reader.cancel().catch(() => {}); // what packs a lot in little goes no further
        throw error instanceof Refusal ? error : new Refusal("no_badge");
      }
      return new Uint8Array(await new Blob(parts).arrayBuffer());
    },
  };
})();
