/* The progress document: what a stranger wrote, parsed to known shapes. */
/// <reference path="namespace.js" />
/// <reference path="reader.js" />
(function () {
  "use strict";
  const { Reader, TIMES, LATEST, map, tame, isObject, isFlag, isWholeTo, isTime, isTextTo, isText, isId, isDay, areIds, orNull } =
    Leerpad.reader;
  const { limits } = Leerpad.course;
  const VERSION = 1;

  /** Right or wrong, review by review. @param {unknown} value @returns {value is string} */
  const isResults = (value) => isText(value) && /^[+-]{1,20}$/.test(value);

  /** @param {unknown} value @returns {value is number} */
  const isPoints = (value) => typeof value === "number" && value >= 0 && value <= 1e6;

  /** @type {Shape<LessonRecord>} */
  const LESSON = { done: isFlag, at: isTime };
  /** @type {Shape<Note>} */
  const NOTE = { text: isText, prompt: isText, at: isTime };
  /** @type {Shape<PlanAction>} */
  const ACTION = {
    text: isText,
    who: isText,
    when: isDay,
    cue: isText,
    lesson: orNull(isId),
    done: isFlag,
    removed: isFlag,
    since: isTime,
    at: isTime,
  };
  /** @type {Shape<Written>} */
  const WRITTEN = { text: isText, at: isTime };
  /** @type {Shape<Look>} */
  const LOOK = { went: isWent, note: isText, at: isTime };
  /** @type {Shape<Review>} */
  const REVIEW = { results: isResults, day: isWholeTo(limits.day), at: isTime };
  /** The learner's name, for certificates. @type {Shape<Progress["name"]>} */
  const NAME = { text: isTextTo(limits.name), at: isTime };
  /** @type {Shape<{ at: number }>} */
  const MOMENT = { at: isTime };
  /** A choice about how the site looks or works: a word from a short list, which who asks for it checks again. @type {Shape<Setting>} */
  const SETTING = { value: isId, at: isTime };
  /** An answer on a scan's scale: 0 is “not applicable”, null takes an earlier answer back. @type {Shape<ScanAnswer>} */
  const SCAN_ANSWER = { value: orNull(isWholeTo(limits.scale)), at: isTime };
  /** @type {Shape<PastScan>} */
  const PAST_SCAN = { answers: areScanAnswers, finished: isTime, current: isFlag, at: isTime };
  /** @type {Shape<Pick<Attempt, "started" | "seed" | "questions" | "finished">>} */
  const FRAME = { started: isTime, seed: isWholeTo(Number.MAX_SAFE_INTEGER), questions: areIds, finished: orNull(isTime) };
  /** Also what was thought beforehand. @type {Shape<Pick<Answer, "value" | "revision" | "at">>} */
  const ANSWER = { value: (value) => isResponse(value, 3), revision: isTextTo(limits.id), at: isTime };
  /** @type {Shape<Points>} */
  const POINTS = { points: isPoints, max: isPoints };

  /** @param {unknown} value @returns {value is Went} */
  function isWent(value) {
    return ["yes", "partly", "no", ""].includes(/** @type {string} */ (value));
  }

  /** @param {unknown} value @returns {value is Record<string, number>} */
  function areScanAnswers(value) {
    const entries = isObject(value) ? Object.entries(value) : null;
    return entries !== null && entries.length <= limits.items && entries.every(([id, one]) => isId(id) && isWholeTo(limits.scale)(one));
  }

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

  /** @param {LeerpadReader} reader @param {unknown} value @param {string[]} place @returns {Attempt | undefined} */
  function readAttempt(reader, value, place) {
    if (!isObject(value)) return undefined;
    const outcome = value.outcome === null ? null : readOutcome(reader, value.outcome, [...place, "outcome"]);
    if (outcome === undefined || (outcome === null) !== (value.finished === null)) return undefined;
    const frame = reader.record(value, FRAME, ["outcome", "retry", "closed", "answers"]);
    if (frame === undefined) return undefined;
    const answers = reader.map([...place, "answers"], value.answers, (answer) => readAnswer(reader, answer));
    return { ...frame, outcome, retry: value.retry === true, ...(value.closed === true ? { closed: true } : {}), answers };
  }

  /** @param {LeerpadReader} reader @param {unknown} value @returns {Answer | undefined} */
  function readAnswer(reader, value) {
    const answer = reader.record(value, ANSWER, ["checked"]);
    return answer && { ...answer, checked: isObject(value) && value.checked === true };
  }

  /** @param {LeerpadReader} reader @param {unknown} value @param {string[]} place @returns {Outcome | undefined} */
  function readOutcome(reader, value, place) {
    const points = readPoints(reader, value, ["passed", "questions"]);
    if (points === undefined || !isObject(value)) return undefined;
    const questions = reader.map([...place, "questions"], value.questions, (entry) => readPoints(reader, entry));
    return { ...points, passed: value.passed === true, questions };
  }

  /** @param {LeerpadReader} reader @param {unknown} value @param {string[]} [others] @returns {Points | undefined} */
  function readPoints(reader, value, others) {
    const points = reader.record(value, POINTS, others);
    return points && points.points > points.max ? undefined : points;
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
      predictions: map(),
      scans: map(),
      pastScans: map(),
      shown: map(),
      opened: map(),
      plan: map(),
      looks: map(),
      talk: map(),
      reviews: map(),
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
      return isObject(entry) ? reader.map(place, entry, (attempt, at) => readAttempt(reader, attempt, at)) : undefined;
    });
    for (const [quiz, attempts] of Object.entries(progress.quizzes)) if (!Object.keys(attempts).length) delete progress.quizzes[quiz];
    // A part that came later than the document is no damage.
    progress.notes = reader.records("notes", value.notes ?? {}, NOTE);
    progress.predictions = reader.records("predictions", value.predictions ?? {}, ANSWER);
    progress.scans = reader.nested("scans", value.scans ?? {}, SCAN_ANSWER);
    progress.pastScans = reader.nested("pastScans", value.pastScans ?? {}, PAST_SCAN);
    progress.shown = reader.records("shown", value.shown ?? {}, LESSON);
    progress.opened = reader.records("opened", value.opened ?? {}, MOMENT);
    // An action from before there were occasions has none.
    progress.plan = reader.map(["plan"], value.plan ?? {}, (entry) =>
      reader.record(isObject(entry) ? { cue: "", ...entry } : entry, ACTION),
    );
    progress.talk = reader.records("talk", value.talk ?? {}, WRITTEN);
    progress.looks = reader.nested("looks", value.looks ?? {}, LOOK);
    progress.reviews = reader.records("reviews", value.reviews ?? {}, REVIEW);
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
