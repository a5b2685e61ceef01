/** What the scripts in this folder share, and give to others. Only for the type checker; never shipped. */

interface LeerpadNamespace {
  /** How many questions of earlier are for today, of those that the link to them on the home page knows. */
  dueToday(host: HTMLElement): number;
}
