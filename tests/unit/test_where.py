"""Words that hold for a website only, or for a package only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.lms import WORDS, read_course
from support.trees import course, write_tree

from leerpad.course.load.course import read_sources
from leerpad.course.load.reader import Roots
from leerpad.deploy.lms.check import PackageCheck
from leerpad.locales import LANGUAGES, load_locale
from leerpad.source.diagnostics import Report
from leerpad.source.markdown_text import MarkdownText
from leerpad.source.where import LMS, WEBSITE, said_for

if TYPE_CHECKING:
    from pathlib import Path

PAGE = MarkdownText(WORDS["docs/privacy.md"])


def test_each_delivery_says_its_own_words_on_the_same_lines() -> None:
    website, lms = (said_for(PAGE, delivery).lines for delivery in (WEBSITE, LMS))
    assert [line for line in website if line] == ["# Privacy", "Het blijft in je browser.", "Dit geldt overal."]
    assert [line for line in lms if line] == ["# Privacy", "Je leersysteem krijgt je score.", "Dit geldt overal."]
    assert len(website) == len(lms) == len(PAGE.lines)
    assert [number for number, line in enumerate(lms) if line] == [0, 5, 8]


def test_an_example_in_code_stays_as_it_is() -> None:
    example = "```\n<!-- where: lms -->\nTekst\n<!-- /where -->\n```"
    assert said_for(MarkdownText(example), WEBSITE).text == example


def told(folder: Path, page: str, *, packing: bool = False) -> list[str]:
    write_tree(folder, {**course(), "docs/index.md": page})
    report, roots, locale = Report(), Roots(folder, folder / "docs", folder / "mkdocs.yml"), load_locale("nl")
    check = PackageCheck(read_course(folder), roots, report)
    check.marks(read_sources(roots))
    if packing:
        check.promises(read_sources(roots), locale.text("lms.promises"))
    return [locale.diagnostic(found) for found in report.faults]


SLIPS = [
    (
        "# Hoi\n\n<!-- where: webiste -->\nTekst\n<!-- /where -->\n",
        "docs/index.md:3:1  er is geen aflevering “webiste”",
    ),
    ("# Hoi\n\n<!-- /where -->\n", "docs/index.md:3:1  hier eindigt een deel dat nergens begint"),
    (
        "# Hoi\n\n<!-- where: lms -->\nTekst\n",
        "docs/index.md:3:1  dit deel eindigt nergens, dus alles eronder hoort erbij",
    ),
]


@pytest.mark.parametrize(("page", "said"), SLIPS)
def test_a_slip_in_such_a_part_is_told_at_its_line(page: str, said: str, tmp_path: Path) -> None:
    [fault] = told(tmp_path, page)
    assert fault.startswith(said)


def test_a_package_that_promises_what_it_does_not_keep_is_refused(tmp_path: Path) -> None:
    page = "# Hoi\n\nWat je schrijft, gaat niet\nnaar je werkgever. Je antwoorden blijven in deze browser.\n"
    assert told(tmp_path, page) == []
    faults = told(tmp_path, page, packing=True)
    assert [fault.split("  ")[0] for fault in faults] == ["docs/index.md:3:18", "docs/index.md:4:23"]
    assert (
        "in een leersysteem klopt “gaat niet naar je werkgever” niet: dat krijgt de score en een bladwijzer"
        in faults[0]
    )
    obeyed = f"# Hoi\n\n<!-- where: website -->\n{page}\n<!-- where: lms -->\nJe score gaat naar je leersysteem.\n<!-- /where -->\n"
    assert told(tmp_path, obeyed, packing=True) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_we_say_ourselves_is_true_in_a_package(language: str) -> None:
    """Of what readers read: the words for makers may speak of browsers."""
    locale = load_locale(language).for_delivery(LMS)
    pattern = locale.text("lms.promises").replace(" ", r"\s+")
    shown = {
        key: text for key, text in locale.words.items() if key.startswith(("client.", "page.", "scan.", "lms.shell"))
    }
    assert shown
    assert {key: text for key, text in shown.items() if re.search(pattern, text) and not key.endswith("_lms")} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_shared_computer_no_word_promises_that_something_stays(language: str) -> None:
    locale = load_locale(language).for_delivery(LMS).for_delivery(f"{LMS}_shared")
    stays = {"nl": "deze browser", "en": "this browser"}[language]
    mine = ("page.progress.", "page.plan.", "page.certificate.", "page.notes.", "page.reviews.")
    said = {key: text for key, text in locale.words.items() if key.startswith(mine) and not key.endswith("_lms")}
    assert "page.progress.privacy" in said
    assert {key: text for key, text in said.items() if stays in text} == {}
