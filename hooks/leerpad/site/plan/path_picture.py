"""The path as a picture: where each station stands and how the way runs between them, for any number of levels."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

COLUMN = 100  # wide, in units of the drawing: it is stretched to the width of the page
RISE = 56  # from one station to the next, in pixels at 16 to an em: heights are never stretched
TOP = 64  # above the middle of the highest station: room for its disc, its glow and “you are here”
FADE = 170  # how far below the lowest station the land has faded out
MOST_BESIDE = 6
"""More stations than this don't fit beside each other with their names: they stand below each other."""


@dataclass(frozen=True)
class PathPicture:
    """The drawing: stations rise from left to right, one in the middle of each column.

    `trails` run from each station to the next. `land` is what lies below the way.
    """

    width: int
    height: int
    stations: tuple[tuple[int, int], ...]
    trails: tuple[str, ...]
    land: str

    @property
    def lift(self) -> int:
        """How far the picture may stand beside what is above it: at its left it leaves room."""
        return round(0.4 * (self.stations[0][1] - self.stations[-1][1]))

    @property
    def is_long(self) -> bool:
        """Too long to stand side by side."""
        return len(self.stations) > MOST_BESIDE


def path_picture(count: int) -> PathPicture:
    """Draw a path of so many stations."""
    rise = RISE * (count - 1)
    stations = tuple((COLUMN * index + COLUMN // 2, TOP + rise - RISE * index) for index in range(count))
    trails = tuple(f"M{start[0]} {start[1]}{_curve(start, end)}" for start, end in pairwise(stations))
    width, height = COLUMN * count, TOP + rise + FADE
    way = "".join(_curve(start, end) for start, end in pairwise(stations))
    first = stations[0]
    land = f"M0 {height}V{first[1] + RISE // 4}Q{COLUMN // 4} {first[1]} {first[0]} {first[1]}{way}"
    return PathPicture(width, height, stations, trails, f"{land}H{width}V{height}Z")


def _curve(start: tuple[int, int], end: tuple[int, int]) -> str:
    """Leave one station level, arrive at the next level: the way climbs between them."""
    middle = (start[0] + end[0]) // 2
    return f"C{middle} {start[1]} {middle} {end[1]} {end[0]} {end[1]}"
