/*
 * What is said of a learner in a session by cmi5, ready to be sent. It sends nothing.
 *
 * Nothing of the context that the learning system gave is written over. What happened in an earlier session is said as of this one,
 * which is over otherwise: under its own id, but with the time and the context of now.
 */
/// <reference path="../../../client/namespace.js" />
/// <reference path="answers.js" />
(function () {
  "use strict";
  const CMI5 = "https://w3id.org/xapi/cmi5/context/";
  const VERBS = "http://adlnet.gov/expapi/verbs/";
  const INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction";

  /** A new id. `crypto.randomUUID` is there over https only. */
  function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }

  /** @param {number} ms */
  const span = (ms) => `PT${(Math.floor(ms / 10) / 100).toFixed(2)}S`;

  /** xAPI takes one thing for a list of one. @param {any} given @param {object[]} more */
  const listed = (given, more) => [...[given ?? []].flat(), ...more];

  /** @param {[string, string][]} entries @param {string} language */
  const described = (entries, language) => entries.map(([key, text]) => ({ id: `k${key}`, description: { [language]: text } }));

  /**
   * The steps of a conversation. xAPI has no place for the choices there: their words stand with those of the step.
   * @param {ToldTalk} question @param {string} language
   */
  function stepsOf({ steps, said, options }, language) {
    const words = new Map(options);
    return Object.entries(steps).map(([name, choices]) => {
      const offered = choices.map(([key]) => `k${key}: ${words.get(key)}`).join("; ");
      return { id: Leerpad.answers.step(name), description: { [language]: `${said[name]} (${offered})` } };
    });
  }

  /** The parts of an interaction that its answers name. @param {TellableQuestion} question @param {string} language */
  function parts(question, language) {
    if (question.form === "match") return { source: described(question.rows, language), target: described(question.options, language) };
    if (question.form === "talk") return { steps: stepsOf(question, language) };
    return "options" in question ? { choices: described(question.options, language) } : {};
  }

  /** What an interaction is, so that who reads the statement needs nothing else. @param {TellableQuestion} question @param {ToldAnswer} told @param {string} language */
  const definition = (question, { type, pattern }, language) => ({
    type: INTERACTION,
    interactionType: type,
    description: { [language]: question.prompt },
    ...(pattern ? { correctResponsesPattern: [pattern] } : {}),
    ...parts(question, language),
  });

  Leerpad.statements = function ({ actor, activity, registration }, launch, { iri, language }) {
    const mastery = launch.masteryScore ?? 0;

    /**
     * @param {string} verb @param {string} id @param {object} [result]
     * @param {{ categories?: string[], parent?: object[], extensions?: object }} [more]
     */
    function statement(verb, id, result, { categories = ["cmi5"], parent = [], extensions = {} } = {}) {
      const { contextActivities: given = {}, extensions: theirs = {}, ...context } = structuredClone(launch.contextTemplate ?? {});
      const category = categories.map((name) => ({ id: `${CMI5}categories/${name}` }));
      return {
        id,
        timestamp: new Date().toISOString(),
        actor,
        verb: { id: VERBS + verb, display: { en: verb } },
        object: { objectType: "Activity", id: activity },
        context: {
          ...context,
          registration,
          contextActivities: {
            ...given,
            ...(category.length ? { category: listed(given.category, category) } : {}),
            ...(parent.length ? { parent: listed(given.parent, parent) } : {}),
          },
          extensions: { ...extensions, ...theirs },
        },
        ...(result ? { result } : {}),
      };
    }

    /** @param {ReachedEvent} event */
    function reached({ verb, id, result }) {
      if (!["completed", "passed"].includes(verb)) return null;
      const score = /** @type {{ scaled: number } | undefined} */ (result.score);
      if (score && score.scaled < mastery) return null; // the learning system asks more than it did
      const isAsked = score && typeof launch.masteryScore === "number";
      const extensions = isAsked ? { [`${CMI5}extensions/masteryscore`]: launch.masteryScore } : {};
      return statement(verb, id, result, { categories: ["cmi5", "moveon"], extensions });
    }

    /** @param {AnswerEvent} event @param {Record<string, TellableQuestion>} questions */
    function answered({ id, quiz, question: name, value, points: { points, max }, at }, questions) {
      const question = questions[name];
      const told = question && Leerpad.answers.tell({ quiz, question, value, points: { points, max }, at });
      if (!told) return null;
      const score = { scaled: Math.round((points / max) * 1e4) / 1e4, raw: points, min: 0, max };
      const result = { response: told.response, success: points >= max, score };
      return {
        ...statement("answered", id, result, { categories: [], parent: [{ id: activity }] }),
        object: { objectType: "Activity", id: `${iri}/${quiz}/${name}`, definition: definition(question, told, language) },
      };
    }

    return {
      initialized: () => statement("initialized", newId()),
      terminated: (spent) => statement("terminated", newId(), { duration: span(spent) }),
      of: (event, questions) => (event.verb === "answered" ? answered(event, questions) : reached(event)),
      reached({ isDone, byTest, share }, spent) {
        if (!isDone) return [];
        const duration = span(spent);
        /** @type {ReachedEvent[]} */
        const events = [{ verb: "completed", id: newId(), result: { completion: true, duration } }];
        const best = Leerpad.scaledScore(share ?? 0);
        const score = { scaled: best, raw: Math.floor(best * 100 + 1e-6), min: 0, max: 100 };
        if (byTest && best >= mastery) events.push({ verb: "passed", id: newId(), result: { success: true, score, duration } });
        return events;
      },
      answered: ({ quiz, question, value, points, at }) => ({
        verb: "answered",
        id: newId(),
        quiz,
        question: question.id,
        value,
        points,
        at,
      }),
    };
  };
})();
