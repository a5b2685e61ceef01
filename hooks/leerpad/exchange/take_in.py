"""From foreign questions to a quiz that an author can read: every question is written or named, none disappears."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field, replace
from html import escape
from typing import TYPE_CHECKING

from leerpad.authoring.starters import free_name, name_from
from leerpad.course.model.files import QuizFile
from leerpad.exchange.foreign import printable
from leerpad.exchange.formats import with_html
from leerpad.exchange.tags import read_tags
from leerpad.exchange.yaml_out import item_text, quiz_text
from leerpad.questions import TYPES
from leerpad.questions.neutral import ClozeForm, EssayForm
from leerpad.source.diagnostics import Report
from leerpad.source.fault import report_faults
from leerpad.source.files import SourceText
from leerpad.source.names import ID_PATTERN
from leerpad.source.shape import shape
from leerpad.source.tree import read_tree

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from leerpad.exchange.foreign import Foreign, Note
    from leerpad.exchange.html_in import HtmlReader
    from leerpad.locales import Locale
    from leerpad.questions.neutral import Blank, Form

_MADE_BY_MACHINES = re.compile(r"\D{0,4}\d+|[a-z]{0,2}[0-9a-f]{16,}|.*[0-9a-f]{8}-[0-9a-f]{4}-.*")


@dataclass
class TakenIn:
    """The quiz as text, how many questions stand in it, and what to say of each that needs a look or isn't in it."""

    text: str = ""
    count: int = 0
    said: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


class Intake:
    """Takes questions into one quiz. `taken` are ids that are in use; `lessons` those that may be referred to."""

    def __init__(self, locale: Locale, texts: HtmlReader, taken: Collection[str], lessons: Collection[str]) -> None:
        self.locale = locale
        self.texts = texts
        self.taken = {*taken}
        self.lessons = lessons

    def quiz(self, questions: list[Foreign], *, name: str, title: str, file: str) -> TakenIn:
        """The quiz `name` with these questions, which come from `file`."""
        result = TakenIn()
        items: list[str] = []
        category = ""
        for found in questions:
            data = self._data(found)
            faults = self._faults(data) if data else []
            where = self._where(found, file)
            notes = [self._words(note) for note in found.notes]
            if data is None or faults:
                reason = "; ".join(dict.fromkeys([*faults, *notes]))
                reason = reason or self.locale.text("exchange.no_such_type", kind=found.kind)
                result.lost.append(printable(self.locale.text("exchange.left_out", where=where, reason=reason)))
                continue
            question_id = str(data["id"])
            self.taken.add(question_id)
            result.count += 1
            remarks = [f"{where}: {note}" for note in notes]
            if found.category != category:
                category = found.category
                remarks.insert(0, self.locale.text("exchange.category", name=category or "–"))
            items.append(item_text(data, remarks))
            result.said += [printable(f"{where}  {question_id}: {note}") for note in notes]
        head = {"id": name, "title": title, "mode": "practice"}
        result.text = quiz_text(head, [self.locale.text("exchange.origin", file=file), *result.lost], items)
        return result

    def _data(self, found: Foreign) -> dict[str, object] | None:
        if found.form is None:
            return None
        read = self._reader(found)
        form = with_html(found.form, read)
        prompt = read(found.prompt)
        if isinstance(form, ClozeForm):
            form = ClozeForm(_with_gaps(form, read), self._blanks(form, read))
            prompt = prompt or self.locale.text("exchange.fill_in_prompt")
        keys = next((keys for kind in TYPES.values() if (keys := kind.keys_of(form)) is not None), None)
        if keys is None:
            return None
        kind = next(name for name, model in TYPES.items() if model.keys_of(form) is not None)
        lesson = read_tags(found.tags).lesson
        common = {
            "id": self._id(found, prompt),
            "type": kind,
            "prompt": prompt or read(escape(found.title)),
            "points": self._points(found, form),
            "lesson": lesson if lesson in self.lessons else None,
            "hint": read(found.hint),
            **keys,
            "explanation": read(found.explanation),
        }
        return {key: value for key, value in common.items() if value not in (None, "", [], {})}

    def _blanks(self, form: ClozeForm, read: Callable[[str], str]) -> dict[str, Blank]:
        def told(blank: Blank) -> Blank:
            mistakes = tuple(replace(one, feedback=read(one.feedback)) for one in blank.mistakes)
            return replace(blank, mistakes=mistakes, feedback=read(blank.feedback) if blank.feedback else None)

        return {name: told(blank) for name, blank in form.blanks.items()}

    def _reader(self, found: Foreign) -> Callable[[str], str]:
        folder = posixpath.dirname(found.spot.file)
        return lambda html: self.texts.markdown(html, found.note, folder)

    def _id(self, found: Foreign, prompt: str) -> str:
        """Its own name, if a person can read it; else one made from its title or its prompt."""
        own = name_from(found.name) if not _MADE_BY_MACHINES.fullmatch(found.name.lower()) else ""
        if re.fullmatch(ID_PATTERN, found.name) and own:
            own = found.name
        plain = re.sub(r"[*_`\[\]]", "", prompt.split("\n")[0])
        made = own or name_from(found.title[:80]) or name_from(plain[:80]) or "question"
        if own and own in self.taken:
            found.note("id_taken", id=own)
        return free_name(made, self.taken)

    def _points(self, found: Foreign, form: Form) -> float | None:
        if isinstance(form, EssayForm):
            return None
        if not 0 < found.points <= 100:
            found.note("points", points=f"{found.points:g}")
            return None
        return None if found.points == 1 else found.points

    def _faults(self, data: dict[str, object]) -> list[str]:
        """What `check` would say of the question, were it written."""
        report = Report()
        text = quiz_text({"id": "quiz", "title": "quiz"}, [], [item_text(data, [])])
        tree = read_tree(SourceText("", text), report)
        document = shape("", tree, QuizFile, report) if tree else None
        if document is None:
            return [self.locale.message(found) for found in report.faults]
        for question in document.model.questions:
            report_faults("", document.node, question.check(), report, ("questions", 0))
        return [self.locale.message(found) for found in report.faults]

    def _where(self, found: Foreign, file: str) -> str:
        place = f"{file} ({found.spot.file})" if found.spot.file else file
        return f"{place}:{found.spot.line}" if found.spot.line else place

    def _words(self, note: Note) -> str:
        key = note.what if "." in note.what else f"note.{note.what}"
        return self.locale.text(f"exchange.{key}", **dict(note.params))


def _with_gaps(form: ClozeForm, read: Callable[[str], str]) -> str:
    """The text of a question with gaps; only its own gaps are gaps in it."""
    html = form.text
    for name in form.blanks:
        html = html.replace(f"{{{{{name}}}}}", f"\ue000{name}\ue001")
    return read(html).replace("\ue000", "{{").replace("\ue001", "}}")
