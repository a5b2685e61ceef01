"""The commands for who makes a course. `leerpad …` and `python hooks/cli.py …` both come in here.

One module for each: `add` puts a command among the others, with the function that runs it in a project.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from leerpad.commands import (
    badge,
    check,
    due,
    exchange,
    guess,
    move,
    new,
    pace,
    package,
    publish,
    results,
    schema,
    site,
    update,
)
from leerpad.commands.course import begin, spoken
from leerpad.commands.mistyped import MistypedError, Parser, no_course, told
from leerpad.commands.project import CONSOLE, how_called, is_course, language_of
from leerpad.locales import load_locale
from leerpad.locales.arguments import speak
from leerpad.source.console import let_go, make_readable

if TYPE_CHECKING:
    from leerpad.locales import Locale

COMMANDS = (check, due, guess, pace, site, schema, publish, package, new, move, exchange, results, badge, update)
"""In the order in which help names them."""
INTERRUPTED = 130
"""The status of what was stopped with Ctrl-C, as shells have it."""


def main(arguments: list[str] | None = None, door: str = CONSOLE) -> int:
    """Run one command in the current folder; gives the exit status. `door` is the file that was called, if any."""
    make_readable(sys.stdout, sys.stderr)
    typed, project = list(sys.argv[1:] if arguments is None else arguments), Path.cwd()
    locale = load_locale(language_of(project) or ("" if is_course(project) else spoken(typed)))
    try:
        status = _run(typed, project, door, locale)
        print(end="", flush=True)  # a stream that was closed isn't there at all
    except MistypedError as mistyped:
        print(told(mistyped, _meant(typed, project), project, how_called(door, project), locale), file=sys.stderr)
        return 2
    except BrokenPipeError:  # who reads along, such as `head`, has read enough
        let_go(sys.stdout)
        return 1
    except OSError as error:
        named = error.filename or locale.text("command.output")
        print(locale.text("command.no_file", file=named, reason=error.strerror), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _run(typed: list[str], project: Path, door: str, locale: Locale) -> int:
    speak(locale)
    parser = Parser(prog=Path(door).name, description=locale.text("command.about"))
    commands = parser.add_subparsers(dest="command", required=True, metavar=locale.text("command.name"))
    for command in COMMANDS:
        command.add(commands, locale)
    if not typed:
        parser.print_help()
        return 0
    asked = parser.parse_args(_meant(typed, project))
    asked.call = how_called(door, project)
    if is_course(project) or asked.run is begin or getattr(asked, "json", False):
        return int(asked.run(project, asked))
    print(no_course(project, asked.call, locale), file=sys.stderr)
    return 1


def _meant(typed: list[str], project: Path) -> list[str]:
    """`new cursus`, where there is no course yet, can only mean a whole new one."""
    begins = typed[:1] == ["new"] and len(typed) > 1 and not is_course(project)
    if begins and typed[1] not in new.KINDS and typed[1] not in ("-h", "--help"):
        return ["new", "course", *typed[1:]]
    return typed
