/* What of all progress counts for a learning system. Pure. */
/// <reference path="../../../client/path.js" />
(function () {
  "use strict";
  const { path, course } = Leerpad;

  Leerpad.packageResult = function (progress, { completion }) {
    const { tests, lessons: reading, level } = completion;
    const levels = course.levels.filter(({ id }) => level === null || id === level);
    const lessons = levels.flatMap((one) => one.lessons);
    const read = lessons.filter(({ id }) => path.lessonDone(progress, id)).length;
    const passed = levels.filter(({ quiz }) => path.passed(progress, quiz.id)).length;
    const shares = levels.map(({ quiz }) => path.best(progress, quiz.id));
    return {
      isDone: (!tests || passed === levels.length) && (!reading || read === lessons.length),
      byTest: tests,
      share: shares.every((share) => share === null) ? null : shares.map(Number).reduce((sum, share) => sum + share, 0) / levels.length,
      measure: (read + passed) / (lessons.length + levels.length),
    };
  };

  Leerpad.tellable = function ({ questions }, progress, quiz, id) {
    const attempt = progress.quizzes[quiz]?.[id];
    if (!attempt?.outcome || attempt.retry) return [];
    const { outcome, answers, finished } = attempt;
    return attempt.questions.flatMap((name) => {
      const [question, points] = [questions[name], outcome.questions[name]];
      if (!question || !points?.max) return [];
      return [{ quiz, question, points, value: answers[name]?.value ?? null, at: Number(finished) }];
    });
  };
})();
