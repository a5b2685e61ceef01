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

  /** Counts what had to be left out while one document is parsed. */
  class Reader {
    constructor() {
      this.skipped = 0;
    }

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

    /** @param {unknown} value @returns {LessonRecord | undefined} */
    lesson(value) {
      if (!isObject(value) || typeof value.done !== "boolean" || !isTime(value.at)) return this.skip();
      return { done: value.done, at: value.at };
    }

    /** @param {unknown} value @returns {Note | undefined} */
    note(value) {
      if (!isObject(value) || !isTime(value.at)) return this.skip();
      const { text, prompt } = value;
      if (typeof text !== "string" || typeof prompt !== "string") return this.skip();
      if (text.length > MAX_TEXT || prompt.length > MAX_TEXT) return this.skip();
      return { text, prompt, at: value.at };
    }

    /** @param {unknown} value @returns {PlanAction | undefined} */
    action(value) {
      if (!isObject(value) || !isTime(value.at) || !isTime(value.since)) return this.skip();
      const { text, who, when, lesson, done, removed, since, at } = value;
      if (typeof text !== "string" || typeof who !== "string" || typeof when !== "string") return this.skip();
      if (text.length > MAX_TEXT || who.length > MAX_TEXT || !isDay(when)) return this.skip();
      if (typeof done !== "boolean" || typeof removed !== "boolean") return this.skip();
      if (lesson !== null && (typeof lesson !== "string" || !isId(lesson))) return this.skip();
      return { text, who, when, lesson, done, removed, since, at };
    }

    /** The learner's name, for certificates. @param {unknown} value @returns {Progress["name"] | undefined} */
    name(value) {
      if (!isObject(value) || !isTime(value.at)) return this.skip();
      return typeof value.text === "string" && value.text.length <= MAX_NAME ? { text: value.text, at: value.at } : this.skip();
    }

    /** @param {unknown} value @returns {{at: number} | undefined} */
    moment(value) {
      return isObject(value) && isTime(value.at) ? { at: value.at } : this.skip();
    }

    /** A choice about how the site looks or works: a word from a short list, which who asks for it checks again. @param {unknown} value @returns {Setting | undefined} */
    setting(value) {
      if (!isObject(value) || !isTime(value.at)) return this.skip();
      const { value: choice } = value;
      return typeof choice === "string" && choice.length <= MAX_ID && ID.test(choice) ? { value: choice, at: value.at } : this.skip();
    }

    /** An answer on a scan's scale: 0 is “not applicable”, null takes an earlier answer back. @param {unknown} value @returns {ScanAnswer | undefined} */
    scanAnswer(value) {
      if (!isObject(value) || !isTime(value.at)) return this.skip();
      const answer = value.value;
      if (answer !== null && (!isCount(answer) || answer > MAX_SCALE)) return this.skip();
      return { value: answer, at: value.at };
    }

    /** @param {unknown} value @returns {Attempt | undefined} */
    attempt(value) {
      if (!isObject(value) || !isTime(value.started) || !isCount(value.seed)) return this.skip();
      if (!Array.isArray(value.questions) || value.questions.length > MAX_ITEMS) return this.skip();
      if (!value.questions.every((id) => typeof id === "string" && isId(id))) return this.skip();
      const outcome = value.outcome === null ? null : this.outcome(value.outcome);
      const finished = value.finished;
      if (outcome === undefined || (finished !== null && !isTime(finished))) return this.skip();
      if ((outcome === null) !== (finished === null)) return this.skip();
      return {
        started: value.started,
        seed: value.seed,
        questions: [...value.questions],
        retry: value.retry === true,
        answers: this.map(value.answers, (answer) => this.answer(answer)),
        finished,
        outcome,
      };
    }

    /** @param {unknown} value @returns {Answer | undefined} */
    answer(value) {
      if (!isObject(value) || typeof value.revision !== "string" || !isTime(value.at)) return this.skip();
      if (value.revision.length > MAX_ID || !isResponse(value.value, 3)) return this.skip();
      const response = /** @type {LearnerResponse} */ (value.value);
      return { value: response, revision: value.revision, at: value.at, checked: value.checked === true };
    }

    /** @param {unknown} value @returns {Outcome | undefined} */
    outcome(value) {
      const points = this.points(value);
      if (points === undefined || !isObject(value)) return undefined;
      const questions = this.map(value.questions, (entry) => this.points(entry));
      return { ...points, passed: value.passed === true, questions };
    }

    /** @param {unknown} value @returns {Points | undefined} */
    points(value) {
      if (!isObject(value) || !isPoints(value.points) || !isPoints(value.max) || value.points > value.max) {
        return this.skip();
      }
      return { points: value.points, max: value.max };
    }
  }

  /** @param {unknown} value @returns {value is Record<string, unknown>} */
  function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }

  /** @param {unknown} value @returns {value is number} */
  function isTime(value) {
    return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MAX_TIME;
  }

  /** @param {string} value */
  function isId(value) {
    return value.length <= MAX_ID && ID.test(value);
  }

  /** A day as the browser's own date field writes it, or none. @param {string} value */
  function isDay(value) {
    return value === "" || (/^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)));
  }

  /** @param {unknown} value @returns {value is number} */
  function isCount(value) {
    return Number.isSafeInteger(value) && Number(value) >= 0;
  }

  /** @param {unknown} value @returns {value is number} */
  function isPoints(value) {
    return typeof value === "number" && Number.isFinite(value) && value >= 0 && value <= 1e6;
  }

  /**
   * Plain data, not deep and not endless. The question type decides whether it makes sense.
   * @param {unknown} value
   * @param {number} depth
   * @returns {boolean}
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
    progress.lessons = reader.map(value.lessons, (lesson) => reader.lesson(lesson));
    progress.quizzes = reader.map(value.quizzes, (entry) => {
      const attempts = reader.map(entry, (attempt) => reader.attempt(attempt));
      return Object.keys(attempts).length ? attempts : undefined;
    });
    // A part that came later than the document is no damage.
    progress.notes = reader.map(value.notes ?? {}, (note) => reader.note(note));
    progress.scans = reader.map(value.scans ?? {}, (entry) => reader.map(entry, (answer) => reader.scanAnswer(answer)));
    progress.shown = reader.map(value.shown ?? {}, (entry) => reader.lesson(entry));
    progress.opened = reader.map(value.opened ?? {}, (entry) => reader.moment(entry));
    progress.plan = reader.map(value.plan ?? {}, (entry) => reader.action(entry));
    progress.name = reader.name(value.name ?? progress.name) ?? progress.name;
    progress.settings = reader.map(value.settings ?? {}, (entry) => reader.setting(entry));
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
