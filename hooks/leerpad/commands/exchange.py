"""`export` and `import`: banks of questions, to and from other systems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.commands.check import check
from leerpad.commands.project import language_of, roots_of
from leerpad.exchange import FORMATS
from leerpad.locales import load_locale

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from leerpad.commands.project import Commands
    from leerpad.locales import Locale


def add(commands: Commands, locale: Locale) -> None:
    """The commands `export` and `import`."""
    out = commands.add_parser("export", help=locale.text("exchange.export_help"))
    words = locale.text("exchange.export_kind", kinds=", ".join(FORMATS))
    out.add_argument("kind", choices=FORMATS, metavar=locale.text("exchange.name_kind"), help=words)
    out.add_argument("--quiz", metavar="ID", help=locale.text("exchange.export_quiz"))
    out.add_argument("--out", metavar=locale.text("starter.name_file"), help=locale.text("exchange.export_out"))
    bring = commands.add_parser("import", help=locale.text("exchange.import_help"))
    bring.add_argument("file", metavar=locale.text("starter.name_file"), help=locale.text("exchange.import_file"))
    words = locale.text("exchange.import_into")
    bring.add_argument("--into", metavar=locale.text("starter.name_in"), required=True, help=words)
    for parser in (out, bring):
        parser.set_defaults(run=_run)


def _run(project: Path, asked: argparse.Namespace) -> int:
    """Write questions for another system, or make a quiz of those of another, which is then checked."""
    from leerpad.exchange.commands import read_bank, write_bank  # its libraries would slow every other command

    locale, roots = load_locale(language_of(project)), roots_of(project)
    if asked.command == "export":
        return write_bank(roots, locale, asked.kind, asked.quiz, asked.out, print)
    return read_bank(roots, locale, asked.file, asked.into, print) or check(project)
