/* A progress document as text. What this version can't read goes back to where it came from. */
/// <reference path="progress.js" />
(function () {
  "use strict";

  /** @type {WeakMap<Attempt, string>} */
  const results = new WeakMap();

  /** A result never changes, so its text is made once: an answer costs the same after a hundred attempts. @param {Progress} progress */
  function write({ unread = {}, ...known }) {
    if (Object.keys(unread).length) return JSON.stringify(woven(unread, known));
    const { quizzes, ...others } = known;
    const attempts = mapText(quizzes, (quiz) => mapText(quiz, attemptText));
    return `${JSON.stringify(others).slice(0, -1)},"quizzes":${attempts}}`;
  }

  /** Both in one; where they say different things, what is known. @param {unknown} unread @param {unknown} known @returns {unknown} */
  function woven(unread, known) {
    if (!isMap(known)) return known;
    if (!isMap(unread)) return Object.keys(known).length ? known : unread;
    const whole = Object.assign(Object.create(null), unread);
    for (const [key, value] of Object.entries(known)) whole[key] = Object.hasOwn(unread, key) ? woven(unread[key], value) : value;
    return whole;
  }

  /** @param {unknown} value @returns {value is Record<string, unknown>} */
  function isMap(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }

  /** @template T @param {Record<string, T>} map @param {(value: T) => string} write */
  function mapText(map, write) {
    const entries = Object.entries(map).map(([key, value]) => `${JSON.stringify(key)}:${write(value)}`);
    return `{${entries.join()}}`;
  }

  /** @param {Attempt} attempt */
  function attemptText(attempt) {
    const text = results.get(attempt) ?? JSON.stringify(attempt);
    if (attempt.finished !== null) results.set(attempt, text);
    return text;
  }

  /** @param {string} text @param {string} course */
  function read(text, course) {
    try {
      return Leerpad.progress.parse(JSON.parse(text), course);
    } catch {
      return Leerpad.progress.parse(null, course); // no JSON
    }
  }

  Object.assign(Leerpad.progress, { read, write });
})();
