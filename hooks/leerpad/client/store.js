/*
 * Where progress is kept. The only part that knows localStorage.
 *
 * What is stored is a stranger's file: it is parsed to known shapes. What can't be read is copied aside before anything
 * is written over it. Storage that is blocked or full costs the learner a message, not the work of this visit.
 */
(function () {
  "use strict";

  class Store {
    /** @type {Storage | null} */
    #storage = null;
    #key;
    #course;
    /** Something in memory is not in storage yet. */
    #unsaved = false;
    /** What is stored could not be copied aside: never write over it. */
    #handsOff = false;
    /** What is in memory, as it is stored; null if that isn't known. Reading it again would give the same. @type {string | null} */
    #text = null;
    /** @type {Set<() => void>} */
    #listeners = new Set();

    /** @param {() => Storage} open @param {string} course */
    constructor(open, course) {
      this.#course = course;
      this.#key = `leerpad:${course}`;
      /** @type {Set<StoreProblem>} */
      this.problems = new Set();
      this.progress = Leerpad.progress.empty(course);
      try {
        this.#storage = open();
        this.progress = this.#read(this.#storage.getItem(this.#key));
      } catch {
        this.#block();
      }
    }

    /** Change progress. What another tab has stored meanwhile is kept. @param {(progress: Progress) => void} change */
    update(change) {
      const stored = this.#stored();
      const current = stored === null || this.#unsaved ? this.#joined(stored) : stored;
      this.#text = null; // should the change break off, what is stored holds
      change(current);
      this.progress = current;
      this.#save();
      this.#tell();
    }

    /** Forget everything of this course, copies too. */
    wipe() {
      this.#text = null;
      this.progress = Leerpad.progress.empty(this.#course);
      this.#unsaved = false;
      this.#handsOff = false;
      for (const problem of /** @type {const} */ (["damaged", "version", "full"])) this.problems.delete(problem);
      try {
        for (const key of [this.#key, ...this.#copyKeys()]) this.#storage?.removeItem(key);
      } catch {
        this.#block();
      }
      this.#tell();
    }

    /** @param {() => void} listener */
    subscribe(listener) {
      this.#listeners.add(listener);
    }

    /** @param {() => void} show */
    follow(show) {
      this.subscribe(show);
      show();
    }

    /** The texts that could not be read, as they were. */
    copies() {
      return this.#copyKeys().map((key) => this.#storage?.getItem(key) ?? "");
    }

    /** Another tab stored or wiped progress. @param {string | null} raw */
    refresh(raw) {
      this.#text = null;
      if (raw === null) {
        this.progress = Leerpad.progress.empty(this.#course);
        this.#unsaved = false;
      } else {
        const theirs = this.#read(raw);
        const joined = Leerpad.progress.merge(this.progress, theirs);
        this.progress = joined;
        // Two tabs can write at the same moment; whoever sees that the other's text lacks something puts it back.
        if (Leerpad.progress.canonical(joined) !== Leerpad.progress.canonical(theirs)) this.#save();
      }
      this.#tell();
    }

    /** Look again at what is stored. */
    reload() {
      const stored = this.#stored();
      if (stored !== null) this.progress = this.#unsaved ? this.#joined(stored) : stored;
      this.#tell();
    }

    get key() {
      return this.#key;
    }

    /** @returns {Progress | null} */
    #stored() {
      try {
        if (this.#storage === null) return null;
        const text = this.#storage.getItem(this.#key);
        return text !== null && text === this.#text ? this.progress : this.#read(text);
      } catch {
        this.#block();
        return null;
      }
    }

    /** @param {Progress | null} stored */
    #joined(stored) {
      return stored === null ? this.progress : Leerpad.progress.merge(stored, this.progress);
    }

    /** @param {string | null} raw @returns {Progress} */
    #read(raw) {
      if (raw === null) return Leerpad.progress.empty(this.#course);
      const { progress, damage } = Leerpad.progress.parse(parseJson(raw), this.#course);
      if (damage !== null) {
        this.problems.add(damage);
        this.#copyAside(raw);
      }
      return progress;
    }

    /** @param {string} raw */
    #copyAside(raw) {
      const key = `${this.#key}:kopie-${Leerpad.order.hash(raw).toString(36)}`;
      try {
        this.#storage?.setItem(key, raw);
        this.#handsOff = false;
      } catch {
        this.#handsOff = true;
        this.problems.add("full");
      }
    }

    #save() {
      if (this.#storage === null || this.#handsOff) {
        this.#unsaved = true;
        return;
      }
      try {
        const text = asText(this.progress);
        this.#storage.setItem(this.#key, text);
        this.#text = text;
        this.#unsaved = false;
        this.problems.delete("full");
      } catch {
        this.#unsaved = true;
        this.problems.add("full");
      }
    }

    #block() {
      this.#storage = null;
      this.#unsaved = true;
      this.problems.add("blocked");
    }

    /** @returns {string[]} */
    #copyKeys() {
      const prefix = `${this.#key}:kopie-`;
      const storage = this.#storage;
      if (storage === null) return [];
      return Object.keys(storage).filter((key) => key.startsWith(prefix));
    }

    #tell() {
      for (const listener of this.#listeners) listener();
    }
  }

  /** @type {WeakMap<Attempt, string>} */
  const results = new WeakMap();

  /** As JSON. A result never changes, so its text is made once: an answer costs the same after a hundred attempts. @param {Progress} progress */
  function asText({ quizzes, ...others }) {
    const attempts = mapText(quizzes, (quiz) => mapText(quiz, attemptText));
    return `${JSON.stringify(others).slice(0, -1)},"quizzes":${attempts}}`;
  }

  /** @template T @param {Record<string, T>} map @param {(value: T) => string} write */
  function mapText(map, write) {
    const entries = Object.entries(map).map(([key, value]) => JSON.stringify(key) + ":" + write(value));
    return `{${entries.join()}}`;
  }

  /** @param {Attempt} attempt */
  function attemptText(attempt) {
    const text = results.get(attempt) ?? JSON.stringify(attempt);
    if (attempt.finished !== null) results.set(attempt, text);
    return text;
  }

  /** @param {string} raw @returns {unknown} */
  function parseJson(raw) {
    try {
      return JSON.parse(raw);
    } catch {
      return null;
    }
  }

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

  const store = new Store(() => window.localStorage, Leerpad.course.id);
  // The theme would stop at storage that is blocked, and search with it. We come first: it finds one that does.
  if (store.problems.has("blocked")) Object.defineProperty(window, "localStorage", { value: memory() });

  Leerpad.Store = Store;
  Leerpad.trialStore = () => new Store(memory, Leerpad.course.id);
  Leerpad.store = store;

  window.addEventListener("storage", (event) => {
    // A null key means that all of the storage was cleared.
    if (event.key === null || event.key === store.key) store.refresh(event.newValue);
  });
  // A page that comes back out of the browser's memory has slept through such events.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) store.reload();
  });
})();
