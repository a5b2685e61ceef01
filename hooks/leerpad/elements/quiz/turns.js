/* Questions that each wait for their turn: the first ones at once, then what comes near the screen, the rest when there is time. */
(function () {
  "use strict";
  const AT_ONCE = 10;
  const SLICE = 8; // ms
  // Safari doesn't know when there is time.
  const soon = window.requestIdleCallback ?? ((/** @type {() => void} */ run) => setTimeout(run, 20));

  class Turns {
    /** @type {Set<LeerpadQuestionView>} */
    #waiting = new Set();
    #isGoing = false;
    #watch = new IntersectionObserver((entries) => this.#see(entries), { rootMargin: "50%" });

    /** @param {(view: LeerpadQuestionView) => void} run */
    constructor(run) {
      this.run = run;
    }

    /** @param {LeerpadQuestionView[]} views */
    begin(views) {
      for (const view of views) this.#waiting.add(view);
      for (const view of views.slice(0, AT_ONCE)) this.now(view);
      for (const { item } of this.#waiting) this.#watch.observe(item);
      this.#goOn();
    }

    /** This one is needed. @param {LeerpadQuestionView} view */
    now(view) {
      if (!this.#waiting.delete(view)) return;
      this.#watch.unobserve(view.item);
      this.run(view);
    }

    /** Its form was filled in before its turn, for which nobody needs the pointer or the focus: what it says stays. @param {LeerpadQuestionView} view */
    filled(view) {
      if (!this.#waiting.has(view)) return;
      const said = view.type.read(view.fieldset);
      this.now(view);
      if (!view.fieldset.disabled) view.type.show(view.fieldset, said);
    }

    /** All of them are. */
    all() {
      for (const view of this.#waiting) this.now(view);
    }

    /** @param {IntersectionObserverEntry[]} entries */
    #see(entries) {
      const near = new Set(entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target));
      for (const view of this.#waiting) if (near.has(view.item)) this.now(view);
    }

    #goOn() {
      if (this.#isGoing || this.#waiting.size === 0) return;
      this.#isGoing = true;
      soon(() => {
        const end = performance.now() + SLICE;
        for (const view of this.#waiting) {
          this.now(view);
          if (performance.now() > end) break;
        }
        this.#isGoing = false;
        this.#goOn();
      });
    }
  }

  Leerpad.Turns = Turns;
})();
