/*
 * What a learning system keeps of the progress document, as a short text, and back.
 *
 * The text is a document with fewer parts: reading it and merging it with the document that it was made of gives that
 * document. Its core (lessons, opened levels, of each test the scores that count) always fits, which the build has
 * counted (../room.py); answers follow as far as there is room. Notes, predictions, scans, the plan, reviews, name and settings are never in it.
 *
 *   L4 wiped  lessons: not-done: opened:  S score…  A attempt with answers…  sum
 *
 * The 4 is the number of letters of a name. Times of lessons are in seconds; those of attempts exact, for by them
 * attempts are told apart.
 */
/// <reference path="../../../client/order.js" />
/// <reference path="../../../client/path.js" />
/// <reference path="../../../client/merge.js" />
/// <reference path="letters.js" />
(function () {
  "use strict";
  const { path, course } = Leerpad;
  const { fixed, short, signed, decimal, answer, Cursor } = Leerpad.letters;
  const MARK = "L";
  const SUM = 4;
  const WIDEST = 6; // letters of a name: a hash has 32 bits
  const EPOCH = Date.UTC(2020, 0, 1); // what lies before it has no time
  const [PASSED, RETRY, FINISHED] = [1, 2, 4];
  const ID = /^(0|[1-9a-z][0-9a-z]*)-(0|[1-9a-z][0-9a-z]*)$/;
  const [FIRST, SECOND] = [64 ** 7, 64 ** 6];

  /** @typedef {{ quiz: string, id: string, attempt: Attempt, rank: number, latest: number, forms: string[] }} Wish */
  /** @typedef {Map<string, string | null>} Names ids by their short name; null where two have the same */

  /** The short name of an id. @param {string} id @param {number} width */
  const name = (id, width) => fixed(Leerpad.order.hash(id) % 64 ** width, width);

  /** @param {Iterable<string>} ids @param {number} width @returns {Names} */
  function names(ids, width) {
    /** @type {Names} */
    const found = new Map();
    for (const id of new Set(ids)) found.set(name(id, width), found.has(name(id, width)) ? null : id);
    return found;
  }

  const LESSONS = course.levels.flatMap(({ lessons }) => lessons);
  const TESTS = course.levels.map(({ quiz }) => quiz.id);

  /** @param {Record<string, string[]>} quizzes ids of questions by quiz @returns {string[][]} */
  const groups = (quizzes) => [
    LESSONS.flatMap(({ id, earlier = [] }) => [id, ...earlier]),
    course.levels.map(({ id }) => id),
    Object.keys(quizzes),
    ...Object.values(quizzes),
  ];

  /** The fewest letters with which no two ids have the same name. @param {Record<string, string[]>} quizzes */
  function widthOf(quizzes) {
    for (let width = 4; width < WIDEST; width += 1)
      if (groups(quizzes).every((ids) => ![...names(ids, width).values()].includes(null))) return width;
    return WIDEST;
  }

  // --- writing -------------------------------------------------------------------------------------------------------

  /** @param {number} time */
  const second = (time) => fixed(Math.floor((time - EPOCH) / 1000), 5);
  const round = (/** @type {number} */ value) => Math.round(value * 1e6) / 1e6; // as elements/quiz/attempt.js does

  /** The id of an attempt, null if it isn't one of ours. @param {string} id */
  function attemptId(id) {
    const [one, other] = (ID.exec(id) ?? []).slice(1).map((part) => parseInt(part, 36));
    return one < FIRST && other < SECOND ? fixed(one, 7) + fixed(other, 6) : null;
  }

  /** What is known of a lesson under all its ids. @param {Progress} progress @returns {[string, LessonRecord][]} */
  function lessons(progress) {
    return LESSONS.flatMap(({ id, earlier = [] }) => {
      const known = /** @type {[string, LessonRecord][]} */ (
        [id, ...earlier].flatMap((one) => (progress.lessons[one] ? [[one, progress.lessons[one]]] : []))
      );
      return known.sort(([, a], [, b]) => b.at - a.at).slice(0, 1);
    });
  }

  /** @param {Progress} progress @param {number} width */
  function head(progress, width) {
    /** @param {[string, { at: number }][]} entries */
    const list = (entries) => `${entries.map(([id, { at }]) => name(id, width) + second(at)).join("")}:`;
    const read = lessons(progress);
    const opened = course.levels.flatMap(({ id }) =>
      progress.opened[id] ? [/** @type {[string, { at: number }]} */ ([id, progress.opened[id]])] : [],
    );
    return (
      MARK +
      width +
      short(progress.wiped ?? 0) +
      list(read.filter(([, { done }]) => done)) +
      list(read.filter(([, { done }]) => !done)) +
      list(opened)
    );
  }

  /** @param {Attempt} attempt */
  const flags = ({ outcome, retry, finished }) =>
    String((outcome?.passed ? PASSED : 0) + (retry ? RETRY : 0) + (finished === null ? 0 : FINISHED));

  /** A result without its answers. @param {Attempt} attempt */
  function score({ finished, outcome, ...rest }) {
    const { points, max } = /** @type {Outcome} */ (outcome);
    return `${fixed(Number(finished), 7)}${flags({ finished, outcome, ...rest })}${decimal(round(points))},${decimal(round(max))},`;
  }

  /** An attempt with all its answers. @param {Attempt} attempt @param {number} width */
  function whole(attempt, width) {
    const { started, seed, questions, answers, finished, outcome } = attempt;
    let before = started;
    const asked = questions.map((id) => {
      const given = answers[id];
      if (!given) return `${name(id, width)}-`;
      const late = signed(given.at - before);
      before = given.at;
      return name(id, width) + (given.checked ? "C" : "A") + answer(given.revision) + late + answer(given.value);
    });
    const scores = questions.map((id) => {
      const scored = outcome?.questions[id];
      return scored ? `${decimal(scored.points)}${scored.points === scored.max ? "" : `;${decimal(scored.max)}`},` : ",";
    });
    const end = outcome ? `${fixed(Number(finished), 7)}${decimal(outcome.points)},${decimal(outcome.max)},${scores.join("")}` : "";
    return flags(attempt) + fixed(started, 7) + short(seed) + short(questions.length) + asked.join("") + end;
  }

  /** The results of a test that count: the newest, the best and the first with which it was passed. @param {Progress} progress @param {string} quiz */
  function counting(progress, quiz) {
    const all = path.finished(progress, quiz).filter(([id]) => attemptId(id));
    const best = [...all].sort(([, a], [, b]) => path.share(b.outcome) - path.share(a.outcome))[0];
    const first = all.findLast(([, { outcome }]) => outcome?.passed);
    return new Set([all[0], best, first].flatMap((entry) => (entry ? [entry[0]] : [])));
  }

  const [CORE, DRAFT, CHECK, CHECK_DRAFT, NEWEST, OLDER] = [0, 1, 2, 3, 4, 5];

  /** All attempts that may go along, what matters most first. @param {Progress} progress @param {Record<string, string[]>} quizzes @param {number} width */
  function wishes(progress, quizzes, width) {
    const found = Object.keys(quizzes).flatMap((quiz) => {
      const isTest = TESTS.includes(quiz);
      const core = isTest ? counting(progress, quiz) : new Set();
      const newest = path.finished(progress, quiz)[0]?.[0];
      const live = [...path.drafts(progress, quiz), ...path.handedIn(progress, quiz)];
      return live.flatMap(([id, attempt]) => {
        const [own, isDraft] = [attemptId(id), attempt.finished === null];
        if (own === null || Math.max(attempt.started, Number(attempt.finished)) >= FIRST) return [];
        const latest = Math.max(attempt.started, ...Object.values(attempt.answers).map(({ at }) => at));
        const rank = isDraft ? (isTest ? DRAFT : CHECK_DRAFT) : core.has(id) ? CORE : id === newest ? (isTest ? NEWEST : CHECK) : OLDER;
        const place = name(quiz, width) + own;
        const forms = [isDraft ? "" : `S${place}${score(attempt)}`, attempt.questions.length ? `A${place}${whole(attempt, width)}` : ""];
        return [/** @type {Wish} */ ({ quiz, id, attempt, rank, latest, forms })];
      });
    });
    return found.sort((a, b) => a.rank - b.rank || b.latest - a.latest);
  }

  /** With the sum of all its letters, by which a text that was cut off is known. @param {string} text */
  const sealed = (text) => text + name(text, SUM);

  /**
   * @param {Progress} progress
   * @param {Record<string, string[]>} quizzes the ids of the questions of every quiz
   * @param {number} room how many letters fit
   * @param {{ answers: boolean }} options whether answers go along
   * @returns {{ text: string | null, core: number }} no text if not even the core fits, which has so many letters
   */
  function pack(progress, quizzes, room, { answers }) {
    const width = widthOf(quizzes);
    const all = wishes(progress, quizzes, width);
    const kept = new Map(all.filter(({ rank }) => rank === CORE).map((wish) => [wish, wish.forms[0]]));
    const start = head(progress, width);
    const core = [start, ...kept.values()].join("").length + SUM;
    if (core > room) return { text: null, core };
    let length = core;
    /** @param {Wish} wish @param {string} form */
    const take = (wish, form) => {
      const more = form.length - (kept.get(wish)?.length ?? 0);
      if (form === "" || length + more > room) return;
      kept.set(wish, form);
      length += more;
    };
    for (const rank of [DRAFT, CHECK, CHECK_DRAFT]) {
      for (const wish of all) if (wish.rank === rank && (rank === CHECK || answers)) take(wish, wish.forms[rank === CHECK ? 0 : 1]);
    }
    const newest = (/** @type {Wish} */ { rank, quiz, id }) => rank === CORE && id === path.finished(progress, quiz)[0]?.[0];
    const whole = answers
      ? [...all.filter(newest), ...all.filter((wish) => !newest(wish) && wish.rank !== DRAFT && wish.rank !== CHECK_DRAFT)]
      : [];
    for (const wish of whole) take(wish, wish.forms[1]);
    for (const wish of all) if (!kept.has(wish)) take(wish, wish.forms[0]);
    return { text: sealed([start, ...kept.values()].join("")), core };
  }

  // --- reading -------------------------------------------------------------------------------------------------------

  /** @param {InstanceType<typeof Cursor>} cursor */
  const readId = (cursor) => `${cursor.fixed(7).toString(36)}-${cursor.fixed(6).toString(36)}`;

  /** @param {string} list @param {Names} known @param {number} width @returns {[string, number][]} */
  function readList(list, known, width) {
    const cursor = new Cursor(list);
    const found = [];
    while (!cursor.isDone) {
      const id = known.get(cursor.take(width));
      const seconds = cursor.fixed(5);
      if (id) found.push(/** @type {[string, number]} */ ([id, seconds ? EPOCH + seconds * 1000 : 0]));
    }
    return found;
  }

  /** @param {InstanceType<typeof Cursor>} cursor @returns {Attempt} */
  function readScore(cursor) {
    const finished = cursor.fixed(7);
    const flags = cursor.fixed(1) - 52; // digits stand behind 52 letters
    const outcome = { points: cursor.decimal(","), max: cursor.decimal(","), passed: (flags & PASSED) > 0, questions: {} };
    return { started: finished, seed: 0, questions: [], retry: (flags & RETRY) > 0, answers: {}, finished, outcome };
  }

  /** @param {InstanceType<typeof Cursor>} cursor @param {Names} known @param {number} width @returns {Attempt} */
  function readWhole(cursor, known, width) {
    const flags = cursor.fixed(1) - 52;
    const [started, seed, count] = [cursor.fixed(7), cursor.short(), cursor.short()];
    /** @type {Attempt} */
    const attempt = { started, seed, questions: [], retry: (flags & RETRY) > 0, answers: {}, finished: null, outcome: null };
    if (count > course.limits.items) throw new Error("More questions than there can be.");
    let before = started;
    const asked = Array.from({ length: count }, () => {
      const id = known.get(cursor.take(width)) ?? null;
      if (id !== null) attempt.questions.push(id);
      const how = cursor.take(1);
      if (how === "-") return id;
      const revision = String(cursor.answer());
      before += cursor.signed();
      const value = cursor.answer();
      if (id !== null) attempt.answers[id] = { value, revision, at: before, checked: how === "C" };
      return id;
    });
    if (!(flags & FINISHED)) return attempt;
    attempt.finished = cursor.fixed(7);
    const outcome = {
      points: cursor.decimal(","),
      max: cursor.decimal(","),
      passed: (flags & PASSED) > 0,
      questions: Leerpad.progress.map(),
    };
    for (const id of asked) {
      const [points, max = points] = cursor
        .until(",")
        .split(";")
        .map((part) => (part === "" ? NaN : Number(part.replace("_", "."))));
      if (id !== null && !Number.isNaN(points)) outcome.questions[id] = { points, max };
    }
    return { ...attempt, outcome };
  }

  /** @param {string} text @param {Record<string, string[]>} quizzes */
  function read(text, quizzes) {
    const [said, sum] = [text.slice(0, -SUM), text.slice(-SUM)];
    if (name(said, SUM) !== sum) throw new Error("It was changed or cut off.");
    const cursor = new Cursor(said);
    const width = cursor.take(1) === MARK ? Number(cursor.take(1)) : 0;
    if (width < 4 || width > WIDEST) throw new Error("Another form.");
    const [lessons, levels, quizNames, ...questions] = groups(quizzes).map((ids) => names(ids, width));
    const asked = new Map(Object.keys(quizzes).map((quiz, index) => [quiz, questions[index]]));
    const { unread, ...progress } = { ...Leerpad.progress.empty(course.id), wiped: cursor.short() };
    for (const done of [true, false])
      for (const [id, at] of readList(cursor.until(":"), lessons, width)) progress.lessons[id] = { done, at };
    for (const [id, at] of readList(cursor.until(":"), levels, width)) progress.opened[id] = { at };
    while (!cursor.isDone) {
      const kind = cursor.take(1);
      if (kind !== "S" && kind !== "A") throw new Error(`Not an attempt: ${kind}`);
      const quiz = quizNames.get(cursor.take(width));
      const id = readId(cursor);
      const attempt = kind === "S" ? readScore(cursor) : readWhole(cursor, (quiz && asked.get(quiz)) || new Map(), width);
      if (quiz) (progress.quizzes[quiz] ??= Leerpad.progress.map())[id] = attempt;
    }
    return progress;
  }

  /** What a text says; null if it can't be read. Never throws, whatever the text. @param {string} text @param {Record<string, string[]>} quizzes */
  function unpack(text, quizzes) {
    try {
      return Leerpad.progress.parse(JSON.parse(JSON.stringify(read(text, quizzes))), course.id).progress;
    } catch {
      return null;
    }
  }

  Leerpad.code = { pack, unpack, sealed };
})();
