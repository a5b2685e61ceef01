"""How the levels of a course follow each other: one after another, or in tracks that part and meet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leerpad.course.model.course import Level


class Loop(NamedTuple):
    """Levels that wait for each other, by their places: each comes before the next, and the last before the first.

    The first, `closes`, names one from further on or itself, the last: without that the loop would be gone.
    """

    members: tuple[int, ...]
    closes: int
    named: int


STAGES = 5
"""How many colours there are: see `--lp-stage-0` and further in client/base.css."""


@dataclass(frozen=True)
class LevelGraph:
    """The levels by their place in the course. `befores` are, for each, those that come right before it."""

    befores: tuple[tuple[int, ...], ...]

    @cached_property
    def afters(self) -> tuple[tuple[int, ...], ...]:
        """For each level, those that come right after it."""
        found: list[list[int]] = [[] for _ in self.befores]
        for place, befores in enumerate(self.befores):
            for before in befores:
                found[before].append(place)
        return tuple(map(tuple, found))

    @cached_property
    def is_line(self) -> bool:
        """Whether each level comes after the one before it, and nothing else."""
        return all(befores == _right_before(place) for place, befores in enumerate(self.befores))

    @cached_property
    def depths(self) -> tuple[int, ...]:
        """For each level, how many come before it on the longest way."""
        depths: list[int] = []
        for place, befores in enumerate(self.befores):
            depths.append(max((depths[before] + 1 for before in befores if before < place), default=0))
        return tuple(depths)

    def up_to(self, place: int) -> frozenset[int]:
        """This level, and all that come before it on any way."""
        found, waiting = {place}, [place]
        while waiting:
            more = set(self.befores[waiting.pop()]) - found
            found |= more
            waiting += more
        return frozenset(found)

    def stages(self) -> list[int]:
        """Which colour each level has, spread over the path from the coolest to the warmest."""
        depths = self.depths
        last = max(*depths, 1) if depths else 1
        return [round(depth * (STAGES - 1) / last) for depth in depths]

    def loops(self) -> list[Loop]:
        """The loops: as many as must be broken to have none."""
        left = [set(befores) for befores in self.befores]
        found: list[Loop] = []
        while members := _loop(left):
            closes, named = min((place, before) for before, place in _around(members) if before >= place)
            first = members.index(closes)
            found.append(Loop((*members[first:], *members[:first]), closes, named))
            left[closes].discard(named)
        return found


def level_graph(levels: Sequence[Level]) -> LevelGraph:
    """The graph of these levels. An id that none of them has is left out: that is a fault, and told elsewhere."""
    places = places_by_id(levels)
    befores = []
    for place, level in enumerate(levels):
        named = level.document.model.after
        known = _right_before(place) if named is None else (places[name] for name in named if name in places)
        befores.append(tuple(sorted(set(known))))
    return LevelGraph(tuple(befores))


def places_by_id(levels: Sequence[Level]) -> dict[str, int]:
    """The place of each level, by its id and by those that it had before. What is an id now speaks for no other."""
    from_the_last = list(enumerate(levels))[::-1]  # of two with one id, the first has it
    earlier = {old: place for place, level in from_the_last for old in level.document.model.moved_from}
    return earlier | {level.id: place for place, level in from_the_last}


def _right_before(place: int) -> tuple[int, ...]:
    return (place - 1,) if place else ()


def _loop(befores: list[set[int]]) -> list[int]:
    """The members of one loop, each before the next; none if nothing goes round."""
    try:
        TopologicalSorter(dict(enumerate(befores))).prepare()
    except CycleError as error:
        members: list[int] = error.args[1]
        return members[1:]  # the first stands at the end once more
    return []


def _around(members: list[int]) -> list[tuple[int, int]]:
    """The steps of a loop: from each member to the next."""
    return list(zip(members, [*members[1:], members[0]], strict=True))
