"""`new`: a level, lesson, quiz, question or scan to begin with, in a course that is there; or a whole new course."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from leerpad.authoring.workbench import Plan, RefusedError, Workbench
from leerpad.commands.course import add_course
from leerpad.commands.project import language_of, roots_of
from leerpad.course.model.handouts import HANDOUT_KINDS
from leerpad.locales import load_locale
from leerpad.questions import TYPES

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from leerpad.commands.project import Commands
    from leerpad.locales import Locale

GRAMMAR = {
    "level": ["title"],
    "lesson": ["in", "title"],
    "quiz": ["in", "title"],
    "question": ["file", "type"],
    "scan": ["title"],
    **{kind: ["in", "title"] for kind in HANDOUT_KINDS},
}
KINDS = (*GRAMMAR, "course")


def add(commands: Commands, locale: Locale) -> None:
    """The command `new`."""
    maker = commands.add_parser("new", help=locale.text("starter.help"))
    makers = maker.add_subparsers(dest="what", required=True, metavar=locale.text("starter.name_what"))
    for what, names in GRAMMAR.items():
        maker = makers.add_parser(what, help=locale.text(f"starter.help_{what}"))
        for name in names:
            words = locale.text(f"starter.help_{name}", types=", ".join(TYPES))
            maker.add_argument(name, metavar=locale.text(f"starter.name_{name}"), help=words)
        if what == "quiz":
            maker.add_argument("--test", action="store_true", help=locale.text("starter.help_test"))
        maker.set_defaults(run=_run)
    add_course(makers, locale)


def _run(project: Path, asked: argparse.Namespace) -> int:
    """Make it, and say what to do with it; 1 if it can't be made."""
    locale = load_locale(language_of(project))
    bench = Workbench(roots_of(project), locale, asked.call)
    try:
        plan = _plan(bench, asked)
        bench.write(plan)
    except RefusedError as refused:
        print(refused, file=sys.stderr)
        return 1
    except FileExistsError as error:
        print(locale.text("starter.exists", file=error.filename or error), file=sys.stderr)
        return 1
    except OSError as error:
        print(locale.text("starter.not_written", file=error.filename, reason=error.strerror), file=sys.stderr)
        return 1
    for key, files in (("made", plan.files), ("added", plan.additions)):
        for file in files:
            print(locale.text(f"starter.{key}", file=file))
    print("", locale.text("starter.next"), *plan.steps, sep="\n")
    return 0


def _plan(bench: Workbench, asked: argparse.Namespace) -> Plan:
    words = vars(asked)
    if asked.what == "level":
        return bench.level(words["title"])
    if asked.what == "lesson":
        return bench.lesson(words["in"], words["title"])
    if asked.what == "quiz":
        return bench.quiz(words["in"], words["title"], is_test=asked.test)
    if asked.what == "scan":
        return bench.scan(words["title"])
    if asked.what in HANDOUT_KINDS:
        return bench.handout(asked.what, words["in"], words["title"])
    return bench.question(words["file"], words["type"])
