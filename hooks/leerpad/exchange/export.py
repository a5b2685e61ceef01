"""Write questions of a course as one file for another system."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leerpad.exchange.bank import collect
from leerpad.exchange.gift.write import write_gift
from leerpad.exchange.html_out import HtmlWriter
from leerpad.exchange.moodle_xml.write import write_moodle_xml
from leerpad.exchange.qti.package import write_qti
from leerpad.source.zip_file import zip_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leerpad.course.model.course import Course
    from leerpad.exchange.bank import Loss
    from leerpad.locales import Locale


@dataclass(frozen=True)
class Export:
    """A finished file. `count` questions are in it; `losses` says what is not, question by question."""

    content: bytes
    count: int
    losses: tuple[Loss, ...]


def export(course: Course, kind: str, quizzes: Iterable[str], locale: Locale) -> Export:
    """The questions of these quizzes in one of `FORMATS`. The same course gives the same bytes everywhere."""
    items, losses = collect(course, quizzes)
    texts = HtmlWriter(course.images)
    content: bytes
    if kind == "gift":
        text, more = write_gift(items, texts)
        content = text.encode()
    elif kind == "moodle":
        content, more = write_moodle_xml(items, texts)
    else:
        files, more = write_qti(kind, items, texts, locale, course.settings.course_id)
        content = zip_of(files)
    left_out = {loss.question for loss in more if loss.what == "question"}
    return Export(content, len(items) - len(left_out), (*losses, *more))
