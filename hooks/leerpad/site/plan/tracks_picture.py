"""A path with tracks as a picture: where each station stands, and the ways between them.

Side by side, each station is a cell of a grid: its column says how many come before it, its row is its lane. Below each
other, each station is a row, and its lane is how far it stands from the side. Only the browser knows how high a row is:
every piece of a way runs between two rows, and is stretched.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, count
from typing import TYPE_CHECKING, NamedTuple

from leerpad.site.plan.path_picture import MOST_BESIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leerpad.course.model.level_graph import LevelGraph

LANE = 40  # wide, in units of the drawing beside the stations that stand below each other


class Bend(NamedTuple):
    """A piece of a way between two lanes, in the lane `channel` as long as it can be."""

    source: int
    target: int
    channel: int


class Piece(NamedTuple):
    """A piece of the way from the level `source`, as it is drawn in cells from `left` to `right`, `top` to `bottom`."""

    source: int
    left: int
    right: int
    top: int
    bottom: int
    d: str


class Wind(NamedTuple):
    """The way from the level `source`, as far as it runs from one station to that below it."""

    source: int
    d: str


@dataclass(frozen=True)
class TracksPicture:
    """The drawing. `cells` are the column and row of each level, `pieces` the ways between them.

    `lanes` are those of each level where they stand below each other, `winds` for each level the ways down from it, and
    `width` is how many lanes there are.
    """

    cells: tuple[tuple[int, int], ...]
    pieces: tuple[Piece, ...]
    lanes: tuple[int, ...]
    winds: tuple[tuple[Wind, ...], ...]
    width: int

    @property
    def columns(self) -> int:
        """How many stations stand beside each other at most."""
        return max(column for column, _ in self.cells) + 1

    @property
    def rows(self) -> int:
        """How many rows there are, with those in which only a way runs."""
        return max(*(row for _, row in self.cells), *(piece.bottom for piece in self.pieces), 0) + 1

    @property
    def is_long(self) -> bool:
        """Too long to stand side by side."""
        return self.columns > MOST_BESIDE


def tracks_picture(graph: LevelGraph) -> TracksPicture:
    """Draw the levels of a course, at least one."""
    rows, across = range(len(graph.befores)), graph.depths
    lanes, bends = _lay_out(graph, rows)
    heights, ways = _lay_out(graph, across)
    cells = tuple(zip(across, heights, strict=True))
    pieces = tuple(piece for way in ways for piece in _pieces(way, cells))
    winds = tuple(tuple(_winds(place, bends, lanes)) for place in rows)
    width = max(*lanes, *(bend.channel for bend in bends), 0, 0) + 1
    return TracksPicture(cells, pieces, tuple(lanes), winds, width)


def _lay_out(graph: LevelGraph, at: Sequence[int]) -> tuple[list[int], list[Bend]]:
    """The lane of each level, and the ways between them, where `at` says how far along each level stands."""
    lanes = dict[int, int]()
    for place in sorted(range(len(at)), key=lambda place: (at[place], place)):
        lanes[place] = _lane(graph, at, lanes, place)
    edges = [(before, place) for place, befores in enumerate(graph.befores) for before in befores]
    bends = [Bend(start, end, _channel(at, lanes, start, end)) for start, end in edges]
    return [lanes[place] for place in range(len(at))], bends


def _lane(graph: LevelGraph, at: Sequence[int], lanes: dict[int, int], place: int) -> int:
    """On with the lane of a level before it, if nobody else did; or else the first that is nobody's here."""
    own = [
        lanes[before]
        for before in graph.befores[place]
        if _is_free(at, lanes, lanes[before], at[before], at[place] + 1)
    ]
    if own:
        return min(own)
    taken = {
        lanes[other]
        for other in lanes
        if at[other] == at[place] or any(at[after] >= at[place] for after in graph.afters[other])
    }
    return next(lane for lane in count() if lane not in taken)


def _channel(at: Sequence[int], lanes: dict[int, int], start: int, end: int) -> int:
    """In which lane a way runs past what stands between its ends."""
    wished = [lanes[start], lanes[end]]
    return next(lane for lane in chain(wished, count()) if _is_free(at, lanes, lane, at[start], at[end]))


def _is_free(at: Sequence[int], lanes: dict[int, int], lane: int, after: int, until: int) -> bool:
    return not any(other == lane and after < at[place] < until for place, other in lanes.items())


def _pieces(way: Bend, cells: Sequence[tuple[int, int]]) -> list[Piece]:
    """A way from left to right. It changes lanes halfway between two columns, where no words stand."""
    (left, start), (right, end), lane = cells[way.source], cells[way.target], way.channel
    if lane in (start, end):
        turn = 50 if lane == end else 100 * (right - left) - 50
        return [_piece(way.source, (left, start), (right, end), turn)]
    return [
        _piece(way.source, (left, start), (right - 1, lane), 50),
        _piece(way.source, (right - 1, lane), (right, end), 50),
    ]


def _piece(source: int, start: tuple[int, int], end: tuple[int, int], turn: int) -> Piece:
    """From one cell to another, with a turn so far to the right where they are in two lanes."""
    (left, first), (right, last) = start, end
    width = 100 * (right - left)
    y, to = (0, 100) if first < last else (100, 0)
    by = 12 if first < last else -12
    corners = f"H{turn - 12}Q{turn} {y} {turn} {y + by}V{to - by}Q{turn} {to} {turn + 12} {to}"
    d = f"M0 0H{width}" if first == last else f"M0 {y}{corners}H{width}"
    return Piece(source, left, right, min(first, last), max(first, last), d)


def _winds(place: int, bends: Sequence[Bend], lanes: Sequence[int]) -> list[Wind]:
    """What runs from the row of a level to the next: every way that begins there or above, and ends below."""
    found = []
    for bend in bends:
        if bend.source <= place < bend.target:
            across = [_across(bend, row, lanes) * LANE + LANE // 2 for row in (place, place + 1)]
            found.append(Wind(bend.source, _wind(*across)))
    return found


def _across(bend: Bend, row: int, lanes: Sequence[int]) -> int:
    return lanes[row] if row in (bend.source, bend.target) else bend.channel


def _wind(start: int, end: int) -> str:
    return f"M{start} 0V100" if start == end else f"M{start} 0C{start} 45 {end} 55 {end} 100"
