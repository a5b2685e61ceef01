/** What is kept of a learner, and what reads, joins and writes it. Only for the type checker; never shipped. */

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
