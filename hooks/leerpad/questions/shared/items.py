"""Things that are put somewhere: in an order, or under a name."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from leerpad.questions.base import text_key
from leerpad.source.shape import Shaped, Text


class Item(Shaped):
    """A text, and the reason why it belongs where it does."""

    text: Text
    feedback: Text | None = None

    @property
    def key(self) -> str:
        """The item's name in stored answers."""
        return text_key(self.text)


def _with_text(value: object) -> object:
    return value if isinstance(value, (dict, list, Item)) else {"text": value}


TextOrItem = Annotated[Item, BeforeValidator(_with_text, json_schema_input_type=str | float | bool | Item)]
"""Written as a text alone, or with `text` and `feedback`."""
