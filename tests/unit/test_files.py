"""Every file of a course takes part, or its author is told why not; nothing goes out that nobody asked for."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest
from jinja2 import TemplateNotFound
from support.faults import faults_of, load_flawless
from support.trees import SETTINGS, course, lesson, level, quiz, write_tree

from leerpad.course.check.site_settings import check_site_settings
from leerpad.course.load.file_names import check_files
from leerpad.course.load.reader import Roots
from leerpad.hosts.trouble import trouble_of
from leerpad.locales import load_locale
from leerpad.source.diagnostics import Report

if TYPE_CHECKING:
    from pathlib import Path

LESSON = "modules/0-een/01-een-a.md"


def roots_of(folder: Path) -> Roots:
    return Roots(folder, folder / "docs", folder / "mkdocs.yml")


@pytest.mark.parametrize(
    ("name", "code", "told"),
    [
        ("modules/0-een/08-x.md.txt", "page_by_another_name", "hernoem het naar 08-x.md"),
        ("modules/0-een/08-x.MD", "page_by_another_name", "hernoem het naar 08-x.md"),
        ("modules/0-een/08-x.markdown", "page_by_another_name", "hernoem het naar 08-x.md"),
        ("modules/0-een/deel/08-x.md", "lesson_in_subfolder", "verplaats haar naar modules/0-een,"),
        ("modules/0-een/level.yaml", "level_by_another_name", "het moet precies level.yml heten"),
        ("modules/0-een/quiz.yml", "quiz_among_lessons", "een quiz staat in quizzes/"),
        ("quizzes/0-een/extra.yml.txt", "quiz_by_another_name", "hernoem het bestand naar extra.yml"),
        ("quizzes/0-een/les.md", "page_among_quizzes", "in quizzes/ wordt geen tekst gelezen"),
        ("docs/over.MD", "page_by_another_name", "hernoem het naar over.md"),
        ("docs/over.md.txt", "page_by_another_name", "hernoem het naar over.md"),
        ("docs/con.svg", "unfit_name", "“con.svg” kan op Windows of op een server geen naam zijn"),
        ("docs/a:b.svg", "unfit_name", "“a:b.svg” kan op Windows"),
        ("docs/x\n  X-Eigen: 1.svg", "unfit_name", "kan op Windows of op een server geen naam zijn"),
        ("docs/Index.md", "same_name", "dezelfde naam als docs/Index.md"),
    ],
)
def test_a_file_that_would_take_no_part_or_harm_is_named(name: str, code: str, told: str, tmp_path: Path) -> None:
    if name == "docs/Index.md":
        write_tree(tmp_path, {"docs/proef": ""})
        if (tmp_path / "docs" / "PROEF").exists():
            pytest.skip("here two such names are one file")
    project = write_tree(tmp_path, {**course(), name: lesson("X")})
    report = Report()
    check_files(roots_of(project), report)
    assert [found.code for found in report.faults] == [code]
    assert told in load_locale("nl").diagnostic(report.faults[0])


@pytest.mark.parametrize("name", ["modules/0-een/_08-x.md.txt", "modules/0-een/_deel/08-x.md", "docs/.con.svg"])
def test_a_draft_may_have_any_name(name: str, tmp_path: Path) -> None:
    assert faults_of(tmp_path, {**course(), name: "x"}) == []


def test_obeying_a_remedy_brings_the_lesson_in(tmp_path: Path) -> None:
    write_tree(tmp_path, {**course(), "modules/0-een/08-x.md": lesson("X")})
    assert "x" in load_flawless(tmp_path).lessons


@pytest.mark.parametrize("device", ["con", "nul", "com1"])
def test_an_id_that_windows_takes_for_a_device_is_refused(device: str, tmp_path: Path) -> None:
    files = {**course(), LESSON: lesson("A", id=device)}
    assert [f"{LESSON}:4:5  id “{device}” wordt de naam van een bestand, en zo mag op Windows niets heten; kies een ander id"] == faults_of(tmp_path, {**files})  # fmt: skip


@pytest.mark.parametrize(
    ("link", "target", "code", "told"),
    [
        ("modules/0-een/foto.png", "../../../geheim.png", "link_out_of_course", "iets buiten het leerpad"),
        ("docs/foto.png", "/etc/hostname", "link_out_of_course", "iets buiten het leerpad"),
        ("docs/map", "../../elders", "link_out_of_course", "iets buiten het leerpad"),
        ("docs/map", "../modules", "link_to_folder", "wijst naar een map"),
        ("docs/lus", ".", "link_to_folder", "wijst naar een map"),
        ("modules/0-een/weg.png", "nergens.png", "link_to_nothing", "wijst nergens heen"),
        ("modules/0-een/kring.png", "kring.png", "link_to_nothing", "wijst nergens heen"),
    ],
)
def test_a_link_out_of_the_course_or_to_nothing_is_refused(
    link: str, target: str, code: str, told: str, tmp_path: Path
) -> None:
    write_tree(tmp_path, {"geheim.png": "x", "elders/x.png": "x"})
    project = write_tree(tmp_path / "pad", {**course()})
    (project / link).symlink_to(target)
    report = Report()
    check_files(roots_of(project), report)
    [found] = report.faults
    assert told in load_locale("nl").diagnostic(found)
    assert (found.path, found.code) == (link, code)


def test_a_link_within_the_course_is_fine(tmp_path: Path) -> None:
    project = write_tree(tmp_path, {**course(), "docs/plaat.svg": "<svg/>"})
    (project / "modules/0-een/plaat.svg").symlink_to("../../docs/plaat.svg")
    report = Report()
    check_files(roots_of(project), report)
    assert report.faults == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only some systems have pipes")
def test_a_pipe_does_not_hang_a_build(tmp_path: Path) -> None:
    project = write_tree(tmp_path, {**course()})
    os.mkfifo(project / "docs" / "pijp.png")
    report = Report()
    check_files(roots_of(project), report)
    assert [(found.path, found.code) for found in report.faults] == [("docs/pijp.png", "not_a_file")]


LOOSE = {
    "modules/0-een/brief.docx": "x",
    "modules/0-een/deel/los.png": "x",
    "quizzes/los.png": "x",
    "docs/robots.txt": "x",
    "docs/map/los.pdf": "x",
}


def test_what_nothing_refers_to_stays_here_and_is_told(tmp_path: Path) -> None:
    told = faults_of(tmp_path, {**course(), **LOOSE})
    assert [line.split(":")[0] for line in told] == sorted(LOOSE)
    assert all("  advies unused-file  niets verwijst naar dit bestand" in line for line in told)
    read = load_flawless(tmp_path)
    assert not LOOSE.keys() & (read.images.keys() | read.docs_files)


def test_what_the_settings_name_goes_out(tmp_path: Path) -> None:
    named = [*[name for name in LOOSE if "map" not in name], "docs/map/"]
    settings = SETTINGS.replace("  generator", f"    files: {named}\n  generator")
    files = {**course(), **LOOSE, "mkdocs.yml": settings}
    assert faults_of(tmp_path, {**files}) == []
    read = load_flawless(tmp_path)
    assert LOOSE.keys() <= read.images.keys() | read.docs_files


@pytest.mark.parametrize(
    ("file", "source", "text"),
    [
        ("modules/0-een/a.svg", LESSON, "![x](a.svg)"),
        ("modules/0-een/a b.svg", LESSON, "![x](a%20b.svg)"),
        ("modules/0-een/a.svg", LESSON, '<img src="a.svg" alt="x">'),
        ("modules/0-een/a.svg", LESSON, "![x][plaat]\n\n[plaat]: a.svg"),
        ("modules/0-een/a.svg", "docs/over.md", '<img src="een/a.svg" alt="x">'),
        ("modules/0-een/beeld/a.svg", LESSON, '<img src="beeld/a.svg" alt="x">'),
        ("docs/a.pdf", LESSON, "[x](../../docs/a.pdf)"),
        ("docs/beeld/a.svg", "docs/stijl.css", ".x { background: url(beeld/a.svg) } /* stijl.css */"),
        ("docs/beeld/a.svg", "mkdocs.yml", SETTINGS.replace("  font", "  logo: beeld/a.svg\n  font")),
        ("docs/a.css", "mkdocs.yml", f"{SETTINGS}extra_css: [a.css]\n"),
        ("quizzes/a.svg", "quizzes/0-een/toets.yml", quiz("toets-een", "  - id: v\n    type: true_false\n    prompt: '![x](../a.svg)'\n    correct: true\n")),
    ],
)  # fmt: skip
def test_what_something_refers_to_goes_out(file: str, source: str, text: str, tmp_path: Path) -> None:
    body = lesson("A", text) if source == LESSON else f"# Over\n\n{text}\n" if source.endswith(".md") else text
    told = faults_of(tmp_path, {**course(), file: "x", source: body})
    assert [line for line in told if line.startswith(f"{file}:")] == []
    read = load_flawless(tmp_path)
    assert file in read.images.keys() | read.docs_files


def test_another_file_with_the_same_name_is_no_reference(tmp_path: Path) -> None:
    files = {**course(), "modules/0-een/a.svg": "x", "modules/1-twee/a.svg": "x", "docs/aa.svg": "x", "docs/a.svg": "x"}
    told = faults_of(tmp_path, {**files, LESSON: lesson("A", "![x](a.svg) ![x](../../docs/aa.svg)")})
    assert [line.split(":")[0] for line in told] == ["docs/a.svg", "modules/1-twee/a.svg"]


def test_the_sign_of_a_level_is_in_use(tmp_path: Path) -> None:
    sign = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><path d="M0 0h9"/></svg>'
    files = {**course(), "modules/0-een/level.yml": f"{level('een', 'Eerste')}sign: teken.svg\n"}
    assert faults_of(tmp_path, {**files, "modules/0-een/teken.svg": sign}) == []


@pytest.mark.parametrize(
    ("error", "path", "code"),
    [
        (OSError(errno.ENOSPC, "vol", "/ergens/bundle.js"), "site", "disk_full"),
        (PermissionError(errno.EACCES, "nee", "docs/foto.png"), "docs/foto.png", "no_permission"),
        (OSError(errno.EROFS, "alleen lezen"), "site", "no_permission"),
        (OSError(errno.ELOOP, "te veel", "docs/lus"), "docs/lus", "link_in_circles"),
        (OSError(errno.EIO, "stuk", "/dev/schijf"), "/dev/schijf", "refused_by_machine"),
        (TemplateNotFound(".icons/material/weg.svg"), "mkdocs.yml", "unknown_icon"),
        (TemplateNotFound("partials/languages/xx.html"), "mkdocs.yml", "unknown_language"),
        (TemplateNotFound("eigen.html"), "mkdocs.yml", "missing_theme_file"),
    ],
    ids=repr,
)
def test_what_the_machine_or_the_theme_refuses_is_said_in_words(
    error: Exception, path: str, code: str, tmp_path: Path
) -> None:
    project = write_tree(tmp_path, {**course()})
    found = trouble_of(error, roots_of(project), project / "site").faults
    assert [(fault.path, fault.code) for fault in found] == [(path, code)]


def test_a_mistake_in_a_program_is_not_explained_away(tmp_path: Path) -> None:
    assert trouble_of(ZeroDivisionError(), roots_of(tmp_path), tmp_path / "site").faults == []


def told_of_settings(folder: Path, text: str) -> list[str]:
    write_tree(folder, {**course(), "mkdocs.yml": text})
    report = Report()
    locale = load_locale("nl")
    values = {"site_dir": "site", "extra": {"homepage": "javascript:alert(1)", "social": [{"link": "java\tscript:x"}]}}
    values["extra"]["leerpad"] = {"files": ["docs/weg.pdf", "../elders.pdf"]}  # type: ignore[index]
    check_site_settings(values, roots_of(folder), report)
    return [locale.diagnostic(found) for found in report.faults]


def test_settings_that_run_a_script_or_name_nothing_are_told_at_their_line(tmp_path: Path) -> None:
    write_tree(tmp_path, {"elders.pdf": "x"})
    text = "site_name: X\nextra:\n  homepage: javascript:alert(1)\n  social:\n    - icon: x\n      link: \"java\\tscript:x\"\n  leerpad:\n    course_id: x\n    files:\n      - docs/weg.pdf\n      - ../elders.pdf\n"  # fmt: skip
    told = told_of_settings(tmp_path / "pad", text)
    assert [line.partition("  ")[0] for line in told] == [f"mkdocs.yml:{at}" for at in ("3:13", "6:13", "10:9", "11:9")]
    assert "voert een script uit" in told[0]
    assert "bij “files” staat “docs/weg.pdf”, en dat is er niet in docs/, modules/ of quizzes/" in told[2]


@pytest.mark.parametrize(
    "url", ["https://x.nl/a;b/", "https://x.nl/a b/", "https://x.nl/a\nb", 'https://x.nl/"/', "https://x.nl/{a}/", "https://x.nl/$a/", "ftp://x.nl/", "https://x.nl/a#b", "https://x.nl/%0a/"],
)  # fmt: skip
def test_an_address_that_means_something_to_a_server_is_refused(url: str, tmp_path: Path) -> None:
    write_tree(tmp_path, {**course()})
    report = Report()
    check_site_settings({"site_url": url}, roots_of(tmp_path), report)
    assert [found.code for found in report.faults] == ["unsafe_site_url"]


@pytest.mark.parametrize("url", ["", None, "https://x.nl", "http://localhost:8000/", "https://a-b.x.nl/leren/pad_1/~a"])
def test_an_ordinary_address_is_fine(url: str | None, tmp_path: Path) -> None:
    write_tree(tmp_path, {**course()})
    report = Report()
    check_site_settings({"site_url": url}, roots_of(tmp_path), report)
    assert report.faults == []


@pytest.mark.parametrize(
    ("site", "code"),
    [
        ("quizzes", "site_among_sources"), ("docs/x", "site_among_sources"), ("MODULES", "site_among_sources"),
        ("modules/../hooks", "site_among_sources"), ("schakel", "site_among_sources"), (".git/x", "site_among_sources"),
        (".", "site_around_sources"), ("..", "site_around_sources"), ("/", "site_around_sources"), ("~", "site_around_sources"),
        ("mkdocs.yml", "site_is_a_file"), ("eigen", "site_over_other_files"),
        ("site", None), ("leeg", None), ("oud", None), ("../pad-site", None),
    ],
)  # fmt: skip
def test_only_a_folder_of_its_own_is_that_of_the_site(site: str, code: str | None, tmp_path: Path) -> None:
    project = write_tree(
        tmp_path / "pad", {**course(), "eigen/brief.txt": "x", "oud/404.html": "x", "leeg/.git/x": "x"}
    )
    (project / "schakel").symlink_to("modules/0-een")
    report = Report()
    check_site_settings({"site_dir": os.path.expanduser(site)}, roots_of(project), report)  # noqa: PTH111
    assert [found.code for found in report.faults] == ([code] if code else [])


TEXT = "<p>\nEén café</p>\n"


@pytest.mark.parametrize(
    ("name", "data", "place"),
    [
        ("oud.html", TEXT.encode("latin-1"), "2:2"),
        ("oud.HTM", TEXT.encode("utf-16"), "1:1"),
        ("oud.css", b"p\0 \0{\0}\0", "1:2"),
        ("nieuw.html", TEXT.encode("utf-8-sig"), None),
        ("leeg.html", b"", None),
        ("_oud.html", TEXT.encode("latin-1"), None),
    ],
)
def test_a_page_or_style_that_an_author_brings_whole_is_utf8(
    name: str, data: bytes, place: str | None, tmp_path: Path
) -> None:
    """The build ended in lines of code, after all pages were made; no server would give it out right."""
    report, locale = Report(), load_locale("nl")
    check_files(roots_of(write_tree(tmp_path, {**course(), f"docs/{name}": data})), report)
    told = f"docs/{name}:{place}  dit teken is geen UTF-8; sla het bestand op met codering UTF-8"
    assert [locale.diagnostic(found) for found in report.faults] == ([told] if place else [])
