/* Gaps in a text. A response holds what was typed, by the name of the gap; a gap left empty isn't in it. */
(function () {
  "use strict";
  const { el, icon, words, review } = Leerpad;

  /**
   * @typedef {Record<"case_sensitive" | "accent_sensitive" | "space_sensitive", boolean> & { accept: string[], typos: number }} Gap
   */

  /** @param {HTMLElement} form @returns {HTMLInputElement[]} */
  const fields = (form) => [...form.querySelectorAll("input")].filter((input) => "gap" in input.dataset);

  /** @param {Question} question */
  const gaps = (question) => /** @type {Record<string, Gap>} */ (question.gaps);

  /** What was typed in a gap; empty if the response says nothing about it. @param {LearnerResponse} response @param {string} name */
  function typed(response, name) {
    if (response === null || typeof response !== "object" || Array.isArray(response)) return "";
    const text = Object.hasOwn(response, name) ? response[name] : "";
    return typeof text === "string" ? text : "";
  }

  /** A text without what the gap forgives. Quotes, apostrophes and dashes are alike however a device writes them. @param {string} text @param {Gap} gap */
  function plain(text, gap) {
    let plain = text.replace(/[‘’‚‛′ʼ`´]/g, "'").replace(/[“”„‟″«»]/g, '"').replace(/[‐‑‒–—―−]/g, "-");
    plain = plain.normalize("NFKD").replace(/\p{Cf}/gu, "");
    if (!gap.accent_sensitive) plain = plain.replace(/\p{M}/gu, "");
    if (!gap.case_sensitive) plain = plain.toUpperCase().toLowerCase(); // both: a capital ß is SS
    plain = plain.replace(/\s+/g, gap.space_sensitive ? " " : "");
    return plain.trimStart().replace(/[ .]+$/, "").normalize("NFC");
  }

  /**
   * How many letters are wrong, missing, too many or swapped with their neighbour: the four slips of Damerau, “A technique
   * for computer detection and correction of spelling errors” (1964). Computed as the optimal string alignment: no part
   * is mended twice (Boytsov, “Indexing methods for approximate dictionary searching”, 2011, section 2).
   * @param {string} left
   * @param {string} right
   */
  function distance(left, right) {
    const [a, b] = [[...left], [...right]];
    const rows = [b.map((_, column) => column).concat(b.length)];
    a.forEach((letter, i) => {
      const row = [i + 1];
      b.forEach((other, j) => {
        const cost = Math.min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + Number(letter !== other));
        const swapped = i > 0 && j > 0 && letter === b[j - 1] && a[i - 1] === other;
        row.push(swapped ? Math.min(cost, rows[i - 1][j - 1] + 1) : cost);
      });
      rows.push(row);
    });
    return rows[a.length][b.length];
  }

  /**
   * What an answer is: right, right but for a slip, one of the mistakes that the author saw coming (its place), or wrong.
   * @param {Question} question
   * @param {string} name
   * @param {string} text
   * @returns {"right" | "slip" | "wrong" | number}
   */
  function judge(question, name, text) {
    const gap = gaps(question)[name];
    const answer = plain(text, gap);
    const accepted = gap.accept.map((other) => plain(other, gap));
    if (accepted.includes(answer)) return "right";
    const rejected = /** @type {Record<string, string[][]>} */ (question.reject ?? {})[name] ?? [];
    const mistake = rejected.findIndex((texts) => texts.some((other) => plain(other, gap) === answer));
    if (mistake >= 0) return mistake;
    const near = accepted.some((other) => Math.abs(other.length - answer.length) <= 2 * gap.typos && distance(other, answer) <= gap.typos);
    return near ? "slip" : "wrong";
  }

  /** @param {Question} question @param {string} name @param {string} text */
  const isRight = (question, name, text) => ["right", "slip"].includes(String(judge(question, name, text)));

  /**
   * What is said beside a gap. `accepted` as the author wrote it: the first is the answer, the nearest the right spelling.
   * @param {ReturnType<typeof judge>} verdict
   * @param {string} text
   * @param {string[]} accepted
   * @param {Gap} gap
   */
  function said(verdict, text, accepted, gap) {
    if (verdict === "right") return words.text("question.right");
    if (verdict !== "slip") return words.text(text.trim() === "" ? "text.empty" : "text.wrong", { answer: accepted[0] });
    /** @param {string} other */
    const far = (other) => distance(plain(other, gap), plain(text, gap));
    return words.text("text.spelling", { answer: accepted.reduce((best, other) => (far(other) < far(best) ? other : best)) });
  }

  Leerpad.questions.fill_in = {
    read(form) {
      const filled = fields(form).filter((field) => field.value.trim() !== "");
      return filled.length ? Object.fromEntries(filled.map((field) => [field.dataset.gap, field.value])) : null;
    },
    show(form, response) {
      const all = fields(form);
      const texts = all.map((field) => typed(response, String(field.dataset.gap)));
      const known = response !== null && typeof response === "object" && texts.filter(Boolean).length === Object.keys(response).length;
      all.forEach((field, index) => {
        const text = known ? texts[index] : "";
        if (field.value !== text) field.value = text; // or the cursor would jump while somebody types
      });
      return known;
    },
    score(question, response) {
      const names = Object.keys(gaps(question));
      const hits = names.filter((name) => isRight(question, name, typed(response, name))).length;
      const right = hits === names.length;
      return { points: right ? question.points : (question.points * hits) / names.length, max: question.points, right };
    },
    mark(form, question, response, reasons) {
      const all = fields(form);
      const notes = all.map((field) => {
        const name = String(field.dataset.gap);
        const text = typed(response, name);
        const verdict = judge(question, name, text);
        const state = isRight(question, name, text) ? "right" : "wrong";
        const accepted = [...reasons.querySelectorAll(`[data-answer="${name}"] [data-right]`)].map((right) => String(right.textContent));
        const place = /** @type {HTMLElement} */ (field.parentElement);
        place.classList.add("lp-marked");
        place.dataset.verdict = state;
        place.append(el("span", { class: "lp-verdict lp-verdict-word" }, " ", icon(state), ` ${said(verdict, text, accepted, gaps(question)[name])}`));
        const reason = review.reason(reasons, typeof verdict === "number" ? `${name}/${verdict}` : name);
        const about = all.length > 1 ? el("p", { class: "lp-verdict-word" }, icon(state), String(field.ariaLabel)) : null;
        return reason && el("div", { class: "lp-verdict lp-marked lp-gap-reason", "data-verdict": state }, about, reason);
      });
      form.querySelector(".lp-gaps")?.after(...notes.filter((note) => note !== null));
    },
    arrange() {}, // a sentence has one order
    missing: (question, response) =>
      Object.keys(gaps(question)).every((name) => typed(response, name).trim() !== "") ? null : "fill_in.missing",
  };
})();
