"""Whatever stands in a file: it is read, or its author is told why not. Never a traceback, never silence, never a long wait."""

from __future__ import annotations

import time
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from support.mutant_courses import FILES, SUBJECTS
from support.reading import CONFIG, LESSON, LEVEL, PAGE, PATHS, QUIZ, SOURCES, TERMS, is_read, read

from leerpad.locales import load_locale
from leerpad.source.names import FEW, Names, repeats, suggestion


def assert_read_or_told(path: str, data: str | bytes) -> None:
    course, report = read(path, data, with_advice=True)
    told = [found for found in report.faults if found.path == path]
    if path == CONFIG:
        assert told or course.settings.course_id != "unread"
    else:
        assert told or is_read(course, path)
    text = data if isinstance(data, str) else data.decode("utf-8", "replace")
    last = text.count("\n") + text.count("\r") + 1
    for found in told:
        assert 1 <= found.position.line <= last
        assert found.position.column >= 1
        for language in ("nl", "en"):
            assert "\n" not in load_locale(language).diagnostic(found)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(PATHS), st.binary(max_size=80))
def test_any_bytes_are_read_or_told(path: str, data: bytes) -> None:
    assert_read_or_told(path, data)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(PATHS), st.integers(0, 400), st.binary(max_size=4))
def test_any_bytes_in_a_good_file_are_read_or_told(path: str, at: int, data: bytes) -> None:
    good = FILES[path].encode()
    assert_read_or_told(path, good[:at] + data + good[at:])


SIGNS = [
    "id: toets\n", "title: T\n", "title:", "- ", "  ", "    ", "\n", "'", '"', "[", "]", "{", "}", "{{", ": ", ",", "#", " #", "|\n", ">-\n", "&a ", "*a", "!!str ", "!x ",
    "---\n", "...\n", "\t", "? ", "true", "70%", "1.5", "-1", "null", "~", "é", "\u00a0", "\u2028", "\x00", "\ufeff", "😀", "questions:\n", "type: fill_in\n", "kind: scan\n", "<<: ", "=", "\r", "%",
]  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.sampled_from((LEVEL, QUIZ, CONFIG, TERMS)), st.lists(st.sampled_from(SIGNS), max_size=25).map("".join))
def test_any_signs_of_yaml_are_read_or_told(path: str, text: str) -> None:
    assert_read_or_told(path, text)


MARKS = [
    "<!--",
    "-->",
    " quiz",
    ": ",
    "oefening",
    "scan",
    "path",
    "`",
    "```",
    "~~~\n",
    "](",
    ")",
    "<",
    ">",
    "|",
    "\n",
    " ",
    "tekst",
    "---\n",
    "{{",
    "](02-verder.md)",
    "-",
    "!",
    "reflect: a | b",
]


@settings(max_examples=70, deadline=None)
@given(st.sampled_from((LESSON, PAGE)), st.lists(st.sampled_from(MARKS), max_size=25).map("".join))
def test_any_marks_of_markdown_are_read_or_told(path: str, body: str) -> None:
    assert_read_or_told(path, f"---\ntitle: T\nsummary: S\n---\n{body}")


KEYS = [
    "id", "title", "summary", "goals", "quiz", "moved_from", "kind", "mode", "pass_mark", "draw", "shuffle", "bands", "from", "text", "questions", "type", "prompt", "choices", "correct", "feedback",
    "pinned", "items", "pairs", "left", "right", "categories", "name", "gaps", "accept", "reject", "answer", "tolerance", "start", "steps", "endings", "goto", "outcome", "scale", "dimensions", "statements",
    "profiles", "when", "level", "lesson", "any", "not", "caveats", "alerts", "statement", "dimension", "min_answered", "x", "É",
    "terms", "term", "also", "explanation", "see", "sources", "authors", "year", "in", "language", "certainty", "shows", "limit", "doi", "url", "sign", "actions",
]  # fmt: skip
VALUES = st.sampled_from(
    [
        "single_choice",
        "multiple_choice",
        "ordering",
        "matching",
        "categorize",
        "fill_in",
        "numeric",
        "scenario",
        "true_false",
        "scan",
        "quiz",
        "true",
        "50%",
        "3",
        "-1",
        "1e400",
        "nan",
        "a",
        "",
        " ",
        "begin",
        "{{a}} b",
    ]
)
TREES = st.recursive(
    VALUES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=20,
)


