/* The steps at the end of a lesson: each can be put on the plan, for a moment of one's own, and taken off again. */
/// with lesson
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
/// <reference path="../plan/actions.js" />
/// <reference path="moment.js" />
(function () {
  "use strict";
  const { el, words, store } = Leerpad;

  /** @param {HTMLElement} host @returns {LeerpadElement} */
  function offer(host) {
    const status = el("p", { class: "lp-hidden", role: "status" });
    const steps = Leerpad.findAll(host, "[data-action]", HTMLElement).map((item) => step(host, item, status));
    host.append(status);
    const show = () => {
      for (const one of steps) one.show();
    };
    return {
      connect(signal) {
        for (const { moment } of steps) moment?.connect(signal);
        store.follow(show, signal);
      },
    };
  }

  /** @param {HTMLElement} host @param {HTMLElement} item @param {HTMLElement} status */
  function step(host, item, status) {
    const id = String(item.dataset.action);
    const said = Leerpad.find(item, `#action-${id}`, HTMLElement);
    let putBack = () => Leerpad.plan.set(id, { text: said.innerText.trim(), lesson: host.dataset.lesson, removed: false, done: false });
    const button = Leerpad.button("plan.add", () => {
      const isOn = isPlanned(id);
      if (isOn) putBack = Leerpad.plan.remove(id);
      else putBack();
      if (moment && !isOn) moment.element.open = true;
      status.textContent = words.text(isOn ? "plan.taken" : "plan.put");
    });
    button.id = `${said.id}--plan`;
    button.setAttribute("aria-labelledby", `${button.id} ${said.id}`); // the words of a step tell its button from the others
    const moment = "asks" in host.dataset ? Leerpad.planMoment(id, "cues" in item.dataset ? Leerpad.data(item, "cues") : []) : null;
    item.append(button, ...(moment ? [moment.element] : []));
    const show = () => {
      const isOn = isPlanned(id);
      if (moment) moment.element.hidden = !isOn;
      if (isOn) moment?.show(store.progress.plan[id]);
      if (button.getAttribute("aria-pressed") === String(isOn)) return;
      button.setAttribute("aria-pressed", String(isOn));
      button.replaceChildren(...(isOn ? [Leerpad.icon("right"), " "] : []), words.text(isOn ? "plan.on" : "plan.add"));
    };
    return { moment, show };
  }

  /** @param {string} id */
  function isPlanned(id) {
    return store.progress.plan[id]?.removed === false;
  }

  Leerpad.define("leerpad-actions", offer);
})();
