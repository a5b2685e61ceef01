"""The guide “Je eerste les in tien minuten”, followed word by word with a real server and a browser.

The page is the script. What it says to type is run, what it says to write is written, and what it says comes out must come
out. What stands **bold** in a box “Wat je ziet” must be on the page of the address that was named last.
"""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest
from course.support.real import copy_course
from playwright.sync_api import expect
from support.desk import PATIENCE, Desk, desk, no_noise
from support.guides import arguments, fences, guide, numbered
from support.trees import build_site

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitor, Visitors

pytestmark = pytest.mark.xdist_group("desk")

ADDRESS = "http://127.0.0.1:8000/"
AT_THE_END = "Onderaan "
CHANGE = re.compile(r"[Vv]erander (?:in de check )?`([^`]+)` (?:terug )?in `([^`]+)`")
BOX = r"^!!! success \"Wat je ziet\"\n(?:    [^\n]*\n)+"
STEP = re.compile(
    r"(?P<fence>^```.*?^```$)"
    rf"|(?P<see>{BOX})"
    rf"|<{re.escape(ADDRESS)}(?P<address>[^>]*)>"
    rf"|(?P<change>{CHANGE.pattern})",
    re.MULTILINE | re.DOTALL,
)


class Newcomer:
    """Somebody who does what the page says, and looks whether it is true."""

    def __init__(self, served: Desk, visitor: Visitor) -> None:
        self.served = served
        self.folder = served.folder
        self.visitor = visitor
        self.page: Page | None = None
        self.file = self.folder
        self.said = ""
        self.done = {"typed": 0, "written": 0, "seen": 0, "changed": 0}

    def follow(self, text: str) -> None:
        """From the first step to the last."""
        for step in STEP.finditer(text):
            if step["fence"]:
                [fence] = fences(step["fence"])
                if fence.title == "Typ dit":
                    self.type(fence.text.strip())
                elif fence.title == "Dat geeft":
                    self.compare(fence.text)
                else:
                    self.write(fence.title, fence.text)
            elif step["see"]:
                self.look(step["see"])
            elif step["change"]:
                self.change(*CHANGE.findall(step["change"])[0])
            else:
                self.page = self.visitor.open(step["address"], self.page)

    def type(self, typed: str) -> None:
        """Run it; the server that the page starts is the one that runs already."""
        self.done["typed"] += 1
        if typed == "make serve":
            assert arguments(typed)[-1] == "serve"
            return
        self.said = subprocess.run(
            arguments(typed), cwd=self.folder, capture_output=True, text=True, check=False
        ).stdout

    def compare(self, told: str) -> None:
        """Every line that the page shows was said; a file may have another number."""
        for line in told.splitlines():
            pattern = re.sub(r"/\d\d\\-", lambda _: r"/\d\d\-", re.escape(line))
            assert re.search(rf"^{pattern}$", self.said, re.MULTILINE), f"{line!r} is not in:\n{self.said}"

    def write(self, title: str, text: str) -> None:
        """A whole file, or the end of one: from the line with which the text begins, if it is there."""
        self.done["written"] += 1
        self.file = numbered(self.folder, title.removeprefix(AT_THE_END))
        if title.startswith(AT_THE_END):
            before = self.file.read_text("utf-8")
            first = text.splitlines()[0] + "\n"
            text = (before[: before.index(first)] if first in before else f"{before}\n") + text
        self.file.write_text(text, "utf-8", newline="\n")

    def change(self, before: str, after: str) -> None:
        """One word in the file that was written last."""
        self.done["changed"] += 1
        text = self.file.read_text("utf-8")
        assert before in text
        self.file.write_text(text.replace(before, after), "utf-8", newline="\n")

    def look(self, box: str) -> None:
        """See on the page what the box says; the page reloads by itself."""
        if self.page is None:
            return
        for words in re.findall(r"\*\*(.+?)\*\*", " ".join(box.split())):
            self.done["seen"] += 1
            expect(self.page.locator("body")).to_contain_text(re.compile(re.escape(words)), ignore_case=False)


def test_a_newcomer_who_follows_the_page_ends_with_a_lesson_and_two_questions(
    tmp_path: Path, visitors: Visitors
) -> None:
    expect.set_options(timeout=PATIENCE * 1000)
    with desk(copy_course(tmp_path), {}) as served:
        newcomer = Newcomer(served, visitors.arrive(served.address, patience=PATIENCE))
        text = guide("first-lesson")
        newcomer.follow(text)
        assert newcomer.done["typed"] == text.count('"Typ dit"')
        assert newcomer.done["seen"] == len(re.findall(r"\*\*", "".join(re.findall(BOX, text, re.MULTILINE)))) / 2
        assert newcomer.done["changed"] == 2
        page = newcomer.page
        assert page is not None
        picture = page.get_by_role("img", name="Twee gesprekjes")
        expect(picture).to_have_js_property("complete", True)
        assert picture.evaluate("image => image.naturalWidth") > 0
        expect(page.get_by_role("link", name="Gaat het goed?").first).to_be_attached()
        page.get_by_label("Wat wil je hier graag bijdragen?").check()
        page.get_by_role("button", name="Controleer").first.click()
        expect(page.get_by_text("Op deze vraag past geen ja of nee.").first).to_be_visible()
        no_noise(newcomer.visitor)
    site = build_site(tmp_path)
    lesson = (site / "tevredenheid" / "gaat-het-goed.html").read_text("utf-8")
    assert all(
        words in lesson for words in ("Prima hoor", "Met welke vraag kom je verder?", "Een goed gesprek is genoeg")
    )
