/** The shapes that the parts of the client share. Only for the type checker; never shipped. What the build sends: data.d.ts. */

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What a learner answered; its shape is the question type's own business. */
type LearnerResponse = Json;

interface Answer {
  value: LearnerResponse;
  /** The question's revision when this was answered. */
  revision: string;
  /** Milliseconds since 1970. */
  at: number;
  /** In practice: the learner asked for feedback, so the answer stands. */
  checked: boolean;
}

interface Points {
  points: number;
  max: number;
}

interface Outcome extends Points {
  passed: boolean;
  questions: Record<string, Points>;
}

/** One time through a quiz: first a draft, and from `finished` on a result that never changes. */
interface Attempt {
  started: number;
  /** Decides the order of questions and choices. */
  seed: number;
  /** The ids of the questions asked, in the order shown. */
  questions: string[];
  /** True when only the wrong ones of an earlier attempt are practised: it never counts as a test. */
  retry: boolean;
  answers: Record<string, Answer>;
  finished: number | null;
  outcome: Outcome | null;
  /** A draft that isn't gone on with: another was begun, or its answers went to another. */
  closed?: boolean;
}

/** What the learner thought before the text told it. */
interface Prediction {
  value: LearnerResponse;
  /** The question's revision when this was answered. */
  revision: string;
  at: number;
}

interface LessonRecord {
  done: boolean;
  at: number;
}

/** What the learner wrote at a reflection. An empty text means: taken away. */
interface Note {
  text: string;
  at: number;
  /** What was asked, in plain text, so that a note outlives its question. */
  prompt: string;
}

interface ScanAnswer {
  /** A number on the scale, 0 for “not applicable”, null for an answer that was taken back. */
  value: number | null;
  at: number;
}

/** The answers of a scan, and when the last of them was given. 0 is “not applicable”. */
interface ScanTaken {
  answers: Record<string, number>;
  finished: number;
}

/** A scan that was filled in before. Without answers: the learner took it away. */
interface PastScan extends ScanTaken {
  /** These answers stand in the scan: as long as none of them changes, it is that scan. */
  current: boolean;
  at: number;
}

/** Something that the learner is going to do. */
interface PlanAction {
  text: string;
  who: string;
  /** A day such as 2026-05-31, or empty. */
  when: string;
  /** At which occasion, as it goes on after “if”; or empty. */
  cue: string;
  /** The lesson that it comes from. */
  lesson: string | null;
  done: boolean;
  /** Taken off the plan: kept without its words, so that another tab or a copy doesn't bring it back. */
  removed: boolean;
  /** When it was put on the plan. */
  since: number;
  at: number;
}

/** What a learner says of an action. */
type SaidOfAction = Pick<PlanAction, "text" | "who" | "when" | "cue">;

/** Something for a calendar. Without a time it takes the whole day. */
interface CalendarEvent {
  /** Its name among those of this learner: the same in every file. */
  id: string;
  day: string;
  /** Such as 14:30, by the clock where the learner is. */
  time: string;
  minutes: number;
  title: string;
  about: string;
}

interface CalendarFacts {
  /** What tells this learner's events from those of another. */
  owner: string;
  course: string;
  /** When the file is made. A later one brings up to date what an earlier one told. */
  at: number;
  /** The name of the time zone, such as Europe/Amsterdam. */
  zone: string;
}

/** What stands on the card for a talk with one's manager. */
interface TalkCard {
  /** The day and the time, as they are said; empty for none. */
  when: string;
  chosen: string[];
  need: string;
  questions: string[];
}

/** Words of the learner, in a field of its own. */
interface Written {
  text: string;
  at: number;
}

/** How a planned action went. Empty means: taken back. */
type Went = "yes" | "partly" | "no" | "";

/** What the learner says, looking back at an action on the day it was planned for. */
interface Look {
  went: Went;
  note: string;
  at: number;
}

/** How the reviews of a question went. */
interface Review {
  /** A + for each that was right and a - for each that wasn't, the first one first. */
  results: string;
  /** The day of the last one, counted since 1970 by the learner's calendar. */
  day: number;
  at: number;
}

interface Certificate {
  /** The id of its element on the page of certificates. */
  id: string;
  title: string;
  /** When the last test that it needs was first passed; null if one was not. */
  at: number | null;
}

interface Setting {
  value: string;
  at: number;
}

/** Everything a course keeps about one learner. */
interface Progress {
  /** That of the latest site that wrote in it. */
  version: number;
  course: string;
  /** When all that was there was wiped; 0 for never. Left out by sites from before there was a mark for it. */
  wiped?: number;
  lessons: Record<string, LessonRecord>;
  quizzes: Record<string, Record<string, Attempt>>;
  notes: Record<string, Note>;
  /** What was thought before the text told it, by question. Never scored, and no part of an attempt. */
  predictions: Record<string, Prediction>;
  /** Answers by scan and statement. They are no progress: no level is passed by them. */
  scans: Record<string, Record<string, ScanAnswer>>;
  /** Earlier scans, by scan and by the time of their last answer. */
  pastScans: Record<string, Record<string, PastScan>>;
  /** Scans whose picture stands on the screen. */
  shown: Record<string, LessonRecord>;
  /** Levels that the learner opened without the test before it. */
  opened: Record<string, { at: number }>;
  /** The action plan, by the id of each action. */
  plan: Record<string, PlanAction>;
  /** How actions went, by the action and the day it was planned for. */
  looks: Record<string, Record<string, Look>>;
  /** For the talk with a manager: its day and time, what is needed, questions. */
  talk: Record<string, Written>;
  /** Reviews by the id of their question. */
  reviews: Record<string, Review>;
  /** What the learner wants to be called on certificates. */
  name: { text: string; at: number };
  /** How the learner likes the site, such as one question at a time, and which role comes first. */
  settings: Record<string, Setting>;
  /** What a later version of the site wrote and this one can't read, each part under its own place. Written back as it was. */
  unread: Record<string, unknown>;
}

interface Parsed {
  progress: Progress;
  /** Null if all was understood; otherwise why a part was left out. */
  damage: null | "damaged" | "version";
}

/** What is known of a question whatever its type. What a type tells besides is in questions/data.d.ts. */
interface Question extends QuestionFacts, Partial<ReflectionAids> {
  /** In a test: how one of a level before counts. */
  recalled?: "counts" | "apart";
}

