/** What the scripts in this folder share, and give to others. Only for the type checker; never shipped. */

/** Something for a calendar. Without a time it takes the whole day. */
interface CalendarEvent {
  /** Its name among those of this learner: the same in every file. */
  id: string;
  day: string;
  /** Such as 14:30, by the clock where the learner is. */
  time: string;
  minutes: number;
  title: string;
  about: string;
}

interface CalendarFacts {
  /** What tells this learner's events from those of another. */
  owner: string;
  course: string;
  /** When the file is made. A later one brings up to date what an earlier one told. */
  at: number;
  /** The name of the time zone, such as Europe/Amsterdam. */
  zone: string;
}

interface LeerpadNamespace {
  calendarFile(events: CalendarEvent[], facts: CalendarFacts): string;
  /** The lines that explain a time zone in the years of these days. */
  calendarZone(zone: string, days: string[]): string[];
  /**
   * What is still to come, the earliest first. `isOwnWords`: with what the learner is going to do; `isTalk`: with the talk;
   * `reviewed`: which questions come back, null to leave them out.
   */
  calendarEvents(options: { course: string; isOwnWords: boolean; isTalk: boolean; reviewed: ReviewData | null }): CalendarEvent[];
}
