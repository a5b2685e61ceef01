"""The pieces of HTML in which signs mean something else: comments, elements that hold text only, and tags."""

from __future__ import annotations

import re

_INSIDE_TAG = r"""
    [^\s/>]*+
    (?:
      [\s/]++
      | [^\s/>][^\s/>=]*+ (?:\s*+ = \s*+ (?:"[^"]*+(?:"|\Z) | '[^']*+(?:'|\Z) | [^\s>"'][^\s>]*+)?+)?+
    )*+
"""

PIECE = re.compile(
    rf"""
    <!-- (?:.*?--> | .*+)
    | <(?P<raw>script|style|textarea|title)(?=[\s/>]) {_INSIDE_TAG}
      (?:> (?:.*?</(?P=raw)(?=[\s/>])[^>]*+(?:>|\Z) | .*+) | \Z)
    | <[a-z] {_INSIDE_TAG} (?:>|\Z)
    """,
    re.DOTALL | re.IGNORECASE | re.VERBOSE | re.ASCII,
)
"""Each as a browser reads it (HTML Standard, 13.2.5). What never ends goes on to the end of the text, as it does there,
so that nothing is read twice."""
