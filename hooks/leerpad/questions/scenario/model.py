"""A branching conversation: points for the way taken, as a part of the best way."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, TypedDict

from pydantic import Field

from leerpad.questions.base import ScoredQuestion, text_key
from leerpad.questions.guess import EVERYTHING, NOTHING, Spread, add
from leerpad.questions.neutral import TalkForm
from leerpad.questions.scenario.graph import Arrow, BestWays, TangleError, reachable, stroll, with_way_out
from leerpad.source.diagnostics import Fault
from leerpad.source.fault import said_twice
from leerpad.source.names import Names, did_you_mean
from leerpad.source.shape import Flag, Id, KeyPath, Shaped, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.questions.looks import Guesser
    from leerpad.questions.scenario.graph import Graph

MOST_STEPS = 100
"""As many choices as an answer may hold (see client.js), so that the best way always fits in one."""

MOST_ENDINGS = 26  # they go by letters


class ScenarioChoice(Shaped):
    """What one can do at a step, what comes of it, and where it leads."""

    text: Text
    goto: Id
    feedback: Text | None = None
    points: Annotated[float, Field(ge=0, le=100)] = 0

    @property
    def key(self) -> str:
        """The choice's name in stored answers."""
        return text_key(self.text)


class Step(Shaped):
    """A moment in the conversation at which there is something to choose."""

    text: Text
    choices: Annotated[list[ScenarioChoice], Field(min_length=2, max_length=20)]


class Ending(Shaped):
    """Where a conversation stops."""

    text: Text
    outcome: Literal["good", "mixed", "poor"]


class ScenarioKey(TypedDict):
    """Of each step its choices, each with where it leads and its points; and the points of the best way."""

    start: str
    steps: dict[str, dict[str, tuple[str, float]]]
    best: float


class ScenarioAids(TypedDict):
    """The best way: each step on it, with the choice to make there."""

    best_path: list[tuple[str, str]]


