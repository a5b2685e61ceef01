"""Texts and files that try to run script: none does, none becomes markup, and what an author wrote is read as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.advice import report_on
from support.hostile import FILE, HASHES, PLACES, STORED, hostile_course
from support.trees import SETTINGS, build, build_site, course, lesson, level, question, quiz, write_tree

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page
    from support.browser import Visitors

LISTEN = "window.leaks = []; window.leak = (place) => window.leaks.push(String(place));"
LEAKS = """() => [
  ...window.leaks,
  ...[...document.querySelectorAll("*")].flatMap((element) =>
    element.matches("[data-leak], [onfocus], [onerror], a[href^='javascript' i]") ? [element.outerHTML.slice(0, 200)] : []),
]"""


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(tmp_path_factory.mktemp("vijandig"), hostile_course())


@pytest.fixture(scope="module")
def leaks(browser: Browser, hostile_site: Path) -> dict[str, str]:
    """What broke out, anywhere in the site, and all that can be read there, with and without the content's templates."""
    page = browser.new_page()
    page.add_init_script(LISTEN)
    found, read = [], []
    for file in sorted(hostile_site.rglob("*.html")):
        if file.parent.name in ("twee", "drie"):
            continue
        page.goto(file.as_uri())
        leaked, text = page.evaluate(f"() => [({LEAKS})(), document.title + document.documentElement.outerHTML]")
        found += leaked
        read.append(text)
    found += search(page, hostile_site)
    page.close()
    return {"found": "\n".join(found), "read": "".join(read)}


def search(page: Page, site: Path) -> list[str]:
    """What breaks out of the results of a search."""
    page.goto(f"{site.as_uri()}/index.html")
    leaks: list[str] = []
    for word in ("title", "opschrift"):  # in names; in the text of a page without a heading
        page.locator(".md-search__input").fill("")
        page.locator(".md-search__input").press_sequentially(word)  # the theme listens to keys
        page.locator(".md-search-result__link", has_text=word).first.wait_for()
        leaks += page.evaluate(LEAKS)
    return leaks


@pytest.mark.parametrize("place", PLACES)
def test_a_plain_text_of_an_author_stays_text(place: str, leaks: dict[str, str]) -> None:
    assert f"{place}&quot; data-leak=" in leaks["read"] or f'{place}" data-leak=' in leaks["read"]
    assert f"{place}" not in leaks["found"]


def test_nothing_else_breaks_out(leaks: dict[str, str], hostile_site: Path) -> None:
    assert leaks["found"] == ""
    assert (hostile_site / "een" / FILE).is_file()  # and its image is found under its strange name
    assert "{{7*7}}" in leaks["read"]
    assert "49<" not in leaks["read"]


