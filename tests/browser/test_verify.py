"""The page that checks a badge: what holds, what doesn't and why, and where it can't be seen."""

from __future__ import annotations

import mimetypes
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.axe import violations
from support.badges import ADDRESS, ISSUER, PROOF, Organisation, by_another, forgeries, mutants, other_list
from support.moved import BACK, REMOVE, listeners
from support.servers import header_rules
from support.trees import build_site

from leerpad.badges import BadgeError
from leerpad.badges.check import check_badge
from leerpad.badges.links import link_of
from leerpad.course.model.badges import DID_FILE, NUMBERS_FILE, STATUS_FILE
from leerpad.locales import load_locale

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page, Route
    from support.browser import Visitor, Visitors

PAGE = "badge-nakijken.html"


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Organisation:
    organisation = Organisation(tmp_path_factory.mktemp("badges"))
    (organisation.project / NUMBERS_FILE).write_text("30585\n", "utf-8")
    build_site(organisation.project)
    return organisation


def publish(visitor: Visitor, here: Organisation, address: str = ADDRESS, **instead: str) -> None:
    """Let the site be at its address, with the policy that it asks of servers. `instead`: other files in its place."""
    site, policy = here.project / "site", "Content-Security-Policy"
    headers = {policy: header_rules((here.project / "site" / "_headers").read_text("utf-8"))["/*"][policy]}

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(address).partition("?")[0]
        file = site / name
        if name in instead:
            route.fulfill(body=instead[name], headers=headers)
        elif file.is_file():
            kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
            route.fulfill(body=file.read_bytes(), headers={**headers, "Content-Type": kind})
        else:
            route.fulfill(status=404, body="")

    visitor.context.route(f"{address}**", answer)


def outcome(page: Page) -> Locator:
    return page.locator("leerpad-verify [role=status]")


def paste(page: Page, text: str) -> None:
    page.get_by_label("Plak de badge").fill(text)
    page.get_by_role("button", name="Kijk na").click()


def test_a_badge_is_checked_against_what_the_site_publishes(
    visitors: Visitors, here: Organisation, tmp_path: Path
) -> None:
    visitor = visitors.arrive(ADDRESS.rstrip("/"))
    publish(visitor, here)
    page = visitor.open(PAGE)
    expect(page.get_by_role("heading", level=1)).to_have_text("Een badge nakijken")
    paste(page, "")
    expect(outcome(page)).to_have_text("Plak eerst een badge, of kies een bestand.")

    paste(page, f" {here.badge(ends=3)}\n")
    expect(outcome(page)).to_contain_text(f"Ondertekend door {ISSUER}")
    for words in (PROOF.name, "Eerste", "1 mei 2026", "zonder toezicht", "Geldig tot en met", "30585"):
        expect(outcome(page)).to_contain_text(words)
    assert outcome(page).locator("b").count() == 0  # a name is text
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert violations(page, place="leerpad-verify") == []

    page.get_by_label("Plak de badge").focus()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(by_another(here))
    for pressed in ("Tab", "Tab", "Enter"):  # past the file, to the button
        page.keyboard.press(pressed)
    expect(outcome(page)).to_contain_text("mailto:anna@voorbeeld.nl")

    words = load_locale("nl").words
    for name in ("a statement", "a changed letter", "withdrawn"):
        text, reason = forgeries(here)[name]
        paste(page, text)
        expect(outcome(page)).to_have_text(words[f"client.verify.not_{reason}"])
    assert violations(page, place="leerpad-verify") == []

    file = tmp_path / "badge.jwt"
    file.write_text(here.badge(), "utf-8")
    page.get_by_label("Plak de badge").fill("")
    page.get_by_label("Of kies het bestand").set_input_files(file)
    expect(outcome(page)).to_contain_text(f"Ondertekend door {ISSUER}")
    huge = tmp_path / "huge.jwt"
    huge.write_text("a" * 200_000, "utf-8")
    page.get_by_label("Of kies het bestand").set_input_files(huge)
    expect(outcome(page)).to_have_text(words["client.verify.not_too_large"])

    page.goto(link_of(here.badge(), f"{ADDRESS}{PAGE}"))
    expect(outcome(page)).to_contain_text(PROOF.name)
    session = page.context.new_cdp_session(page)
    there = listeners(session)
    page.evaluate(REMOVE, "leerpad-verify")
    assert listeners(session) < there
    page.evaluate(BACK)
    assert listeners(session) == there
    expect(outcome(page)).to_contain_text(PROOF.name)
    asked = page.evaluate("() => performance.getEntriesByType('resource').map(({ name }) => name)")
    assert {url for url in asked if "badges/" in url} == {ADDRESS + DID_FILE, ADDRESS + STATUS_FILE}
    site = here.project / "site"
    assert not (site / NUMBERS_FILE).exists()
    kept = (site / "service-worker.js").read_text("utf-8")
    assert PAGE in kept
    assert "did.json" not in kept  # a list of yesterday would let a withdrawn badge pass
    assert "status.jwt" not in kept


