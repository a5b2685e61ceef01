"""A session by SCORM with a learning system that is away for a while, or knows less, or knew the learner before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.client import whole_client
from support.lms import CLIENT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

# As Moodle does by SCORM 1.2: what it tried to keep it takes for kept, and it tries only what differs from that. A list has no gaps.
FORGETFUL = """(names) => {
  const held = { ...names.before }, tried = { ...names.before };
  window.server = { kept: { ...names.before }, isDown: false, isDeaf: false, said: [], unknown: names.unknown ?? [] };
  let listed = 0;
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
    [names.set]: (element, value) => {
      server.said.push([element, value]);
      if (server.isDeaf || server.unknown.some((name) => element.includes(name)) || value === names.odd) return "false";
      const number = Number(/interactions\\.(\\d+)/.exec(element)?.[1] ?? -1);
      if (number > listed) return "false";
      if (number === listed) listed += 1;
      held[element] = value;
      return "true";
    },
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


CALLS = [("scorm12", OLD), ("scorm2004", NEW)]
RAW = {"scorm12": "cmi.core.score.raw", "scorm2004": "cmi.score.raw"}
STATUS = {"scorm12": "cmi.core.lesson_status", "scorm2004": "cmi.completion_status"}
SESSION = """const session = await Leerpad.connect({ kind, done_status: "passed" });
  const named = (id) => ({ quiz: "q", question: { id, form: "truth", prompt: "Klopt dit?", correct: true }, value: true, points: { points: 1, max: 1 }, at: 0 });
  const [answers, many] = [[named("v")], ["a", "b", "c", "d", "e"].map(named)];
  const ids = () => Object.entries(server.kept).filter(([element]) => /interactions.*id$/.test(element)).map(([, id]) => id);
  const tell = (share, { isDone = false, answers = [] } = {}) =>
    session.keep({ text: "abcd-1", place: "een.html", answers, spent: 1000, result: { isDone, byTest: true, share, measure: share ?? 0 } });"""


@pytest.mark.parametrize(("kind", "names"), CALLS)
def test_a_score_never_falls_in_one_session_nor_after_an_outage(page: Page, kind: str, names: dict[str, str]) -> None:
    raw = RAW[kind]
    success = {"cmi.success_status": "passed"} if kind == "scorm2004" else {}
    page.evaluate(FORGETFUL, {**names, "before": {raw: "60", STATUS[kind]: "incomplete", **success}})
    said = f"async (kind) => {{ {SESSION} server.isDown = true; tell(0.8); server.isDown = false; tell(0.8); tell(0.1); return server }}"
    server = page.evaluate(said, kind)
    assert (server["kept"][raw], server["kept"].get("cmi.success_status", "passed")) == ("80", "passed")
    assert min(float(value) for element, value in server["said"] if element == raw) == 60


@pytest.mark.parametrize(("kind", "names"), CALLS)
def test_what_a_learning_system_does_not_know_is_no_reason_to_try_for_ever(
    page: Page, kind: str, names: dict[str, str]
) -> None:
    page.evaluate(FORGETFUL, {**names, "unknown": ["score.min", "score.max", "location", "interactions"]})
    ways = "[tell(1, { answers }), tell(1), tell(1, { answers: many }), tell(1, { answers: many }), server]"
    done = page.evaluate(f"async (kind) => {{ {SESSION} return {ways} }}", kind)
    assert done[:4] == [True] * 4
    spare = ("score.m", "location", "interactions")
    assert len([element for element, _ in done[4]["said"] if any(name in element for name in spare)]) == 3 + 3
    assert done[4]["kept"][RAW[kind]] == "100"


@pytest.mark.parametrize(("kind", "names"), CALLS)
def test_an_answer_that_is_refused_silences_no_other(page: Page, kind: str, names: dict[str, str]) -> None:
    page.evaluate(FORGETFUL, {**names, "odd": "q_b"})
    ways = "tell(1, { answers: many }); tell(1, { answers }); tell(1);"
    known, said = page.evaluate(f"async (kind) => {{ {SESSION} {ways} return [ids(), server.said] }}", kind)
    assert known == ["q_a", "q_c", "q_d", "q_e", "q_v"]
    assert [value for _, value in said if value.startswith("q_")] == ["q_a", "q_b", "q_c", "q_d", "q_e", "q_v"]


@pytest.mark.parametrize(("kind", "names"), CALLS)
def test_answers_that_somebody_gave_while_the_learning_system_was_away_are_told_once_it_is_back(
    page: Page, kind: str, names: dict[str, str]
) -> None:
    """Whether it couldn't keep them, or took nothing at all; and what was answered just then."""
    for away in ("isDown", "isDeaf"):
        page.evaluate(FORGETFUL, names)
        ways = f"server.{away} = true; tell(1); tell(1, {{ answers }}); server.{away} = false; tell(1, {{ answers: many }}); tell(1);"
        known = page.evaluate(f"async (kind) => {{ {SESSION} {ways} return ids() }}", kind)
        assert known == [f"q_{name}" for name in "vabcde"]


def test_of_a_first_commit_that_failed_nothing_is_missing_in_moodle(page: Page) -> None:
    """Status, page, the word that somebody goes on later, the bounds of the score, and every part of an answer, each once."""
    away, back = "server.isDown = true;", "server.isDown = false;"
    many, one, none = "tell(0, { answers: many });", "tell(0, { answers });", "tell(0);"
    kept = []
    for ways in (
        f"{many} {one}",
        f"{away} {many} {none} {back} {one}",
        f"{away} {many} {back} {none} {away} {one} {none} {back} {none}",
    ):
        page.evaluate(FORGETFUL, OLD)
        told = f"const before = server.said.length; {none} return [server.kept, server.said.length - before]"
        known, again = page.evaluate(f"async (kind) => {{ {SESSION} {ways} {told} }}", "scorm12")
        assert again == 0
        kept.append({element: value for element, value in known.items() if "session_time" not in element})
    assert [kept[0][f"cmi.core.{name}"] for name in ("exit", "lesson_status", "lesson_location")] == [
        "suspend",
        "incomplete",
        "een.html",
    ]
    assert kept[1:] == [kept[0]] * 2


@pytest.mark.parametrize(("kind", "names"), CALLS)
def test_an_answer_is_told_under_one_number_however_often_it_takes(
    page: Page, kind: str, names: dict[str, str]
) -> None:
    page.evaluate(FORGETFUL, names)
    ways = "server.isDown = true; tell(1, { answers }); tell(1); server.isDown = false; tell(1); tell(1);"
    said = page.evaluate(f"async (kind) => {{ {SESSION} {ways} return server.said }}", kind)
    assert {element for element, _ in said if element.endswith(".id")} == {"cmi.interactions.0.id"}
    page.evaluate(FORGETFUL, {**names, "unknown": ["suspend_data"]})
    said = page.evaluate(f"async (kind) => {{ {SESSION} tell(1, {{ answers }}); tell(1); return server.said }}", kind)
    assert [element for element, _ in said if element.endswith(".id")] == ["cmi.interactions.0.id"]


@pytest.mark.parametrize(("kind", "names"), CALLS)
def test_a_learning_system_may_say_one_for_true(page: Page, kind: str, names: dict[str, str]) -> None:
    page.evaluate(FORGETFUL, names)
    page.evaluate(
        """(names) => {
          const api = window[names.api];
          for (const verb of ["begin", "set", "commit"]) {
            const call = api[names[verb]];
            api[names[verb]] = (...said) => Number(call(...said) === "true");
          }
        }""",
        names,
    )
    is_kept, kept = page.evaluate(f"async (kind) => {{ {SESSION} return [tell(0.5), server.kept] }}", kind)
    assert (is_kept, kept.get(RAW[kind])) == (True, "50")


@pytest.mark.parametrize(("kind", "names"), CALLS)
def test_failed_is_not_said_either_where_the_learning_system_held_it(
    page: Page, kind: str, names: dict[str, str]
) -> None:
    page.evaluate(FORGETFUL, {**names, "before": {STATUS[kind]: "failed", "cmi.success_status": "failed"}})
    ways = "server.isDown = true; tell(1, { isDone: true }); server.isDown = false; tell(1, { isDone: true });"
    said = page.evaluate(f"async (kind) => {{ {SESSION} {ways} return server.said }}", kind)
    assert {"passed"} <= {value for _, value in said} <= {value for _, value in said if value != "failed"}


def test_who_completed_before_passes_when_all_tests_are_passed(page: Page) -> None:
    page.evaluate(FORGETFUL, {**OLD, "before": {STATUS["scorm12"]: "completed"}})
    server = page.evaluate(f"async (kind) => {{ {SESSION} tell(1, {{ isDone: true }}); return server }}", "scorm12")
    assert server["kept"][STATUS["scorm12"]] == "passed"
    page.evaluate(FORGETFUL, {**OLD, "before": {STATUS["scorm12"]: "passed"}})
    server = page.evaluate(f"async (kind) => {{ {SESSION} tell(0.5); return server }}", "scorm12")
    assert STATUS["scorm12"] not in [element for element, _ in server["said"]]


@pytest.mark.parametrize(("kind", "names"), CALLS)
def test_a_learning_system_that_knows_nobody_has_nobody_of_that_name(
    page: Page, kind: str, names: dict[str, str]
) -> None:
    page.evaluate(FORGETFUL, names)
    page.evaluate(
        "(names) => { const api = window[names.api]; const get = api[names.get]; api[names.get] = (e) => get(e) || null }",
        names,
    )
    known = page.evaluate(
        "async (kind) => { const { learner, text } = await Leerpad.connect({ kind }); return [learner, text] }", kind
    )
    assert known == ["", ""]
