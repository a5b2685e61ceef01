"""Results kept beside the course, so that `check` can say at each question what learners made of it.

Only rows with enough answers are kept: figures of a few would tell of persons.
"""

from __future__ import annotations

from pydantic import TypeAdapter

from leerpad.results.rows import Rows
from leerpad.results.tables import as_json

_ADAPTER: TypeAdapter[Rows] = TypeAdapter(Rows)


def as_kept(rows: Rows) -> str:
    """The text of the file."""
    questions = [row for row in rows.questions if row.current and not row.few]
    told = {(row.quiz, row.question) for row in questions}
    return as_json(Rows(questions, [row for row in rows.choices if (row.quiz, row.question) in told]))


def read_kept(text: str) -> Rows:
    """The rows in that file. Raises ValueError if it isn't one."""
    return _ADAPTER.validate_json(text)
