/** What every type of question owes, and what their scripts share. Only for the type checker; never shipped. */

/** What is known of a question whatever its type. What a type tells besides is in questions/data.d.ts. */
interface Question extends QuestionFacts, Partial<ReflectionAids> {
  /** In a test: how one of a level before counts. */
  recalled?: "counts" | "apart";
}

type ScenarioQuestion = Question & ScenarioKey & ScenarioAids;

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

interface LeerpadNamespace {
  /** Rows of which each gets one of its options by tapping; see questions/shared/tap.js. */
  tapRows(form: HTMLElement): void;
  questions: QuestionTypes;
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
  /** The numbers that a text can mean: none, one, or both one and a quarter and 1250 for “1.250”. */
  readings(response: Json, unit: string): number[];
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
}
