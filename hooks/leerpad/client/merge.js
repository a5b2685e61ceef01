/*
 * Merging two progress documents: of two tabs, or of a copy that is put back.
 *
 * It is commutative, associative and idempotent, so that it doesn't matter which tab or file comes first, or how often.
 * Maps are joined by key; where two say something about the same thing, a fixed rule chooses one.
 */
(function () {
  "use strict";

  /** @param {Progress} left @param {Progress} right @returns {Progress} */
  function merge(left, right) {
    return {
      version: Leerpad.progress.VERSION,
      course: left.course,
      lessons: join(left.lessons, right.lessons, later),
      quizzes: join(left.quizzes, right.quizzes, (one, other) => join(one, other, mergeAttempts)),
      notes: join(left.notes, right.notes, later),
      scans: join(left.scans, right.scans, (one, other) => join(one, other, later)),
      shown: join(left.shown, right.shown, later),
      opened: join(left.opened, right.opened, later),
      plan: join(left.plan, right.plan, later),
      name: later(left.name, right.name),
      settings: join(left.settings, right.settings, later),
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
      // The same attempt has the same questions; if a damaged file says otherwise, one of both is chosen, whole.
      const frame = smaller({ ...left, answers: {} }, { ...right, answers: {} });
      return { ...frame, answers: join(left.answers, right.answers, later) };
    }
    if (left.finished === null || right.finished === null) return left.finished === null ? right : left;
    if (left.finished !== right.finished) return left.finished < right.finished ? left : right;
    return smaller(left, right);
  }

  /**
   * What was said last holds; an answer with feedback stands before one without.
   * @template {{at: number, checked?: boolean}} T
   * @param {T} left
   * @param {T} right
   * @returns {T}
   */
  function later(left, right) {
    if (left.checked !== right.checked) return left.checked ? left : right;
    if (left.at !== right.at) return left.at > right.at ? left : right;
    return smaller(left, right);
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
   * A choice that doesn't depend on which came first.
   * @template T
   * @param {T} left
   * @param {T} right
   * @returns {T}
   */
  function smaller(left, right) {
    return canonical(left) <= canonical(right) ? left : right;
  }

  /** JSON with sorted keys: equal documents give equal texts. @param {unknown} value @returns {string} */
  function canonical(value) {
    return JSON.stringify(value, (_, entry) =>
      entry !== null && typeof entry === "object" && !Array.isArray(entry) ? Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1))) : entry,
    );
  }

  Object.assign(Leerpad.progress, { merge, canonical });
})();
