"""One reading of a course from disk: where it stands, what was found, and what is known from an earlier reading."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from leerpad.source.files import read_data, text_of
from leerpad.source.memory import digest
from leerpad.source.remedies import read_with_remedies

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from leerpad.course.model.course import Unread
    from leerpad.course.model.file_index import FileIndex
    from leerpad.source.diagnostics import Report
    from leerpad.source.files import SourceText
    from leerpad.source.memory import Memory

T = TypeVar("T")


@dataclass(frozen=True)
class Roots:
    """Where the parts of a course stand. All paths in faults are relative to `project`."""

    project: Path
    docs: Path
    settings: Path

    @property
    def modules(self) -> Path:
        """The folder of levels."""
        return self.project / "modules"

    @property
    def quizzes(self) -> Path:
        """The folder of quizzes."""
        return self.project / "quizzes"

    def hold(self, file: Path) -> bool:
        """Whether a file stands in one of the folders whose files go out with the site."""
        return any(file.is_relative_to(root) for root in (self.docs, self.modules, self.quizzes))

    def name(self, file: Path) -> str:
        """The path to show to an author."""
        whole, project = file.as_posix(), f"{self.project.as_posix()}/"  # a tenth of the time of Path.relative_to
        name = whole.removeprefix(project) if whole.startswith(project) else file.name
        return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")  # it will be printed


@dataclass
class CourseReader:
    """What a reading gathers beside the course itself: see `Course` for what each is."""

    roots: Roots
    report: Report
    memory: Memory
    keeps_trees: bool
    images: dict[str, Path] = field(default_factory=dict)
    unread: Unread = field(default_factory=dict)
    indexes: dict[str, FileIndex] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)

    def read(self, kind: str, file: Path, path: str, make: Callable[[SourceText, Report], T | None]) -> T | None:
        """What `make` gives for the text of a file; None where that can't be read.

        It is made again only for another text. So `make` looks at nothing but the text, its path and `kind`.
        """
        data = read_data(file, path, self.report)
        if data is None:
            return None
        self.digests[path] = digest(data)

        def fresh(report: Report) -> T | None:
            source = text_of(data, path, report)
            return read_with_remedies(source, report, make) if source else None

        key = ("read", kind, path, self.digests[path], self.keeps_trees)
        return self.memory.recall_told(key, fresh, self.report)
