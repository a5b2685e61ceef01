/* Has the site kept in the browser (deploy/offline), and tells when a new version waits. It comes by itself on the next visit. */
/// later
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/store.js" />
/// <reference path="../../client/theme_material.js" />
/// <reference path="../../client/words.js" />
(function () {
  "use strict";
  const { course, el, words, button, root, store } = Leerpad;
  const LATER = `leerpad:later ${root}`;
  if (!course.worker || !location.protocol.startsWith("http")) return;

  void keep();

  async function keep() {
    try {
      const { serviceWorker } = navigator;
      // Who asked to save data is spared the first copy.
      const { connection } = /** @type {Navigator & { connection?: { saveData: boolean } }} */ (navigator);
      if (connection?.saveData && !serviceWorker.controller) return;
      const registration = await serviceWorker.register(root + course.worker, { updateViaCache: "none" });
      const look = () => {
        // Whose progress isn't kept should stay on the page.
        if (registration.waiting && serviceWorker.controller && !store.problems.size && !sessionStorage.getItem(LATER)) show(registration);
      };
      look();
      registration.addEventListener("updatefound", () => {
        // One that needs nobody's leave is at work a moment after it came.
        registration.installing?.addEventListener("statechange", () => setTimeout(look, 500));
      });
    } catch {
      // No secure address, a closed frame, or no storage: nothing is kept, and all works as it did.
    }
  }

  /** @param {ServiceWorkerRegistration} registration */
  function show(registration) {
    const { classList } = document.documentElement;
    if (classList.contains("lp-updating")) return;
    const status = el("p", { role: "status" });
    const open = () => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
      if (registration.waiting) registration.waiting.postMessage("open");
      else location.reload();
    };
    const later = () => {
      sessionStorage.setItem(LATER, "1");
      notice.remove();
      classList.remove("lp-updating");
      (before?.isConnected && isInSight(before) ? before : headingInSight())?.focus({ preventScroll: true });
    };
    /** What had the focus before the notice. @type {HTMLElement | null} */
    let before = null;
    const notice = el(
      "section",
      { class: "lp-update", "aria-label": words.text("update.label") },
      status,
      el("div", { class: "lp-actions" }, button("update.open", open, ""), button("update.later", later)),
    );
    notice.addEventListener("focusin", ({ relatedTarget }) => {
      if (relatedTarget instanceof HTMLElement && !notice.contains(relatedTarget)) before = relatedTarget;
    });
    Leerpad.theme.messagePlace().append(notice);
    classList.add("lp-updating");
    // Heard, because the place for it was there first.
    setTimeout(() => status.append(el("strong", {}, words.text("update.text")), ` ${words.text("update.kept")}`), 100);
  }

  /** @param {Element} element */
  function isInSight(element) {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  }

  /** The last heading that stands above the middle of the window: it heads what is being read. */
  function headingInSight() {
    const all = Leerpad.findAll(Leerpad.theme.messagePlace(), "h1, h2, h3", HTMLElement);
    const heading = [...all].findLast((one) => one.getBoundingClientRect().top < innerHeight / 2) ?? all[0];
    if (heading && !heading.hasAttribute("tabindex")) heading.tabIndex = -1;
    return heading;
  }
})();
