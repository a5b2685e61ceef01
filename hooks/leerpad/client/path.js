/* The rules of the path: what is done, what is open, what comes next. They look at progress and change nothing. */
/// <reference path="namespace.js" />
/// <reference path="progress.js" />
/// <reference path="store.js" />
(function () {
  "use strict";
  const { levels, gating } = Leerpad.course;
  const befores = new Map(levels.map((level, place) => [level, before(level, place)]));
  /** A level, and all that come before it on any way: those stand before it in the course too. @type {Map<CourseLevel, Set<CourseLevel>>} */
  const upTo = new Map();
  for (const [level, those] of befores) upTo.set(level, new Set([level, ...those.flatMap((one) => [...(upTo.get(one) ?? [])])]));
  const earlier = new Map(levels.flatMap(({ lessons }) => lessons.map((lesson) => [lesson.id, lesson.earlier])));

  /** What comes right before a level: what it names, or else the level before it. @param {CourseLevel} level @param {number} place */
  function before({ after }, place) {
    return after ? levels.filter(({ id }) => after.includes(id)) : levels.slice(Math.max(place - 1, 0), place);
  }

  /** Whether it is the other level, or comes before it. @param {CourseLevel} level @param {CourseLevel} other */
  const comesBefore = (level, other) => upTo.get(other)?.has(level) === true;

  /** Whether this holds for a level, or for one that comes after it. @param {CourseLevel} level @param {(level: CourseLevel) => boolean} holds */
  const hereOrLater = (level, holds) => levels.some((one) => holds(one) && comesBefore(level, one));

  /** When something was last done in a level, or on the way to it. @param {Progress} progress @param {CourseLevel} level */
  function lastAt(progress, level) {
    const done = [...(upTo.get(level) ?? [])].map(({ lessons, quiz }) => [
      lessons.map(({ id }) => Leerpad.path.lessonRecords(progress.lessons, id)),
      progress.quizzes[quiz.id],
    ]);
    return Leerpad.progress.latest(done);
  }

  /** A level may have been opened under an id that it had before. @param {Progress} progress @param {CourseLevel} level */
  const isOpened = ({ opened }, { id, earlier = [] }) => [id, ...earlier].some((one) => opened[one] !== undefined);

  /** @param {Progress} progress @param {string} quiz @returns {[string, Attempt][]} */
  function attempts(progress, quiz) {
    return Object.entries(progress.quizzes[quiz] ?? {});
  }

  /** Where a passed test can't be kept for the next page, a closed level would stay closed for good. */
  function canRemember() {
    return !Leerpad.store.problems.has("blocked") && !Leerpad.store.problems.has("full");
  }

  Leerpad.path = {
    link: (url) => new URL(url, Leerpad.root).href,
    level: (id) => levels.find((level) => level.id === id) ?? null,
    befores: (level) => befores.get(level) ?? [],
    afters: (level) => levels.filter((one) => befores.get(one)?.includes(level)),

    /** Attempts that were handed in, the newest first. */
    handedIn(progress, quiz) {
      return attempts(progress, quiz)
        .filter(([, attempt]) => attempt.finished !== null)
        .sort(([, a], [, b]) => Number(b.finished) - Number(a.finished));
    },

    /** Those of them that count: not what went wrong, practised again. */
    finished(progress, quiz) {
      return this.handedIn(progress, quiz).filter(([, attempt]) => !attempt.retry);
    },

    /** What was begun and can still be handed in, the newest first: newer than the newest result, and not closed. */
    drafts(progress, quiz) {
      const results = this.handedIn(progress, quiz).map(([, { started }]) => started);
      return attempts(progress, quiz)
        .filter(([, { finished, closed, started }]) => finished === null && !closed && started > Math.max(-1, ...results))
        .sort(([a, one], [b, other]) => other.started - one.started || (a < b ? 1 : -1));
    },

    draft(progress, quiz) {
      return this.drafts(progress, quiz)[0] ?? null;
    },

    /** When the test was passed for the first time. */
    firstPass(progress, quiz) {
      const passes = this.finished(progress, quiz).filter(([, { outcome }]) => outcome?.passed);
      return passes.length ? Math.min(...passes.map(([, { finished }]) => Number(finished))) : null;
    },

    passed(progress, quiz) {
      return this.firstPass(progress, quiz) !== null;
    },

    share: (outcome) => (outcome?.max ? outcome.points / outcome.max : 0),

    /** The best share of the points, or null if there is no result. */
    best(progress, quiz) {
      const shares = this.finished(progress, quiz).map(([, { outcome }]) => this.share(outcome));
      return shares.length ? Math.max(...shares) : null;
    },

    /** A lesson may have been read under an id that it had before; what was said last holds. */
    lessonDone(progress, lesson) {
      return this.lessonRecords(progress.lessons, lesson).sort((one, other) => other.at - one.at)[0]?.done === true;
    },

    lessonRecords: (lessons, lesson) => [lesson, ...(earlier.get(lesson) ?? [])].flatMap((id) => lessons[id] ?? []),

    /** What comes right before a level and isn't passed yet. Who passes a later test has shown to know what is before. */
    missing(progress, level) {
      return this.befores(level).filter((one) => !hereOrLater(one, ({ quiz }) => this.passed(progress, quiz.id)));
    },

    /**
     * A level that nothing comes before, and each level after passed tests, or before one. A learner may also have opened
     * this level, or a later one, where the scan says to begin.
     */
    unlocked(progress, level) {
      return (
        this.missing(progress, level).length === 0 ||
        hereOrLater(level, (one) => isOpened(progress, one) || this.passed(progress, one.quiz.id))
      );
    },

    levelState(progress, level) {
      if (this.passed(progress, level.quiz.id)) return "done";
      if (gating === "off" || this.unlocked(progress, level)) return "open";
      return gating === "required" && canRemember() ? "closed" : "later";
    },

    isNew: ({ lessons, quizzes }) => Object.keys(lessons).length === 0 && Object.keys(quizzes).length === 0,

    /** On each way the first that isn't passed yet; first where the learner was last. One that says so if all is done. */
    nextSteps(progress) {
      const ahead = levels.filter(({ quiz }) => !this.passed(progress, quiz.id));
      if (ahead.length === 0) return [{ kind: "completed", level: "", title: "", url: `${Leerpad.course.progress}#look-back` }];
      const isNew = this.isNew(progress);
      return ahead
        .filter((level) => !ahead.some((other) => other !== level && comesBefore(other, level)))
        .map((level) => ({ level, at: lastAt(progress, level) }))
        .sort((one, other) => other.at - one.at)
        .map(({ level }) => {
          const { title, url } = this.stepIn(progress, level);
          return { kind: isNew ? "begin" : "continue", level: level.id, title, url };
        });
    },

    /** What comes next in a level: its first lesson that isn't done, or its test. */
    stepIn(progress, { lessons, quiz }) {
      const lesson = lessons.find(({ id }) => !this.lessonDone(progress, id));
      return lesson === undefined || this.draft(progress, quiz.id) ? quiz : lesson;
    },

    /** When a scan was filled in last; 0 if nothing of it is kept. */
    scannedAt({ scans, pastScans }, id) {
      const now = Object.values(scans[id] ?? {}).filter(({ value }) => value !== null);
      const past = Object.values(pastScans[id] ?? {}).filter(({ answers }) => Object.keys(answers).length);
      return Math.max(0, ...now.map(({ at }) => at), ...past.map(({ finished }) => finished));
    },

    lessonsDone(progress, { lessons }) {
      return lessons.filter(({ id }) => this.lessonDone(progress, id)).length;
    },

    /** Whoever passes a level's test goes on with the levels that it opens. Are there none, then with what is still open. */
    onward(progress, level) {
      const ahead = levels.filter(({ quiz }) => !this.passed(progress, quiz.id));
      const open = ahead.map(({ quiz }) => quiz.title);
      const next = this.afters(level).filter((one) => ahead.includes(one) && this.missing(progress, one).every((other) => other === level));
      if (next.length) return { kind: "level", next, open };
      return { kind: open.length ? "open" : "completed", next: this.nextSteps(progress).slice(0, 1), open };
    },
  };
})();
