"""A visitor of a site in a real browser, who reads the page as a person does: by roles and names."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request

    from support.profiles import Profile, Profiles

NO_WORKER = "Service Worker registration blocked by Playwright"

GONE_ON = ("net::ERR_ABORTED", "NS_BINDING_ABORTED")
"""What Chromium and Firefox say of something that had not come when the visitor went on."""

PATIENCE = 30
"""The seconds that anything may take, unless a test says otherwise: a busy machine is no fault, and a pass waits for none."""

expect.set_options(timeout=PATIENCE * 1000)

AT_REST = """async () => {
  const soon = window.requestIdleCallback ?? ((run) => setTimeout(run, 20));
  for (let turn = 0; turn < 10; turn += 1) await new Promise((idle) => soon(idle));
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
}"""
"""Questions come to life when the browser has time; a page that still grows moves under the reader."""


class Visitor:
    """One person, with one browser profile, at one address."""

    def __init__(self, context: BrowserContext, address: str, *, patience: float, page: Page | None = None) -> None:
        self.context = context
        self.patience = patience
        self.address = address
        self.complaints: list[str] = []
        self._ears: dict[str, Callable[..., None]] = {
            "console": lambda message: self._hear(message.type, message.text),
            "pageerror": lambda error: self._note_error(str(error)),
            "requestfailed": self._note_failure,  # as does every request to another host: see conftest.py
        }
        self.page = self._begin(page) if page else self.tab()

    def tab(self) -> Page:
        """Another tab of the same browser."""
        return self._begin(self.context.new_page())

    def _begin(self, page: Page) -> Page:
        page.set_default_timeout(self.patience * 1000)
        for event, hear in self._ears.items():
            page.on(event, hear)  # type: ignore[call-overload]
        return page

    def stop_listening(self) -> None:
        """Let the page be somebody else's."""
        for event, hear in self._ears.items():
            self.page.remove_listener(event, hear)

    def _hear(self, kind: str, said: str) -> None:
        if said != NO_WORKER:
            self.complaints.append(f"console {kind}: {said}")

    def _note_error(self, said: str) -> None:
        # A worker that is still loading ends with its page, and says that a script failed. If one is missing, the
        # console says so too.
        if said not in GONE_ON and "'importScripts'" not in said:
            self.complaints.append(f"error: {said}")

    def _note_failure(self, request: Request) -> None:
        if request.failure not in GONE_ON:
            self.complaints.append(f"failed: {request.url} {request.failure}")

    def open(self, path: str, page: Page | None = None) -> Page:
        """Open a page of the site."""
        page = page or self.page
        page.goto(f"{self.address}/{path}")
        return page

    def stored(self, course: str) -> Any:
        """What the browser has stored of this course, as the site would find it."""
        return json.loads(self.page.evaluate("key => localStorage.getItem(key)", f"leerpad:{course}") or "null")

    def kept(self, course: str) -> dict[str, Any]:
        """What is stored of the learner: of a wipe only remains when it was."""
        stored = self.stored(course) or {}
        return {name: part for name, part in stored.items() if part and name not in ("version", "course", "wiped")}

    def store(self, course: str, text: str) -> None:
        """Put something into storage before the next page is opened."""
        self.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"leerpad:{course}", text])

    def save_copy(self, place: Path) -> str:
        """Save all progress in a file, as the page of progress offers; say which name it proposes."""
        page = self.open("mijn-voortgang.html")
        with page.expect_download() as download:
            page.get_by_role("button", name="Bewaar een kopie").click()
        download.value.save_as(place)
        return download.value.suggested_filename

    def restore(self, place: Path) -> Page:
        """Put a copy back."""
        page = self.open("mijn-voortgang.html")
        page.set_input_files("input[type=file]", place)
        return page


class Visitors:
    """Everybody who visits during one test."""

    def __init__(self, browser: Browser, profiles: Profiles | None = None) -> None:
        self.browser = browser
        self.profiles = profiles
        self.all: list[Visitor] = []
        self._lent: dict[Visitor, Profile] = {}

    def arrive(self, address: str, *others: str, patience: float = PATIENCE, **options: Any) -> Visitor:
        """A new person, with an empty profile, and a browser that keeps no site unless a test is about that.

        `others`: servers that are asked too. `patience`: how many seconds anything may take.
        """
        usual = {"viewport": {"width": 1280, "height": 900}, "locale": "nl-NL", "service_workers": "block"}
        options = {**usual, **options}
        if self.profiles and options["service_workers"] == "block":
            profile = self.profiles.lend(options, servers_of(address, *others))
            visitor = Visitor(profile.context, address, patience=patience, page=profile.page)
            profile.forget()
            self._lent[visitor] = profile
        else:
            visitor = Visitor(self.browser.new_context(**options), address, patience=patience)
        self.all.append(visitor)
        return visitor

    def leave(self) -> None:
        """Close all tabs; fail if a page complained."""
        complaints = [complaint for visitor in self.all for complaint in visitor.complaints]
        for visitor in self.all:
            self._let_go(visitor)
        assert complaints == []

    def _let_go(self, visitor: Visitor) -> None:
        if self.profiles and visitor in self._lent:
            visitor.stop_listening()
            self.profiles.take_back(self._lent[visitor])
        else:
            visitor.context.close()


def servers_of(*addresses: str) -> set[str]:
    """The hosts of these addresses, with their ports."""
    return {place.netloc for place in map(urlsplit, addresses) if place.scheme != "file"}


def question(page: Page, prompt: str) -> Locator:
    """The group of a question, found by what it asks."""
    return page.get_by_role("group", name=prompt).or_(page.get_by_role("radiogroup", name=prompt)).first


def choose(page: Page, prompt: str, *choices: str) -> None:
    """Choose by the words at the choice."""
    for choice in choices:
        question(page, prompt).get_by_label(choice, exact=True).check()


def hand_in(page: Page, right: int = 5, *, test: str = "een") -> None:
    """Answer a test of the small course, so many of the five questions right, and hand it in: the result is there."""
    for number in range(1, 6):
        choose(page, f"{test}-{number}", "Goed" if number <= right else "Fout")
    page.get_by_role("button", name="Lever in").click()
    expect(page.get_by_role("region", name="Je resultaat")).to_be_visible()


def finish_lesson(visitor: Visitor, path: str = "een/een-b.html") -> None:
    """Finish a lesson of the small course, and stay there."""
    visitor.open(path).get_by_role("button", name="Afronden en hier blijven").click()


def pass_first_test(page: Page) -> None:
    """Answer all of the first test of the small course right, and hand it in: it is passed."""
    hand_in(page)
    expect(page.locator(".lp-result-title")).to_have_text("Geslaagd")
