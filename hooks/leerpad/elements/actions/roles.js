/*
 * Steps for several roles. Those of the learner's own come first, the others are a press away; on paper all are there.
 * The first of a page asks which role that is, until somebody says so or wants none.
 */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../../client/roles.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { el, words, store, path, roles } = Leerpad;

  /** @param {HTMLElement} host @returns {LeerpadElement} */
  function make(host) {
    const list = Leerpad.find(host, "ul, ol", HTMLElement);
    const items = Leerpad.findAll(list, ":scope > li", HTMLElement);
    const tell = tellOthers(list);
    const question = document.querySelector("leerpad-roles") === host ? ask() : null;
    if (question) list.before(...question.elements);
    let shown = "";

    const show = () => {
      const role = roles.chosen();
      question?.show(role);
      if (shown === role) return;
      shown = role;
      const mine = items.filter(({ dataset }) => dataset.role === role);
      const theirs = roles.name(role) ? items.filter(({ dataset }) => dataset.role && dataset.role !== role) : [];
      const apart = theirs.length < items.length ? theirs : []; // steps for others are better than none
      const active = /** @type {HTMLElement | null} */ (document.activeElement);
      list.replaceChildren(...new Set([...mine, ...items.filter((item) => !apart.includes(item))]));
      tell(apart, role);
      if (host.contains(active)) active?.focus(); // what moves loses it
    };
    return {
      connect: (signal) => store.follow(show, signal),
    };
  }

  /** The steps of other roles, below those of one's own. @param {HTMLElement} list */
  function tellOthers(list) {
    const title = el("summary", {});
    const others = /** @type {HTMLElement} */ (list.cloneNode());
    const own = el("p", {});
    const fold = el("details", { class: "lp-fold", "data-on-paper": true }, title, others, own);
    /** @param {HTMLElement[]} apart @param {string} role */
    return (apart, role) => {
      others.replaceChildren(...apart);
      fold.remove();
      if (apart.length === 0) return;
      const theirs = roles.all.filter(({ id }) => apart.some(({ dataset }) => dataset.role === id));
      title.textContent = words.text("roles.others", { names: words.list(theirs.map(({ name }) => name)) });
      own.replaceChildren(words.text("roles.yours", { name: roles.name(role) }), " ", toChange());
      list.after(fold);
    };
  }

  /** The question for the learner's role, which can be left alone, and where the answer to it is told. */
  function ask() {
    const said = el("p", { class: "lp-role-said lp-no-print", role: "status", tabindex: "-1", hidden: true });
    /** @param {string} role @param {string} key */
    const choose = (role, key) => {
      roles.choose(role);
      said.replaceChildren(words.text(key), " ", toChange());
      said.hidden = false;
      said.focus();
    };
    const buttons = roles.all.map(({ id, name }) =>
      el("button", { type: "button", class: "lp-button lp-button-quiet", click: () => choose(id, "roles.chosen") }, name),
    );
    const skip = { type: "button", class: "lp-link", click: () => choose(roles.NONE, "roles.none_chosen") };
    const question = el(
      "section",
      { class: "lp-role-question lp-no-print", "aria-label": words.text("roles.title") },
      el("div", {}, words.text("roles.ask")),
      el("div", { class: "lp-actions" }, ...buttons, el("button", skip, words.text("roles.none"))),
    );
    return {
      elements: [question, said],
      /** @param {string} role */
      show(role) {
        question.hidden = role === roles.NONE || roles.name(role) !== "";
      },
    };
  }

  function toChange() {
    return el("a", { href: `${path.link(Leerpad.course.progress)}#lp-role` }, words.text("roles.change"));
  }

  Leerpad.define("leerpad-roles", make, "passed");
})();
