/** What stands before worker.js in the file that is made at build: see __init__.py. */
declare const SITE: {
  version: string;
  /** The files to keep at once, and those to keep when they are opened, each with its hash. */
  now: Record<string, string>;
  later: Record<string, string>;
  /** How large `now` is, unpacked. */
  bytes: number;
};
