"""The name that an author probably meant. Of many names only the likely ones are compared, so that it stays quick."""

from __future__ import annotations

from bisect import bisect_left
from difflib import get_close_matches
from functools import cached_property
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

LONGEST = 100
"""What is longer is no slip of the pen; comparing takes as long as both lengths multiplied."""
LONG = 30
"""So long a name is compared with its nearest neighbours only: a slip leaves much of it as it was."""

ALIKE = 0.61  # “points” and “hint” are 0.6: no slip of the pen
FEW = 60
NEIGHBOURS = 10
MOST_LISTED = 20

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
"""How a permanent name is written."""


T = TypeVar("T")


class Known(Protocol):
    """What can say which of its names an author probably meant."""

    def nearest(self, word: str) -> str:
        """The name that looks most like this word, or an empty text."""


class Names:
    """Names that there are. A course may have thousands, and as many references that went wrong at once."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_fold = {name.casefold(): name for name in names}

    def nearest(self, word: str) -> str:
        """The name that looks most like this word, or an empty text. Capitals make no difference."""
        if len(word) > LONGEST:
            return ""
        folded = word.casefold()
        close = get_close_matches(folded, self._candidates(folded), n=1, cutoff=ALIKE)
        return self._by_fold[close[0]] if close else ""

    def _candidates(self, word: str) -> list[str]:
        """Of many names the neighbours in the alphabet, from the front and from the back: a slip leaves one intact."""
        is_long = len(word) > LONG
        if len(self._by_fold) <= FEW and not is_long:
            return list(self._by_fold)
        reach = NEIGHBOURS // 5 if is_long else NEIGHBOURS
        backward = [name[::-1] for name in _around(self._backward, word[::-1], reach)]
        return list(dict.fromkeys([*_around(self._forward, word, reach), *backward]))

    @cached_property
    def _forward(self) -> list[str]:
        return sorted(self._by_fold)

    @cached_property
    def _backward(self) -> list[str]:
        return sorted(name[::-1] for name in self._by_fold)


def suggestion(word: str, known: Iterable[str]) -> str:
    """The known word that the author probably meant, or an empty text. For a list that is asked once."""
    return Names(known).nearest(word)


def did_you_mean(code: str, word: str, names: Known, /, **params: object) -> tuple[str, dict[str, object]]:
    """The code and parameters of a fault about a word that isn't one of these names."""
    return with_suggestion(code, names.nearest(word), **params)


def with_suggestion(code: str, meant: str, /, **params: object) -> tuple[str, dict[str, object]]:
    """The code and parameters of a fault; where something is meant, its words end on “did you mean …?”."""
    return f"{code}_suggestion" if meant else code, {**params, "suggestion": meant}


def given_twice(things: Iterable[T], name: Callable[[T], Hashable]) -> Iterator[tuple[T, T]]:
    """Each thing that has the name of an earlier one, with the first that had it."""
    seen: dict[Hashable, T] = {}
    for thing in things:
        first = seen.setdefault(name(thing), thing)
        if first is not thing:
            yield thing, first


def repeats(names: Iterable[Hashable]) -> Iterator[tuple[int, int]]:
    """The index of each name that stands earlier in the list too, with the first index where it stands."""
    for (index, _), (first, _) in given_twice(enumerate(names), itemgetter(1)):
        yield index, first


def _around(ordered: list[str], word: str, reach: int) -> list[str]:
    at = bisect_left(ordered, word)
    return ordered[max(0, at - reach) : at + reach]


def listed(names: Iterable[str]) -> str:
    """The names to choose from, as many as one can choose from."""
    several = list(islice(names, MOST_LISTED + 1))
    return ", ".join([*several[:MOST_LISTED], *("…" for _ in several[MOST_LISTED:])])
