/*
 * A session by cmi5: statements in order, each at most once, and what is kept in the state of a record store.
 *
 * `initialized` comes first and `terminated` last. `completed` and `passed` are said once in a registration; `failed` is never said.
 * What was not taken yet is kept with its id, before it is sent: so it is said in a later session if need be, and what
 * arrived without our knowing it is known there by its id. Who looks back or browses is told of by nothing else than that a session
 * began and ended.
 */
/// <reference path="../../../client/namespace.js" />
/// <reference path="statements.js" />
/// <reference path="untracked.js" />
(function () {
  "use strict";
  const ROOM = 40_000; // letters of what the shell keeps
  const ROOM_WAITING = 12_000; // bytes of what was not taken yet; beyond that only this session knows it
  const LAST = 60_000; // bytes: what goes along while a page is taken away is limited to 64 kB
  const PATIENCE = 30_000; // ms until what was not answered is said again
  const TOGETHER = 20; // answers in one message
  const STATE = "leerpad";
  /** Said by a record store that may take it another time. */
  const LATER = [401, 408, 425, 429];
  const KNOWN = 409; // by its id

  /** @typedef {{ event: Cmi5Event | null, statement: XapiStatement }} Waiting */

  /** @param {unknown} body */
  const size = (body) => new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body)).length;

  /** @param {Cmi5Place} place @param {string} method @param {string} resource @param {Record<string, string>} query @param {unknown} [body] @param {boolean} [last] the page is being taken away */
  function call({ endpoint, token }, method, resource, query, body, last = false) {
    const headers = {
      Authorization: `Basic ${token}`,
      "X-Experience-API-Version": "1.0.3",
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    };
    return fetch(`${endpoint}${resource}?${new URLSearchParams(query)}`, {
      method,
      headers,
      keepalive: last,
      signal: last ? null : AbortSignal.timeout?.(PATIENCE), // not in every browser that the course takes
      body: typeof body === "string" || body === undefined ? body : JSON.stringify(body),
    });
  }

  /** @param {Cmi5Place} place @param {string} stateId */
  const stateOf = ({ actor, activity, registration }, stateId) => ({
    stateId,
    activityId: activity,
    agent: JSON.stringify(actor),
    registration,
  });

  /** Whether what was not taken may be taken another time. @param {number} status */
  const isLater = (status) => status === 0 || status >= 500 || LATER.includes(status);

  const isAnswer = (/** @type {Waiting} */ { event }) => event?.verb === "answered";

  /** What was not taken yet. One message is on its way at a time, so that none overtakes another. */
  class Queue {
    /** @type {Waiting[]} */
    waiting = [];
    isOver = false;

    /** @param {Cmi5Place} place @param {(event: Cmi5Event) => void} taken */
    constructor(place, taken) {
      this.place = place;
      this.taken = taken;
    }

    /** @param {XapiStatement | null} statement @param {Cmi5Event | null} event */
    add(statement, event = null) {
      if (statement) this.waiting.push({ event, statement });
    }

    /** What goes together: what somebody may wait for by itself, and answers, which a record store need not know, apart from it. */
    groups() {
      const answers = this.waiting.filter(isAnswer);
      const groups = this.waiting.filter((one) => !isAnswer(one)).map((one) => [one]);
      for (let from = 0; from < answers.length; from += TOGETHER) groups.push(answers.slice(from, from + TOGETHER));
      return groups;
    }

    /** @returns {Promise<boolean>} whether all that waits was taken */
    async send() {
      let isAll = true;
      for (const group of this.groups()) {
        const outcome = await this.offer(group);
        if (outcome === "later" || (outcome === "refused" && group[0].event === null)) return false; // nothing comes before `initialized`
        isAll &&= outcome === "taken";
      }
      return isAll;
    }

    /** @param {Waiting[]} group @returns {Promise<"taken" | "refused" | "later">} */
    async offer(group) {
      if (this.isOver) return "later";
      const status = await this.post(group);
      if (isLater(status)) return "later";
      const isOne = group.length === 1;
      if (status < 400 || (isOne && (isAnswer(group[0]) || status === KNOWN || (await this.isThere(group[0]))))) {
        this.take(group);
        return "taken";
      }
      if (isOne) return "refused";
      for (const one of group) if ((await this.offer([one])) === "later") return "later"; // one of them spoilt it for all
      return "taken";
    }

    /** @param {Waiting[]} group @param {boolean} [last] @returns {Promise<number>} the status; 0 if there was no answer */
    async post(group, last) {
      const said = group.map(({ statement }) => statement);
      try {
        const { ok, status } = await call(this.place, "POST", "statements", {}, said.length === 1 ? said[0] : said, last);
        if (!ok) console.warn("Leerpad: statements were refused", status);
        return status;
      } catch (error) {
        console.warn("Leerpad: the record store can't be reached", error);
        return 0;
      }
    }

    /** Whether what was refused is known there: it arrived before, or another window said it of this registration. @param {Waiting} one */
    async isThere({ event, statement: { id, verb } }) {
      const { actor, activity, registration } = this.place;
      const same = { agent: JSON.stringify(actor), verb: verb.id, activity, registration, limit: "1" };
      try {
        if ((await call(this.place, "GET", "statements", { statementId: id })).ok) return true;
        if (event === null) return false; // of a session, not of the registration
        const answer = await call(this.place, "GET", "statements", same);
        return answer.ok && (await answer.json()).statements.length > 0;
      } catch {
        return false;
      }
    }

    /** @param {Waiting[]} group */
    take(group) {
      this.waiting = this.waiting.filter((one) => !group.includes(one));
      for (const { event } of group) if (event) this.taken(event);
    }

    /**
     * What still waits and this, while the page is taken away; also what is on its way, of which nobody will hear whether it arrived.
     * What there is no room for is said in the next session. @param {XapiStatement} terminated @param {number} room in bytes
     */
    async sendLast(terminated, room) {
      this.isOver = true;
      let left = room - size(terminated) - 2;
      const fits = this.groups()
        .flat()
        .filter(({ statement }) => (left -= size(statement) + 1) >= 0);
      const last = { event: null, statement: terminated };
      for (const group of [fits, fits.filter((one) => !isAnswer(one)), []]) {
        const status = await this.post([...group, last], true);
        if (status >= 200 && status < 300) return this.take(group);
        if (isLater(status)) return; // but if one of them spoilt it for all, and the page stays, the rest alone
      }
    }
  }

  /** What a session keeps of a registration. @typedef {{ text: string, place: string, told: string[], waiting: Cmi5Event[] }} Kept */

  /** @type {Kept} */
  const NOTHING = { text: "", place: "", told: [], waiting: [] };

  /** What is kept of it; null if that can't be read. @param {string} body @returns {Kept | null} */
  function read(body) {
    if (body === "") return NOTHING;
    try {
      const { text, place, told = [], waiting = [] } = JSON.parse(body);
      if (typeof text !== "string" || !Array.isArray(told) || !Array.isArray(waiting)) return null;
      return { text, place: typeof place === "string" ? place : "", told, waiting };
    } catch {
      return null;
    }
  }

  /** The document of which this is the address, empty if there is none. Raises an error if nobody can say. @param {Cmi5Place} place */
  async function found(place) {
    const answer = await call(place, "GET", "activities/state", stateOf(place, STATE));
    if (answer.ok) return answer.text();
    if (answer.status === 404) return "";
    throw new Error(`the state can't be read: ${answer.status}`); // what may be there is not written over
  }

  /** By which the learner is known there, and nobody else; empty if it isn't said. @param {any} actor @returns {string} */
  function learnerOf({ account, mbox, mbox_sha1sum: sum, openid }) {
    if (account?.homePage && account.name) return `${account.homePage} ${account.name}`;
    return mbox ?? sum ?? openid ?? "";
  }

  /** @param {Cmi5Place} place @returns {Promise<Cmi5Launch>} */
  async function launchData(place) {
    const answer = await call(place, "GET", "activities/state", stateOf(place, "LMS.LaunchData"));
    if (!answer.ok) throw new Error(`no launch data: ${answer.status}`);
    return answer.json();
  }

  /** @param {Cmi5Place} place @param {PackageFacts} facts @returns {Promise<LeerpadSession>} */
  async function begin(place, facts) {
    const launch = await launchData(place);
    // The specification asks that it is asked for; that there is none is ordinary, and that it isn't given no error.
    await call(place, "GET", "agents/profile", { profileId: "cmi5LearnerPreferences", agent: JSON.stringify(place.actor) }).catch(() => {});
    const body = await found(place);
    const known = read(body);
    const kept = structuredClone(known ?? { ...NOTHING, text: body });
    const counts = launch.launchMode === "Normal";
    const statements = Leerpad.statements(place, launch, facts);
    const queue = new Queue(place, ({ verb }) => verb !== "answered" && kept.told.push(verb));
    queue.add(statements.initialized());
    await queue.send();
    const add = (/** @type {Cmi5Event} */ event) => queue.add(statements.of(event, facts.questions), event);
    for (const event of counts ? kept.waiting : []) {
      try {
        add(event);
      } catch {
        // Not one of ours.
      }
    }
    let written = body;
    /** What is done, one thing after another. @type {Promise<unknown>} */
    let turn = Promise.resolve();

    /** Once in a registration. @param {Cmi5Event} event */
    const isNews = ({ verb }) => !kept.told.includes(verb) && !queue.waiting.some(({ event }) => event?.verb === verb);

    /** @param {Telling} telling */
    function take({ text, place: where, answers, result, spent }) {
      if (text !== null) kept.text = text;
      kept.place = where || kept.place;
      statements.reached(result, spent).filter(isNews).forEach(add);
      answers.map(statements.answered).forEach(add);
    }

    /** What to keep: of what waits as much as there is room for, what matters most first. */
    function stateText() {
      let left = ROOM_WAITING;
      const events = queue
        .groups()
        .flat()
        .flatMap(({ event }) => event ?? []);
      return JSON.stringify({ ...kept, waiting: events.filter((event) => (left -= size(event)) >= 0) });
    }

    /** @param {boolean} [last] */
    async function write(last) {
      const text = stateText();
      if (text === written || known === null) return true; // what can't be read isn't written over
      const { ok } = await call(place, "PUT", "activities/state", stateOf(place, STATE), text, last).catch(() => ({ ok: false }));
      if (ok) written = text;
      return ok;
    }

    async function settle() {
      await write();
      const isSaid = await queue.send();
      return (await write()) && isSaid;
    }

    return {
      learner: learnerOf(place.actor),
      text: kept.text,
      place: kept.place,
      room: ROOM,
      counts,
      problem: counts ? "" : "review",
      keep(telling) {
        take(telling);
        const settled = turn.then(settle);
        turn = settled.catch(() => {});
        return settled;
      },
      end(telling) {
        if (counts) take(telling);
        const text = stateText();
        const isNew = counts && known !== null && text !== written;
        if (isNew) write(true);
        const said = queue.sendLast(statements.terminated(telling.spent), LAST - (isNew ? size(text) : 0));
        said.then(() => counts && write(true)).catch(() => {});
        return launch.returnURL ?? "";
      },
    };
  }

  Leerpad.connect = async function (facts) {
    const asked = new URLSearchParams(location.search);
    const [endpoint, address, agent, activity, registration] = ["endpoint", "fetch", "actor", "activityId", "registration"].map(
      (name) => asked.get(name) ?? "",
    );
    if (!(endpoint && address && agent && activity && registration)) return Leerpad.untracked("untracked");
    const actor = JSON.parse(agent);
    const answer = await (await fetch(address, { method: "POST", signal: AbortSignal.timeout?.(PATIENCE) })).json();
    const token = answer["auth-token"];
    if (!token) return Leerpad.untracked("over"); // it is given once
    return begin({ endpoint: endpoint.replace(/\/?$/, "/"), token, actor, activity, registration }, facts);
  };
})();