type ScenarioQuestion = Question & ScenarioKey & ScenarioAids;

interface ScanScore {
  /** The mean and its band; null where too few answers were given. */
  dimensions: { mean: number | null; band: number | null }[];
  /** Every statement that counts was given the same answer. */
  same: boolean;
  alerts: number[];
}

/** How far a dimension moved since an earlier scan. */
interface ScanChange {
  /** Null where one of both has too few answers, or where other statements were answered. */
  by: number | null;
  isNotable: boolean;
}

/** A dimension in the picture. */
interface ScanRow {
  title: string;
  stage: number | null;
  mean: number | null;
  /** The mean as it is written, rounded. */
  shown: string;
  band: string;
  value: string;
  /** The same of the earlier scan that stands beside it, and what changed. */
  earlier: { mean: number | null; value: string } | null;
  change: ScanChange | null;
}

interface ScanResultFacts {
  host: Element;
  scan: ScanData;
  score: ScanScore;
  now: ScanTaken;
  /** The earlier scan that stands beside it. */
  earlier: ScanTaken | null;
  unfilled: { item: HTMLElement; legend: string; note: string | null }[];
  goTo: (item: HTMLElement) => void;
  edit: () => void;
  again: () => void;
}

interface Score extends Points {
  right: boolean;
}

/** What each question type brings: see hooks/leerpad/questions. It touches its own form, nothing else. */
interface QuestionType<Asked extends Question = Question> {
  /** The answer is a text for the learner's notes: never scored, and never closed. */
  isNote?: boolean;
  /** Bring the form to life, once. A change that the browser doesn't notice is told by a `change` event from the form. */
  connect?(form: HTMLElement, question: Asked, reasons: Element): void;
  /** What the form says now; null if nothing is answered. */
  read(form: HTMLElement): LearnerResponse;
  /** Put an answer back into the form. False if it doesn't fit the question as it is now. */
  show(form: HTMLElement, response: LearnerResponse): boolean;
  /** Points for an answer. Pure. `right` means full marks. */
  score(question: Asked, response: LearnerResponse): Score;
  /** Show in the form what was right and what wasn't, each with its reason. */
  mark(form: HTMLElement, question: Asked, response: LearnerResponse, reasons: Element): void;
  /** An answer in words, beside the right one. Left out: the type can't be asked before the text that answers it. Pure. */
  tell?(form: HTMLElement, question: Asked, response: LearnerResponse, reasons: Element): Told;
  /** Put choices in the order that belongs to this attempt. */
  arrange(form: HTMLElement, seed: string): void;
  /** The key of the words for what an answer still lacks, null if nothing. Left out: any answer will do. Pure. */
  missing?(question: Asked, response: LearnerResponse): string | null;
}

/** What was answered, what is right, and why: of both. */
interface Told {
  given: string;
  right: string;
  reasons: HTMLElement[];
}

/** Right; wrong; should have been chosen too; rightly or harmlessly left alone. */
type Verdict = "right" | "wrong" | "missed" | "left";

/** A choice that was made in a conversation. */
interface ScenarioChoice {
  step: string;
  key: string;
  /** Where it leads. */
  goto: string;
  points: number;
  /** At each step only the first choice does. */
  counts: boolean;
}

interface ScenarioTrail {
  taken: ScenarioChoice[];
  /** The step or the ending where it comes out. */
  at: string;
  ended: boolean;
  /** It has as many choices as an answer may have. */
  full: boolean;
}

/** See questions/scenario/walk.js. */
interface LeerpadScenario {
  /** Follow an answer through the conversation; null if it leaves the road. */
  walk(question: ScenarioQuestion, response: Json): ScenarioTrail | null;
  /** Points of a choice as a part of the question's. */
  worth(question: ScenarioQuestion, points: number): number;
  bestPath(question: ScenarioQuestion): string[];
  score(question: ScenarioQuestion, response: Json): Score;
}

interface DragGesture {
  /** The pointer went down on a handle. */
  lift?(handle: HTMLElement, event: PointerEvent): void;
  /** The pointer moved; `under` is what it is over now, topmost first. */
  move(handle: HTMLElement, under: Element[], event: PointerEvent): void;
  drop(handle: HTMLElement, under: Element[], event: PointerEvent): void;
  /** Everything as it was before. */
  cancel(handle: HTMLElement): void;
}

/** See site/plan/course_map.py. */
interface CourseMap extends CourseFacts, OwnPages {
  limits: Limits;
}

type Child = Node | string | null;
type Attributes = Record<string, string | boolean | ((event: Event) => void)>;

interface LeerpadWords {
  text(key: string, params?: Record<string, string | number>): string;
  plural(key: string, count: number, params?: Record<string, string | number>): string;
  points(points: Points): string;
  number(value: number): string;
  decimal(value: number): string;
  percent(share: number): string;
  date(time: number): string;
  day(time: number | string): string;
  /** A day such as 2026-05-31, with its name and without its year. */
  weekday(day: string): string;
  /** These texts in one sentence: “a, b and c”. */
  list(texts: string[]): string;
  /** The same, each between quotation marks. */
  quoted(texts: string[]): string;
}

/** What each part of a record must be. */
type Shape<T> = { [Part in keyof T]: (value: unknown) => value is T[Part] };

/** Reads one document; see client/reader.js. */
interface LeerpadReader {
  /** How much could not be read, and was left out. */
  readonly skipped: number;
  /** What isn't known and was kept, each part under its own place. */
  readonly unread: Record<string, unknown>;
  /** A part that isn't known. */
  keep(place: string[], value: unknown): void;
  /** What can't be read, where this version should be able to. */
  skip(place: string[], value: unknown): void;
  /** An object's own entries whose keys are ids, each read by `read`. */
  map<T>(place: string[], value: unknown, read: (entry: unknown, place: string[]) => T | undefined): Record<string, T>;
  /** What a shape asks for, with what isn't known beside it; undefined if a part of it isn't what it must be. `others`: parts that somebody else reads. */
  record<T>(value: unknown, shape: Shape<T>, others?: string[]): T | undefined;
  records<T>(place: string, value: unknown, shape: Shape<T>): Record<string, T>;
  /** Records under two ids, such as answers by scan and statement. */
  nested<T>(place: string, value: unknown, shape: Shape<T>): Record<string, Record<string, T>>;
}

