/** What the scripts in this folder share, and give to others. Only for the type checker; never shipped. */

interface DataAttributes {
  /** Occasions that the lesson suggests. */
  cues: string[];
}

interface LeerpadNamespace {
  /** A day three weeks from now. */
  inThreeWeeks(): string;
  /** Buttons for two near days; `choose` hears which was taken, empty for none. */
  nearDays(choose: (day: string) => void): { elements: HTMLElement[]; show(chosen: string): void };
  /** Two near days and a field for any other; `choose` hears which was taken, empty for none. */
  dayChooser(choose: (day: string) => void): { element: HTMLElement; show(chosen: string): void };
  /** Asks when an action on the plan is for; `cues` are occasions that the lesson suggests. */
  planMoment(id: string, cues: string[]): LeerpadElement & { element: HTMLDetailsElement; show(action: PlanAction): void };
}
