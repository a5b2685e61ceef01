/*
 * On a server the theme fetches its search index, half a megabyte, and starts its worker on every page. Most pages are
 * left without a search, so both wait until somebody goes to the field. What is typed before they are there is kept by the
 * theme, and answered when they come.
 */
(function () {
  "use strict";
  if (location.protocol === "file:") return; // there the theme waits by itself: see theme_material_file_search.js

  const INDEX = /\/search\/search_index\.json$/;

  /** However a reader comes there, by mouse, touch, key or an address with words in it, the field gets the focus. */
  const wanted = /** @type {Promise<void>} */ (
    new Promise((resolve) => {
      addEventListener("focusin", ({ target }) => {
        if (target instanceof Element && target.matches("[data-md-component=search-query]")) resolve();
      });
    })
  );

  class LateRequest extends XMLHttpRequest {
    #waits = false;

    /** @param {string} method @param {string | URL} url @param {any[]} more */
    open(method, url, ...more) {
      this.#waits = INDEX.test(new URL(url, location.href).pathname);
      // @ts-expect-error: this method has two forms, and what was given is handed on
      super.open(method, url, ...more);
    }

    /** @param {Document | XMLHttpRequestBodyInit | null} [body] */
    send(body) {
      if (this.#waits) void wanted.then(() => super.send(body));
      else super.send(body);
    }
  }

  class LateWorker extends EventTarget {
    /** @type {Worker | null} */
    #worker = null;

    /** Where Zensical listens; Material listens to the event. @type {((event: MessageEvent) => void) | null} */
    onmessage = null;

    /** @param {string | URL} url */
    constructor(url) {
      super();
      this.url = url;
    }

    #start() {
      const worker = new Eager(this.url);
      worker.addEventListener("message", ({ data }) => {
        const event = new MessageEvent("message", { data });
        this.dispatchEvent(event);
        this.onmessage?.(event);
      });
      worker.addEventListener("error", searchAnew);
      return worker;
    }

    /** @param {unknown} message */
    postMessage(message) {
      this.#worker ??= this.#start();
      this.#worker.postMessage(message);
    }

    terminate() {
      this.#worker?.terminate();
    }
  }

  /** The site was replaced under an open page, and the worker it knows is gone. The page of now knows a newer one. */
  function searchAnew() {
    const url = new URL(location.href);
    if (url.searchParams.has("q")) return; // this is the page of now
    const field = document.querySelector("[data-md-component=search-query]");
    url.searchParams.set("q", field instanceof HTMLInputElement ? field.value : "");
    location.replace(url);
  }

  const Eager = window.Worker;
  Object.assign(window, { XMLHttpRequest: LateRequest, Worker: LateWorker });
})();
