"""What authors write that isn't what they mean: what they are told, where, and the file after they obeyed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Slip:
    """One slip of an author.

    `before` is the text as written and `after` the text once the remedy is obeyed, in which nothing is told of this.
    `told` is the code of the fault or advice, `place` its line and column in the text. Several slips of one kind that
    stand in one text are several of these.
    """

    name: str
    before: str
    told: str
    place: tuple[int, int]
    after: str
