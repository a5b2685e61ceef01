/** What the build sends. Made of deploy/lms/data.py by `make types`: change it there. */

/** What the shell of a package knows of the course.

    `iri` is the name of the course in statements of cmi5; `home` the page that a new learner sees first; `level` the id
    of the level of which alone it is, empty if it is of all; `quizzes` the ids of the questions of every quiz;
    `questions` what is told of each, empty if answers aren't told.
     */
interface PackageFacts {
  kind: "scorm12" | "scorm2004" | "cmi5";
  title: string;
  language: string;
  iri: string;
  home: string;
  level: string;
  quizzes: Record<string, string[]>;
  completion: Completion;
  done_status: "passed" | "completed";
  resume: "answers" | "scores";
  keep_on_device: boolean;
  questions: Record<string, TellableQuestion>;
  words: Record<string, string>;
}

/** What must be done: tests, lessons or both; of one level, if that is said. */
interface Completion {
  tests: boolean;
  lessons: boolean;
  level: string | null;
}

/** A list of choices, with the keys of the right ones. */
interface ToldChoice {
  id: string;
  prompt: string;
  form: "choice";
  options: [string, string][];
  correct: string[];
}

/** A statement. */
interface ToldTruth {
  id: string;
  prompt: string;
  form: "truth";
  correct: boolean;
}

/** Things, with their keys in the right order. */
interface ToldOrder {
  id: string;
  prompt: string;
  form: "order";
  options: [string, string][];
  correct: string[];
}

/** Rows that each get an option, with the key of the right one for each. */
interface ToldMatch {
  id: string;
  prompt: string;
  form: "match";
  rows: [string, string][];
  options: [string, string][];
  correct: Record<string, string>;
}

/** A number, with the bounds of what is right, and its unit, if any. */
interface ToldNumber {
  id: string;
  prompt: string;
  form: "number";
  low: number;
  high: number;
  unit: string;
}

/** Gaps in a text, with what is right in each. */
interface ToldGaps {
  id: string;
  prompt: string;
  form: "gaps";
  rows: [string, string][];
  correct: Record<string, string>;
}

/** A conversation: where it begins, at each step the keys of the choices with where they lead, and their words. */
interface ToldTalk {
  id: string;
  prompt: string;
  form: "talk";
  start: string;
  steps: Record<string, [string, string][]>;
  said: Record<string, string>;
  options: [string, string][];
}

type TellableQuestion = ToldChoice | ToldTruth | ToldOrder | ToldMatch | ToldNumber | ToldGaps | ToldTalk;
