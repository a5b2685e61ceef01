"""Browser profiles that several visitors use one after another: making one, with its page, costs as much as a page.

Only for sites opened by double-click: what those keep, one page can wipe. And never for a profile that a test gave
something lasting, such as a script before every page: that one is thrown away.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from playwright.sync_api import BrowserContext, Page

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

AT_MOST = 4
"""How many profiles wait for a visitor."""

BOTH = (
    *("add_init_script", "clock", "close", "expose_binding", "expose_function", "on", "once", "route"),
    *("route_from_har", "route_web_socket", "set_extra_http_headers"),
)
LASTING = {
    Page: (*BOTH, "add_locator_handler", "emulate_media", "set_viewport_size"),
    BrowserContext: (
        *(*BOTH, "add_cookies", "grant_permissions", "new_cdp_session", "set_geolocation", "set_offline"),
        *("set_default_timeout", "set_default_navigation_timeout"),
    ),
}
"""What does something to a page or a profile that stays when another page is opened."""

_lasting_use: WeakSet[object] = WeakSet()


def _tell(kind: type, name: str) -> None:
    """Have a method, or what a property gives, remember whom it was asked of."""
    original = getattr(kind, name)
    ask = original.fget if isinstance(original, property) else original

    @wraps(ask)
    def asked(self: object, *args: Any, **names: Any) -> Any:
        _lasting_use.add(self)
        return ask(self, *args, **names)

    setattr(kind, name, property(asked) if isinstance(original, property) else asked)


for _kind, _names in LASTING.items():
    for _name in _names:
        _tell(_kind, _name)


class Profile:
    """A browser profile with one page in it."""

    def __init__(self, browser: Browser, options: dict[str, Any]) -> None:
        self.options = options
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()

    def forget(self) -> None:
        """All that was done so far is no use that lasts."""
        _lasting_use.difference_update([self.context, self.page])

    @property
    def is_as_new(self) -> bool:
        """Whether nothing was done that lasts."""
        return not _lasting_use.intersection([self.context, self.page])

    def wipe(self, empty: str) -> None:
        """Make it as it was at first, with only an empty page."""
        for page in self.context.pages:
            if page is not self.page:
                page.close()
        self.page.goto(empty)
        self.page.evaluate("localStorage.clear(); sessionStorage.clear(); window.name = ''")
        self.page.mouse.move(-1, -1)


class Profiles:
    """The profiles of one browser; `folder`: where an empty page can stand."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser = browser
        self._waiting: list[Profile] = []
        empty = folder / "empty.html"
        empty.write_text("<!doctype html><title>Leeg</title>")
        self._empty = empty.as_uri()

    def lend(self, options: dict[str, Any]) -> Profile:
        """A profile with these options of Playwright, as good as new."""
        for profile in self._waiting:
            if profile.options == options:
                self._waiting.remove(profile)
                return profile
        return Profile(self.browser, options)

    def take_back(self, profile: Profile) -> None:
        """Wipe it for the next visitor, or throw it away."""
        if not profile.is_as_new:
            profile.forget()
            profile.context.close()
            return
        profile.wipe(self._empty)
        self._waiting.append(profile)
        if len(self._waiting) > AT_MOST:
            self._waiting.pop(0).context.close()
