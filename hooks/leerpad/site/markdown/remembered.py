"""Pages that follow from their own text and nothing in the course: rendered once, however often a site is built."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from markdown import Extension, Markdown

from leerpad.source.memory import digest

if TYPE_CHECKING:
    from collections.abc import Callable

    from leerpad.source.memory import Memory


class RememberedExtension(Extension):
    """Takes a page from the memory, with its table of contents. `key` covers all that its HTML depends on but its text.

    Comes last among the extensions of a page.
    """

    def __init__(self, memory: Memory, key: str) -> None:
        super().__init__()
        self._memory = memory
        self._key = key

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register with Python-Markdown."""
        md.convert = partial(self._convert, md, md.convert)  # type: ignore[method-assign]

    def _convert(self, md: Any, convert: Callable[[str], str], text: str) -> str:
        def rendered() -> tuple[str, list[object]]:
            html = convert(text)
            return html, getattr(md, "toc_tokens", [])

        html, md.toc_tokens = self._memory.recall(("remembered", self._key, digest(text)), rendered)
        return html
