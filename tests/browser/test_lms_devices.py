"""One learner on two devices at once, by cmi5: nothing that was done on either is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from support.cmi5 import NOTE, Launched
from support.lms import finish_lesson

if TYPE_CHECKING:
    from support.browser import Visitors
    from support.lrs import RecordStore


pytestmark = pytest.mark.xdist_group("lms")


def test_two_devices_at_once_lose_nothing_of_each_other(visitors: Visitors, package_store: RecordStore) -> None:
    registration = str(uuid4())
    here, there = (Launched(visitors, package_store, registration) for _ in range(2))
    here.course.evaluate(NOTE)
    finish_lesson(here, "een/een-a.html")
    here.saved()
    finish_lesson(there, "een/een-b.html")
    there.saved()
    assert sorted(there.seen()[1]) == ["een-a", "een-b"]
    here.open("een/toets-een.html")
    here.page.evaluate("window.dispatchEvent(new Event('blur'))")
    here.page.wait_for_function("Object.keys(frames[0].Leerpad.store.progress.lessons).length === 2")
    there.close()
    here.close()
    assert "Geheim" not in "".join(package_store.posted)
    here.launch(registration)
    for device in (here, Launched(visitors, package_store, registration)):
        notes, lessons = device.seen()
        assert (notes, sorted(lessons)) == (["n"] if device is here else [], ["een-a", "een-b"])
        device.close()


def test_what_a_device_could_not_tell_comes_back_beside_what_another_did(
    visitors: Visitors, package_store: RecordStore
) -> None:
    """Of an attempt of which the learning system had nothing when this device worked at it."""
    registration = str(uuid4())
    package_store.full = True
    here = Launched(visitors, package_store, registration)
    finish_lesson(here, "een/een-a.html")
    here.page.locator("[data-notice=refused]").wait_for()
    here.page.goto("about:blank")
    here.forgive()
    package_store.full = False
    there = Launched(visitors, package_store, registration)
    finish_lesson(there, "een/een-b.html")
    there.saved()
    there.close()
    here.launch(registration)
    assert sorted(here.seen()[1]) == ["een-a", "een-b"]
    here.close()
