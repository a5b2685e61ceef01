"""Words that hold for a website only, or for a package only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.faults import load_flawless
from support.lms import WORDS
from support.trees import course, write_tree

from leerpad.authoring.beginning import Wishes, course_files
from leerpad.course.load.course import read_sources
from leerpad.course.load.reader import Roots
from leerpad.course.model.packages import Packages
from leerpad.deploy.lms.check import PackageCheck
from leerpad.locales import LANGUAGES, load_locale
from leerpad.source.diagnostics import Report
from leerpad.source.markdown_text import MarkdownText
from leerpad.source.where import FOR_WEBSITE, LMS, for_package, said_for

if TYPE_CHECKING:
    from pathlib import Path

    from leerpad.source.where import Delivery

PAGE = MarkdownText(WORDS["docs/privacy.md"])
ABOUT = ("docs/over.md", "docs/about.md")


def test_each_delivery_says_its_own_words_on_the_same_lines() -> None:
    website, lms = (said_for(PAGE, delivery).lines for delivery in (FOR_WEBSITE, for_package(Packages())))
    assert [line for line in website if line] == ["# Privacy", "Het blijft in je browser.", "Dit geldt overal."]
    assert [line for line in lms if line] == ["# Privacy", "Je leersysteem krijgt je score.", "Dit geldt overal."]
    assert len(website) == len(lms) == len(PAGE.lines)
    assert [number for number, line in enumerate(lms) if line] == [0, 5, 8]


def test_an_example_in_code_stays_as_it_is() -> None:
    example = "```\n<!-- where: lms -->\nTekst\n<!-- /where -->\n```"
    assert said_for(MarkdownText(example), FOR_WEBSITE).text == example


CHOSEN = [
    Packages(answers=answers, resume=resume, keep_on_device=keeps)
    for answers in (True, False)
    for resume in ("answers", "scores")
    for keeps in (True, False)
]
"""Every way in which a package may be set."""


def test_words_for_a_setting_of_packages_hold_only_where_it_is_so() -> None:
    page = MarkdownText("""\
Altijd.
<!-- where: lms, answers: true -->
Per vraag.
<!--where: lms,  resume:scores ,answers: false-->
Geen antwoorden.
<!-- where: lms, keep_on_device: false -->
Daarna weg.
<!-- /where -->""")

    def lines(delivery: Delivery) -> list[str]:
        return [line for line in said_for(page, delivery).lines if line]

    assert lines(FOR_WEBSITE) == ["Altijd."]
    for one in CHOSEN:
        assert lines(for_package(one)) == [
            "Altijd.",
            *["Per vraag."] * one.answers,
            *["Geen antwoorden."] * (one.resume == "scores" and not one.answers),
            *["Daarna weg."] * (not one.keep_on_device),
        ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("packages", CHOSEN, ids=repr)
def test_a_new_course_tells_its_readers_what_its_package_sends(packages: Packages, language: str) -> None:
    """It said that answers to tests went along, and that the rest stays in the browser, however it was set."""
    [page] = [text for path, text in course_files(Wishes("A", language, "#1d5f8a")).items() if path in ABOUT]
    said = " ".join(said_for(MarkdownText(page), for_package(packages)).text.split())
    bookmark, listed, stays, leaves = {
        "nl": (
            "In die bladwijzer staan ook je antwoorden",
            "ook per vraag wat je",
            "staat in deze browser",
            "is weg zodra",
        ),
        "en": (
            "That bookmark also holds your answers",
            "what you answered to each",
            "is in this browser",
            "is gone when",
        ),
    }[language]
    assert [words in said for words in (bookmark, listed, stays, leaves)] == [
        packages.resume == "answers", packages.answers, packages.keep_on_device, not packages.keep_on_device,
    ]  # fmt: skip


def told(folder: Path, page: str, *, packing: bool = False) -> list[str]:
    write_tree(folder, {**course(), "docs/index.md": page})
    report, roots, locale = Report(), Roots(folder, folder / "docs", folder / "mkdocs.yml"), load_locale("nl")
    check = PackageCheck(load_flawless(folder), roots, report)
    check.marks(read_sources(roots))
    if packing:
        check.promises(read_sources(roots), locale.text("lms.promises"))
    return [locale.diagnostic(found) for found in report.faults]


SLIPS = [
    (
        "# Hoi\n\n<!-- where: webiste -->\nTekst\n<!-- /where -->\n",
        "docs/index.md:3:1  er is geen aflevering “webiste”",
    ),
    (
        "# Hoi\n\n<!-- where: lms, answers: ja -->\nTekst\n<!-- /where -->\n",
        "docs/index.md:3:1  “answers: ja” is hier niet te kiezen; schrijf achter where: lms, met een komma ervoor",
    ),
    (
        "# Hoi\n\n<!-- where: website, resume: scores -->\nTekst\n<!-- /where -->\n",
        "docs/index.md:3:1  “resume: scores” is hier niet te kiezen; ",
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
