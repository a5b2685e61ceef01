/*
 * Where the texts of a course in a package are kept: on this device, under a name that belongs to one learner, or in memory.
 *
 * A page of the course finds this in the place of the browser's storage (client/backend.js), and so does the shell itself:
 * that is why it comes before the store. Notes, predictions, scans, the plan, reviews, the name and settings are never told to a learning system.
 * They stand apart, so that a new attempt there begins anew and keeps them.
 */
/// <reference path="../../../client/backend.js" />
/// <reference path="../../../client/merge.js" />
/// <reference path="../../../client/written.js" />
/// <reference path="../../../client/order.js" />
/// <reference path="answers.js" />
/// <reference path="letters.js" />
(function () {
  "use strict";
  const { course, progress: documents } = Leerpad;
  const KEY = `leerpad:${course.id}`;
  const MARK = /^[\w-]{4}$/;
  const isBlocked = Leerpad.backends.isBlocked(); // asked here: the store puts memory in the place of what is blocked
  const UNTOLD = "untold"; // under this name stands the mark of an attempt of which the learning system has nothing yet
  const OWED = "unsaid"; // and under this one, answers that it doesn't have yet
  /** @type {Map<string, string>} */
  const memory = new Map();
  /** Where what is private stands, and what a learning system has too; null if in memory only. @type {{ own: string | null, tracked: string | null }} */
  const places = { own: null, tracked: null };
  /** How the names of all attempts begin. */
  let attempts = "";
  /** Where the mark stands until the learning system has something of this attempt. */
  let untold = "";
  /** Whether what was written last stands on the device. */
  let isLasting = false;
  /** Of the shell, and of the page that it shows now. @type {(() => void)[]} */
  const heard = [];
  /** What was read last, by which texts. */
  let known = { own: "", tracked: "", text: "" };

  /** @param {string | null} place */
  const stored = (place) => (place === null ? "" : (window.localStorage.getItem(place) ?? ""));

  /** @param {string} text @returns {Progress} */
  const parsed = (text) => documents.read(text, course.id).progress;

  /** What stands at a place. What can't be read whole is put aside first, for it is written over. @param {string} place @param {string} own @param {number} copy */
  function found(place, own, copy) {
    const text = stored(place);
    const { progress, damage } = documents.read(text, course.id);
    if (text !== "" && damage !== null) keepAside(text, own, copy);
    return progress;
  }

  /** In memory the course finds it, and who wipes all takes away both. @param {string} text @param {string | null} own @param {number} copy */
  function keepAside(text, own, copy) {
    memory.set(`${KEY}:kopie-${copy}`, text);
    if (own !== null) window.localStorage.setItem(`${own}:kopie-${copy}`, text);
  }

  /** @param {string} name */
  function remove(name) {
    memory.delete(name);
    if (places.own !== null) window.localStorage.removeItem(name.replace(KEY, places.own));
  }

  /** What is private, and the rest. @param {Progress} whole @returns {[Progress, Progress]} */
  function parted(whole) {
    const { wiped = 0 } = whole;
    const { lessons, quizzes, opened, ...own } = { ...whole, wiped };
    const none = documents.empty(course.id);
    return [
      { ...none, ...own },
      { ...none, lessons, quizzes, opened, wiped },
    ];
  }

  /** What is private of one document with what isn't of another. Who wiped all, wiped that too. @param {Progress} own @param {Progress} tracked @returns {Progress} */
  function joined(own, tracked) {
    const [mine, theirs] = [own.wiped ?? 0, tracked.wiped ?? 0];
    const kept = mine < theirs ? documents.empty(course.id) : own;
    const { lessons, quizzes, opened } = tracked;
    return { ...kept, lessons, quizzes, opened, wiped: Math.max(mine, theirs) };
  }

  /** What isn't private stands in memory where none of it is kept: of who looks back. */
  const storedTracked = () => (places.tracked === null ? (memory.get(KEY) ?? "") : stored(places.tracked));

  function readWhole() {
    if (places.own === null) return memory.get(KEY) ?? null;
    const [own, tracked] = [stored(places.own), storedTracked()];
    if (own !== known.own || tracked !== known.tracked)
      known = { own, tracked, text: documents.write(joined(parsed(own), parsed(tracked))) };
    return known.text;
  }

  /** Where there is no room on the device, what can't be kept is still read as it is now: the learning system has to know. @param {string} text */
  function writeWhole(text) {
    memory.set(KEY, text);
    isLasting = false;
    if (places.own === null) return;
    const [own, tracked] = parted(parsed(text)).map(documents.write);
    try {
      window.localStorage.setItem(places.own, own);
      if (places.tracked !== null) window.localStorage.setItem(places.tracked, tracked);
      isLasting = true;
    } finally {
      known = { own: stored(places.own), tracked: storedTracked(), text };
    }
  }

  const tell = () => heard.forEach((hear) => void setTimeout(hear)); // not within a write, which isn't done yet

  /** @param {Progress} whole */
  function put(whole) {
    try {
      writeWhole(documents.write(whole));
    } catch {
      // Full: the next write will say so.
    }
    tell();
  }

  window.LeerpadHost = {
    read: (name) => (name === KEY ? readWhole() : (memory.get(name) ?? null)),
    write(name, text) {
      try {
        if (name === KEY && text !== null) writeWhole(text);
        else if (text === null) remove(name);
        else memory.set(name, text);
      } finally {
        tell();
      }
    },
    listen: (hear) => void (heard[Math.min(heard.length, 1)] = hear),
  };
  window.addEventListener("storage", ({ key }) => (key === null || key === places.own || key === places.tracked) && tell());

  /** A name for a learner that tells nobody who it is. @param {string} learner */
  const hashed = (learner) => [learner, `2${learner}`].map((text) => Leerpad.order.hash(text).toString(36)).join("");

  const newMark = () => Leerpad.letters.fixed(Leerpad.order.newSeed() % 64 ** 4, 4);

  /** Of an attempt of which the learning system has nothing: the one before, if it never had anything of that, or a new one. */
  function markOfUntold() {
    const before = stored(untold);
    const mark = MARK.test(before) ? before : newMark();
    try {
      window.localStorage.setItem(untold, mark);
    } catch {
      // Full: what this device can't keep won't be taken up again either.
    }
    return mark;
  }

  /** What was kept of earlier attempts, and is taken away with them. @param {string} before all names of attempts begin so @param {string} mark */
  function forgetOthers(before, mark) {
    for (const key of Object.keys(window.localStorage)) {
      const other = key.startsWith(before) ? key.slice(before.length) : mark;
      if (other !== mark && MARK.test(other)) window.localStorage.removeItem(key);
    }
  }

  Leerpad.shelf = {
    open({ learner, level, mark, theirs, lasting, live }) {
      const own = `${KEY}:${hashed(learner)}`;
      attempts = `${own}:${level && `${level}.`}`; // a package of one level leaves the work in others alone
      let [mine, before] = [documents.empty(course.id), theirs];
      let attempt = mark || newMark();
      if (lasting && learner !== "" && !isBlocked) {
        try {
          mine = found(own, own, 2);
          untold = attempts + UNTOLD;
          const lost = live ? stored(untold) : "";
          if (mark === "" && live) attempt = markOfUntold();
          const tracked = attempts + attempt;
          before = documents.merge(theirs, found(tracked, own, 3));
          if (MARK.test(lost) && lost !== attempt) before = documents.merge(before, found(attempts + lost, own, 4)); // another device was first
          Object.assign(places, { own, tracked: live ? tracked : null });
          if (live) forgetOthers(attempts, attempt);
        } catch {
          Object.assign(places, { own: null, tracked: null }); // blocked: the learning system has it
        }
      }
      put(joined(mine, before));
      return attempt;
    },
    join(mark, theirs) {
      const whole = parsed(readWhole() ?? "");
      if (places.tracked !== null) places.tracked = attempts + mark;
      put(documents.merge(whole, theirs));
    },
    lasts: () => isLasting,
    told() {
      try {
        if (untold !== "") window.localStorage.removeItem(untold);
      } catch {
        // Blocked: then nothing stood there.
      }
    },
    owe(answers) {
      if (places.tracked === null) return;
      try {
        if (answers.length) window.localStorage.setItem(attempts + OWED, JSON.stringify({ of: places.tracked, answers }));
        else window.localStorage.removeItem(attempts + OWED);
      } catch {
        // Full or blocked: only this session knows them.
      }
    },
    owed() {
      try {
        const { of, answers } = JSON.parse(stored(attempts + OWED));
        for (const answer of answers) Leerpad.answers.scorm(answer, false); // breaks off at what is none
        return of === places.tracked ? answers : [];
      } catch {
        return [];
      }
    },
    putAside(text) {
      try {
        keepAside(text, places.own, 1);
      } catch {
        // The learning system still has it: nothing is written over it.
      }
    },
  };
})();
