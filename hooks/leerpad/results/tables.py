"""The rows as text to read, JSON, CSV or Parquet."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict, astuple
from typing import TYPE_CHECKING

from leerpad.results.rows import ChoiceRow, QuestionRow, columns

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from leerpad.locales import Locale
    from leerpad.results.rows import Rows

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would calculate."""


def told(rows: Rows, locale: Locale) -> Iterator[str]:
    """For a person: each question in a few lines, with what deserves a look."""
    quiz = None
    for row in rows.questions:
        if row.quiz != quiz:
            quiz = row.quiz
            yield ""
            yield locale.text("results.quiz", quiz=quiz)
        yield ""
        yield locale.text(
            f"results.question_{_state(row)}", question=row.question, prompt=row.prompt, revision=row.revision
        )
        relation = locale.text("results.no_relation") if row.discrimination is None else f"{row.discrimination:.2f}"
        time = "–" if row.seconds is None else f"{row.seconds:.0f}"
        yield locale.text("results.line", n=row.n, share=f"{row.difficulty:.0%}", relation=relation, seconds=time)
        if row.few:
            yield locale.text("results.caution")
        for choice in rows.choices:
            if (choice.quiz, choice.question, choice.revision) == (row.quiz, row.question, row.revision):
                key = "results.right_choice" if choice.right else "results.choice"
                yield locale.text(key, share=f"{choice.share:5.0%}", text=choice.text)


def _state(row: QuestionRow) -> str:
    return {None: "gone", True: "now", False: "before"}[row.current]


def as_json(rows: Rows) -> str:
    """Both tables in one document."""
    document = {"questions": [*map(asdict, rows.questions)], "choices": [*map(asdict, rows.choices)]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def as_csv(rows: Rows) -> dict[str, bytes]:
    """A file for each table, which Excel reads as UTF-8. A text that it would calculate gets an apostrophe first."""
    return {f"{name}.csv": _csv(kind, table) for name, kind, table in _tables(rows)}


def _csv(kind: type[QuestionRow | ChoiceRow], table: list[QuestionRow] | list[ChoiceRow]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns(kind))
    for row in table:
        writer.writerow(
            [f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell for cell in astuple(row)]
        )
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def write_parquet(rows: Rows, folder: Path) -> list[Path]:
    """A file for each table. Raises ImportError where pyarrow is not installed: `pip install leerpad[results]`."""
    import pyarrow
    from pyarrow import parquet

    types = {
        "str": pyarrow.string(),
        "bool": pyarrow.bool_(),
        "bool | None": pyarrow.bool_(),
        "int": pyarrow.int64(),
        "float": pyarrow.float64(),
        "float | None": pyarrow.float64(),
    }
    written = []
    for name, kind, table in _tables(rows):
        shape = pyarrow.schema([(column, types[kind.__annotations__[column]]) for column in columns(kind)])
        written.append(folder / f"{name}.parquet")
        parquet.write_table(pyarrow.Table.from_pylist([*map(asdict, table)], schema=shape), written[-1])
    return written


def _tables(rows: Rows) -> list[tuple[str, type[QuestionRow | ChoiceRow], list[QuestionRow] | list[ChoiceRow]]]:
    return [("questions", QuestionRow, rows.questions), ("choices", ChoiceRow, rows.choices)]
