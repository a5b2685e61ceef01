/** What the build sends. Made of site/data.py by `make types`: change it there. */

/** A lesson of the path. `earlier` are ids that it had before. */
interface CourseLesson {
  id: string;
  title: string;
  url: string;
  earlier?: string[];
}

/** The test of a level. `pass_mark` is the share of the points to reach, from 0 to 1. */
interface CourseQuiz {
  id: string;
  title: string;
  url: string;
  pass_mark: number;
}

/** A level of the path. `after` are the levels right before it, where that isn't the one before it in the list.

    `earlier` are ids that it had before.
     */
interface CourseLevel {
  id: string;
  title: string;
  url: string;
  after?: string[];
  earlier?: string[];
  lessons: CourseLesson[];
  quiz: CourseQuiz;
}

/** A role that a learner may have. */
interface CourseRole {
  id: string;
  name: string;
}

/** The path and its rules, and the roles that learners have, if lessons tell them apart.

    `worker` keeps the site in the browser, if it may; in a package, `shell` is the page around all others.
     */
interface CourseFacts {
  id: string;
  gating: "required" | "advised" | "off";
  language: string;
  worker?: string;
  shell?: string;
  roles?: CourseRole[];
  levels: CourseLevel[];
}

/** A quiz without its questions. `trial`: an example in the author's guide, nothing of it is kept.

    `recall` is how many questions of levels before a test asks too, `recall_counts` whether their points count. `view`
    is what the author chose: one question at a time, or all. Without it, the device and how many there are decide.
     */
interface QuizData {
  id: string;
  mode: "practice" | "test";
  pass_mark: number | null;
  draw: number | null;
  shuffle: boolean;
  level: string | null;
  trial?: boolean;
  view?: "one" | "all";
  recall?: number;
  recall_counts?: boolean;
}

/** Questions that come back once this lesson is done; those of a test have none, and come back once it is passed.

    `scripts` hold the questions, as many in each but the last; they are told to a page that asks them.
     */
interface ReviewSource {
  quiz: string;
  questions: string[];
  lesson?: string;
  scripts?: string[];
}

/** A level with the questions that come back. */
interface ReviewLevel {
  id: string;
  sources: ReviewSource[];
}

/** After how many days questions come back, and which. */
interface ReviewData {
  days: number[];
  levels: ReviewLevel[];
}

/** A dimension; `min` is how many statements must be answered, `stage` the colour of its level. */
interface ScanDimension {
  id: string;
  title: string;
  min: number;
  stage: number | null;
}

/** A dimension as a result file tells it; `min` is how many statements must be answered. */
interface SharedDimension {
  id: string;
  title: string;
  min: number;
}

/** A part of the profiles; of one with `several`, all that hold are told. */
interface ScanPart {
  title: string;
  several: boolean;
}

interface ScanBand {
  title: string;
  from: number;
}

interface ScanAlert {
  statement: string;
  from: number;
}

interface HoldsNot {
  not: ScanCondition;
}

/** All of these hold. */
interface AllHold {
  all: ScanCondition[];
}

/** One of these holds, or more. */
interface AnyHolds {
  any: ScanCondition[];
}

/** Whether all statements got the same answer. */
interface IsSame {
  same: boolean;
}

/** The mean of a dimension lies in one of these bands. */
interface IsInBand {
  dimension: number;
  bands: number[];
}

/** A statement; `dimension` is the place of the one it counts for, if any. */
interface ScanStatement {
  id: string;
  dimension: number | null;
  reverse: boolean;
}

/** What the browser needs of a scan to make a result file of its answers. */
interface SharedScan {
  id: string;
  title: string;
  scale: string[];
  dimensions: SharedDimension[];
  statements: ScanStatement[];
}

/** A band of a scan; `from_percent` is where it begins, as a part of the scale. */
interface TeamBand {
  title: string;
  from_percent: number;
}

/** A dimension of a scan, and the level that is about it. */
interface TeamDimension {
  id: string;
  title: string;
  level: string | null;
}

/** A scan as the picture of a team shows it. */
interface TeamScan {
  id: string;
  title: string;
  bands: TeamBand[];
  dimensions: TeamDimension[];
}

/** A question as the course asks it now, and the lesson it is about. */
interface TeamQuestion {
  quiz: string;
  id: string;
  revision: string;
  prompt: string;
  lesson: string | null;
}

/** What the picture of a team is made of besides files. No group of fewer than `least` is shown. */
interface TeamData {
  least: number;
  scans: TeamScan[];
  questions: TeamQuestion[];
}

/** What is told of an outcome; `part` is the place of its part, none for a profile that is told alone. */
interface ScanProfile {
  id: string;
  title: string;
  level: string | null;
  part: number | null;
  when: ScanCondition;
}

/** What the browser needs to score a scan, and to know which profiles an outcome is told.

    `history`: a scan that is begun anew is kept with its date.
     */
interface ScanData {
  id: string;
  history: boolean;
  scale: string[];
  dimensions: ScanDimension[];
  bands: ScanBand[];
  statements: ScanStatement[];
  alerts: ScanAlert[];
  parts: ScanPart[];
  profiles: ScanProfile[];
}

type ScanCondition = AllHold | AnyHolds | HoldsNot | IsSame | IsInBand;

/** The addresses of the learner's own pages. */
interface OwnPages {
  progress: string;
  reviews: string;
  plan: string;
  notes: string;
  certificate: string;
}

/** How much fits: see source/limits.py. */
interface Limits {
  id: number;
  text: number;
  name: number;
  action: number;
  cue: number;
  card: number;
  who: number;
  items: number;
  scale: number;
  day: number;
  unknown: number;
}
