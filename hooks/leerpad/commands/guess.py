"""`guess`: what a reader would score who only looks at the form of answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.advice.outwitting import tell_guessers
from leerpad.commands.project import language_of, roots_of
from leerpad.course.load.course import load_course
from leerpad.locales import load_locale
from leerpad.source.diagnostics import Report

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from leerpad.commands.project import Commands
    from leerpad.locales import Locale


def add(commands: Commands, locale: Locale) -> None:
    """The command `guess`."""
    commands.add_parser("guess", help=locale.text("guess.help")).set_defaults(run=_run)


def _run(project: Path, _: argparse.Namespace) -> int:
    """Print what each kind of guesser would score in every test."""
    locale = load_locale(language_of(project))
    print("\n".join(tell_guessers(load_course(roots_of(project), Report()), locale)))
    return 0
