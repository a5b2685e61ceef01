"""A spreadsheet with a question per row. The first row is forgiving: capitals, spaces and either language will do.

Columns: the question; the right answer (its text, letter or number; several with `;`); choices, in one column each or
in one column with `;`; then, if wanted: type, hint, explanation, points, id, tolerance, unit, reasons per choice.
"""

from __future__ import annotations

import csv
import re
from decimal import Decimal
from html import escape
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from leerpad.exchange.foreign import MOST_BYTES, Foreign, Haul, Spot, UnreadableError, texts_of
from leerpad.exchange.numbers import decimal_of, float_of
from leerpad.questions.neutral import Blank, ChoiceForm, ClozeForm, EssayForm, NumberForm, Option, TruthForm

if TYPE_CHECKING:
    from collections.abc import Iterable

from leerpad.questions.neutral import Form

_NAMES = {
    "prompt": ("vraag", "question", "prompt", "vraagtekst", "stelling", "statement"),
    "answer": (
        "antwoord",
        "goed",
        "goed antwoord",
        "juist",
        "juiste antwoord",
        "answer",
        "correct",
        "correct answer",
        "right",
    ),
    "choices": ("keuzes", "opties", "antwoorden", "choices", "options", "answers"),
    "type": ("type", "soort", "vraagtype", "question type", "kind"),
    "hint": ("hint", "tip"),
    "explanation": ("uitleg", "toelichting", "feedback", "explanation"),
    "points": ("punten", "points", "score"),
    "id": ("id", "code", "naam", "name"),
    "tolerance": ("marge", "tolerantie", "tolerance"),
    "unit": ("eenheid", "unit"),
}
_CHOICE = re.compile(r"(keuze|optie|antwoord|choice|option|answer|fout|wrong)?\s*([a-z]|\d{1,2})")
_REASON = re.compile(r"(reden|feedback|uitleg|reason)\s*(bij)?\s*([a-z]|\d{1,2})")
_TRUE, _FALSE = (
    ("waar", "juist", "ja", "true", "yes", "t"),
    ("niet waar", "onwaar", "onjuist", "nee", "false", "no", "f"),
)
MOST_ROWS = 10_000
MOST_COLUMNS = 100


def read_csv(data: bytes, file: str = "") -> Haul:
    """A CSV with commas, semicolons or tabs between its cells."""
    text = texts_of(data, file)
    head = text.split("\n", 1)[0]
    mark = max(";,\t", key=head.count)
    csv.field_size_limit(MOST_BYTES)
    try:
        rows = list(csv.reader(StringIO(text), delimiter=mark))
    except csv.Error as error:
        raise UnreadableError("bad_sheet", Spot(file, 0), reason=str(error)) from None
    return _haul(rows, file)


def read_xlsx(data: bytes, file: str = "") -> Haul:
    """The first sheet of a workbook."""
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        cells = book.worksheets[0].iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True)
        rows = [["" if cell is None else _cell(cell) for cell in row] for row in cells]
    except Exception as error:  # the library lets through whatever goes wrong in a part of the file
        raise UnreadableError("bad_sheet", Spot(file, 0), reason=str(error)[:120]) from None
    return _haul(rows, file)


