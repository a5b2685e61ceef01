"""How a text is written as a value in YAML, so that it is read back as the same text, by every reader of YAML."""

from __future__ import annotations

import re

_PLAIN = re.compile(r"[^\W\d_][\w ’.,!?()–-]*")
_NOT_TEXT = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}


def yaml_text(text: str) -> str:
    """A text of one line: with quotation marks only where it needs them."""
    is_plain = _PLAIN.fullmatch(text) and text.casefold() not in _NOT_TEXT
    return text if is_plain else "'{}'".format(text.replace("'", "''"))
