/** What the scripts in this folder share, and give to others. Only for the type checker; never shipped. */

interface Certificate {
  /** The id of its element on the page of certificates. */
  id: string;
  title: string;
  /** When the last test that it needs was first passed; null if one was not. */
  at: number | null;
}

interface LeerpadNamespace {
  /** One for each level, and one for the whole path. */
  certificates(progress: Progress): Certificate[];
}
