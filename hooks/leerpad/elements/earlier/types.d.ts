/** What the scripts in this folder share, and give to others. Only for the type checker; never shipped. */

interface DataAttributes {
  earlier: ReviewSource[];
}
