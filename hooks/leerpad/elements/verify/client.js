/* The page that checks a badge. What is pasted or chosen stays here: only two files of this site itself are fetched. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/pen.js" />
/// <reference path="../../client/table.js" />
/// <reference path="../../client/words.js" />
/// <reference path="bytes.js" />
/// <reference path="check.js" />
/// <reference path="published.js" />
(function () {
  "use strict";
  const { el, icon, words, find } = Leerpad;
  const { Refusal, MARK, MOST_GIVEN } = Leerpad.badgeBytes;

  /** @param {HTMLElement} host @returns {LeerpadElement} */
  function make(host) {
    const site = { did: String(host.dataset.did), status: String(host.dataset.status) };
    const form = find(host, "form", HTMLFormElement);
    const field = find(form, "textarea", HTMLTextAreaElement);
    const file = find(form, "input", HTMLInputElement);
    const outcome = find(host, "[data-outcome]", HTMLElement);
    const where = find(host, "[data-where]", HTMLElement);
    let turn = 0;

    /** Only the last thing that was asked is answered. @param {() => Promise<string>} text */
    async function check(text) {
      const mine = ++turn;
      outcome.replaceChildren(el("p", {}, words.text("verify.checking")));
      const shown = await told(text, site);
      if (mine !== turn) return;
      outcome.replaceChildren(shown);
      outcome.scrollIntoView({ block: "nearest" }); // a phone that scanned a code shows the form first
    }

    /** Whether a file was chosen. */
    function checkFile() {
      const chosen = file.files?.[0];
      if (chosen) void check(() => textOf(chosen));
      return chosen !== undefined;
    }

    function arrive() {
      const hurdle = hurdleTo(String(host.dataset.address));
      form.hidden = hurdle !== null;
      where.hidden = hurdle === null;
      if (hurdle !== null) where.replaceChildren(...hurdle);
      else if (location.hash.startsWith(MARK)) void check(async () => location.hash);
    }

    return {
      connect(signal) {
        form.addEventListener(
          "submit",
          (event) => {
            event.preventDefault();
            const pasted = field.value;
            if (pasted.trim()) void check(async () => pasted);
            else if (!checkFile()) outcome.replaceChildren(el("p", {}, words.text("verify.nothing")));
          },
          { signal },
        );
        file.addEventListener("change", () => void checkFile(), { signal });
        window.addEventListener("hashchange", arrive, { signal });
        arrive();
      },
    };
  }

  /** Why nothing can be checked here, and where it can; null if it can. @param {string} address */
  function hurdleTo(address) {
    const there = address + location.pathname.slice(location.pathname.lastIndexOf("/") + 1) + location.hash;
    const isSafe = location.protocol !== "file:" && globalThis.crypto?.subtle !== undefined;
    if (isSafe && new URL(".", location.href).href === address) return null;
    const link = el("a", { href: there }, address);
    return [words.text(isSafe ? "verify.elsewhere" : "verify.insecure"), " ", link, " ", words.text("verify.command")];
  }

  /** @param {File} file */
  async function textOf(file) {
    if (file.size > MOST_GIVEN) throw new Refusal("too_large");
    return file.text();
  }

  /** What there is to say of a badge. @param {() => Promise<string>} text @param {BadgeIssuer} site */
  async function told(text, site) {
    try {
      return facts(await Leerpad.checkBadge(await text(), site, Leerpad.published, Leerpad.pen.stamp()));
    } catch (error) {
      const reason = error instanceof Refusal ? error.reason : "no_badge";
      const isChecked = reason !== "unpublished";
      return result(isChecked ? "failed" : "neutral", icon(isChecked ? "wrong" : "partial"), `verify.not_${reason}`, {});
    }
  }

  /** @param {BadgeFacts} badge */
  function facts({ issuer, name, course, levels, ends, number }) {
    /** @param {string} key @param {string} value */
    const line = (key, value) => el("p", {}, el("strong", {}, words.text(key)), " ", value);
    const heads = [words.text("verify.level"), words.text("verify.day")];
    const rows = levels.map(({ title, day }) => [title, /^\d{4}-\d\d-\d\d$/.test(day) ? words.day(day) : day]);
    return result(
      "passed",
      icon("right"),
      "verify.signed",
      { issuer },
      line("verify.name", name),
      line("verify.course", course),
      rows.length ? Leerpad.table(words.text("verify.levels"), heads, rows) : null,
      ends === null ? null : line("verify.until", words.day(ends - 1)),
      number === null ? null : line("verify.number", String(number)),
      el("p", {}, words.text("verify.means")),
    );
  }

  /** @param {string} state @param {Element} sign @param {string} key @param {Record<string, string>} params @param {(Node | null)[]} parts */
  function result(state, sign, key, params, ...parts) {
    const title = el("p", { class: "lp-result-title" }, sign, words.text(key, params));
    return el("div", { class: "lp-result", "data-result": state }, title, ...parts);
  }

  Leerpad.define("leerpad-verify", make);
})();
