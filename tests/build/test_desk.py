"""The author's desk: `mkdocs serve` goes on whatever happens, and the open page follows by itself.

Nothing here reloads a page: what changes on it, changed by itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.axe import COLOUR, violations
from support.desk import PATIENCE, Desk, desk, no_noise
from support.trees import REPOSITORY, SETTINGS, lesson, level, question, quiz, rich_course, write_tree

from leerpad.locales import load_locale
from leerpad.site.serve.fault_page import crash_page, fault_page, host_page
from leerpad.source.diagnostics import Position, Report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitor, Visitors

pytestmark = pytest.mark.xdist_group("desk")

LESSON = "modules/0-een/01-een-a.md"
TEST = "quizzes/0-een/toets.yml"
WRONG_KEY = quiz("toets-een", question("een-1").replace("correct: true", "corect: true"))
CRASH = "\n\ndef on_page_content(html, page, **_):\n    assert 'Laat vallen' not in html, '<b>kapot</b>'\n"


def picture(color: str, width: int) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="9"><rect width="9" height="9" fill="{color}"/></svg>'


def written() -> dict[str, str]:
    """A course with a picture in a lesson, and hooks of which one can be made to crash."""
    hooks = f"hooks: [{REPOSITORY / 'hooks' / 'portal.py'}, crash.py]"
    settings = re.sub(r"hooks: \[.*\]", lambda _: hooks, SETTINGS)
    return {
        **rich_course(),
        "mkdocs.yml": f"{settings}strict: true\n",
        "crash.py": f'"""Stands for any mistake of our own."""{CRASH}',
        LESSON: lesson("Les een A", "## Kop\n\nTekst.\n\n![Een plaat](plaat.svg)\n\n<!-- quiz: check -->\n"),
        "modules/0-een/plaat.svg": picture("red", 11),
        "docs/over.md": "# Over\n\nEerste zin.\n",
    }


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One server for all tests; each leaves the course as it found it."""
    with desk(tmp_path_factory.mktemp("desk"), {**written()}) as served:
        yield served


@pytest.fixture
def author(served: Desk, visitors: Visitors) -> Iterator[Visitor]:
    """Somebody who looks at the site while writing; afterwards the course is good again, and the server alive."""
    author = visitors.arrive(served.address, patience=PATIENCE)
    expect.set_options(timeout=PATIENCE * 1000)  # another desk may have ended in between
    yield author
    for tab in author.context.pages:
        tab.close()
    files = written()
    for file in served.folder.rglob("*"):
        name = file.relative_to(served.folder).as_posix()
        if file.is_file() and name not in files and "__pycache__" not in name:
            file.unlink()
    changed = {name: text for name, text in files.items() if (served.folder / name).read_text() != text}
    served.write({**changed})
    assert served.is_alive
    no_noise(author)


def shows(page: Page, title: str | re.Pattern[str]) -> None:
    expect(page).to_have_title(title if isinstance(title, re.Pattern) else re.compile(f"^{re.escape(title)} [–-] "))


def test_a_fault_in_the_first_build_is_a_page_and_goes_away(tmp_path: Path, visitors: Visitors) -> None:
    files = {
        **written(),
        TEST: WRONG_KEY,
        "mkdocs.yml": written()["mkdocs.yml"].replace("pass_mark: 60%", "pass_mark: veel"),
    }
    with desk(tmp_path, {**files}) as served:
        author = visitors.arrive(served.address, patience=PATIENCE)
        page, home = author.open("een/toets-een.html"), author.open("", author.tab())
        shows(page, "2 fouten")
        shows(home, "2 fouten")
        expect(page.get_by_role("heading", level=2)).to_have_text(["mkdocs.yml", TEST])
        served.write({TEST: written()[TEST]})
        shows(page, "1 fout")
        served.write({"mkdocs.yml": written()["mkdocs.yml"]})
        shows(page, "Quiz toets-een")
        shows(home, re.compile("^Proefpad$"))
        assert page.url == f"{served.address}/een/toets-een.html"
        no_noise(author)


