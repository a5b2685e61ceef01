/** What the scripts in this folder share, and give to others. Only for the type checker; never shipped. */

interface ScanScore {
  /** The mean and its band; null where too few answers were given. */
  dimensions: { mean: number | null; band: number | null }[];
  /** Every statement that counts was given the same answer. */
  same: boolean;
  alerts: number[];
}

/** How far a dimension moved since an earlier scan. */
interface ScanChange {
  /** Null where one of both has too few answers, or where other statements were answered. */
  by: number | null;
  isNotable: boolean;
}

/** A dimension in the picture. */
interface ScanRow {
  title: string;
  stage: number | null;
  mean: number | null;
  /** The mean as it is written, rounded. */
  shown: string;
  band: string;
  value: string;
  /** The same of the earlier scan that stands beside it, and what changed. */
  earlier: { mean: number | null; value: string } | null;
  change: ScanChange | null;
}

interface ScanResultFacts {
  host: Element;
  scan: ScanData;
  score: ScanScore;
  now: ScanTaken;
  /** The earlier scan that stands beside it. */
  earlier: ScanTaken | null;
  unfilled: { item: HTMLElement; legend: string; note: string | null }[];
  goTo: (item: HTMLElement) => void;
  edit: () => void;
  again: () => void;
}

interface DataAttributes {
  scan: ScanData;
}

interface LeerpadNamespace {
  scanMeans: {
    /** The answer to a statement, on the scale; null for none. */
    answer(scan: { scale: string[] }, answers: Record<string, unknown>, id: string): number | null;
    /** That of each dimension; null where too few answers were given. */
    of(
      scan: { scale: string[]; dimensions: { min: number }[]; statements: ScanStatement[] },
      answers: Record<string, unknown>,
    ): (number | null)[];
  };
  scan: {
    score(scan: ScanData, answers: Record<string, unknown>): ScanScore;
    told(scan: ScanData, score: ScanScore): number[] | null;
    /** From where on a difference is worth a thought: a quarter of the scale. See how-a-scan-scores.md. */
    notable(scan: ScanData): number;
    /** What changed in each dimension. */
    compare(scan: ScanData, then: Record<string, number>, now: Record<string, number>): ScanChange[];
  };
  /** What was filled in, now and before. */
  scans: {
    /** The scan as it stands there now. */
    now(progress: Progress, id: string): ScanTaken;
    /** Those of before, the newest first. */
    earlier(progress: Progress, id: string): (ScanTaken & { key: string })[];
    /** Keep the scan that stands there, with its date. `current`: it is not to be begun anew. Of too many the oldest goes. */
    keep(progress: Progress, pen: Pen, id: string, current: boolean): void;
  };
  scanAdvice: {
    /** What was done of each level: when its test was passed, and how many lessons were read. */
    standing(): { passed: number | null; read: number }[];
    /** The link to where the learner can begin; opens the level if it is closed here, says so if it is done. */
    beginning(id: string): HTMLElement | null;
    /** Say in a text which lessons that it links to were read. */
    tellRead<Text extends Element>(text: Text): Text;
  };
  scanRows(scan: ScanData, now: ScanTaken, earlier: ScanTaken | null): ScanRow[];
  scanPicture(scan: ScanData, rows: ScanRow[], now: ScanTaken, earlier: ScanTaken | null): Element[];
  scanChanges(host: Element, scan: ScanData, rows: ScanRow[]): HTMLElement;
  /** The list of earlier scans. `choose` puts one beside the picture, or none; null where there is no picture. */
  scanPast(facts: {
    past: (ScanTaken & { key: string })[];
    beside: string;
    isOpen: boolean;
    choose: ((key: string) => void) | null;
    remove: (key: string) => void;
  }): Element[];
  scanResult(facts: ScanResultFacts): HTMLElement;
}
