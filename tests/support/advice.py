"""A small course about which there is nothing to advise, and what is advised when a file of it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from leerpad.advice import advise
from leerpad.course.check.course import check_course
from leerpad.course.load.course import Roots, load_course, read_sources
from leerpad.source.diagnostics import Report
from support.trees import SETTINGS, lesson, level, write_tree

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from leerpad.source.diagnostics import Diagnostic

LESSON = "modules/0-een/01-een-a.md"
CARD = "modules/0-een/kaart.md"
TEST = "quizzes/0-een/toets.yml"
KEYS = "mode: test\npass_mark: 80%\n"
REASON = "        feedback: Een reden.\n"
CHOICES = ["Een eerste keuze", "De tweede optie", "Een derde richting", "Het vierde idee"]


class Case(NamedTuple):
    """A file that gives advice at a place (line and column), and one that hardly differs and doesn't."""

    name: str
    code: str
    file: str
    bad: str
    place: str
    good: str


def ask(
    name: str,
    *,
    prompt: str = "Wat kies je?",
    choices: list[str] | None = None,
    right: int = 0,
    keys: str = "    shuffle: true\n    lesson: een-a\n",
    reason: str = REASON,
) -> str:
    """A question with one right choice. Line 3 of it is the prompt; with two lines of keys, choices begin at line 7."""
    head = f"  - id: {name}\n    type: single_choice\n    prompt: {prompt}\n{keys}    choices:\n"
    lines = [
        f"      - text: {text}\n" + ("        correct: true\n" if index == right else "") + reason
        for index, text in enumerate(CHOICES if choices is None else choices)
    ]
    return head + "".join(lines)


def paper(*questions: str, keys: str = KEYS) -> str:
    """A test; with the usual keys its first question begins at line 6."""
    return f"id: toets-een\ntitle: Toets\n{keys}questions:\n" + "".join(questions)


def several(count: int, start: int = 1) -> list[str]:
    """Questions to fill up a test."""
    return [ask(f"vraag-{number}") for number in range(start, start + count)]


def good_course() -> dict[str, str]:
    """One level, one lesson, one test, one card."""
    return {
        "mkdocs.yml": SETTINGS,
        "docs/index.md": "# Welkom\n\n<!-- path -->\n",
        "modules/0-een/level.yml": level("een", "Eerste"),
        LESSON: lesson("Les een", "## Kop\n\nTekst van de les."),
        CARD: lesson("Kaart", kind="card"),
        TEST: paper(*several(6)),
    }


def report_on(folder: Path, files: Mapping[str, str | bytes], language: str = "nl") -> Report:
    """All that is found in these files."""
    write_tree(folder, {**files})
    report = Report()
    roots = Roots(folder, folder / "docs", folder / "mkdocs.yml")
    course = load_course(roots, report)
    check_course(course, report)
    advise(course, read_sources(roots), language, report)
    return report


def advice_on(folder: Path, changed: dict[str, str], language: str = "nl") -> list[str]:
    """The advice on the good course with some files changed, as `file:line:column code`. It has no faults."""
    report = report_on(folder, {**good_course(), **changed}, language)
    assert report.faults == []
    return [short(found) for found in report.advices]


def short(found: Diagnostic) -> str:
    """Where what is said."""
    return f"{found.path}:{found.position.line}:{found.position.column} {found.code}"


def try_case(case: Case, folder: Path, extra: Mapping[str, str] | None = None) -> None:
    """The bad file gives the advice once, at its place; the good one doesn't."""
    rest = dict(extra or {})
    bad = advice_on(folder / "bad", {**rest, case.file: case.bad})
    assert [line for line in bad if line.endswith(f" {case.code}")] == [f"{case.file}:{case.place} {case.code}"]
    good = advice_on(folder / "good", {**rest, case.file: case.good})
    assert [line for line in good if line.endswith(f" {case.code}")] == []
