"""How signs of Markdown are written within a line, for all that leave them out.

Each reads a line once: no part may match the same letters in two ways.
"""

from __future__ import annotations

TARGET = r"\([^()]*(?:\([^()]*\)[^()]*)?\)"
"""Where a link leads, behind its words."""

CITED = r"\[\s*-?@[^\[\]]*\]"
"""What looks like a citation, whether it can be read or not; see citations.py."""

ATTRIBUTES = r"\{[:#.][^{}]*\}"
"""A class or an id that an author gives."""

DEFINED = r"\*?\[[^\[\]]+\]:"
"""What begins the definition of a link, a footnote or an abbreviation."""
