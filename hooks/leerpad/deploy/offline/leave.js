(function () {
  "use strict";
  const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

  worker.addEventListener("install", () => void worker.skipWaiting());
  worker.addEventListener("activate", (event) => event.waitUntil(leave()));

  /** Only our own: other sites on this server keep theirs. Pages that are open stay as they are. */
  async function leave() {
    const ours = `leerpad ${worker.registration.scope} `;
    for (const name of await caches.keys()) if (name.startsWith(ours)) await caches.delete(name);
    await worker.registration.unregister();
  }
})();
