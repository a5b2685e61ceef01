"""Somebody who follows the guide to the first lesson, word by word, with a real server and a browser.

The page is the script. What it says to type is run, what it says to write is written, and what it says comes out must come
out. What stands **bold** in a box *What you see* must be on the page of the address that was named last.
"""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from support.guides import arguments, fences, numbered

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from support.browser import Visitor

_ADDRESS = re.escape("http://127.0.0.1:8000/")


@dataclass(frozen=True)
class PageWords:
    """By which words the page in a language says what to do. `change` has groups `before` and `after`."""

    type: str
    gives: str
    once: str
    see: str
    at_the_end: str
    change: str

    @property
    def box(self) -> str:
        """A box that says what is to be seen."""
        return rf'^!!! success "{self.see}"\n(?:    [^\n]*\n)+'

    @property
    def step(self) -> re.Pattern[str]:
        """The next thing to do."""
        return re.compile(
            rf"(?P<fence>^```.*?^```$)|(?P<see>{self.box})|<{_ADDRESS}(?P<address>[^>]*)>|(?P<change>{self.change})",
            re.MULTILINE | re.DOTALL,
        )


WORDS = {
    "nl": PageWords(
        *("Typ dit", "Dat geeft", "Eén keer", "Wat je ziet", "Onderaan "),
        r"[Vv]erander (?:in de check )?`(?P<before>[^`]+)` (?:terug )?in `(?P<after>[^`]+)`",
    ),
    "en": PageWords(
        *("Type this", "It gives", "Once", "What you see", "At the end of "),
        r"[Cc]hange `(?P<before>[^`]+)` (?:back )?into `(?P<after>[^`]+)`",
    ),
}


class Newcomer:
    """Somebody who does what the page says, and looks whether it is true."""

    def __init__(self, words: PageWords, folder: Path, visitor: Visitor, environment: dict[str, str]) -> None:
        self.words = words
        self.folder = folder
        self.visitor = visitor
        self.environment = {**os.environ, **environment}
        self.page: Page | None = None
        self.file = self.folder
        self.said = ""
        self.done = {"typed": 0, "written": 0, "seen": 0, "changed": 0}

    def follow(self, text: str) -> None:
        """From the first step to the last."""
        for step in self.words.step.finditer(text):
            if step["fence"]:
                [fence] = fences(step["fence"])
                if fence.title == self.words.type:
                    self.type(fence.text.strip())
                elif fence.title == self.words.gives:
                    self.compare(fence.text)
                elif not fence.title.startswith((self.words.once, self.words.type)):  # the latter: on Windows
                    self.write(fence.title, fence.text)
            elif step["see"]:
                self.look(step["see"])
            elif step["change"]:
                self.change(step["before"], step["after"])
            else:
                self.page = self.visitor.open(step["address"], self.page)

    def type(self, typed: str) -> None:
        """Run it; the server that the page starts is the one that runs already."""
        self.done["typed"] += 1
        if typed.endswith(" serve"):
            return
        done = subprocess.run(
            arguments(typed), cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False
        )
        self.said = done.stdout

    def compare(self, told: str) -> None:
        """Every line that the page shows was said; a file may have another number."""
        for line in told.splitlines():
            pattern = re.sub(r"/\d\d\\-", lambda _: r"/\d\d\-", re.escape(line))
            assert re.search(rf"^{pattern}$", self.said, re.MULTILINE), f"{line!r} is not in:\n{self.said}"

    def write(self, title: str, text: str) -> None:
        """A whole file, or the end of one: from the line with which the text begins, if it is there."""
        self.done["written"] += 1
        self.file = numbered(self.folder, title.removeprefix(self.words.at_the_end))
        if title.startswith(self.words.at_the_end):
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

    def did_all(self, text: str) -> bool:
        """Whether there was nothing on the page that was passed by."""
        bold = sum(box.count("**") for box in re.findall(self.words.box, text, re.MULTILINE)) // 2
        return self.done["typed"] == text.count(f'"{self.words.type}"') and self.done["seen"] == bold

    def look(self, box: str) -> None:
        """See on the page what the box says; the page reloads by itself."""
        if self.page is None:
            return
        for words in re.findall(r"\*\*(.+?)\*\*", " ".join(box.split())):
            self.done["seen"] += 1
            expect(self.page.locator("body")).to_contain_text(re.compile(re.escape(words)), ignore_case=False)
