/*
 * Keeps one whole version of the site in the browser. `SITE`, which comes before this, says which: every file with the
 * hash of what it holds.
 *
 * - A version is one cache. Only a file whose hash is right goes into it, so nothing of another version ever does.
 * - What comes out of it is checked once more: a disk may have damaged it.
 * - Pages open from there. A new version is fetched whole meanwhile; then it waits until no page of the old one is open,
 *   or until the learner asks for it.
 * - A visit that begins when the server has another version gets everything from the server, as without a worker. Only
 *   a script says so. A login page, a refusal or a server in trouble says nothing about the site.
 * - A site is gone if there is no worker at its address for a week. One 404 is a copy that is going on.
 * - Other sites on the same server have workers and caches too: ours carry our address in their name.
 */
(function () {
  "use strict";
  const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
  const { scope } = worker.registration;
  const OURS = `leerpad ${scope} `; // an address has no space in it
  const NAME = OURS + SITE.version;
  /** This cache is empty: that it is there says that this visit began with another version on the server. */
  const RETIRED = `${OURS}retired`;
  /** This cache holds the time since when every visit found that there is no worker on the server. */
  const MISSING = `${OURS}missing`;
  const WEEK = 7 * 24 * 60 * 60 * 1000;
  /** The header by which a kept file carries the hash of what it holds. */
  const HASH = "x-leerpad-hash";
  /** @type {Record<string, string>} */
  const files = { ...SITE.now, ...SITE.later };

  worker.addEventListener("install", (event) => event.waitUntil(install()));
  worker.addEventListener("activate", (event) => event.waitUntil(activate()));
  worker.addEventListener("message", ({ data }) => {
    if (data === "open") void worker.skipWaiting();
  });
  worker.addEventListener("fetch", (event) => {
    const { request } = event;
    // Who asks for a part, as a film does, is better off with the server.
    if (request.method !== "GET" || request.headers.has("range") || !request.url.startsWith(scope)) return;
    const path = fileAt(request.url);
    // Nor is what a script asks for any of ours: it may be an answer that is long in coming.
    if (path !== undefined || request.destination) event.respondWith(respond(event, path));
  });

  /** All or nothing: if one file can't be had, the version that was there stays. What did come in is kept for the next try. */
  async function install() {
    const { quota = Infinity, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
    if (quota - usage < SITE.bytes) throw new Error("too little room");
    const cache = await caches.open(NAME);
    const policy = policyOf(await fetch(addressOf("index.html"), { cache: "no-cache" }));
    const paths = Object.keys(SITE.now).values();
    const fill = async () => {
      for (const path of paths) await keep(cache, path, policy);
    };
    try {
      await Promise.all(Array.from({ length: 6 }, fill));
    } catch (error) {
      if (/** @type {Error} */ (error).name === "QuotaExceededError") await caches.delete(NAME);
      throw error;
    }
    if (await caches.has(RETIRED)) await worker.skipWaiting(); // no page of the old version is open
  }

  async function activate() {
    await caches.delete(RETIRED);
    await tidy(1); // the page that asked for this
  }

  /**
   * A file that is the same in an older version needs no fetching, if the server's rules didn't change either.
   *
   * @param {Cache} cache @param {string} path @param {string | null} policy
   */
  async function keep(cache, path, policy) {
    const url = addressOf(path);
    if (await cache.match(url)) return;
    for (const name of await ours()) {
      const old = await caches.match(url, { cacheName: name });
      const same = old && policyOf(old) === policy && (await verified(old, files[path]));
      if (same) return cache.put(url, same);
    }
    const response = await verified(await fetch(url, { cache: "no-cache" }), files[path]);
    if (response === null) throw new Error(`not of this version: ${path}`);
    await cache.put(url, response);
  }

  /**
   * The answer as one to keep and to give, if it holds what it must. Made anew: a page may not come from a redirect.
   *
   * @param {Response} response @param {string | undefined} wanted
   */
  async function verified(response, wanted) {
    const bytes = await response.arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const hash = Array.from(digest.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
    const headers = new Headers(response.headers);
    for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
    headers.set(HASH, hash);
    return hash === wanted ? new Response(bytes, { headers }) : null;
  }

  /** @param {FetchEvent} event @param {string | undefined} path */
  async function respond(event, path) {
    const { request } = event;
    const isPage = request.mode === "navigate";
    if (isPage && (await windows()).length === 0) await begin();
    const kept = path === undefined ? !isPage && (await fromOlder(request.url)) : await fromThis(path);
    if (kept && !(await caches.has(RETIRED))) return kept;
    try {
      const response = await (isPage ? fetch(request, { cache: "no-cache" }) : fetch(request));
      if (path !== undefined && !kept && response.ok) event.waitUntil(keepCopy(path, response.clone()));
      return response;
    } catch {
      // A page that is there but wasn't kept isn't missing: then the browser says itself that there is no network.
      return kept || (isPage && path === undefined && (await notFound())) || Response.error();
    }
  }

  /** A visit begins: ask the server for this worker once more. It may have another version, or none at all any more. */
  async function begin() {
    try {
      const response = await fetch(worker.location.href, { cache: "no-cache", signal: AbortSignal.timeout(2000) });
      const text = await response.text();
      if (response.status === 404 || response.status === 410) return void (await miss());
      if (!response.ok || !isScript(response)) return;
      await caches.delete(MISSING);
      if (!text.includes(SITE.version)) return void (await caches.open(RETIRED));
      await caches.delete(RETIRED);
      await tidy(0);
    } catch {
      // There is no network now: what is kept is all there is.
    }
  }

  /** There is no worker on the server: note since when, and go once that is a week. */
  async function miss() {
    const cache = await caches.open(MISSING);
    const since = await cache.match(worker.location.href);
    if (!since) return cache.put(worker.location.href, new Response(String(Date.now())));
    if (Date.now() - Number(await since.text()) > WEEK) await leave();
  }

  /** The site was taken away, or put back to a version without a worker. */
  async function leave() {
    await worker.registration.unregister();
    for (const name of await ours()) await caches.delete(name);
  }

  /** Take away older versions, unless more pages are open than `open`, or a newer version is being made ready. */
  async function tidy(/** @type {number} */ open) {
    const { installing, waiting } = worker.registration;
    if (installing || waiting || (await windows()).length > open) return;
    for (const name of await ours()) if (name !== NAME) await caches.delete(name);
  }

  /** A file that is too large to fetch beforehand, or was lost, is kept when somebody opens it. */
  async function keepCopy(/** @type {string} */ path, /** @type {Response} */ response) {
    try {
      const good = await verified(response, files[path]);
      if (good && (await caches.has(NAME))) await (await caches.open(NAME)).put(addressOf(path), good);
    } catch {
      // No room: then it isn't kept.
    }
  }

  /** A file of this version. @param {string} path */
  async function fromThis(path) {
    const kept = await caches.match(addressOf(path), { cacheName: NAME });
    return kept && (await verified(kept, files[path]));
  }

  /** What a page of an older version, still open, needs after all. @param {string} url */
  async function fromOlder(url) {
    for (const name of await ours()) {
      const old = await caches.match(url, { cacheName: name });
      const good = old && (await verified(old, old.headers.get(HASH) ?? undefined));
      if (good) return good;
    }
    return undefined;
  }

  async function notFound() {
    const page = await fromThis("404.html");
    return page && new Response(page.body, { status: 404, headers: page.headers });
  }

  /** The open pages of this site. */
  async function windows() {
    const all = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
    return all.filter(({ url }) => url.startsWith(scope));
  }

  async function ours() {
    return (await caches.keys()).filter((name) => name.startsWith(OURS));
  }

  /** @param {Response} response */
  function isScript(response) {
    return /^\s*(text|application)\/(x-)?(java|ecma)script\s*(;|$)/i.test(response.headers.get("content-type") ?? "");
  }

  /** @param {Response} response */
  function policyOf(response) {
    return response.headers.get("content-security-policy");
  }

  /** @param {string} path */
  function addressOf(path) {
    return scope + path.split("/").map(encodeURIComponent).join("/");
  }

  /** The file of this version that an address stands for. @param {string} url */
  function fileAt(url) {
    const inside = url.slice(scope.length).replace(/[?#].*/, "");
    try {
      const path = decodeURIComponent(inside);
      const names = /(^|\/)$/.test(path) ? [`${path}index.html`] : [path, `${path}.html`];
      return names.find((name) => Object.hasOwn(files, name));
    } catch {
      return undefined; // not an address that any page links to
    }
  }
})();
