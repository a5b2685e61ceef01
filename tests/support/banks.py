"""Question banks for tests: out in any format and in again, without a file between."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from leerpad.course.model.files import QuizFile
from leerpad.exchange.bank import BankItem
from leerpad.exchange.export import WRITERS
from leerpad.exchange.html_in import HtmlReader
from leerpad.exchange.html_out import HtmlWriter
from leerpad.exchange.qti.read_package import read_qti_package
from leerpad.exchange.read_any import read_any
from leerpad.exchange.take_in import Intake
from leerpad.locales import load_locale
from leerpad.questions.neutral import NeutralQuestion
from leerpad.source.diagnostics import Report
from leerpad.source.files import SourceText
from leerpad.source.shape import shape
from leerpad.source.tree import read_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from leerpad.exchange.bank import Loss
    from leerpad.exchange.foreign import Haul
    from leerpad.questions.base import Question


@dataclass(frozen=True)
class Taken:
    """What an import makes: the text of the quiz, its questions by id, what is said of them and of those that aren't in it, and the images."""

    text: str
    questions: dict[str, Question]
    said: list[str]
    lost: list[str]
    images: dict[str, bytes]

    @property
    def only(self) -> Any:
        """The one question."""
        [question] = self.questions.values()
        return question


def take_in(haul: Haul, lessons: Iterable[str] = (), taken: Iterable[str] = (), source: str = "bank") -> Taken:
    """Take questions in, and read the quiz back as a course reads it: no fault may be in it."""
    texts = HtmlReader(haul.images, lambda name, _: name)
    result = Intake(load_locale("en"), texts, {*taken}, {*lessons}).quiz(
        haul.questions, name="quiz", title="Quiz", file=source
    )
    assert result.count + len(result.lost) == len(haul.questions)
    return Taken(result.text, read_quiz(result.text) if result.count else {}, result.said, result.lost, texts.kept)


def read_quiz(text: str) -> dict[str, Question]:
    """The questions of a quiz file without faults, by id."""
    report = Report()
    tree = read_tree(SourceText("quiz.yml", text), report)
    document = shape("quiz.yml", tree, QuizFile, report) if tree else None
    assert document is not None, [found.code for found in report]
    assert [fault for question in document.model.questions for fault in question.check()] == []
    assert report.faults == []
    return {question.id: question for question in document.model.questions}


def take(data: str | bytes, name: str = "bank.txt", **more: Any) -> Taken:
    """Take the questions of a foreign file in."""
    return take_in(read_any(data.encode() if isinstance(data, str) else data, name), **more)


def neutral(question: Question) -> NeutralQuestion | None:
    """A question as banks know it."""
    form = question.neutral()
    return form and NeutralQuestion(
        question.id, question.prompt, form, question.worth, question.hint, question.explanation, question.lesson
    )


def written(kind: str, questions: Iterable[Question]) -> tuple[bytes | Mapping[str, bytes], list[Loss]]:
    """Questions in a format: a file, or for QTI the files of the package."""
    found = [one for one in map(neutral, questions) if one is not None]
    items = [BankItem(one, "quizzes/1-basis/q.yml", ("Basis", "Quiz")) for one in found]
    return WRITERS[kind](items, HtmlWriter({}), load_locale("nl"), "bank")


def back(kind: str, questions: Iterable[Question]) -> Taken:
    """Questions that went out in a format and came in again."""
    questions = list(questions)
    content, _ = written(kind, questions)
    haul = read_any(content, "bank") if isinstance(content, bytes) else read_qti_package(content)
    return take_in(haul, lessons={one.lesson for one in questions if one.lesson})


@cache
def question_of(text: str) -> Any:
    """The one question that is written in YAML, as an item of a list."""
    [question] = read_quiz(f"id: quiz\ntitle: Quiz\nquestions:\n{text}").values()
    return question


def packed(files: dict[str, str | bytes]) -> bytes:
    """A zip with these files."""
    with ZipFile(buffer := BytesIO(), "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return buffer.getvalue()


def assert_said(found: Taken, said: tuple[str, ...]) -> None:
    """Exactly this is said, each with these words in it."""
    assert len(found.said) == len(said), found.said
    for words, line in zip(said, found.said, strict=True):
        assert words in line


def only(xml: str, *said: str) -> Any:
    """The one question of a file in XML, of which nothing is lost and exactly this is said."""
    found = take(xml, source="bank.xml")
    assert found.lost == []
    assert_said(found, said)
    return found.only


def choices(question: Any) -> list[tuple[str, bool]]:
    """What can be chosen, and whether it is right."""
    return [(choice.text, choice.correct) for choice in question.choices]
