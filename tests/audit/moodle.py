"""Packages of this course, played in a real Moodle: `python -m audit.moodle FOLDER`.

The folder holds a Moodle that is installed and served at its own address; nothing of it comes along with us. A course is
made in it, with an activity and two new learners for each package. What is committed here is what is played.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from browser_setup import find_browser
from playwright.sync_api import sync_playwright
from support.answers import answer_question, group_of
from support.lms import finish_lesson, take_test, tracked
from support.lms_server import FILES
from support.trees import REPOSITORY

from leerpad.commands import main as leerpad
from leerpad.commands.project import roots_of
from leerpad.course.load.course import load_course
from leerpad.course.load.one_level import one_level
from leerpad.deploy.lms.package import Wish, package_name
from leerpad.site.plan.version import read_version
from leerpad.source.diagnostics import Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Frame, Page

    from leerpad.course.model.course import Course

SETUP = Path(__file__).with_suffix(".php")
PATIENCE = 60_000
STATUS = {"scorm12": "cmi.core.lesson_status", "scorm2004": "cmi.success_status"}
SCORE = {"scorm12": "cmi.core.score.raw", "scorm2004": "cmi.score.raw"}
SECRET = "Geheim"
PRIVATE = f"""() => Leerpad.store.update((progress, {{put}}) => {{
  put(progress.notes, "n", {{text: "{SECRET}", prompt: "?"}});
  put(progress.plan, "p", {{text: "{SECRET}", who: "", when: "", lesson: null, done: false, removed: false, since: 1}});
  progress.name = {{text: "{SECRET}", at: 5}};
}})"""
ASKED = "[...document.querySelectorAll('.lp-question:not([hidden])')].map(({id}) => id)"
RECORD = """;(() => { let api;
  Object.defineProperty(window, NAME, { configurable: true, get: () => api,
    set: (found) => { api = found && !found.heard ? Object.assign(record(found, VERSION), { heard: true }) : found; } });
})();"""


def moodle(folder: Path, *words: str) -> Any:
    """What our script inside Moodle says."""
    command = ["php", str(SETUP), str(folder), *words]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


@dataclass
class Learner:
    """Somebody in a browser profile of their own, who is in Moodle."""

    context: BrowserContext
    address: str
    activity: int
    page: Page
    posted: list[str]

    def launch(self) -> Learner:
        """Open the package."""
        self.page.goto(f"{self.address}/mod/scorm/view.php?id={self.activity}")
        self.page.locator("#scormviewform [type=submit], #n").last.click()
        for _ in self._until():
            if self._inner() and self.course.evaluate(
                "Boolean(window.Leerpad?.store && document.readyState === 'complete')"
            ):
                return self
        raise TimeoutError("the package doesn't open")

    def _until(self) -> Iterator[None]:
        for _ in range(300):
            yield
            self.page.wait_for_timeout(100)

    def _inner(self) -> list[Frame]:
        return [
            frame
            for frame in self.page.frames
            if frame.parent_frame and "/leerpad.html" in frame.parent_frame.url and frame.url.startswith("http")
        ]

    @property
    def course(self) -> Frame:
        """The page of the course that is shown."""
        return self._inner()[0]

    @property
    def shell(self) -> Frame:
        """The launch page."""
        shell = self.course.parent_frame
        assert shell is not None
        return shell

    def open(self, path: str) -> Frame:
        """Another page of the course."""
        self.course.goto(f"{self.shell.url.split('/leerpad.html')[0]}/{path}")
        return self.course

    @property
    def progress(self) -> dict[str, Any]:
        """The document of the learner, as the course sees it."""
        return self.course.evaluate("JSON.parse(JSON.stringify(Leerpad.store.progress))")

    @property
    def log(self) -> dict[str, Any]:
        """What the recorder heard."""
        return self.page.evaluate("window.__log")

    def told(self, element: str, value: str) -> None:
        """Wait until this was said and committed."""
        self.page.wait_for_function(
            "([element, value]) => __log.values[element] === value && __log.calls.at(-1)[0].endsWith('Commit')",
            arg=[element, value],
        )

    def leave(self) -> dict[str, Any]:
        """Leave by Moodle's own link, as one who closes nothing; gives what the recorder heard until then."""
        link = self.page.locator("a.btn[href*='/course/view.php']").last
        link.hover()
        log = self.log
        link.click()
        self.page.wait_for_url("**/course/view.php*", wait_until="domcontentloaded")
        return log


