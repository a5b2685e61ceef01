/** The shapes that the parts of the client share. Only for the type checker; never shipped. */

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
}

interface LessonRecord {
  done: boolean;
  at: number;
}

/** Everything a course keeps about one learner. */
interface Progress {
  version: number;
  course: string;
  lessons: Record<string, LessonRecord>;
  quizzes: Record<string, Record<string, Attempt>>;
}

interface Parsed {
  progress: Progress;
  /** Null if all was understood; otherwise why a part was left out. */
  damage: null | "damaged" | "version";
}

interface Question {
  id: string;
  type: string;
  points: number;
  lesson: string | null;
  revision: string;
  [key: string]: Json;
}

interface Score extends Points {
  right: boolean;
}

/** What each question type brings: see hooks/leerpad/questions. It touches its own form, nothing else. */
interface QuestionType {
  /** Bring the form to life, once. A change that the browser doesn't notice is told by a `change` event from the form. */
  connect?(form: HTMLElement, question: Question, reasons: Element): void;
  /** What the form says now; null if nothing is answered. */
  read(form: HTMLElement): LearnerResponse;
  /** Put an answer back into the form. False if it doesn't fit the question as it is now. */
  show(form: HTMLElement, response: LearnerResponse): boolean;
  /** Points for an answer. Pure. `right` means full marks. */
  score(question: Question, response: LearnerResponse): Score;
  /** Show in the form what was right and what wasn't, each with its reason. */
  mark(form: HTMLElement, question: Question, response: LearnerResponse, reasons: Element): void;
  /** Put choices in the order that belongs to this attempt. */
  arrange(form: HTMLElement, seed: string): void;
  /** The key of the words for what an answer still lacks, null if nothing. Left out: any answer will do. Pure. */
  missing?(question: Question, response: LearnerResponse): string | null;
}

/** Right; wrong; should have been chosen too; rightly or harmlessly left alone. */
type Verdict = "right" | "wrong" | "missed" | "left";

interface DragGesture {
  /** The pointer moved; `under` is what it is over now, topmost first. */
  move(handle: HTMLElement, under: Element[], event: PointerEvent): void;
  drop(handle: HTMLElement, under: Element[], event: PointerEvent): void;
  /** Everything as it was before. */
  cancel(handle: HTMLElement): void;
}

interface CourseLesson {
  id: string;
  title: string;
  url: string;
}

interface CourseQuiz extends CourseLesson {
  pass_mark: number;
}

interface CourseLevel {
  id: string;
  number: number;
  title: string;
  url: string;
  lessons: CourseLesson[];
  quiz: CourseQuiz;
}

interface CourseMap {
  id: string;
  gating: "required" | "advised" | "off";
  language: string;
  /** The address of the learner's own page. */
  progress: string;
  levels: CourseLevel[];
  words: Record<string, string>;
}

interface QuizData {
  id: string;
  mode: "practice" | "test";
  pass_mark: number | null;
  draw: number | null;
  shuffle: boolean;
  level: string | null;
}

type Child = Node | string | null;
type Attributes = Record<string, string | boolean | ((event: Event) => void)>;

interface LeerpadWords {
  text(key: string, params?: Record<string, string | number>): string;
  plural(key: string, count: number, params?: Record<string, string | number>): string;
  points(points: Points): string;
  number(value: number): string;
  percent(share: number): string;
  date(time: number): string;
}

interface LeerpadOrder {
  newSeed(): number;
  by(seed: string, names: string[]): string[];
}

interface LeerpadProgress {
  VERSION: number;
  empty(course: string): Progress;
  parse(value: unknown, course: string): Parsed;
  merge(left: Progress, right: Progress): Progress;
  canonical(value: unknown): string;
}

type StoreProblem = "blocked" | "full" | "damaged" | "version";

interface LeerpadStore {
  readonly progress: Progress;
  readonly problems: ReadonlySet<StoreProblem>;
  update(change: (progress: Progress) => void): void;
  wipe(): void;
  /** Look again at what is stored. */
  reload(): void;
  subscribe(listener: () => void): void;
  copies(): string[];
}

type LevelState = "done" | "open" | "later" | "closed";

interface NextStep {
  kind: "begin" | "continue" | "completed";
  title: string;
  url: string;
}

