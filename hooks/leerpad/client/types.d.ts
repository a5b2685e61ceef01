/** What the core of the client gives to all scripts. Only for the type checker; never shipped. What the build sends: data.d.ts. */

/** See site/plan/course_map.py. */
interface CourseMap extends CourseFacts, OwnPages {
  limits: Limits;
}

/** The element that a tag makes; just an element where the tag isn't known before the script runs. */
type ElementOf<Tag extends string> = Tag extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[Tag] : HTMLElement;

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
  theme: LeerpadTheme;
  /** Gives the learner a text as a file; says what it is called. */
  saveFile(text: string, name: string, suffix: string, type: string): string;
  /** Finds the button that leads on; gives what changes its words and where it leads. */
  nextStep(host: HTMLElement): (step: { label: string; title: string; url: string }) => void;
  /**
   * Makes in `place` what gives the learner a text to paste elsewhere: on the clipboard, else in a field to copy from. By keys
   * of words: `label` names the field, `copied` is said when it is done. Gives what copies a text.
   */
  copyOut(place: Element, label: string, copied: string): (text: string) => Promise<void>;
  /** The first thing to fill in or press; where something is missing, that. */
  firstControl(container: Element): HTMLElement | null;
  /** Whether a text field in this part of the page has the focus: what is written there may not be kept yet. */
  isTypedIn(part: Element): boolean;
  /** Run for what is typed in a text field: after a pause, and before the page goes or the signal ends it. */
  afterTyping(run: (event: Event) => void, signal?: AbortSignal): (event: Event) => void;
  /** What the build put on an element as JSON; an error if it put nothing there. Each room says in `DataAttributes` what its templates put there. */
  data<Key extends keyof DataAttributes>(host: HTMLElement, key: Key): DataAttributes[Key];
  /** The first that the selector finds; an error that names it where there is none of this type. */
  find<T extends Element>(root: ParentNode, selector: string, Type: new () => T): T;
  /** All that the selector finds; an error if one is of another type. */
  findAll<T extends Element>(root: ParentNode, selector: string, Type: new () => T): T[];
  el<Tag extends string>(tag: Tag, attributes?: Attributes | null, ...children: Child[]): ElementOf<Tag>;
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
