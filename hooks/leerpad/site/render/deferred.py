"""What comes into a page when the host has read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_PLACE = '<div data-leerpad-late="{}"></div>'


class LateParts:
    """The quizzes and scans of a build.

    Nobody should find an answer by searching, so the host's search passes over them; to pass over them it reads every
    tag, which took longer than all the rest of a quiz. They come when it has read the page.
    """

    def __init__(self) -> None:
        self._parts: dict[str, dict[str, Callable[[], str]]] = {}

    def later(self, page_url: str, name: str, render: Callable[[], str]) -> str:
        """Keep the place of a part of a page. `name` is its own there: small letters, digits and hyphens."""
        self._parts.setdefault(page_url, {})[name] = render
        return _PLACE.format(name)

    def finish(self, html: str, page_url: str) -> str:
        """The page with its parts in their places."""
        for name, render in self._parts.get(page_url, {}).items():
            html = html.replace(_PLACE.format(name), render())
        return html
