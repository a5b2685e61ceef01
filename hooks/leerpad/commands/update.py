"""`update`: the course of this folder, brought to the version of the engine that is installed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from leerpad.authoring.beginning import VERSION
from leerpad.authoring.updating import NoRecordError, plan_update, write_all
from leerpad.commands.project import language_of
from leerpad.locales import load_locale

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from leerpad.authoring.updating import Update
    from leerpad.commands.project import Commands
    from leerpad.locales import Locale


def add(commands: Commands, locale: Locale) -> None:
    """The command `update`."""
    updating = commands.add_parser("update", help=locale.text("update.help"))
    updating.add_argument("--dry-run", action="store_true", help=locale.text("update.help_dry_run"))
    updating.set_defaults(run=_run)


def _run(project: Path, asked: argparse.Namespace) -> int:
    """Bring it up to date, and say all that changes; 1 if that can't be done."""
    locale = load_locale(language_of(project))
    try:
        update = plan_update(project)
    except NoRecordError:
        print(locale.text("update.no_record"), file=sys.stderr)
        return 1
    if update.is_empty:
        print(locale.text("update.nothing", version=VERSION))
        return 0
    print("\n".join(_told(update, locale)))
    if asked.dry_run:
        print(locale.text("update.only_told"))
        return 0
    try:
        write_all(project, update.files, update.removed)
    except OSError as error:
        print(locale.text("update.broken", file=error.filename, reason=error.strerror), file=sys.stderr)
        return 1
    print(locale.text("update.done", old=update.before, new=VERSION))
    return 0


def _told(update: Update, locale: Locale) -> Iterator[str]:
    for key, paths in (("replaced", update.replaced), ("added", update.added), ("gone", update.gone)):
        for path in paths:
            yield locale.text(f"update.{key}", file=path)
    for path, new in update.beside.items():
        yield locale.text("update.beside", file=path, new=new)
    for change in update.changes:
        words = locale.text(f"update.change_{change.key}", **change.params)
        yield f"{change.path}:{change.line}  {words}"
