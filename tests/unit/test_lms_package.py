"""What a package for a learning system holds and says, and what it asks of a course."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest
from support.faults import load_flawless
from support.trees import SETTINGS, course, lesson, level, question, quiz, rich_course, write_tree

from leerpad.course.load.course import load_course
from leerpad.course.load.reader import Roots
from leerpad.deploy.lms.check import PackageCheck
from leerpad.deploy.lms.note import note_for_hr
from leerpad.deploy.lms.package import KINDS, Front, Wish, package_files, package_name
from leerpad.deploy.lms.presets import PRESETS, with_preset
from leerpad.locales import LANGUAGES, load_locale
from leerpad.site.plan.version import Version
from leerpad.source.diagnostics import Report
from leerpad.source.zip_file import zip_of

if TYPE_CHECKING:
    from pathlib import Path


VERSION = Version("0123456789abcdef", 1_700_000_000)
MAP = "assets/leerpad/course.0123456789.js"


def settings(packages: str) -> str:
    return SETTINGS.replace("    pass_mark: 60%\n", f"    pass_mark: 60%\n    packages: {packages}\n")


def faults_of(
    folder: Path, files: dict[str, Any], kind: str = "scorm2004", site: dict[str, Path] | None = None
) -> list[str]:
    write_tree(folder, files)
    report, roots = Report(), Roots(folder, folder / "docs", folder / "mkdocs.yml")
    found = load_course(roots, report)
    check = PackageCheck(found, roots, report)
    check.levels()
    check.kind(kind)
    if site:
        check.left_out(site, "index.html")
    return [load_locale("nl").diagnostic(fault) for fault in report.faults]


def files_of(
    folder: Path, kind: str, packages: str = "{}", edition: str = "3", more: dict[str, str] | None = None
) -> dict[str, bytes]:
    """The package of a site with one page; `more`: other files of the course."""
    write_tree(folder, {**rich_course(), "mkdocs.yml": settings(packages), **(more or {})})
    write_tree(folder / "site", {MAP: "window.LeerpadCourse={};", "index.html": "<p>", "beeld/ä b.png": b"x"})
    return package_files(
        folder / "site", load_flawless(folder), load_locale("nl"), Wish(kind, edition), Front("Proef & pad")
    )


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_commit_gives_the_same_bytes(kind: str, tmp_path: Path) -> None:
    one, other = (
        zip_of(files_of(tmp_path / name, kind, "{iri: 'https://leren.voorbeeld.nl/p'}"), VERSION.time) for name in "ab"
    )
    assert one == other


@pytest.mark.parametrize("kind", ["scorm12", "scorm2004"])
def test_the_manifest_names_every_file_of_the_zip_and_no_other(kind: str, tmp_path: Path) -> None:
    files = files_of(tmp_path, kind)
    root = ElementTree.fromstring(files["imsmanifest.xml"])
    named = [element.get("href") for element in root.iter() if element.tag.endswith("}file")]
    assert sorted([*named, "imsmanifest.xml"]) == sorted(files)
    assert next(iter(files)) == "imsmanifest.xml"
    titles = [element.text for element in root.iter() if element.tag.endswith("}title")]
    assert titles[1:] == ["Proef & pad", "Proef & pad"]


def test_identifiers_hold_no_version_and_no_day(tmp_path: Path) -> None:
    """Else a learning system takes a new version for another course, and everybody begins anew."""
    manifest = files_of(tmp_path, "scorm12")["imsmanifest.xml"].decode()
    names = set(re.findall(r'identifier(?:ref)?="([^"]+)"', manifest))
    assert names == {f"leerpad-proefpad{part}" for part in ("", "-path", "-course", "-shell")}


def test_each_edition_says_what_it_is(tmp_path: Path) -> None:
    for edition, words in (("3", "2004 3rd Edition"), ("4", "2004 4th Edition")):
        manifest = files_of(tmp_path / edition, "scorm2004", edition=edition)["imsmanifest.xml"].decode()
        assert f"<schemaversion>{words}</schemaversion>" in manifest
        assert 'completionSetByContent="true"' in manifest
        assert 'objectiveSetByContent="true"' in manifest


def test_the_launch_page_has_no_script_and_no_style_of_its_own(tmp_path: Path) -> None:
    page = files_of(tmp_path, "scorm12")["leerpad.html"].decode()
    assert re.findall(r"<script(?! src=)|<style|style=|onclick|onload", page) == []
    assert "<title>Proef &amp; pad</title>" in page
    assert f'<script src="{MAP}">' in page


def test_answers_are_in_a_package_only_if_they_are_told(tmp_path: Path) -> None:
    quiet = files_of(tmp_path / "quiet", "scorm12")["assets/leerpad/package.js"].decode()
    told = files_of(tmp_path / "told", "scorm12", "{answers: true}")["assets/leerpad/package.js"].decode()
    assert '"questions":{}' in quiet
    assert "Wat kies je bij een-2?" in told


def test_what_is_left_out_is_not_in_the_package(tmp_path: Path) -> None:
    assert "beeld/ä b.png" not in files_of(tmp_path, "scorm12", "{leave_out: ['beeld/*']}")


CASES = [
    ("{completion: 'level:vier'}", "mkdocs.yml:7:28  er is geen niveau “vier”"),
    (
        "{completion: alles}",
        "mkdocs.yml:7:28  “alles” kan niet bij “completion”; schrijf tests, lessons, both of level:",
    ),
    ("{iri: leren.nl}", "mkdocs.yml:7:21  “leren.nl” is geen adres dat een leerpad een naam kan geven"),
    (
        "{leave_out: ['beeld/*', 'weg/*']}",
        "mkdocs.yml:7:39  bij leave_out past “weg/*” op geen bestand van de site; kijk",
    ),
    (
        "{leave_out: ['*.html']}",
        "mkdocs.yml:7:28  bij leave_out past “*.html” ook op index.html, en daarzonder gaat het pakket niet open; kies",
    ),
    (
        "{leave_out: ['assets/*.js']}",
        "mkdocs.yml:7:28  bij leave_out past “assets/*.js” ook op assets/leerpad/course.1.js, en daarzonder",
    ),
]


@pytest.mark.parametrize(("packages", "said"), CASES)
def test_a_slip_in_the_settings_is_told_with_its_place_and_a_remedy(packages: str, said: str, tmp_path: Path) -> None:
    names = ("index.html", "beeld/a.png", "assets/leerpad/course.1.js", "assets/more.js")
    page = '<script src="assets/leerpad/course.1.js"></script>'
    site = {name: write_tree(tmp_path / "site", {name: page}) / name for name in names}
    found = faults_of(tmp_path, {**course(), "mkdocs.yml": settings(packages)}, site=site)
    assert len(found) == 1
    assert found[0].startswith(said)


def large_course(lessons: int) -> dict[str, str]:
    """Five levels with a test of a hundred points, and this many lessons."""
    files = {"mkdocs.yml": SETTINGS, "docs/index.md": "# Welkom\n"}
    for number in range(5):
        folder = f"{number}-n{number}"
        files[f"modules/{folder}/level.yml"] = level(f"n{number}", f"Niveau {number}")
        files[f"quizzes/{folder}/toets.yml"] = quiz(f"toets-n{number}", question(f"v{number}", more="points: 100"))
    for number in range(lessons):
        files[f"modules/{number % 5}-n{number % 5}/{number:03}-les-{number}.md"] = lesson(f"Les {number}")
    return files


def test_379_lessons_and_five_tests_fit_and_more_say_what_to_do(tmp_path: Path) -> None:
    assert faults_of(tmp_path / "fits", large_course(379), "scorm12") == []
    [fault] = faults_of(tmp_path / "more", large_course(380), "scorm12")
    said = r"wat van een deelnemer bewaard moet blijven, kan hier \d+ tekens lang worden, en SCORM 1.2 bewaart er 4096;"
    assert re.search(said, fault)
    assert "maak een pakket met scorm2004 of cmi5" in fault
    assert faults_of(tmp_path / "other", large_course(380), "scorm2004") == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_note_for_hr_says_when_it_is_done_and_what_is_told(kind: str, language: str, tmp_path: Path) -> None:
    locale = load_locale(language)
    for number, packages in enumerate(
        (
            "{}",
            "{completion: lessons, answers: true}",
            "{completion: 'level:een', resume: scores}",
            "{completion: both}",
        )
    ):
        folder = tmp_path / str(number)
        write_tree(folder, {**course(), "mkdocs.yml": settings(packages)})
        note = note_for_hr(load_flawless(folder), locale, Wish(kind), "p.zip", "Proefpad", VERSION)
        assert "{" not in note
        assert ("passed" in note.split("\n\n")[2].split(".")[0:2][1]) == (number != 1) or kind == "scorm12"


def test_the_name_of_a_zip_says_what_it_is() -> None:
    assert package_name("pad", Wish("scorm2004", "4"), VERSION) == "pad-scorm2004-4-2023-11-14-0123456789.zip"
    assert package_name("pad", Wish("scorm12"), VERSION) == "pad-scorm12-2023-11-14-0123456789.zip"


def test_cmi5_names_the_course_and_asks_what_the_settings_ask(tmp_path: Path) -> None:
    packages = "{iri: 'https://leren.voorbeeld.nl/p/', completion: %s}"
    for completion, wanted in (("tests", "CompletedAndPassed"), ("lessons", "Completed")):
        text = files_of(tmp_path / completion, "cmi5", packages % completion)["cmi5.xml"].decode()
        assert '<course id="https://leren.voorbeeld.nl/p">' in text
        assert 'id="https://leren.voorbeeld.nl/p/course"' in text
        assert f'moveOn="{wanted}"' in text
        assert 'masteryScore="0.6"' in text


def test_editions_of_scorm_2004_differ_in_what_they_call_themselves(tmp_path: Path) -> None:
    """So what is played of one holds for the other."""
    third, fourth = (files_of(tmp_path / edition, "scorm2004", edition=edition) for edition in ("3", "4"))
    assert [name for name in third if third[name] != fourth[name]] == ["imsmanifest.xml"]
    assert third["imsmanifest.xml"].replace(b"2004 3rd", b"2004 4th") == fourth["imsmanifest.xml"]


def test_the_mastery_of_cmi5_is_that_of_the_tests_that_must_be_passed(tmp_path: Path) -> None:
    """Rounded down, as the score is: who just passed has it."""
    marks = {}
    for number, (name, share) in enumerate({"een": "70%", "twee": "66.66%", "drie": "90%"}.items()):
        file = f"quizzes/{number}-{name}/toets.yml"
        marks[file] = rich_course()[file].replace("mode: test\n", f"mode: test\npass_mark: {share}\n")
    for completion, mastery in (("tests", "0.7555"), ("level:twee", "0.6666")):
        packages = f"{{iri: 'https://leren.voorbeeld.nl/p/', completion: '{completion}'}}"
        text = files_of(tmp_path / completion[:5], "cmi5", packages, more=marks)["cmi5.xml"].decode()
        assert f'masteryScore="{mastery}"' in text


def test_cmi5_without_a_name_says_what_to_write(tmp_path: Path) -> None:
    [fault] = faults_of(tmp_path / "without", {**course()}, "cmi5")
    assert fault.startswith("mkdocs.yml:")
    assert "een cmi5-pakket heeft een naam nodig die nooit verandert; schrijf onder packages:" in fault
    named = {**course(), "mkdocs.yml": settings("{iri: 'https://leren.voorbeeld.nl/p'}")}
    assert faults_of(tmp_path / "with", named, "cmi5") == []


def test_a_catalogue_reads_what_authors_write_anyway(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        {
            **rich_course(),
            "mkdocs.yml": SETTINGS.replace("    pass_mark: 60%\n", "    pass_mark: 60%\n    version: '7'\n"),
        },
    )
    write_tree(tmp_path / "site", {MAP: "", "index.html": "<p>"})
    front = Front("Proefpad", "Waar het over gaat.", "CC BY 4.0")
    for kind in ("scorm12", "scorm2004"):
        files = package_files(tmp_path / "site", load_flawless(tmp_path), load_locale("nl"), Wish(kind), front)
        root = ElementTree.fromstring(files["imsmanifest.xml"])
        lom = next(element for element in root.iter() if element.tag.endswith("}lom"))
        said = {element.tag.split("}")[1].lower(): "".join(element.itertext()).split() for element in lom}
        assert said["general"][-4:] == ["Waar", "het", "over", "gaat."]
        assert said["lifecycle"] == ["7"]
        assert said["educational"] == ["PT0H6M"]
        assert said["rights"] == ["CC", "BY", "4.0"]
        assert said["classification"][-3:] == ["Je", "kunt", "meedoen."]
        assert not re.search(r"\d{4}-\d\d-\d\d", "".join(root.itertext()))


def test_each_learning_system_has_words_that_say_how_it_was_checked(tmp_path: Path) -> None:
    write_tree(tmp_path, {**course()})
    found = load_flawless(tmp_path)
    for system, preset in PRESETS.items():
        changed = with_preset(found, preset).settings.packages
        assert changed.done_status == ("completed" if system == "cornerstone" else "passed")
        for language, words in (("nl", "Nagekeken:"), ("en", "Checked:")):
            note = note_for_hr(found, load_locale(language), Wish("scorm12", system=system), "p.zip", "Pad", VERSION)
            assert words in note
            assert system.upper() in note