def arrive(browser: Browser, facts: dict[str, Any], added: dict[str, Any], kind: str, who: int) -> Learner:
    """A learner of an activity, in an empty browser profile, who logged in."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    name, version = ("API", "1.2") if kind == "scorm12" else ("API_1484_11", "2004")
    recorder = (FILES / "recorder.js").read_text("utf-8")
    context.add_init_script(recorder + RECORD.replace("NAME", json.dumps(name)).replace("VERSION", json.dumps(version)))
    posted: list[str] = []
    context.on("request", lambda request: posted.append(request.post_data or ""))
    learner = Learner(context, facts["address"], added["activity"], context.new_page(), posted)
    log_in(learner, added["learners"][who], facts["password"])
    return learner


def log_in(learner: Learner, name: str, password: str) -> None:
    """Be somebody, perhaps after another in the same browser."""
    learner.context.clear_cookies()
    address = f"{learner.address}/login/index.php"
    token = re.search(r'name="logintoken" value="(\w+)"', learner.context.request.get(address).text())
    assert token is not None
    form = {"username": name, "password": password, "logintoken": token[1]}
    answer = learner.context.request.post(address, form=form)
    assert "/login/" not in answer.url, answer.url


class Play:
    """One package, from the first launch to looking back."""

    def __init__(
        self, folder: Path, browser: Browser, facts: dict[str, Any], added: dict[str, Any], kind: str, course: Course
    ) -> None:
        self.folder, self.browser, self.facts, self.added, self.kind, self.course = (
            folder, browser, facts, added, kind, course,
        )  # fmt: skip

    def tell(self, who: int) -> Any:
        """What Moodle keeps of a learner."""
        return moodle(self.folder, "tell", str(self.added["activity"]), self.added["learners"][who])

    def run(self) -> None:
        """All of it. Raises AssertionError at what isn't as promised."""
        here = arrive(self.browser, self.facts, self.added, self.kind, 0).launch()
        before, asked = self._begin(here)
        there = arrive(self.browser, self.facts, self.added, self.kind, 0).launch()
        self._go_on(there, before, asked)
        self._look_back()
        self._another(there)
        assert SECRET not in "".join(here.posted + there.posted)

    def _begin(self, here: Learner) -> tuple[dict[str, Any], list[str]]:
        """A lesson, a test that is failed, half of it once more; then away without closing anything."""
        first = self.course.levels[0]
        here.course.evaluate(PRIVATE)
        finish_lesson(here, f"{first.id}/{first.lessons[0].id}.html")
        take_test(here, self.course, first.id, right=False)
        here.told(SCORE[self.kind], "0")
        take_test(here, self.course, first.id, right=True, answered=3)
        asked = here.course.evaluate(ASKED)
        self._without_session(here, first.quiz, asked)
        before = here.progress
        log = here.leave()
        assert log["broken"] == [], log["broken"]
        assert "failed" not in [value for _, value in log["said"]]
        kept = self.tell(0)
        assert kept["complete"] == 0
        return before, asked

    def _without_session(self, here: Learner, quiz: str, asked: list[str]) -> None:
        """One answer more after Moodle's session ended: that is said, and made up for once it is back."""
        cookies = here.context.cookies()
        here.context.clear_cookies()
        questions = [one for one in self.course.quizzes[quiz].model.questions if any(one.id in name for name in asked)]
        answer_question(group_of(here.course, questions[3]), questions[3], right=True)
        here.page.mouse.move(5, 5)
        here.shell.locator("[data-notice=refused]").wait_for()
        here.context.add_cookies(cookies)
        here.shell.locator("[data-notice=refused]").wait_for(state="detached")
        refused = here.page.evaluate("__log.broken.splice(0)")
        assert all("Commit()" in said for said in refused), refused

    def _go_on(self, there: Learner, before: dict[str, Any], asked: list[str]) -> None:
        """On another device it is as it was; then all is passed."""
        first = self.course.levels[0]
        assert there.course.url.endswith(f"/{first.id}/{first.quiz}.html"), there.course.url
        assert there.course.evaluate(ASKED) == asked
        assert tracked(there.progress) == tracked(before)
        assert there.progress["notes"] == {}
        for level in self.course.levels:
            take_test(there, self.course, level.id, right=True)
        there.told(SCORE[self.kind], "100")
        log = there.leave()
        assert log["broken"] == [], log["broken"]
        kept = self.tell(0)
        assert kept["kept"][STATUS[self.kind]] == "passed"
        assert (float(kept["grade"]), kept["complete"]) == (100, 1), kept

    def _look_back(self) -> None:
        """After that Moodle shows it to look back, and hears nothing."""
        back = arrive(self.browser, self.facts, self.added, self.kind, 0).launch()
        kept = self.tell(0)
        assert "Je kijkt terug" in back.shell.locator("#notices").inner_text()
        finish_lesson(back, f"{self.course.levels[0].id}/{self.course.levels[0].lessons[1].id}.html")
        log = back.leave()
        assert (log["sets"], log["broken"]) == (0, [])
        assert self.tell(0) == kept

    def _another(self, there: Learner) -> None:
        """Somebody else in the same browser finds nothing of it."""
        log_in(there, self.added["learners"][1], self.facts["password"])
        bo = there.launch()
        assert (bo.progress["notes"], bo.progress["lessons"], bo.progress["quizzes"]) == ({}, {}, {})
        bo.leave()
        assert self.tell(1)["grade"] is None


def main(folder: Path) -> int:
    """Play the packages one after another; gives the exit status."""
    wishes = [Wish("scorm12"), Wish("scorm2004"), Wish("scorm12", level="basis")]
    course = load_course(roots_of(REPOSITORY), Report())
    zips = []
    for wish in wishes:
        name = REPOSITORY / "dist" / package_name(course.settings.course_id, wish, read_version(REPOSITORY))
        zips.append(str(name))
        assert leerpad(["package", wish.kind, *(["--level", wish.level] if wish.level else [])]) == 0
    facts = moodle(folder, "add", *zips)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        for wish, added in zip(wishes, facts["added"], strict=True):
            part = one_level(course, wish.level) if wish.level else course
            Play(folder, browser, facts, added, wish.kind, part).run()
            print(f"{wish.kind} {wish.level or ''}: played in Moodle {facts['release']}, as promised")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
