"""Reading a handout: a Markdown file of a level without a number, that says what kind it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leerpad.course.model.file_index import index_handout
from leerpad.course.model.handouts import HANDOUT_KINDS, Handout, HandoutFile, steps_of
from leerpad.source.diagnostics import START
from leerpad.source.directives import find_directives
from leerpad.source.front_matter import split_front_matter
from leerpad.source.limits import LIMITS
from leerpad.source.names import ID_PATTERN, Names, did_you_mean, listed
from leerpad.source.shape import shape
from leerpad.source.slips import find_slips
from leerpad.source.tangles import report_tangles
from leerpad.source.tree import Scalar

if TYPE_CHECKING:
    from leerpad.course.model.file_index import FileIndex
    from leerpad.source.diagnostics import Report
    from leerpad.source.files import SourceText
    from leerpad.source.front_matter import MarkdownFile
    from leerpad.source.markdown_text import MarkdownText

KIND = "kind"
_SAYS_KIND = re.compile(r"---[ \t]*\n(?:(?!---).*\n)*?kind[ \t]*:")


def read_handout(source: SourceText, report: Report) -> tuple[Handout, FileIndex] | None:
    """A handout, by its text and the path of its file. A file that names no kind was meant to be a lesson."""
    path = source.path
    if not _SAYS_KIND.match(source.text):
        report.fault(path, START, "not_a_lesson", kinds=_kinds())
        return None
    parts = split_front_matter(source, report)
    if parts is None:
        return None
    body = parts.body
    directives = find_directives(path, body, report)
    for directive in directives:
        report.fault(path, directive.position, "directive_in_handout", name=directive.name)
    find_slips(path, body, report)
    report_tangles(path, body, report)
    if not body.text.strip():
        report.fault(path, START, "empty_handout")
    kind = _kind_of(parts, report)
    document = shape(path, parts.front_matter, HandoutFile, report)
    if document is None or kind is None:
        return None
    steps = tuple(steps_of(body))
    if HANDOUT_KINDS[kind].has_steps:
        _check_steps(path, kind, body, report)
    folder, file = path.split("/")[-2:]
    name = document.model.id or file.removesuffix(".md")
    if document.model.id is None:
        _check_name(path, name, report)
    cited = tuple(body.citations)
    handout = Handout(name, document, folder, file, body.text, body.first_line, tuple(directives), cited, steps)
    return handout, index_handout(document, name, body)


def report_numbered_handout(parts: MarkdownFile, file: str, report: Report) -> bool:
    """Whether a numbered file says a kind, as no lesson does; the author is told to take the number away."""
    at = parts.front_matter.key_positions.get(KIND)
    if at is None:
        return False
    report.fault(parts.path, at, "handout_with_number", name=re.sub(r"^\d+-", "", file))
    return True


def _kinds() -> str:
    return listed(HANDOUT_KINDS)


def _kind_of(parts: MarkdownFile, report: Report) -> str | None:
    """The kind that a file names; None if there is no such kind. What is no text is told by the shape of the file."""
    node = parts.front_matter.entries.get(KIND)
    if not isinstance(node, Scalar) or node.data() is None:
        return None
    if node.text in HANDOUT_KINDS:
        return node.text
    code, params = did_you_mean("unknown_kind", node.text, Names(HANDOUT_KINDS), value=node.text, known=_kinds())
    report.fault(parts.path, node.position, code, **params)
    return None


def _check_steps(path: str, kind: str, body: MarkdownText, report: Report) -> None:
    """Each part says how long it takes, and there is one at least."""
    steps = list(steps_of(body))
    if not steps and body.text.strip():
        report.fault(path, body.at(0, 1), "handout_without_steps", kind=kind)
    for step in steps:
        if not step.minutes:
            report.fault(path, body.at(step.line, 1), "step_without_minutes", title=step.title)


def _check_name(path: str, name: str, report: Report) -> None:
    """The name of a file that is an id must be fit to be one."""
    if not re.fullmatch(ID_PATTERN, name):
        report.fault(path, START, "bad_file_name", value=name)
    elif len(name) > LIMITS["id"]:
        report.fault(path, START, "file_name_too_long", length=len(name), maximum=LIMITS["id"])
