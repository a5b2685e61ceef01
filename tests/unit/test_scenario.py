"""Conversations: every fault an author can make in one, and the best way through."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.faults import checked
from support.trees import course, lesson, write_tree

from leerpad.locales import load_locale
from leerpad.questions.scenario.graph import Arrow, BestWays, TangleError, reachable, tangles, with_way_out
from leerpad.questions.scenario.model import Scenario

if TYPE_CHECKING:
    from pathlib import Path

    from leerpad.questions.scenario.graph import Graph

FILE = "quizzes/gesprek.yml"
TALK = """\
id: praten
title: Gesprek
questions:
  - id: gesprek-een
    type: scenario
    prompt: Voer het gesprek.
    start: begin
    steps:
      begin:
        text: Wat zeg je?
        choices:
          - {text: Vraag, goto: midden, points: 1}
          - {text: Zwijg, goto: slecht}
      midden:
        text: En dan?
        choices:
          - {text: Luister, goto: goed, points: 2}
          - {text: Terug, goto: begin}
    endings:
      goed: {text: Fijn., outcome: good}
      slecht: {text: Jammer., outcome: poor}
"""


class Case(NamedTuple):
    name: str
    old: str
    new: str
    expected: list[str]


ISLAND = "    endings:\n"
LOOP = """\
      rondje:
        text: Rond.
        choices:
          - {text: Nog eens, goto: rondje}
          - {text: Weer, goto: rondje}
    endings:
