"""From home to the certificate of the whole path with the keyboard alone, never losing sight of where you are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.trees import build_site, course, lesson, question, quiz

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitor, Visitors

LEVELS = {"een": "Eerste", "twee": "Tweede"}
ACTIONS = "[{id: bellen, text: Bel één klant.}]"
MOST_TABS = 80

WHERE = """() => {
  const active = document.activeElement;
  const isStop = active.matches("a, button, input, select, textarea, summary, [tabindex='0']");
  const name = !isStop ? "" : active.labels?.[0]?.textContent || active.getAttribute("aria-label") || active.textContent;
  const shown = [active, active.closest("label, li, .md-search")].filter(Boolean).some((element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
  });
  const { top, bottom } = active.getBoundingClientRect();
  const bar = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
  return {
    name: name.replaceAll(/\\s+/g, " ").trim(),
    lost: active === document.body,
    shown: shown && active.matches(":focus-visible, [type=date], [type=time]"),
    inSight: (bottom > bar || active.closest(".md-header, .md-skip") !== null) && top < innerHeight,
  };
}"""


@pytest.fixture(scope="module")
def short_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files: dict[str, str | bytes] = {name: text for name, text in course().items() if "2-drie" not in name}
    files["modules/0-een/01-een-a.md"] = lesson("Les een A", "## Kop\n\nTekst.", actions=ACTIONS)
    for number, name in enumerate(LEVELS):
        files[f"quizzes/{number}-{name}/toets.yml"] = quiz(
            f"toets-{name}", question(f"{name}-1"), question(f"{name}-2")
        )
    return build_site(tmp_path_factory.mktemp("keyboard"), files)


@pytest.fixture
def visitor(visitors: Visitors, short_path: Path) -> Visitor:
    return visitors.arrive(short_path.as_uri(), reduced_motion="reduce")


def go(page: Page, name: str, *, onward: bool = False) -> None:
    """Press Tab until this has the focus. On the way every stop can be seen, and none of them is nowhere."""
    if not onward and page.evaluate(WHERE)["name"].startswith(name):
        return
    ends = 0
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        here = page.evaluate(WHERE)
        if here["lost"]:  # at the end of the page the browser's own controls come, then its beginning
            ends += 1
            assert ends == 1, f"lost on the way to {name}"
            continue
        assert here["shown"], f"{here['name']} doesn't show that it has the focus"
        assert here["inSight"], f"{here['name']} has the focus out of sight"
        if here["name"].startswith(name):
            return
    pytest.fail(f"{name} can't be reached")


def follow(page: Page, name: str) -> None:
    """Go to a link and open it, and there, past what is above every page, go on to what it is about."""
    go(page, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    if "#" not in page.url:
        page.keyboard.press("Tab")
        assert page.evaluate(WHERE)["name"] == "Ga naar de inhoud"
        page.keyboard.press("Enter")


def press(page: Page, name: str, key: str = "Enter") -> None:
    """Go to a button and press it. What happens then must leave the focus somewhere."""
    go(page, name)
    page.keyboard.press(key)
    assert not page.evaluate(WHERE)["lost"], f"{name} leads nowhere"


def pass_test(page: Page) -> None:
    for _ in range(2):
        go(page, "Fout")
        page.keyboard.press("ArrowDown")
        assert page.evaluate(WHERE)["name"] == "Goed"
        page.keyboard.press("Space")
    press(page, "Lever in")
    expect(page.locator(".lp-result-title")).to_be_focused()
    expect(page.locator(".lp-result-title")).to_have_text("Geslaagd")


def test_from_home_to_the_certificate_of_the_whole_path(visitor: Visitor) -> None:
    page = visitor.open("index.html")
    follow(page, "Begin: Les een A")
    press(page, "Zet op mijn actieplan")
    for number, name in enumerate(LEVELS):
        if number:
            follow(page, f"Les {name} A")
        follow(page, f"Afronden en naar les 2: Les {name} B")
        press(page, "Afronden en hier blijven", key="Space")
        follow(page, "Naar de toets")
        pass_test(page)
        if name != "twee":
            follow(page, "Ga naar")
    follow(page, "Bekijk je certificaat")
    go(page, "Jouw naam")
    page.keyboard.type("Noor")
    follow_hash(page, "Bekijk", "Certificaat: Het hele pad")
    sheet = page.get_by_role("article", name="Certificaat: Het hele pad")
    expect(sheet).to_be_visible()
    expect(sheet).to_contain_text("Noor")
    press(page, "Print")


def follow_hash(page: Page, name: str, title: str) -> None:
    """Take the last of several links of one name, which stays on the page."""
    for _ in range(len(LEVELS) + 1):
        go(page, name, onward=True)
    page.keyboard.press("Enter")
    expect(page.get_by_role("article", name=title)).to_be_focused()
