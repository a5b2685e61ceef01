"""What argparse says of a command that was typed wrongly, in the words of the site."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leerpad.locales import Locale

_SAID = {
    "usage: ": "usage",
    "positional arguments": "positional",
    "options": "options",
    "show this help message and exit": "help",
    "argument %(argument_name)s: %(message)s": "argument",
    "the following arguments are required: %s": "required",
    "unrecognized arguments: %s": "unrecognized",
    "invalid choice: %(value)r (choose from %(choices)s)": "choice",
    "invalid choice: %(value)r, maybe you meant %(suggestion)r? (choose from %(choices)s)": "choice_meant",
    "expected one argument": "one_argument",
    "ambiguous option: %(option)s could match %(matches)s": "ambiguous",
    "ignored explicit argument %r": "ignored",
}
"""Its messages, by the word under `arguments` in the locales that says the same."""


def speak(locale: Locale) -> None:
    """Let argparse, which asks gettext for each of its messages, say them in this language. What isn't known stays."""

    def said(text: str) -> str:
        key = _SAID.get(text)
        return locale.text(f"arguments.{key}") + (" " if key == "usage" else "") if key else text

    setattr(argparse, "_", said)  # noqa: B010 (a name that argparse has, though its types don't say so)