@settings(max_examples=70, deadline=None)
@given(st.sampled_from((LEVEL, QUIZ, TERMS, SOURCES)), st.dictionaries(st.sampled_from(KEYS), TREES, max_size=8))
def test_any_tree_of_our_keys_is_read_or_told(path: str, data: dict[str, Any]) -> None:
    assert_read_or_told(path, yaml.safe_dump({"id": "toets", "title": "T", **data}, allow_unicode=True))


IN_YAML = sorted(name for name, subject in SUBJECTS.items() if subject.path.endswith(".yml"))


@settings(max_examples=70, deadline=None)
@given(st.sampled_from(IN_YAML), st.data())
def test_any_part_of_a_good_file_may_be_anything(name: str, data: st.DataObject) -> None:
    subject = SUBJECTS[name]
    tree = yaml.load(subject.files[subject.path], Loader=yaml.BaseLoader)
    place: Any = tree
    for _ in range(data.draw(st.integers(0, 4))):
        inner = [
            key
            for key in (place if isinstance(place, dict) else range(len(place)))
            if isinstance(place[key], dict | list)
        ]
        if not inner:
            break
        place = place[data.draw(st.sampled_from(inner))]
    if len(place):
        key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
        place[key] = data.draw(TREES)
    path = subject.path if subject.path in PATHS else QUIZ
    assert_read_or_told(path, yaml.safe_dump(tree, allow_unicode=True, sort_keys=False))


EXPLOSIONS = {
    "aliases": "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60)),
    "an alias of itself": "a: &a [*a]\n",
    "merge keys": "a: &a {b: c}\n" + "d: {<<: *a}\n",
    "brackets": "a: " + "[" * 100_000,
    "braces": "a: " + "{b: " * 100_000,
    "dashes": "- " * 100_000,
    "questions": "? " * 100_000,
    "indents": "".join(f"{' ' * n}a:\n" for n in range(2000)),
    "tags": "a: " + "!" * 100_000,
    "marks": "a: " + "'" * 100_001,
    "documents": "---\n" * 100_000,
    "comments": "#\n" * 100_000,
}


@pytest.mark.parametrize("path", [LEVEL, LESSON, QUIZ, CONFIG, SOURCES])
@pytest.mark.parametrize("name", EXPLOSIONS)
def test_what_is_made_to_explode_is_refused_at_once(path: str, name: str) -> None:
    text = f"---\n{EXPLOSIONS[name]}\n---\n" if path == LESSON else EXPLOSIONS[name]
    before = time.process_time()
    _, report = read(path, text)
    assert [found for found in report.faults if found.path == path]
    assert time.process_time() - before < 5


@given(st.text("abc-/", min_size=1, max_size=12), st.lists(st.text("abc-/", min_size=1, max_size=12), max_size=8))
def test_one_slip_is_understood_among_few_names_and_among_many(name: str, others: list[str]) -> None:
    slip = f"kamer-{name}-x"
    many = [f"{letter}{number}" for letter in "pqrs" for number in range(FEW)]
    assert suggestion(slip, [f"kamer-{name}", *others]) == f"kamer-{name}"
    assert Names([f"kamer-{name}", *others, *many]).nearest(slip) == f"kamer-{name}"
    assert Names(many).nearest("een-heel-andere-naam") == ""


def test_a_name_that_comes_back_is_held_against_the_first() -> None:
    assert list(repeats(["a", "b", "a", "c", "a", "b"])) == [(2, 0), (4, 0), (5, 1)]
