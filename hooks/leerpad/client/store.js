/*
 * Progress, kept. Whatever is said last stands last.
 *
 * What is stored is a stranger's file: it is parsed to known shapes. What can't be read is copied aside before anything
 * is written over it. Storage that is blocked or full costs the learner a message, not the work of this visit.
 *
 * A long document is mostly results, which never change. Then an answer is written into a second text, with all but the
 * results, and the two are joined when they are read. The first is written again once there is a new result, or when the
 * page goes out of sight: so a version of the site that doesn't know of the second misses nothing for long.
 *
 * The names of the keys stay, the Dutch ones too (`lopend`: ongoing, `kopie`: copy). An older script, in another tab or an
 * offline cache, would miss the answers in a second text of another name, and leave copies behind when it wipes.
 */
/// <reference path="backend.js" />
/// <reference path="merge.js" />
/// <reference path="namespace.js" />
/// <reference path="ongoing.js" />
/// <reference path="pen.js" />
/// <reference path="progress.js" />
/// <reference path="written.js" />
(function () {
  "use strict";
  const { empty, merge, read, same, write, results, ongoing } = Leerpad.progress;
  const { pen } = Leerpad;
  const COPIES = 5;
  const AGAIN = 5_000; // ms, while storage is full or another tab disagrees

  class Store {
    /** Null where nothing can be kept. @type {StoreBackend | null} */
    #backend;
    #key;
    /** The key of the second text. */
    #second;
    #course;
    /** Something in memory is not in storage yet. */
    #unsaved = false;
    /** What is stored could not be copied aside: never write over it. */
    #handsOff = false;
    /** The first text that is stored, of which everything is in memory; null if that isn't known. @type {string | null} */
    #text = null;
    /** The second text that is stored; null if there is none, or if it lacks something. @type {string | null} */
    #ongoing = null;
    /** The results that stand in the first text. @type {Attempt[]} */
    #results = [];
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
      this.#second = `${this.#key}:lopend`;
      /** @type {Set<StoreProblem>} */
      this.problems = new Set();
      /** @type {Progress} */
      this.progress = empty(course);
      this.progress = this.#current();
      backend.listen(() => this.reload());
      const retry = () => {
        this.#before = null;
        if (this.#unsaved) this.reload();
        if (document.hidden) this.#unite();
      };
      window.addEventListener("pagehide", retry);
      document.addEventListener("visibilitychange", retry); // after the other, where the page goes
    }

    /** Change progress. What another tab has stored meanwhile is kept. @param {(progress: Progress, pen: Pen) => void} change */
    update(change) {
      const current = this.#current();
      const text = this.#text;
      this.#text = null; // should the change break off, what is stored holds
      change(current, pen);
      this.progress = current;
      this.#text = text;
      this.#save();
      this.#tell();
    }

    /** Forget everything of this course, copies too. All that remains is when: or another tab would put it back. */
    wipe() {
      this.progress = { ...empty(this.#course), wiped: pen.stamp({ wiped: this.progress.wiped }) };
      this.#copied.clear();
      this.#unsaved = false;
      this.#handsOff = false;
      for (const problem of /** @type {const} */ (["damaged", "version", "full"])) this.problems.delete(problem);
      try {
        for (const name of this.copyNames) this.#backend?.write(name, null);
      } catch {
        this.#block();
      }
      this.#text = null;
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
      const text = write(this.progress);
      if (this.#before === text) return this.#wait();
      this.#save();
      this.#before = text;
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

    get copyNames() {
      return Array.from({ length: COPIES }, (_, number) => `${this.#key}:kopie-${number + 1}`);
    }

    /** What is stored and what is known here, joined. Sets `#unsaved` if storage lacks a part of it. @returns {Progress} */
    #current() {
      try {
        if (this.#backend === null) return this.progress;
        const text = this.#backend.read(this.#key);
        const second = this.#backend.long === undefined ? null : this.#backend.read(this.#second);
        const isKnown = text !== null && text === this.#text;
        if (isKnown && second === this.#ongoing) return this.progress;
        return isKnown && second !== null ? this.#joinOngoing(second) : this.#joinAll(text, second);
      } catch {
        this.#block();
        return this.progress;
      }
    }

    /** @param {string | null} text @param {string | null} second */
    #joinAll(text, second) {
      const first = text === null ? empty(this.#course) : this.#read(text);
      const others = second === null ? first : this.#read(second);
      const stored = second === null ? first : merge(first, others);
      const joined = merge(stored, this.progress);
      this.#unsaved = !same(joined, stored);
      // A result that stands in the second text must come into the first.
      this.#text = this.#unsaved || (second !== null && results(others).length) ? null : text;
      this.#ongoing = this.#unsaved ? null : second;
      this.#results = results(joined);
      return joined;
    }

    /** The same where the first text is known. @param {string} second */
    #joinOngoing(second) {
      const stored = this.#read(second);
      const joined = merge(stored, this.progress);
      this.#unsaved = !same(ongoing(joined), ongoing(stored));
      this.#ongoing = this.#unsaved ? null : second;
      return joined;
    }

    /** @param {string} text @returns {Progress} */
    #read(text) {
      const { progress, damage } = read(text, this.#course);
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
      if (this.#backend !== null && !this.#handsOff) {
        try {
          if (!this.#writeOngoing(this.#backend)) this.#writeAll(this.#backend);
          this.#unsaved = false;
          this.problems.delete("full");
        } catch {
          this.problems.add("full");
        }
      }
      if (this.problems.has("full")) this.#wait();
    }

    /** Write all but the results into the second text; false if the first must be written. @param {StoreBackend} backend */
    #writeOngoing(backend) {
      const { long = Infinity } = backend;
      if (this.#text === null || this.#text.length < long || this.problems.size) return false;
      const now = results(this.progress);
      if (now.length !== this.#results.length || now.some((result, place) => result !== this.#results[place])) return false;
      const text = write(ongoing(this.progress));
      try {
        backend.write(this.#second, text);
        this.#ongoing = text;
      } catch {} // one text takes less room than two
      return this.#ongoing === text;
    }

    /** @param {StoreBackend} backend */
    #writeAll(backend) {
      const text = write(this.progress);
      this.#text = null;
      backend.write(this.#key, text);
      this.#text = text;
      this.#results = results(this.progress);
      if (backend.long !== undefined && backend.read(this.#second) !== null) backend.write(this.#second, null);
      this.#ongoing = null;
    }

    /** Make one text of the two again. Where there is no room for it, they stay two. */
    #unite() {
      if (this.#ongoing !== null) this.reload();
      if (this.#ongoing === null || this.#backend === null || this.#handsOff) return;
      try {
        this.#writeAll(this.#backend);
      } catch {} // nothing is lost: both are still there
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

  /** @param {string} text @param {string} course */
  function kindOf(text, course) {
    const { progress, damage } = read(text, course);
    return damage === "version" ? `version ${progress.version}` : text;
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
