"""`schema`: the JSON Schemas with which editors help authors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.authoring.schema import SCHEMAS
from leerpad.commands.project import language_of
from leerpad.locales import load_locale

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from leerpad.commands.project import Commands
    from leerpad.locales import Locale


def add(commands: Commands, locale: Locale) -> None:
    """The command `schema`."""
    commands.add_parser("schema", help=locale.text("command.schema")).set_defaults(run=_run)


def _run(project: Path, _: argparse.Namespace) -> int:
    locale = load_locale(language_of(project))
    for path, make in SCHEMAS.items():
        (project / path).write_text(make(locale), "utf-8", newline="\n")
    return 0
