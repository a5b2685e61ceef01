"""The pages that an author writes in `docs/`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leerpad.course.model.file_index import Mention
    from leerpad.source.citations import Citation
    from leerpad.source.directives import Directive


@dataclass(frozen=True)
class DocsPage:
    """A page of `docs/`. `path` is relative to the project, `title` as readers see it."""

    path: str
    title: str
    directives: tuple[Directive, ...]
    citations: tuple[Citation, ...] = ()
    body_line: int = 1
    body: str = ""
    links: tuple[Mention, ...] = ()
