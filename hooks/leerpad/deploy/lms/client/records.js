/*
 * How a package speaks with a record store: see cmi5.js for what it says, and state.js for what it keeps there.
 */
/// <reference path="../../../client/namespace.js" />
(function () {
  "use strict";
  const PATIENCE = 30_000; // ms until what was not answered is said again

  Leerpad.records = {
    call({ endpoint, token }, method, resource, query, { body, headers, last = false } = {}) {
      return fetch(`${endpoint}${resource}?${new URLSearchParams(query)}`, {
        method,
        headers: {
          Authorization: `Basic ${token}`,
          "X-Experience-API-Version": "1.0.3",
          ...(body === undefined ? {} : { "Content-Type": "application/json" }),
          ...headers,
        },
        cache: "no-store", // what the browser remembers of a document may be old
        keepalive: last,
        signal: last ? null : AbortSignal.timeout?.(PATIENCE), // not in every browser that the course takes
        body,
      });
    },
    state: ({ actor, activity, registration }, stateId) => ({ stateId, activityId: activity, agent: JSON.stringify(actor), registration }),
    async token(address) {
      const answer = await fetch(address, { method: "POST", signal: AbortSignal.timeout?.(PATIENCE) });
      return (await answer.json())["auth-token"] ?? "";
    },
  };
})();
