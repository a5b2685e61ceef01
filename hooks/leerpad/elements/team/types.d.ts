/** What the scripts in this folder share, and give to others. Only for the type checker; never shipped. */

/** A result file as the picture of a team takes it in. */
interface TeamFile {
  /** The same for what tells the same. */
  name: string;
  /** The same for what one person gives twice. */
  serial: string;
  /** What it is a part of: the id of a scan; empty for answers. */
  pile: string;
  /** Of each dimension the band, of each question 1 for all points and 0 for less. */
  values: Record<string, number>;
  /** Fingerprints of the attempts that it tells, and how many answers those have. */
  attempts: Set<string>;
  answers: number;
}

/** Files of which something was told together. */
interface GroupBlock {
  names: string[];
  /** Of a spread, the first band of each part. */
  starts: number[];
  isPoor: boolean;
}

/** What was shown of a pile of files, as long as the page is open. */
interface GroupHistory {
  blocks: string[][];
  told: Record<string, GroupBlock[]>;
}

/** Why a picture isn't shown: too few files, a part of who was shown together, or too few new ones; how many more it takes. */
interface GroupLack {
  why: "few" | "torn" | "new";
  more: number;
}

/** A part of a spread: from this band to that one, and of how many it tells, in tens. */
interface GroupPart {
  from: number;
  to: number;
  percent: number;
}

/** See elements/team/group.js. */
interface LeerpadGroup {
  history(): GroupHistory;
  /** Null if these files may be shown. */
  lacks(history: GroupHistory, names: string[], least: number): GroupLack | null;
  /** From now on these are shown. */
  show(history: GroupHistory, names: string[]): void;
  /** How those who have a value are spread over the bands; null if that can't be told. */
  spread(history: GroupHistory, thing: string, values: Map<string, number>, bands: number, least: number): GroupPart[] | null;
  /** Whether half of them or fewer have 1; null if that can't be told. */
  isPoor(history: GroupHistory, thing: string, values: Map<string, number>, least: number): boolean | null;
}

/** A dimension of a scan as it may be told; without parts, it can't be. */
interface TeamSpread {
  title: string;
  level: string | null;
  parts: (GroupPart & { label: string; isLow: boolean; isHigh: boolean; tint: number })[];
}

/** A lesson, or a test, with the questions that went badly. */
interface TeamTrouble {
  title: string;
  url: string;
  prompts: string[];
}

/** What may be told of a pile of files, and nothing else: all that is on the page follows from it. */
interface TeamPart {
  title: string;
  /** How many files. */
  size: number;
  /** The names of the bands of its scan. */
  bands: string[];
  spreads: TeamSpread[];
  troubles: TeamTrouble[];
  /** Of how many questions something could be told. */
  told: number;
}

/** What is worth a talk. */
interface TeamTopics {
  good: TeamSpread[];
  apart: TeamSpread[];
  low: TeamSpread[];
}

interface DataAttributes {
  team: TeamData;
}

interface LeerpadNamespace {
  group: LeerpadGroup;
  teamFiles: {
    /** A file as it is, or the key of why it isn't read. */
    read(text: string, data: TeamData): TeamFile | string;
    /** Put a file to the others in place of those that it has whole in it; the key of why not, if it doesn't count. */
    add(files: TeamFile[], file: TeamFile, isShown: (file: TeamFile) => boolean): string | null;
  };
  teamPart: {
    /** What the files of one pile tell of a scan. What is told is noted in the history. */
    ofScan(scan: TeamScan, files: TeamFile[], history: GroupHistory, least: number): TeamPart;
    /** And of questions. */
    ofAnswers(questions: TeamQuestion[], files: TeamFile[], history: GroupHistory, least: number): TeamPart;
  };
  teamTalk: {
    topics(parts: TeamPart[]): TeamTopics;
    /** Half an hour: from which minute to which, and what is done. */
    agenda(parts: TeamPart[]): { from: number; to: number; title: string; text: string }[];
  };
  teamSheets(parts: TeamPart[]): HTMLElement[];
}
