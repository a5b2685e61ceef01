/*
 * Search without a server. Browsers refuse workers on file://, so the theme's search runs in a hidden frame instead.
 * The theme looks for `IFrameWorker` and then asks for its word lists by full address.
 */
(function () {
  "use strict";
  if (location.protocol !== "file:") return;

  class FrameWorker extends EventTarget {
    /** @param {string | URL} url */
    constructor(url) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.title = "";
      document.body.append(frame);
      const inside = /** @type {Window & typeof globalThis & Record<string, unknown>} */ (frame.contentWindow);
      inside.postMessage = (/** @type {unknown} */ data) => void this.dispatchEvent(new MessageEvent("message", { data }));
      inside.importScripts = async (/** @type {string[]} */ ...urls) => {
        for (const script of urls) await load(inside, script);
      };
      this.inside = inside;
      this.ready = load(inside, String(url));
    }

    /** @param {unknown} data */
    postMessage(data) {
      void this.ready.then(() => this.inside.dispatchEvent(new this.inside.MessageEvent("message", { data })));
    }

    terminate() {
      this.inside.frameElement?.remove();
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
