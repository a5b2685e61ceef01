/* The progress document: what a stranger wrote, parsed to known shapes. */
/// <reference path="namespace.js" />
(function () {
  "use strict";

  const VERSION = 1;
  const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  /** What a later version may call a part: never a name that means something to JavaScript itself. */
  const NAME_OF_PART = /^[A-Za-z][\w-]*$/;
  const { limits } = Leerpad.course;
  const DEEP = 8;
  const TIMES = ["at", "started", "finished", "since", "wiped"];
  const MAX_TIME = 8.64e15; // the last moment that a Date can hold
  const LATEST = 253_402_300_799_999; // the last moment of the year 9999

  /** @template T @typedef {{ [Part in keyof T]: (value: unknown) => value is T[Part] }} Shape What each part of a record must be. */

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

    /** A part that isn't known. @param {string[]} place @param {unknown} value */
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

    /** @param {unknown} value @param {string[]} place @returns {Attempt | undefined} */
    attempt(value, place) {
      if (!isObject(value)) return undefined;
      const outcome = value.outcome === null ? null : this.outcome(value.outcome, [...place, "outcome"]);
      if (outcome === undefined || (outcome === null) !== (value.finished === null)) return undefined;
      const frame = this.record(value, FRAME, ["outcome", "retry", "closed", "answers"]);
      if (frame === undefined) return undefined;
      const answers = this.map([...place, "answers"], value.answers, (answer) => this.answer(answer));
      return { ...frame, outcome, retry: value.retry === true, ...(value.closed === true ? { closed: true } : {}), answers };
    }

    /** @param {unknown} value @returns {Answer | undefined} */
    answer(value) {
      const answer = this.record(value, ANSWER, ["checked"]);
      return answer && { ...answer, checked: isObject(value) && value.checked === true };
    }

    /** @param {unknown} value @param {string[]} place @returns {Outcome | undefined} */
    outcome(value, place) {
      const points = this.points(value, ["passed", "questions"]);
      if (points === undefined || !isObject(value)) return undefined;
      const questions = this.map([...place, "questions"], value.questions, (entry) => this.points(entry));
      return { ...points, passed: value.passed === true, questions };
    }

    /** @param {unknown} value @param {string[]} [others] @returns {Points | undefined} */
    points(value, others) {
      const points = this.record(value, POINTS, others);
      return points && points.points > points.max ? undefined : points;
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

  /** @param {unknown} value @returns {value is number} */
  const isPoints = (value) => typeof value === "number" && value >= 0 && value <= 1e6;

  /** @template T @param {(value: unknown) => value is T} holds @returns {(value: unknown) => value is T | null} */
  const orNull = (holds) => (value) => value === null || holds(value);

  /** Data of any form, not endlessly deep. @param {unknown} value @param {number} depth @returns {boolean} */
  function isData(value, depth) {
    if (typeof value !== "object" || value === null) return true;
    return depth > 0 && !Object.hasOwn(value, "__proto__") && Object.values(value).every((part) => isData(part, depth - 1));
  }

  /** @type {Shape<LessonRecord>} */
  const LESSON = { done: isFlag, at: isTime };
  /** @type {Shape<Note>} */
  const NOTE = { text: isText, prompt: isText, at: isTime };
  /** @type {Shape<PlanAction>} */
  const ACTION = { text: isText, who: isText, when: isDay, lesson: orNull(isId), done: isFlag, removed: isFlag, since: isTime, at: isTime };
  /** The learner's name, for certificates. @type {Shape<Progress["name"]>} */
  const NAME = { text: isTextTo(limits.name), at: isTime };
  /** @type {Shape<{ at: number }>} */
  const MOMENT = { at: isTime };
  /** A choice about how the site looks or works: a word from a short list, which who asks for it checks again. @type {Shape<Setting>} */
  const SETTING = { value: isId, at: isTime };
  /** An answer on a scan's scale: 0 is “not applicable”, null takes an earlier answer back. @type {Shape<ScanAnswer>} */
  const SCAN_ANSWER = { value: orNull(isWholeTo(limits.scale)), at: isTime };
  /** @type {Shape<Pick<Attempt, "started" | "seed" | "questions" | "finished">>} */
  const FRAME = { started: isTime, seed: isWholeTo(Number.MAX_SAFE_INTEGER), questions: areIds, finished: orNull(isTime) };
  /** @type {Shape<Pick<Answer, "value" | "revision" | "at">>} */
  const ANSWER = { value: (value) => isResponse(value, 3), revision: isTextTo(limits.id), at: isTime };
  /** @type {Shape<Points>} */
  const POINTS = { points: isPoints, max: isPoints };

  /**
   * Plain data, not deep and not endless. The question type decides whether it makes sense.
   * @param {unknown} value
   * @param {number} depth
   * @returns {value is LearnerResponse}
   */
  function isResponse(value, depth) {
    if (value === null || typeof value === "boolean") return true;
    if (typeof value === "number") return Number.isFinite(value);
    if (typeof value === "string") return value.length <= limits.text;
    if (typeof value !== "object" || depth === 0) return false;
    const entries = Object.values(value);
    return entries.length <= limits.items && entries.every((entry) => isResponse(entry, depth - 1));
  }

  /** @param {string} course @returns {Progress} */
  function empty(course) {
    return {
      version: VERSION,
      course,
      wiped: 0,
      lessons: map(),
      quizzes: map(),
      notes: map(),
      scans: map(),
      shown: map(),
      opened: map(),
      plan: map(),
      name: { text: "", at: 0 },
      settings: map(),
      unread: map(),
    };
  }

  /** @param {unknown} value @param {string} course @returns {Parsed} */
  function parse(value, course) {
    if (!isObject(value) || value.course !== course) return { progress: empty(course), damage: "damaged" };
    const isLater = isWholeTo(1e6)(value.version) && value.version > VERSION;
    const reader = new Reader(isLater);
    const progress = empty(course);
    if (isLater) progress.version = Number(value.version);
    progress.wiped = isTime(value.wiped) ? Number(tame("wiped", value.wiped)) : undefined;
    progress.lessons = reader.records("lessons", value.lessons, LESSON);
    progress.quizzes = reader.map(["quizzes"], value.quizzes, (entry, place) => {
      return isObject(entry) ? reader.map(place, entry, (attempt, at) => reader.attempt(attempt, at)) : undefined;
    });
    for (const [quiz, attempts] of Object.entries(progress.quizzes)) if (!Object.keys(attempts).length) delete progress.quizzes[quiz];
    // A part that came later than the document is no damage.
    progress.notes = reader.records("notes", value.notes ?? {}, NOTE);
    progress.scans = reader.map(["scans"], value.scans ?? {}, (entry, place) => {
      return isObject(entry) ? reader.map(place, entry, (answer) => reader.record(answer, SCAN_ANSWER)) : undefined;
    });
    progress.shown = reader.records("shown", value.shown ?? {}, LESSON);
    progress.opened = reader.records("opened", value.opened ?? {}, MOMENT);
    progress.plan = reader.records("plan", value.plan ?? {}, ACTION);
    const name = reader.record(value.name ?? progress.name, NAME);
    if (name === undefined) reader.skip(["name"], value.name);
    progress.name = name ?? progress.name;
    progress.settings = reader.records("settings", value.settings ?? {}, SETTING);
    for (const [name, part] of Object.entries(value)) if (!Object.hasOwn(progress, name) || name === "unread") reader.keep([name], part);
    progress.unread = reader.unread;
    const damage = value.version !== VERSION ? "version" : reader.skipped ? "damaged" : null;
    return { progress, damage };
  }

  /** The latest time of all in a part of a document. @param {unknown} part @returns {number} */
  function latest(part) {
    if (typeof part !== "object" || part === null) return 0;
    return Object.entries(part).reduce((last, [name, value]) => {
      const time = typeof value === "number" ? (TIMES.includes(name) ? value : 0) : latest(value);
      return Math.max(last, time);
    }, 0);
  }

  /** What is said, no longer than can be read again. @template T @param {T} said @returns {T} */
  function fit(said) {
    if (typeof said === "string") return /** @type {T} */ (said.slice(0, limits.text));
    if (Array.isArray(said)) return /** @type {T} */ (said.slice(0, limits.items).map(fit));
    if (!isObject(said)) return said;
    return /** @type {T} */ (Object.fromEntries(Object.entries(said).map(([name, part]) => [name, fit(part)])));
  }

  // What joins two documents stands in merge.js; how one is written, in written.js.
  Leerpad.progress = /** @type {LeerpadProgress} */ ({ VERSION, LATEST, map, empty, parse, latest, fit });
})();