"""
TOO_MANY = "\n".join(f"      e{n}: {{text: T, outcome: poor}}" for n in range(30))

CASES = [
    Case("unknown start", "start: begin", "start: begn", ["7:12  er is geen stap “begn” om mee te beginnen; bedoel je “begin”?"]),
    Case("start is nowhere", "start: begin", "start: xyz", ["7:12  er is geen stap “xyz” om mee te beginnen; zet bij “start” het id van een stap"]),
    Case("start at an ending", "start: begin", "start: slecht", ["7:12  er is geen stap “slecht” om mee te beginnen; zet bij “start” het id van een stap"]),
    Case("unknown goto", "goto: midden", "goto: mdden", ["12:33  er is geen stap of einde “mdden”; bedoel je “midden”?"]),
    Case("goto nowhere", "goto: midden", "goto: '0'", ["12:33  er is geen stap of einde “0”; maak die bij “steps” of “endings”, of kies een bestaande"]),
    Case("step and ending", "      slecht:", "      begin: {text: Nee., outcome: poor}\n      slecht:", ["21:7  “begin” is ook al een stap; geef dit einde een ander id"]),
    Case("step nobody reaches", "goto: midden, points: 1", "goto: goed, points: 1", ["14:7  niemand komt ooit bij stap “midden”; laat er een keuze heen gaan met “goto: midden”, of haal de stap weg"]),
    Case("ending nobody gets", "goto: slecht", "goto: goed", ["21:7  niemand komt ooit bij einde “slecht”; laat er een keuze heen gaan met “goto: slecht”, of haal het einde weg"]),
    Case("loop without end", "Terug, goto: begin}", "Terug, goto: rondje}\n" + LOOP.removesuffix("    endings:\n").removesuffix("\n"), ["19:7  vanaf stap “rondje” is geen einde te bereiken; laat minstens één keuze ergens op een einde uitkomen"]),
    Case("same choice", "text: Zwijg", "text: Vraag!", ["13:20  deze keuze zegt hetzelfde als keuze 1; maak het verschil duidelijk of haal er een weg"]),
    Case("negative points", "points: 2", "points: -1", ["17:49  -1 kan niet bij “points”; schrijf minstens 0"]),
    Case("endless points", "points: 2", "points: .inf", ["17:49  “.inf” is geen getal; schrijf bij “points” bijvoorbeeld 1 of 2.5"]),
    Case("bad step id", "      midden:", "      Het midden:", ["14:7  “Het midden” kan geen id zijn; gebruik kleine letters, cijfers en losse streepjes, zoals “mijn-les-1”"]),
    Case("wrong key in a step", "text: En dan?", "tekst: En dan?", ["15:9  onbekende sleutel “tekst”; bedoel je “text”?"]),
    Case("wrong key in a choice", "goto: goed,", "goto: goed, punten: 1,", ["17:41  onbekende sleutel “punten”; mogelijk zijn: feedback, goto, points, text"]),
    Case("choice without goto", "{text: Zwijg, goto: slecht}", "{text: Zwijg}", ["13:13  sleutel “goto” ontbreekt; vul hem aan"]),
    Case("one choice", "          - {text: Zwijg, goto: slecht}\n", "", ["12:11  “choices” heeft te weinig onderdelen; nodig: minstens 2"]),
    Case("unknown outcome", "outcome: good", "outcome: goed", ["20:36  “goed” kan hier niet bij “outcome”; kies uit: good, mixed, poor"]),
    Case("steps as a list", "    steps:\n", "    steps: []\n    stepps:\n", ["8:12  hier worden sleutels met waarden verwacht, geen losse tekst of lijst", "9:5  onbekende sleutel “stepps”; bedoel je “steps”?"]),
    Case("too many endings", "      slecht:", f"{TOO_MANY}\n      slecht:", ["20:7  “endings” heeft te veel onderdelen; er passen er hooguit 26"]),
]  # fmt: skip


def faults_of(folder: Path, quiz: str, language: str = "nl") -> list[str]:
    """What an author is told about this quiz, without the name of the file."""
    lesson_file = {"modules/0-een/09-les.md": lesson("Praten", "<!-- quiz: praten -->")}
    _, report = checked(write_tree(folder, {**course(), **lesson_file, FILE: quiz}))
    return [load_locale(language).diagnostic(found).removeprefix(f"{FILE}:") for found in report]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_fault_in_a_conversation_says_where_what_and_how_to_mend_it(case: Case, tmp_path: Path) -> None:
    assert case.old in TALK
    assert faults_of(tmp_path, TALK.replace(case.old, case.new)) == case.expected


def test_a_conversation_without_any_points_is_a_fault_in_every_language(tmp_path: Path) -> None:
    quiz = TALK.replace(", points: 1", "").replace(", points: 2", "")
    assert faults_of(tmp_path, quiz) == ["8:5  de beste weg levert geen punten op; zet “points” bij de goede keuzes"]
    assert faults_of(tmp_path, quiz, "en") == ["8:5  the best path is worth no points; give the good choices “points”"]


def test_points_on_a_way_without_end_are_not_asked_for_again(tmp_path: Path) -> None:
    round_and_round = LOOP.removesuffix("    endings:\n").removesuffix("\n")
    quiz = TALK.replace("Terug, goto: begin}", f"Terug, goto: rondje}}\n{round_and_round}").replace(
        "goto: goed", "goto: rondje"
    )
    found = [re.sub(r"^.*?  |;.*", "", line) for line in faults_of(tmp_path, quiz)]
    assert found == [
        "vanaf stap “midden” is geen einde te bereiken",
        "vanaf stap “rondje” is geen einde te bereiken",
        "niemand komt ooit bij einde “goed”",
    ]


def test_a_tangle_is_a_fault_and_not_a_long_wait(tmp_path: Path) -> None:
    names = [f"s{n}" for n in range(20)]
    steps = "".join(
        f"      {name}:\n        text: T\n        choices:\n"
        + "".join(f"          - {{text: Naar {goto}, goto: {goto}, points: 1}}\n" for goto in [*names[:19], "goed"])
        for name in names
    )
    head = TALK.split("      begin:")[0].replace("start: begin", "start: s19")
    found = faults_of(tmp_path, f"{head}{steps}    endings:\n      goed: {{text: Fijn., outcome: good}}\n")
    assert found == [
        "8:5  de stappen verwijzen zo vaak naar elkaar dat de beste weg niet te vinden is; laat minder keuzes teruggaan"
    ]


def test_a_good_conversation_with_a_way_back_has_no_faults(tmp_path: Path) -> None:
    assert faults_of(tmp_path, TALK) == []


# --- the best way -------------------------------------------------------------------------------------------------------

NAMES = [f"s{n}" for n in range(6)]
ENDINGS = ["goed", "slecht"]


@st.composite
def graphs(draw: st.DrawFn, targets: tuple[str, ...] = (*NAMES, *ENDINGS)) -> dict[str, list[Arrow]]:
    """Small graphs of every kind: loops, islands, dead ends, arrows to oneself, arrows side by side."""
    points = st.sampled_from([0, 0, 1, 2, 0.1, 0.2, 0.3])
    arrows = st.lists(st.tuples(st.sampled_from(targets), points), min_size=1, max_size=4)
    return {
        name: [Arrow(f"k{index}", goto, worth) for index, (goto, worth) in enumerate(draw(arrows))] for name in NAMES
    }


def simple_ways(graph: Graph, step: str, seen: tuple[str, ...] = ()) -> list[list[tuple[str, Arrow]]]:
    """All ways from a step to an ending that visit no step twice, by trying everything."""
    if step not in graph:
        return [[]]
    if step in seen:
        return []
    rests = [(arrow, rest) for arrow in graph[step] for rest in simple_ways(graph, arrow.goto, (*seen, step))]
    return [[(step, arrow), *rest] for arrow, rest in rests]


def worth(way: list[tuple[str, Arrow]]) -> float:
    return round(sum(arrow.points for _, arrow in way), 6)


@given(graph=graphs())
@settings(max_examples=200)
def test_the_best_way_is_the_best_of_all_ways(graph: dict[str, list[Arrow]]) -> None:
    best = BestWays(graph)
    for step in graph:
        ways = simple_ways(graph, step)
        most = max(map(worth, ways), default=0)
        assert best.points(step) == pytest.approx(most)
        path = best.path(step)
        assert bool(path) == bool(ways)
        if ways:
            named = {tuple((name, arrow.key) for name, arrow in way): way for way in ways}
            assert worth(named[tuple(path)]) == most
            assert len(path) == min(len(way) for way in ways if worth(way) == most)
        assert best.keys(step) == {way[0][1].key for way in ways if worth(way) == most}


@given(graph=graphs())
def test_what_can_be_reached_is_what_a_walk_comes_to(graph: dict[str, list[Arrow]]) -> None:
    assert {step for step in with_way_out(graph) if step in graph} == {s for s in graph if simple_ways(graph, s)}
    reach = {name: reachable(graph, name) for name in graph}
    for step in graph:
        assert reach[step] == {step}.union(*(reach.get(arrow.goto, {arrow.goto}) for arrow in graph[step]))
        assert tangles(graph)[step] == {other for other in graph if other in reach[step] and step in reach[other]}


@given(graph=graphs(targets=(*NAMES, *ENDINGS, "nergens")), start=st.sampled_from([*NAMES, "goed", "nergens"]))
@settings(max_examples=150)
def test_no_conversation_breaks_the_checks_and_one_without_faults_can_be_scored(
    graph: dict[str, list[Arrow]], start: str
) -> None:
    scenario = scenario_of(graph, start)
    if list(scenario.check()):
        return
    path = scenario.aids()["best_path"]
    assert path[0][0] == start
    points = sum(scenario.key()["steps"][step][key][1] for step, key in path)
    assert scenario.key()["best"] == pytest.approx(points)
    assert points > 0


def scenario_of(graph: dict[str, list[Arrow]], start: str) -> Scenario:
    def choice(arrow: Arrow) -> dict[str, Any]:
        return {"text": f"Naar {arrow.key}", "goto": arrow.goto, "points": arrow.points}

    return Scenario.model_validate(
        {
            "id": "v",
            "type": "scenario",
            "prompt": "P",
            "start": start,
            "steps": {
                name: {"text": name, "choices": [choice(arrow) for arrow in [*arrows, Arrow("x", "goed", 0)]]}
                for name, arrows in graph.items()
            },
            "endings": {name: {"text": name, "outcome": "good"} for name in ENDINGS},
        }
    )


def test_where_nothing_goes_round_each_step_is_looked_at_once() -> None:
    def looked_at(length: int) -> int:
        chain = {f"s{n}": [Arrow("a", f"s{n + 1}", 1), Arrow("b", f"s{n + 2}", 0)] for n in range(length)}
        allowed = 20 * length
        ways = BestWays(chain, most_work=allowed)
        assert ways.points("s0") == length
        assert len(ways.path("s0")) == length
        return allowed

    looked_at(10)
    looked_at(20_000)  # no recursion either


def test_a_way_back_to_the_start_from_every_step_is_no_tangle() -> None:
    graph = {f"s{n}": [Arrow("a", f"s{n + 1}", 1), Arrow("b", "s0", 0), Arrow("c", "s0", 2)] for n in range(40)}
    assert BestWays(graph).points("s0") == 40


def test_too_much_going_round_is_a_tangle() -> None:
    graph = {f"s{n}": [Arrow(f"k{m}", f"s{m}", 1) for m in range(30)] for n in range(29)}
    with pytest.raises(TangleError):
        BestWays(graph)


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ({"text": "Wat zeg je dan?"}, True),
        ({"points": 3}, True),
        ({"shuffle": True}, True),
        ({"choice": {"feedback": "Dat valt goed."}}, True),
        ({"choice": {"points": 2}}, False),
        ({"choice": {"goto": "slecht"}}, False),
    ],
)
def test_a_reworded_step_keeps_the_question_the_same_and_another_way_doesnt(
    changes: dict[str, Any], same: bool
) -> None:
    def revision(changes: dict[str, Any]) -> str:
        choices = [{"text": "A", "goto": "goed", "points": 1}, {"text": "B", "goto": "slecht"}]
        choices[0].update(changes.get("choice", {}))
        data = {
            "id": "v",
            "type": "scenario",
            "prompt": "P",
            "points": changes.get("points", 1),
            "shuffle": changes.get("shuffle", False),
            "start": "s",
            "steps": {"s": {"text": changes.get("text", "Wat?"), "choices": choices}},
            "endings": {"goed": {"text": "G", "outcome": "good"}, "slecht": {"text": "S", "outcome": "poor"}},
        }
        return Scenario.model_validate(data).revision()

    assert (revision(changes) == revision({})) is same
