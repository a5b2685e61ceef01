"""The YAML reader: text stays text, every node knows its place, nothing crashes it."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from leerpad.source.diagnostics import Position, Report
from leerpad.source.files import SourceText
from leerpad.source.tree import Mapping, Sequence, read_tree


def read(text: str) -> tuple[Mapping | None, list[tuple[str, Position]]]:
    report = Report()
    tree = read_tree(SourceText("quiz.yml", text), report)
    return tree, [(found.code, found.position) for found in report]


@pytest.mark.parametrize("written", ["12:30", "1.10", "Yes", "no", "on", "0777", "2024-01-01", "1_000", "=", "<<"])
def test_a_scalar_is_text_until_a_model_says_otherwise(written: str) -> None:
    tree, faults = read(f"key: {written}\n")
    assert faults == []
    assert tree is not None
    assert tree.data() == {"key": written}


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_an_empty_value_is_none(written: str) -> None:
    tree, _ = read(f"key: {written}\n")
    assert tree is not None
    assert tree.data() == {"key": None}


def test_every_node_knows_its_place() -> None:
    tree, _ = read("one: 1\nlist:\n  - a\n  - {b: c}\n")
    assert tree is not None
    assert tree.key_positions == {"one": Position(1, 1), "list": Position(2, 1)}
    items = tree.entries["list"]
    assert isinstance(items, Sequence)
    assert [item.position for item in items.items] == [Position(3, 5), Position(4, 5)]


def test_front_matter_counts_lines_of_its_file() -> None:
    report = Report()
    tree = read_tree(SourceText("les.md", "a: 1\na: 2\n"), report, first_line=2)
    assert tree is not None
    assert tree.key_positions["a"] == Position(2, 1)
    assert [found.position for found in report] == [Position(3, 1)]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a: 1\nb: 2\na: 3\n", "duplicate_key", (3, 1)),
        ("a:\n\t- b\n", "yaml_tab", (2, 1)),
        ("a: b: c\n", "yaml_colon", (1, 5)),
        ("a: 'b\n", "yaml_quote", (1, 4)),
        ("a: [b\nc: d\n", "yaml_bracket", (1, 4)),
        ("a: 1\n  b: 2\n", "yaml_colon", (2, 4)),
        ("a:\n  - b\n c: d\n", "yaml_indent", (3, 2)),
        ("a: 1\nbc\nd: 2\n", "yaml_no_colon", (2, 1)),
        ("a: &x 1\n", "yaml_alias", (1, 4)),
        ("a: *x\n", "yaml_alias", (1, 4)),
        ("a: !!python/name:os.system x\n", "yaml_tag", (1, 4)),
        ("a: {{b}} c\n", "yaml_braces", (1, 5)),
        ("a: 1\n---\nb: 2\n", "second_document", (2, 1)),
        ("? [a]\n: b\n", "key_not_text", (1, 3)),
        ("- a\n- b\n", "not_a_mapping", (1, 1)),
        ("# only a comment\n", "empty_file", (1, 1)),
        ("a: \x07\n", "yaml_character", (1, 4)),
        ("a: " + "[" * 60 + "]" * 60, "too_deep", (1, 43)),
    ],
)
def test_each_fault_has_its_place(text: str, code: str, place: tuple[int, int]) -> None:
    _, faults = read(text)
    assert faults == [(code, Position(*place))]


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=20)
trees = st.dictionaries(
    texts.filter(bool),
    st.recursive(
        texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts.filter(bool), inner, max_size=3)
    ),
    min_size=1,
    max_size=4,
)


@given(trees, st.booleans())
def test_what_a_yaml_writer_writes_is_read_back(data: dict[str, object], flow: bool) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, default_style='"')
    tree, faults = read(text)
    assert faults == []
    assert tree is not None
    assert tree.data() == data


@given(st.text(alphabet=st.sampled_from("ab:-#&*!|>'\"[]{},? \n\t~%@`\\1.é"), max_size=60))
def test_no_text_crashes_the_reader(text: str) -> None:
    tree, faults = read(text)
    assert tree is not None or faults


def test_a_small_file_that_explodes_is_refused_at_once() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    _, faults = read("\n".join(lines))
    assert [code for code, _ in faults] == ["yaml_alias"]
