"""Walking through a page with the keyboard, and what can be seen of each stop."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import dropwhile
from typing import TYPE_CHECKING, Any

from support.browser import AT_REST

if TYPE_CHECKING:
    from playwright.sync_api import Page

_MOST = 400
"""Far more stops than any page has: who is still on the way is trapped."""
_AT_ONCE = 25
"""So many keys are pressed before the page is asked what it noted."""

_HERE = """() => {
  const active = document.activeElement;
  if (active === document.body || active === document.documentElement) return null;
  const name = active.labels?.[0]?.textContent.trim() || active.getAttribute("aria-label") || active.textContent;
  // Some are drawn by what belongs to them: the label of a hidden box, the frame of the search.
  const beside = active.matches("input:has(+ label)") ? active.nextElementSibling : null;
  const drawn = [active, beside, active.closest("label, li, .md-search")].filter(Boolean);
  const isRinged = (element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
  };
  const isSeen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const { top, bottom, left, right, height } = active.getBoundingClientRect();
  const header = document.querySelector(".md-header").getBoundingClientRect().bottom;
  const stays = active.closest(".md-header, .md-skip, .md-sidebar") !== null;
  const fits = height < innerHeight - header;
  const x = Math.min(Math.max((left + right) / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(fits ? (top + bottom) / 2 : Math.max(top, header) + 10, 0), innerHeight - 1);
  const above = document.elementFromPoint(x, y);
  const isOwn = (element) => element.contains(above) || above?.contains(element);
  const wrong = [
    [!drawn.some((element) => isSeen(element) && isRinged(element)), "doesn't show that it has the focus"],
    [!drawn.some(isSeen), "can't be seen"],
    [bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth, "is off the screen"],
    [!stays && fits && top < header - 1, "is under the header"],
    [!drawn.some(isOwn), `is under ${above?.className || above?.nodeName}`],
  ];
  return [name.replaceAll(/\\s+/g, " ").trim().slice(0, 60), wrong.filter(([is]) => is).map(([, what]) => what)];
}"""


@dataclass(frozen=True)
class Stop:
    """Where the focus came, and what is wrong with that; empty for nothing."""

    name: str
    wrong: tuple[str, ...]


_NOTE = f"""() => {{
  const here = {_HERE};
  const noted = (window.stopsNoted = []);
  window.walking = new AbortController();
  let isMet = false;
  addEventListener("keydown", (event) => {{
    if (event.key !== "Tab") return;
    const now = here();
    noted.push(now);
    if (now === null && isMet) event.preventDefault(); // out of the page: further keys would begin anew
    isMet ||= now !== null;
  }}, {{ capture: true, signal: walking.signal }});
}}"""
"""Until the walk ends, the page notes at each press of Tab where the focus was until then."""
_START = """(end) => {
  scrollTo(0, end ? document.body.scrollHeight : 0);
  const here = Object.assign(document.createElement("span"), { tabIndex: -1 });
  document.body[end ? "append" : "prepend"](here);
  here.focus({ preventScroll: true });
  here.remove();
}"""


def walk(page: Page, key: str) -> list[Stop]:
    """Every stop of a page, with Tab from its beginning or Shift+Tab from its end. Raises AssertionError for a trap."""
    stops = _walk_fast(page, key)
    # Or so it seems: a long quiz works out its sizes when it comes near the screen.
    return _walk_slowly(page, key) if complaints(stops) else stops


def _walk_fast(page: Page, key: str) -> list[Stop]:
    page.evaluate(_NOTE)
    page.evaluate(_START, key != "Tab")
    noted: list[list[Any] | None] = []
    while len(noted) < _MOST:
        for _ in range(_AT_ONCE):
            page.keyboard.press(key)
        noted += page.evaluate("stopsNoted.splice(0)")
        seen = list(dropwhile(lambda here: here is None, noted))
        if None in seen:
            page.evaluate("walking.abort()")
            return [Stop(here[0], tuple(here[1])) for here in seen[: seen.index(None)] if here]
    raise AssertionError(f"{key} never leaves {page.url}; last {noted[-3:]}")


def _walk_slowly(page: Page, key: str) -> list[Stop]:
    page.evaluate(_START, key != "Tab")
    stops: list[Stop] = []
    while len(stops) < _MOST:
        page.keyboard.press(key)
        here = page.evaluate(_HERE)
        if here is not None and here[1]:
            page.evaluate(AT_REST)
            here = page.evaluate(_HERE)
        if here is not None:
            stops.append(Stop(here[0], tuple(here[1])))
        elif stops:
            return stops
    raise AssertionError(f"{key} never leaves {page.url}; last {stops[-3:]}")


def complaints(stops: list[Stop]) -> list[str]:
    """What is wrong on the way, one line each."""
    return [f"{stop.name or 'something without a name'} {what}" for stop in stops for what in stop.wrong]
