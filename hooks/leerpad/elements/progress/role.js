/* Where a learner chooses the role whose steps come first, another one, or none. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/elements.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/roles.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { el, words, store, roles } = Leerpad;

  /** @param {HTMLElement} host @returns {LeerpadElement} */
  function make(host) {
    const choices = [...roles.all, { id: roles.NONE, name: words.text("roles.no_role") }];
    const fields = choices.map(({ id, name }) => {
      const field = el("input", { type: "radio", name: "lp-role", value: id, change: () => roles.choose(id) });
      return { field, label: el("label", {}, field, el("span", {}, name)) };
    });
    const legend = el("legend", { class: "lp-hidden" }, words.text("roles.title"));
    host.replaceChildren(el("fieldset", { class: "lp-role-choice" }, legend, ...fields.map(({ label }) => label)));
    const show = () => {
      for (const { field } of fields) field.checked = field.value === roles.chosen();
    };
    return { connect: (signal) => store.follow(show, signal) };
  }

  Leerpad.define("leerpad-role", make, "passed");
})();
