"""A package of one level, played in scorm-again: it is whole by itself, and its own test decides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.entangled import ENTANGLED
from support.faults import load_flawless
from support.lms import build_lms_site, finish_lesson, package_of, take_test
from support.lms_server import SCORM_AGAIN, Launch, learning_system

if TYPE_CHECKING:
    from pathlib import Path

    from support.browser import Visitors

pytestmark = [
    pytest.mark.xdist_group("lms"),
    pytest.mark.skipif(not SCORM_AGAIN.is_dir(), reason="scorm-again comes with npm ci"),
]
KEYS = "Object.keys(localStorage).filter((key) => key.startsWith('leerpad:'))"


def test_a_level_by_itself_is_begun_failed_passed_and_leaves_other_packages_alone(
    visitors: Visitors, tmp_path: Path
) -> None:
    site = build_lms_site(tmp_path, ENTANGLED, "twee")
    course = load_flawless(tmp_path)
    package = package_of(site, course, "scorm12", level="twee")
    pages = {name for name in package if name.endswith(".html")}
    assert {name for name in pages if "/" in name} == {
        "twee/index.html",
        "twee/twee-a.html",
        "twee/twee-b.html",
        "twee/toets-twee.html",
    }
    text = package["twee/twee-a.html"].decode()
    assert re.search(r"na <span>les A</span> en <span>de toets</span>", text)
    assert '<a href="twee-b.html">verder</a>' in text
    assert "<span>het begin</span>" in package["index.html"].decode()
    assert "<title>Les twee A - Proefpad: Tweede</title>" in text
    with learning_system(package) as lms:
        here = Launch(visitors.arrive(lms.address), lms, "1.2", "an")
        assert here.course.url.endswith("/twee/index.html")
        assert here.course.locator("leerpad-gate").inner_text().strip() == "", "it waits for no other level"
        own = min(here.shell.evaluate(KEYS), key=len)
        here.shell.evaluate("(key) => localStorage.setItem(key, '{}')", f"{own}:abcd")
        finish_lesson(here, "twee/twee-a.html")
        take_test(here, course, "twee", right=False)
        here.told("cmi.core.score.raw", "0")
        assert here.log["values"]["cmi.core.lesson_status"] == "incomplete"
        take_test(here, course, "twee", right=True)
        here.told("cmi.core.score.raw", "100")
        log = here.leave()
        assert log["values"]["cmi.core.lesson_status"] == "passed"
        assert log["broken"] == []
        again = Launch(here.visitor, lms, "1.2", "an")
        assert list(again.progress["lessons"]) == ["twee-a"]
        keys = again.shell.evaluate(KEYS)
        assert f"{own}:abcd" in keys, "what the package of the whole course keeps here"
        again.leave()
        assert lms.missing == []
