"""Silencing advice for one place, with a reason; and advice on silences that are wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.advice import LESSON, TEST, advice_on, ask, good_course, paper, report_on, several
from support.trees import lesson

from leerpad.advice.codes import CODES
from leerpad.source.files import SourceText
from leerpad.source.markdown_text import MarkdownText
from leerpad.source.silences import Silence, find_silences, without_silences

if TYPE_CHECKING:
    from pathlib import Path

LONG = " ".join(["Mee", *["mee"] * 25]) + "."


def page(body: str, **keys: str) -> dict[str, str]:
    return {LESSON: lesson("Les een", body, **keys)}


@pytest.mark.parametrize(
    "files",
    [
        page(f"{LONG} <!-- negeer: long-sentence | een citaat -->"),
        page(f"<!-- negeer: long-sentence | een citaat -->\n{LONG}"),
        page(f"<!-- negeer: lange-zin | een code van vroeger -->\n{LONG}"),
        page(f"<!-- ignore: long-sentence | een citaat -->\n\n{LONG}"),
        page(f"<!--negeer:long-sentence|een citaat-->\n<!-- negeer: hard-word | een citaat -->\n\n{LONG} Middels."),
        page(f"!!! tip\n    <!-- negeer: long-sentence | een citaat -->\n    {LONG}"),
        {TEST: paper(ask("v", prompt=f"{LONG} # negeer: long-sentence | een citaat"), *several(6))},
        {TEST: paper("  # negeer: hidden-negation | een citaat\n" + ask("v", prompt="Wat niet?"), *several(6)).replace("    prompt: Wat niet?", "    # negeer: hidden-negation | een citaat\n    prompt: Wat niet?").replace("  # negeer: hidden-negation | een citaat\n  - id: v", "  - id: v")},
        {TEST: "# negeer: question-without-lesson | de les komt nog\n" + paper(*several(6), ask("v", keys=""), ask("w", keys=""))},
        {"modules/0-een/02-een-b.md": "---\n# negeer: lesson-without-question | komt in de lente\n" + lesson("B")[4:]},
        {"modules/0-een/level.yml": f"id: een\ntitle: T\n# negeer: long-sentence | zo staat het in het boek\nsummary: {LONG}\nquiz: toets-een\n"},
    ],
)  # fmt: skip
def test_a_silence_speaks_of_its_line_the_next_or_the_file(files: dict[str, str], tmp_path: Path) -> None:
    assert advice_on(tmp_path, files) == []


def test_a_silence_speaks_of_one_place(tmp_path: Path) -> None:
    files = page(f"<!-- negeer: long-sentence | een citaat -->\n{LONG}\n\n{LONG}")
    assert advice_on(tmp_path, files) == [f"{LESSON}:8:1 long-sentence"]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (page(f"{LONG} <!-- negeer: long-sentence -->"), [f"{LESSON}:5:{len(LONG) + 2} silence-without-reason"]),
        (page(f"{LONG} <!-- negeer: long-sentence | -->"), [f"{LESSON}:5:{len(LONG) + 2} silence-without-reason"]),
        (page("<!-- negeer: long-sentence | was eens lang -->\n\nKort."), [f"{LESSON}:5:1 needless-silence"]),
        (page("Kort.\n\n<!-- negeer: long-sentence | hier staat niets onder -->"), [f"{LESSON}:7:1 needless-silence"]),
        (page(f"<!-- negeer: lange-zn | tikfout -->\n{LONG}"), [f"{LESSON}:5:1 unknown-silence", f"{LESSON}:6:1 long-sentence"]),
        ({TEST: "# negeer: guessable-test | hoeft niet\n" + paper(*several(6))}, [f"{TEST}:1:1 needless-silence"]),
        (page("`<!-- negeer: long-sentence | voorbeeld -->`\n\n```\n<!-- negeer: long-sentence -->\n```"), []),
    ],
)  # fmt: skip
def test_a_silence_must_have_a_reason_and_a_purpose(files: dict[str, str], expected: list[str], tmp_path: Path) -> None:
    assert advice_on(tmp_path, files) == expected


def test_what_is_not_worked_out_is_not_called_superfluous(tmp_path: Path) -> None:
    lonely = "---\n# negeer: lesson-without-question | komt in de lente\n" + lesson("B")[4:]
    broken = paper(*several(6)).replace("type: single_choice", "type: keuze", 1)
    report = report_on(tmp_path, {**good_course(), "modules/0-een/02-een-b.md": lonely, TEST: broken})
    assert report.faults
    assert report.advices == []


@example("<!-- negeer: long-sentence | x -->    ```", 2)
@given(
    st.lists(
        st.sampled_from(
            [
                "Tekst.",
                "",
                "```",
                "`a",
                "b` ",
                "<!-- negeer: long-sentence | x -->",
                "<!-- quiz: a -->",
                "  ",
                "- ",
                "<!-- negeer: ",
            ]
        )
    ).map(" ".join)
    | st.text(),
    st.integers(0, 3),
)
def test_no_silence_reaches_a_page(line: str, repeat: int) -> None:  # fmt: skip
    lines = [part for _ in range(repeat) for part in line.split("\n")]
    text = MarkdownText("\n".join(lines))
    kept = without_silences(text)
    assert silences_in(kept) == [] or kept.lines[:1] == ["---"]
    if not silences_in(text):
        assert kept.lines == text.lines


def silences_in(text: MarkdownText) -> list[Silence]:
    return find_silences(SourceText("les.md", text.text), text)


@given(st.text(alphabet="`ab "))
def test_code_spans_become_spaces(line: str) -> None:
    [result] = MarkdownText(line).plain
    assert len(result) == len(line)
    assert all(new in (" ", old) for old, new in zip(line, result, strict=True))


@pytest.mark.parametrize(
    ("line", "result"),
    [("a `b` c", "a     c"), ("``a ` b`` c", "          c"), ("`a", "`a"), ("`a ``b` c", "        c"), ("``a` `b`", "``a   b`")],
)  # fmt: skip
def test_a_code_span_ends_at_as_many_backticks(line: str, result: str) -> None:
    assert MarkdownText(line).plain == [result]


def test_codes_are_in_kebab_case_and_sorted() -> None:
    assert list(CODES) == sorted(set(CODES))
    assert all(code == code.lower() and code.replace("-", "").isalpha() for code in CODES)
