/*
 * A session by SCORM 1.2 or 2004: the words of both, and one way to use them.
 *
 * What real players taught: `exit` goes along with every commit, or nothing is kept if the page is taken away; `failed` is
 * never said, for after it some let nobody go on; and what is said once isn't said again, for each call may cost a round trip.
 * What a commit that failed held, some take for kept, and don't try again as long as it stays the same: so it is taken back first.
 */
/// <reference path="../../../client/namespace.js" />
/// <reference path="answers.js" />
/// <reference path="untracked.js" />
(function () {
  "use strict";
  const FAR = 20; // windows above each other

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
    /** What holds of an element as long as nothing was said of it. @type {Record<string, string>} */
    unsaid: { "cmi.core.score.raw": "0" },
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
    unsaid: { "cmi.success_status": "unknown", "cmi.score.raw": "0", "cmi.score.scaled": "0" },
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

  /** The object with its mistakes caught. @param {Record<string, any>} api @param {Words} words */
  function caller(api, words) {
    /** @param {"begin" | "end" | "get" | "set" | "commit" | "error"} verb @param {string[]} said */
    return (verb, ...said) => {
      try {
        return String(api[words[verb]](...said));
      } catch (error) {
        console.warn(`Leerpad: ${words[verb]} failed`, error);
        return "false";
      }
    };
  }

  /** @param {number} share */
  const percent = (share) => String(Math.floor(share * 1e4 + 1e-6) / 100);

  /** What there is to set, in order. @param {Telling} telling @param {Words} words @param {string} done @param {{ isDone: boolean, raw: number }} before @returns {[string, string][]} */
  function values({ text, place, result }, words, done, before) {
    const { share, isDone, byTest, measure } = result;
    /** @type {[string, string][]} */
    const told = text === null ? [] : [[words.data, text]];
    if (place !== "") told.push([words.place, place.slice(0, words.longestPlace)]); // an empty one SCORM 2004 refuses
    if (share !== null && Number(percent(share)) >= before.raw) {
      told.push([`${words.score}.min`, "0"], [`${words.score}.max`, "100"], [`${words.score}.raw`, percent(share)]);
      if (!words.isOld) told.push([`${words.score}.scaled`, String(Math.floor(share * 1e4 + 1e-6) / 1e4)]);
    }
    if (!words.isOld) told.push(["cmi.progress_measure", measure.toFixed(4)]);
    if (isDone && !words.isOld && byTest) told.push(["cmi.success_status", "passed"]);
    if (isDone && !before.isDone) told.push([words.status, words.isOld && byTest ? done : "completed"]);
    return told;
  }

  /** @param {PackageFacts} facts @returns {LeerpadSession} */
  function begin(facts) {
    const words = facts.kind === "scorm12" ? OLD : NEW;
    const api = find(words.api);
    if (!api) return Leerpad.untracked("untracked");
    const call = caller(api, words);
    const get = (/** @type {string} */ element) => call("get", element);
    if (call("begin", "") !== "true" && !(get(words.status) && call("error") === "0")) return Leerpad.untracked("untracked");
    /** What was said and taken. @type {Map<string, string>} */
    let sent = new Map();
    /** What a commit kept of it. @type {Map<string, string>} */
    let kept = new Map(Object.entries(words.unsaid));
    let isCommitted = true;
    const counts = !["browse", "review"].includes(get(words.mode));
    const status = get(words.status);
    const before = { isDone: ["passed", "completed"].includes(status), raw: Number(get(`${words.score}.raw`)) || 0 };
    let count = Number(get("cmi.interactions._count")) || 0;

    /** @param {string} element @param {string} value */
    function set(element, value) {
      if (sent.get(element) === value) return true;
      const isTaken = call("set", element, value) === "true";
      if (isTaken) sent.set(element, value);
      else console.warn(`Leerpad: ${element} was refused`, call("error"));
      return isTaken;
    }

    /** @param {Telling} telling */
    function tell(telling) {
      const all = values(telling, words, facts.done_status, before).map(([element, value]) => set(element, value));
      for (const answer of telling.answers) {
        const told = Leerpad.answers.scorm(answer, words.isOld);
        for (const [element, value] of told) all.push(set(`cmi.interactions.${count}.${element}`, value));
        count += told.length > 0 ? 1 : 0;
      }
      all.push(set(words.time, span(telling.spent, words)), set(words.exit, "suspend"));
      return all.every(Boolean);
    }

    function commit() {
      isCommitted = call("commit", "") === "true";
      if (isCommitted) kept = new Map([...kept, ...sent]);
      return isCommitted;
    }

    /** After a commit that failed: say once more what was kept before it, so that all the rest is news again. */
    function takeBack() {
      for (const element of sent.keys()) if (kept.has(element)) set(element, kept.get(element) ?? "");
      if (commit()) sent = new Map(kept);
      return isCommitted;
    }

    if (counts && !before.isDone) set(words.status, "incomplete");
    return {
      learner: get(words.learner),
      text: get(words.data),
      place: get(words.place),
      room: words.room,
      counts,
      problem: counts ? "" : "review",
      keep(telling) {
        if (!isCommitted && !takeBack()) return false;
        const isTaken = tell(telling);
        return commit() && isTaken;
      },
      end(telling) {
        if (!isCommitted) takeBack();
        if (counts) tell(telling);
        call("end", "");
        return "";
      },
    };
  }

  Leerpad.connect = (facts) => Promise.resolve(begin(facts));
})();
