/*
 * The document that a record store keeps for us of a registration. A session on another device writes it too.
 *
 * So it is never written over unread. Where the record store gives it a tag, it is written only as long as it has that tag; else it
 * is read again right before. A record store that doesn't take that for a condition is asked without it.
 */
/// <reference path="records.js" />
(function () {
  "use strict";
  const STATE = "leerpad";
  const TRIES = 5; // as long as others write at the same moment
  /** Said by a record store where somebody else wrote meanwhile; the first also by one that wants a condition. */
  const CONFLICT = [409, 412];

  Leerpad.State = class {
    /** What stands there, as far as is known; empty if nothing does. */
    body = "";
    /** On which condition it may be written over; without one it may have changed. @type {Record<string, string>} */
    #only = {};
    /** No condition is made. */
    #isPlain = false;
    /** Whether this record store gives tags; null if that isn't known yet. @type {boolean | null} */
    #isTagged = null;

    /** @param {Cmi5Place} place */
    constructor(place) {
      this.place = place;
    }

    /** Read it. Raises an error if nobody can say what stands there. */
    async look() {
      const { call, state } = Leerpad.records;
      const answer = await call(this.place, "GET", "activities/state", state(this.place, STATE)).catch((error) => {
        this.#isPlain = false; // nothing is let through now
        throw error;
      });
      if (!answer.ok && answer.status !== 404) throw new Error(`the state can't be read: ${answer.status}`);
      this.body = answer.ok ? await answer.text() : "";
      this.#only = answer.ok ? this.#tagOf(answer) : this.#isPlain ? {} : { "If-None-Match": "*" };
      if (answer.ok) this.#isTagged = answer.headers.has("ETag");
      return this.body;
    }

    /** @param {Response} answer @returns {Record<string, string>} */
    #tagOf({ headers }) {
      const tag = headers.get("ETag");
      return tag === null || this.#isPlain ? {} : { "If-Match": tag };
    }

    /** @param {string} text @param {boolean} [last] the page is being taken away @returns {Promise<number>} the status; 0 if there was no answer */
    async put(text, last) {
      const { call, state } = Leerpad.records;
      const headers = this.#only;
      this.#only = {}; // until it is known what became of it
      try {
        const answer = await call(this.place, "PUT", "activities/state", state(this.place, STATE), { body: text, headers, last });
        if (answer.ok) [this.body, this.#only] = [text, this.#tagOf(answer)];
        return answer.status;
      } catch {
        return 0;
      }
    }

    /**
     * Write what is made of what stands there, which may be somebody else's. Raises an error if nobody can say what that is.
     * @param {(body: string) => string | null} make null: it stays as it is @returns {Promise<boolean>} whether it stands there
     */
    async write(make) {
      for (let left = TRIES; left > 0; left -= 1) {
        let text = make(this.body);
        if (text !== null && !this.#only["If-Match"]) text = make(await this.look());
        if (text === null) return true;
        const [before, isPlain] = [this.body, Object.keys(this.#only).length === 0];
        const status = await this.put(text);
        if (status >= 200 && status < 300) {
          if (this.#only["If-Match"] || this.#isPlain || this.#isTagged === false) return true;
          await this.look().catch(() => {}); // for its tag: without it, the last word of a page that goes has no condition
        } else if (!isPlain && (status === 0 || (await this.look()) === before)) {
          [this.#isPlain, this.#only] = [true, {}]; // it isn't the document that stands in the way
        } else if (!CONFLICT.includes(status)) return false;
      }
      return false;
    }
  };
})();