interface LeerpadReading {
  Reader: new (isLater: boolean) => LeerpadReader;
  /** The names under which a time stands. */
  TIMES: string[];
  LATEST: number;
  map<T>(): Record<string, T>;
  /** A time that can't be true counts for nothing, so that whatever is said now comes after it. */
  tame(name: string, value: unknown): unknown;
  isObject(value: unknown): value is Record<string, unknown>;
  isFlag(value: unknown): value is boolean;
  isWholeTo(most: number): (value: unknown) => value is number;
  isTime(value: unknown): value is number;
  isTextTo(most: number): (value: unknown) => value is string;
  isText(value: unknown): value is string;
  isId(value: unknown): value is string;
  /** A day as the browser's own date field writes it, or none. */
  isDay(value: unknown): value is string;
  areIds(value: unknown): value is string[];
  orNull<T>(holds: (value: unknown) => value is T): (value: unknown) => value is T | null;
}

interface LeerpadOrder {
  /** Tells texts apart; nothing depends on it being strong. */
  hash(text: string): number;
  /** The same with twice as many letters, always sixteen. */
  fingerprint(text: string): string;
  newSeed(): number;
  /** For what is made anew: no two are alike. */
  newId(): string;
  by(seed: string, names: string[]): string[];
}

interface LeerpadProgress {
  VERSION: number;
  /** The last time that is believed. */
  LATEST: number;
  /** A map without a prototype. */
  map<T>(): Record<string, T>;
  empty(course: string): Progress;
  parse(value: unknown, course: string): Parsed;
  merge(left: Progress, right: Progress): Progress;
  joinAnswers(left: Record<string, Answer>, right: Record<string, Answer>): Record<string, Answer>;
  canonical(value: unknown): string;
  same(left: unknown, right: unknown): boolean;
  latest(part: unknown): number;
  fit<T>(said: T): T;
  write(progress: Progress): string;
  /** What `write` gives, and any text that a stranger left. */
  read(text: string, course: string): Parsed;
  results(progress: Progress): Attempt[];
  ongoing(progress: Progress): Progress;
}

type StoreProblem = "blocked" | "full" | "damaged" | "version";

/** Where texts are kept, under names; see client/backend.js. Each verb throws where that can't be done. */
interface StoreBackend {
  read(name: string): string | null;
  /** Null takes it away. */
  write(name: string, text: string | null): void;
  /** Run when somebody else may have written. */
  listen(heard: () => void): void;
  /** From how many letters on a document gets a second text beside it for what may still change; never, if it isn't said. */
  long?: number;
}

/** What writes in progress. What is said now is later than what was known of the same thing, whatever a clock says. */
interface Pen {
  /** Now, or just after the latest time in what is known of the same thing. */
  stamp(...known: unknown[]): number;
  /** Say something of a thing; what else is known of it stays. `known`: of the same thing under other names. */
  put<Key extends PropertyKey, T extends { at: number }>(map: { [K in Key]: T }, key: Key, said: Omit<T, "at">, ...known: unknown[]): void;
}

type AttemptChange = (attempt: Attempt, pen: Pen, attempts: Record<string, Attempt>) => void;

interface LeerpadStore {
  readonly progress: Progress;
  readonly problems: ReadonlySet<StoreProblem>;
  /** The day that it is here, such as 2026-05-31. */
  readonly today: string;
  update(change: (progress: Progress, pen: Pen) => void): void;
  wipe(): void;
  /** Look again at what is stored. */
  reload(): void;
  /** Run after every change, until the signal ends it. */
  subscribe(listener: () => void, signal?: AbortSignal): void;
  /** Run now, and after every change, until the signal ends it. */
  follow(show: () => void, signal?: AbortSignal): void;
  copies(): string[];
}

type LevelState = "done" | "open" | "later" | "closed";

interface NextStep {
  kind: "begin" | "continue" | "completed";
  /** The id of the level where the learner is. */
  level: string;
  title: string;
  url: string;
}

/** Where a passed test leads: to the levels that it opens, to what is still open elsewhere, or nowhere: all is done. */
interface Onward {
  kind: "level" | "open" | "completed";
  /** Where to go; only levels can be several. */
  next: { title: string; url: string }[];
  /** The titles of all tests that are not passed yet. */
  open: string[];
}

/** Which course a result file is of, and on which day it is made. */
interface ResultAbout {
  title: string;
  edition: string;
  readonly day: string;
  dayOf(at: number): string;
}

interface ResultHead {
  course: { id: string; title: string; edition: string };
  made: string;
}

interface StatementDocument extends ResultHead {
  name: string;
  levels: { level: string; title: string; passed: string }[];
}

interface AnswersDocument extends ResultHead {
  quizzes: { quiz: string; attempts: { practice: boolean; seconds: number | null; answers: object[] }[] }[];
}

/** Who signs badges here: its name as an issuer, and where its list of withdrawn badges stands. */
interface BadgeIssuer {
  did: string;
  status: string;
}

/** What a badge says, once its signature has been checked. */
interface BadgeFacts {
  issuer: string;
  name: string;
  course: string;
  levels: { title: string; day: string }[];
  /** From when on it no longer holds; null if it always does. */
  ends: number | null;
  /** Its number in the list of withdrawn badges; null if it can't be withdrawn. */
  number: number | null;
}

interface ScanDocument extends ResultHead {
  scan: string;
  serial: string;
  dimensions: { dimension: string; percent: number | null }[];
}

/** How one kind of result file is offered. */
interface ResultOffer<T> {
  /** Of what it is, where there can be more of a kind. */
  title?: string;
  /** Before it is shown. */
  begin?(): void;
  /** What to fill in first. */
  before?: HTMLElement;
  /** Where that is written. */
  changes?: HTMLElement;
  document(): T;
  isReady(document: T): boolean;
  /** Why there is nothing to save, as the key of words. */
  missing(document: T): string;
  told(document: T): string[];
}

/** A result file as the picture of a team takes it in. */
interface TeamFile {
  /** The same for what tells the same. */
  name: string;
  /** The same for what one person gives twice. */
  serial: string;
  /** What it is a part of: the id of a scan; empty for answers. */
  pile: string;
  /** Of each dimension the band, of each question 1 for all points and 0 for less. */
  values: Record<string, number>;
  /** Fingerprints of the attempts that it tells, and how many answers those have. */
  attempts: Set<string>;
  answers: number;
}