interface LeerpadPath {
  levelState(progress: Progress, level: CourseLevel): LevelState;
  unlocked(progress: Progress, level: CourseLevel): boolean;
  passed(progress: Progress, quiz: string): boolean;
  best(progress: Progress, quiz: string): number | null;
  finished(progress: Progress, quiz: string): [string, Attempt][];
  draft(progress: Progress, quiz: string): [string, Attempt] | null;
  lessonDone(progress: Progress, lesson: string): boolean;
  nextStep(progress: Progress): NextStep;
  level(id: string): CourseLevel | null;
  before(level: CourseLevel): CourseLevel | null;
  after(level: CourseLevel): CourseLevel | null;
  link(url: string): string;
}

interface LeerpadAttempt {
  start(quiz: QuizData, questions: Question[], only?: string[]): Attempt;
  score(attempt: Attempt, questions: Map<string, Question>, passMark: number | null): Outcome;
  scoreOne(question: Question, answer: Answer | undefined): Score;
  /** The answer, if it was given to the question as it is now. */
  current(question: Question, answer: Answer | undefined): Answer | null;
  wrong(attempt: Attempt): string[];
  newId(): string;
}

/** One question on the screen; see elements/quiz/question.js. */
interface LeerpadQuestionView {
  item: HTMLElement;
  fieldset: HTMLFieldSetElement;
  feedback: HTMLElement;
  data: Question;
  type: QuestionType;
  isScored: boolean;
  setNumber(number: number): void;
  missing(answer: Answer | undefined): string | null;
  reset(): void;
  setMissing(message: string): void;
  reveal(answer: Answer | undefined, points: Points): void;
}

/** See elements/quiz/keeper.js. */
interface LeerpadAttemptKeeper {
  id: string;
  attempt: Attempt;
  load(): void;
  change(change: (attempt: Attempt, progress: Progress) => void): void;
  finish(): void;
  restart(only?: string[]): void;
}

interface LeerpadTheme {
  /** Where a message for the whole page belongs. */
  messagePlace(): Element;
  /** The links of the navigation, each with the place for words about its state. */
  navigation(): HTMLAnchorElement[];
  /** Hide or show what the theme says about a closed page, such as its table of contents. */
  setClosed(closed: boolean): void;
}

interface LeerpadNamespace {
  root: string;
  course: CourseMap;
  words: LeerpadWords;
  order: LeerpadOrder;
  progress: LeerpadProgress;
  store: LeerpadStore;
  Store: new (open: () => Storage, course: string) => LeerpadStore & { refresh(raw: string | null): void };
  path: LeerpadPath;
  attempt: LeerpadAttempt;
  theme: LeerpadTheme;
  questions: Record<string, QuestionType>;
  QuestionView: new (item: HTMLElement, reasons: Element) => LeerpadQuestionView;
  AttemptKeeper: new (quiz: QuizData, questions: Map<string, Question>) => LeerpadAttemptKeeper;
  quizResult: {
    summary(facts: SummaryFacts): HTMLElement;
    missing(unanswered: HTMLElement[], submitAnyway: () => void): HTMLElement;
  };
  dataControls(): HTMLElement[];
  downloadButton(): HTMLElement;
  choices: {
    selected(form: HTMLElement): string[];
    select(form: HTMLElement, keys: string[]): boolean;
    mark(form: HTMLElement, correct: string[], chosen: string[], reasons: Element): void;
    arrange(form: HTMLElement, seed: string): void;
  };
  review: {
    reason(reasons: Element, key: string): HTMLElement | null;
    mark(place: HTMLElement, state: Verdict, text: string, reason: HTMLElement | null, sign?: string): void;
  };
  /** Rows that each get an option: all that `matching` and `categorize` do. */
  assign: QuestionType;
  drag(host: HTMLElement, handles: string, gesture: DragGesture): void;
  /** The first thing to fill in or press; where something is missing, that. */
  firstControl(container: Element): HTMLElement | null;
  /** Run for what is typed in a text field: after a pause, and before the page goes. */
  afterTyping(run: (event: Event) => void): (event: Event) => void;
  el(tag: string, attributes?: Attributes | null, ...children: Child[]): HTMLElement;
  icon(name: string): Element;
  /** Run when the page has been read; a failure is logged by name and stays its own. */
  whenReady(name: string, run: () => void): void;
  define(name: string, connected: (element: HTMLElement) => void): void;
  start(): void;
}

interface SummaryFacts {
  attempt: Attempt;
  outcome: Outcome;
  quiz: QuizData;
  band: DocumentFragment | null;
  best: number | null;
  opened: CourseLevel | null;
  completed: boolean;
  again: () => void;
  retry: (() => void) | null;
}

interface Window {
  Leerpad: LeerpadNamespace;
  LeerpadCourse: CourseMap;
}

declare const Leerpad: LeerpadNamespace;
