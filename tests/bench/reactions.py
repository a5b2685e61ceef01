"""What an answer in a long test costs: from the click until the browser has painted, in each view, after many attempts."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

ANSWERS = 7
ATTEMPTS = 50
SETTLED = 500  # ms, until the browser has drawn what came into sight
_METRICS = ("ScriptDuration", "RecalcStyleDuration", "LayoutDuration", "TaskDuration")
_VIEWS = {"all": "all below each other", "one": "one at a time"}

# What a reader does, of each kind as often as there is something to do it with: at what, and how.
_ACTS = {
    "choice": ("'.lp-choices input[type=radio]'", "(input) => input.click()"),
    "typed": (
        "'.lp-gap input'",
        "(input) => { input.value += 'x'; input.dispatchEvent(new Event('change', { bubbles: true })); }",
    ),
    "moved": ("'.lp-move[data-by=\"1\"]:not([aria-disabled=true])'", "(button) => button.click()"),
}
_HAND_IN = "() => document.querySelector('.lp-quiz-bottom > button:nth-of-type(3)').click()"
_ANYWAY = "() => document.querySelector('.lp-missing > .lp-button').click()"
_PAINTED = """(act) => new Promise((done) => {
  act();
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
})"""

# Progress as it is after many attempts at the test on this page.
REMEMBER = """([view, attempts]) => {
  const quiz = JSON.parse(document.querySelector("leerpad-quiz").dataset.quiz).id;
  const questions = [...document.querySelectorAll(".lp-question")].map((item) => JSON.parse(item.dataset.question));
  const progress = Leerpad.progress.empty(LeerpadCourse.id);
  progress.settings["quiz-view"] = { value: view, at: 1 };
  progress.quizzes[quiz] = {};
  for (let n = 1; n <= attempts; n += 1) {
    const answers = questions.map(({ id, correct, revision }) => [id, { value: correct ?? null, revision, at: n, checked: false }]);
    const points = questions.map(({ id, points }) => [id, { points, max: points }]);
    progress.quizzes[quiz][`poging-${n}`] = {
      started: n, seed: n, questions: questions.map(({ id }) => id), retry: false, answers: Object.fromEntries(answers), finished: n,
      outcome: { points: 1, max: questions.length, passed: false, questions: Object.fromEntries(points) },
    };
  }
  localStorage.setItem(`leerpad:${LeerpadCourse.id}`, JSON.stringify(progress));
}"""


def reaction_rows(browser: Browser, tests: dict[str, Path]) -> list[list[str]]:
    """A row for each test, view and history: what the page's thread worked for one answer, and for handing in."""
    rows = [["reacting, ms", "view", "attempts", *_ACTS, "check everything"]]
    for name, file in tests.items():
        for view, label in _VIEWS.items():
            for attempts in (0, ATTEMPTS):
                rows.append([name, label, str(attempts), *_reactions(browser, file, view, attempts)])
    return rows


def _reactions(browser: Browser, file: Path, view: str, attempts: int) -> list[str]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    used = instruments(page)
    page.goto(file.as_uri())
    page.evaluate(REMEMBER, [view, attempts])
    page.reload()
    if attempts:
        page.locator(".lp-result .lp-button").last.click()  # begin anew
    page.wait_for_timeout(1000)

    def cost(act: str) -> float:
        before = used()["TaskDuration"]
        page.evaluate(f"() => ({_PAINTED})({act})")
        return used()["TaskDuration"] - before

    shown = []
    for places, act in _ACTS.values():
        count = page.evaluate(f"() => (window.places = [...document.querySelectorAll({places})]).length")
        costs = []
        for n in range(0, count, max(1, count // ANSWERS)):
            page.evaluate(
                f"() => places[{n}].scrollIntoView({{ block: 'center' }})"
            )  # nobody acts on what is out of sight
            page.wait_for_timeout(SETTLED)
            costs.append(cost(f"() => ({act})(places[{n}])"))
        shown.append(f"{median(costs):.0f}" if costs else "–")
    page.evaluate(f"({_HAND_IN})()")
    page.wait_for_timeout(1000)
    shown.append(f"{cost(_ANYWAY):.0f}")
    context.close()
    return shown


def instruments(page: Page) -> Callable[[], dict[str, float]]:
    """What gives the milliseconds that the page's thread has worked so far, by kind."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def used() -> dict[str, float]:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return {one["name"]: 1000 * one["value"] for one in metrics if one["name"] in _METRICS}

    return used
