"""The page of faults shows any file at all, and nothing of it as HTML."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerpad.locales import LANGUAGES, load_locale
from leerpad.site.serve.desk import guard, show_everywhere
from leerpad.site.serve.fault_page import MAX_EXCERPTS, crash_page, fault_page
from leerpad.source.diagnostics import START, Diagnostic, Position, Report
from leerpad.source.excerpt import WIDTH, excerpt

if TYPE_CHECKING:
    from pathlib import Path

DUTCH = load_locale("nl")


@given(
    st.lists(st.text(st.characters(exclude_categories=("Cs",)), max_size=400), max_size=12),
    st.integers(0, 15),
    st.integers(1, 500),
)
def test_an_excerpt_is_short_and_visible_whatever_the_file_holds(lines: list[str], line: int, column: int) -> None:
    shown = excerpt(lines, Position(line, column))
    assert bool(shown) == (1 <= line <= len(lines))
    assert [found.number for found in shown if found.is_here] == ([line] if shown else [])
    for found in shown:
        text = found.text + found.marked + found.after
        assert len(text) <= WIDTH + 2
        assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_an_excerpt_marks_the_word_at_the_place() -> None:
    lines = ["a", "b", "c: 1", "  corect: true", "d", "e", "f", ""]
    shown = excerpt(lines, Position(4, 3))
    assert [found.number for found in shown] == [2, 3, 4, 5, 6]
    assert (shown[2].text, shown[2].marked, shown[2].after) == ("  ", "corect", ": true")
    assert [found.number for found in excerpt(lines, Position(7, 1))] == [5, 6, 7]
    assert [found.number for found in excerpt(lines, Position(8, 1))] == [6, 7, 8]
    long = excerpt([f"{'x' * 9000} hier {'y' * 9000}"], Position(1, 9002))
    assert long[0].marked == "hier"
    assert (long[0].text[0], long[0].after[-1]) == ("…", "…")


@pytest.mark.parametrize("content", [b"\x00\xff\xfe<script>\x01" * 100_000, b"", b"\t<b>'\"&amp;\r\r\n\xe9"])
def test_a_file_that_is_no_text_is_shown_as_far_as_it_can(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "file.yml").write_bytes(content)
    report = Report()
    report.fault("file.yml", START, "not_utf8")
    report.fault("not/there.yml", START, "empty_file")
    page = fault_page(report, tmp_path, DUTCH, "<i>Pad</i>")
    assert not re.search("<script|<b>|<i>|\x00", page)
    assert len(page) < 20_000
    assert "<title>2 fouten" in page


def test_ten_thousand_faults_are_all_named(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("x\n" * 10_000)
    report = Report()
    for line in range(1, 10_001):
        report.fault("a.yml", Position(line, 1), "unknown_key", key="x; y", known="z")
    page = fault_page(report, tmp_path, DUTCH, "Pad")
    assert page.count("onbekende sleutel “x; y”</h3>") == 10_000
    assert page.count("<table") == MAX_EXCERPTS


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_wrong_and_what_to_do_are_told_apart(language: str) -> None:
    locale = load_locale(language)
    for key in locale.words:
        kind, _, code = key.partition(".")
        if kind in ("fault", "advice"):
            found = Diagnostic("a", START, code, (("key", "k; l"),), is_advice=kind == "advice")
            assert "; ".join(part for part in locale.explain(found) if part) == locale.message(found)


def test_a_crash_shows_its_details_as_text() -> None:
    page = crash_page(ValueError("<script>"), DUTCH, "")
    assert "ValueError: &lt;script&gt;" in page
    assert "<script" not in page


def test_a_guarded_build_never_fails(tmp_path: Path) -> None:
    log = logging.getLogger("a host")
    seen: list[tuple[str, list[str]]] = []

    def build(words: str) -> None:
        log.warning("a %s", "warning")
        log.info("no matter")
        if words:
            raise RuntimeError(words)

    guarded = guard(build, log, lambda error, warnings: seen.append((str(error), warnings)))
    guarded("first")
    guarded("")
    guarded("again")
    assert seen == [("first", ["a warning"]), ("again", ["a warning"])]
    assert log.handlers == []


def test_the_page_stands_everywhere(tmp_path: Path) -> None:
    (tmp_path / "een").mkdir()
    (tmp_path / "een" / "les.html").write_text("old")
    (tmp_path / "een" / "plaat.svg").write_text("kept")
    show_everywhere(tmp_path, "<p>Fout</p>")
    found = {file.relative_to(tmp_path).as_posix(): file.read_text() for file in tmp_path.rglob("*.*")}
    fault = "<p>Fout</p>"
    assert found == {"een/les.html": fault, "index.html": fault, "404.html": fault, "een/plaat.svg": "kept"}
