"""What moves on a page while it loads, as a browser measures it: Cumulative Layout Shift."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

_WATCH = """
window.shiftsSeen = [];
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput, sources } of list.getEntries()) {
    const moved = sources.map(({ node, previousRect, currentRect }) =>
      `${node?.className || node?.nodeName} ${previousRect.y} to ${currentRect.y}`);
    if (!hadRecentInput) shiftsSeen.push([value, moved.join(", ")]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""
_SEEN = """() => new Promise((done) => {
  const settled = () => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(shiftsSeen))));
  if (document.readyState === "complete") settled();
  else window.addEventListener("load", settled);
})"""


@dataclass(frozen=True)
class Shifts:
    """How much moved on one page, and what; 0.1 is what is called good."""

    score: float
    moved: tuple[str, ...]


def watch_shifts(context: BrowserContext) -> None:
    """Let every page that opens from now on be watched. Only Chromium measures this."""
    context.add_init_script(_WATCH)


def shifts(page: Page) -> Shifts:
    """What moved until the page had loaded and been painted."""
    seen = page.evaluate(_SEEN)
    return Shifts(sum(value for value, _ in seen), tuple(moved for _, moved in seen))
