/*
 * Where texts are kept. Whatever keeps them has three verbs: read, write, and listen for what others wrote.
 * The browser's storage is one. This is the only file that knows localStorage.
 */
/// <reference path="namespace.js" />
(function () {
  "use strict";
  const LONG = 50_000;

  /** @param {() => Storage} open throws where it is blocked @returns {Pick<StoreBackend, "read" | "write">} */
  const reach = (open) => ({
    read: (name) => open().getItem(name),
    write: (name, text) => (text === null ? open().removeItem(name) : open().setItem(name, text)),
  });

  /** What lasts as long as the page. @returns {Storage} */
  function memory() {
    /** @type {Map<string, string>} */
    const kept = new Map();
    const storage = {
      getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
      setItem: (/** @type {string} */ key, /** @type {string} */ text) => void kept.set(key, text),
      removeItem: (/** @type {string} */ key) => void kept.delete(key),
    };
    return /** @type {Storage} */ (/** @type {unknown} */ (storage));
  }

  /** @param {() => void} heard */
  function listen(heard) {
    // Whatever the event says may be old by now: who hears it reads the storage itself. A null key: all was cleared.
    window.addEventListener("storage", ({ key }) => (key === null || key.startsWith("leerpad:")) && heard());
    // A page that comes back out of the browser's memory has slept through such events.
    window.addEventListener("pageshow", ({ persisted }) => persisted && heard());
  }

  /** Copies once had a name made of their text; now they have a number. @param {string} course @param {string[]} names */
  function numberCopies(course, names) {
    const storage = window.localStorage;
    const old = Object.keys(storage).filter((key) => key.startsWith(`leerpad:${course}:kopie-`) && !names.includes(key));
    for (const key of old) {
      const free = names.find((name) => storage.getItem(name) === null);
      const text = storage.getItem(key) ?? "";
      if (free === undefined) return;
      storage.removeItem(key); // first: there may be no room for both
      storage.setItem(free, text);
    }
  }

  /** A page around this one, or this one itself, may keep the texts in the browser's place: see deploy/lms. @returns {StoreBackend} */
  function ours() {
    const { course, root, backends } = Leerpad;
    try {
      const host = window.LeerpadHost ?? window.parent.LeerpadHost;
      if (host) return host;
      // A page of a package by itself: its shell shows it, and knows what is kept.
      if (course.shell) location.replace(`${root}${course.shell}#${location.href.slice(root.length)}`);
    } catch {
      // A page of another address is around this one.
    }
    return course.shell ? backends.memory() : backends.browser;
  }

  Leerpad.backends = {
    ours,
    browser: { ...reach(() => window.localStorage), listen, long: LONG },
    memory() {
      const storage = memory();
      return { ...reach(() => storage), listen() {} };
    },
    numberCopies,
    isBlocked() {
      try {
        return !window.localStorage;
      } catch {
        return true;
      }
    },
    /** The theme would stop at storage that is blocked, and search with it: it finds one that does. */
    pretend: () => void Object.defineProperty(window, "localStorage", { value: memory() }),
  };
})();
