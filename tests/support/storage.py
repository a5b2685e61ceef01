"""Storage that is full, or isn't there."""

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
