"""What moves on a page while it loads, as a browser measures it: Cumulative Layout Shift."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from support.browser import AT_REST

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
_LOADED = """() => new Promise((done) => {
  if (document.readyState === "complete") done();
  else window.addEventListener("load", done);
})"""
_SEEN = "() => new Promise((done) => setTimeout(() => done(shiftsSeen)))"  # a task later than the last painting


@dataclass(frozen=True)
class Shifts:
    """How much moved on one page, and what; 0.1 is what is called good."""

    score: float
    moved: tuple[str, ...]


def watch_shifts(context: BrowserContext) -> None:
    """Let every page that opens from now on be watched. Only Chromium measures this."""
    context.add_init_script(_WATCH)


def shifts(page: Page) -> Shifts:
    """What moved until the page had loaded, all of it had come to life, and it was painted."""
    page.evaluate(_LOADED)
    page.evaluate(AT_REST)
    seen = page.evaluate(_SEEN)
    return Shifts(sum(value for value, _ in seen), tuple(moved for _, moved in seen))
