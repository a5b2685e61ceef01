"""The site without a network, and while it is updated: a reader has one whole version, and never a mixture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error, expect
from support.axe import violations_in_both_schemes
from support.browser import choose
from support.intranet import (
    BESIDE,
    CACHES,
    NEW,
    OLD,
    OURS,
    Intranet,
    changed,
    come,
    come_back,
    read_both,
    try_update,
    until,
)
from support.servers import Wall, static_host
from support.trees import SETTINGS, build_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Locator, Page
    from support.browser import Visitors

KEPT = "async (path) => (await (await caches.match(path)).text())"
DAMAGE = """async (path) => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    const kept = await cache.match(path);
    await cache.put(path, new Response(`kapot ${await kept.text()}`, { headers: kept.headers }));
  }
}"""
"""Changes a file in the cache, as a disk may."""

LIST = "(async () => (await fetch('../lijst.csv')).text())"


@pytest.fixture(scope="module")
def new_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site a version later."""
    return build_site(tmp_path_factory.mktemp("new"), changed())


@pytest.fixture(scope="module")
def off_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The new version, which may not be kept any more."""
    settings = SETTINGS.replace("course_id", "offline: false\n    course_id")
    return build_site(tmp_path_factory.mktemp("off"), changed(settings))


@pytest.fixture
def intranet(tmp_path: Path, small_site: Path) -> Intranet:
    (tmp_path / "sites").mkdir()
    return Intranet(tmp_path / "sites", small_site)


@pytest.fixture
def online(intranet: Intranet, tmp_path: Path) -> Iterator[str]:
    with intranet.open(tmp_path / "nginx") as address:
        yield address


def notice(page: Page) -> Locator:
    return page.get_by_role("region", name="Nieuwe versie")


def test_a_learner_goes_on_without_a_network_and_a_file_that_was_damaged_on_disk_is_never_shown(
    intranet: Intranet, visitors: Visitors, tmp_path: Path
) -> None:
    with intranet.open(tmp_path / "nginx") as address:
        visitor = come(visitors, address)
        # A file that was damaged on disk is never shown, and comes anew.
        page = visitor.open("een/een-b.html")
        whole = page.evaluate(KEPT, "een-b.html")
        page.evaluate(DAMAGE, "een-b.html")
        page.reload()
        read_both(page, OLD)
        expect(page.get_by_text("kapot")).to_have_count(0)
        until(page, f"async () => !(await ({KEPT})('een-b.html')).startsWith('kapot')")
        assert page.evaluate(KEPT, "een-b.html") == whole

    # Without a network, a learner goes on.
    visitor.open("een/een-a.html")
    page.get_by_role("textbox", name="Zoeken").press_sequentially("gewone")
    expect(page.locator(".md-search-result").get_by_role("heading", name="Les een B")).to_be_visible()
    visitor.open("een/toets-een.html")
    for number in range(1, 6):
        choose(page, f"een-{number}", "Goed")
    page.get_by_role("button", name="Lever in").click()
    page.get_by_role("link", name="Ga naar Tweede").click()
    page.get_by_role("article").get_by_role("link", name="Les twee A").first.click()
    expect(page.get_by_text("Tekst van de les.")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Tekst van de les.")).to_be_visible()
    visitor.open("")
    expect(page.get_by_role("heading", level=1, name="Welkom")).to_be_visible()
    assert visitor.complaints == []
    visitor.open("een/weg.html")
    page.get_by_role("link", name="Tweede", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="Tweede")).to_be_visible()
    assert [said for said in visitor.complaints if "status of 404" not in said] == []

    # Without a network, what was damaged can't come anew.
    visitor.open("een/een-b.html")
    page.evaluate(DAMAGE, "een-b.html")
    with pytest.raises(Error, match="ERR_FAILED"):
        page.reload()
    visitor.complaints.clear()


def test_an_open_page_stays_whole_until_a_new_version_came_whole_and_the_learner_asks_for_it(
    intranet: Intranet, online: str, visitors: Visitors, new_site: Path
) -> None:
    visitor = come(visitors, online)
    page, other = visitor.open("een/een-b.html"), visitor.tab()
    visitor.open("een/een-a.html", other)

    # A version that did not come whole changes nothing.
    intranet.publish(new_site)
    lesson = intranet.folder / OURS / "drie" / "drie-b.html"
    whole = lesson.read_bytes()
    lesson.write_bytes(whole + b" ")  # such as a copy that is still going on
    assert try_update(page) == "redundant"
    read_both(page, OLD)
    expect(notice(page)).to_have_count(0)
    lesson.write_bytes(whole)

    # One that came whole is offered, and waits.
    assert try_update(page) == "installed"  # the browser does so too, in its own time
    expect(notice(page).get_by_role("status")).to_contain_text("Er is een nieuwe versie")
    assert violations_in_both_schemes(page, ".lp-update") == []
    onward = page.locator(".lp-around-next")
    onward.focus()
    notice(page).get_by_role("button", name="Later").press("Enter")
    expect(notice(page)).to_have_count(0)
    expect(onward).to_be_focused()  # back to where the reader was
    read_both(page, OLD)
    other.reload()
    notice(other).get_by_role("button", name="Nu openen").click()
    expect(other.locator(".lp-around-next")).to_contain_text("bijgewerkt")
    expect(notice(other)).to_have_count(0)
    page.reload()
    read_both(page, NEW)


def test_the_next_visit_has_the_new_version_whole(
    intranet: Intranet, visitors: Visitors, new_site: Path, tmp_path: Path
) -> None:
    with intranet.open(tmp_path / "nginx") as address:
        visitor = come(visitors, address)
        [kept] = visitor.page.evaluate(CACHES)
        intranet.publish(new_site)
        page = come_back(visitor)
        expect(page.get_by_role("article").get_by_text(NEW)).to_be_visible()
        until(page, f"async () => !(await ({CACHES})()).includes('{kept}')")
        expect(notice(page)).to_have_count(0)
        assert page.evaluate(f"{LIST}()") == "Naam;Dag"
        until(page, "() => caches.match('../lijst.csv')")
    read_both(page, NEW)
    assert page.evaluate(f"{LIST}()") == "Naam;Dag"


def test_what_may_not_be_kept_any_more_goes_and_a_site_beside_it_stays(
    intranet: Intranet, online: str, visitors: Visitors, off_site: Path
) -> None:
    visitor = come(visitors, online)
    visitor.open(f"../{BESIDE}/index.html").evaluate("navigator.serviceWorker.ready")
    assert len(visitor.page.evaluate(CACHES)) == 2
    intranet.publish(off_site)
    page = come_back(visitor)
    read_both(page, NEW)
    until(page, f"async () => (await ({CACHES})()).every((name) => name.includes('{BESIDE}'))")
    until(page, "async () => (await navigator.serviceWorker.getRegistrations()).length === 1")
    assert len(page.evaluate(CACHES)) == 1


def test_a_refusal_or_a_login_page_takes_nothing_away(intranet: Intranet, visitors: Visitors) -> None:
    wall = Wall()
    with static_host(intranet.folder, "/intranet/", wall) as address:
        visitor = come(visitors, address)
        kept = visitor.page.evaluate(CACHES)
        for wall.status in (200, 401, 403, 429, 500, 404, 410):
            expect(come_back(visitor).get_by_role("article").get_by_text(OLD)).to_be_visible()
            assert visitor.page.evaluate(CACHES)[: len(kept)] == kept
        wall.status = None
        read_both(come_back(visitor), OLD)
        until(visitor.page, f"async () => (await ({CACHES})()).length === 1")
    read_both(come_back(visitor), OLD)


def test_a_site_that_was_gone_for_a_week_goes_from_the_browser_too(intranet: Intranet, visitors: Visitors) -> None:
    wall = Wall()
    with static_host(intranet.folder, "/intranet/", wall) as address:
        visitor = come(visitors, address)
        wall.status = 404
        page = come_back(visitor)
        expect(page.get_by_role("article").get_by_text(OLD)).to_be_visible()
        days_ago = """async (days) => {
          const [name] = (await caches.keys()).filter((name) => name.endsWith(" missing"));
          const cache = await caches.open(name);
          const [request] = await cache.keys();
          await cache.put(request, new Response(String(Date.now() - days * 24 * 60 * 60 * 1000)));
        }"""
        page.evaluate(days_ago, 6)
        page = come_back(visitor)
        expect(page.get_by_role("article").get_by_text(OLD)).to_be_visible()
        page.evaluate(days_ago, 8)
        page = come_back(visitor)
        expect(page.get_by_role("heading", name="Log eerst in")).to_be_visible()
        until(page, "async () => (await navigator.serviceWorker.getRegistrations()).length === 0")
        assert page.evaluate(CACHES) == []
        visitor.complaints[:] = [said for said in visitor.complaints if "status of 404" not in said]


@pytest.mark.parametrize("worker", ["not asked for", "not there"])
def test_without_a_worker_an_open_page_goes_on_while_the_site_is_updated(
    worker: str, intranet: Intranet, online: str, visitors: Visitors, new_site: Path, off_site: Path
) -> None:
    if worker == "not asked for":
        intranet.publish(off_site)
    visitor = visitors.arrive(f"{online}/{OURS}", service_workers="allow")
    if worker == "not there":  # as over http, except from one's own machine
        visitor.page.add_init_script("delete Navigator.prototype.serviceWorker")
    page = visitor.open("een/een-a.html")
    page.get_by_role("textbox", name="Zoeken").press_sequentially("gewone")
    found = page.locator(".md-search-result")
    expect(found.get_by_role("heading", name="Les twee B")).to_be_visible()
    intranet.publish(new_site)
    page.get_by_role("textbox", name="Zoeken").press_sequentially(" derde")
    expect(found.get_by_role("heading", name="Derde")).to_be_visible()
    page.keyboard.press("Escape")
    choose(page, "Welke is goed?", "Fout")
    page.get_by_role("button", name="Controleer").first.click()
    expect(page.get_by_text("Reden van fout.").first).to_be_visible()
    assert page.evaluate(CACHES) == []
    page.locator(".lp-around-next").click()
    expect(page.get_by_role("article").get_by_text(NEW)).to_be_visible()
