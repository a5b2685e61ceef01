/* The rules of the path: what is done, what is open, what comes next. They look at progress and change nothing. */
/// <reference path="namespace.js" />
/// <reference path="store.js" />
(function () {
  "use strict";
  const { levels, gating } = Leerpad.course;
  const earlier = new Map(levels.flatMap(({ lessons }) => lessons.map((lesson) => [lesson.id, lesson.earlier])));

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
    before: (level) => levels[levels.indexOf(level) - 1] ?? null,
    after: (level) => levels[levels.indexOf(level) + 1] ?? null,

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

    /**
     * The first level, and each level after a passed test. Who passes a later test has shown to know what is before.
     * A learner may also have opened this level, or a later one, where the scan says to begin.
     */
    unlocked(progress, level) {
      const index = levels.indexOf(level);
      if (index === 0 || levels.slice(index).some(({ id }) => progress.opened[id])) return true;
      return levels.slice(index - 1).some(({ quiz }) => this.passed(progress, quiz.id));
    },

    levelState(progress, level) {
      if (this.passed(progress, level.quiz.id)) return "done";
      if (gating === "off" || this.unlocked(progress, level)) return "open";
      return gating === "required" && canRemember() ? "closed" : "later";
    },

    nextStep(progress) {
      const level = levels.find(({ quiz }) => !this.passed(progress, quiz.id));
      if (level === undefined) return { kind: "completed", level: "", title: "", url: Leerpad.course.progress };
      const lesson = level.lessons.find(({ id }) => !this.lessonDone(progress, id));
      const step = lesson === undefined || this.draft(progress, level.quiz.id) ? level.quiz : lesson;
      const isNew = Object.keys(progress.lessons).length === 0 && Object.keys(progress.quizzes).length === 0;
      return { kind: isNew ? "begin" : "continue", level: level.id, title: step.title, url: step.url };
    },

    /** Whoever passes a level's test goes on with the level after it. Is that passed too, then with what is still open. */
    onward(progress, level) {
      const next = this.after(level);
      const ahead = levels.filter(({ quiz }) => !this.passed(progress, quiz.id));
      const open = ahead.map(({ quiz }) => quiz.title);
      if (next && ahead.includes(next)) return { kind: "level", title: next.title, url: next.url, open };
      const { title, url } = this.nextStep(progress);
      return { kind: open.length ? "open" : "completed", title, url, open };
    },
  };
})();
