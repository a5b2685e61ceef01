"""Moving an element of a page, taking it out, and putting it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession

MOVE = "(name) => document.querySelector('h1').before(document.querySelector(name))"
REMOVE = "(name) => { window.away = document.querySelector(name); away.remove(); }"
BACK = "() => document.querySelector('h1').after(away)"


LISTENERS = "[window, document].flatMap((place) => Object.values(getEventListeners(place)).flat()).length"
"""How many listeners the window and the document have, as only the browser's own console may count them."""


def listeners(session: CDPSession) -> int:
    told = session.send("Runtime.evaluate", {"expression": LISTENERS, "includeCommandLineAPI": True})
    return int(told["result"]["value"])