/** Files of which something was told together. */
interface GroupBlock {
  names: string[];
  /** Of a spread, the first band of each part. */
  starts: number[];
  isPoor: boolean;
}

/** What was shown of a pile of files, as long as the page is open. */
interface GroupHistory {
  blocks: string[][];
  told: Record<string, GroupBlock[]>;
}

/** Why a picture isn't shown: too few files, a part of who was shown together, or too few new ones; how many more it takes. */
interface GroupLack {
  why: "few" | "torn" | "new";
  more: number;
}

/** A part of a spread: from this band to that one, and of how many it tells, in tens. */
interface GroupPart {
  from: number;
  to: number;
  percent: number;
}

/** See elements/team/group.js. */
interface LeerpadGroup {
  history(): GroupHistory;
  /** Null if these files may be shown. */
  lacks(history: GroupHistory, names: string[], least: number): GroupLack | null;
  /** From now on these are shown. */
  show(history: GroupHistory, names: string[]): void;
  /** How those who have a value are spread over the bands; null if that can't be told. */
  spread(history: GroupHistory, thing: string, values: Map<string, number>, bands: number, least: number): GroupPart[] | null;
  /** Whether half of them or fewer have 1; null if that can't be told. */
  isPoor(history: GroupHistory, thing: string, values: Map<string, number>, least: number): boolean | null;
}

/** A dimension of a scan as it may be told; without parts, it can't be. */
interface TeamSpread {
  title: string;
  level: string | null;
  parts: (GroupPart & { label: string; isLow: boolean; isHigh: boolean; tint: number })[];
}

/** A lesson, or a test, with the questions that went badly. */
interface TeamTrouble {
  title: string;
  url: string;
  prompts: string[];
}

/** What may be told of a pile of files, and nothing else: all that is on the page follows from it. */
interface TeamPart {
  title: string;
  /** How many files. */
  size: number;
  /** The names of the bands of its scan. */
  bands: string[];
  spreads: TeamSpread[];
  troubles: TeamTrouble[];
  /** Of how many questions something could be told. */
  told: number;
}

/** What is worth a talk. */
interface TeamTopics {
  good: TeamSpread[];
  apart: TeamSpread[];
  low: TeamSpread[];
}

interface LeerpadPath {
  levelState(progress: Progress, level: CourseLevel): LevelState;
  unlocked(progress: Progress, level: CourseLevel): boolean;
  firstPass(progress: Progress, quiz: string): number | null;
  passed(progress: Progress, quiz: string): boolean;
  /** Of all points, the part that was scored. */
  share(points: Points | null): number;
  best(progress: Progress, quiz: string): number | null;
  handedIn(progress: Progress, quiz: string): [string, Attempt][];
  finished(progress: Progress, quiz: string): [string, Attempt][];
  drafts(progress: Progress, quiz: string): [string, Attempt][];
  draft(progress: Progress, quiz: string): [string, Attempt] | null;
  /** What was said of a lesson, under all ids that it had. */
  lessonRecords(lessons: Record<string, LessonRecord>, lesson: string): LessonRecord[];
  lessonDone(progress: Progress, lesson: string): boolean;
  missing(progress: Progress, level: CourseLevel): CourseLevel[];
  /** Whether nothing was read or answered yet. */
  isNew(progress: Progress): boolean;
  nextSteps(progress: Progress): NextStep[];
  stepIn(progress: Progress, level: CourseLevel): CourseLesson | CourseQuiz;
  scannedAt(progress: Progress, scan: string): number;
  /** How many lessons of a level are done. */
  lessonsDone(progress: Progress, level: CourseLevel): number;
  onward(progress: Progress, level: CourseLevel): Onward;
  level(id: string): CourseLevel | null;
  befores(level: CourseLevel): CourseLevel[];
  afters(level: CourseLevel): CourseLevel[];
  link(url: string): string;
}

interface LeerpadAttempt {
  start(quiz: QuizData, questions: Question[], only?: string[], seed?: number): Attempt;
  score(attempt: Attempt, questions: Map<string, Question>, passMark: number | null): Outcome;
  scoreOne(question: Question, answer: Answer | undefined): Score;
  judge(attempt: Attempt, question: Question): Judged | null;
  /** The answer, if it was given to the question as it is now. */
  current(question: Question, answer: Answer | undefined): Answer | null;
  wrong(attempt: Attempt): string[];
  others(attempts: Attempt[], questions: Map<string, Question>): string[];
}

/** A question that was learned, as the schedule sees it; see elements/reviews/schedule.js. Days are counted since 1970. */
interface ReviewEntry {
  id: string;
  level: string;
  quiz: string;
  /** The day on which it comes back; null if it is done with. */
  due: number | null;
  /** The day on which it was asked last. */
  last: number | null;
  /** It went wrong the last time, also before any review. */
  wrong: boolean;
}

/** Of the questions asked for one of the promised days, how many there were, and how many were right. */
interface ReviewShare {
  day: number;
  total: number;
  right: number;
}

interface LeerpadReviewSchedule {
  dayOf(time: number): number;
  dayCalled(day: string): number;
  /** Such as 2026-05-31. */
  dayText(day: number): string;
  entries(progress: Progress, data: ReviewData, today: number): ReviewEntry[];
  pick(entries: ReviewEntry[], today: number): ReviewEntry[];
  record(progress: Progress, pen: Pen, data: ReviewData, id: string, right: boolean, today: number): void;
  coming(entries: ReviewEntry[], today: number): { day: number; count: number }[];
  remembered(progress: Progress, data: ReviewData): ReviewShare[];
}

/** Of each question the HTML that asks it, and its part of the answer sheet. */
type ReviewQuestions = Record<string, [asks: string, explains: string]>;

/** Questions of levels before that a test asks too; see elements/earlier/client.js. */
interface LeerpadRecall {
  /** Of these questions those of before that have not come yet. */
  lacks(ids: string[]): string[];
  /** Whether one of these could not be had. */
  hasLost(ids: string[]): boolean;
  /** Brings those of these that are lacking; what can't be had is as if it were gone from the course. */
  load(ids: string[]): Promise<void>;
  pick(quiz: QuizData, progress: Progress, seed: number): string[];
  /** Brings what the next attempt would pick. */
  prepare(quiz: QuizData, progress: Progress, seed: number): void;
  /** A question and its part of the answer sheet; null if it isn't here, or no level before has it. */
  bring(id: string): [HTMLElement, HTMLElement] | null;
}