def _cell(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _haul(rows: list[list[str]], file: str) -> Haul:
    if len(rows) > MOST_ROWS:
        raise UnreadableError("too_many_rows", Spot(file, MOST_ROWS), most=MOST_ROWS)
    filled = [(number, row) for number, row in enumerate(rows, start=1) if any(cell.strip() for cell in row)]
    if not filled:
        raise UnreadableError("no_questions", Spot(file, 0), found="")
    columns = _Columns(filled[0][1])
    if "prompt" not in columns.known:
        raise UnreadableError("no_prompt_column", Spot(file, filled[0][0]), found=", ".join(filled[0][1])[:120])
    return Haul([_question(columns, row, Spot(file, number)) for number, row in filled[1:]])


class _Columns:
    """Which column holds what."""

    def __init__(self, head: Iterable[str]) -> None:
        self.known: dict[str, int] = {}
        self.choices: list[int] = []
        self.reasons: dict[str, int] = {}
        for number, written in enumerate(head):
            name = " ".join(written.strip().lower().replace("_", " ").split())
            what = next((key for key, names in _NAMES.items() if name in names), None)
            reason = _REASON.fullmatch(name)
            if what and what not in self.known:
                self.known[what] = number
            elif reason:
                self.reasons[reason[3]] = number
            elif _CHOICE.fullmatch(name):
                self.choices.append(number)

    def cell(self, row: list[str], what: str) -> str:
        """A cell by what it holds; empty where there is no such column."""
        number = self.known.get(what, len(row))
        return row[number].strip() if number < len(row) else ""


def _question(columns: _Columns, row: list[str], spot: Spot) -> Foreign:
    prompt = columns.cell(row, "prompt")
    kind = columns.cell(row, "type").lower()
    found = Foreign(spot, kind or "sheet", columns.cell(row, "id"), prompt, _html(prompt))
    found.hint, found.explanation = _html(columns.cell(row, "hint")), _html(columns.cell(row, "explanation"))
    points = columns.cell(row, "points").replace(",", ".")
    found.points = float_of(points, 1.0 if not points else 0.0)
    found.form = _form(columns, row, kind)
    if not prompt or found.form is None:
        found.form = None
        found.note("unclear")
    return found


def _form(columns: _Columns, row: list[str], kind: str) -> Form | None:
    answer = columns.cell(row, "answer")
    choices = [row[number].strip() for number in columns.choices if number < len(row)]
    while choices and not choices[-1]:
        choices.pop()
    choices = choices or [part.strip() for part in columns.cell(row, "choices").split(";") if part.strip()]
    if kind in ("open", "essay", "reflectie", "reflection"):
        return EssayForm(_html(answer) or None)
    if not answer:
        return EssayForm() if not choices else None
    if len(choices) > 1:
        return _choices(columns, row, choices, answer)
    if answer.lower() in (*_TRUE, *_FALSE):
        return TruthForm(answer.lower() in _TRUE)
    number = _number(answer)
    if number is not None:
        tolerance = _number(columns.cell(row, "tolerance")) or Decimal(0)
        return NumberForm(number, abs(tolerance), columns.cell(row, "unit") or None)
    accept = tuple(part.strip() for part in answer.split(";") if part.strip())
    return ClozeForm("{{gat-1}}", {"gat-1": Blank(accept)})


def _choices(columns: _Columns, row: list[str], choices: list[str], answer: str) -> Form | None:
    right = {index for part in answer.split(";") for index in _meant(part.strip(), choices)}
    if not right:
        return None

    def reason(index: int) -> str | None:
        for name in (chr(ord("a") + index), str(index + 1)):
            number = columns.reasons.get(name)
            if number is not None and number < len(row) and row[number].strip():
                return _html(row[number].strip())
        return None

    options = (Option(_html(text), index in right, reason(index)) for index, text in enumerate(choices) if text)
    return ChoiceForm(tuple(options), several=len(right) > 1, shuffle=True)


def _meant(part: str, choices: list[str]) -> list[int]:
    """The choice that a part of the answer means: by its text, else by its letter or number."""
    folded = [choice.casefold() for choice in choices]
    if part.casefold() in folded:
        return [folded.index(part.casefold())]
    if re.fullmatch(r"[A-Za-z]", part):
        index = ord(part.lower()) - ord("a")
    else:
        index = int(part) - 1 if part.isdecimal() and len(part) < 3 else -1
    return [index] if 0 <= index < len(choices) and choices[index] else []


def _number(text: str) -> Decimal | None:
    if not re.fullmatch(r"[-+]?\d+([.,]\d+)?", text):
        return None
    try:
        return decimal_of(text.replace(",", "."))
    except ValueError:
        return None


def _html(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