LATER_FAULTS = [
    (TEST, WRONG_KEY, "Regel 12, kolom 9:", "onbekende sleutel “corect”", "bedoel je “correct”?", "corect"),
    (LESSON, lesson("Les een A", "Tekst\n\n<!-- quiz: toest-een -->"), "Regel 7, kolom 1:", "er is geen quiz met id “toest-een”", "bedoel je “toets-een”?", "<!--"),
    ("modules/0-een/level.yml", level("een", "Eerste") + "\tgoal: x\n", "Regel 6, kolom 1:", "een tab mag niet in YAML", "gebruik spaties om in te springen", "⇥"),
    ("mkdocs.yml", SETTINGS.replace("gating: required", "gating: soms"), "Regel 5, kolom 13:", "“soms” kan hier niet bij “gating”", "kies uit: required, advised, off", "soms"),
    ("mkdocs.yml", SETTINGS.replace("site_name: Proefpad", "site_name: 'Proefpad"), "Regel 1, kolom 12:", "hier begint een tekst tussen aanhalingstekens die nergens eindigt", "zet er een aanhalingsteken achter", "'"),
]  # fmt: skip
"""In a quiz, a lesson, a level, the settings, and settings that can't be read."""


def test_a_later_fault_comes_by_itself_and_goes_by_itself(served: Desk, author: Visitor) -> None:
    page = author.open("een/een-a.html#kop")
    for name, text, place, wrong, remedy, here in LATER_FAULTS:
        shows(page, "Les een A")
        served.write({name: text})
        shows(page, "1 fout")
        expect(page.get_by_role("heading", level=2).first).to_have_text(name)
        expect(page.get_by_role("heading", level=3)).to_have_text([f"{place} {wrong}"])
        expect(page.get_by_text("Zo los je het op:").locator("..")).to_have_text(f"Zo los je het op: {remedy}")
        marked = page.get_by_role("row").filter(has=page.locator("mark"))
        expect(marked.get_by_role("rowheader")).to_have_text(place.split()[1].rstrip(","))
        expect(marked.locator("mark")).to_have_text(here)
        expect(marked).to_contain_text(f"hier, op kolom {place.split()[3].rstrip(':')}: {here}")
        served.write({name: written()[name]})
    shows(page, "Les een A")
    assert page.url == f"{served.address}/een/een-a.html#kop"


def test_two_faults_in_two_files_stand_on_every_page_and_on_none(served: Desk, author: Visitor) -> None:
    pages = {name: author.open(name, author.tab()) for name in ("", "twee/twee-b.html", "bestaat/niet.html")}
    served.write({TEST: WRONG_KEY, LESSON: lesson("A", "<!-- quiz: <b>&amp; -->")})
    for page in pages.values():
        shows(page, "2 fouten")
        expect(page.get_by_role("heading", level=2)).to_have_text([LESSON, TEST])
        expect(page.get_by_role("navigation", name="De bestanden").get_by_role("link")).to_have_text([LESSON, TEST])
        expect(page.locator("mark").first.locator("..")).to_have_text("<!-- quiz: <b>&amp; -->")
    served.write({name: written()[name] for name in (TEST, LESSON)})
    shows(pages[""], re.compile("^Proefpad$"))
    shows(pages["twee/twee-b.html"], "Les twee B")
    shows(pages["bestaat/niet.html"], "Deze pagina is er niet")


def test_every_change_shows_by_itself(served: Desk, author: Visitor) -> None:
    page = author.open("een/een-a.html")
    served.write({LESSON: written()[LESSON].replace("Tekst.", "Een nieuwe zin.")})
    expect(page.get_by_text("Een nieuwe zin.")).to_be_visible()
    served.write({"quizzes/check.yml": written()["quizzes/check.yml"].replace("Klopt dit?", "Is dit zo?")})
    expect(page.get_by_text("Is dit zo?").first).to_be_visible()
    served.write({"modules/0-een/plaat.svg": picture("blue", 22)})
    expect(page.get_by_role("img", name="Een plaat")).to_have_js_property("naturalWidth", 22)
    author.open("over.html")
    served.write({"docs/over.md": "# Over\n\nTweede zin.\n"})
    expect(page.get_by_text("Tweede zin.")).to_be_visible()
    author.open("")
    served.write({"modules/0-een/level.yml": level("een", "Anders genoemd")})
    expect(page.get_by_role("link", name="Anders genoemd").first).to_be_visible()
    author.open("een/nieuw.html")
    served.write({"modules/0-een/03-nieuw.md": lesson("Een nieuwe les")})
    shows(page, "Een nieuwe les")
    served.write({"mkdocs.yml": written()["mkdocs.yml"].replace("Proefpad", "Ander pad")})
    shows(page, re.compile("Een nieuwe les - Ander pad"))


