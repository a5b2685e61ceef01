/** What the build sends. Made of questions by `make types`: change it there. */

/** What every question has, whatever its type. `revision` changes when another answer becomes right.

    `scored` is false for what asks for no right answer: a reflection, a prediction.
     */
interface QuestionFacts {
  id: string;
  type: string;
  scored: boolean;
  points: number;
  lesson: string | null;
  revision: string;
}

/** The right choice. */
interface SingleChoiceKey {
  correct: string;
}

/** The right choices and how they count. */
interface MultipleChoiceKey {
  correct: string[];
  scoring: "partial" | "all_or_nothing";
}

/** Whether the statement is true. */
interface TrueFalseKey {
  correct: boolean;
}

/** The items in the right order, and how they count. */
interface OrderingKey {
  items: string[];
  scoring: "partial" | "all_or_nothing";
}

/** The right option of each row. */
interface AssignKey {
  correct: Record<string, string>;
}

/** Of each gap, by its name, what is right in it. */
interface FillInKey {
  gaps: Record<string, GapKey>;
}

/** What is accepted in a gap, and what is forgiven. */
interface GapKey {
  accept: string[];
  case_sensitive: boolean;
  accent_sensitive: boolean;
  space_sensitive: boolean;
  typos: number;
}

/** Of each gap the mistakes that the author saw coming, in the order of their reasons. */
interface FillInAids {
  reject: Record<string, string[][]>;
}

/** The bounds of what is right. */
interface NumericKey {
  low: number;
  high: number;
}

/** The unit, which the learner may write too; an empty text for none. */
interface NumericAids {
  unit: string;
}

/** Of each step its choices, each with where it leads and its points; and the points of the best way. */
interface ScenarioKey {
  start: string;
  steps: Record<string, Record<string, [string, number]>>;
  best: number;
}

/** The best way: each step on it, with the choice to make there. */
interface ScenarioAids {
  best_path: [string, string][];
}

/** Whether there is something to show afterwards. */
interface ReflectionAids {
  afterwards: boolean;
}

/** The script of each type: it gets the question with what that type tells. */
interface QuestionTypes {
  [name: string]: QuestionType;
  single_choice: QuestionType<Question & SingleChoiceKey>;
  multiple_choice: QuestionType<Question & MultipleChoiceKey>;
  true_false: QuestionType<Question & TrueFalseKey>;
  ordering: QuestionType<Question & OrderingKey>;
  matching: QuestionType<Question & AssignKey>;
  categorize: QuestionType<Question & AssignKey>;
  fill_in: QuestionType<Question & FillInKey & FillInAids>;
  numeric: QuestionType<Question & NumericKey & NumericAids>;
  scenario: QuestionType<Question & ScenarioKey & ScenarioAids>;
  reflection: QuestionType<Question & ReflectionAids>;
}
