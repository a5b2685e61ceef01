/*
 * A session by SCORM 1.2 or 2004: the words of both, and one way to use them.
 *
 * What real players taught: `exit` goes along with every commit, or nothing is kept if the page is taken away; `failed` is
 * never said, for after it some let nobody go on; and what is said once isn't said again, for each call may cost a round trip.
 * What a commit that failed held, some take for kept, and don't try again as long as it stays the same: so something else is
 * said first. And what a system need not know (the bounds of a score, answers) it may refuse: that is no reason to try for ever.
 */
/// <reference path="../../../client/namespace.js" />
/// <reference path="answers.js" />
/// <reference path="untracked.js" />
(function () {
  "use strict";
  const FAR = 20; // windows above each other
  /** What a system need not know. */
  const SPARE = /score\.(min|max)$|progress_measure$|location$/;
  /** What holds where nothing was said, and what we never say. */
  const NOTHING = ["", "failed", "unknown", "not attempted", "browsed"];
  const DOUBTS = 3; // answers refused before one was taken: then a system knows none

  /** @typedef {typeof OLD} Words */
  const OLD = {
    api: "API",
    begin: "LMSInitialize",
    end: "LMSFinish",
    get: "LMSGetValue",
    set: "LMSSetValue",
    commit: "LMSCommit",
    error: "LMSGetLastError",
    status: "cmi.core.lesson_status",
    data: "cmi.suspend_data",
    place: "cmi.core.lesson_location",
    learner: "cmi.core.student_id",
    mode: "cmi.core.lesson_mode",
    score: "cmi.core.score",
    time: "cmi.core.session_time",
    exit: "cmi.core.exit",
    room: 4096,
    longestPlace: 255,
    /** What a session finds of an earlier one. */
    lasting: ["cmi.suspend_data", "cmi.core.lesson_location", "cmi.core.lesson_status", "cmi.core.score.raw"],
    /**
     * What is said of an element for a moment, so that what it should be is news: the first that differs from that. Numbers
     * differ as numbers, for so they are compared. @type {Record<string, string[]>}
     */
    other: {
      suspend_data: [""],
      lesson_location: [""],
      lesson_status: ["incomplete", "browsed"],
      exit: [""],
      raw: ["0", "1"],
      min: ["1"],
      max: ["99"],
      id: ["_", "__"],
      type: ["performance", "fill-in"],
      time: ["00:00:00", "00:00:01"],
      weighting: ["0"],
      pattern: ["-", "+"],
      student_response: ["-", "+"],
      result: ["neutral"],
    },
    isOld: true,
  };
  /** @type {Words} */
  const NEW = {
    api: "API_1484_11",
    begin: "Initialize",
    end: "Terminate",
    get: "GetValue",
    set: "SetValue",
    commit: "Commit",
    error: "GetLastError",
    status: "cmi.completion_status",
    data: "cmi.suspend_data",
    place: "cmi.location",
    learner: "cmi.learner_id",
    mode: "cmi.mode",
    score: "cmi.score",
    time: "cmi.session_time",
    exit: "cmi.exit",
    room: 64_000,
    longestPlace: 1000,
    lasting: ["cmi.suspend_data", "cmi.location", "cmi.completion_status", "cmi.success_status", "cmi.score.raw", "cmi.score.scaled"],
    // No more: no system is known that forgets by SCORM 2004, and strict ones may refuse to change an answer.
    other: { suspend_data: [""], completion_status: ["incomplete"], success_status: ["unknown"], raw: ["0"], scaled: ["0"] },
    isOld: false,
  };

  /** The object that a learning system holds ready in a window above this one, or in the one that opened it. @param {string} name */
  function find(name) {
    /** @param {Window | null | undefined} from */
    const above = (from) => {
      for (let at = from, far = 0; at && far < FAR; far += 1) {
        const found = /** @type {Record<string, any>} */ (/** @type {unknown} */ (at))[name];
        if (found) return found;
        at = at === at.parent ? null : at.parent;
      }
      return null;
    };
    for (const from of [() => window.parent, () => window.opener, () => window.top?.opener]) {
      try {
        const found = above(from());
        if (found) return found;
      } catch {
        // A window of another address.
      }
    }
    return null;
  }

  const two = (/** @type {number} */ value) => String(value).padStart(2, "0");
  const seconds = (/** @type {number} */ ms) => (Math.floor(ms / 10) % 6000) / 100;

  /** @param {number} ms @param {Words} words */
  function span(ms, { isOld }) {
    const [hours, minutes] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60];
    if (!isOld) return `PT${hours}H${minutes}M${seconds(ms).toFixed(2)}S`;
    return `${String(Math.min(hours, 9999)).padStart(4, "0")}:${two(minutes)}:${seconds(ms).toFixed(2).padStart(5, "0")}`;
  }

  /** Some systems say 1 for true. @param {string} answer */
  const isTrue = (answer) => answer === "true" || answer === "1";

  /** The object with its mistakes caught. @param {Record<string, any>} api @param {Words} words */
  function caller(api, words) {
    /** @param {"begin" | "end" | "get" | "set" | "commit" | "error"} verb @param {string[]} said */
    return (verb, ...said) => {
      try {
        return String(api[words[verb]](...said) ?? "");
      } catch (error) {
        console.warn(`Leerpad: ${words[verb]} failed`, error);
        return "false";
      }
    };
  }

  /** @param {number} scaled */
  const percent = (scaled) => String(Math.round(scaled * 1e4) / 100);

  /** What is known of the learner there: the status, and the best score so far. @typedef {{ status: string, raw: number }} Before */

  /**
   * What there is to set, in order. A score never falls, and who passed is never less.
   * @param {Telling} telling @param {Words} words @param {string} done @param {Before} before @returns {[string, string][]}
   */
  function values({ text, place, result }, words, done, before) {
    const { share, isDone, byTest, measure } = result;
    /** @type {[string, string][]} */
    const told = text === null ? [] : [[words.data, text]];
    if (place !== "") told.push([words.place, place.slice(0, words.longestPlace)]); // an empty one SCORM 2004 refuses
    const scaled = share === null ? null : Leerpad.scaledScore(share);
    if (scaled !== null && Number(percent(scaled)) >= before.raw) {
      told.push([`${words.score}.min`, "0"], [`${words.score}.max`, "100"], [`${words.score}.raw`, percent(scaled)]);
      if (!words.isOld) told.push([`${words.score}.scaled`, String(scaled)]);
    }
    if (!words.isOld) told.push(["cmi.progress_measure", measure.toFixed(4)]);
    if (isDone && !words.isOld && byTest) told.push(["cmi.success_status", "passed"]);
    const status = !isDone ? "incomplete" : words.isOld && byTest ? done : "completed";
    if (!["passed", isDone ? status : "completed"].includes(before.status)) told.push([words.status, status]);
    return told;
  }

  /** @param {PackageFacts} facts @returns {LeerpadSession} */
  function begin(facts) {
    const words = facts.kind === "scorm12" ? OLD : NEW;
    const api = find(words.api);
    if (!api) return Leerpad.untracked("untracked");
    const call = caller(api, words);
    const get = (/** @type {string} */ element) => call("get", element);
    if (!isTrue(call("begin", "")) && !(get(words.status) && call("error") === "0")) return Leerpad.untracked("untracked");
    const counts = !["browse", "review"].includes(get(words.mode));
    /** @type {Before} */
    const before = { status: get(words.status), raw: Number(get(`${words.score}.raw`)) || 0 };
    let isDone = false;
    /** What was said and taken. @type {Map<string, string>} */
    let sent = new Map();
    /** What a commit kept of it, and before it what earlier sessions left. @type {Map<string, string>} */
    let kept = new Map();
    for (const element of words.lasting) if (!NOTHING.includes(get(element))) kept.set(element, get(element));
    /** After a commit that failed: what to say first. @type {[element: string, value: string][]} */
    let first = [];
    /** What this system doesn't know. @type {Set<string>} */
    const refused = new Set();
    /** Answers that no commit kept yet. @typedef {{ told: [element: string, value: string][], number: number | null, answer: TellingAnswer }} Answer */
    /** @type {Answer[]} */
    let answers = [];
    let count = Number(get("cmi.interactions._count")) || 0;
    /** Answers that were refused; none once one was taken. */
    let doubts = 0;

    /** @param {string} element @param {string} value */
    function set(element, value) {
      if (sent.get(element) === value) return true;
      const isTaken = isTrue(call("set", element, value));
      if (isTaken) sent.set(element, value);
      else console.warn(`Leerpad: ${element} was refused`, call("error"));
      return isTaken;
    }

    /**
     * An answer gets its number when it is taken, and keeps it: a list has no gaps, and counts none twice.
     * @param {Answer} answer @returns {boolean} whether it was taken
     */
    function setAnswer(answer) {
      if (doubts >= DOUBTS) return false;
      const number = answer.number ?? count;
      const [[, id], ...rest] = answer.told;
      if (!set(`cmi.interactions.${number}.id`, id)) {
        doubts += 1;
        return false;
      }
      answer.number = number;
      count = Math.max(count, number + 1);
      doubts = -Infinity;
      for (const [name, value] of rest) {
        const element = `cmi.interactions.${number}.${name}`;
        if (!refused.has(element) && !set(element, value)) refused.add(element);
      }
      return true;
    }

    /** Gives those for another time. If all else is taken, it isn't the moment: what is refused then is told no more. @param {boolean} isWell */
    function setAnswers(isWell) {
      const before = doubts;
      const left = answers.filter((answer) => !setAnswer(answer));
      if (isWell) answers = answers.filter((answer) => !left.includes(answer));
      else doubts = Math.min(doubts, before);
      return isWell ? [] : left;
    }

    /** @param {TellingAnswer} answer */
    function take(answer) {
      const told = Leerpad.answers.scorm(answer, words.isOld);
      if (told.length) answers.push({ told, number: null, answer });
    }

    /** @param {Telling} telling @returns {boolean} whether all that must be known was taken */
    function tell(telling) {
      isDone ||= telling.result.isDone;
      const told = values({ ...telling, result: { ...telling.result, isDone } }, words, facts.done_status, before);
      before.raw = Math.max(before.raw, ...told.filter(([element]) => element === `${words.score}.raw`).map(([, raw]) => Number(raw)));
      told.push([words.time, span(telling.spent, words)], [words.exit, "suspend"]);
      const missing = told.filter(([element, value]) => !refused.has(element) && !set(element, value)).map(([element]) => element);
      const isTaken = missing.every((element) => SPARE.test(element));
      if (isTaken) for (const element of missing) refused.add(element); // else it may be the moment that is wrong
      return isTaken;
    }

    function commit() {
      if (!isTrue(call("commit", ""))) return false;
      kept = new Map([...kept, ...sent]);
      return true;
    }

    /** Whether all that is to be kept can be news again. */
    function takeBack() {
      if (first.length === 0) return true;
      for (const said of first) set(...said);
      if (!commit()) return false;
      sent = new Map(kept);
      first = [];
      return true;
    }

    /** @param {string} element @param {string} value @returns {[element: string, value: string]} */
    function other(element, value) {
      const others = words.other[element.slice(element.lastIndexOf(".") + 1)] ?? [];
      return [element, kept.get(element) ?? others.find((one) => one !== value) ?? value];
    }

    return {
      learner: get(words.learner),
      text: get(words.data),
      place: get(words.place),
      room: words.room,
      counts,
      problem: counts ? "" : "review",
      owed: () => answers.map(({ answer }) => answer),
      keep(telling) {
        telling.answers.forEach(take);
        if (!takeBack()) return false;
        const isTaken = tell(telling);
        const left = setAnswers(isTaken);
        const isKept = commit();
        if (isKept) answers = left;
        else first = [...sent].map((said) => other(...said));
        return isKept && isTaken;
      },
      end(telling) {
        telling.answers.forEach(take);
        const isWell = takeBack();
        if (counts) setAnswers(tell(telling));
        if (isTrue(call("end", "")) && isWell) answers = []; // of a page that goes, a system may say so before it knows
        return "";
      },
    };
  }

  Leerpad.connect = (facts) => Promise.resolve(begin(facts));
})();