BAD = """een"><script>leak(1)</script>"""
REFUSED = {
    "course id": ("mkdocs.yml", SETTINGS.replace("course_id: proefpad", f"course_id: '{BAD}'"), "bad_id"),
    "level id": ("modules/0-een/level.yml", level(f"'{BAD}'", "A"), "better_value"),
    "lesson id": ("modules/0-een/01-een-a.md", lesson("A", id=f"'{BAD}'"), "better_value"),
    "lesson file": (f"modules/0-een/03-{BAD.replace('/', '')}.md", lesson("A"), "bad_file_name"),
    "action id": ("modules/0-een/01-een-a.md", lesson("A", actions=f"[{{id: '{BAD}', text: x}}]"), "better_value"),
    "quiz id": ("quizzes/los.yml", quiz(f"'{BAD}'", question("x")), "better_value"),
    "question id": ("quizzes/los.yml", quiz("los", question(f"'{BAD}'")), "better_value"),
    "reflect id": (
        "modules/0-een/01-een-a.md",
        lesson("A", f"<!-- reflect: {BAD.replace('-', '')} | Hm? -->"),
        "bad_id",
    ),
    "moved from": ("modules/0-een/01-een-a.md", lesson("A", moved_from=f"['{BAD}']"), ""),
    "link": ("modules/0-een/01-een-a.md", lesson("A", "[x](javascript:leak(1))"), "script_link"),
    "spaced link": ("modules/0-een/01-een-a.md", lesson("A", "[x](<java&#10;script:leak(1)>)"), "script_link"),
    "link of a page": ("docs/index.md", "# A\n\n[x](JavaScript:leak(1)) <javascript:leak(2)>\n", ""),
    "file": (
        'modules/0-een/tekening "><script>leak(1)<.svg',
        '<svg xmlns="http://www.w3.org/2000/svg"/>',
        "unfit_name",
    ),
    "link in a hint": (
        "quizzes/0-een/toets.yml",
        quiz("toets-een", question("x", more="hint: '[x](vbscript:x)'")),
        "script_link",
    ),
    "source": (
        "docs/sources.yml",
        "sources:\n  - {id: a, authors: B, title: C, kind: book, certainty: full, shows: D, limit: E, url: 'javascript:leak(1)'}\n",
        "expected_url",
    ),
    "sign": (
        "modules/0-een/teken.svg",
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script>leak(1)</script></svg>',
        "sign_not_a_shape",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_name_that_is_no_name_and_a_link_that_runs_are_refused(case: str, tmp_path: Path) -> None:
    file, text, code = REFUSED[case]
    files = {**course(), file: text}
    if case == "sign":
        files["modules/0-een/level.yml"] += "sign: teken.svg\n"
    codes = {found.code for found in report_on(tmp_path, files).faults}
    assert codes if not code else code in codes


def test_a_menu_that_runs_script_is_refused(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        {
            **course(),
            "mkdocs.yml": SETTINGS
            + "nav:\n  - index.md\n  - leerpad:levels\n  - Meer: [{Klik: 'java\tscript:leak(1)'}]\n".replace("\\t", ""),
        },
    )
    done = build(tmp_path)
    assert done.returncode == 1
    assert "voert een script uit" in done.stdout + done.stderr


RICH = ("hostile", "prototype")
"""What is read as progress; of the others there is nothing to show."""
GO_TO = "(hash) => { location.hash = hash; }"
HEAR = "([key, text]) => { localStorage.setItem(key, text); Leerpad.store.reload(); }"


def test_what_is_put_back_stays_text(visitors: Visitors, small_site: Path, tmp_path: Path) -> None:
    page = visitors.arrive(small_site.as_uri()).page
    page.add_init_script(LISTEN)
    page.goto(f"{small_site.as_uri()}/mijn-voortgang.html")
    leaks = {}
    for stored, text in STORED.items():
        file = tmp_path / "kopie.json"
        file.write_text(text, "utf-8")
        page.evaluate("() => document.querySelector('.lp-data-status').replaceChildren()")
        page.locator("input[type=file]").set_input_files(file)
        page.locator(".lp-data-status:not(:empty)").wait_for()
        leaks[stored] = page.evaluate(LEAKS)
    assert leaks == {stored: [] for stored in STORED}
    assert page.evaluate("({}).text === undefined")


def test_what_is_stored_stays_text(visitors: Visitors, small_site: Path) -> None:
    """What is no progress: heard of as from another tab. What is read as progress: found when the page is opened."""
    visitor = visitors.arrive(small_site.as_uri())
    page = visitor.page
    page.add_init_script(LISTEN)
    leaks = {}
    for name in ("mijn-actieplan", "mijn-certificaten", "een/toets-een"):
        visitor.open(f"{name}.html")
        for stored in sorted(STORED, key=RICH.count):
            if stored in RICH:
                visitor.store("proefpad", STORED[stored])
                page.reload()
            else:
                page.evaluate(HEAR, ["leerpad:proefpad", STORED[stored]])
            leaks[name, stored] = page.evaluate(LEAKS)
        assert page.evaluate("({}).text === undefined && localStorage.length > 0")
        page.evaluate("localStorage.clear()")
    assert {place: found for place, found in leaks.items() if found} == {}


def test_an_address_stays_text(visitors: Visitors, small_site: Path) -> None:
    visitor = visitors.arrive(small_site.as_uri())
    page = visitor.page
    page.add_init_script(LISTEN)
    leaks = {}
    for address in HASHES:
        visitor.open(f"een/toets-een.html{address}")
        page.evaluate(GO_TO, address[1:])
        leaks["een/toets-een", address] = page.evaluate(LEAKS)
    visitor.open(f"mijn-certificaten.html{next(address for address in HASHES if 'certificate' in address)}")
    for address in HASHES:
        page.evaluate(GO_TO, address[1:])
        leaks["mijn-certificaten", address] = page.evaluate(LEAKS)
    assert {place: found for place, found in leaks.items() if found} == {}
