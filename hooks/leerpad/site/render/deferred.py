"""Parts of pages that are put in after the host's search has read the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_PLACE = '<div data-leerpad-deferred="{}"></div>'


class DeferredParts:
    """The quizzes and scans of a build.

    Answers must not be found by searching. The host's search can skip them, but reads every tag to do so, which took
    longer than all other work on a quiz. Therefore they are put in when the search has read the page.
    """

    def __init__(self) -> None:
        self._parts: dict[str, dict[str, Callable[[], str]]] = {}

    def defer(self, page_url: str, name: str, render: Callable[[], str]) -> str:
        """Keep the place of a part of a page. `name` is its own there: small letters, digits and hyphens."""
        self._parts.setdefault(page_url, {})[name] = render
        return _PLACE.format(name)

    def finish(self, html: str, page_url: str) -> str:
        """The page with its parts in their places."""
        for name, render in self._parts.get(page_url, {}).items():
            html = html.replace(_PLACE.format(name), render())
        return html
