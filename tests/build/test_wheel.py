"""The package: the same engine as in the folder `hooks`, installed as a plugin and a command."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.answers import answer_question, group_of
from support.axe import violations
from support.desk import PATIENCE, desk, no_noise
from support.languages import dutch_in, english_in, found_by_search, names_in, read_on, text_of
from support.newcomer import WORDS, Newcomer
from support.shelf import SITE
from support.trees import REPOSITORY, SETTINGS, rich_course, write_tree
from support.wheels import install, make_wheel, pip, run

from leerpad.authoring.beginning import VERSION
from leerpad.course.load.course import load_course
from leerpad.course.load.reader import Roots
from leerpad.guide import load_guide
from leerpad.locales import load_locale
from leerpad.site.plan.guide_words import course_words, fitted
from leerpad.source.diagnostics import Report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.browser import Visitors

pytestmark = pytest.mark.xdist_group("wheel")  # one wheel is made for these tests, and installed once


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this commit."""
    return make_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which it is installed."""
    return install(wheel, tmp_path_factory.mktemp("installed"))


@pytest.fixture(scope="module")
def begun(installed: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A new course in a language, begun and built with the package: two commands in an empty folder."""

    @cache
    def course_in(language: str) -> Path:
        folder = tmp_path_factory.mktemp(language)
        for place, words in (
            (folder, ["new", "cursus", "--language", language, "--name", "Ward 3", "--color", "green"]),
            (folder / "cursus", ["build"]),
        ):
            done = run(place, installed, *words)
            assert done.returncode == 0, done.stdout + done.stderr
            assert "WARNING" not in done.stdout + done.stderr
            assert language == "nl" or dutch_in(done.stdout.replace("cursus", "")) == []
        return folder / "cursus"

    return course_in


def contents(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


def test_the_same_commit_gives_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    """Wherever it is made: `pip install .` used another minifier than a checkout, and left the client as it was."""
    assert make_wheel(tmp_path).read_bytes() == wheel.read_bytes()
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))
    [pin] = [line.partition(";")[0] for line in settings["dependency-groups"]["checkout"]]
    assert pin in settings["build-system"]["requires"]


