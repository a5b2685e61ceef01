/** What the scripts in this folder share, and give to others. Only for the type checker; never shipped. */

/** What a learner says of an action. */
type SaidOfAction = Pick<PlanAction, "text" | "who" | "when" | "cue">;

interface LeerpadNamespace {
  plan: {
    /** What is on the plan: open ones by date, then the done ones, the newest first. */
    list(progress: Progress): [string, PlanAction][];
    set(id: string, change: Partial<PlanAction>): void;
    /** Take an action off the plan; gives what puts it back as it was. */
    remove(id: string): () => void;
    /** What was planned for a day before this one and has not been looked back at, the oldest first. */
    due(progress: Progress, today: string): [string, PlanAction][];
    /** How an action went, by the day it was planned for, the first day first. */
    looks(progress: Progress, id: string): [string, Look][];
    look(id: string, day: string, change: Partial<Look>): void;
  };
  /** A form for one action; `cues` are occasions to suggest, null where none is asked. */
  planForm(action: SaidOfAction, submit: string, cues: string[] | null, keep: (values: SaidOfAction) => void): HTMLFormElement;
}
