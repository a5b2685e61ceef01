"""Storage that is full, or isn't there; what a page knows of its own, and how often it writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

FILL = """() => {
  const fits = (key, text) => { try { localStorage.setItem(key, text); return true; } catch { return false; } };
  let size = 1 << 20, rest = "";
  fits("rest", rest);
  for (let number = 0; size >= 1024;) {
    if (fits(`vulling${number || ""}`, "x".repeat(size))) number += 1;
    else size /= 2;
  }
  while (size >= 1) {
    if (fits("rest", rest + "x".repeat(size))) rest += "x".repeat(size);
    else size = Math.floor(size / 2);
  }
}"""
"""Run in a page: not a letter more will fit, until `vulling` is taken out. In parts, since each write costs its length."""

FULL = """Storage.prototype.setItem = () => { throw new DOMException("no room", "QuotaExceededError"); };"""
"""Run before a page: what is there can be read. Quicker than filling it up."""

BLOCK = """Object.defineProperty(window, "localStorage", {
  configurable: true, get() { throw new DOMException("no", "SecurityError"); } });"""
"""Run before a page: the browser keeps nothing."""


def in_store(page: Page, expression: str) -> None:
    """Wait until the page itself knows this of its progress `p`."""
    page.wait_for_function(f"() => ((p) => {expression})(Leerpad.store.progress)")


def count_writes(page: Page) -> None:
    """From now on `written` says in the page how often it wrote."""
    page.evaluate("""() => {
      window.written = 0;
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function (...entry) { written += 1; return setItem.apply(this, entry); };
    }""")
