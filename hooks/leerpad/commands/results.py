"""`results`: how questions did, from files that learners gave."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from leerpad.commands.project import language_of, program_of, roots_of
from leerpad.course.load.course import RESULTS as PLACE
from leerpad.locales import load_locale

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from leerpad.commands.project import Commands
    from leerpad.course.model.course import Course
    from leerpad.locales import Locale
    from leerpad.results.rows import Rows
    from leerpad.results.statistics import Analysis

FORMATS = ("table", "json", "csv", "parquet")
_MOST_TOLD = 20
"""So many unreadable files are named; of the others the number."""


def add(commands: Commands, locale: Locale) -> None:
    """The command `results`."""
    results = commands.add_parser("results", help=locale.text("results.help"))
    results.add_argument(
        "files", nargs="*", type=Path, metavar=locale.text("results.name"), help=locale.text("results.files")
    )
    results.add_argument(
        "--xapi", action="append", default=[], type=Path, metavar="JSONL", help=locale.text("results.xapi")
    )
    results.add_argument("--format", choices=FORMATS, default="table", help=locale.text("results.format"))
    results.add_argument("--out", type=Path, metavar=locale.text("results.folder"), help=locale.text("results.out"))
    results.add_argument("--keep", action="store_true", help=locale.text("results.keep", file=PLACE))
    results.add_argument("--schema", action="store_true", help=locale.text("results.schema"))
    results.set_defaults(run=_run)


def _run(project: Path, asked: argparse.Namespace) -> int:
    from leerpad.course.load.course import load_course
    from leerpad.results.files import schema
    from leerpad.results.kept import as_kept
    from leerpad.results.rows import rows_of
    from leerpad.results.statistics import Analysis
    from leerpad.source.diagnostics import Report

    locale = load_locale(language_of(project))
    if asked.schema:
        print(json.dumps(schema(), indent=2))
        return 0
    report = Report()
    course = load_course(roots_of(project), report)
    questions = ((one.id, quiz.model.id) for quiz in course.quizzes.values() for one in quiz.model.questions)
    analysis = Analysis(homes=dict(questions))
    if report.faults:
        print(locale.text("results.course_faults"), file=sys.stderr)
    refused = [*_add_files(analysis, asked.files, course, locale), *_add_xapi(analysis, asked.xapi, course, locale)]
    for line in refused[:_MOST_TOLD]:
        print(line, file=sys.stderr)
    if len(refused) > _MOST_TOLD:
        print(locale.plural("results.more_refused", len(refused) - _MOST_TOLD), file=sys.stderr)
    if not analysis.attempts:
        print(locale.text("results.nothing"), file=sys.stderr)
        return 1
    learners = locale.plural("results.learners", analysis.files)
    attempts = locale.plural("results.attempts", analysis.attempts)
    print(locale.text("results.read", learners=learners, attempts=attempts), file=sys.stderr)
    rows = rows_of(analysis, course, locale)
    if asked.keep:
        (project / PLACE).write_text(as_kept(rows), "utf-8")
        print(locale.text("results.kept", file=PLACE), file=sys.stderr)
    return _give(rows, asked.format, asked.out or project / "dist" / "results", locale)


def _add_files(analysis: Analysis, given: Sequence[Path], course: Course, locale: Locale) -> Iterator[str]:
    """Take up all files. Gives a line for each that isn't, with its reason."""
    from leerpad.results.files import AnswersFile, UnreadableFileError, read_file

    for path in _files_in(given):
        try:
            file = read_file(path)
        except UnreadableFileError as error:
            yield locale.text("results.refused", file=path, why=locale.text(f"results.{error.key}", **error.values))
            continue
        if file.course.id != course.settings.course_id:
            yield locale.text("results.refused", file=path, why=locale.text("results.other_course"))
        elif not isinstance(file, AnswersFile):
            yield locale.text("results.refused", file=path, why=locale.text(f"results.is_{file.kind}"))
        else:
            analysis.add_file(file)


def _add_xapi(analysis: Analysis, given: Sequence[Path], course: Course, locale: Locale) -> Iterator[str]:
    from leerpad.results.xapi import add_statements

    for path in given:
        try:
            for line in add_statements(analysis, path, course):
                yield locale.text("results.bad_line", file=path, line=line)
        except OSError as error:
            yield locale.text("results.refused", file=path, why=error.strerror)


def _files_in(given: Sequence[Path]) -> Iterator[Path]:
    """The files themselves, and in folders, however deep, those that are JSON."""
    for path in given:
        if path.is_dir():
            yield from sorted(path.rglob("*.json"))
        else:
            yield path


def _give(rows: Rows, form: str, folder: Path, locale: Locale) -> int:
    from leerpad.results.tables import as_csv, as_json, told, write_parquet

    if form == "table":
        print("\n".join(told(rows, locale)).strip("\n"))
        return 0
    if form == "json":
        print(as_json(rows), end="")
        return 0
    folder.mkdir(parents=True, exist_ok=True)
    if form == "csv":
        for name, data in as_csv(rows).items():
            (folder / name).write_bytes(data)
    else:
        try:
            write_parquet(rows, folder)
        except ImportError:
            print(locale.text("results.no_parquet", python=program_of(Path.cwd())), file=sys.stderr)
            return 1
    print(locale.text("results.written", folder=folder))
    return 0