interface ReviewSittingSteps {
  answered(question: string, right: boolean): void;
  /** All were asked; `total` is how many could be. */
  ended(right: number, total: number): void;
}

/** One sitting; see elements/reviews/sitting.js. */
interface LeerpadReviewSitting {
  next(takesFocus: boolean): Promise<void>;
}

/** See client/visit.js. */
interface LeerpadVisit {
  get(name: string): unknown;
  set(values: Record<string, unknown>): void;
}

interface LeerpadSettings {
  /** The word that was chosen, or an empty text. */
  get(store: LeerpadStore, name: string): string;
  set(store: LeerpadStore, name: string, value: string): void;
}

/** See client/roles.js. */
interface LeerpadRoles {
  /** Those of the course; none where lessons don't tell them apart. */
  all: CourseRole[];
  /** What is kept of a learner who wants none. */
  NONE: string;
  /** The id of the learner's own, NONE, or an empty text as long as nothing was chosen. */
  chosen(): string;
  choose(role: string): void;
  /** What a role is called; an empty text for one that isn't there. */
  name(role: string): string;
}

/** What came of a question, and the word for it. */
interface Judged extends Points {
  state: "right" | "partial" | "wrong" | "unanswered";
}

/** Which questions stand on the screen, and how the learner goes from one to another; see elements/quiz/pager.js. */
interface LeerpadQuizPager {
  /** Stands above the questions. */
  readonly bar: Element;
  readonly isOne: boolean;
  /** What says how far the learner is. */
  readonly status: HTMLElement;
  connect(signal: AbortSignal): void;
  ask(asked: LeerpadQuestionView[], isFinished: boolean): void;
  show(isFinished: boolean): void;
  update(): void;
  go(view: LeerpadQuestionView): void;
  move(by: number): void;
  comeBack(): void;
  rewind(): void;
}

/** All questions in a list, in the place of the question at hand; see elements/quiz/overview.js. */
interface LeerpadQuizOverview {
  readonly element: HTMLElement;
  readonly title: HTMLElement;
  show(facts: OverviewFacts | null): void;
}

interface OverviewFacts {
  all: LeerpadQuestionView[];
  /** The question at hand. */
  at: LeerpadQuestionView | undefined;
  isFinished: boolean;
}

/** A quiz on the page, and what the learner can do with it; see elements/quiz/client.js. */
interface LeerpadQuiz {
  readonly host: HTMLElement;
  readonly quiz: QuizData;
  readonly store: LeerpadStore;
  readonly screen: LeerpadQuizScreen;
  check(view: LeerpadQuestionView): void;
  /** Ask for feedback on the question where something was pressed. */
  checkHere(event: Event): void;
  handIn(anyway?: boolean): void;
  /** Look at an attempt that went before. */
  open(attempt: string): void;
  /** With all questions, or only these. */
  restart(only?: string[]): void;
}

/** What of a quiz is on the screen; see elements/quiz/screen.js. */
interface LeerpadQuizScreen {
  readonly host: HTMLElement;
  readonly quiz: QuizData;
  readonly store: LeerpadStore;
  readonly deeds: LeerpadQuiz;
  readonly form: HTMLFormElement;
  /** All that hold its questions: those higher in the text, and last its own. */
  readonly forms: HTMLFormElement[];
  /** Above the questions: the result, or what to know before the first. */
  readonly top: HTMLElement;
  /** Of the headings of its questions, its overview and its result. */
  readonly headingLevel: number;
  readonly views: LeerpadQuestionView[];
  readonly session: LeerpadAttemptSession;
  readonly pager: LeerpadQuizPager;
  readonly queue: LeerpadHydrationQueue;
  /** The questions of the form are those of the attempt as it is stored. */
  readonly isCurrent: boolean;
  /** The result stands above the questions. */
  readonly isResult: boolean;
  connect(signal: AbortSignal): void;
  asked(): LeerpadQuestionView[];
  isAnswered(view: LeerpadQuestionView): boolean;
  /** It was answered, or written at. */
  isMet(view: LeerpadQuestionView): boolean;
  render(changed?: LeerpadQuestionView[]): void;
  renderAndKeepFocus(changed?: LeerpadQuestionView[]): void;
  showQuestion(view: LeerpadQuestionView): void;
  showMissing(unanswered: LeerpadQuestionView[], handInAnyway: () => void): void;
  blank(): void;
  gather(on: boolean): void;
  /** Tell who listens. */
  say(text: string): void;
  focusControl(view: LeerpadQuestionView): void;
  focusTop(): void;
}

/** One question on the screen; see elements/quiz/question.js. */
interface LeerpadQuestionView {
  item: HTMLElement;
  /** Where it stands. */
  list: HTMLElement;
  /** Whether that is higher in the text than the rest of its quiz. */
  isApart: boolean;
  fieldset: HTMLFieldSetElement;
  legend: HTMLElement;
  /** Its part of the answer sheet. */
  reasons: HTMLElement;
  feedback: HTMLElement;
  verdict: HTMLElement;
  data: Question;
  type: QuestionType;
  isScored: boolean;
  /** Its place among the questions asked, from 1. */
  number: number;
  numberId: string;
  setNumber(n: number, total: number | null): void;
  missing(answer: Answer | undefined): string | null;
  arrange(seed: string): void;
  reset(): void;
  setMissing(message: string): void;
  reveal(answer: Answer | undefined, judged: Judged): void;
  see(part?: Element | null): void;
  isInSight(start: Element): boolean;
  /** The words of the button that shows what comes after answering; null if there is nothing to show. */
  checkWords: string | null;
}

/** See elements/quiz/hydration_queue.js. */
interface LeerpadHydrationQueue {
  connect(signal: AbortSignal): void;
  add(views: LeerpadQuestionView[]): void;
  hydrate(view: LeerpadQuestionView): void;
  hydrateFilled(view: LeerpadQuestionView): void;
  hydrateAll(): void;
}

/** See elements/quiz/attempt_session.js. */
interface LeerpadAttemptSession {
  quiz: QuizData;
  /** The draft, if any, and all results that count, the newest first. */
  readonly all: [string, Attempt][];
  /** Look at one of them, until another is begun. */
  open(id: string): void;
  id: string;
  attempt: Attempt;
  load(): Attempt;
  change(change: AttemptChange): void;
  finish(): void;
  restart(only?: string[]): void;
}

