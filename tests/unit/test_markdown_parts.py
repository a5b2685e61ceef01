"""Front matter, directives and links: one reader each, used by the checks and by the rendering."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerpad.source.diagnostics import Position, Report
from leerpad.source.directives import find_directives, replace_directives
from leerpad.source.files import SourceText, read_text
from leerpad.source.front_matter import split_front_matter, title_of
from leerpad.source.links import project_path
from leerpad.source.markdown_text import MarkdownText

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_lesson_is_read_whatever_editor_wrote_it(ending: str, mark: bytes, tmp_path: Path) -> None:
    file = tmp_path / "les.md"
    file.write_bytes(mark + ending.join(["---", "title: Één", "---", "", "Tekst"]).encode())
    report = Report()
    source = read_text(file, "les.md", report)
    assert source is not None
    parts = split_front_matter(source, report)
    assert parts is not None
    assert parts.front_matter.data() == {"title": "Één"}
    assert (parts.body.text.strip(), parts.body.first_line) == ("Tekst", 4)
    assert report.faults == []


def test_an_example_of_a_directive_is_not_a_directive() -> None:
    body = "```markdown\n<!-- quiz: een -->\n```\n\n<!-- quiz: twee -->\n\n~~~~\n~~~\n<!-- quiz: drie -->\n~~~~\n"
    report = Report()
    found = find_directives("les.md", MarkdownText(body, 10), report)
    assert [(directive.argument, directive.position) for directive in found] == [("twee", Position(14, 1))]
    assert report.faults == []


def test_an_ordinary_comment_is_left_alone() -> None:
    report = Report()
    text = MarkdownText("<!-- let op: dit is een kladnotitie -->\n<!-- todo -->\n")
    assert find_directives("les.md", text, report) == []
    assert report.faults == []


@given(
    st.lists(st.sampled_from(["<!-- quiz: a -->", "tekst", "```", "~~~", "    code", "", "<!-- path -->", "> citaat"]))
)
def test_what_is_checked_is_what_is_rendered(lines: list[str]) -> None:
    text = MarkdownText("\n".join(lines))
    checked = [(found.name, found.argument) for found in find_directives("les.md", text, Report())]
    rendered: list[tuple[str, str]] = []
    replace_directives(text, lambda found: rendered.append((found.name, found.argument)) or "")
    assert checked == rendered


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Over ons\n", "Over ons"),
        ("Eerst tekst.\n\n# Over ons {#over}\n\n## Meer\n", "Over ons"),
        ("---\ntitle: Over jou\n---\n# Over ons\n", "Over jou"),
        ("---\ntitle: 'Over: jou'\n---\n", "Over: jou"),
        ("---\nhide: [toc]\n---\n# Over ons\n", "Over ons"),
        ("## Geen titel\n", None),
    ],
)
def test_a_page_is_called_as_readers_see_it(text: str, title: str | None) -> None:
    assert title_of(SourceText("over.md", text)) == title


def test_links_are_found_outside_code() -> None:
    body = 'Zie [a](b.md#kop) en ![c](d.svg "titel").\n`[e](f.md)` ``[g](h.md)``\n```\n[i](j.md)\n```\n[k](<l.md>)'
    assert [(link.target, link.line, link.column) for link in MarkdownText(body).links] == [
        ("b.md#kop", 0, 9),
        ("d.svg", 0, 27),
        ("l.md", 5, 6),
    ]


def test_links_have_titles_spaces_and_brackets_as_the_renderer_reads_them() -> None:
    body = '[a](een twee.md) ![b](<c d.svg> \'titel\') [e](f_(g).md "t (u)") [h]( i.md )\n\n[j]: k.md "l"\n[^m]: n.md\n'
    assert [(link.target, link.line, link.column) for link in MarkdownText(body).links] == [
        ("een twee.md", 0, 5),
        ("c d.svg", 0, 24),
        ("f_(g).md", 0, 46),
        ("i.md", 0, 69),
        ("k.md", 2, 6),
    ]


@pytest.mark.parametrize("part", ["](", "](<", "[a](", "](a ", "](a 'b", "[a]: ", '](a "'])
def test_many_links_take_no_time(part: str) -> None:
    begun = time.process_time()
    assert MarkdownText(part * 20_000).links is not None
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("02-b.md", "modules/1-een/02-b.md"),
        ("../2-twee/01-c.md#kop", "modules/2-twee/01-c.md"),
        ("../../docs/over.md", "docs/over.md"),
        ("met%20spatie.svg", "modules/1-een/met spatie.svg"),
        ("https://example.org/a.md", None),
        ("mailto:hr@example.org", None),
        ("#kop", None),
        ("/absoluut.md", None),
        ("http://[fout", None),
    ],
)
def test_a_link_means_a_file_of_the_project(target: str, path: str | None) -> None:
    assert project_path("modules/1-een/01-a.md", target) == path
