"""What comes into a page when the host has read it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_PLACE = re.compile('<div data-leerpad-late="([a-z0-9-]+)"></div>')


class LateParts:
    """The quizzes and scans of a build.

    Nobody should find an answer by searching, so the host's search passes over them; to pass over them it reads every
    tag, which took longer than all the rest of a quiz. They come when it has read the page.
    """

    def __init__(self) -> None:
        self._parts: dict[tuple[str, str], Callable[[], str]] = {}

    def later(self, page_url: str, name: str, render: Callable[[], str]) -> str:
        """Keep the place of a part of a page, which has a name of its own there: small letters, digits, hyphens."""
        self._parts[page_url, name] = render
        return f'<div data-leerpad-late="{name}"></div>'

    def finish(self, html: str, page_url: str) -> str:
        """The page with its parts in their places."""
        return _PLACE.sub(lambda place: self._parts[page_url, place[1]](), html)
