/* Brings questions to life: the first ten at once, then those that come near the screen, the rest when the browser is idle. */
/// <reference path="../../client/namespace.js" />
(function () {
  "use strict";
  const AT_ONCE = 10;
  const SLICE = 8; // ms
  // Safari doesn't know when there is time.
  const soon = window.requestIdleCallback ?? ((/** @type {() => void} */ run) => setTimeout(run, 20));

  class HydrationQueue {
    /** @type {Set<LeerpadQuestionView>} */
    #waiting = new Set();
    #isGoing = false;
    #watch = new IntersectionObserver((entries) => this.#see(entries), { rootMargin: "50%" });

    /** @param {(view: LeerpadQuestionView) => void} run */
    constructor(run) {
      this.run = run;
    }

    /** @param {AbortSignal} signal */
    connect(signal) {
      signal.addEventListener("abort", () => this.#watch.disconnect());
    }

    /** Bring these to life, each in its turn. @param {LeerpadQuestionView[]} views */
    add(views) {
      for (const view of views) this.#waiting.add(view);
      for (const view of views.slice(0, AT_ONCE)) this.hydrate(view);
      for (const { item } of this.#waiting) this.#watch.observe(item);
      this.#goOn();
    }

    /** Bring this one to life now, if it is still waiting. @param {LeerpadQuestionView} view */
    hydrate(view) {
      if (!this.#waiting.delete(view)) return;
      this.#watch.unobserve(view.item);
      this.run(view);
    }

    /** The same for a form that was filled in while it waited (by the browser, or by a tool): its answer stays. @param {LeerpadQuestionView} view */
    hydrateFilled(view) {
      if (!this.#waiting.has(view)) return;
      const said = view.type.read(view.fieldset);
      this.hydrate(view);
      if (!view.fieldset.disabled) view.type.show(view.fieldset, said);
    }

    /** Bring to life all that are waiting, such as before printing. */
    hydrateAll() {
      for (const view of this.#waiting) this.hydrate(view);
    }

    /** @param {IntersectionObserverEntry[]} entries */
    #see(entries) {
      const near = new Set(entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target));
      for (const view of this.#waiting) if (near.has(view.item)) this.hydrate(view);
    }

    #goOn() {
      if (this.#isGoing || this.#waiting.size === 0) return;
      this.#isGoing = true;
      soon(() => {
        const end = performance.now() + SLICE;
        for (const view of this.#waiting) {
          this.hydrate(view);
          if (performance.now() > end) break;
        }
        this.#isGoing = false;
        this.#goOn();
      });
    }
  }

  Leerpad.HydrationQueue = HydrationQueue;
})();
