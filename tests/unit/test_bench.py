"""The measuring measures what it says: the same text for all, and the right sums."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.request import Request, urlopen

from bench.bench import built
from bench.courses import QUESTIONS, SHAPES, SOURCES, TERMS, as_course, as_peer, as_plain, made_levels
from bench.share import Clock
from bench.table import Case, Run, build_table, exponent_table, growth_table, loop_table, middle
from bench.visits import Sent, packing_server
from support.faults import checked
from support.trees import write_tree

if TYPE_CHECKING:
    from pathlib import Path


def test_a_made_course_is_whole_and_always_the_same(tmp_path: Path) -> None:
    levels = made_levels(30)
    assert as_course(levels) == as_course(made_levels(30))
    assert as_course(levels) != as_course(made_levels(30, seed=2))
    course, report = checked(write_tree(tmp_path, {**as_course(levels)}))
    assert list(report) == []
    assert len(course.lessons) == 30
    assert {len(quiz.model.questions) for quiz in course.quizzes.values()} == {QUESTIONS}
    assert len(course.quizzes) == 30 + len(levels)


def test_all_contenders_get_the_same_words(tmp_path: Path) -> None:
    levels = made_levels(2)
    said = [level.lessons[0].questions[0] for level in levels]
    words = [said[0].prompt, said[0].explanation, *(word for choice in said[0].choices for word in choice)]
    for files in (as_course(levels), as_plain(levels), as_peer(levels)):
        everything = "".join(files.values())
        assert all(everything.count(word) == 1 for word in words)
    assert as_peer(levels)["docs/niveau-0/les-1.md"].count("<quiz>") == QUESTIONS


def test_a_course_with_one_level_and_one_with_markup_are_whole_too(tmp_path: Path) -> None:
    _, one_level, marked = SHAPES
    assert len(made_levels(30, shape=one_level)) == 1
    levels = made_levels(2, shape=marked)
    course, report = checked(write_tree(tmp_path, {**as_course(levels)}))
    assert list(report) == []
    assert (len(course.terms), len(course.references)) == (TERMS, SOURCES)
    assert all(lesson.citations for lesson in course.lessons.values())
    first = levels[0].lessons[0].questions[0]
    for text in (first.prompt, first.explanation, *(word for choice in first.choices for word in choice)):
        assert text.count("**") == 2
        assert text.count("`") == 2
        assert text.count("](https://example.org/") == 1
    plain = as_plain(levels)["docs/niveau-0/les-1.md"]
    assert "[@" not in plain
    assert "(Auteur " in plain


def test_one_shape_can_be_built_alone() -> None:
    every = built("")
    assert [shape for shape, host in every if host == "mkdocs"] == [*SHAPES]
    for shape in SHAPES:
        assert built(shape.name) == [(shape, "mkdocs")]


def test_the_table_shows_medians_and_ratios_to_the_plain_build_beside_each() -> None:
    ours = [Run(3, 2, 60, 200), Run(9, 9, 60, 200), Run(2.5, 2.5, 60, 200)]
    plain = [Run(2, 2, 40, 100), Run(9, 9, 40, 100), Run(2, 2, 40, 100)]
    assert middle(ours) == Run(3, 2.5, 60, 200)
    table = build_table({Case(100, "25 per level", "mkdocs"): {"leerpad": ours, "plain": plain}})
    assert cells(table, 2)[:4] == ["100", "25 per level", "mkdocs", "Leerpad"]
    assert cells(table, 2)[8:] == ["1.25", "1.00", "1.50", "2.00"]


def test_growth_is_told_as_a_power_of_the_number_of_lessons() -> None:
    def runs(seconds: float) -> list[Run]:
        return [Run(seconds, seconds, 1, 1)] * 3

    sizes = {100: 1.0, 300: 3.0, 900: 9.0}
    found = {
        Case(size, "one level", "mkdocs"): {"leerpad": runs(time), "plain": runs(time**2)}
        for size, time in sizes.items()
    }
    assert cells(exponent_table(found), 2) == ["one level", "mkdocs", "1.00", "2.00"]
    alone = {Case(100, "25 per level", "mkdocs"): {"leerpad": runs(1)}}
    assert len(exponent_table(alone).splitlines()) == 2


def test_a_first_visit_counts_headers_and_packed_bytes_and_knows_what_the_worker_asked(tmp_path: Path) -> None:
    write_tree(tmp_path, {"index.html": "<p>" + "woord " * 1000, "photo.png": b"x" * 500})
    sent: list[Sent] = []
    with packing_server(tmp_path, sent) as address:
        for path, referer in [("/", ""), ("/photo.png", f"{address}/service-worker.js")]:
            with urlopen(Request(address + path, headers={"Referer": referer})) as answer:
                body = answer.read()
    assert [(one.path, one.by_worker) for one in sent] == [("/", False), ("/photo.png", True)]
    assert len(body) + 100 < sent[1].size < len(body) + 400
    assert sent[0].size < 400


def cells(table: str, row: int) -> list[str]:
    return [cell.strip() for cell in table.splitlines()[row].strip("|").split("|")]


def test_the_tables_of_our_own_share_show_growth_and_what_a_change_costs() -> None:
    table = growth_table({300: [3.0, 1.5, 1.2], 3000: [18.0]})
    assert cells(table, 2) == ["300", "1.50", "5.00", "1.00"]
    assert cells(table, 3) == ["3000", "18.00", "6.00", "1.20"]
    assert cells(loop_table({300: [[2.0, 0.1, 0.3, 0.2]]}), 2) == ["300", "2.00", "0.200", "0.100"]


def test_a_part_within_a_part_counts_once() -> None:
    clock = Clock()
    inner = clock.wrap("inner", lambda: sum(range(10_000)))
    clock.wrap("outer", inner)()
    assert list(clock.take()) == ["outer"]
    inner()
    assert list(clock.take()) == ["inner"]
