/*
 * The launch page of a package: opens a session with the learning system, puts back what it kept, shows the course in a
 * frame, tells what changed, and closes well. It knows no learning system: see scorm.js and cmi5.js.
 */
/// <reference path="shelf.js" />
/// <reference path="../../../client/store.js" />
/// <reference path="../../../client/words.js" />
/// <reference path="result.js" />
/// <reference path="untracked.js" />
/// <reference path="code.js" />
(function () {
  "use strict";
  const facts = window.LeerpadPackage;
  const { store, course, code } = Leerpad;
  const MARK = 4; // letters before the text: which attempt in the learning system it belongs to
  const SOON = 10_000; // ms until what changed is told, unless it matters
  const PLACE = /^\w[\w./-]*\.html(#[\w:.%-]*)?$/; // the id of a footnote has a colon
  const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("iframe"));
  const bar = /** @type {HTMLElement} */ (document.querySelector(".lp-shell-bar"));
  const [state, notices, ended, unsaved] = ["state", "notices", "ended", "unsaved"].map(
    (id) => /** @type {HTMLElement} */ (document.getElementById(id)),
  );

  let session = Leerpad.untracked("");
  let mark = "";
  /** Nothing may be written over what is kept there. */
  let handsOff = false;
  let isOver = false;
  let timer = 0;
  /** What was told last, what of it matters, and whether it was taken. @type {{ told: string, matters: string, isKept: boolean | Promise<boolean> }} */
  let last = { told: "", matters: "", isKept: true };
  /** @type {TellingAnswer[]} */
  let answers = [];
  /** The milliseconds that the course was on the screen, up to the last time it went off. */
  let spent = 0;
  let since = performance.now();

  const isSeen = () => document.visibilityState !== "hidden";
  const spentNow = () => Math.floor(spent + (isSeen() ? performance.now() - since : 0));

  /** @param {string} key */
  function notice(key) {
    if (key === "" || notices.querySelector(`[data-notice="${key}"]`)) return;
    const said = document.createElement("p");
    said.dataset.notice = key;
    said.textContent = facts.words[key];
    notices.append(said);
  }

  /** @param {string} key */
  const withdraw = (key) => notices.querySelector(`[data-notice="${key}"]`)?.remove();

  /** @param {string} key */
  const say = (key) => {
    state.textContent = session.counts && !handsOff ? facts.words[key] : "";
  };

  /** Where the learner is, from the root of the package, without what was searched for. */
  function place() {
    try {
      const { href } = /** @type {Window} */ (frame.contentWindow).location;
      return href.startsWith(Leerpad.root) ? href.slice(Leerpad.root.length).replace(/\?[^#]*/, "") : "";
    } catch {
      return ""; // a page of another address
    }
  }

  /** What counts as a step: it is told at once. */
  function matters() {
    const { lessons, quizzes, opened, wiped } = store.progress;
    const results = Object.values(quizzes).flatMap((attempts) => Object.values(attempts).filter(({ finished }) => finished !== null));
    return [Object.values(lessons).filter(({ done }) => done).length, results.length, Object.keys(opened).length, wiped].join();
  }

  /** What is to be kept of all; null if there is no room for it, or nothing may be written over. */
  function packed() {
    const { text } = code.pack(store.progress, facts.quizzes, session.room - MARK, { answers: facts.resume === "answers" });
    if (text === null) notice("no_room");
    return text === null || handsOff ? null : mark + text;
  }

  /** @returns {Telling} */
  function telling() {
    return {
      text: packed(),
      place: place(),
      result: Leerpad.packageResult(store.progress, facts),
      answers,
      spent: spentNow(),
    };
  }

  /** Tell what changed, if anything did. Gives whether the learning system has all that it should. */
  async function keep() {
    clearTimeout(timer);
    timer = 0;
    if (!session.counts || isOver) return false;
    const told = telling();
    const said = JSON.stringify({ ...told, spent: 0 });
    const isNews = said !== last.told;
    if (isNews) {
      answers = []; // the session has them now, and tells them until they are taken
      last = { told: said, matters: matters(), isKept: session.keep(told) };
    }
    const mine = last;
    const isKept = await mine.isKept;
    Leerpad.shelf.owe(session.owed());
    if (isKept) {
      ["refused", "open_again"].forEach(withdraw);
      if (told.text !== null) Leerpad.shelf.told();
    } else {
      mine.told = "";
      notice("refused");
      if (Leerpad.shelf.lasts()) notice("open_again");
      keepSoon();
    }
    if (!isOver && mine === last) say(isKept ? "saved" : "waiting"); // or something newer is on its way
    return isKept;
  }

  function keepSoon() {
    clearTimeout(timer);
    timer = setTimeout(keep, SOON);
  }

  function changed() {
    if (isOver || !session.counts) return;
    if (matters() !== last.matters) return void keep();
    say("waiting");
    if (!timer) keepSoon();
  }

  function keepNow() {
    store.reload();
    keep();
  }

  /**
   * Who points at something else, or turns to it, may be about to leave. Then it is too late: what most learning systems do to
   * keep something, browsers refuse to a page that goes. @param {Window} page
   */
  function keepBeforeLeaving(page) {
    page.addEventListener("blur", keepNow);
    page.document.documentElement.addEventListener("mouseleave", keepNow);
  }

  /** @returns {string} the address to go on to */
  function end() {
    if (isOver) return "";
    clearTimeout(timer);
    store.reload();
    const onward = session.end(telling());
    Leerpad.shelf.owe(session.owed());
    isOver = true;
    return onward;
  }

  /** Show this instead of the course. @param {HTMLElement} [panel] none: the course */
  function show(panel) {
    for (const one of [bar, frame, ended, unsaved]) one.hidden = panel ? one !== panel : one === ended || one === unsaved;
    panel?.querySelector("h1")?.focus();
  }

  function showUnsaved() {
    for (const part of unsaved.querySelectorAll("[data-device]"))
      part.toggleAttribute("hidden", part.getAttribute("data-device") !== String(Leerpad.shelf.lasts()));
    show(unsaved);
  }

  async function close() {
    store.reload();
    say("waiting");
    const isLate = new Promise((/** @type {(isKept: boolean) => void} */ give) => void setTimeout(give, SOON, false));
    const isKept = await Promise.race([keep(), isLate]); // a system may never answer
    if (isOver) return; // pressed twice: all is done
    if (session.counts && !isKept) return showUnsaved(); // the session goes on, so that it can be tried again
    const isTold = session.counts && !handsOff;
    const onward = end();
    frame.remove();
    for (const part of ended.querySelectorAll("[data-told]"))
      part.toggleAttribute("hidden", part.getAttribute("data-told") !== String(isTold));
    show(ended);
    if (/^https?:/.test(onward)) location.assign(onward);
    else if (window.opener) window.close(); // a window that was opened for it
  }

  /** What a page of the course needs that stands in a frame. */
  function dress() {
    const page = frame.contentWindow;
    if (!page || !place()) return;
    document.title = page.document.title;
    page.addEventListener("leerpad-finished", (event) => {
      const { quiz, attempt } = /** @type {CustomEvent} */ (event).detail;
      store.reload();
      answers.push(...Leerpad.tellable(facts, store.progress, quiz, attempt));
      keep();
    });
    keepBeforeLeaving(page);
    // What lies elsewhere may refuse to be shown in a frame, and would leave no way back.
    page.document.addEventListener(
      "click",
      ({ target }) => {
        const link = /** @type {HTMLAnchorElement | null | undefined} */ (/** @type {Element} */ (target).closest?.("a[href]"));
        if (!link || !/^https?:/.test(link.protocol) || link.origin === location.origin || link.getAttribute("target")) return;
        link.setAttribute("target", "_blank");
        link.setAttribute("rel", "noopener");
      },
      true,
    );
    changed();
  }

  /** What the learning system keeps; null if it can't be read. Then it stays there as it is. @param {string} text */
  function read(text) {
    const theirs = code.unpack(text.slice(MARK), facts.quizzes);
    handsOff = theirs === null;
    if (handsOff) notice("unreadable");
    return theirs;
  }

  /** What another device keeps of this attempt by now, taken up here too. Gives what is to be kept of both. @param {string} text */
  function takeUp(text) {
    if (handsOff) return text;
    store.reload();
    const theirs = read(text);
    if (theirs === null) {
      Leerpad.shelf.putAside(text);
      return text;
    }
    mark = text.slice(0, MARK);
    Leerpad.shelf.join(mark, theirs);
    store.reload();
    return packed() ?? text;
  }

  /** @param {string} text what is kept in the learning system */
  function putBack(text) {
    const theirs = text === "" ? Leerpad.progress.empty(course.id) : read(text);
    const live = session.counts && !handsOff;
    // Without a text it is a new attempt, which begins empty: what this device knows of an earlier one stays out of it.
    mark = Leerpad.shelf.open({
      learner: session.learner,
      level: facts.level,
      mark: /^[\w-]{4}/.test(text) ? text.slice(0, MARK) : "",
      theirs: theirs ?? Leerpad.progress.empty(course.id),
      lasting: facts.keep_on_device,
      live,
    });
    if (handsOff) Leerpad.shelf.putAside(text);
    if (!["untracked", "over"].includes(session.problem) && !Leerpad.shelf.lasts()) notice("not_on_device");
    store.reload();
  }

  async function begin() {
    session = await Leerpad.connect(facts, takeUp).catch((error) => {
      console.warn("Leerpad: no session", error);
      return Leerpad.untracked("untracked");
    });
    notice(session.problem);
    putBack(session.text);
    last.matters = matters();
    answers = Leerpad.shelf.owed();
    store.subscribe(changed);
    const asked = location.hash.slice(1);
    const wanted = [session.place, asked].find((at) => PLACE.test(at) && !at.includes("..") && !at.startsWith("leerpad.html"));
    frame.addEventListener("load", dress);
    frame.src = wanted ?? facts.home;
    bar.hidden = false;
    if (session.counts) keep(); // a commit that was lost is made up for
  }

  keepBeforeLeaving(window);
  for (const button of document.querySelectorAll("[data-close]")) button.addEventListener("click", close);
  document.querySelector("#back")?.addEventListener("click", () => {
    show();
    frame.focus();
  });
  for (const event of ["pagehide", "unload"]) window.addEventListener(event, end);
  window.addEventListener("beforeunload", () => void keep()); // the page may yet stay
  window.addEventListener("pageshow", ({ persisted }) => persisted && location.reload()); // its session is over
  document.addEventListener("visibilitychange", () => {
    if (isSeen()) since = performance.now();
    else {
      spent += performance.now() - since;
      keepNow();
    }
  });
  begin();
})();
