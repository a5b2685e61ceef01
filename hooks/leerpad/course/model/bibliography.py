"""The sources of a course: docs/sources.yml, and which lesson stands on which."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from leerpad.source.day import Day
from leerpad.source.diagnostics import Position
from leerpad.source.fault import report_same_ids
from leerpad.source.markdown_text import MarkdownText
from leerpad.source.names import did_you_mean
from leerpad.source.shape import Id, KeyPath, Shaped, Text, Texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.course.model.course import Course, Lesson
    from leerpad.course.model.docs_page import DocsPage
    from leerpad.course.model.handouts import Handout
    from leerpad.source.diagnostics import Report

BIBLIOGRAPHY = "docs/sources.yml"
"""Where the sources stand: beside the page that shows them. The file itself is no part of the site."""

EARLIER_BIBLIOGRAPHY = "docs/bronnen.yml"
"""Its name in earlier courses, which is read too."""

Kind = Literal["study", "review", "theory", "book", "opinion", "report", "law"]
Language = Literal["nl", "en", "de", "fr"]
Certainty = Literal["full", "summary", "secondhand", "known"]

_EARLIEST, _LATEST = 1500, 2100


def _year(value: object) -> int:
    if not re.fullmatch(r"\d{4}", str(value)) or not _EARLIEST <= int(str(value)) <= _LATEST:
        raise PydanticCustomError("not_a_year", "a year of four digits")
    return int(str(value))


def _url(value: object) -> object:
    text = str(value)
    if re.search(r"\s", text) or not re.match(r"https?://[^\s/]+\.\S", text):
        raise PydanticCustomError("not_a_url", "an address that begins with https://")
    return value


def _doi(value: object) -> object:
    if not re.fullmatch(r"10\.\d{4,9}/\S+", str(value)):
        raise PydanticCustomError("not_a_doi", "a DOI that begins with 10.")
    return value


_WrittenYear = Annotated[int, Field(ge=_EARLIEST, le=_LATEST)]  # only for the schema
Year = Annotated[int, BeforeValidator(_year, json_schema_input_type=_WrittenYear)]
Url = Annotated[str, BeforeValidator(_url)]
Doi = Annotated[str, BeforeValidator(_doi)]


class Source(Shaped):
    """One source: what it is, what of it was seen, what it shows, and what it doesn't."""

    id: Id
    authors: Texts
    year: Year | None = None
    title: Text
    in_: Annotated[Text | None, Field(alias="in")] = None
    language: Language | None = None
    kind: Kind
    certainty: Certainty
    shows: Text
    limit: Text
    url: Url | None = None
    doi: Doi | None = None
    owner: Text | None = None
    review_by: Day | None = None

    @property
    def link(self) -> str | None:
        """Where a reader can look further."""
        return self.url or (f"https://doi.org/{self.doi}" if self.doi else None)


class BibliographyFile(Shaped):
    """docs/sources.yml. The owner and the day are those of each source without its own."""

    owner: Text | None = None
    review_by: Day | None = None
    sources: list[Source]

    def texts(self) -> Iterator[tuple[KeyPath, str]]:
        """Every Markdown text, with its place."""
        for index, source in enumerate(self.sources):
            yield ("sources", index, "shows"), source.shows
            yield ("sources", index, "limit"), source.limit


def sources_of(lesson: Lesson) -> list[str]:
    """The ids of all sources of a lesson: those it names at the top, and those it or its actions cite."""
    in_actions = [citation for action in lesson.actions for citation in MarkdownText(action.text).citations]
    cited = [citation.source for citation in [*lesson.citations, *in_actions] if citation.source]
    return list(dict.fromkeys([*lesson.document.model.sources, *cited]))


def lessons_by_source(course: Course) -> dict[str, list[Lesson]]:
    """The lessons that stand on each source, in the order of the path."""
    found: dict[str, list[Lesson]] = {}
    for lesson in course.lessons.values():
        for source in sources_of(lesson):
            found.setdefault(source, []).append(lesson)
    return found


def pages_by_source(course: Course) -> dict[str, list[DocsPage | Handout]]:
    """The cards and sessions, and the pages of `docs/`, that cite each source."""
    found: dict[str, list[DocsPage | Handout]] = {}
    pages: list[DocsPage | Handout] = [*course.handouts.values(), *course.docs_pages]
    for page in pages:
        for source in dict.fromkeys(citation.source for citation in page.citations):
            found.setdefault(source, []).append(page)
    return found


def cited_sources(course: Course) -> set[str]:
    """The ids of all sources that a lesson, a page or a quiz stands on."""
    found = {*lessons_by_source(course), *pages_by_source(course)}
    return found | {citation.name for _, file_index in course.indexed() for citation in file_index.citations}


def check_bibliography(course: Course, report: Report) -> None:
    """Report ids given twice, and sources that are named or cited but not there."""
    bibliography = course.bibliography
    if bibliography:
        report_same_ids(bibliography, "sources", [source.id for source in bibliography.model.sources], report)
    for path, file_index in course.indexed():
        for wanted, at in file_index.sources:
            _check_source(course, report, path, at, wanted)
        for wanted, at in file_index.citations:
            _check_citation(course, report, path, at, wanted)
    for page in course.docs_pages:
        for citation in page.citations:
            at = Position(page.body_line + citation.line, citation.column)
            _check_citation(course, report, page.path, at, citation.source)


def _check_citation(course: Course, report: Report, path: str, at: Position, wanted: str) -> None:
    if wanted:
        _check_source(course, report, path, at, wanted)
    else:
        report.fault(path, at, "bad_citation")


def _check_source(course: Course, report: Report, path: str, at: Position, wanted: str) -> None:
    if course.targets["source"].is_missing(wanted):
        file = course.bibliography.path if course.bibliography else BIBLIOGRAPHY
        code, params = did_you_mean("missing_source", wanted, course.targets["source"], id=wanted, file=file)
        report.fault(path, at, code, **params)
