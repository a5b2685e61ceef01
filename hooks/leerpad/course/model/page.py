"""What lessons and handouts have in common: a page of a level, written in Markdown with a head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from leerpad.source.shape import Shaped, Text

if TYPE_CHECKING:
    from leerpad.source.citations import Citation
    from leerpad.source.directives import Directive
    from leerpad.source.shape import Document


class Headed(Shaped):
    """What stands in the head of each: its title, and one sentence about it."""

    title: Text
    summary: Text


HeadT = TypeVar("HeadT", bound=Headed)


@dataclass(frozen=True)
class Page(Generic[HeadT]):
    """A page of a level. `folder` and `file` are names on disk; `body` is Markdown, and begins at line `body_line`."""

    id: str
    document: Document[HeadT]
    folder: str
    file: str
    body: str
    body_line: int
    directives: tuple[Directive, ...]
    citations: tuple[Citation, ...]

    @property
    def path(self) -> str:
        """The file, relative to the project."""
        return self.document.path

    @property
    def title(self) -> str:
        """The title, from the front matter."""
        return self.document.model.title

    @property
    def summary(self) -> str:
        """One sentence about it, from there too."""
        return self.document.model.summary
