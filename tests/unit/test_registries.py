"""Adding a directive or a page of the learner's own is a folder and a line: here one of each is added, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.faults import checked
from support.trees import SETTINGS, lesson, level, question, quiz, write_tree

from leerpad.course.model.own_pages import OWN, OwnPage
from leerpad.locales import LANGUAGES, load_locale
from leerpad.site.assets.split import CORE, ROOTS
from leerpad.site.build import Build, Host, make_build
from leerpad.site.markdown.extension import PageContext
from leerpad.site.plan.navigation import navigation
from leerpad.site.render.directives import SHOWN, Shown
from leerpad.site.render.page_faults import Pages
from leerpad.source.diagnostics import START, Report
from leerpad.source.directives import DIRECTIVES, Directive, DirectiveKind
from leerpad.source.memory import NoMemory

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from leerpad.course.model.course import Course

TREE: dict[str, str | bytes] = {
    "mkdocs.yml": SETTINGS,
    "docs/index.md": "# Welkom\n\n<!-- greeting -->\n",
    "modules/0-een/level.yml": level("een", "Een"),
    "modules/0-een/01-a.md": lesson("A"),
    "quizzes/een.yml": quiz("toets-een", question("v-een")),
}
PARTS: dict[str, str | bytes] = {
    "elements/greeting/greeting.html": "<lp-greeting>{{ course.levels[0].title }}</lp-greeting>",
    "elements/greeting/client.js": "window.greetingIsHere = true;\n",
    "elements/greeting/style.css": "lp-greeting{color:rebeccapurple}\n",
    "elements/diary/diary.html": "{% macro header() %}<h1>{{ page.title }}</h1>{% endmacro %}{% macro footer() %}{% endmacro %}",
}


@pytest.fixture
def engine_with_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The engine with a directive `greeting` and a page `diary`, whose folders stand elsewhere."""
    write_tree(tmp_path / "more", PARTS)
    monkeypatch.setitem(DIRECTIVES, "greeting", DirectiveKind("greeting"))
    words = load_locale("nl").words
    for key, text in {"title": "Mijn dagboek", "description": "Wat je zag.", "file": "mijn-dagboek"}.items():
        monkeypatch.setitem(words, f"page.diary.{key}", text)
    for language in {*LANGUAGES} - {"nl"}:
        monkeypatch.setitem(load_locale(language).words, "page.diary.file", f"diary-{language}")
    OWN["diary"] = OwnPage()
    ROOTS.append(tmp_path / "more")
    yield
    del OWN["diary"]
    ROOTS.remove(tmp_path / "more")


def read(folder: Path, tree: dict[str, str | bytes]) -> tuple[Build, Report]:
    course, report = checked(write_tree(folder, tree))
    return make_build(
        course.without_guide(), report, load_locale("nl"), Host("Proefpad", [], {}), folder, NoMemory()
    ), report


@pytest.mark.usefixtures("engine_with_more")
def test_a_directive_is_a_folder_and_a_line(tmp_path: Path) -> None:
    build, report = read(tmp_path / "course", TREE)
    assert report.faults == []
    shown = build.renderer.directive(Directive("greeting", "", START), PageContext("docs/index.md", "index.html"))
    assert shown == "<lp-greeting>Een</lp-greeting>"
    assert b"greetingIsHere" in build.assets.scripts[CORE].content
    assert b"lp-greeting" in build.assets.stylesheets[CORE].content


@pytest.mark.usefixtures("engine_with_more")
def test_links_may_lead_to_what_a_new_directive_brings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course = read(tmp_path / "course", TREE)[0].course
    assert "hello-een" not in known_anchors(course)
    monkeypatch.setitem(SHOWN, "greeting", Shown(lambda course, _: [f"hello-{course.levels[0].id}"]))
    assert "hello-een" in known_anchors(course)


def known_anchors(course: Course) -> frozenset[str]:
    return Pages(course, [], {}).anchors("docs/index.md") or frozenset()


@pytest.mark.usefixtures("engine_with_more")
def test_a_new_directive_is_checked_as_the_others_are(tmp_path: Path) -> None:
    wrong = "# Welkom\n\n<!-- greeting: x -->\n\n<!-- greetin: y -->\n\ngreeting: z -->\n"
    _, report = read(tmp_path / "course", {**TREE, "docs/index.md": wrong})
    found = {(fault.code, fault.position.line) for fault in report.faults}
    assert found == {("unexpected_argument", 3), ("unknown_directive", 5), ("broken_directive", 7)}


@pytest.mark.usefixtures("engine_with_more")
def test_a_page_of_the_learners_own_is_a_folder_and_a_line(tmp_path: Path) -> None:
    build, report = read(tmp_path / "course", TREE)
    assert report.faults == []
    page = build.plan.own["diary"]
    assert (page.uri, page.url) == ("mijn-dagboek.md", "mijn-dagboek.html")
    assert build.renderer.page(page).header == "<h1>Mijn dagboek</h1>"
    assert navigation(["leerpad:diary"], build.plan)[0] == "mijn-dagboek.md"  # the guide for authors comes last
    assert b'"diary":"mijn-dagboek.html"' in build.assets.course.content
