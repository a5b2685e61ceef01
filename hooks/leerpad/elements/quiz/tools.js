/* Below a test or a long practice: what to print, and which keys to use. */
/// <reference path="../../client/settings.js" />
/// <reference path="../../client/theme_material.js" />
(function () {
  "use strict";
  const { settings } = Leerpad;
  const KEYS = "quiz-keys";

  /**
   * Print only this quiz: its questions with room to write, or its answers.
   * @param {HTMLElement} host
   * @param {string} kind sheet or answers
   * @param {ToolFacts} facts
   */
  function print(host, kind, { blank, restore }) {
    const page = Leerpad.theme.messagePlace();
    /** @type {Element[]} */
    const others = [];
    for (let part = /** @type {Element} */ (host); part !== page && part.parentElement; part = part.parentElement) {
      others.push(...[...part.parentElement.children].filter((other) => other !== part && !other.querySelector("h1")));
    }
    const answers = /** @type {HTMLDetailsElement} */ (host.querySelector(".lp-answers"));
    const root = document.documentElement;
    /** @param {boolean} on */
    const dress = (on) => {
      root.classList.toggle(`lp-print-${kind}`, on);
      for (const other of others) other.classList.toggle("lp-off-paper", on);
      answers.open = on;
    };
    dress(true);
    if (kind === "sheet") blank();
    window.addEventListener("afterprint", () => (dress(false), restore()), { once: true });
    window.print();
  }

  /** Letters mean nothing to us where they are typed, or where they choose in a list. @param {EventTarget | null} target */
  function takesLetters(target) {
    return target instanceof Element && target.matches("textarea, select, input:not([type=radio], [type=checkbox])");
  }

  Leerpad.quizTools = function (host, facts) {
    const { store } = facts;
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (host.querySelectorAll("[data-print]"))) {
      button.addEventListener("click", () => print(host, String(button.dataset.print), facts));
    }
    const box = /** @type {HTMLInputElement} */ (host.querySelector(".lp-shortcuts input"));
    box.checked = settings.get(store, KEYS) !== "off";
    box.addEventListener("change", () => settings.set(store, KEYS, box.checked ? "on" : "off"));
    // Only with the focus in the questions: no key is taken from the browser, a screen reader or another part of the page.
    facts.form.addEventListener("keydown", (event) => {
      if (event.altKey || event.isComposing || !box.checked) return;
      const key = event.key.toLowerCase();
      if (event.ctrlKey || event.metaKey) {
        if (key !== "enter" || facts.quiz.mode !== "practice") return;
        facts.check(event);
      } else if (takesLetters(event.target) || (key !== "j" && key !== "k")) return;
      else facts.move(key === "j" ? 1 : -1);
      event.preventDefault();
    });
  };
})();
