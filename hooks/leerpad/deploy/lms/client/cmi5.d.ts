/** What a session by cmi5 is made of: see cmi5.js and statements.js. Only for the type checker; never shipped. */

/** Where to speak, and of whom. */
interface Cmi5Place {
  endpoint: string;
  token: string;
  actor: object;
  activity: string;
  registration: string;
}

/** What the document LMS.LaunchData says. */
interface Cmi5Launch {
  contextTemplate?: { contextActivities?: Record<string, object | object[]>; extensions?: Record<string, unknown> };
  launchMode: string;
  masteryScore?: number;
  returnURL?: string;
}

/** What happened, before it is said: it may have to wait for another session. Its statement has its id. */
type Cmi5Event = ReachedEvent | AnswerEvent;

interface ReachedEvent {
  verb: "completed" | "passed";
  id: string;
  result: Record<string, unknown>;
}

interface AnswerEvent {
  verb: "answered";
  id: string;
  quiz: string;
  /** Its id. */
  question: string;
  value: LearnerResponse;
  points: Points;
  at: number;
}

interface XapiStatement {
  id: string;
  timestamp: string;
  verb: { id: string };
  object: object;
  context: object;
  result?: object;
}

interface Cmi5Statements {
  initialized(): XapiStatement;
  terminated(spent: number): XapiStatement;
  /** Null for what isn't told, or not any more. */
  of(event: Cmi5Event, questions: Record<string, TellableQuestion>): XapiStatement | null;
  /** What of all that can be reached is. */
  reached(result: PackageResult, spent: number): ReachedEvent[];
  answered(answer: TellingAnswer): AnswerEvent;
}

/** How to say something to a record store; `last`: the page is being taken away. */
interface RecordsAsk {
  body?: string;
  headers?: Record<string, string>;
  last?: boolean;
}

interface LeerpadRecords {
  call(place: Cmi5Place, method: string, resource: string, query: Record<string, string>, ask?: RecordsAsk): Promise<Response>;
  /** The query of a document that is kept of a registration. */
  state(place: Cmi5Place, stateId: string): Record<string, string>;
  /** What the learning system gives once, to speak with its record store; empty if it did before. */
  token(address: string): Promise<string>;
}

/** See state.js. */
interface LeerpadState {
  readonly body: string;
  look(): Promise<string>;
  put(text: string, last?: boolean): Promise<number>;
  write(make: (body: string) => string | null): Promise<boolean>;
}

interface LeerpadNamespace {
  records: LeerpadRecords;
  State: new (place: Cmi5Place) => LeerpadState;
  statements(place: Cmi5Place, launch: Cmi5Launch, facts: Pick<PackageFacts, "iri" | "language">): Cmi5Statements;
}
