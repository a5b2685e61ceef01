/* The progress document: what a stranger wrote, parsed to known shapes. */
(function () {
  "use strict";

  const VERSION = 1;
  const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  const MAX_ID = 120;
  const MAX_TEXT = 20000;
  const MAX_NAME = 80;
  const MAX_ITEMS = 500;
  const MAX_SCALE = 10;
  const MAX_TIME = 8.64e15; // the last moment that a Date can hold

  /** @template T @typedef {{ [Part in keyof T]: (value: unknown) => value is T[Part] }} Shape What each part of a record must be. */

  /** Counts what had to be left out while one document is parsed. */
  class Reader {
    skipped = 0;

    /** @returns {undefined} */
    skip() {
      this.skipped += 1;
      return undefined;
    }

    /**
     * An object's own entries whose keys are ids, each read by `read`; the rest is skipped.
     * @template T
     * @param {unknown} value
     * @param {(entry: unknown) => T | undefined} read
     * @returns {Record<string, T>}
     */
    map(value, read) {
      /** @type {Record<string, T>} */
      const result = Object.create(null); // no prototype: a key such as "constructor" is just a key
      if (!isObject(value)) {
        this.skip();
        return result;
      }
      for (const [key, entry] of Object.entries(value)) {
        const known = isId(key) ? read(entry) : this.skip();
        if (known !== undefined) result[key] = known;
      }
      return result;
    }

    /**
     * What a shape asks for, and nothing else; skipped as a whole if a part of it isn't what it must be.
     * @template T
     * @param {unknown} value
     * @param {Shape<T>} shape
     * @returns {T | undefined}
     */
    record(value, shape) {
      const parts = /** @type {[keyof T & string, (part: unknown) => boolean][]} */ (Object.entries(shape));
      if (!isObject(value) || !parts.every(([name, holds]) => holds(value[name]))) return this.skip();
      return /** @type {T} */ (Object.fromEntries(parts.map(([name]) => [name, value[name]])));
    }

    /** @template T @param {unknown} value @param {Shape<T>} shape */
    records(value, shape) {
      return this.map(value, (entry) => this.record(entry, shape));
    }

    /** @param {unknown} value @returns {Attempt | undefined} */
    attempt(value) {
      const frame = this.record(value, FRAME);
      if (frame === undefined || !isObject(value)) return undefined;
      const outcome = value.outcome === null ? null : this.outcome(value.outcome);
      if (outcome === undefined) return undefined;
      if ((outcome === null) !== (frame.finished === null)) return this.skip();
      return { ...frame, outcome, retry: value.retry === true, answers: this.map(value.answers, (answer) => this.answer(answer)) };
    }

    /** @param {unknown} value @returns {Answer | undefined} */
    answer(value) {
      const answer = this.record(value, ANSWER);
      return answer && { ...answer, checked: isObject(value) && value.checked === true };
    }

    /** @param {unknown} value @returns {Outcome | undefined} */
    outcome(value) {
      const points = this.points(value);
      if (points === undefined || !isObject(value)) return undefined;
      return { ...points, passed: value.passed === true, questions: this.map(value.questions, (entry) => this.points(entry)) };
    }

    /** @param {unknown} value @returns {Points | undefined} */
    points(value) {
      const points = this.record(value, POINTS);
      return points && points.points > points.max ? this.skip() : points;
    }
  }

  /** @param {unknown} value @returns {value is Record<string, unknown>} */
  function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }

  /** @param {unknown} value @returns {value is boolean} */
  const isFlag = (value) => typeof value === "boolean";

  /** @param {number} most */
  const isWholeTo = (most) => /** @type {(value: unknown) => value is number} */ ((value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most);
  const isTime = isWholeTo(MAX_TIME);

  /** @param {number} most */
  const isTextTo = (most) => /** @type {(value: unknown) => value is string} */ ((value) => typeof value === "string" && value.length <= most);
  const isText = isTextTo(MAX_TEXT);

  /** @param {unknown} value @returns {value is string} */
  const isId = (value) => isTextTo(MAX_ID)(value) && ID.test(value);

  /** A day as the browser's own date field writes it, or none. @param {unknown} value @returns {value is string} */
  const isDay = (value) => value === "" || (isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)));

  /** @param {unknown} value @returns {value is string[]} */
  const areIds = (value) => Array.isArray(value) && value.length <= MAX_ITEMS && value.every(isId);

  /** @param {unknown} value @returns {value is number} */
  const isPoints = (value) => typeof value === "number" && value >= 0 && value <= 1e6;

  /** @template T @param {(value: unknown) => value is T} holds @returns {(value: unknown) => value is T | null} */
  const orNull = (holds) => (value) => value === null || holds(value);

  /** @type {Shape<LessonRecord>} */
  const LESSON = { done: isFlag, at: isTime };
  /** @type {Shape<Note>} */
  const NOTE = { text: isText, prompt: isText, at: isTime };
  /** @type {Shape<PlanAction>} */
  const ACTION = { text: isText, who: isText, when: isDay, lesson: orNull(isId), done: isFlag, removed: isFlag, since: isTime, at: isTime };
  /** The learner's name, for certificates. @type {Shape<Progress["name"]>} */
  const NAME = { text: isTextTo(MAX_NAME), at: isTime };
  /** @type {Shape<{ at: number }>} */
  const MOMENT = { at: isTime };
  /** A choice about how the site looks or works: a word from a short list, which who asks for it checks again. @type {Shape<Setting>} */
  const SETTING = { value: isId, at: isTime };
  /** An answer on a scan's scale: 0 is “not applicable”, null takes an earlier answer back. @type {Shape<ScanAnswer>} */
  const SCAN_ANSWER = { value: orNull(isWholeTo(MAX_SCALE)), at: isTime };
  /** @type {Shape<Pick<Attempt, "started" | "seed" | "questions" | "finished">>} */
  const FRAME = { started: isTime, seed: isWholeTo(Number.MAX_SAFE_INTEGER), questions: areIds, finished: orNull(isTime) };
  /** @type {Shape<Pick<Answer, "value" | "revision" | "at">>} */
  const ANSWER = { value: (value) => isResponse(value, 3), revision: isTextTo(MAX_ID), at: isTime };
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
    if (typeof value === "string") return value.length <= MAX_TEXT;
    if (typeof value !== "object" || depth === 0) return false;
    const entries = Object.values(value);
    return entries.length <= MAX_ITEMS && entries.every((entry) => isResponse(entry, depth - 1));
  }

  /** @param {string} course @returns {Progress} */
  function empty(course) {
    const map = () => Object.create(null);
    return {
      version: VERSION,
      course,
      lessons: map(),
      quizzes: map(),
      notes: map(),
      scans: map(),
      shown: map(),
      opened: map(),
      plan: map(),
      name: { text: "", at: 0 },
      settings: map(),
    };
  }

  /** @param {unknown} value @param {string} course @returns {Parsed} */
  function parse(value, course) {
    if (!isObject(value) || value.course !== course) return { progress: empty(course), damage: "damaged" };
    const reader = new Reader();
    const progress = empty(course);
    progress.lessons = reader.records(value.lessons, LESSON);
    progress.quizzes = reader.map(value.quizzes, (entry) => {
      const attempts = reader.map(entry, (attempt) => reader.attempt(attempt));
      return Object.keys(attempts).length ? attempts : undefined;
    });
    // A part that came later than the document is no damage.
    progress.notes = reader.records(value.notes ?? {}, NOTE);
    progress.scans = reader.map(value.scans ?? {}, (entry) => reader.records(entry, SCAN_ANSWER));
    progress.shown = reader.records(value.shown ?? {}, LESSON);
    progress.opened = reader.records(value.opened ?? {}, MOMENT);
    progress.plan = reader.records(value.plan ?? {}, ACTION);
    progress.name = reader.record(value.name ?? progress.name, NAME) ?? progress.name;
    progress.settings = reader.records(value.settings ?? {}, SETTING);
    const damage = value.version !== VERSION ? "version" : reader.skipped ? "damaged" : null;
    return { progress, damage };
  }

  /** Now, or just after what it comes in place of: a clock that ran ahead can't bring the old answer back. @param {{at: number} | undefined} [old] */
  function after(old) {
    return Math.min(Math.max(Date.now(), (old?.at ?? 0) + 1), MAX_TIME);
  }

  // What joins two documents stands in merge.js.
  Leerpad.progress = /** @type {LeerpadProgress} */ ({ VERSION, empty, parse, after });
})();
