"""One record of a Markdown text: all that read it agree on what is code, and on where things are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerpad.source.diagnostics import Position, Report
from leerpad.source.files import SourceText
from leerpad.source.markdown_text import CODE, MarkdownText
from leerpad.source.running_text import running_text
from leerpad.source.silences import find_silences, without_silences
from leerpad.source.slips import find_slips

BITS = st.sampled_from(
    ["`", "``", "```\n", "~~~\n", "tekst ", "\n", "\n\n", "    ", "- ", "<!-- ", " -->", "[a](b.md)", "[@een]", "# ", "> ", "| a |"]
)  # fmt: skip


@pytest.mark.parametrize(
    "code",
    [
        "`begin\n{} einde`",
        "``a ` b\n{} c``",
        "```\n{}\n```",
        "~~~ text\n{}\n~~~",
        "- punt `begin\n  {} einde`",
    ],
)
def test_an_example_in_code_is_nothing_else_however_many_lines_it_has(code: str) -> None:
    example = "[a](b.md) [@een] <!-- negeer: lange-zin | x --> <!-- quiz: a --> <ul>"
    text = MarkdownText(code.format(example))
    find_slips("les.md", text, report := Report())
    assert list(report) == []
    assert (text.links, text.citations, text.directives, text.comments) == ([], [], [], [])
    assert find_silences(SourceText("les.md", text.text), text) == []
    assert without_silences(text) is text
    assert "negeer" not in running_text(text)


def test_what_follows_a_mark_of_code_that_never_ends_is_text() -> None:
    text = MarkdownText("Een ` los teken.\n\n[a](b.md) [@een] `code` <!-- nog -->\n", 10)
    assert [(link.target, text.at(link.line, link.column)) for link in text.links] == [("b.md", Position(12, 5))]
    assert [(cited.source, text.at(cited.line, cited.column)) for cited in text.citations] == [
        ("een", Position(12, 12))
    ]
    assert text.prose[2].replace(CODE, "x") == "[a](b.md) [@een] xxxxxx             "


def test_all_in_a_value_of_yaml_stands_where_it_begins() -> None:
    text = MarkdownText("Een\n\n[a](b.md)", position=Position(7, 9))
    assert {text.at(2, 5), text.at_offset(6)} == {Position(7, 9)}


def test_a_comment_in_indented_code_takes_nothing_along() -> None:
    text = MarkdownText("Zo:\n\n    <!-- quiz: a\n\nTekst <!-- nog --> en meer.")
    assert text.prose == ["Zo:", "", "", "", "Tekst              en meer."]


@given(st.lists(BITS, max_size=30).map("".join) | st.text())
def test_every_list_of_lines_keeps_numbers_and_columns(written: str) -> None:
    text = MarkdownText(written)
    for lines in (text.coded, text.plain, text.readable, text.prose, text.without_comments("")):
        assert len(lines) == len(text.lines)
    for lines in (text.coded, text.plain, text.readable, text.prose):
        for kept, line in zip(lines, text.lines, strict=True):
            assert kept == "" or len(kept) == len(line)
            assert all(new in (" ", CODE, old) for new, old in zip(kept, line, strict=False))
