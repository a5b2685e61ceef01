/*
 * Whether a badge is what it says, as badges/check.py has it: the same reasons in the same order. Nothing of a badge is
 * believed before its signature has been checked with a key that the site itself publishes.
 */
/// <reference path="../../client/namespace.js" />
/// <reference path="bytes.js" />
(function () {
  "use strict";
  const { Refusal, MARK, MOST_GIVEN, MOST_PUBLISHED, read, write, unpack } = Leerpad.badgeBytes;
  const [MOST, NUMBERS] = [20_000, 131_072];
  const KINDS = ["VerifiableCredential", "OpenBadgeCredential"];

  /** A token of a stranger: what it says may be anything. @typedef {{ text: string, head: any, body: any, signature: Uint8Array<ArrayBuffer> }} BadgeToken */

  /** @param {Uint8Array | string} text @returns {any} */
  function json(text) {
    try {
      return JSON.parse(typeof text === "string" ? text : new TextDecoder("utf-8", { fatal: true }).decode(text));
    } catch {
      return null;
    }
  }

  /** @param {any} value @returns {any[]} */
  const listed = (value) => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);

  /** The token in what somebody pasted: the token itself, or an address with a badge in it. @param {string} text */
  async function tokenIn(text) {
    const packed = text.split(MARK)[1];
    if (packed === undefined) return text;
    if (packed.length > MOST) throw new Refusal("too_large");
    const bytes = await unpack(read(packed), "deflate", MOST);
    const [head, body] = [bytes.indexOf(10), bytes.indexOf(10, bytes.indexOf(10) + 1)]; // where the parts end
    if (head < 0 || body < 0) throw new Refusal("no_badge");
    return [bytes.subarray(0, head), bytes.subarray(head + 1, body), bytes.subarray(body + 1)].map(write).join(".");
  }

  /** @param {string} text @param {number} most */
  function tokenOf(text, most) {
    if (text.length > most) throw new Refusal("too_large");
    if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(text)) throw new Refusal("no_badge");
    const [head, body, signature] = text.split(".").map(read);
    const token = { text, head: json(head), body: json(body), signature };
    if ([token.head, token.body].some((part) => typeof part !== "object" || part === null || Array.isArray(part))) {
      throw new Refusal("no_badge");
    }
    return token;
  }

  /** @param {BadgeToken} token @param {any} document */
  async function checkSignature({ text, head, signature }, document) {
    if (head.alg !== "ES256") throw new Refusal("algorithm");
    // A copy of a key in the badge tells which published key is meant, and is never trusted itself.
    const method = listed(document?.verificationMethod).find(({ id, publicKeyJwk: key }) =>
      head.kid === undefined ? head.jwk?.x === key?.x && head.jwk?.y === key?.y : head.kid === id,
    );
    if (method?.publicKeyJwk?.x === undefined) throw new Refusal("key");
    const { x, y } = method.publicKeyJwk;
    const key = await crypto.subtle.importKey("jwk", { kty: "EC", crv: "P-256", x, y }, { name: "ECDSA", namedCurve: "P-256" }, false, [
      "verify",
    ]);
    const end = text.lastIndexOf(".");
    // The last letter of a signature has bits that say nothing, and a browser would read past them.
    if (write(signature) !== text.slice(end + 1)) throw new Refusal("changed");
    const said = new TextEncoder().encode(text.slice(0, end));
    if (!(await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, signature, said))) throw new Refusal("changed");
  }

  /** The bits of the list of withdrawn badges. @param {string} text @param {string} did @param {any} document */
  async function withdrawn(text, did, document) {
    try {
      const token = tokenOf(text.trim(), MOST_PUBLISHED);
      await checkSignature(token, document);
      const { iss, credentialSubject: subject } = token.body;
      const bits = await unpack(read(String(subject.encodedList).replace(/^u/, "")), "gzip", NUMBERS);
      if (iss === did && subject.statusPurpose === "revocation" && bits.length >= NUMBERS / 8) return bits;
    } catch {
      // A list that can't be read and one that isn't of this site are of no use.
    }
    throw new Refusal("status");
  }

  /** What a true badge says, as texts. @param {any} body @returns {BadgeFacts} */
  function factsOf(body) {
    const { issuer, credentialSubject: subject, validUntil, credentialStatus } = body;
    const titles = new Map(listed(subject?.achievement?.resultDescription).map(({ id, name }) => [id, name]));
    const named = listed(subject?.identifier).find(({ identityType, hashed }) => identityType === "name" && hashed === false);
    const [entry] = listed(credentialStatus);
    return {
      issuer: String(issuer?.name || body.iss),
      name: String(named?.identityHash ?? subject?.id ?? ""),
      course: String(subject?.achievement?.name ?? ""),
      levels: listed(subject?.result).map(({ resultDescription, value }) => ({
        title: String(titles.get(resultDescription) ?? ""),
        day: String(value),
      })),
      ends: validUntil === undefined ? null : Date.parse(validUntil),
      number: entry === undefined ? null : Number(entry.statusListIndex),
    };
  }

  Leerpad.checkBadge = async function (given, site, published, now) {
    if (given.length > MOST_GIVEN) throw new Refusal("too_large");
    const text = given.trim();
    if (json(text)?.format === "leerpad-result") throw new Refusal("statement");
    const token = tokenOf(await tokenIn(text), MOST);
    const { head, body } = token;
    if (head.alg !== "ES256") throw new Refusal("algorithm");
    if (!Array.isArray(body.type) || !KINDS.every((kind) => body.type.includes(kind))) throw new Refusal("no_badge");
    if (body.iss !== site.did) throw new Refusal("issuer");
    const document = json(await published("did.json"));
    if (document?.id !== site.did) throw new Refusal("unpublished");
    await checkSignature(token, document);
    if ((body.issuer?.id ?? body.issuer) !== site.did) throw new Refusal("issuer");
    const facts = factsOf(body);
    const begins = Date.parse(body.validFrom);
    if (Number.isNaN(begins) || Number.isNaN(facts.ends)) throw new Refusal("no_badge");
    if (begins > now) throw new Refusal("early");
    if (facts.ends !== null && facts.ends <= now) throw new Refusal("late");
    for (const { statusListIndex, statusListCredential, statusPurpose } of listed(body.credentialStatus)) {
      const number = Number(statusListIndex);
      const isKnown = Number.isInteger(number) && number >= 0 && number < NUMBERS;
      if (!isKnown || statusListCredential !== site.status || statusPurpose !== "revocation") throw new Refusal("status");
      const bits = await withdrawn(await published("status.jwt"), site.did, document);
      if (bits[number >> 3] & (128 >> (number & 7))) throw new Refusal("revoked");
    }
    return facts;
  };
})();
