/** What the scripts in this folder share, and give to others. Only for the type checker; never shipped. */

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
  portion(entries: ReviewEntry[], today: number): [now: number, waiting: number];
  record(progress: Progress, pen: Pen, data: ReviewData, id: string, right: boolean, today: number): void;
  coming(entries: ReviewEntry[], today: number): { day: number; count: number }[];
  remembered(progress: Progress, data: ReviewData): ReviewShare[];
}

/** Of each question the HTML that asks it, and its part of the answer sheet. */
type ReviewQuestions = Record<string, [asks: string, explains: string]>;

interface ReviewSittingSteps {
  answered(question: string, right: boolean): void;
  /** All were asked; `total` is how many could be. */
  ended(right: number, total: number): void;
}

/** One sitting; see elements/reviews/sitting.js. */
interface LeerpadReviewSitting {
  next(takesFocus: boolean): Promise<void>;
}

interface DataAttributes {
  reviews: ReviewData;
}

interface LeerpadNamespace {
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
  /** A picture and the same as a table; nothing as long as there is nothing to tell. */
  reviewPicture(shares: ReviewShare[]): Node[];
}
