/*
 * A session by cmi5: statements in order, each at most once, and what is kept in the state of a record store.
 *
 * `initialized` comes first and `terminated` last. `completed` and `passed` are said once in a registration; `failed` is never said.
 * What was not taken yet is kept with its id, before it is sent: so it is said in a later session if need be, and what
 * arrived without our knowing it is known there by its id. Who looks back or browses is told of by nothing else than that a session
 * began and ended.
 */
/// <reference path="../../../client/merge.js" />
/// <reference path="records.js" />
/// <reference path="state.js" />
/// <reference path="statements.js" />
/// <reference path="untracked.js" />
(function () {
  "use strict";
  const { call, state, token: fetched } = Leerpad.records;
  const ROOM = 40_000; // letters of what the shell keeps
  const ROOM_WAITING = 12_000; // bytes of what was not taken yet; beyond that only this session knows it
  const LAST = 60_000; // bytes: what goes along while a page is taken away is limited to 64 kB
  const TOGETHER = 20; // answers in one message
  /** Said by a record store that may take it another time. */
  const LATER = [401, 408, 425, 429];
  const KNOWN = 409; // by its id

  /** @typedef {{ event: Cmi5Event | null, statement: XapiStatement }} Waiting */

  /** @param {unknown} body */
  const size = (body) => new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body)).length;

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
        const body = JSON.stringify(said.length === 1 ? said[0] : said);
        const { ok, status } = await call(this.place, "POST", "statements", {}, { body, last });
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

  /** By which the learner is known there, and nobody else; empty if it isn't said. @param {any} actor @returns {string} */
  function learnerOf({ account, mbox, mbox_sha1sum: sum, openid }) {
    if (account?.homePage && account.name) return `${account.homePage} ${account.name}`;
    return mbox ?? sum ?? openid ?? "";
  }

  /** @param {Cmi5Place} place @returns {Promise<Cmi5Launch>} */
  async function launchData(place) {
    const answer = await call(place, "GET", "activities/state", state(place, "LMS.LaunchData"));
    if (!answer.ok) throw new Error(`no launch data: ${answer.status}`);
    return answer.json();
  }

  /** @param {Cmi5Place} place @param {PackageFacts} facts @param {(text: string) => string} takeUp @returns {Promise<LeerpadSession>} */
  async function begin(place, facts, takeUp) {
    const launch = await launchData(place);
    // The specification asks that it is asked for; that there is none is ordinary, and that it isn't given no error.
    await call(place, "GET", "agents/profile", { profileId: "cmi5LearnerPreferences", agent: JSON.stringify(place.actor) }).catch(() => {});
    const there = new Leerpad.State(place);
    const body = await there.look();
    const known = read(body);
    let isReadable = known !== null;
    const kept = structuredClone(known ?? { ...NOTHING, text: body });
    const counts = launch.launchMode === "Normal";
    const statements = Leerpad.statements(place, launch, facts);
    const queue = new Queue(place, ({ verb }) => verb !== "answered" && kept.told.push(verb));
    queue.add(statements.initialized());
    await queue.send();
    /** What waits to be told of this session, or did. */
    const ours = new Set(kept.waiting.map((event) => event?.id));
    /** @param {Cmi5Event} event */
    function add(event) {
      ours.add(event.id);
      queue.add(statements.of(event, facts.questions), event);
    }
    for (const event of counts ? kept.waiting : []) {
      try {
        add(event);
      } catch {
        // Not one of ours.
      }
    }
    /** What was kept there or is to be, of our own: anything else another device put there. */
    let texts = [kept.text];
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

    /** Take up what another device put there meanwhile. What waits there it tells itself, or the next session does. @param {Kept} theirs */
    function join({ text, told }) {
      if (text !== "" && !texts.includes(text)) kept.text = takeUp(text);
      texts = [text, kept.text];
      kept.told = [...new Set([...kept.told, ...told])];
    }

    /** What to keep, joined with what stands there; null if that is all there. Of what waits as much as there is room for, what matters most first. @param {string} body */
    function joined(body) {
      const theirs = read(body);
      if (isReadable && theirs === null) takeUp(body); // which nobody can read
      isReadable &&= theirs !== null;
      if (!isReadable || theirs === null) return null; // what can't be read isn't written over
      join(theirs);
      const mine = queue
        .groups()
        .flat()
        .flatMap(({ event }) => event ?? []);
      let left = ROOM_WAITING;
      const waiting = [...mine, ...theirs.waiting.filter((event) => event?.id && !ours.has(event.id))];
      const all = { ...kept, waiting: waiting.filter((event) => (left -= size(event)) >= 0) };
      return body !== "" && Leerpad.progress.same(all, theirs) ? null : JSON.stringify(all);
    }

    const write = () => there.write(joined).catch(() => false);

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
      owed: () => [], // what waits stands in what is kept there
      keep(telling) {
        take(telling);
        const settled = turn.then(settle);
        turn = settled.catch(() => {});
        return settled;
      },
      end(telling) {
        if (counts) take(telling);
        const text = counts ? joined(there.body) : null;
        const isPut = text !== null && there.put(text, true);
        const said = queue.sendLast(statements.terminated(telling.spent), LAST - size(text ?? ""));
        Promise.all([isPut, said]).then(() => counts && write()); // if the page stays
        return launch.returnURL ?? "";
      },
    };
  }

  Leerpad.connect = async function (facts, takeUp) {
    const asked = new URLSearchParams(location.search);
    const [endpoint, address, agent, activity, registration] = ["endpoint", "fetch", "actor", "activityId", "registration"].map(
      (name) => asked.get(name) ?? "",
    );
    if (!(endpoint && address && agent && activity && registration)) return Leerpad.untracked("untracked");
    const actor = JSON.parse(agent);
    const token = await fetched(address);
    if (!token) return Leerpad.untracked("over"); // it is given once
    return begin({ endpoint: endpoint.replace(/\/?$/, "/"), token, actor, activity, registration }, facts, takeUp);
  };
})();
