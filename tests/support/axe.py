"""Accessibility as axe-core measures it: WCAG 2.2 A and AA, and best practices."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe

from support.browser import AT_REST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Page

EVERYTHING = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
_COLOURS = ["color-contrast", "link-in-text-block"]
_WIDTHS = ["target-size", "scrollable-region-focusable", "aria-hidden-focus", "bypass"]
COLOUR = {"type": "rule", "values": _COLOURS}
"""All that a colour scheme can change, for a state that was checked on everything in the other scheme."""
WIDTH = {"type": "rule", "values": _WIDTHS}
"""All that a narrower screen can change, for a state that was checked on everything on a wide one."""
WIDTH_AND_COLOUR = {"type": "rule", "values": [*_WIDTHS, *_COLOURS]}
"""Both at once, for what is looked at on a narrow screen in the other scheme."""

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}

AXE_VERSION = re.findall(r"axe v([\d.]+)", Axe().axe_script)[0]

_ALIKE = """(place) => {
  const numbers = new Map(); // of each text, so that what is compared stays short
  const number = (text) => numbers.get(text) ?? numbers.set(text, String(numbers.size)).get(text);
  const own = new Map(), whole = new Map();
  const name = (element) => {
    const { color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight, display, visibility } = getComputedStyle(element);
    const isRead = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    own.set(element, number([element.localName, color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight, display, visibility, isRead].join()));
    const parts = [...new Set([...element.children].map(name))].sort();
    whole.set(element, number(`${own.get(element)}(${parts})`));
    return whole.get(element);
  };
  const [seen, alike] = [new Set(), []];
  const walk = (element, above) => {
    const here = `${above}/${whole.get(element)}`;
    if (seen.has(here)) return void alike.push(element, ...element.querySelectorAll("*"));
    seen.add(here);
    const below = number(`${above}/${own.get(element)}`);
    for (const part of element.children) walk(part, below);
  };
  for (const root of document.querySelectorAll(place)) (name(root), walk(root, ""));
  return alike;
}"""
"""The elements that look in all their parts as one before them, in places that look the same, with those parts."""

_ONE_OF_EACH = 'axe.configure({ rules: [{ id: "color-contrast", selector: "*:not([data-alike])" }] })'
"""Have axe judge the contrast of one of each, which is most of its work."""

AXE = f"{Axe().axe_script};{_ONE_OF_EACH}"
"""What makes a page able to look at itself."""

RUN = (
    f"async ([place, runOnly, without, apart]) => {{ const findAlike = {_ALIKE};"
    + """
  const moving = document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(moving.map(({ finished }) => finished));
  const top = scrollY;
  scrollTo({ top: 0, behavior: "instant" }); // or what lies half under the header is told to be too small
  const feet = [...document.querySelectorAll(".lp-quiz-bottom")];
  for (const foot of feet) foot.style.position = "static"; // and what lies half under the foot
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  const alike = apart ? [] : findAlike(place);
  for (const element of alike) element.dataset.alike = "";
  const { violations } = await axe.run(place, { runOnly, rules, resultTypes: ["violations"], preload: false });
  for (const element of alike) delete element.dataset.alike;
  for (const foot of feet) foot.style.position = "";
  scrollTo({ top, behavior: "instant" });
  const words = (text, length) => text.split(/\\s+/).join(" ").slice(0, length);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${words(node.html, 160)} — ${words(node.failureSummary, 240)}`));
}"""
)

_FACTS = """async () => ({
  titles: document.querySelectorAll("h1").length,
  pictures: (await Promise.all([...document.images].map((image) => {
    image.loading = "eager"; // one that waits until it is near the screen hasn't come yet
    return image.decode().then(() => true, () => false);
  }))).every(Boolean),
})"""


def violations(
    page: Page,
    rules: dict[str, object] = EVERYTHING,
    place: str = "html",
    without: Sequence[str] = (),
    *,
    apart: bool = False,
) -> list[str]:
    """What axe finds on the page, or in one place of it, one line each; `without` leaves out some rules.

    Of all that looks alike it sees the contrast once, unless each is looked at `apart`.
    Questions come to life while axe looks, and what stands below them moves: what it finds is looked at again at rest.
    """
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(AXE)
    look: list[object] = [place, rules, list(without), apart]
    found: list[str] = page.evaluate(RUN, look)
    if found:
        page.evaluate(AT_REST)
        found = page.evaluate(RUN, look)
    return found


def violations_in_both_schemes(page: Page, place: str = "html", without: Sequence[str] = ()) -> list[str]:
    """Everything in the light scheme, then the colours of the content in the dark one, put on as the theme does.

    What stands around the content is the same on every page; test_accessibility.py looks at it in the dark.
    """
    found = violations(page, place=place, without=without)
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    found += [f"dark: {line}" for line in violations(page, COLOUR, ".md-content" if place == "html" else place)]
    page.evaluate("document.body.dataset.mdColorScheme = 'default'")
    return found


def page_faults(page: Page) -> list[str]:
    """All that must hold for any page, in one visit.

    But for colours, which belong to kinds of pages: they come below. `make audit` looks at every page in every form.
    """
    found = _faults_here(page)
    page.set_viewport_size(NARROW)
    found += _sideways(page)
    page.set_viewport_size(WIDE)
    return found


def narrow_page_faults(page: Page) -> list[str]:
    """The same of a page that is on the narrowest screen already, where what the theme puts beside it is folded away."""
    return _faults_here(page) + _sideways(page)


def _faults_here(page: Page) -> list[str]:
    found = violations(page, without=["color-contrast"])
    facts = page.evaluate(_FACTS)
    if facts["titles"] != 1:
        found.append("not one h1")
    if not facts["pictures"]:
        found.append("an image is missing")
    return found


def _sideways(page: Page) -> list[str]:
    wide = page.evaluate("document.documentElement.scrollWidth") > NARROW["width"]
    return ["scrolls sideways at 320 px"] if wide else []
