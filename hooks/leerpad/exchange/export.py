"""Write questions of a course as one file for another system."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from leerpad.exchange.bank import collect
from leerpad.exchange.gift.write import write_gift
from leerpad.exchange.html_out import HtmlWriter
from leerpad.exchange.moodle_xml.write import write_moodle_xml
from leerpad.exchange.qti.package import write_qti
from leerpad.source.zip_file import zip_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from leerpad.course.model.course import Course
    from leerpad.exchange.bank import BankItem, Loss
    from leerpad.locales import Locale

    Written = tuple[bytes | dict[str, bytes], list[Loss]]
    Writer = Callable[[Iterable[BankItem], HtmlWriter, Locale, str], Written]

WRITERS: dict[str, Writer] = {
    "gift": lambda items, texts, *_: write_gift(items, texts),
    "moodle": lambda items, texts, *_: write_moodle_xml(items, texts),
    "qti3": partial(write_qti, "qti3"),
    "qti22": partial(write_qti, "qti22"),
}
"""What writes each of `FORMATS`: given questions, the writer of their texts, the language and the name of the bank,
it gives the file, or the files of a zip by their names in it; and what each question loses."""


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
    made, more = WRITERS[kind](items, texts, locale, course.settings.course_id)
    content = made if isinstance(made, bytes) else zip_of(made)
    left_out = {loss.question for loss in more if loss.what == "question"}
    return Export(content, len(items) - len(left_out), (*losses, *more))
