/** What the scripts in this folder share, and give to others. Only for the type checker; never shipped. */

/** What stands on the card for a talk with one's manager. */
interface TalkCard {
  /** The day and the time, as they are said; empty for none. */
  when: string;
  chosen: string[];
  need: string;
  questions: string[];
}

interface LeerpadNamespace {
  talkCard(card: TalkCard): HTMLElement;
  talkText(card: TalkCard): string;
}
