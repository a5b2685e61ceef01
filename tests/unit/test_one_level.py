"""A course of which readers get one level: what goes along, and that nothing leads to what doesn't."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from support.entangled import ENTANGLED
from support.faults import load_flawless
from support.lms import package_of
from support.trees import write_tree

from leerpad.course.load.one_level import one_level
from leerpad.deploy.lms.note import note_for_hr
from leerpad.deploy.lms.package import KINDS, Wish, package_name
from leerpad.deploy.lms.room import core_letters
from leerpad.locales import load_locale
from leerpad.site.plan.pages import make_plan
from leerpad.site.plan.version import Version

if TYPE_CHECKING:
    from pathlib import Path

    from leerpad.course.model.course import Course

VERSION = Version("0123456789abcdef", 1_700_000_000)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return load_flawless(write_tree(tmp_path_factory.mktemp("entangled"), ENTANGLED))


def test_a_level_alone_has_its_lessons_its_test_and_the_pages_of_the_course(whole: Course) -> None:
    alone = one_level(whole, "twee")
    urls = {page.url for page in make_plan(alone, load_locale("nl")).pages}
    assert {url for url in urls if "/" in url} == {
        "twee/index.html",
        "twee/twee-a.html",
        "twee/twee-b.html",
        "twee/toets-twee.html",
    }
    assert "mijn-voortgang.html" in urls
    assert alone.docs_pages == whole.docs_pages
    assert set(alone.quizzes) == {"toets-twee"}
    assert set(one_level(whole, "een").quizzes) == {"check", "toets-een"}
    assert alone.images.keys() == {"modules/0-een/plaat.svg"}, "the picture that it shows, and no other"


def test_nothing_of_a_level_alone_leads_to_another(whole: Course) -> None:
    alone = one_level(whole, "twee")
    assert {question.lesson for question in alone.quizzes["toets-twee"].model.questions} == {None}
    assert alone.indexes["quizzes/1-twee/toets.yml"].lessons == ()
    assert [term.lesson for term in alone.terms.values()] == [None]
    assert list(alone.scans["proefscan"].model.levels()) == []
    assert {"modules/0-een/01-een-a.md", "quizzes/0-een/toets.yml", "modules/2-drie/level.yml"} <= alone.left_out
    assert alone.left_out.isdisjoint(alone.files)
    kept = one_level(whole, "een")
    assert [term.lesson for term in kept.terms.values()] == ["een-a"]
    assert [level for _, level in kept.scans["proefscan"].model.levels()] == ["een"]


def test_a_level_alone_is_open_keeps_its_colour_and_is_done_by_its_own_test(whole: Course) -> None:
    alone = one_level(whole, "drie")
    assert alone.settings.gating == "off"
    assert alone.stage(alone.levels[0]) == whole.stage(whole.levels[2])
    assert one_level(whole, "twee").settings.packages.completion == "tests"


@pytest.mark.parametrize("kind", KINDS)
def test_a_package_of_a_level_has_names_of_its_own_that_never_change(kind: str, whole: Course, tmp_path: Path) -> None:
    packages = whole.settings.packages.model_copy(update={"iri": "https://leren.voorbeeld.nl/p"})
    whole = replace(whole, settings=whole.settings.model_copy(update={"packages": packages}))
    site = write_tree(tmp_path, {"assets/leerpad/course.0123456789.js": "", "index.html": "<p>"})
    first = KINDS[kind].first
    names = [
        set(
            re.findall(
                r'(?:identifier(?:ref)?|id)="([^"]+)"', package_of(site, whole, kind, level=level)[first].decode()
            )
        )
        for level in (None, "een", "twee", "een")
    ]
    assert names[1] == names[3]
    assert names[0].isdisjoint(names[1] | names[2])
    assert names[1].isdisjoint(names[2])


def test_a_package_of_a_level_begins_there_and_knows_only_its_questions(whole: Course, tmp_path: Path) -> None:
    site = write_tree(tmp_path, {"assets/leerpad/course.0123456789.js": "", "index.html": "<p>"})
    facts = package_of(site, whole, "scorm12", level="twee")["assets/leerpad/package.js"].decode()
    assert '"home":"twee/index.html"' in facts
    assert '"level":"twee"' in facts
    assert '"quizzes":{"toets-twee":["twee-1","twee-2","twee-3"]}' in facts
    assert '"completion":{"lessons":false,"level":null,"tests":true}' in facts


def test_the_note_names_the_level_and_what_is_asked_of_it(whole: Course) -> None:
    wish = Wish("scorm12", level="twee")
    name = package_name("proefpad", wish, VERSION)
    assert name == "proefpad-twee-scorm12-2023-11-14-0123456789.zip"
    note = note_for_hr(one_level(whole, "twee"), load_locale("nl"), wish, name, "Proefpad: Tweede", VERSION)
    assert "de toets van het niveau “Tweede” is gehaald" in note


def test_a_level_takes_less_room_than_the_course(whole: Course) -> None:
    assert core_letters(one_level(whole, "twee")) < core_letters(whole)
