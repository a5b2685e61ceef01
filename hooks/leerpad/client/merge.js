/*
 * Merging two progress documents: of two tabs, or of a copy that is put back.
 *
 * It is commutative, associative and idempotent, so that it doesn't matter which tab or file comes first, or how often.
 * Maps are joined by key; where two say something about the same thing, a fixed rule chooses one.
 */
/// <reference path="progress.js" />
(function () {
  "use strict";

  /** @param {Progress} left @param {Progress} right @returns {Progress} */
  function merge(left, right) {
    const [wiped, other] = [left.wiped ?? 0, right.wiped ?? 0];
    if (wiped !== other) return wiped > other ? left : right; // what was there before a wipe is gone
    return {
      version: Math.max(left.version, right.version),
      course: left.course,
      wiped,
      lessons: join(left.lessons, right.lessons, later),
      quizzes: join(left.quizzes, right.quizzes, (one, other) => join(one, other, mergeAttempts)),
      notes: join(left.notes, right.notes, later),
      predictions: join(left.predictions, right.predictions, later),
      scans: join(left.scans, right.scans, (one, other) => join(one, other, later)),
      pastScans: join(left.pastScans, right.pastScans, (one, other) => join(one, other, later)),
      shown: join(left.shown, right.shown, later),
      opened: join(left.opened, right.opened, later),
      plan: join(left.plan, right.plan, later),
      talk: join(left.talk, right.talk, later),
      looks: join(left.looks, right.looks, (one, other) => join(one, other, later)),
      reviews: join(left.reviews, right.reviews, further),
      name: later(left.name, right.name),
      settings: join(left.settings, right.settings, later),
      unread: join(left.unread ?? {}, right.unread ?? {}, mergeUnknown),
    };
  }

  /**
   * Two drafts of one attempt are joined answer by answer. Once handed in, an attempt stands as it is.
   * @param {Attempt} left
   * @param {Attempt} right
   * @returns {Attempt}
   */
  function mergeAttempts(left, right) {
    if (left.finished === null && right.finished === null) {
      const [{ answers, ...one }, { answers: others, ...other }] = [left, right];
      const unknown = /** @type {object} */ (mergeUnknown(one, other));
      // The same attempt has the same questions; if a damaged file says otherwise, one of both is chosen, whole.
      const frame = smaller(frameOf(left), frameOf(right));
      const closed = left.closed || right.closed ? { closed: true } : {};
      return { ...unknown, ...frame, ...closed, answers: join(answers, others, firm) };
    }
    if (left.finished === null || right.finished === null) return left.finished === null ? right : left;
    if (left.finished !== right.finished) return left.finished < right.finished ? left : right;
    return smaller(left, right);
  }

  /** @param {Attempt} attempt */
  function frameOf({ started, seed, questions, retry, finished, outcome }) {
    return { started, seed, questions, retry, finished, outcome };
  }

  /** An answer with feedback stands before one without. @param {Answer} left @param {Answer} right */
  function firm(left, right) {
    if (left.checked !== right.checked) return left.checked ? left : right;
    return later(left, right);
  }

  /**
   * What was said last holds.
   * @template {{at: number}} T
   * @param {T} left
   * @param {T} right
   * @returns {T}
   */
  function later(left, right) {
    if (left.at !== right.at) return left.at > right.at ? left : right;
    return smaller(left, right);
  }

  /** Of a question that two devices asked, what tells of more reviews. @param {Review} left @param {Review} right */
  function further(left, right) {
    if (left.results.length !== right.results.length) return left.results.length > right.results.length ? left : right;
    return later(left, right);
  }

  /**
   * Parts that a later version of the site made. It keeps to the form of all parts: of what has a time, the last holds;
   * maps are joined by key; a number only grows.
   * @param {unknown} left
   * @param {unknown} right
   * @returns {unknown}
   */
  function mergeUnknown(left, right) {
    const [kind, other] = [kindOf(left), kindOf(right)];
    if (kind !== other) return kind > other ? left : right;
    if (kind === MAP)
      return join(/** @type {Record<string, unknown>} */ (left), /** @type {Record<string, unknown>} */ (right), mergeUnknown);
    if (kind === RECORD) return later(/** @type {{at: number}} */ (left), /** @type {{at: number}} */ (right));
    if (kind === NUMBER) return Math.max(Number(left), Number(right));
    return smaller(left, right);
  }

  const [NUMBER, RECORD, MAP] = [1, 2, 3];

  /** @param {unknown} value */
  function kindOf(value) {
    if (typeof value === "number") return NUMBER;
    if (typeof value !== "object" || value === null || Array.isArray(value)) return 0;
    return "at" in value && typeof value.at === "number" ? RECORD : MAP;
  }

  /**
   * @template T
   * @param {Record<string, T>} left
   * @param {Record<string, T>} right
   * @param {(left: T, right: T) => T} choose
   * @returns {Record<string, T>}
   */
  function join(left, right, choose) {
    /** @type {Record<string, T>} */
    const joined = Object.assign(Object.create(null), left);
    for (const [key, value] of Object.entries(right)) {
      joined[key] = key in joined ? choose(joined[key], value) : value;
    }
    return joined;
  }

  /**
   * A choice that doesn't depend on which came first. Of two that differ only in that one has more, it is that one.
   * @template T
   * @param {T} left
   * @param {T} right
   * @returns {T}
   */
  function smaller(left, right) {
    return same(left, right) || canonical(left) <= canonical(right) ? left : right;
  }

  /** Whether two parts say the same. Quick where both are one object. @param {unknown} left @param {unknown} right @returns {boolean} */
  function same(left, right) {
    if (left === right) return true;
    if (!isTree(left) || !isTree(right) || Array.isArray(left) !== Array.isArray(right)) return false;
    const names = Object.keys(left);
    return names.length === Object.keys(right).length && names.every((name) => Object.hasOwn(right, name) && same(left[name], right[name]));
  }

  /** @param {unknown} value @returns {value is Record<string, unknown>} */
  function isTree(value) {
    return typeof value === "object" && value !== null;
  }

  /** JSON with sorted keys: equal documents give equal texts. @param {unknown} value @returns {string} */
  function canonical(value) {
    return JSON.stringify(value, (_, entry) =>
      entry !== null && typeof entry === "object" && !Array.isArray(entry)
        ? Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)))
        : entry,
    );
  }

  /** @param {Record<string, Answer>} left @param {Record<string, Answer>} right */
  const joinAnswers = (left, right) => join(left, right, firm);

  Object.assign(Leerpad.progress, { merge, joinAnswers, canonical, same });
})();
