/** What the scripts in this folder share, and give to others. Only for the type checker; never shipped. */

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

interface DataAttributes {
  scans: SharedScan[];
}

interface LeerpadNamespace {
  dataControls(): HTMLElement[];
  resultFiles: {
    statement(progress: Progress, about: ResultAbout, name: string): StatementDocument;
    answers(progress: Progress, about: ResultAbout): AnswersDocument;
    /** The mean of each dimension, as the learner saw it; in the file it is a part of the scale. */
    means(progress: Progress, scan: SharedScan): (number | null)[];
    scan(progress: Progress, about: ResultAbout, scan: SharedScan): ScanDocument;
  };
  /** Fills the look back at the end of the path, of which the page has the frame; gives what does so again. */
  lookBack(host: HTMLElement): () => void;
  /** How the scores of a test went; null if there are too few to draw. */
  scoreLine(quiz: CourseQuiz, attempts: Attempt[]): Element | null;
  /** A button that gives the learner everything as a file. `saved` hears its name. */
  downloadButton(saved: (file: string) => void): HTMLElement;
  /** Give the learner a copy of progress as a file; gives its name. `suffix`: how that ends. */
  saveCopy(text: string, suffix: string): string;
}
