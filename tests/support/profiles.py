"""Browser profiles that several visitors use one after another: making one, with its page, costs as much as a page.

What sites opened by double-click keep, one page can wipe. A server on a free port is a site that no profile has seen
before; who has seen it waits for somebody else. A page that was resized or shown as on paper is set right. But a profile
that a test gave something lasting, such as a script before every page, is thrown away.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from playwright.sync_api import BrowserContext, Page

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from playwright.sync_api import Browser

AT_MOST = 4
"""How many profiles wait for a visitor."""

BOTH = (
    *("add_init_script", "clock", "close", "expose_binding", "expose_function", "on", "once", "route"),
    *("route_from_har", "route_web_socket", "set_extra_http_headers"),
)
LASTING = {
    Page: (*BOTH, "add_locator_handler"),
    BrowserContext: (
        *(*BOTH, "add_cookies", "grant_permissions", "new_cdp_session", "set_geolocation", "set_offline"),
        *("set_default_timeout", "set_default_navigation_timeout"),
    ),
}
"""What does something to a page or a profile that stays when another page is opened."""

LOOKS = ("emulate_media", "set_viewport_size")
"""What stays too, and can be set right."""

_lasting_use: WeakSet[object] = WeakSet()
_looks_changed: WeakSet[object] = WeakSet()


def _tell(kind: type, name: str, remembered: WeakSet[object]) -> None:
    """Have a method, or what a property gives, remember whom it was asked of."""
    original = getattr(kind, name)
    ask = original.fget if isinstance(original, property) else original

    @wraps(ask)
    def asked(self: object, *args: Any, **names: Any) -> Any:
        remembered.add(self)
        return ask(self, *args, **names)

    setattr(kind, name, property(asked) if isinstance(original, property) else asked)


for _kind, _names in LASTING.items():
    for _name in _names:
        _tell(_kind, _name, _lasting_use)
for _name in LOOKS:
    _tell(Page, _name, _looks_changed)


class Profile:
    """A browser profile with one page in it. `seen`: the addresses of servers that it visited."""

    def __init__(self, browser: Browser, options: dict[str, Any]) -> None:
        self.options = options
        self.seen: set[str] = set()
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()

    def forget(self) -> None:
        """All that was done so far is no use that lasts."""
        _lasting_use.difference_update([self.context, self.page])
        _looks_changed.discard(self.page)

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
        if self.seen:
            self.context.clear_cookies()  # they know no ports
        if self.page in _looks_changed:
            self._set_right()

    def _set_right(self) -> None:
        """Give the page the size and the media again that it had at first."""
        self.page.set_viewport_size(self.options["viewport"])
        usual = {"color_scheme": "light", "reduced_motion": "no-preference", "forced_colors": "none"}
        asked = {name: self.options.get(name, value) for name, value in usual.items()}
        self.page.emulate_media(media="null", contrast="null", **asked)
        _looks_changed.discard(self.page)


class Profiles:
    """The profiles of one browser; `folder`: where an empty page can stand."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser = browser
        self._waiting: list[Profile] = []
        empty = folder / "empty.html"
        empty.write_text("<!doctype html><title>Leeg</title>")
        self._empty = empty.as_uri()

    def lend(self, options: dict[str, Any], servers: Collection[str] = ()) -> Profile:
        """A profile with these options of Playwright, as good as new to these servers and to all files."""
        fit = (one for one in reversed(self._waiting) if one.options == options and one.seen.isdisjoint(servers))
        profile = next(fit, None)
        if profile:
            self._waiting.remove(profile)
        else:
            profile = Profile(self.browser, options)
        profile.seen.update(servers)
        return profile

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
