"""A session by SCORM with a learning system that can't be reached for a while: what was said then is said again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.client import whole_client
from support.lms import CLIENT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

# As Moodle does by SCORM 1.2: what it tried to keep it takes for kept, and it tries only what differs from that.
FORGETFUL = """(names) => {
  const held = {}, tried = {};
  window.server = { kept: {}, isDown: false };
  const commit = () => {
    const news = Object.entries(held).filter(([element, value]) => tried[element] !== value);
    for (const [element, value] of news) tried[element] = value;
    if (server.isDown) return "false";
    for (const [element, value] of news) server.kept[element] = value;
    return "true";
  };
  window[names.api] = {
    [names.begin]: () => "true", [names.end]: () => commit(), [names.commit]: () => commit(), [names.error]: () => "0",
    [names.get]: (element) => held[element] ?? (element === names.mode ? "normal" : ""),
    [names.set]: (element, value) => { held[element] = value; return "true"; },
  };
}"""
OLD = {
    "api": "API",
    "begin": "LMSInitialize",
    "end": "LMSFinish",
    "get": "LMSGetValue",
    "set": "LMSSetValue",
    "commit": "LMSCommit",
    "error": "LMSGetLastError",
    "mode": "cmi.core.lesson_mode",
}
NEW = {
    "api": "API_1484_11",
    "begin": "Initialize",
    "end": "Terminate",
    "get": "GetValue",
    "set": "SetValue",
    "commit": "Commit",
    "error": "GetLastError",
    "mode": "cmi.mode",
}
PLAY = """async (kind) => {
  const session = await Leerpad.connect({ kind, done_status: "passed" });
  const tell = (text, place, share, isDone = false) =>
    session.keep({ text, place, answers: [], spent: 1000, result: { isDone, byTest: true, share, measure: share ?? 0 } });
  const said = [tell("abcd-1", "een.html", null), tell("abcd-2", "een.html", 0.25)];
  server.isDown = true;
  said.push(tell("abcd-3", "twee.html", 1, true), tell("abcd-3", "twee.html", 1, true));
  server.isDown = false;
  said.push(tell("abcd-3", "twee.html", 1, true), tell("abcd-3", "twee.html", 1, true));
  return { said, kept: server.kept };
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, small_site: Path) -> Iterator[Page]:
    scripts = (CLIENT / f"{name}.js" for name in ("untracked", "answers", "scorm"))
    with whole_client(browser, small_site, *scripts) as page:
        yield page


@pytest.mark.parametrize(
    ("kind", "names", "status", "score"),
    [
        ("scorm12", OLD, "cmi.core.lesson_status", "cmi.core.score.raw"),
        ("scorm2004", NEW, "cmi.completion_status", "cmi.score.raw"),
    ],
)
def test_who_passed_while_the_learning_system_was_away_has_passed_there_once_it_is_back(
    page: Page, kind: str, names: dict[str, str], status: str, score: str
) -> None:
    page.evaluate(FORGETFUL, names)
    told = page.evaluate(PLAY, kind)
    assert told["said"] == [True, True, False, False, True, True]
    place = "cmi.core.lesson_location" if kind == "scorm12" else "cmi.location"
    kept = told["kept"]
    assert (kept["cmi.suspend_data"], kept[place], kept[score]) == ("abcd-3", "twee.html", "100")
    assert kept[status] == ("passed" if kind == "scorm12" else "completed")
    assert kept.get("cmi.success_status", "passed") == "passed"
