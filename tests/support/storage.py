"""Storage that is full, or isn't there."""

FILL = """() => {
  let size = 1 << 20, fill = "";
  localStorage.setItem("vulling", "");
  while (size >= 1) {
    try { localStorage.setItem("vulling", fill + "x".repeat(size)); fill += "x".repeat(size); }
    catch { size = Math.floor(size / 2); }
  }
}"""
"""Run in a page: not a letter more will fit."""

FULL = """Storage.prototype.setItem = () => { throw new DOMException("no room", "QuotaExceededError"); };"""
"""Run before a page: what is there can be read. Quicker than filling it up."""

BLOCK = """Object.defineProperty(window, "localStorage", {
  configurable: true, get() { throw new DOMException("no", "SecurityError"); } });"""
"""Run before a page: the browser keeps nothing."""
