"""Levels that follow each other in tracks: what comes before what, what can't be, and how it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.faults import faults_of, load_flawless
from support.trees import course, level, tracks_course, write_tree

from leerpad.course.model.level_graph import LevelGraph
from leerpad.locales import load_locale
from leerpad.site.plan.course_map import course_map
from leerpad.site.plan.tracks_picture import tracks_picture

if TYPE_CHECKING:
    from pathlib import Path

MEETING = LevelGraph(((), (0,), (), (2,), (1, 3)))
FAN = LevelGraph(((), (0,), (1,), (0,), (0,), (2, 3, 4), (0, 5)))
DUTCH = load_locale("nl")


def test_a_course_that_says_nothing_is_a_line(tmp_path: Path) -> None:
    write_tree(tmp_path, {**course()})
    read = load_flawless(tmp_path)
    assert read.graph == LevelGraph(((), (0,), (1,)))
    assert read.graph.is_line
    assert all("after" not in level for level in course_map(read, DUTCH, {})["levels"])


def test_two_tracks_meet(tmp_path: Path) -> None:
    write_tree(tmp_path, tracks_course())
    read = load_flawless(tmp_path)
    assert read.graph == MEETING
    assert not read.graph.is_line
    assert [read.stage(level) for level in read.levels] == [0, 2, 0, 2, 4]
    assert [level.get("after") for level in course_map(read, DUTCH, {})["levels"]] == [
        None,
        None,
        [],
        None,
        ["snappen", "oefenen"],
    ]
    assert MEETING.up_to(1) == {0, 1}
    assert MEETING.up_to(4) == {0, 1, 2, 3, 4}


def test_a_loop_is_told_once_for_each_arrow_that_makes_one() -> None:
    assert MEETING.loops() == []
    assert [(loop.closes, loop.named) for loop in LevelGraph(((0,),)).loops()] == [(0, 0)]
    two = LevelGraph(((1,), (0,), (), (4,), (3,))).loops()
    assert sorted((loop.closes, loop.named) for loop in two) == [(0, 1), (3, 4)]


FIRST, SECOND, THIRD = (f"modules/{folder}/level.yml" for folder in ("0-een", "1-twee", "2-drie"))


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        pytest.param(
            {FIRST: "[twee]"},
            [
                f"{FIRST}:6:9  deze niveaus wachten op elkaar (een → twee → een), dus geen ervan gaat ooit open; "
                "haal hier “twee” weg"
            ],
            id="a loop",
        ),
        pytest.param(
            {THIRD: "[drie, een]"},
            [
                f"{THIRD}:6:9  deze niveaus wachten op elkaar (drie → drie), dus geen ervan gaat ooit open; "
                "haal hier “drie” weg"
            ],
            id="itself",
        ),
        pytest.param(
            {SECOND: "[een, drie]", THIRD: "[een]"},
            [
                f"{SECOND}:6:14  niveau “drie” staat verderop in het pad, dus dit niveau kan er niet na komen; geef de "
                "map van dit niveau een hoger nummer dan die van “drie”, of haal “drie” hier weg"
            ],
            id="further on",
        ),
        pytest.param(
            {THIRD: "[tweee, een]"},
            [f"{THIRD}:6:9  er is geen niveau met id “tweee”; bedoel je “twee”?"],
            id="unknown",
        ),
        pytest.param(
            {THIRD: "[een, een]"},
            [
                f"{THIRD}:6:14  dit onderdeel zegt hetzelfde als onderdeel 1; maak het verschil duidelijk of haal er "
                "een weg"
            ],
            id="twice",
        ),
    ],
)
def test_what_can_not_come_before_is_a_fault(after: dict[str, str], expected: list[str], tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {**course()}
    for path, ids in after.items():
        files[path] = f"{files[path]}after: {ids}\n"
    assert faults_of(tmp_path, files) == expected


def test_a_level_that_got_another_id_still_comes_before_what_names_it_by_the_old_one(tmp_path: Path) -> None:
    files = tracks_course()
    files["modules/1-snappen/level.yml"] += "moved_from: [begrijpen, doorzien]\n"
    files["modules/4-samen/level.yml"] = level("samen", "Samen") + "after: [begrijpen, oefenen]\n"
    write_tree(tmp_path, files)
    assert load_flawless(tmp_path).graph == MEETING


@pytest.mark.parametrize(
    ("number", "after", "told"),
    [
        (4, "[begrijpen, snappen]", "dit onderdeel zegt hetzelfde als onderdeel 1"),
        (0, "[begrijpen]", "(weten → snappen → weten), dus geen ervan gaat ooit open; haal hier “begrijpen” weg"),
        (0, "[later]", "geef de map van dit niveau een hoger nummer dan die van “later”"),
    ],
)
def test_a_fault_about_an_old_id_says_what_is_written(number: int, after: str, told: str, tmp_path: Path) -> None:
    files = tracks_course()
    files["modules/1-snappen/level.yml"] += "moved_from: [begrijpen]\n"
    files["modules/4-samen/level.yml"] = level("samen", "Samen") + "after: [oefenen]\nmoved_from: [later]\n"
    name = {0: "weten", 4: "samen"}[number]
    files[f"modules/{number}-{name}/level.yml"] = level(name, name.title()) + f"after: {after}\n"
    assert [told in fault for fault in faults_of(tmp_path, files)] == [True]


def test_all_loops_are_told_in_one_run(tmp_path: Path) -> None:
    files = tracks_course()
    for name, number, other in (("weten", 0, "snappen"), ("proberen", 2, "oefenen")):
        files[f"modules/{number}-{name}/level.yml"] = level(name, name.title()) + f"after: [{other}]\n"
    assert [line.split("  ")[0] for line in faults_of(tmp_path, files)] == [
        "modules/0-weten/level.yml:6:9",
        "modules/2-proberen/level.yml:6:9",
    ]


def test_tracks_that_meet_are_drawn_apart_and_then_together() -> None:
    picture = tracks_picture(MEETING)
    assert picture.cells == ((0, 0), (1, 0), (0, 1), (1, 1), (2, 0))
    assert picture.lanes == (0, 0, 1, 1, 0)
    assert (picture.columns, picture.rows, picture.width) == (3, 2, 2)
    assert [piece.source for piece in picture.pieces] == [0, 2, 1, 3]
    assert [[wind.source for wind in winds] for winds in picture.winds] == [[0], [1], [2, 1], [1, 3], []]


def test_a_way_around_all_others_has_a_row_of_its_own_to_run_in() -> None:
    picture = tracks_picture(FAN)
    assert max(row for _, row in picture.cells) == 2
    assert picture.rows == 4
    assert (picture.width, max(picture.lanes)) == (4, 2)


@pytest.mark.parametrize("graph", [MEETING, FAN, LevelGraph(((),)), LevelGraph(((), ()))], ids=repr)
def test_no_two_stations_stand_on_each_other_and_no_way_runs_through_one(graph: LevelGraph) -> None:
    picture = tracks_picture(graph)
    assert len(set(picture.cells)) == len(graph.befores)
    middles = [lane * 40 + 20 for lane in picture.lanes]
    for place, winds in enumerate(picture.winds):
        for wind in winds:
            end = int(wind.d.split("V")[0].split(" ")[0][1:] if "V" in wind.d else wind.d.split()[-2])
            if end == middles[place + 1]:
                assert any(wind.source == before for before in graph.befores[place + 1])
    assert max(middles) < picture.width * 40
