"""A conversation as a graph: what can be reached, and the way with the most points. Pure, and without recursion.

A graph names for each step its arrows, one for each choice. A name that is not a step is an ending.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

MOST_WORK = 4_000_000
"""How many arrows may be looked at before a conversation is called a tangle: about half a second."""


class Arrow(NamedTuple):
    """A choice: its name, where it leads, and what it is worth."""

    key: str
    goto: str
    points: float


Graph = Mapping[str, Sequence[Arrow]]


class TangleError(Exception):
    """So much goes round that the best way can't be found in reasonable time."""


def reachable(graph: Graph, start: str) -> set[str]:
    """Everything that one can come to from `start`, steps and endings, itself included."""
    return _spread({step: [arrow.goto for arrow in arrows] for step, arrows in graph.items()}, [start])


def with_way_out(graph: Graph) -> set[str]:
    """Everything from which an ending can be reached, the endings included."""
    back: dict[str, list[str]] = {}
    for step, arrows in graph.items():
        for arrow in arrows:
            back.setdefault(arrow.goto, []).append(step)
    return _spread(back, [name for name in back if name not in graph])


def stroll(graph: Graph, start: str) -> dict[Fraction, float]:
    """The chance of each number of points for who chooses blindly, as often as there are steps; each choice counts.

    Going round pays nothing, so a conversation that does is worth a little less than this says.
    """
    done: dict[Fraction, float] = {}
    here: dict[tuple[str, Fraction], float] = {(start, Fraction(0)): 1.0}
    for _ in range(len(graph) + 1):
        after: dict[tuple[str, Fraction], float] = {}
        for (name, points), chance in here.items():
            if name not in graph:
                done[points] = done.get(points, 0.0) + chance
            for arrow in graph.get(name, ()):
                place = (arrow.goto, points + Fraction(str(arrow.points)))
                after[place] = after.get(place, 0.0) + chance / len(graph[name])
        here = after
    for (_, points), chance in here.items():
        done[points] = done.get(points, 0.0) + chance
    return done


def _spread(neighbours: Mapping[str, Iterable[str]], sources: list[str]) -> set[str]:
    found = set(sources)
    waiting = list(sources)
    while waiting:
        for name in neighbours.get(waiting.pop(), ()):
            if name not in found:
                found.add(name)
                waiting.append(name)
    return found


def tangles(graph: Graph) -> dict[str, frozenset[str]]:
    """For each step, the steps that it can reach and be reached from, itself included (Tarjan's algorithm)."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    pile: list[str] = []
    found: dict[str, frozenset[str]] = {}
    for root in graph:
        walk = [] if root in order else [(root, iter(graph[root]))]
        while walk:
            step, arrows = walk[-1]
            if step not in order:
                order[step] = low[step] = len(order)
                pile.append(step)
            for arrow in arrows:
                if arrow.goto in graph and arrow.goto not in order:
                    walk.append((arrow.goto, iter(graph[arrow.goto])))
                    break
                if arrow.goto in graph and arrow.goto not in found:
                    low[step] = min(low[step], low[arrow.goto])
            else:
                walk.pop()
                if walk:
                    before = walk[-1][0]
                    low[before] = min(low[before], low[step])
                if low[step] == order[step]:
                    members = [pile.pop()]
                    while members[-1] != step:
                        members.append(pile.pop())
                    found |= dict.fromkeys(members, frozenset(members))
    return found


_State = tuple[str, frozenset[str]]
"""A step, and those steps of its tangle that can still be visited from it, itself included."""


class _Best(NamedTuple):
    points: float
    length: int
    key: str
    then: _State | None


class BestWays:
    """For each step the best way from it to an ending that visits no step twice.

    Of ways with the same points the shortest is best, then the one written first. What was visited before matters only
    within a tangle, so where nothing goes round each step is looked at once. Raises TangleError where too much does.
    """

    def __init__(self, graph: Graph, most_work: int = MOST_WORK) -> None:
        self._graph = graph
        self._tangle = tangles(graph)
        self._known: dict[_State, _Best | None] = {}
        self._work_left = most_work
        for step in graph:
            self._settle(self._fresh(step))

    def points(self, step: str) -> float:
        """What the best way from a step is worth; 0 if there is no way to an ending."""
        best = self._known[self._fresh(step)]
        return 0 if best is None else best.points

    def keys(self, step: str) -> set[str]:
        """The choices at a step after which the most points can still be had."""
        options = self._options(self._fresh(step))
        return {option.key for option in options if option.points == self.points(step)}

    def path(self, start: str) -> list[tuple[str, str]]:
        """The best way from a step: each step on it with the choice to make there."""
        path = []
        state: _State | None = self._fresh(start)
        while state is not None and (best := self._known[state]) is not None:
            path.append((state[0], best.key))
            state = best.then
        return path

    def _fresh(self, step: str) -> _State:
        return step, self._tangle[step]

    def _settle(self, first: _State) -> None:
        waiting = [first]
        while waiting:
            state = waiting[-1]
            if state in self._known:
                waiting.pop()
            elif unknown := [then for _, then in self._arrows(state) if then is not None and then not in self._known]:
                waiting += unknown  # each is smaller, or in a tangle further on: this comes to an end
            else:
                options = self._options(state)
                self._known[state] = max(options, key=lambda option: (option.points, -option.length), default=None)

    def _options(self, state: _State) -> list[_Best]:
        """What each choice comes to, of those that lead to an ending. All that follows must be known."""
        options = []
        for arrow, then in self._arrows(state):
            rest = None if then is None else self._known[then]
            if then is None:
                options.append(_Best(arrow.points, 1, arrow.key, None))
            elif rest is not None:
                # Rounded, because 0.1 + 0.2 must be worth as much as 0.3.
                options.append(_Best(round(arrow.points + rest.points, 6), rest.length + 1, arrow.key, then))
        return options

    def _arrows(self, state: _State) -> list[tuple[Arrow, _State | None]]:
        """Where one can go from here without coming back to a step; None is an ending."""
        step, free = state
        left = free - {step}
        self._spend(len(free) + len(self._graph[step]))
        inside: dict[str, _State] = {}
        arrows: list[tuple[Arrow, _State | None]] = []
        for arrow in self._graph[step]:
            if arrow.goto not in self._graph:
                arrows.append((arrow, None))
            elif arrow.goto in left:
                if arrow.goto not in inside:
                    inside[arrow.goto] = (arrow.goto, self._within(left, arrow.goto))
                arrows.append((arrow, inside[arrow.goto]))
            elif arrow.goto not in self._tangle[step]:
                arrows.append((arrow, self._fresh(arrow.goto)))
        return arrows

    def _within(self, steps: frozenset[str], start: str) -> frozenset[str]:
        found = {start}
        waiting = [start]
        while waiting:
            arrows = self._graph[waiting.pop()]
            self._spend(len(arrows))
            for arrow in arrows:
                if arrow.goto in steps and arrow.goto not in found:
                    found.add(arrow.goto)
                    waiting.append(arrow.goto)
        return frozenset(found)

    def _spend(self, work: int) -> None:
        self._work_left -= work
        if self._work_left < 0:
            raise TangleError