interface LeerpadTheme {
  /** Where a message for the whole page belongs. */
  messagePlace(): Element;
  /** The links of the navigation, each with the place for words about its state. */
  navigation(): HTMLAnchorElement[];
  /** Whether the theme's own files came; asked when all has loaded. */
  isWhole(): boolean;
  /** Hide or show the body of a page that is closed, and what the theme says about it. */
  setClosed(closed: boolean): void;
}

/** What brings an element to life: made once, connected each time the element comes into the page. */
interface LeerpadElement {
  /** Show what there is now, and follow it. The signal ends all that listens when the element is moved or taken away. */
  connect(signal: AbortSignal): unknown;
}

interface LeerpadNamespace {
  root: string;
  course: CourseMap;
  /** The names of the scripts that must come before the page starts. */
  bundles: string[];
  /** The addresses of those that come when the browser is idle. */
  rest: string[];
  /** A bundle says so at its end. */
  came(name: string): void;
  /** What begins with a line that says `/// later` may be used only in what is given to `run`. */
  later: {
    /** Run this now if all scripts are there, else when they are. */
    run(needsIt: () => void): void;
    came(name: string): void;
    load(): void;
  };
  words: LeerpadWords;
  order: LeerpadOrder;
  progress: LeerpadProgress;
  reader: LeerpadReading;
  store: LeerpadStore;
  settings: LeerpadSettings;
  roles: LeerpadRoles;
  pen: Pen;
  visit: LeerpadVisit;
  QuizOverview: new (screen: LeerpadQuizScreen, go: (view: LeerpadQuestionView) => void) => LeerpadQuizOverview;
  QuizPager: new (screen: LeerpadQuizScreen) => LeerpadQuizPager;
  QuizScreen: new (quiz: LeerpadQuiz) => LeerpadQuizScreen;
  followAttempt(screen: LeerpadQuizScreen, signal: AbortSignal): void;
  quizTools(quiz: LeerpadQuiz, signal: AbortSignal): void;
  Store: new (backend: StoreBackend, course: string) => LeerpadStore;
  backends: {
    /** Where this course is kept. */
    ours(): StoreBackend;
    browser: StoreBackend;
    /** It forgets all when the page goes. */
    memory(): StoreBackend;
    numberCopies(course: string, names: string[]): void;
    isBlocked(): boolean;
    pretend(): void;
  };
  /** A store for what is only tried out: it forgets all when the page goes. */
  trialStore(): LeerpadStore;
  path: LeerpadPath;
  attempt: LeerpadAttempt;
  theme: LeerpadTheme;
  reviews: LeerpadReviewSchedule;
  ReviewSitting: new (place: HTMLElement, questions: { script: string; id: string }[], steps: ReviewSittingSteps) => LeerpadReviewSitting;
  /** Which script holds a question. */
  reviewScript(source: ReviewSource, id: string): string;
  /** The questions that a script holds. Fails where it can't be had. */
  reviewScriptHolds(script: string): Promise<ReviewQuestions>;
  /** A question and its part of the answer sheet, made anew. Fails where its script can't be had. */
  reviewQuestion(script: string, id: string): Promise<[HTMLElement, HTMLElement]>;
  /** A question made of its HTML, and its part of the answer sheet. */
  reviewParts(html: [asks: string, explains: string]): [HTMLElement, HTMLElement];
  recall: LeerpadRecall;
  /** A picture and the same as a table; nothing as long as there is nothing to tell. */
  reviewPicture(shares: ReviewShare[]): Node[];
  /** Rows of which each gets one of its options by tapping; see questions/shared/tap.js. */
  tapRows(form: HTMLElement): void;
  questions: QuestionTypes;
  QuestionView: new (item: HTMLElement, reasons: HTMLElement, level: number) => LeerpadQuestionView;
  HydrationQueue: new (run: (view: LeerpadQuestionView) => void) => LeerpadHydrationQueue;
  AttemptSession: new (quiz: QuizData, questions: Map<string, Question>, store: LeerpadStore) => LeerpadAttemptSession;
  quizHistory: {
    /** The points of each lesson that the questions name, in the order of the course. */
    byLesson(outcome: Outcome, questions: Map<string, Question>): LessonScore[];
    /** All attempts with their scores, each to be looked at again; null if there is only one. */
    attempts(session: LeerpadAttemptSession, open: (id: string) => void): HTMLElement | null;
  };
  quizResult: {
    /** What to know before the first question; `total`: of so many are there. */
    introduction(quiz: QuizData, attempt: Attempt, total: number): HTMLElement[];
    /** What the author says of a score. */
    band(host: Element, outcome: Outcome): DocumentFragment | null;
    summary(facts: SummaryFacts): HTMLElement;
    missing(
      unanswered: LeerpadQuestionView[],
      headingLevel: number,
      goTo: (view: LeerpadQuestionView) => void,
      submitAnyway: () => void,
    ): HTMLElement;
  };
  scanMeans: {
    /** The answer to a statement, on the scale; null for none. */
    answer(scan: { scale: string[] }, answers: Record<string, unknown>, id: string): number | null;
    /** That of each dimension; null where too few answers were given. */
    of(
      scan: { scale: string[]; dimensions: { min: number }[]; statements: ScanStatement[] },
      answers: Record<string, unknown>,
    ): (number | null)[];
  };
  scan: {
    score(scan: ScanData, answers: Record<string, unknown>): ScanScore;
    told(scan: ScanData, score: ScanScore): number[] | null;
    /** From where on a difference is worth a thought: a quarter of the scale. See how-a-scan-scores.md. */
    notable(scan: ScanData): number;
    /** What changed in each dimension. */
    compare(scan: ScanData, then: Record<string, number>, now: Record<string, number>): ScanChange[];
  };
  /** What was filled in, now and before. */
  scans: {
    /** The scan as it stands there now. */
    now(progress: Progress, id: string): ScanTaken;
    /** Those of before, the newest first. */
    earlier(progress: Progress, id: string): (ScanTaken & { key: string })[];
    /** Keep the scan that stands there, with its date. `current`: it is not to be begun anew. Of too many the oldest goes. */
    keep(progress: Progress, pen: Pen, id: string, current: boolean): void;
  };
  scanAdvice: {
    /** What was done of each level: when its test was passed, and how many lessons were read. */
    standing(): { passed: number | null; read: number }[];
    /** The link to where the learner can begin; opens the level if it is closed here, says so if it is done. */
    beginning(id: string): HTMLElement | null;
    /** Say in a text which lessons that it links to were read. */
    tellRead<Text extends Element>(text: Text): Text;
  };
  /** What to say of a level that was reached just now: empty if it wasn't. Draws its sign in the result. */
  reached(quiz: string, result: Element | null): string;
  scanRows(scan: ScanData, now: ScanTaken, earlier: ScanTaken | null): ScanRow[];
  scanPicture(scan: ScanData, rows: ScanRow[], now: ScanTaken, earlier: ScanTaken | null): Element[];
  scanChanges(host: Element, scan: ScanData, rows: ScanRow[]): HTMLElement;
  /** The list of earlier scans. `choose` puts one beside the picture, or none; null where there is no picture. */
  scanPast(facts: {
    past: (ScanTaken & { key: string })[];
    beside: string;
    isOpen: boolean;
    choose: ((key: string) => void) | null;
    remove: (key: string) => void;
  }): Element[];
  scanResult(facts: ScanResultFacts): HTMLElement;
  dataControls(): HTMLElement[];
  plan: {
    /** What is on the plan: open ones by date, then the done ones, the newest first. */
    list(progress: Progress): [string, PlanAction][];
    set(id: string, change: Partial<PlanAction>): void;
    /** Take an action off the plan; gives what puts it back as it was. */
    remove(id: string): () => void;
    /** What was planned for a day before this one and has not been looked back at, the oldest first. */
    due(progress: Progress, today: string): [string, PlanAction][];
    /** How an action went, by the day it was planned for, the first day first. */
    looks(progress: Progress, id: string): [string, Look][];
    look(id: string, day: string, change: Partial<Look>): void;
  };
  /** A form for one action; `cues` are occasions to suggest, null where none is asked. */
  planForm(action: SaidOfAction, submit: string, cues: string[] | null, keep: (values: SaidOfAction) => void): HTMLFormElement;
  /** A day three weeks from now. */
  inThreeWeeks(): string;
  group: LeerpadGroup;
  teamFiles: {
    /** A file as it is, or the key of why it isn't read. */
    read(text: string, data: TeamData): TeamFile | string;
    /** Put a file to the others in place of those that it has whole in it; the key of why not, if it doesn't count. */
    add(files: TeamFile[], file: TeamFile, isShown: (file: TeamFile) => boolean): string | null;
  };
  teamPart: {
    /** What the files of one pile tell of a scan. What is told is noted in the history. */
    ofScan(scan: TeamScan, files: TeamFile[], history: GroupHistory, least: number): TeamPart;
    /** And of questions. */
    ofAnswers(questions: TeamQuestion[], files: TeamFile[], history: GroupHistory, least: number): TeamPart;
  };
  teamTalk: {
    topics(parts: TeamPart[]): TeamTopics;
    /** Half an hour: from which minute to which, and what is done. */
    agenda(parts: TeamPart[]): { from: number; to: number; title: string; text: string }[];
  };
  teamSheets(parts: TeamPart[]): HTMLElement[];
  resultFiles: {
    statement(progress: Progress, about: ResultAbout, name: string): StatementDocument;
    answers(progress: Progress, about: ResultAbout): AnswersDocument;
    scan(progress: Progress, about: ResultAbout, scan: SharedScan): ScanDocument;
  };
  badgeBytes: {
    Refusal: new (reason: string) => Error & { readonly reason: string };
    /** What comes before a badge in an address. */
    readonly MARK: string;
    /** Letters of whatever somebody hands over; a badge has some two thousand. */
    readonly MOST_GIVEN: number;
    /** Bytes of a file that is published for checking badges. */
    readonly MOST_PUBLISHED: number;
    /** What stands in letters of base64url. */
    read(letters: string): Uint8Array<ArrayBuffer>;
    write(bytes: Uint8Array): string;
    unpack(packed: Uint8Array<ArrayBuffer>, format: CompressionFormat, most: number): Promise<Uint8Array<ArrayBuffer>>;
  };
  /** What a badge says that holds at this moment. Rejects with a Refusal if it doesn't. */
  checkBadge(given: string, site: BadgeIssuer, published: (name: string) => Promise<string>, now: number): Promise<BadgeFacts>;
  /** The text of a file in the folder of badges of this site. Rejects with the Refusal `unpublished` if it can't be had. */
  published(name: string): Promise<string>;
  calendarFile(events: CalendarEvent[], facts: CalendarFacts): string;
  /** The lines that explain a time zone in the years of these days. */
  calendarZone(zone: string, days: string[]): string[];
  /**
   * What is still to come, the earliest first. `isOwnWords`: with what the learner is going to do; `isTalk`: with the talk;
   * `reviewed`: which questions come back, null to leave them out.
   */
  calendarEvents(options: { course: string; isOwnWords: boolean; isTalk: boolean; reviewed: ReviewData | null }): CalendarEvent[];
  talkCard(card: TalkCard): HTMLElement;
  talkText(card: TalkCard): string;
  /** Gives the learner a text as a file; says what it is called. */
  saveFile(text: string, name: string, suffix: string, type: string): string;
  /** Buttons for two near days; `choose` hears which was taken, empty for none. */
  nearDays(choose: (day: string) => void): { elements: HTMLElement[]; show(chosen: string): void };
  /** Two near days and a field for any other; `choose` hears which was taken, empty for none. */
  dayChooser(choose: (day: string) => void): { element: HTMLElement; show(chosen: string): void };
  /** Asks when an action on the plan is for; `cues` are occasions that the lesson suggests. */
  planMoment(id: string, cues: string[]): LeerpadElement & { element: HTMLDetailsElement; show(action: PlanAction): void };
  /** Finds the button that leads on; gives what changes its words and where it leads. */
  nextStep(host: HTMLElement): (step: { label: string; title: string; url: string }) => void;
  /** Fill the place below a check with what leads on from there. */
  further(host: HTMLElement): void;
  /** Keep what was written at a question to think about. */
  keepNote(store: LeerpadStore, id: string, text: string, prompt: string): void;
  /** Fills the look back at the end of the path, of which the page has the frame; gives what does so again. */
  lookBack(host: HTMLElement): () => void;
  /** One for each level, and one for the whole path. */
  certificates(progress: Progress): Certificate[];
  /** How the scores of a test went; null if there are too few to draw. */
  scoreLine(quiz: CourseQuiz, attempts: Attempt[]): Element | null;
  /**
   * Makes in `place` what gives the learner a text to paste elsewhere: on the clipboard, else in a field to copy from. By keys
   * of words: `label` names the field, `copied` is said when it is done. Gives what copies a text.
   */
  copyOut(place: Element, label: string, copied: string): (text: string) => Promise<void>;
  /** A button that gives the learner everything as a file. `saved` hears its name. */
  downloadButton(saved: (file: string) => void): HTMLElement;
  /** Give the learner a copy of progress as a file; gives its name. `suffix`: how that ends. */
  saveCopy(text: string, suffix: string): string;
  choices: {
    selected(form: HTMLElement): string[];
    select(form: HTMLElement, keys: string[]): boolean;
    mark(form: HTMLElement, correct: string[], chosen: string[], reasons: Element): void;
    tell(form: HTMLElement, correct: string[], chosen: string[], reasons: Element): Told;
    arrange(form: HTMLElement, seed: string): void;
  };
  /** What so many hits of all are worth; all of them exactly all points. */
  score(question: Question, hits: number, all?: number): Score;
  scenario: LeerpadScenario;
  review: {
    reason(reasons: Element, key: string): HTMLElement | null;
    mark(place: HTMLElement, state: Verdict, text: string, reason: HTMLElement | null, sign?: string): void;
  };
  /** A list that the learner puts in order. */
  sortable: {
    list(form: HTMLElement): HTMLElement;
    /** Its items, from top to bottom. */
    items(form: HTMLElement): HTMLElement[];
    connect(form: HTMLElement, question: Question & OrderingKey): void;
    read(form: HTMLElement): string[] | null;
    show(form: HTMLElement, response: LearnerResponse): boolean;
    arrange(form: HTMLElement, seed: string): void;
  };
  /** Rows that each get an option: all that `matching` and `categorize` do. */
  assign: QuestionType<Question & AssignKey>;
  /** A text for the learner's notes: the same in a quiz and outside. */
  note: Pick<QuestionType, "read" | "show">;
  drag(host: HTMLElement, handles: string, gesture: DragGesture): void;
  /** The first thing to fill in or press; where something is missing, that. */
  firstControl(container: Element): HTMLElement | null;
  /** Whether a text field in this part of the page has the focus: what is written there may not be kept yet. */
  isTypedIn(part: Element): boolean;
  /** Run for what is typed in a text field: after a pause, and before the page goes or the signal ends it. */
  afterTyping(run: (event: Event) => void, signal?: AbortSignal): (event: Event) => void;
  /** The first that the selector finds; an error that names it where there is none of this type. */
  find<T extends Element>(root: ParentNode, selector: string, Type: new () => T): T;
  /** All that the selector finds; an error if one is of another type. */
  findAll<T extends Element>(root: ParentNode, selector: string, Type: new () => T): T[];
  el(tag: string, attributes?: Attributes | null, ...children: Child[]): HTMLElement;
  icon(name: string): Element;
  svg(tag: string, attributes: Record<string, string | number>, ...children: (Node | string)[]): Element;
  /** A button that does something here, by the key of its words; `kind` is its class, empty for the one that stands out. */
  button(key: string, click: (event: Event) => void, kind?: string): HTMLElement;
  /** What stands in an element, once more. */
  copies(source: Element | null | undefined): Node[];
  /** A part of the page once more, with ids of its own: links and names within it are about the copy. */
  copy(source: Node): Node;
  /** The level for a heading at this place: one below the last heading of the page before it. */
  headingLevel(place: Element): number;
  /** What looks as it did, for who walks by headings too. */
  makeHeading<Made extends Element>(element: Made, level: number): Made;
  /** A heading among parts that an author may put under any heading. */
  heading(level: number, attributes: Attributes, ...children: Child[]): HTMLElement;
  printButton(): HTMLElement;
  /** A table that scrolls by itself where it is too wide; the first cell of each row is its heading. A cell may be one that is made already. */
  table(label: string, heads: string[], rows: Child[][]): HTMLElement;
  /** Whether the page runs: it started, and as far as can be known by now, it has our styles. */
  isLive(): boolean;
  /** Run when the page has been read, if it is live; a failure is logged by name and stays its own. */
  whenReady(name: string, run: () => void): void;
  /**
   * When an element comes to life: once the page is "ready"; when the parser has "passed" it, so that what is kept stands
   * there before anything is painted; or when it has only "begun", if it needs nothing after its own first tag.
   */
  define(name: string, make: (host: HTMLElement) => LeerpadElement | null, when?: "ready" | "passed" | "begun"): void;
  start(early?: boolean): void;
}