CHECK_ALL = """async ([texts, site, published, now]) => {
  const files = (name) => Promise.resolve(published[name]);
  const one = (text) => Leerpad.checkBadge(text, site, files, now).then((badge) => badge.name, (error) => error.reason);
  return Promise.all(texts.map(one));
}"""


def test_the_page_gives_the_reasons_that_the_command_gives(visitors: Visitors, here: Organisation) -> None:
    visitor = visitors.arrive(ADDRESS.rstrip("/"))
    publish(visitor, here)
    page = visitor.open(PAGE)
    forged = forgeries(here)
    texts = [here.badge(), *(text for text, _ in forged.values()), *mutants(here.badge(), 100)]
    site = {"did": here.site.did, "status": here.site.status_url}
    published = {name.rpartition("/")[2]: text for name, text in here.published().items()}
    found = page.evaluate(CHECK_ALL, [texts, site, published, here.now.timestamp() * 1000])
    told = [reason_for(here, text) for text in texts]
    assert dict(enumerate(found)) == dict(enumerate(told))
    assert found[: len(forged) + 1] == [PROOF.name, *(reason for _, reason in forged.values())]


def reason_for(here: Organisation, text: str) -> str:
    try:
        return check_badge(text, here.site, here.document, here.shelf.status_text(), here.now).name
    except BadgeError as error:
        return error.key


def test_what_the_site_does_not_publish_well_makes_no_badge_hold(visitors: Visitors, here: Organisation) -> None:
    words = load_locale("nl").words
    visitor = visitors.arrive(ADDRESS.rstrip("/"))
    for instead, reason in (
        ({STATUS_FILE: other_list(here)}, "status"),
        ({STATUS_FILE: ""}, "unpublished"),
        ({DID_FILE: "<!doctype html><title>Log eerst in</title>"}, "unpublished"),
    ):
        publish(visitor, here, **instead)
        page = visitor.open(PAGE)
        paste(page, here.badge())
        expect(outcome(page)).to_have_text(words[f"client.verify.not_{reason}"])


def test_where_a_browser_cannot_check_the_page_says_where_it_can(visitors: Visitors, here: Organisation) -> None:
    words = load_locale("nl").words
    site = here.project / "site"
    plain, copy = "http://leren.voorbeeld.nl/pad/", "https://kopie.voorbeeld.nl/"
    link = link_of(here.badge(), f"{ADDRESS}{PAGE}")
    for address, reason in ((f"{site.as_uri()}/", "insecure"), (plain, "insecure"), (copy, "elsewhere")):
        visitor = visitors.arrive(address.rstrip("/"))
        if address in (plain, copy):
            publish(visitor, here, address)
        page = visitor.open(link.removeprefix(ADDRESS))
        note = page.locator("leerpad-verify .lp-note")
        expect(note).to_contain_text(words[f"client.verify.{reason}"])
        expect(note).to_contain_text("leerpad badge verify BESTAND")
        assert note.get_by_role("link").get_attribute("href") == link
        expect(page.get_by_role("button", name="Kijk na")).to_be_hidden()
        expect(outcome(page)).to_be_empty()
