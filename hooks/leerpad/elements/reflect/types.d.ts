/** What the scripts in this folder share, and give to others. Only for the type checker; never shipped. */

interface LeerpadNamespace {
  /** Keep what was written at a question to think about. */
  keepNote(store: LeerpadStore, id: string, text: string, prompt: string): void;
}