class Scenario(ScoredQuestion):
    """A conversation, step by step. At each step only the first choice made there counts: going round pays nothing."""

    instruction: ClassVar[str | None] = "scenario.how"

    type: Literal["scenario"]
    start: Id
    steps: Annotated[dict[Id, Step], Field(min_length=1, max_length=MOST_STEPS)]
    endings: Annotated[dict[Id, Ending], Field(min_length=1, max_length=MOST_ENDINGS)]
    shuffle: Flag = False

    def texts(self) -> Iterator[tuple[KeyPath, str]]:
        """The common texts, each step with its choices and their consequences, each ending."""
        yield from super().texts()
        for name, step in self.steps.items():
            place: KeyPath = ("steps", name)
            yield (*place, "text"), step.text
            for index, choice in enumerate(step.choices):
                yield (*place, "choices", index, "text"), choice.text
                if choice.feedback is not None:
                    yield (*place, "choices", index, "feedback"), choice.feedback
        for name, ending in self.endings.items():
            yield ("endings", name, "text"), ending.text

    def check(self) -> Iterator[Fault[KeyPath]]:
        """Choices that say the same, names that lead nowhere; if all of those are well, faults of the whole."""
        yield from self._same_choices()
        broken = list(self._broken_names())
        yield from broken or self._faults_of_the_whole()

    def _same_choices(self) -> Iterator[Fault[KeyPath]]:
        for name, step in self.steps.items():
            keys = (choice.key for choice in step.choices)
            yield from said_twice("same_choice", keys, ("steps", name, "choices"), ("text",))

    def _broken_names(self) -> Iterator[Fault[KeyPath]]:
        if self.start not in self.steps:
            yield _unknown("scenario_start", ("start",), self.start, list(self.steps))
        known = [*self.steps, *self.endings]
        for name, step in self.steps.items():
            for index, choice in enumerate(step.choices):
                if choice.goto not in known:
                    yield _unknown("scenario_goto", ("steps", name, "choices", index, "goto"), choice.goto, known)
        for name in self.endings:
            if name in self.steps:
                yield Fault("scenario_same_id", ("endings", name), {"id": name}, of_key=True)

    def _faults_of_the_whole(self) -> Iterator[Fault[KeyPath]]:
        graph = self.graph
        found = reachable(graph, self.start)
        for code, key in (("scenario_lost_step", "steps"), ("scenario_lost_ending", "endings")):
            for name in getattr(self, key):
                if name not in found:
                    yield Fault(code, (key, name), {"id": name}, of_key=True)
        ending = with_way_out(graph)
        stuck = [name for name in self.steps if name in found and name not in ending]
        for name in stuck:
            yield Fault("scenario_no_way_out", ("steps", name), {"id": name}, of_key=True)
        try:
            worthless = self.ways.points(self.start) == 0
        except TangleError:
            yield Fault("scenario_tangle", ("steps",), of_key=True)
        else:
            # Points on a way that goes round for ever are no reason to ask for points.
            if worthless and not (
                stuck and any(choice.points for name in found & graph.keys() for choice in self.steps[name].choices)
            ):
                yield Fault("scenario_no_points", ("steps",), of_key=True)

    @property
    def graph(self) -> Graph:
        """The steps without their words."""
        return {
            name: [Arrow(choice.key, choice.goto, choice.points) for choice in step.choices]
            for name, step in self.steps.items()
        }

    @cached_property
    def ways(self) -> BestWays:
        """The best way from each step. Raises TangleError if it can't be found; `check` says so to the author."""
        return BestWays(self.graph)

    @property
    def ordered_steps(self) -> list[str]:
        """The names of the steps as they are numbered: the start is the first, the others follow as written."""
        return sorted(self.steps, key=lambda name: name != self.start)

    def key(self) -> ScenarioKey:
        """Where each choice leads and what it is worth, and what the best way is worth."""
        steps = {
            name: {arrow.key: (arrow.goto, arrow.points) for arrow in arrows} for name, arrows in self.graph.items()
        }
        return {"start": self.start, "steps": steps, "best": self.ways.points(self.start)}

    def told_form(self) -> TalkForm:
        """Where it begins, and where each choice leads."""
        steps = {name: tuple((arrow.key, arrow.goto) for arrow in arrows) for name, arrows in self.graph.items()}
        said = {name: step.text for name, step in self.steps.items()}
        options = tuple(choice.text for step in self.steps.values() for choice in step.choices)
        return TalkForm(self.start, steps, said, options)

    def guess(self) -> Spread:
        """At each step any of the choices."""
        spread: Spread = {NOTHING: 0.0}
        best = Fraction(str(self.ways.points(self.start)))
        for points, chance in stroll(self.graph, self.start).items():
            add(spread, min(points / best, EVERYTHING), chance)
        return spread

    def share_by_looks(self, guesser: Guesser) -> float:
        """The best liked reply, until the conversation ends or turns round."""
        return self._points_by_looks(guesser, self.start, frozenset()) / self.ways.points(self.start)

    def _points_by_looks(self, guesser: Guesser, step: str, seen: frozenset[str]) -> float:
        if step not in self.steps or step in seen:
            return 0
        choices = self.steps[step].choices
        replies = [choices[number] for number in guesser.best([choice.text for choice in choices])]
        came = [reply.points + self._points_by_looks(guesser, reply.goto, seen | {step}) for reply in replies]
        return sum(came) / len(came)

    def aids(self) -> ScenarioAids:
        """The best way: each step on it, with the choice to make there."""
        return {"best_path": [(name, choice.key) for name, choice in self.best_path]}

    @property
    def best_path(self) -> list[tuple[str, ScenarioChoice]]:
        """The best way from the start, as the author wrote it."""
        return [
            (name, next(choice for choice in self.steps[name].choices if choice.key == key))
            for name, key in self.ways.path(self.start)
        ]

    def points_of(self, choice: ScenarioChoice) -> float:
        """A choice's part of the points of the whole question."""
        return choice.points / self.ways.points(self.start) * self.points

    def response_of(self, answer: list[str]) -> list[str]:
        """The keys of the choices with these texts, from the start on."""
        return [text_key(text) for text in answer]


def _unknown(code: str, place: KeyPath, name: str, known: list[str]) -> Fault[KeyPath]:
    code, params = did_you_mean(code, name, Names(known), id=name)
    return Fault(code, place, params)
