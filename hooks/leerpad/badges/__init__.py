"""Signed proof: an organisation's key, the badges that it signs, the list of those that it withdrew, and the check.

Needs what `leerpad[badges]` brings. A badge is an Open Badge 3.0, as a token with a signature of the kind ES256.
"""

from __future__ import annotations


class BadgeError(Exception):
    """Why something can't be done: `badge.<key>` has the words, `values` fill them."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values
