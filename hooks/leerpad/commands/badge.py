"""`badge`: an organisation signs what learners say that they passed, withdraws that, and checks it."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from leerpad.commands.project import language_of
from leerpad.locales import load_locale

if TYPE_CHECKING:
    import argparse

    from leerpad.commands.project import Commands
    from leerpad.locales import Locale

ACTS = ("key", "sign", "revoke", "verify")
_NEEDED = ("joserfc", "cryptography", "segno")


def add(commands: Commands, locale: Locale) -> None:
    """The command `badge`, with a word for each thing that it does."""
    badge = commands.add_parser("badge", help=locale.text("badge.help"))
    acts = badge.add_subparsers(dest="act", required=True)
    parsers = {act: acts.add_parser(act, help=locale.text(f"badge.help_{act}")) for act in ACTS}
    for act in ("key", "sign", "revoke"):
        parsers[act].add_argument("key", type=Path, metavar=locale.text("badge.name_key"), help=_said(locale, act))
    for act, name in (("sign", "statement"), ("revoke", "badge"), ("verify", "file")):
        metavar, words = locale.text(f"badge.name_{name}"), locale.text(f"badge.help_{name}")
        parsers[act].add_argument("given", nargs="+", metavar=metavar, help=words)
    parsers["sign"].add_argument("--until", type=_day, metavar="2027-12-31", help=locale.text("badge.help_until"))
    parsers["sign"].add_argument("--out", type=Path, metavar=locale.text("results.folder"), help=_out(locale))
    for act in ("sign", "revoke"):
        parsers[act].add_argument("--yes", action="store_true", help=locale.text("badge.help_yes"))
    badge.set_defaults(run=_run)


def _said(locale: Locale, act: str) -> str:
    return locale.text("badge.help_new_key" if act == "key" else "badge.help_own_key")


def _out(locale: Locale) -> str:
    return locale.text("badge.help_out")


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _run(project: Path, asked: argparse.Namespace) -> int:
    locale = load_locale(language_of(project))
    try:
        from leerpad.commands.badge_acts import act
    except ModuleNotFoundError as error:
        if error.name not in _NEEDED:
            raise
        print(locale.text("badge.no_library"), file=sys.stderr)
        return 1
    return act(project, asked, locale)