def test_what_only_mkdocs_finds_wrong_is_shown_in_words_of_ours(served: Desk, author: Visitor) -> None:
    page = author.open("over.html")
    served.write({"mkdocs.yml": f"{written()['mkdocs.yml']}extra_templates: [weg.html]\n"})
    shows(page, "De site kon niet worden gebouwd")
    expect(page.get_by_role("listitem").filter(has_text="er is geen sjabloon “weg.html”")).to_be_visible()
    served.write({"mkdocs.yml": written()["mkdocs.yml"]})
    shows(page, "Over")


def test_a_mistake_of_our_own_is_said_honestly_and_a_page_that_still_loads_gets_its_parts(
    served: Desk, author: Visitor
) -> None:
    """The theme asks for the words of its search last, and says `Not Found` if they went."""
    page = author.open("over.html")
    served.write({"docs/over.md": "# Over\n\nLaat vallen\n"})
    shows(page, "Er ging iets mis in het leerpad zelf")
    for part in ("search/search_index.json", "een/plaat.svg"):
        assert page.request.get(f"{served.address}/{part}", timeout=PATIENCE * 1000).status == 200
    expect(page.get_by_role("region", name="Technische gegevens")).to_be_hidden()
    page.get_by_text("Technische gegevens", exact=True).click()
    expect(page.get_by_role("region", name="Technische gegevens")).to_contain_text("AssertionError: <b>kapot</b>")
    assert "AssertionError: <b>kapot</b>" in served.wait_until_said("AssertionError: <b>kapot</b>")
    served.write({"docs/over.md": "# Over\n\nMooi.\n"})
    expect(page.get_by_text("Mooi.")).to_be_visible()


def test_the_pages_that_stand_in_for_the_site_are_accessible_and_fit_a_phone(
    tmp_path: Path, visitors: Visitors
) -> None:
    write_tree(tmp_path, {"a.yml": "id: a\n\tb: c\n\n", "b.md": f"{'weg' * 400} <b>\n"})
    report, dutch = Report(), load_locale("nl")
    report.fault("a.yml", Position(2, 1), "yaml_tab")
    report.fault("a.yml", Position(3, 1), "missing_key", key="x")
    report.fault("b.md", Position(1, 1201), "missing_file", target="lang" * 100)
    report.fault("modules/7-leeg", Position(1, 1), "level_without_lessons")
    report.advice("quizzes/los.yml", Position(1, 1), "unused-quiz", id="los")
    pages = {
        "4 fouten": fault_page(report, tmp_path, dutch, "Proefpad"),
        "De site kon niet": host_page([f"A file was not found: {'weg/' * 100}x.md"], dutch, "Proefpad"),
        "Er ging iets mis": crash_page(ValueError("kapot" * 100), dutch, "Proefpad"),
    }
    reader = visitors.arrive(tmp_path.as_uri(), viewport={"width": 320, "height": 700})
    for title, html in pages.items():
        (tmp_path / "page.html").write_text(html)
        reader.page.emulate_media(color_scheme="light")
        page = reader.open("page.html")
        expect(page.get_by_role("heading", level=1)).to_contain_text(title)
        for details in page.get_by_text("Technische gegevens", exact=True).all():
            details.click()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        page.emulate_media(color_scheme="dark")
        assert violations(page, COLOUR) == []
        assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_desk_shows_the_guide_in_two_parts(author: Visitor) -> None:
    page = author.open("leerpad-guide/servers.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("De site op een server")
    menu = page.get_by_role("navigation", name="Navigatie")
    expect(menu.get_by_text("Voor makers").first).to_be_visible()
    expect(menu.get_by_text("Voor beheerders").first).to_be_visible()
