/* Gaps in a text. A response holds what was typed, by the name of the gap; a gap left empty isn't in it. */
/// with rich
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/words.js" />
/// <reference path="../shared/review.js" />
(function () {
  "use strict";
  const { el, icon, words, review } = Leerpad;

  /** @param {HTMLElement} form @returns {HTMLInputElement[]} */
  const fields = (form) => [...form.querySelectorAll("input")].filter((input) => input.dataset.gap);

  /** What was typed in a gap; empty if the response says nothing about it. @param {LearnerResponse} response @param {string} name */
  function typed(response, name) {
    const text = Object.entries(response ?? {}).find(([key]) => key === name)?.[1];
    return typeof text === "string" ? text : "";
  }

  /** A text without what the gap forgives. Quotes and dashes are alike, however a device writes them. @param {string} text @param {GapKey} gap */
  function plain(text, gap) {
    let plain = text
      .replace(/[‘’‚‛′ʼ`´]/g, "'")
      .replace(/[“”„‟″«»]/g, '"')
      .replace(/[‐‑‒–—―−]/g, "-");
    plain = plain.normalize("NFKD").replace(gap.accent_sensitive ? /\p{Cf}/gu : /[\p{Cf}\p{M}]/gu, "");
    if (!gap.case_sensitive) plain = plain.toUpperCase().toLowerCase(); // both: a capital ß is SS
    plain = plain.replace(/\s+/g, gap.space_sensitive ? " " : "");
    return plain
      .trimStart()
      .replace(/[ .]+$/, "")
      .normalize("NFC");
  }

  /**
   * How many letters are wrong, missing, too many or swapped with their neighbour: the four slips of Damerau, “A technique
   * for computer detection and correction of spelling errors” (1964). Computed as the optimal string alignment: no part
   * is mended twice (Boytsov, “Indexing methods for approximate dictionary searching”, 2011).
   * @param {string} left
   * @param {string} right
   */
  function distance(left, right) {
    const [a, b] = [[...left], [...right]];
    const rows = [[0, ...b.keys()].map((_, column) => column)];
    a.forEach((letter, i) => {
      const row = [i + 1];
      b.forEach((other, j) => {
        const swapped = i > 0 && j > 0 && letter === b[j - 1] && a[i - 1] === other ? rows[i - 1][j - 1] + 1 : Infinity;
        row.push(Math.min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + Number(letter !== other), swapped));
      });
      rows.push(row);
    });
    return rows[a.length][b.length];
  }

  /**
   * Whether the answer in a gap is right, the words for it, and which of the mistakes that the author saw coming it is.
   * @param {Question & FillInKey & FillInAids} question
   * @param {string} name
   * @param {string} text
   */
  function judge(question, name, text) {
    const gap = question.gaps[name];
    const answer = plain(text, gap);
    const accepted = gap.accept.map((other) => plain(other, gap));
    const rejected = Object.hasOwn(question.reject, name) ? question.reject[name] : []; // a gap may be called "constructor"
    const mistake = rejected.findIndex((texts) => texts.some((other) => plain(other, gap) === answer));
    /** @param {string} other */
    const isNear = (other) => Math.abs(other.length - answer.length) <= 2 * gap.typos && distance(other, answer) <= gap.typos;
    if (accepted.includes(answer)) return { right: true, said: "question.right", mistake: -1 };
    if (mistake < 0 && accepted.some(isNear)) return { right: true, said: "text.spelling", mistake };
    return { right: false, said: text.trim() === "" ? "text.empty" : "text.wrong", mistake };
  }

  /** The accepted text, as the author wrote it, to which an answer comes nearest. @param {string[]} accepted @param {string} text @param {GapKey} gap */
  function nearest(accepted, text, gap) {
    /** @param {string} other */
    const far = (other) => distance(plain(other, gap), plain(text, gap));
    return accepted.reduce((best, other) => (far(other) < far(best) ? other : best));
  }

  Leerpad.questions.fill_in = {
    read(form) {
      const filled = fields(form).filter(({ value }) => value.trim() !== "");
      return filled.length ? Object.fromEntries(filled.map(({ dataset, value }) => [dataset.gap, value])) : null;
    },
    show(form, response) {
      const texts = fields(form).map(({ dataset }) => typed(response, String(dataset.gap)));
      const fits = texts.filter(Boolean).length === Object.keys(response ?? {}).length;
      fields(form).forEach((field, index) => {
        const text = fits ? texts[index] : "";
        if (field.value !== text) field.value = text; // some browsers move the cursor to the end otherwise
      });
      return fits && texts.some(Boolean);
    },
    score(question, response) {
      const names = Object.keys(question.gaps);
      const hits = names.filter((name) => judge(question, name, typed(response, name)).right).length;
      return Leerpad.score(question, hits, names.length);
    },
    mark(form, question, response, reasons) {
      const notes = fields(form).map((field) => {
        const name = String(field.dataset.gap);
        const text = typed(response, name);
        const { right, said, mistake } = judge(question, name, text);
        const state = right ? "right" : "wrong";
        const accepted = [...reasons.querySelectorAll(`[data-answer="${name}"] [data-right]`)].map((node) => String(node.textContent));
        const answer = right ? nearest(accepted, text, question.gaps[name]) : accepted[0];
        const place = /** @type {HTMLElement} */ (field.parentElement);
        place.classList.add("lp-marked");
        place.dataset.verdict = state;
        place.append(el("span", { class: "lp-verdict lp-verdict-word" }, icon(state), words.text(said, { answer })));
        const reason = review.reason(reasons, mistake < 0 ? name : `${name}/${mistake}`);
        // A reason is about the word before it: the mistake, or else the right answer.
        const about = el("p", { class: "lp-verdict-word" }, icon(mistake < 0 ? "right" : "wrong"), mistake < 0 ? answer : text);
        return reason && el("div", { class: "lp-verdict lp-gap-reason" }, about, reason);
      });
      form.querySelector(".lp-gaps")?.after(...notes.filter((note) => note !== null));
    },
    arrange() {}, // a sentence has one order
    missing: (question, response) =>
      Object.keys(question.gaps).every((name) => typed(response, name).trim() !== "") ? null : "fill_in.missing",
  };
})();
