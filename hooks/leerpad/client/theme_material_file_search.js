/*
 * Search without a server. Browsers refuse workers on file://, so the theme's search runs in a hidden frame instead.
 * The theme looks for `IFrameWorker` and then asks for its word lists by full address.
 */
(function () {
  "use strict";
  if (location.protocol !== "file:") return;

  class FrameWorker extends EventTarget {
    /** @type {Promise<Window & typeof globalThis> | null} */
    #inside = null;

    /** Where Zensical listens; Material listens to the event. @type {((event: MessageEvent) => void) | null} */
    onmessage = null;

    /** @param {string | URL} url */
    constructor(url) {
      super();
      this.url = String(url);
    }

    /** Most pages are left without a search, so the frame is made when there is something to say to it. */
    async #start() {
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.title = "";
      document.body.append(frame);
      const inside = /** @type {Window & typeof globalThis & Record<string, unknown>} */ (frame.contentWindow);
      inside.postMessage = (/** @type {unknown} */ data) => {
        const event = new MessageEvent("message", { data: structuredClone(data) });
        this.dispatchEvent(event);
        this.onmessage?.(event);
      };
      inside.importScripts = async (/** @type {string[]} */ ...urls) => {
        for (const script of urls) await load(inside, script);
      };
      await load(inside, this.url);
      return inside;
    }

    /** Of a message both sides have a copy, as with a worker: what was asked would change while it is typed. @param {unknown} message */
    postMessage(message) {
      const data = structuredClone(message);
      this.#inside ??= this.#start();
      void this.#inside.then((inside) => inside.dispatchEvent(new inside.MessageEvent("message", { data })));
    }

    terminate() {
      void this.#inside?.then((inside) => inside.frameElement?.remove());
    }
  }

  /** @param {Window} inside @param {string} url @returns {Promise<void>} */
  function load(inside, url) {
    return new Promise((resolve, reject) => {
      const script = inside.document.createElement("script");
      script.src = url;
      script.onload = () => resolve();
      script.onerror = () => reject(new Error(`could not load ${url}`));
      inside.document.head.append(script);
    });
  }

  Object.assign(window, { Worker: FrameWorker, IFrameWorker: FrameWorker });
})();
