/*
 * One answer in the words of SCORM 1.2, SCORM 2004 or xAPI, and a score. Pure.
 *
 * In SCORM 1.2 a choice is one letter, by its place in the author's order; elsewhere it has a name. A reflection is never
 * told: its text belongs to the learner.
 */
/// <reference path="../../../client/namespace.js" />
/// <reference path="../../../questions/shared/readings.js" />
(function () {
  "use strict";
  const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  const [LONG_OLD, LONG_NEW, LONG_TEXT, MOST] = [255, 4000, 250, 36];

  /** How each standard writes what an answer is made of. @typedef {typeof OLD} Form */
  const OLD = {
    isOld: true,
    join: ",",
    pair: ".",
    longest: LONG_OLD,
    most: 64,
    wrong: "wrong",
    /** @param {string[]} keys @param {string} key */
    name: (keys, key) => LETTERS[keys.indexOf(key)] ?? "",
    /** @param {boolean} value @returns {string} */
    truth: (value) => (value ? "t" : "f"),
  };
  /** @type {Form} */
  const NEW = {
    ...OLD,
    isOld: false,
    join: "[,]",
    pair: "[.]",
    longest: LONG_NEW,
    most: MOST,
    wrong: "incorrect",
    name: (_, key) => `k${key}`,
    truth: String,
  };

  /** What fits of a text in letters that every system takes. @param {unknown} text */
  const ascii = (text) =>
    String(text)
      .normalize("NFKD")
      .replace(/[^\x20-\x7e]/g, "")
      .slice(0, LONG_OLD);

  /** As many parts as fit, each whole. @param {string[]} parts @param {Form} form */
  function joined(parts, { join, longest, most }) {
    let text = "";
    for (const part of parts.slice(0, most)) {
      const longer = text === "" ? part : text + join + part;
      if (longer.length > longest) break;
      text = longer;
    }
    return text;
  }

  /** @param {unknown} value @returns {string[]} */
  const list = (value) => (Array.isArray(value) ? value.map(String) : value === null || value === undefined ? [] : [String(value)]);
  const keysOf = (/** @type {[string, string][]} */ entries) => entries.map(([key]) => key);

  /** @template {TellableQuestion} Asked @typedef {(question: Asked, value: any, form: Form) => ToldAnswer} Teller */

  /** @type {Teller<ToldChoice>} */
  function choice({ options, correct }, value, form) {
    const keys = keysOf(options);
    const named = (/** @type {unknown} */ chosen) => {
      const known = list(chosen).filter((key) => keys.includes(key));
      return joined(
        known.sort((one, other) => keys.indexOf(one) - keys.indexOf(other)).map((key) => form.name(keys, key)),
        form,
      );
    };
    if (form.isOld && keys.length > LETTERS.length) return { type: "fill-in", response: "", pattern: null };
    return { type: "choice", response: named(value), pattern: named(correct) };
  }

  /** @type {Teller<ToldOrder>} */
  function order({ options, correct }, value, form) {
    const keys = keysOf(options);
    const named = (/** @type {unknown} */ items) =>
      joined(
        list(items)
          .filter((key) => keys.includes(key))
          .map((key) => form.name(keys, key)),
        form,
      );
    return { type: "sequencing", response: named(value), pattern: named(correct) };
  }

  /** @type {Teller<ToldMatch>} */
  function match({ rows, options, correct }, value, form) {
    const [lefts, rights] = [keysOf(rows), keysOf(options)];
    /** @param {any} map */
    const named = (map) => {
      const known = lefts.filter((row) => rights.includes(map?.[row]));
      const pairs = known.map((row) => [form.name(lefts, row), form.name(rights, map[row])]);
      return joined(
        pairs.filter(([row, option]) => row && option).map((pair) => pair.join(form.pair)),
        form,
      );
    };
    return { type: "matching", response: named(value), pattern: named(correct) };
  }

  /** A number, of what can be meant the one that was right; what can't be read as one is told as a text. @type {Teller<ToldNumber>} */
  function number({ low, high, unit }, value, { isOld }) {
    const numbers = Leerpad.readings(value, unit);
    const read = numbers.find((one) => one >= low && one <= high) ?? numbers[0];
    const typed = String(value ?? "").trim();
    if (read === undefined || String(read).includes("e"))
      return { type: "fill-in", response: isOld ? ascii(typed) : typed.slice(0, LONG_TEXT), pattern: null };
    return { type: "numeric", response: String(read), pattern: isOld ? (low === high ? String(low) : null) : `${low}[:]${high}` };
  }

  /** @type {Teller<ToldGaps>} */
  function gaps({ rows, correct }, value, { isOld }) {
    const names = keysOf(rows);
    const texts = (/** @type {any} */ map) => names.map((name) => String(map?.[name] ?? ""));
    if (isOld) return { type: "fill-in", response: ascii(texts(value).join(" | ")), pattern: ascii(texts(correct).join(" | ")) };
    const cut = (/** @type {any} */ map) =>
      texts(map)
        .slice(0, 10)
        .map((text) => text.slice(0, LONG_TEXT))
        .join("[,]");
    return { type: "fill-in", response: value === null ? "" : cut(value), pattern: `{case_matters=false}${cut(correct)}` };
  }

  /** The name of a step of a conversation, in letters that every system takes. @param {string} name */
  const step = (name) => name.replaceAll("-", "_");

  /** The way that was taken through a conversation. @type {Teller<ToldTalk>} */
  function talk({ start, steps }, value, form) {
    let at = start;
    const way = list(value).map((key) => {
      const [from, choices] = [at, steps[at] ?? []];
      const letter = LETTERS[choices.findIndex(([one]) => one === key)] ?? "";
      at = choices.find(([one]) => one === key)?.[1] ?? "";
      return form.isOld ? letter : `${step(from)}[.]k${key}`;
    });
    return { type: "performance", response: joined(way.filter(Boolean), form), pattern: null };
  }

  /** @type {Teller<ToldTruth>} */
  function truth({ correct }, value, form) {
    return { type: "true-false", response: value === null ? "" : form.truth(value), pattern: form.truth(correct) };
  }

  /** By the form of a question: see ../facts.py. @type {Record<string, Teller<any>>} */
  const TELLERS = {
    choice,
    truth,
    order,
    match,
    number,
    gaps,
    talk,
  };

  /** Full points, none, or the part that was earned. @param {Points} points @param {string} wrong */
  const resultOf = ({ points, max }, wrong) =>
    points >= max ? "correct" : points === 0 ? wrong : String(Math.round((points / max) * 100) / 100);

  const two = (/** @type {number} */ value) => String(value).padStart(2, "0");

  /** @param {number} at @param {boolean} isOld @returns {[string, string]} */
  function moment(at, isOld) {
    const day = new Date(at);
    if (isOld) return ["time", [day.getHours(), day.getMinutes(), day.getSeconds()].map(two).join(":")];
    return ["timestamp", `${day.toISOString().slice(0, 22)}Z`]; // a zone only after a fraction, of two digits
  }

  /** What is told of an answer, by element in the order in which to set it; nothing if it isn't told. @param {TellingAnswer} answer @param {boolean} isOld @returns {[string, string][]} */
  function scorm({ quiz, question, value, points, at }, isOld) {
    const form = isOld ? OLD : NEW;
    const told = TELLERS[question.form]?.(question, value, form);
    if (!told) return [];
    /** @type {[string, string][]} */
    const all = [
      ["id", `${quiz}_${question.id}`.replaceAll("-", "_").slice(0, LONG_TEXT)],
      ["type", told.type],
      moment(at, isOld),
      ["weighting", String(points.max)],
    ];
    if (told.pattern) all.push(["correct_responses.0.pattern", told.pattern]);
    if (told.response !== "") all.push([isOld ? "student_response" : "learner_response", told.response]);
    all.push(["result", resultOf(points, form.wrong)]);
    if (!isOld) all.push(["description", question.prompt.slice(0, LONG_TEXT)]);
    return all;
  }

  Leerpad.scaledScore = (share) => Math.floor(share * 1e4 + 1e-6) / 1e4;

  Leerpad.answers = { scorm, step, tell: (answer) => TELLERS[answer.question.form]?.(answer.question, answer.value, NEW) ?? null };
})();
