/** What the scripts in this folder share, and give to others. Only for the type checker; never shipped. */

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

interface DataAttributes {
  quiz: QuizData;
  question: Question;
}

interface LeerpadNamespace {
  QuizOverview: new (screen: LeerpadQuizScreen, go: (view: LeerpadQuestionView) => void) => LeerpadQuizOverview;
  QuizPager: new (screen: LeerpadQuizScreen) => LeerpadQuizPager;
  QuizScreen: new (quiz: LeerpadQuiz) => LeerpadQuizScreen;
  followAttempt(screen: LeerpadQuizScreen, signal: AbortSignal): void;
  quizTools(quiz: LeerpadQuiz, signal: AbortSignal): void;
  attempt: LeerpadAttempt;
  recall: LeerpadRecall;
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
    introduction(quiz: QuizData, attempt: Attempt, total: number): string;
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
  /** What to say of a level that was reached just now: empty if it wasn't. Draws its sign in the result. */
  reached(quiz: string, result: Element | null): string;
  /** Fill the place below a check with what leads on from there. */
  further(host: HTMLElement): void;
}
