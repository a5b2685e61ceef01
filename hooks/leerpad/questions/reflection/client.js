/* A question to think about. A response is a text; it lives in the learner's notes and never scores. */
/// <reference path="../shared/note.js" />
Leerpad.questions.reflection = {
  ...Leerpad.note,
  isNote: true,
  score: () => ({ points: 0, max: 0, right: true }),
  missing: () => null,
  mark() {}, // nothing is right or wrong; the sample comes with what is said afterwards
  arrange() {},
};
