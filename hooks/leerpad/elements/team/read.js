/*
 * Reading the file of a stranger: only what is wholly as results/files.py has it gets through. Nothing of it is run, and
 * of what is shown on the page, nothing comes from it but numbers.
 */
/// <reference path="../../client/merge.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/order.js" />
/// <reference path="../../client/progress.js" />
/// <reference path="../../client/reader.js" />
(function () {
  "use strict";
  const { isObject, isFlag, isWholeTo, isTextTo, isId, isDay, orNull } = Leerpad.reader;
  const { limits } = Leerpad.course;
  const { fingerprint } = Leerpad.order;
  const { canonical } = Leerpad.progress;
  const [VERSION, MANY, MUCH, A_YEAR] = [1, 10_000, 1_000_000, 31_536_000];
  const KEY = /^[0-9a-f]{8}$/;
  const TIE = 1e-9; // a bound in fractions may fall a hair short of itself
  const ROUNDED = 0.05;
  const ENOUGH = 5; // two people may well give a few answers alike, in as many seconds

  /** @typedef {(value: unknown) => boolean} Rule */

  /** An object with exactly these parts. @param {Record<string, Rule>} shape @returns {Rule} */
  const exactly = (shape) => (value) =>
    isObject(value) &&
    Object.keys(value).length === Object.keys(shape).length &&
    Object.entries(shape).every(([name, holds]) => Object.hasOwn(value, name) && holds(value[name]));

  /** @param {number} most @param {Rule} holds @returns {Rule} */
  const listTo = (most, holds) => (value) => Array.isArray(value) && value.length <= most && value.every(holds);

  /** @param {unknown} wanted @returns {Rule} */
  const is = (wanted) => (value) => value === wanted;
  /** @param {number} most @returns {Rule} */
  const isNumberTo = (most) => (value) => typeof value === "number" && value >= 0 && value <= most;
  /** @type {Rule} */
  const isKey = (value) => typeof value === "string" && KEY.test(value);
  const areKeys = listTo(limits.items, isKey);
  /** @type {Rule} */
  const isChosen = (value) =>
    value === null ||
    isFlag(value) ||
    isKey(value) ||
    areKeys(value) ||
    (isObject(value) && Object.keys(value).length <= limits.items && Object.entries(value).every((pair) => pair.every(isKey)));

  const head = {
    format: is("leerpad-result"),
    version: is(VERSION),
    course: exactly({ id: isId, title: isTextTo(500), edition: isTextTo(64) }),
    made: (/** @type {unknown} */ value) => value !== "" && isDay(value),
  };
  const isScore = exactly({
    question: isId,
    revision: isTextTo(64),
    value: isChosen,
    points: isNumberTo(MUCH),
    max: isNumberTo(MUCH),
    seconds: orNull(isWholeTo(A_YEAR)),
  });
  /** @type {Rule} */
  const isAnswer = (value) => isScore(value) && isObject(value) && Number(value.max) > 0 && Number(value.points) <= Number(value.max);
  const isAttempt = exactly({ practice: isFlag, seconds: orNull(isWholeTo(A_YEAR)), answers: listTo(limits.items, isAnswer) });
  const isAnswers = exactly({
    ...head,
    kind: is("answers"),
    quizzes: listTo(MANY, exactly({ quiz: isId, attempts: listTo(MANY, isAttempt) })),
  });
  const isScan = exactly({
    ...head,
    kind: is("scan"),
    scan: isId,
    serial: (value) => typeof value === "string" && /^[0-9a-f]{16}$/.test(value),
    dimensions: listTo(limits.items, exactly({ dimension: isId, percent: (value) => value === null || isNumberTo(100)(value) })),
  });

  /** @param {string} text @param {TeamData} data @returns {TeamFile | string} */
  function read(text, data) {
    let value;
    try {
      value = JSON.parse(text);
    } catch {
      return "no_json";
    }
    if (!isObject(value)) return "other_file";
    if (value.format !== "leerpad-result") return isObject(value.lessons) && "quizzes" in value ? "copy" : "other_file";
    if (Number.isInteger(value.version) && Number(value.version) > VERSION) return "newer";
    if (value.kind === "statement") return "statement";
    if (!isScan(value) && !isAnswers(value)) return "damaged";
    const file = /** @type {any} */ (value);
    if (file.course.id !== Leerpad.course.id) return "other_course";
    return file.kind === "scan" ? ofScan(file, data) : ofAnswers(file.quizzes, data);
  }

  /** @param {ScanDocument} file @param {TeamData} data @returns {TeamFile | string} */
  function ofScan({ scan: id, serial, dimensions }, data) {
    const scan = data.scans.find((one) => one.id === id);
    if (scan === undefined) return "other_scan";
    const found = dimensions.filter(({ dimension, percent }) => percent !== null && scan.dimensions.some((one) => one.id === dimension));
    if (found.length === 0) return "no_dimension";
    const values = found.map(({ dimension, percent }) => [dimension, band(scan, Number(percent))]);
    return {
      name: fingerprint(canonical([serial, dimensions])),
      serial,
      pile: id,
      values: Object.fromEntries(values),
      attempts: new Set(),
      answers: 0,
    };
  }

  /** A percentage in a file is rounded, to one figure after the point. @param {TeamScan} scan @param {number} percent */
  function band({ bands }, percent) {
    return Math.max(
      0,
      bands.findLastIndex(({ from_percent: from }) => percent >= from - ROUNDED - TIE),
    );
  }

  /**
   * Of each quiz the first whole attempt counts: after that one knows the answers. What was asked in another form doesn't.
   * @param {{ quiz: string, attempts: { practice: boolean, answers: (Points & { question: string, revision: string })[] }[] }[]} quizzes
   * @param {TeamData} data @returns {TeamFile | string}
   */
  function ofAnswers(quizzes, data) {
    const known = new Set(data.questions.map(({ quiz, id, revision }) => `${quiz} ${id} ${revision}`));
    /** @type {Record<string, number>} */
    const values = {};
    for (const { quiz, attempts } of quizzes) {
      for (const { question, revision, points, max } of attempts.find(({ practice }) => !practice)?.answers ?? []) {
        if (known.has(`${quiz} ${question} ${revision}`)) values[`${quiz} ${question}`] ??= points === max ? 1 : 0;
      }
    }
    if (Object.keys(values).length === 0) return "no_question";
    const told = quizzes.flatMap(({ quiz, attempts }) => attempts.map((attempt) => fingerprint(canonical([quiz, attempt]))));
    const answers = quizzes.flatMap(({ attempts }) => attempts).reduce((sum, attempt) => sum + attempt.answers.length, 0);
    const name = fingerprint(canonical(quizzes));
    return { name, serial: name, pile: "", values, attempts: new Set(told), answers };
  }

  /**
   * Files that tell all that another tells, and more, are of the same person, who gave one later.
   * @param {TeamFile} whole @param {TeamFile} part
   */
  const holds = (whole, part) => part.answers >= ENOUGH && [...part.attempts].every((attempt) => whole.attempts.has(attempt));

  Leerpad.teamFiles = {
    read,

    add(files, file, isShown) {
      if (files.some(({ serial, pile }) => serial === file.serial && pile === file.pile)) return "double";
      if (files.some((one) => holds(one, file))) return "older";
      const earlier = files.filter((one) => holds(file, one));
      if (earlier.some(isShown)) return "shown";
      for (const one of earlier) files.splice(files.indexOf(one), 1);
      files.push(file);
      return null;
    },
  };
})();
