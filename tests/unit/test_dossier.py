"""The dossier says what the program does: its tables are compared with the scripts, the measurement and the lock."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from support.axe import EVERYTHING
from support.faults import load_flawless
from support.trees import REPOSITORY, course, write_tree

from leerpad.course.model.badges import Badges
from leerpad.course.model.packages import Packages
from leerpad.deploy.dossier.accessibility import BEGIN, EARLIER, END, how_looked, measured
from leerpad.deploy.dossier.bom import bill_of_materials
from leerpad.deploy.dossier.components import Component, carried, installed, locked
from leerpad.deploy.dossier.criteria import BY_AXE, BY_TEST, CRITERIA, NEW, OLD
from leerpad.deploy.dossier.deliveries import ABOUT_THE_COURSE, DELIVERIES, KEPT, SITE, given_by_hand, where_kept
from leerpad.deploy.dossier.files import BOM, SUMS, make_dossier
from leerpad.deploy.dossier.hosts import hosts_asked
from leerpad.deploy.dossier.sheets import Subject, sheet
from leerpad.deploy.lms.package import KINDS
from leerpad.deploy.notices import list_of_notices
from leerpad.locales import LANGUAGES, load_locale
from leerpad.site.plan.version import Version

if TYPE_CHECKING:
    from leerpad.course.model.course import Course

ENGINE = REPOSITORY / "hooks" / "leerpad"
LOCK = (REPOSITORY / "requirements" / "site.lock").read_text("utf-8")
DUTCH = load_locale("nl")
OURS = Component("leerpad", "0.2.0", "MIT", is_spdx=True)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return load_flawless(write_tree(tmp_path_factory.mktemp("dossier"), {**course()}))


def about(course: Course, title: str = "Proef", **more: Any) -> Subject:
    facts = {"hosts": [], "measured": "", **more}
    return Subject(title, course, Version("a1b2c3d4e5f6", 981_156_600), "0.2.0", **facts)


def packaged(course: Course, **settings: Any) -> Course:
    packages = course.settings.packages.model_copy(update=settings)
    return replace(course, settings=course.settings.model_copy(update={"packages": packages}))


def goes(name: str, delivery: str, packages: Packages) -> str:
    [kept] = [one for one in KEPT if one.name == name]
    return where_kept(kept, delivery, packages)


def test_all_that_is_kept_of_a_learner_is_in_the_table() -> None:
    types = (ENGINE / "client" / "stored.d.ts").read_text("utf-8")
    [document] = re.findall(r"^interface Progress \{(.*?)^\}", types, re.MULTILINE | re.DOTALL)
    parts = set(re.findall(r"^  (\w+)\??:", document, re.MULTILINE))
    assert {part for kept in KEPT for part in kept.parts} == parts - ABOUT_THE_COURSE


def test_what_the_table_calls_private_is_what_the_shell_keeps_apart() -> None:
    shelf = (ENGINE / "deploy" / "lms" / "client" / "shelf.js").read_text("utf-8")
    [told] = re.findall(r"const \{ ([\w, ]+), \.\.\.own \}", shelf)
    public = {*told.split(", "), "wiped"}
    packages = Packages(answers=True)
    assert {part for kept in KEPT if kept.packed(packages) != "private" for part in kept.parts} == public


def test_from_a_site_nothing_leaves_and_a_package_tells_what_is_set() -> None:
    assert {where_kept(kept, SITE, Packages(answers=True)) for kept in KEPT} == {"browser"}
    assert (SITE, *KINDS) == DELIVERIES
    for kind in KINDS:
        assert goes("answers", kind, Packages()) == "bookmark"
        assert goes("answers", kind, Packages(resume="scores")) == "private"
        assert goes("answers", kind, Packages(resume="scores", answers=True)) == "list"
        assert goes("answers", kind, Packages(answers=True)) == "list_and_bookmark"
        assert goes("notes", kind, Packages(answers=True)) == "private"
        assert goes("notes", kind, Packages(keep_on_device=False)) == "window"
        assert goes("scores", kind, Packages(resume="scores")) == "bookmark"


def test_the_data_sheet_follows_the_settings(small: Course) -> None:
    def answers_row(**settings: Any) -> str:
        page = sheet("data", about(packaged(small, **settings)), DUTCH).decode()
        [row] = re.findall(r"<td>De antwoorden op toetsen.*?</tr>", page, re.DOTALL)
        return row

    assert answers_row().count("in de bladwijzer") == len(KINDS)
    assert "als lijst per vraag" not in answers_row()
    assert answers_row(answers=True).count("als lijst per vraag en in de bladwijzer") == len(KINDS)
    assert answers_row(resume="scores").count("blijft in de browser") == 1 + len(KINDS)


def test_only_what_the_course_offers_is_said_to_be_given_by_hand(small: Course) -> None:
    settings = small.settings.model_copy(update={"share_results": False, "calendar": False, "manager_card": False})
    assert given_by_hand(settings) == ["copy", "print", "address"]
    assert {"results", "calendar", "manager_card"} < set(given_by_hand(small.settings))


def test_the_sheet_for_the_works_council_says_to_have_it_checked(small: Course) -> None:
    page = sheet("council", about(packaged(small, answers=True)), DUTCH).decode()
    for words in ("Onderdeel f", "Onderdeel k", "Onderdeel l", "geen juridisch advies", "Laat het nakijken"):
        assert words in page
    assert DUTCH.text("lms.note.answers_true") in page
    assert DUTCH.text("dossier.given") in page
    closed = replace(small, settings=small.settings.model_copy(update={"share_results": False}))
    assert DUTCH.text("dossier.not_given") in sheet("council", about(closed), DUTCH).decode()
    assert DUTCH.text("dossier.no_badges") in page
    signing = replace(small, settings=small.settings.model_copy(update={"badges": Badges(issuer="Gemeente Voorbeeld")}))
    for name in ("data", "council"):
        assert "Gemeente Voorbeeld ondertekent" in sheet(name, about(signing), DUTCH).decode()
    assert "legal advice" in sheet("council", about(small), load_locale("en")).decode()


def test_both_sheets_say_what_a_team_picture_shows_and_can_not_prevent(small: Course) -> None:
    larger = replace(small, settings=small.settings.model_copy(update={"team_picture": 12}))
    off = replace(small, settings=small.settings.model_copy(update={"team_picture": None}))
    for name in ("data", "council"):
        assert "Van minder dan 12 mensen laat zij niets zien" in sheet(name, about(larger), DUTCH).decode()
        assert "Daar helpt alleen een afspraak tegen." in sheet(name, about(larger), DUTCH).decode()
        assert DUTCH.text("dossier.no_team") in sheet(name, about(off), DUTCH).decode()


def test_the_clauses_are_those_of_wcag() -> None:
    numbers = {edition: [one.number for one in CRITERIA if edition in one.editions] for edition in (OLD, NEW)}
    assert (len(numbers[OLD]), len(numbers[NEW])) == (50, 55)
    assert set(numbers[OLD]) - set(numbers[NEW]) == {"4.1.1"}
    assert set(numbers[NEW]) - set(numbers[OLD]) == {"2.4.11", "2.5.7", "2.5.8", "3.2.6", "3.3.7", "3.3.8"}
    assert [one.clause for one in CRITERIA][:2] == ["9.1.1.1", "9.1.2.1"]


def test_what_axe_is_said_to_look_at_is_what_its_rules_are_about() -> None:
    rules = [set(re.findall(r'"([^"]+)"', tags)) for tags in re.findall(r"tags:\[([^\]]*)\]", Axe().axe_script)]
    ran = [tags for tags in rules if tags & set(EVERYTHING["values"]) and not tags & {"experimental", "deprecated"}]
    named = {found[1] for tags in ran for tag in tags if (found := re.fullmatch(r"wcag(\d{3,4})", tag))}
    numbers = {f"{name[0]}.{name[1]}.{name[2:]}" for name in named}
    assert numbers & {one.number for one in CRITERIA} == BY_AXE


def test_every_test_that_the_table_names_exists() -> None:
    for number, proof in BY_TEST.items():
        file, _, name = proof.partition("::")
        assert number in {one.number for one in CRITERIA}
        assert f"def {name}(" in (REPOSITORY / file).read_text("utf-8")


def test_nothing_is_called_measured_in_a_course_that_nobody_measured(small: Course) -> None:
    assert {way for one in CRITERIA for way in how_looked(one, is_measured=False)} == {"test", "person"}
    page = sheet("access", about(small), DUTCH).decode()
    assert "geen meting vastgelegd" in page
    assert "axe-core" not in page
    table = measured(["# Iets", f"# Meting\n\n{BEGIN}\n\n| wat | uitslag |\n|---|---|\n| A | B |\n\n{END}\n"])
    page = sheet("access", about(small, measured=table), DUTCH).decode()
    assert "<td>B</td>" in page
    assert page.count("axe-core heeft er regels voor") == len(BY_AXE)


def test_a_page_that_was_measured_before_the_lines_around_the_table_were_english_is_read() -> None:
    before, after = EARLIER
    assert measured([f"{before}\n\n| A | B |\n\n{after}\n"]) == "| A | B |"


def test_servers_that_pages_ask_are_named_and_links_are_not() -> None:
    pages = [
        '<a href="https://link.example/">x</a><link rel=canonical href="https://self.example/"><img src="plaat.png">',
        '<img srcset="https://a.example/1.png 1x, //b.example/2.png 2x"><iframe src="https://c.example/v"></iframe>',
        '<link rel="stylesheet" href="https://d.example/s.css"><p style="background:url(https://e.example/p.png)">',
    ]
    styles = ["@import 'https://f.example/x.css'; a { background: url(data:image/png;base64,//abc) }"]
    assert hosts_asked(pages, styles) == [f"{letter}.example" for letter in "abcdef"]


def test_the_bill_names_all_that_is_locked_and_all_that_is_carried() -> None:
    (engine, *tools), notices = locked(LOCK), list(carried(list_of_notices()))
    assert len(tools) == len(re.findall(r"^[\w.-]+==", LOCK, re.MULTILINE))
    assert sum(len(one.sums) for one in tools) == LOCK.count("--hash=sha256:")
    assert [one.name for one in notices if not one.licence] == []
    assert [one.name for one in notices if one.licence == "OFL-1.1"] == ["Zilla Slab"]
    assert {"rxjs", "lunr", "Material for MkDocs"} <= {one.name for one in notices}
    text = bill_of_materials(Component("proef", "a1b2"), 0, replace(OURS, needs=engine.needs), tools, notices)
    bill = json.loads(text)
    named = {(one["name"], one.get("version")) for one in bill["components"]}
    assert {(one.name, one.version) for one in tools} | {("leerpad", "0.2.0")} <= named
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text.decode()) is None
    refs = [one["bom-ref"] for one in bill["components"]]
    assert len(refs) == len(set(refs))
    needs = {one["ref"].partition("@")[0]: one["dependsOn"] for one in bill["dependencies"]}
    assert {need for asked in needs.values() for need in asked} == {ref for ref in refs if "pypi" in ref}
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["checkout"]]
    names = {re.split(r"[^\w-]", one)[0] for one in asked}
    assert {need.partition("@")[0].removeprefix("pkg:pypi/") for need in needs["pkg:pypi/leerpad"]} == names
    assert len(needs["pkg:pypi/beautifulsoup4"]) == 3  # soupsieve twice, for two versions of Python


def test_a_bill_without_a_lock_or_an_installed_engine_says_that_it_is_not_whole() -> None:
    text = bill_of_materials(Component("proef", "a1b2"), 0, OURS, [], carried(list_of_notices())).decode()
    assert [one["aggregate"] for one in json.loads(text)["compositions"]] == ["incomplete"]
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None


def test_without_a_lock_the_bill_names_what_is_installed() -> None:
    found = {one.name: one for one in installed("mkdocs")}
    assert {"mkdocs", "jinja2", "markupsafe", "pyyaml"} <= found.keys()
    assert "pytest" not in found
    assert found["mkdocs"].licence == "BSD-2-Clause"
    assert installed("geen-pakket") == []


class Outline(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dossier_is_whole_and_its_links_lead_somewhere(language: str, small: Course) -> None:
    locale = load_locale(language)
    subject = about(small, "Kans | <script>alert(1)</script> & *meer*")
    given: dict[str, Any] = {
        "licences": b"MIT",
        "notices": list_of_notices(),
        "lock": LOCK,
        "sums": {"a.zip": "0" * 64},
    }
    files = make_dossier(subject, locale, **given)
    assert files == make_dossier(subject, locale, **given)
    pages = {name: content.decode() for name, content in files.items() if name.endswith(".html")}
    assert len(pages) == 4
    for name, page in pages.items():
        outline = Outline()
        outline.feed(page)
        assert outline.tags.count("h1") == 1, name
        boxes = re.findall(r'<div class="wide" role="region" tabindex="0" aria-label="([^"]+)"><table>', page)
        assert len(boxes) == len(set(boxes)) == outline.tags.count("table") > 0, name
        assert "script" not in outline.tags, name
        assert not re.search(r"\{\w+\}", page.partition("</style>")[2]), name
        assert "<em>meer" not in page, name
        assert set(re.findall(r'href="([^"]+)"', page)) <= files.keys(), name
    first = pages[locale.text("dossier.file.index")]
    assert set(re.findall(r'href="([^"]+)"', first)) == files.keys() - {locale.text("dossier.file.index")}
    sums = dict(line.split("  ")[::-1] for line in files[SUMS].decode().splitlines())
    assert sums.keys() == files.keys() - {SUMS} | {"../a.zip"}
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(files[BOM].decode()) is None
