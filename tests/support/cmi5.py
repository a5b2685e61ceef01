"""A learner who opened a package by cmi5 from the learning system."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Frame

    from support.browser import Visitors
    from support.cmi5_rules import Session
    from support.lrs import RecordStore

NOTE = """() => Leerpad.store.update((progress, {put}) => put(progress.notes, "n", {text: "Geheim", prompt: "?"}))"""
"""Run in a page of the course: somebody writes a note."""


class Launched:
    """A learner who opened the package from the learning system."""

    def __init__(self, visitors: Visitors, store: RecordStore, registration: str, **facts: Any) -> None:
        self.store = store
        self.session: Session
        self.visitor = visitors.arrive(store.address)
        self.page = self.visitor.page
        self.launch(registration, **facts)

    def launch(self, registration: str, **facts: Any) -> None:
        """Open the package, in this same browser."""
        self.session, address = self.store.launch(registration, **facts)
        self.page.goto(address)
        self.page.wait_for_function("frames[0]?.Leerpad?.store && frames[0].document.readyState === 'complete'")

    @property
    def course(self) -> Frame:
        return next(frame for frame in self.page.frames if frame.parent_frame)

    def open(self, path: str) -> Frame:
        self.course.goto(f"{self.store.address}/package/{path}")
        return self.course

    def seen(self) -> tuple[list[str], list[str]]:
        """Whose notes and lessons the course has, by their ids."""
        progress = self.course.evaluate("JSON.parse(JSON.stringify(Leerpad.store.progress))")
        return list(progress["notes"]), list(progress["lessons"])

    def saved(self) -> None:
        self.page.wait_for_function("document.querySelector('#state').textContent === 'Opgeslagen'")

    def close(self) -> None:
        """End the session. The browser names each answer that isn't 200: those that are ordinary here are forgotten."""
        self.page.get_by_role("button", name="Opslaan en sluiten").click()
        self.page.locator("#ended h1").wait_for()
        assert self.session.over.wait(10), self.store.refused
        self.forgive()

    def forgive(self) -> None:
        ordinary = ("status of 404", "status of 412", "status of 503", "Leerpad: statements were refused 503")
        said = [one for one in self.visitor.complaints if not any(words in one for words in ordinary)]
        self.visitor.complaints[:] = said