interface SummaryFacts {
  attempt: Attempt;
  outcome: Outcome;
  quiz: QuizData;
  band: DocumentFragment | null;
  best: number | null;
  onward: Onward | null;
  /** Where the certificate is that this result earned. */
  certificate: string | null;
  /** Of its heading. */
  headingLevel: number;
  /** What tells the result from that of another quiz on the page. */
  title: string;
  /** Whether another try asks partly other questions. */
  draws: boolean;
  /** Of the questions of levels before: how many were right; null if none was asked. */
  recalled: { right: number; total: number } | null;
  again: () => void;
  /** Practise what went wrong; null if nothing did, or everything. */
  retry: (() => void) | null;
  /** After practising: what the same lessons ask besides; null if all of it was asked. */
  others: (() => void) | null;
  /** Empty for a practice. */
  lessons: LessonScore[];
}

interface LessonScore extends CourseLesson, Points {}

interface Window {
  Leerpad: LeerpadNamespace;
  LeerpadCourse: CourseMap;
  /** What scripts of questions brought, by their addresses. */
  LeerpadReviews?: Record<string, ReviewQuestions>;
  /** The words of the bundles that came, by their keys. */
  LeerpadWords: Record<string, string>;
  /** What keeps the texts in the browser's place, where a page is part of a package. */
  LeerpadHost?: StoreBackend;
}

declare const Leerpad: LeerpadNamespace;
