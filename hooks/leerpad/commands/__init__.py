"""The commands for who makes a course. `leerpad …` and `python hooks/cli.py …` both come in here.

One module for each: `add` puts a command among the others, with the function that runs it in a project.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

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
from leerpad.commands.project import CONSOLE, how_called, is_course, language_of
from leerpad.locales import load_locale
from leerpad.locales.arguments import speak
from leerpad.source.console import let_go, make_readable

COMMANDS = (check, due, guess, pace, site, schema, publish, package, new, move, exchange, results, badge, update)
"""In the order in which help names them."""
ANYWHERE = (begin, check.run)
"""What can be done where no course stands; `check` says itself what is missing."""


def main(arguments: list[str] | None = None, door: str = CONSOLE) -> int:
    """Run one command in the current folder; gives the exit status. `door` is the file that was called, if any."""
    make_readable(sys.stdout, sys.stderr)
    typed, project = list(sys.argv[1:] if arguments is None else arguments), Path.cwd()
    locale = load_locale(language_of(project) if is_course(project) else spoken(typed))
    speak(locale)
    parser = argparse.ArgumentParser(prog=Path(door).name, description=locale.text("command.about"))
    commands = parser.add_subparsers(dest="command", required=True)
    for command in COMMANDS:
        command.add(commands, locale)
    if not typed:
        parser.print_help()
        return 0
    asked = parser.parse_args(_meant(typed, project))
    asked.call = how_called(door, project)
    if not (is_course(project) or asked.run in ANYWHERE):
        print(locale.text("starter.no_course"), file=sys.stderr)
        return 1
    try:
        status = int(asked.run(project, asked))
        sys.stdout.flush()
    except BrokenPipeError:  # who reads along, such as `head`, has read enough
        let_go(sys.stdout)
        return 1
    return status


def _meant(typed: list[str], project: Path) -> list[str]:
    """`new cursus`, where there is no course yet, can only mean a whole new one."""
    begins = typed[:1] == ["new"] and len(typed) > 1 and not is_course(project)
    if begins and typed[1] not in new.KINDS and typed[1] not in ("-h", "--help"):
        return ["new", "course", *typed[1:]]
    return typed
