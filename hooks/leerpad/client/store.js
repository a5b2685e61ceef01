/*
 * Progress, kept. Whatever is said last stands last: this is the only part that looks at the clock.
 *
 * What is stored is a stranger's file: it is parsed to known shapes. What can't be read is copied aside before anything
 * is written over it. Storage that is blocked or full costs the learner a message, not the work of this visit.
 */
/// <reference path="backend.js" />
/// <reference path="merge.js" />
/// <reference path="namespace.js" />
/// <reference path="progress.js" />
/// <reference path="written.js" />
(function () {
  "use strict";
  const { empty, latest, LATEST, merge, parse, fit, same, write } = Leerpad.progress;
  const COPIES = 5;
  const AGAIN = 5_000; // ms, while storage is full or another tab disagrees

  class Store {
    /** Null where nothing can be kept. @type {StoreBackend | null} */
    #backend;
    #key;
    #course;
    /** Something in memory is not in storage yet. */
    #unsaved = false;
    /** What is stored could not be copied aside: never write over it. */
    #handsOff = false;
    /** What is in memory, as it is stored; null if that isn't known. Reading it again would give the same. @type {string | null} */
    #text = null;
    #again = 0;
    /** What was put back last. @type {string | null} */
    #before = null;
    /** What was copied aside by this page. @type {Set<string>} */
    #copied = new Set();
    /** @type {Set<() => void>} */
    #listeners = new Set();

    /** @param {StoreBackend} backend @param {string} course */
    constructor(backend, course) {
      this.#backend = backend;
      this.#course = course;
      this.#key = `leerpad:${course}`;
      /** @type {Set<StoreProblem>} */
      this.problems = new Set();
      /** @type {Progress} */
      this.progress = empty(course);
      this.progress = this.#current();
      backend.listen(() => this.reload());
      const retry = () => {
        this.#before = null;
        if (this.#unsaved) this.reload();
      };
      window.addEventListener("pagehide", retry);
      document.addEventListener("visibilitychange", retry);
    }

    /** Change progress. What another tab has stored meanwhile is kept. @param {(progress: Progress, pen: Pen) => void} change */
    update(change) {
      const current = this.#current();
      this.#text = null; // should the change break off, what is stored holds
      change(current, PEN);
      this.progress = current;
      this.#save();
      this.#tell();
    }

    /** Forget everything of this course, copies too. All that remains is when: or another tab would put it back. */
    wipe() {
      this.progress = { ...empty(this.#course), wiped: stamp({ wiped: this.progress.wiped }) };
      this.#copied.clear();
      this.#unsaved = false;
      this.#handsOff = false;
      for (const problem of /** @type {const} */ (["damaged", "version", "full"])) this.problems.delete(problem);
      try {
        for (const name of this.copyNames) this.#backend?.write(name, null);
      } catch {
        this.#block();
      }
      this.#save();
      this.#tell();
    }

    /** @param {() => void} listener @param {AbortSignal} [signal] */
    subscribe(listener, signal) {
      this.#listeners.add(listener);
      signal?.addEventListener("abort", () => this.#listeners.delete(listener));
    }

    /** @param {() => void} show @param {AbortSignal} [signal] */
    follow(show, signal) {
      this.subscribe(show, signal);
      show();
    }

    /** The texts that could not be read, as they were. */
    copies() {
      return this.copyNames.flatMap((name) => this.#backend?.read(name) ?? []);
    }

    /**
     * Look at what is stored now. Two tabs can write at the same moment: whoever finds that what is stored lacks
     * something puts it back. So it is when another page of the same host cleared all storage.
     */
    reload() {
      const known = this.progress;
      const text = this.#text;
      this.progress = this.#current();
      if (this.#unsaved && this.#backend !== null) this.#putBack();
      if (this.progress !== known || this.#text !== text) this.#tell();
    }

    /** The same text twice in a row is a quarrel with a tab that reads something else in it: that is waited out. */
    #putBack() {
      if (this.#before === write(this.progress)) return this.#wait();
      this.#save();
      this.#before = this.#text;
    }

    #wait() {
      clearTimeout(this.#again);
      this.#again = setTimeout(() => {
        this.#before = null;
        this.reload();
      }, AGAIN);
    }

    /** The day that it is here, such as 2026-05-31. */
    get today() {
      const now = new Date();
      return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
    }

    get key() {
      return this.#key;
    }

    get copyNames() {
      return Array.from({ length: COPIES }, (_, number) => `${this.#key}:kopie-${number + 1}`);
    }

    /** What is stored and what is known here, joined. Sets `#unsaved` if storage lacks a part of it. @returns {Progress} */
    #current() {
      try {
        if (this.#backend === null) return this.progress;
        const text = this.#backend.read(this.#key);
        if (text !== null && text === this.#text) return this.progress;
        const stored = text === null ? empty(this.#course) : this.#read(text);
        const joined = merge(stored, this.progress);
        this.#unsaved = !same(joined, stored);
        this.#text = this.#unsaved ? null : text;
        return joined;
      } catch {
        this.#block();
        return this.progress;
      }
    }

    /** @param {string} text @returns {Progress} */
    #read(text) {
      const { progress, damage } = parse(parseJson(text), this.#course);
      if (damage !== null) {
        this.problems.add(damage);
        this.#copyAside(text, damage === "version" ? `version ${progress.version}` : text);
      }
      // A site from before there was a mark for it can't have known of a wipe.
      return { ...progress, wiped: progress.wiped ?? this.progress.wiped };
    }

    /** Keep a text that isn't understood: of each later version one, of damaged ones the last few. @param {string} text @param {string} kind */
    #copyAside(text, kind) {
      if (this.#copied.has(kind)) return;
      try {
        const kept = this.copies();
        const isKept = kept.some((copy) => copy === text || (kind !== text && kindOf(copy, this.#course) === kind));
        // A new one comes in place of the last: the first is what there was before it all began.
        if (!isKept) this.#backend?.write(this.copyNames[Math.min(kept.length, COPIES - 1)], text);
        this.#copied.add(kind);
        this.#handsOff = false;
      } catch {
        this.#handsOff = true;
        this.problems.add("full");
      }
    }

    #save() {
      this.#unsaved = true;
      this.#text = null;
      if (this.#backend !== null && !this.#handsOff) {
        try {
          const text = write(this.progress);
          this.#backend.write(this.#key, text);
          this.#text = text;
          this.#unsaved = false;
          this.problems.delete("full");
        } catch {
          this.problems.add("full");
        }
      }
      if (this.problems.has("full")) this.#wait();
    }

    #block() {
      this.#backend = null;
      this.#unsaved = true;
      this.problems.add("blocked");
    }

    #tell() {
      for (const listener of this.#listeners) listener();
    }
  }

  /** Now, or just after all that is known of the same thing: a clock that ran ahead can't bring what was said before back. @param {...unknown} known */
  function stamp(...known) {
    const now = Math.floor(Math.min(Date.now(), LATEST / 2)); // whatever the clock says, there is room for what comes after
    return Math.min(Math.max(now, latest(known) + 1), LATEST); // a time that can't be read again would start a quarrel
  }

  /** @type {Pen} */
  const PEN = {
    stamp,
    put(map, key, said, ...known) {
      map[key] = { ...map[key], ...fit(said), at: stamp(map[key], ...known) };
    },
  };

  /** @param {string} text @param {string} course */
  function kindOf(text, course) {
    const { progress, damage } = parse(parseJson(text), course);
    return damage === "version" ? `version ${progress.version}` : text;
  }

  /** @param {string} raw @returns {unknown} */
  function parseJson(raw) {
    try {
      return JSON.parse(raw);
    } catch {
      return null;
    }
  }

  const { ours, memory, numberCopies, isBlocked, pretend } = Leerpad.backends;
  const store = new Store(ours(), Leerpad.course.id);
  try {
    numberCopies(Leerpad.course.id, store.copyNames);
  } catch {
    // There is nothing to read, or no room: they stay as they are.
  }
  if (store.problems.has("blocked") || isBlocked()) pretend();

  Leerpad.Store = Store;
  Leerpad.trialStore = () => new Store(memory(), Leerpad.course.id);
  Leerpad.store = store;
})();
