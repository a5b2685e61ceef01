/** What the shell of a package adds to the namespace. Only for the type checker; never shipped. */

interface LeerpadCursor {
  readonly isDone: boolean;
  take(count: number): string;
  until(mark: string): string;
  fixed(width: number): number;
  short(): number;
  signed(): number;
  decimal(mark: string): number;
  text(): string;
  answer(depth?: number): LearnerResponse;
}

interface LeerpadLetters {
  fixed(value: number, width: number): string;
  short(value: number): string;
  signed(value: number): string;
  decimal(value: number): string;
  text(text: string): string;
  answer(value: LearnerResponse): string;
  Cursor: new (text: string) => LeerpadCursor;
}

interface LeerpadCode {
  pack(
    progress: Progress,
    quizzes: Record<string, string[]>,
    room: number,
    options: { answers: boolean },
  ): { text: string | null; core: number };
  unpack(text: string, quizzes: Record<string, string[]>): Progress | null;
  sealed(text: string): string;
}

interface LeerpadNamespace {
  letters: LeerpadLetters;
  code: LeerpadCode;
}

/** What became of all that was done, as a learning system counts it. */
interface PackageResult {
  isDone: boolean;
  byTest: boolean;
  /** The mean of the best shares, 0 to 1; null as long as no test was made. */
  share: number | null;
  /** How much of the path is done, 0 to 1. */
  measure: number;
}

/** One answer, to be told. */
interface TellingAnswer {
  quiz: string;
  question: TellableQuestion;
  value: LearnerResponse;
  points: Points;
  at: number;
}

interface Telling {
  /** Null: what is kept there stays as it is. */
  text: string | null;
  place: string;
  result: PackageResult;
  answers: TellingAnswer[];
  /** Milliseconds that the course was on the screen. */
  spent: number;
}

/** A session with a learning system. */
interface LeerpadSession {
  /** Who it is there; empty if it doesn't say. */
  learner: string;
  /** What was kept of this learner. */
  text: string;
  place: string;
  /** How many letters it keeps. */
  room: number;
  /** False where nothing is told or kept: when looking back, or without a learning system. */
  counts: boolean;
  /** The key of the words to say about it, or empty. */
  problem: string;
  /** Answers that only this device knows, to be told in the next session. */
  owed(): TellingAnswer[];
  /** Whether it took all of it. */
  keep(telling: Telling): boolean | Promise<boolean>;
  /** Nothing can be told any more. Gives the address to go on to, if any. */
  end(telling: Telling): string;
}

interface LeerpadShelf {
  /**
   * Say whose work this is, before any page is shown. Parts that nobody else may see stay on the device under the learner's own
   * name, for all packages of the course; what a learning system has too hangs on the mark of the attempt there, and on the
   * level if the package is of one alone. `mark` is empty where the learning system has nothing; what this device has of an attempt
   * of which nothing was ever told is then taken up again. Gives the mark of the attempt.
   */
  open(facts: { learner: string; level: string; mark: string; theirs: Progress; lasting: boolean; live: boolean }): string;
  /** Whether this device has all of it, for when the course is opened again. */
  lasts(): boolean;
  /** The learning system has something of this attempt: without it, next time is a new one. */
  told(): void;
  /** Take up what another device kept of this attempt, under the mark that it has there by now. */
  join(mark: string, theirs: Progress): void;
  /** Keep what is to be told of this attempt in the next session. */
  owe(answers: TellingAnswer[]): void;
  /** What an earlier session couldn't tell of it. */
  owed(): TellingAnswer[];
  /** Keep a text that can't be read. */
  putAside(text: string): void;
}

interface ToldAnswer {
  type: string;
  response: string;
  pattern: string | null;
}

interface LeerpadAnswers {
  scorm(answer: TellingAnswer, isOld: boolean): [element: string, value: string][];
  /** In the words of SCORM 2004, which are those of xAPI; null if it isn't told. */
  tell(answer: TellingAnswer): ToldAnswer | null;
  /** The name of a step of a conversation, as an answer says it. */
  step(name: string): string;
}

interface LeerpadNamespace {
  answers: LeerpadAnswers;
  shelf: LeerpadShelf;
  /** `takeUp` hears what another device put in the place of what this session kept, and gives what is to be kept of both. */
  connect(facts: PackageFacts, takeUp: (text: string) => string): Promise<LeerpadSession>;
  /** A session that keeps nothing. */
  untracked(problem: string): LeerpadSession;
  packageResult(progress: Progress, facts: PackageFacts): PackageResult;
  /** A share as it is told: rounded down to four decimals, for who is told to have passed must have. See ../manifest.py. */
  scaledScore(share: number): number;
  tellable(facts: PackageFacts, progress: Progress, quiz: string, attempt: string): TellingAnswer[];
}

interface Window {
  LeerpadPackage: PackageFacts;
}
