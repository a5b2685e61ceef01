"""What comes into a page when the host has read it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_PLACE = re.compile('<div data-leerpad-late="([0-9]+)"></div>')


class LateParts:
    """The quizzes and scans of a build.

    Nobody should find an answer by searching, so the host's search passes over them; to pass over them it reads every
    tag, which took longer than all the rest of a quiz. They come when it has read the page.
    """

    def __init__(self) -> None:
        self._parts: list[Callable[[], str]] = []

    def later(self, render: Callable[[], str]) -> str:
        """Keep the place of a part."""
        self._parts.append(render)
        return f'<div data-leerpad-late="{len(self._parts) - 1}"></div>'

    def finish(self, html: str) -> str:
        """The page with its parts in their places."""
        return _PLACE.sub(lambda place: self._parts[int(place[1])](), html)
