/* Reading what a stranger wrote: what a part of it may be, and a reader that keeps the known and the merely possible. */
/// <reference path="namespace.js" />
(function () {
  "use strict";
  const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  /** What a later version may call a part: never a name that means something to JavaScript itself. */
  const NAME_OF_PART = /^[A-Za-z][\w-]*$/;
  const { limits } = Leerpad.course;
  const DEEP = 8;
  const TIMES = ["at", "started", "finished", "since", "wiped"];
  const MAX_TIME = 8.64e15; // the last moment that a Date can hold
  const LATEST = 253_402_300_799_999; // the last moment of the year 9999

  /** A map without a prototype: a key such as "constructor" is just a key. @returns {Record<string, any>} */
  const map = () => Object.create(null);

  /**
   * Reads one document. What isn't known of a later version is kept as it is: in a record beside its parts, elsewhere in
   * `unread`. The rest that can't be read is counted, and left out.
   */
  class Reader {
    skipped = 0;
    /** @type {Record<string, unknown>} */
    unread = map();
    /** How many letters of it may be kept. */
    #room = limits.unknown;

    /** @param {boolean} isLater */
    constructor(isLater) {
      this.isLater = isLater;
    }

    /** Whether this may be kept without being understood. @param {string} name @param {unknown} value */
    #fits(name, value) {
      if (!NAME_OF_PART.test(name) || name.length > limits.id || !isData(value, DEEP)) return false;
      this.#room -= JSON.stringify(value).length;
      return this.#room >= 0;
    }

    /** @param {string[]} place @param {unknown} value */
    keep(place, value) {
      const names = [...place];
      const name = String(names.pop());
      const known = names.every((part) => NAME_OF_PART.test(part) || isId(part));
      if (!known || value === undefined || !this.#fits(isId(name) ? "id" : name, value)) {
        this.skipped += 1;
        return;
      }
      let branch = this.unread;
      for (const part of names) branch = /** @type {Record<string, unknown>} */ ((branch[part] ??= map()));
      branch[name] = value;
    }

    /** What can't be read, where this version should be able to. @param {string[]} place @param {unknown} value */
    skip(place, value) {
      if (this.isLater) this.keep(place, value);
      else this.skipped += 1;
    }

    /**
     * An object's own entries whose keys are ids, each read by `read`.
     * @template T
     * @param {string[]} place
     * @param {unknown} value
     * @param {(entry: unknown, place: string[]) => T | undefined} read
     * @returns {Record<string, T>}
     */
    map(place, value, read) {
      /** @type {Record<string, T>} */
      const result = map();
      if (!isObject(value)) {
        this.skip(place, value);
        return result;
      }
      for (const [key, entry] of Object.entries(value)) {
        const known = isId(key) ? read(entry, [...place, key]) : undefined;
        if (known === undefined) this.skip([...place, key], entry);
        else result[key] = known;
      }
      return result;
    }

    /**
     * What a shape asks for, with what isn't known beside it; undefined if a part of it isn't what it must be.
     * @template T
     * @param {unknown} value
     * @param {Shape<T>} shape
     * @param {string[]} [others] parts that somebody else reads
     * @returns {T | undefined}
     */
    record(value, shape, others = []) {
      const parts = /** @type {[keyof T & string, (part: unknown) => boolean][]} */ (Object.entries(shape));
      if (!isObject(value) || !parts.every(([name, holds]) => holds(value[name]))) return undefined;
      const read = Object.fromEntries(parts.map(([name]) => [name, tame(name, value[name])]));
      for (const [name, part] of Object.entries(value)) {
        if (name in shape || others.includes(name)) continue;
        if (this.#fits(name, part)) read[name] = part;
        else this.skipped += 1;
      }
      return /** @type {T} */ (read);
    }

    /** @template T @param {string} place @param {unknown} value @param {Shape<T>} shape */
    records(place, value, shape) {
      return this.map([place], value, (entry) => this.record(entry, shape));
    }

    /** @template T @param {string} place @param {unknown} value @param {Shape<T>} shape */
    nested(place, value, shape) {
      return this.map([place], value, (entry, at) => (isObject(entry) ? this.map(at, entry, (one) => this.record(one, shape)) : undefined));
    }
  }

  /** A time that can't be true counts for nothing, so that whatever is said now comes after it. @param {string} name @param {unknown} value */
  function tame(name, value) {
    return TIMES.includes(name) && Number(value) > LATEST ? 0 : value;
  }

  /** @param {unknown} value @returns {value is Record<string, unknown>} */
  function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }

  /** @param {unknown} value @returns {value is boolean} */
  const isFlag = (value) => typeof value === "boolean";

  /** @param {number} most */
  const isWholeTo = (most) =>
    /** @type {(value: unknown) => value is number} */ ((value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most);
  const isTime = isWholeTo(MAX_TIME);

  /** @param {number} most */
  const isTextTo = (most) =>
    /** @type {(value: unknown) => value is string} */ ((value) => typeof value === "string" && value.length <= most);
  const isText = isTextTo(limits.text);

  /** @param {unknown} value @returns {value is string} */
  const isId = (value) => isTextTo(limits.id)(value) && ID.test(value);

  /** A day as the browser's own date field writes it, or none. @param {unknown} value @returns {value is string} */
  const isDay = (value) => value === "" || (isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)));

  /** @param {unknown} value @returns {value is string[]} */
  const areIds = (value) => Array.isArray(value) && value.length <= limits.items && value.every(isId);

  /** @template T @param {(value: unknown) => value is T} holds @returns {(value: unknown) => value is T | null} */
  const orNull = (holds) => (value) => value === null || holds(value);

  /** Data of any form, not endlessly deep. @param {unknown} value @param {number} depth @returns {boolean} */
  function isData(value, depth) {
    if (typeof value !== "object" || value === null) return true;
    return depth > 0 && !Object.hasOwn(value, "__proto__") && Object.values(value).every((part) => isData(part, depth - 1));
  }

  Leerpad.reader = { Reader, TIMES, LATEST, map, tame, isObject, isFlag, isWholeTo, isTime, isTextTo, isText, isId, isDay, areIds, orNull };
})();
