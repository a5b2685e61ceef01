"""Faults of pages that show only when they are rendered, and of what leads to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from leerpad.course.check.course import written_links
from leerpad.guide import MARKDOWN, MARKDOWN_SETTINGS, load_guide
from leerpad.locales import LANGUAGES
from leerpad.site.markdown.watch import StuckError
from leerpad.site.plan.navigation import check_navigation
from leerpad.site.render.anchors import name_now
from leerpad.site.render.directives import brings
from leerpad.site.render.proof import END, Prover, needs_proof
from leerpad.source.diagnostics import START, Position
from leerpad.source.links import project_path
from leerpad.source.memory import Memory, NoMemory, digest
from leerpad.source.names import suggestion, with_suggestion
from leerpad.source.tangles import HANGING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.course.load.markdown import Extensions, ExtensionSettings
    from leerpad.course.model.course import Course
    from leerpad.site.render.proof import Proof
    from leerpad.source.diagnostics import Report
    from leerpad.source.directives import Directive


class _Page(NamedTuple):
    path: str
    body: str
    body_line: int
    directives: tuple[Directive, ...]


class Pages:
    """The pages of a course as they will be rendered, with the Markdown extensions of the site."""

    def __init__(
        self, course: Course, extensions: Extensions, configs: ExtensionSettings, memory: Memory | None = None
    ) -> None:
        self._course = course
        self._markdown = extensions, configs
        self._memory = memory or NoMemory()
        self._prover: Prover | None = None
        self._proofs: dict[str, Proof] = {}
        self._stuck: dict[str, StuckError] = {}
        self._unprovable: set[str] = set()
        self._pages = {page.path: page for page in _texts(course)}

    def check(self, settings: str, report: Report) -> None:
        """Report all faults. `settings` is the path of the settings, which hold the navigation."""
        check_navigation(self._course, settings, report)
        faulty = {fault.path for fault in report.faults}
        self._unprovable = {fault.path for fault in report.faults if fault.code in HANGING}
        for page in self._pages.values():
            if page.path not in faulty and needs_proof(page.body):
                self._check_life(page, report)
        for path, target, at in written_links(self._course):
            self._check_anchor(path, target, at, report)
        for path, stuck in self._stuck.items():
            report.fault(path, START, stuck.code, **stuck.params)

    def anchors(self, path: str) -> frozenset[str] | None:
        """The anchors that a page has; None where that can't be said, or if it is no page."""
        page = self._pages.get(path)
        if page is None and path in self._course.guide:
            return self._anchors_of_guide(path)
        if page is None or any(brings(directive.name) is None for directive in page.directives):
            return None
        proof = self._proof(page)
        return proof.anchors | set(self._ours(page)) if proof else None

    def _anchors_of_guide(self, path: str) -> frozenset[str] | None:
        """Those of a page of the engine's guide, in any language: which one the site has, the theme may decide."""
        pages = [page for language in LANGUAGES for page in load_guide(language) if f"docs/{page.uri}" == path]
        if not pages:
            return None
        prover = Prover(MARKDOWN, MARKDOWN_SETTINGS)
        return frozenset().union(*(prover.prove(page.text).anchors for page in pages))

    def _check_life(self, page: _Page, report: Report) -> None:
        proof = self._proof(page)
        for number in proof.lost if proof else ():
            if number == END:
                report.fault(page.path, Position(page.body_line, 1), "page_cut_off")
            else:
                directive = page.directives[number]
                report.fault(page.path, directive.position, "directive_lost", name=directive.name)

    def _check_anchor(self, path: str, target: str, at: Position, report: Report) -> None:
        file, _, anchor = target.partition("#")
        wanted = project_path(path, file) if file else path
        known = self.anchors(wanted) if anchor and wanted else None
        if known is None or anchor in known or name_now(anchor) in known:
            return
        meant = suggestion(anchor, sorted(known))
        code, params = with_suggestion("missing_anchor", meant and f"{file}#{meant}", target=target, file=wanted)
        report.fault(path, at, code, **params)

    def _proof(self, page: _Page) -> Proof | None:
        """None for a page that can't be rendered."""
        if page.path not in self._proofs and page.path not in self._unprovable:
            key = ("proof", repr(self._markdown), digest(page.body))
            try:
                self._proofs[page.path] = self._memory.recall(key, lambda: self._prove(page.body))
            except StuckError as stuck:
                self._stuck[page.path] = stuck
                self._unprovable.add(page.path)
        return self._proofs.get(page.path)

    def _prove(self, body: str) -> Proof:
        self._prover = self._prover or Prover(*self._markdown)
        return self._prover.prove(body)

    def _ours(self, page: _Page) -> Iterator[str]:
        """The anchors that the engine brings: a quiz with its questions, the terms, the sources, what a lesson has."""
        course = self._course
        for directive in page.directives:
            if anchors := brings(directive.name):
                yield from anchors(course, directive)
        lesson = next((one for one in course.lessons.values() if one.path == page.path), None)
        if lesson is not None:
            file_index = course.indexes[page.path]
            yield from (f"source-{source.name}" for source in (*file_index.citations, *file_index.sources))
            yield from (f"action-{action.id}" for action in lesson.actions)
            yield from (f"steps-{lesson.id}", "lesson-sources")


def _texts(course: Course) -> Iterator[_Page]:
    for page_of_level in course.level_pages:
        yield _Page(page_of_level.path, page_of_level.body, page_of_level.body_line, page_of_level.directives)
    for page in course.docs_pages:
        yield _Page(page.path, page.body, page.body_line, page.directives)
