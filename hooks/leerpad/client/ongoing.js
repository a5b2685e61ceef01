/* A result never changes. What may still change is all the rest, and is little beside the results of many attempts. */
/// <reference path="progress.js" />
(function () {
  "use strict";
  const { map } = Leerpad.progress;

  /** All that was handed in, each always the same object as long as nobody read it anew. @param {Progress} progress */
  function results({ quizzes }) {
    return Object.values(quizzes).flatMap((attempts) => Object.values(attempts).filter(({ finished }) => finished !== null));
  }

  /** The same document without them. @param {Progress} progress @returns {Progress} */
  function ongoing(progress) {
    /** @type {Progress["quizzes"]} */
    const quizzes = map();
    for (const [quiz, attempts] of Object.entries(progress.quizzes)) {
      const drafts = Object.entries(attempts).filter(([, { finished }]) => finished === null);
      if (drafts.length) quizzes[quiz] = Object.assign(map(), Object.fromEntries(drafts));
    }
    return { ...progress, quizzes };
  }

  Object.assign(Leerpad.progress, { results, ongoing });
})();
