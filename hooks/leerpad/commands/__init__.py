"""The commands for who makes a course. `leerpad …` and `python hooks/cli.py …` both come in here.

One module for each: `add` puts a command among the others, with the function that runs it in a project.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from leerpad.commands import check, exchange, guess, move, new, package, publish, schema, site
from leerpad.commands.project import CONSOLE, how_called, language_of
from leerpad.locales import load_locale
from leerpad.locales.arguments import speak
from leerpad.source.console import make_readable

COMMANDS = (check, guess, site, schema, publish, package, new, move, exchange)
"""In the order in which help names them."""


def main(arguments: list[str] | None = None, door: str = CONSOLE) -> int:
    """Run one command in the current folder; gives the exit status. `door` is the file that was called, if any."""
    make_readable(sys.stdout, sys.stderr)
    project = Path.cwd()
    locale = load_locale(language_of(project))
    speak(locale)
    parser = argparse.ArgumentParser(prog=Path(door).name, description=locale.text("command.about"))
    commands = parser.add_subparsers(dest="command", required=True)
    for command in COMMANDS:
        command.add(commands, locale)
    asked = parser.parse_args(arguments)
    asked.call = how_called(door, project)
    return int(asked.run(project, asked))
