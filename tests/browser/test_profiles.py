"""A visitor never meets what another left behind, though they may use one browser profile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from conftest import serve
from support.browser import Visitors

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser
    from support.browser import Visitor
    from support.profiles import Profiles

KEPT = "[localStorage.a, sessionStorage.a, window.name]"

LASTING: dict[str, Callable[[Visitor], object]] = {
    "a script before every page": lambda visitor: visitor.page.add_init_script("window.here = 1"),
    "a script in every tab": lambda visitor: visitor.context.add_init_script("window.here = 1"),
    "another clock": lambda visitor: visitor.page.clock.install(),
    "a permission": lambda visitor: visitor.context.grant_permissions(["clipboard-read"]),
    "a listener": lambda visitor: visitor.page.on("load", lambda _: None),
    "a request held back": lambda visitor: visitor.page.route("**/*.css", lambda route: route.abort()),
    "no page": lambda visitor: visitor.page.close(),
}


def test_the_next_visitor_finds_an_empty_browser(browser: Browser, profiles: Profiles, small_site: Path) -> None:
    before = Visitors(browser, profiles)
    first = before.arrive(small_site.as_uri())
    first.open("een/een-a.html")
    first.page.evaluate("localStorage.a = sessionStorage.a = window.name = 'a'")
    first.open("index.html", first.tab()).mouse.move(100, 100)
    before.leave()
    after = Visitors(browser, profiles)
    second = after.arrive(small_site.as_uri())
    assert second.context is first.context
    assert second.context.pages == [second.page]
    assert second.open("een/een-a.html").evaluate(KEPT) == [None, None, ""]
    second.page.evaluate("console.error('Mijn eigen klacht')")
    with pytest.raises(AssertionError, match="Mijn eigen klacht"):
        after.leave()
    assert first.complaints == []


@pytest.mark.parametrize("name", LASTING)
def test_what_lasts_is_thrown_away_with_its_profile(
    name: str, browser: Browser, profiles: Profiles, small_site: Path
) -> None:
    before, after = Visitors(browser, profiles), Visitors(browser, profiles)
    first = before.arrive(small_site.as_uri())
    LASTING[name](first)
    before.leave()
    second = after.arrive(small_site.as_uri())
    assert second.context is not first.context
    after.leave()


def test_two_visitors_at_once_share_nothing(visitors: Visitors, small_site: Path) -> None:
    one, other = visitors.arrive(small_site.as_uri()), visitors.arrive(small_site.as_uri())
    one.open("index.html").evaluate("localStorage.a = 'a'")
    assert other.open("index.html").evaluate(KEPT) == [None, None, ""]


LOOKS = """() => [
  innerWidth, innerHeight, matchMedia("print").matches,
  ...["(prefers-color-scheme: dark)", "(prefers-reduced-motion)", "(forced-colors: active)", "(prefers-contrast: more)"]
    .map((query) => matchMedia(query).matches),
]"""


@pytest.mark.parametrize("options", [{}, {"color_scheme": "dark", "reduced_motion": "reduce"}])
def test_the_next_visitor_has_the_screen_that_was_asked_for(
    options: dict[str, Any], browser: Browser, profiles: Profiles, small_site: Path
) -> None:
    before, after = Visitors(browser, profiles), Visitors(browser, profiles)
    first = before.arrive(small_site.as_uri(), **options)
    at_first = first.open("index.html").evaluate(LOOKS)
    first.page.set_viewport_size({"width": 320, "height": 500})
    other = "light" if options else "dark"
    first.page.emulate_media(media="print", color_scheme=other, forced_colors="active", contrast="more")
    assert first.page.evaluate(LOOKS) != at_first
    before.leave()
    second = after.arrive(small_site.as_uri(), **options)
    assert second.context is first.context
    assert second.open("index.html").evaluate(LOOKS) == at_first
    after.leave()


def test_a_visitor_of_a_server_gets_a_browser_that_never_saw_it(
    browser: Browser, profiles: Profiles, small_site: Path
) -> None:
    contexts = []
    with serve(small_site) as one, serve(small_site) as other:
        for address in (one, other, one, small_site.as_uri()):
            visitors = Visitors(browser, profiles)
            visitor = visitors.arrive(address)
            page = visitor.open("een/een-a.html")
            assert page.evaluate(KEPT) == [None, None, ""]
            assert page.evaluate("document.cookie") == ""
            page.evaluate("localStorage.a = sessionStorage.a = window.name = 'a'; document.cookie = 'a=a'")
            contexts.append(visitor.context)
            visitors.leave()
    assert contexts[0] is contexts[1] is not contexts[2]
    assert contexts[3] in contexts[:3]


ASKING = {
    "a.txt": "fetch('https://voorbeeld.nl/a.txt', {mode: 'no-cors'}).catch(() => null)",
    "b.txt": "navigator.sendBeacon('https://voorbeeld.nl/b.txt', 'b')",
    "c.png": "new Image().src = 'https://voorbeeld.nl/c.png'",
    "d.js": "document.head.append(Object.assign(document.createElement('script'), {src: 'https://voorbeeld.nl/d.js'}))",
}


def test_nobody_asks_another_host_unnoticed(browser: Browser, profiles: Profiles, small_site: Path) -> None:
    for name, ask in ASKING.items():
        visitors = Visitors(browser, profiles)
        page = visitors.arrive(small_site.as_uri()).open("index.html")
        with page.expect_event("requestfailed", lambda request, name=name: request.url.endswith(name)):
            page.evaluate(ask)
        with pytest.raises(AssertionError, match=rf"voorbeeld\.nl/{name}"):
            visitors.leave()
