"""`move`: a lesson or a level in another place, with everything that points to it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from leerpad.authoring.move import Mover
from leerpad.authoring.workbench import RefusedError
from leerpad.commands.project import language_of, roots_of
from leerpad.locales import load_locale

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from leerpad.commands.project import Commands
    from leerpad.locales import Locale


def add(commands: Commands, locale: Locale) -> None:
    """The command `move`."""
    moving = commands.add_parser("move", help=locale.text("move.help"))
    for name in ("file", "place"):
        moving.add_argument(name, metavar=locale.text(f"move.name_{name}"), help=locale.text(f"move.help_{name}"))
    moving.set_defaults(run=_run)


def _run(project: Path, asked: argparse.Namespace) -> int:
    """Move it, and say what changed; 1 if it can't be moved."""
    locale = load_locale(language_of(project))
    try:
        mover = Mover(roots_of(project), locale)
        moving = mover.plan(asked.file, asked.place)
        mover.move(moving)
    except RefusedError as refused:
        print(refused, file=sys.stderr)
        return 1
    except OSError as error:
        print(locale.text("move.failed", file=error.filename, reason=error.strerror), file=sys.stderr)
        return 1
    for old, new in moving.told.items():
        print(locale.text("move.moved", old=old, new=new))
    for file in sorted(moving.texts.keys() - moving.renamed.values()):
        print(locale.text("move.changed", file=file))
    return 0
