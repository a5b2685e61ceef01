"""The measuring measures what it says: the same text for all, and the right sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.courses import QUESTIONS, as_course, as_peer, as_plain, made_levels
from bench.share import Clock
from bench.table import Run, build_table, growth_table, loop_table, middle, share_table
from support.trees import write_tree

from leerpad.course.check.course import check_course
from leerpad.course.load.course import Roots, load_course
from leerpad.source.diagnostics import Report

if TYPE_CHECKING:
    from pathlib import Path


def test_a_made_course_is_whole_and_always_the_same(tmp_path: Path) -> None:
    levels = made_levels(30)
    assert as_course(levels) == as_course(made_levels(30))
    assert as_course(levels) != as_course(made_levels(30, seed=2))
    write_tree(tmp_path, {**as_course(levels)})
    report = Report()
    course = load_course(Roots(tmp_path, tmp_path / "docs", tmp_path / "mkdocs.yml"), report)
    check_course(course, report)
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


def test_the_table_shows_medians_and_ratios_to_plain_markdown() -> None:
    ours = [Run(3, 2, 60, 200), Run(9, 9, 60, 200), Run(2.5, 2.5, 60, 200)]
    plain = [Run(2, 2, 40, 100)] * 3
    assert middle(ours) == Run(3, 2.5, 60, 200)
    runs = {100: {"leerpad": ours, "plain": plain}}
    row = build_table(runs).splitlines()[2]
    assert [cell.strip() for cell in row.strip("|").split("|")][6:] == ["1.50", "1.25", "1.50", "2.00"]
    assert "10.0" in share_table(runs).splitlines()[2]


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
