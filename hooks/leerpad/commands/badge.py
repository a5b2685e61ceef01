"""`badge`: an organisation signs what learners say that they passed, withdraws that, and checks it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from leerpad.commands.due import day_in
from leerpad.commands.project import language_of, program_of
from leerpad.locales import load_locale

if TYPE_CHECKING:
    import argparse

    from leerpad.commands.project import Commands
    from leerpad.locales import Locale

ACTS = ("key", "sign", "revoke", "verify")
_NEEDED = ("joserfc", "cryptography", "segno")


def add(commands: Commands, locale: Locale) -> None:
    """The command `badge`, with a word for each thing that it does."""

    def said(name: str) -> str:
        return locale.text(f"badge.{name}")

    badge = commands.add_parser("badge", help=said("help"))
    acts = badge.add_subparsers(dest="act", required=True, metavar=locale.text("badge.name_act"))
    key, sign, revoke, verify = (acts.add_parser(act, help=said(f"help_{act}")) for act in ACTS)
    key.add_argument("key", type=Path, metavar=said("name_key"), help=said("help_new_key"))
    for parser in (sign, revoke):
        parser.add_argument("key", type=Path, metavar=said("name_key"), help=said("help_own_key"))
        parser.add_argument("--yes", action="store_true", help=said("help_yes"))
    for parser, given in ((sign, "statement"), (revoke, "badge"), (verify, "file")):
        parser.add_argument("given", nargs="+", metavar=said(f"name_{given}"), help=said(f"help_{given}"))
    sign.add_argument("--until", type=day_in(locale), metavar="2027-12-31", help=said("help_until"))
    sign.add_argument("--out", type=Path, metavar=locale.text("results.folder"), help=said("help_out"))
    badge.set_defaults(run=_run)


def _run(project: Path, asked: argparse.Namespace) -> int:
    locale = load_locale(language_of(project))
    try:
        from leerpad.commands.badge_acts import act
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _NEEDED:
            raise
        print(locale.text("badge.no_library", python=program_of(project)), file=sys.stderr)
        return 1
    return act(project, asked, locale)
