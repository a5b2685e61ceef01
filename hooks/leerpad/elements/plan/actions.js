/* The action plan as data: what is on it, in which order, and each change of it. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { el, words, store } = Leerpad;

  /** @param {PlanAction} action */
  const day = ({ when }) => when || "~"; // after every date

  Leerpad.plan = {
    list: ({ plan }) =>
      Object.entries(plan)
        .filter(([, { removed }]) => !removed)
        .sort(([a, one], [b, other]) => {
          if (one.done !== other.done) return one.done ? 1 : -1;
          if (one.done && one.at !== other.at) return other.at - one.at;
          if (day(one) !== day(other)) return day(one) < day(other) ? -1 : 1;
          return one.since - other.since || (a < b ? -1 : 1);
        }),

    set(id, change) {
      store.update(({ plan }, { put, stamp }) => {
        const fresh = { text: "", who: "", when: "", lesson: null, done: false, removed: false, since: stamp() };
        put(plan, id, { ...fresh, ...plan[id], ...change });
      });
    },

    remove(id) {
      const old = { ...store.progress.plan[id] };
      this.set(id, { text: "", who: "", when: "", removed: true });
      return () => this.set(id, old);
    },
  };

  Leerpad.printButton = () => Leerpad.button("print", () => window.print());

  /** The steps at the end of a lesson: each can be put on the plan, and taken off again. @param {HTMLElement} host @returns {LeerpadElement} */
  function offer(host) {
    const status = el("p", { class: "lp-hidden", role: "status" });
    const buttons = Leerpad.findAll(host, "[data-action]", HTMLElement).map((item) => {
      const id = String(item.dataset.action);
      const said = /** @type {HTMLElement} */ (item.firstElementChild);
      let putBack = () => Leerpad.plan.set(id, { text: said.innerText.trim(), lesson: host.dataset.lesson, removed: false, done: false });
      const button = Leerpad.button("plan.add", () => {
        const isOn = isPlanned(id);
        if (isOn) putBack = Leerpad.plan.remove(id);
        else putBack();
        status.textContent = words.text(isOn ? "plan.taken" : "plan.put");
      });
      button.id = `${said.id}-plannen`;
      button.setAttribute("aria-labelledby", `${button.id} ${said.id}`); // the words of a step tell its button from the others
      item.append(button);
      return { id, button };
    });
    const show = () => {
      for (const { id, button } of buttons) {
        const isOn = isPlanned(id);
        if (button.getAttribute("aria-pressed") === String(isOn)) continue;
        button.setAttribute("aria-pressed", String(isOn));
        button.replaceChildren(...(isOn ? [Leerpad.icon("right"), " "] : []), words.text(isOn ? "plan.on" : "plan.add"));
      }
    };
    host.append(status);
    return { connect: (signal) => store.follow(show, signal) };
  }

  /** @param {string} id */
  function isPlanned(id) {
    return store.progress.plan[id]?.removed === false;
  }

  Leerpad.define("leerpad-actions", offer);
})();
