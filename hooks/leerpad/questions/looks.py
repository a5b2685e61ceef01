"""Who knows nothing of a lesson, and chooses by how the answers look or sound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Likings = list[float]
"""How much each text is liked; the highest is chosen, and of equals any."""


@dataclass(frozen=True)
class Guesser:
    """A way to choose by looks alone."""

    likes: Callable[[Sequence[str]], Likings]
    believes: Callable[[str], bool] = lambda _: True
    """Whether a statement is called true."""

    def best(self, texts: Sequence[str]) -> list[int]:
        """The numbers of the texts that are liked best: one, or several that are liked as much."""
        likings = self.likes(texts)
        return [number for number, liking in enumerate(likings) if liking == max(likings)]
