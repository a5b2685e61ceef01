/** What the scripts in this folder share, and give to others. Only for the type checker; never shipped. */

/** Who signs badges here: its name as an issuer, and where its list of withdrawn badges stands. */
interface BadgeIssuer {
  did: string;
  status: string;
}

/** What a badge says, once its signature has been checked. */
interface BadgeFacts {
  issuer: string;
  name: string;
  course: string;
  levels: { title: string; day: string }[];
  /** From when on it no longer holds; null if it always does. */
  ends: number | null;
  /** Its number in the list of withdrawn badges; null if it can't be withdrawn. */
  number: number | null;
}

interface LeerpadNamespace {
  badgeBytes: {
    Refusal: new (reason: string) => Error & { readonly reason: string };
    /** What comes before a badge in an address. */
    readonly MARK: string;
    /** Letters of whatever somebody hands over; a badge has some two thousand. */
    readonly MOST_GIVEN: number;
    /** Bytes of a file that is published for checking badges. */
    readonly MOST_PUBLISHED: number;
    /** What stands in letters of base64url. */
    read(letters: string): Uint8Array<ArrayBuffer>;
    write(bytes: Uint8Array): string;
    unpack(packed: Uint8Array<ArrayBuffer>, format: CompressionFormat, most: number): Promise<Uint8Array<ArrayBuffer>>;
  };
  /** What a badge says that holds at this moment. Rejects with a Refusal if it doesn't. */
  checkBadge(given: string, site: BadgeIssuer, published: (name: string) => Promise<string>, now: number): Promise<BadgeFacts>;
  /** The text of a file in the folder of badges of this site. Rejects with the Refusal `unpublished` if it can't be had. */
  published(name: string): Promise<string>;
}
