/* An order that looks random, but is the same for the same seed. */
/// copied
/// <reference path="namespace.js" />
(function () {
  "use strict";

  Leerpad.order = {
    hash,

    fingerprint(text) {
      const half = (/** @type {string} */ seed) => `0000000${hash(seed + text).toString(16)}`.slice(-8);
      return half("a") + half("b");
    },

    newSeed() {
      return crypto.getRandomValues(new Uint32Array(1))[0];
    },

    newId: () => `${Leerpad.order.newSeed().toString(36)}-${Leerpad.order.newSeed().toString(36)}`,

    /**
     * The names in the order of their hashes. Each name finds its place by itself, so one that is added or taken away
     * leaves the order of the others as it was.
     */
    by(seed, names) {
      /** @type {[string, number][]} */
      const hashed = names.map((name) => [name, hash(`${seed}/${name}`)]);
      hashed.sort(([left, a], [right, b]) => a - b || (left < right ? -1 : 1));
      return hashed.map(([name]) => name);
    },
  };

  /**
   * FNV-1a (Fowler, Noll, Vo), 32 bits, with the finalizer of MurmurHash3 so that near texts land far apart.
   * @param {string} text
   */
  function hash(text) {
    let value = 0x811c9dc5;
    for (let index = 0; index < text.length; index += 1) {
      value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
    }
    value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
    value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
    return (value ^ (value >>> 16)) >>> 0;
  }
})();
