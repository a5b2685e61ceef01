/* Below a test or a long practice: what to print, and which keys to use. */
/// later
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/settings.js" />
/// <reference path="../../client/theme_material.js" />
(function () {
  "use strict";
  const { settings } = Leerpad;
  const KEYS = "quiz-keys";

  /**
   * Print only this quiz: its questions with room to write, or its answers.
   * @param {LeerpadQuiz} quiz
   * @param {string} kind sheet or answers
   */
  function print({ host, screen }, kind) {
    const page = Leerpad.theme.messagePlace();
    /** @type {Element[]} */
    const others = [];
    for (let part = /** @type {Element} */ (host); part !== page && part.parentElement; part = part.parentElement) {
      others.push(...[...part.parentElement.children].filter((other) => other !== part && !other.querySelector("h1")));
    }
    screen.gather(true);
    const answers = Leerpad.find(host, ".lp-answers", HTMLDetailsElement);
    const root = document.documentElement;
    /** @param {boolean} on */
    const dress = (on) => {
      root.classList.toggle(`lp-print-${kind}`, on);
      for (const other of others) other.classList.toggle("lp-off-paper", on);
      answers.open = on;
    };
    dress(true);
    if (kind === "sheet") screen.blank();
    window.addEventListener("afterprint", () => (dress(false), screen.gather(false), screen.render(), screen.queue.hydrateAll()), {
      once: true,
    });
    window.print();
  }

  /** Letters mean nothing to us where they are typed, or where they choose in a list. @param {EventTarget | null} target */
  function takesLetters(target) {
    return target instanceof Element && target.matches("textarea, select, input:not([type=radio], [type=checkbox])");
  }

  Leerpad.quizTools = function (quiz, signal) {
    const { host, store, screen } = quiz;
    const tools = Leerpad.find(host, ".lp-quiz-tools", HTMLElement);
    const box = Leerpad.find(tools, "input", HTMLInputElement);
    for (const button of Leerpad.findAll(tools, "[data-print]", HTMLElement)) {
      button.addEventListener("click", () => print(quiz, String(button.dataset.print)), { signal });
    }
    box.checked = settings.get(store, KEYS) !== "off";
    box.addEventListener("change", () => settings.set(store, KEYS, box.checked ? "on" : "off"), { signal });
    // Only with the focus in the questions: no key is taken from the browser, a screen reader or another part of the page.
    for (const form of screen.forms) form.addEventListener("keydown", press, { signal });
    tools.style.visibility = "visible";

    /** @param {KeyboardEvent} event */
    function press(event) {
      if (event.altKey || event.isComposing || !box.checked) return;
      const key = event.key.toLowerCase();
      if (event.ctrlKey || event.metaKey) {
        if (key !== "enter" || quiz.quiz.mode !== "practice") return;
        quiz.checkHere(event);
      } else if (takesLetters(event.target) || (key !== "j" && key !== "k")) return;
      else screen.pager.move(key === "j" ? 1 : -1);
      event.preventDefault();
    }
  };
})();
