"""Moving an element of a page, taking it out, and putting it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession

MOVE = "(name) => document.querySelector('h1').before(document.querySelector(name))"
REMOVE = "(name) => { window.away = document.querySelector(name); away.remove(); }"
BACK = "() => document.querySelector('h1').after(away)"


def listeners(session: CDPSession) -> int:
    """How many listeners the window and the document have, as the browser counts them."""
    count = 0
    for name in ("window", "document"):
        found = session.send("Runtime.evaluate", {"expression": name})["result"]
        count += len(session.send("DOMDebugger.getEventListeners", {"objectId": found["objectId"]})["listeners"])
    return count
