"""What is passed over to save time holds nothing that would have been found."""

from __future__ import annotations

import gc
import re
import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from leerpad.course.load.garbage import without_collector
from leerpad.course.model.file_index import says_more
from leerpad.questions.base import fingerprint, text_key
from leerpad.source.diagnostics import Report
from leerpad.source.markdown_text import MarkdownText
from leerpad.source.slips import report_text_slips
from leerpad.source.tangles import find_tangles, may_tangle

SIGNS = [*"!?.,:;-–'\"()<>[]{}@/*_`#+=|~^$&\\ \n\t", "woord", "doel.md", "bron-1", "https://a.nl", "note", "    ", "1."]
TEXTS = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=14).map("".join)


@given(TEXTS)
@example("??? note\n\n    Tekst.")
@example(">!!! note")
@example("!? tip")
@example("(]a")
@example("[a] (b.md)")
def test_a_text_that_says_no_more_than_words_has_no_fault_no_link_and_no_citation(text: str) -> None:
    if not says_more(text):
        report = Report()
        markdown = MarkdownText(text)
        report_text_slips("quizzes/q.yml", markdown, report)
        assert (report.faults, markdown.links, markdown.citations) == ([], [], [])


MARKS = [
    "**woord**",
    "*woord*",
    "`code`",
    "`a(b)`",
    "[woord](doel.md)",
    "[a b](https://a.nl/b#c)",
    "(woord)",
    "Wat? ",
    " ",
]
MARKED = st.lists(st.sampled_from([*MARKS, *SIGNS]), min_size=1, max_size=9).map("".join)


@given(MARKED)
@example("`a` **b** ([c](d.md)), *e*!")
@example("[a](b) (c.md)")
@example("[a](b.md): `c` – [d](e)")
def test_a_text_of_words_and_marks_has_its_links_and_no_fault(text: str) -> None:
    markdown, read_in_full = MarkdownText(text), MarkdownText(text)
    if markdown.is_marked_words:
        read_in_full.is_marked_words = False
        report = Report()
        report_text_slips("quizzes/q.yml", read_in_full, report)
        assert (report.faults, read_in_full.citations) == ([], [])
        assert markdown.links == read_in_full.links


@given(
    st.lists(st.sampled_from(["> ", "- ", "1. ", "+ ", ": ", "*", "`", "[", "<", "woord ", "\n", " "]), max_size=40),
    st.sampled_from([1, 4, 60]),
)
@example(["> "], 60)
@example(["woord\n", *["- "] * 50], 1)
def test_a_text_that_cannot_tangle_has_no_tangle(parts: list[str], times: int) -> None:
    text = "".join(parts) * times
    if not may_tangle(text):
        assert list(find_tangles(MarkdownText(text))) == []


@given(st.text() | st.text("abcXYZ019 _-.,!?'\"€éİ\x00\x1c", max_size=9))
@example("")
@example("_ - !")
def test_a_choice_keeps_its_name_by_the_short_way(text: str) -> None:
    plain = unicodedata.normalize("NFKD", text).casefold()
    assert text_key(text) == fingerprint(re.sub(r"[\W_]+", "", plain) or text)


def test_what_was_read_is_not_searched_for_garbage_until_the_next_reading() -> None:
    with without_collector():
        assert not gc.isenabled()
        assert gc.get_freeze_count() == 0
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0
    gc.unfreeze()