def test_a_package_and_a_checkout_make_the_same_site(
    small_site: Path, installed: dict[str, str], tmp_path: Path
) -> None:
    """From a folder whose name has spaces and accents, and that git doesn't know: both may not matter."""
    course = tmp_path / "één cursus & meer"
    hook = f"hooks: [{REPOSITORY / 'hooks' / 'portal.py'}]\n"
    assert hook in SETTINGS
    settings = SETTINGS.replace(hook, "").replace("[search, offline]", "[search, offline, leerpad]")
    write_tree(course, {**rich_course(), "mkdocs.yml": settings})
    done = run(course, {**installed, "SOURCE_DATE_EPOCH": "0"}, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Git kent geen versie van dit leerpad" in done.stdout
    ours, theirs = contents(course / SITE), contents(small_site)
    assert sorted(ours) == sorted(theirs)
    assert [name for name, content in ours.items() if content != theirs[name]] == []


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_new_course_is_a_site_at_once(language: str, begun: Callable[[str], Path]) -> None:
    course = begun(language)
    pages = {file.relative_to(course / SITE).as_posix() for file in (course / SITE).rglob("*.html")}
    lessons = {"en": "when/five-moments.html", "nl": "vooraf/alles-ligt-klaar.html"}
    assert lessons[language] in pages
    assert lessons["nl" if language == "en" else "en"] not in pages
    assert f'<html lang="{language}"' in (course / SITE / "index.html").read_text("utf-8")
    [styles] = (course / SITE / "assets" / "leerpad").glob("leerpad.*.css")
    assert "--lp-accent:#1b6b3a" in styles.read_text("utf-8")


def test_a_colleague_installs_by_the_readme_from_what_the_course_holds(
    wheel: Path, begun: Callable[[str], Path]
) -> None:
    """Without an index that knows Leerpad; here without any, beside what this environment has already."""
    course = begun("en")
    assert (course / "wheels" / wheel.name).read_bytes() == wheel.read_bytes()
    said = re.findall(
        r"^\.venv/bin/python -m pip (install .+)$", (course / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert len(said) == 3
    for words in sorted(set(said)):
        done = pip(course, *words.split(), "--no-index", "--dry-run")
        assert done.returncode == 0, done.stdout + done.stderr
        assert done.stdout.splitlines()[-1] == f"Would install leerpad-{VERSION}", words


def test_a_new_course_in_english_holds_no_dutch_word_and_nothing_for_makers(begun: Callable[[str], Path]) -> None:
    site = begun("en") / SITE
    said = {page.name: text_of(page) for page in site.rglob("*.html")} | {"search": found_by_search(site)}
    assert len(said) > 15
    assert {name: words for name, text in said.items() if (words := dutch_in(text))} == {}
    assert dutch_in(names_in(site)) == []
    everything = " ".join([*said.values(), names_in(site)])
    assert [word for word in ("leerpad-guide", "For authors", "YAML", "mkdocs.yml") if word in everything] == []


def test_a_new_course_in_dutch_says_no_english_word(begun: Callable[[str], Path]) -> None:
    site = begun("nl") / SITE
    said = {page.name: read_on(page) for page in site.rglob("*.html")} | {"search": found_by_search(site)}
    said = {name: text.replace("Ward 3", "") for name, text in said.items()}
    assert len(said) > 15
    assert {name: words for name, text in said.items() if (words := english_in(text))} == {}


def test_a_new_course_is_accessible_and_can_be_followed_by_a_learner(
    begun: Callable[[str], Path], visitors: Visitors
) -> None:
    """No page has a complaint, asks another host for anything, or ends before the second level is open."""
    course = begun("en")
    page = visitors.arrive((course / SITE).as_uri(), locale="en-GB").page
    for file in sorted((course / SITE).rglob("*.html")):
        if file.name != "404.html":
            page.goto(file.as_uri())
            assert violations(page) == [], file.name
    page.goto((course / SITE / "index.html").as_uri())
    page.get_by_role("link", name="Begin: The five moments").click()
    page.get_by_role("button", name="Finish and stay here").click()
    page.goto((course / SITE / "how" / "handrub.html").as_uri())
    expect(page.get_by_text("This level is not open yet")).to_be_visible()
    page.goto((course / SITE / "when" / "test-when.html").as_uri())
    roots = Roots(course, course / "docs", course / "mkdocs.yml")
    for question in load_course(roots, Report()).quizzes["test-when"].model.questions:
        answer_question(group_of(page, question), question, right=True)
    page.get_by_role("button", name="Hand in").click()
    expect(page.locator(".lp-result-title")).to_have_text("Passed")
    page.get_by_role("link", name="Go to How to clean your hands").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("How to clean your hands")


def test_a_newcomer_who_follows_the_english_guide_in_a_new_course_ends_with_a_lesson(
    installed: dict[str, str], tmp_path: Path, visitors: Visitors
) -> None:
    begin = ["new", "course", "--language", "en", "--name", "Clean hands", "--color", "teal"]
    assert run(tmp_path, installed, *begin).returncode == 0
    folder = tmp_path / "course"
    course = load_course(Roots(folder, folder / "docs", folder / "mkdocs.yml"), Report())
    with desk(folder, {}, **installed) as served:
        newcomer = Newcomer(WORDS["en"], folder, visitors.arrive(served.address, patience=PATIENCE), installed)
        [page] = [page for page in load_guide("en") if page.name == "first-lesson"]
        text = fitted(page.text, course_words(course, "Clean hands", folder, load_locale("en")))
        newcomer.follow(text)
        assert newcomer.did_all(text)
        assert newcomer.done["changed"] == 2
        no_noise(newcomer.visitor)
