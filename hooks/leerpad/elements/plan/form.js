/* A form for one action: what, at which occasion, who and when. */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/words.js" />
/// <reference path="../actions/days.js" />
(function () {
  "use strict";
  const { el, words } = Leerpad;
  const { limits } = Leerpad.course;

  Leerpad.planForm = function (action, submit, cues, keep) {
    const text = el("textarea", { rows: "2", maxlength: String(limits.action) });
    const who = line(limits.who);
    const cue = line(limits.cue);
    // Without a last day a year of six figures can be typed.
    const when = el("input", { type: "date", max: "9999-12-31" });
    const error = el("span", { class: "lp-error", role: "alert" });
    /** @param {string} key @param {HTMLInputElement | HTMLTextAreaElement} field @param {string} value @param {...Node} more */
    const labelled = (key, field, value, ...more) => {
      field.classList.add("lp-field");
      field.value = value;
      return el("label", {}, el("span", {}, words.text(`plan.${key}`)), ...more, field);
    };
    const near = cues && nearDays(when);
    const form = el(
      "form",
      {
        class: "lp-plan-form",
        novalidate: true,
        reset: () => near?.show(""),
        submit(event) {
          event.preventDefault();
          const values = { text: text.value.trim(), who: who.value.trim(), when: dayOf(when, cue.value.trim()), cue: cue.value.trim() };
          error.textContent = values.text ? "" : words.text("plan.missing");
          text.toggleAttribute("aria-invalid", !values.text);
          if (values.text) keep(values);
          else text.focus();
        },
      },
      labelled("text", text, action.text, error),
      ...(cues ? [labelled("cue", cue, action.cue), ...suggested(cues, cue)] : []),
      el("div", { class: "lp-plan-pair" }, labelled("who", who, action.who), labelled("when", when, action.when)),
      ...(near ? [el("div", { class: "lp-days" }, ...near.elements)] : []),
      el("div", { class: "lp-actions" }, el("button", { type: "submit", class: "lp-button" }, words.text(submit))),
    );
    if (!cues) cue.value = action.cue;
    near?.show(action.when);
    return form;
  };

  /** @param {number} most */
  function line(most) {
    return el("input", { type: "text", maxlength: String(most), autocomplete: "off" });
  }

  /** An occasion may never come: without a day there is one on which to look back. @param {HTMLInputElement} when @param {string} cue */
  function dayOf(when, cue) {
    const day = when.validity.valid ? when.value : "";
    return day || (cue && Leerpad.inThreeWeeks());
  }

  /** What the lesson suggests goes into the field with a press. @param {string[]} cues @param {HTMLInputElement} field */
  function suggested(cues, field) {
    const buttons = cues.map((cue) => {
      const click = () => {
        field.value = cue;
        field.focus();
      };
      return el("button", { type: "button", class: "lp-button lp-button-quiet", click }, words.text("moment.if", { cue }));
    });
    return buttons.length ? [el("div", { class: "lp-cues" }, ...buttons)] : [];
  }

  /** Buttons that fill in a near day. @param {HTMLInputElement} field */
  function nearDays(field) {
    const near = Leerpad.nearDays((day) => {
      field.value = day;
      near.show(day);
    });
    field.addEventListener("change", () => near.show(field.value));
    return near;
  }
})();
