"""The letters of headings: `extra.leerpad.heading_font` of mkdocs.yml."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

OURS = "true"
"""The font that comes with the engine."""
NONE = "false"
"""The system's own letters, as in the text."""
SUFFIX = ".woff2"
MARK = b"wOF2"
"""How such a file begins."""


def _choice(value: object) -> str:
    text = str(value).strip()
    if text.lower() in (OURS, NONE):
        return text.lower()
    if not text.endswith(SUFFIX):
        raise PydanticCustomError("not_a_font", "true, false, or the path of a font")
    return text


HeadingFontSetting = Annotated[str, BeforeValidator(_choice)]
"""`OURS`, `NONE`, or the path in the project of a font of the course."""
