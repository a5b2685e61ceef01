/*
 * A session by cmi5: statements in order, each at most once, and what is kept in the state of a record store.
 *
 * `initialized` comes first and `terminated` last. `completed` and `passed` are said once in a registration, which what is kept
 * remembers; `failed` is never said. Who looks back or browses is told of by nothing else than that a session began and ended.
 */
/// <reference path="../../../client/namespace.js" />
/// <reference path="answers.js" />
/// <reference path="untracked.js" />
(function () {
  "use strict";
  const CMI5 = "https://w3id.org/xapi/cmi5/context/";
  const VERBS = "http://adlnet.gov/expapi/verbs/";
  const INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction";
  const ROOM = 40_000; // what goes along while a page is taken away is limited to 64 kB
  const STATE = "leerpad";

  /** @typedef {{ endpoint: string, token: string, actor: any, activity: string, registration: string }} Place Where to speak, and of whom. */
  /** @typedef {{ contextTemplate: any, launchMode: string, masteryScore?: number, returnURL?: string }} Launch */

  /** @param {Place} place @param {string} method @param {string} resource @param {Record<string, string>} query @param {unknown} [body] @param {boolean} [last] the page is being taken away */
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
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }

  /** @param {Place} place @param {string} stateId */
  const stateOf = ({ actor, activity, registration }, stateId) => ({
    stateId,
    activityId: activity,
    agent: JSON.stringify(actor),
    registration,
  });

  /** @param {number} ms */
  const span = (ms) => `PT${(Math.floor(ms / 10) / 100).toFixed(2)}S`;

  /**
   * @param {Place} place @param {Launch} launch @param {string} verb
   * @param {{ result?: object, isDefined?: boolean, moves?: boolean, mastery?: boolean }} [facts]
   * `isDefined`: by cmi5 itself. `moves`: it says that something was reached.
   */
  function statement(place, launch, verb, { result, isDefined = true, moves = false, mastery = false } = {}) {
    const context = structuredClone(launch.contextTemplate ?? {});
    context.registration = place.registration;
    const categories = [...(isDefined ? ["cmi5"] : []), ...(moves ? ["moveon"] : [])].map((name) => ({ id: `${CMI5}categories/${name}` }));
    if (categories.length)
      context.contextActivities = {
        ...context.contextActivities,
        category: [...(context.contextActivities?.category ?? []), ...categories],
      };
    if (mastery && launch.masteryScore !== undefined)
      context.extensions = { ...context.extensions, [`${CMI5}extensions/masteryscore`]: launch.masteryScore };
    return {
      id: crypto.randomUUID(),
      timestamp: new Date().toISOString(),
      actor: place.actor,
      verb: { id: VERBS + verb, display: { en: verb } },
      object: /** @type {Record<string, unknown>} */ ({ objectType: "Activity", id: place.activity }),
      context,
      ...(result ? { result } : {}),
    };
  }

  /** @param {[string, string][]} entries @param {string} language */
  const described = (entries, language) => entries.map(([key, text]) => ({ id: `k${key}`, description: { [language]: text } }));

  /** What an interaction is, so that who reads the statement needs nothing else. @param {TellingAnswer} answer @param {{ type: string, pattern: string | null }} told @param {string} language */
  function definition({ question }, { type, pattern }, language) {
    const { prompt } = question;
    const parts =
      question.form === "match"
        ? { source: described(question.rows, language), target: described(question.options, language) }
        : "options" in question
          ? { choices: described(question.options, language) }
          : {};
    return {
      type: INTERACTION,
      interactionType: type,
      description: { [language]: prompt },
      ...(pattern ? { correctResponsesPattern: [pattern] } : {}),
      ...parts,
    };
  }

  /** @param {Place} place @param {Launch} launch @param {TellingAnswer} answer @param {PackageFacts} facts */
  function answered(place, launch, answer, { iri, language }) {
    const told = Leerpad.answers.tell(answer);
    if (told === null) return [];
    const { points, max } = answer.points;
    const result = {
      response: told.response,
      success: points >= max,
      score: { scaled: Math.round((points / max) * 1e4) / 1e4, raw: points, min: 0, max },
    };
    const said = statement(place, launch, "answered", { isDefined: false, result });
    said.object = {
      objectType: "Activity",
      id: `${iri}/${answer.quiz}/${answer.question.id}`,
      definition: definition(answer, told, language),
    };
    said.context.contextActivities = { ...said.context.contextActivities, parent: [{ id: place.activity }] };
    return [said];
  }

  /** Statements that wait for their turn. One message is on its way at a time, so that none overtakes another. */
  class Queue {
    /** @type {object[]} */
    #waiting = [];
    /** @type {Promise<boolean>} */
    #turn = Promise.resolve(true);

    /** @param {Place} place */
    constructor(place) {
      this.place = place;
    }

    /** @param {object[]} statements @returns {Promise<boolean>} whether all that waited arrived */
    say(...statements) {
      this.#waiting.push(...statements);
      this.#turn = this.#turn.then(() => this.#flush());
      return this.#turn;
    }

    async #flush() {
      const now = this.#waiting.splice(0);
      if (now.length === 0) return true;
      try {
        const { ok, status } = await call(this.place, "POST", "statements", {}, now.length === 1 ? now[0] : now);
        if (!ok) console.warn("Leerpad: statements were refused", status);
        if (ok || (status >= 400 && status < 500)) return ok; // what is wrong now is wrong for ever
      } catch (error) {
        console.warn("Leerpad: the record store can't be reached", error);
      }
      this.#waiting.unshift(...now);
      return false;
    }

    /** What still waits, and this, while the page is taken away. @param {object} statement */
    sayLast(statement) {
      const now = [...this.#waiting.splice(0), statement];
      call(this.place, "POST", "statements", {}, now.length === 1 ? now[0] : now, true).catch(() => {});
    }
  }

  /** @param {Place} place @param {Launch} launch @param {{ told: string[] }} kept @param {PackageResult} result @param {number} spent */
  function reached(place, launch, kept, { isDone, byTest, share }, spent) {
    const said = [];
    const duration = span(spent);
    if (isDone && !kept.told.includes("completed")) {
      kept.told.push("completed");
      said.push(statement(place, launch, "completed", { moves: true, result: { completion: true, duration } }));
    }
    const scaled = Math.floor((share ?? 0) * 1e4 + 1e-6) / 1e4;
    if (isDone && byTest && scaled >= (launch.masteryScore ?? 0) && !kept.told.includes("passed")) {
      kept.told.push("passed");
      const score = { scaled, raw: Math.round(scaled * 1e4) / 100, min: 0, max: 100 };
      said.push(statement(place, launch, "passed", { moves: true, mastery: true, result: { success: true, score, duration } }));
    }
    return said;
  }

  /** @param {Place} place @param {PackageFacts} facts @returns {Promise<LeerpadSession>} */
  async function begin(place, facts) {
    /** @type {Launch} */
    const launch = await (await call(place, "GET", "activities/state", stateOf(place, "LMS.LaunchData"))).json();
    // The specification asks that it is asked for; that there is none is ordinary.
    await call(place, "GET", "agents/profile", { profileId: "cmi5LearnerPreferences", agent: JSON.stringify(place.actor) });
    const found = await call(place, "GET", "activities/state", stateOf(place, STATE));
    const kept = { text: "", place: "", told: /** @type {string[]} */ ([]), ...(found.ok ? await found.json() : {}) };
    const counts = launch.launchMode === "Normal";
    const queue = new Queue(place);
    await queue.say(statement(place, launch, "initialized"));
    let written = JSON.stringify(kept);

    /** @param {Telling} telling */
    function told({ text, place: where, answers, result, spent }) {
      if (text !== null) kept.text = text;
      kept.place = where || kept.place;
      return [...answers.flatMap((answer) => answered(place, launch, answer, facts)), ...reached(place, launch, kept, result, spent)];
    }

    /** @param {boolean} [last] */
    async function write(last) {
      const text = JSON.stringify(kept);
      if (text === written) return true;
      const { ok } = await call(place, "PUT", "activities/state", stateOf(place, STATE), kept, last);
      if (ok) written = text;
      return ok;
    }

    return {
      learner: `${place.actor.account?.homePage} ${place.actor.account?.name}`,
      text: kept.text,
      place: kept.place,
      room: ROOM,
      counts,
      problem: counts ? "" : "review",
      async keep(telling) {
        const said = told(telling);
        const isSaid = await queue.say(...said);
        return (await write().catch(() => false)) && isSaid;
      },
      end(telling) {
        const said = counts ? told(telling) : [];
        if (counts) write(true).catch(() => {});
        queue.say(...said);
        queue.sayLast(statement(place, launch, "terminated", { result: { duration: span(telling.spent) } }));
        return launch.returnURL ?? "";
      },
    };
  }

  Leerpad.connect = async function (facts) {
    const asked = new URLSearchParams(location.search);
    const [endpoint, address, actor, activity, registration] = ["endpoint", "fetch", "actor", "activityId", "registration"].map(
      (name) => asked.get(name) ?? "",
    );
    if (!endpoint || !address || !actor) return Leerpad.untracked("untracked");
    const answer = await (await fetch(address, { method: "POST" })).json();
    const token = answer["auth-token"];
    if (!token) return Leerpad.untracked("over"); // it is given once
    return begin({ endpoint: endpoint.replace(/\/?$/, "/"), token, actor: JSON.parse(actor), activity, registration }, facts);
  };
})();
