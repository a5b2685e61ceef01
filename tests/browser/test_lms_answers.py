"""The recorder that checks what a learning system is told, and every type of question told to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from support.client import whole_client
from support.examples import examples
from support.lms import CLIENT
from support.lms_server import FILES

from leerpad.deploy.lms.facts import question_facts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

OLD, NEW = "cmi.core.", "cmi."
ITEM = "cmi.interactions.0."
SLIPS_12 = {
    "too much suspend_data": [["cmi.suspend_data", "x" * 4097]],
    "a status of 2004": [["cmi.core.lesson_status", "complete"]],
    "not attempted": [["cmi.core.lesson_status", "not attempted"]],
    "a score over 100": [["cmi.core.score.raw", "101"]],
    "a decimal comma": [["cmi.core.score.raw", "70,5"]],
    "a time of 2004": [["cmi.core.session_time", "PT30S"]],
    "a short time": [["cmi.core.session_time", "0:00:30"]],
    "an exit of 2004": [["cmi.core.exit", "normal"]],
    "a choice in words": [
        [f"{ITEM}id", "a"],
        [f"{ITEM}type", "choice"],
        [f"{ITEM}student_response", "Een lang antwoord"],
    ],
    "a gap": [["cmi.interactions.3.id", "x"]],
    "the type before the id": [[f"{ITEM}type", "choice"]],
    "an answer before its type": [[f"{ITEM}id", "a"], [f"{ITEM}student_response", "a"]],
    "too long a text": [[f"{ITEM}id", "a"], [f"{ITEM}type", "fill-in"], [f"{ITEM}student_response", "x" * 256]],
    "a number": [["cmi.core.score.raw", 70]],
    "a result of 2004": [[f"{ITEM}id", "a"], [f"{ITEM}result", "incorrect"]],
    "after the end": [["finish"], ["cmi.core.exit", ""]],
    "begun twice": [["begin"]],
    "an unknown element": [["cmi.success_status", "passed"]],
    "a letter that isn't ASCII": [["cmi.core.lesson_location", "é"]],
    "what only is read": [["cmi.core.student_id", "x"]],
}
SLIPS_2004 = {
    "too much suspend_data": [["cmi.suspend_data", "x" * 64001]],
    "a status of 1.2": [["cmi.completion_status", "passed"]],
    "a share over 1": [["cmi.score.scaled", "1.1"]],
    "a time of 1.2": [["cmi.session_time", "0000:00:30.00"]],
    "milliseconds": [[f"{ITEM}id", "a"], [f"{ITEM}timestamp", "2026-01-01T10:00:00.000Z"]],
    "a result of 1.2": [[f"{ITEM}id", "a"], [f"{ITEM}result", "wrong"]],
    "a hyphen in a choice": [[f"{ITEM}id", "a"], [f"{ITEM}type", "choice"], [f"{ITEM}learner_response", "a-b"]],
    "too long a description": [[f"{ITEM}id", "a"], [f"{ITEM}description", "x" * 251]],
}
GOOD_12 = [["cmi.core.lesson_status", "passed"], ["cmi.core.session_time", "0000:01:02.34"], ["finish"]]

TRY = """([version, calls]) => {
  const verbs = {"1.2": ["LMSInitialize", "LMSSetValue", "LMSFinish"], 2004: ["Initialize", "SetValue", "Terminate"]}[version];
  const api = Object.fromEntries(["Commit", "GetValue", "GetLastError", "GetErrorString", "GetDiagnostic"]
    .flatMap((name) => [[`LMS${name}`, () => "0"], [name, () => "0"]]));
  for (const verb of verbs) api[verb] = () => "true";
  const heard = window.record(api, version);
  heard[verbs[0]]("");
  for (const [element, value] of calls) {
    if (element === "begin") heard[verbs[0]]("");
    else if (element === "finish") heard[verbs[2]]("");
    else heard[verbs[1]](element, value);
  }
  return window.__log.broken;
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, small_site: Path) -> Iterator[Page]:
    with whole_client(browser, small_site, FILES / "recorder.js", CLIENT / "answers.js") as page:
        yield page


def test_the_recorder_sees_every_slip_that_learning_systems_let_through(page: Page) -> None:
    for version, slips in (("1.2", SLIPS_12), ("2004", SLIPS_2004)):
        unseen = [name for name, calls in slips.items() if not page.evaluate(TRY, [version, calls])]
        assert unseen == []
    assert page.evaluate(TRY, ["1.2", GOOD_12]) == []


def told(page: Page, question: Any, response: Any, *, is_old: bool) -> list[list[str]]:
    scored = page.evaluate(
        "([data, response]) => Leerpad.questions[data.type].score(data, response)", [question.client_data(), response]
    )
    answer = {
        "quiz": "toets-een",
        "question": question_facts(question),
        "value": response,
        "points": {"points": scored["points"], "max": scored["max"]},
        "at": 1_795_000_000_123,
    }
    return list(page.evaluate("([answer, isOld]) => Leerpad.answers.scorm(answer, isOld)", [answer, is_old]))


@pytest.mark.parametrize("example", [one for one in examples() if one.question.worth], ids=lambda one: one.name)
def test_every_answer_is_told_within_the_rules(example: Any, page: Page) -> None:
    responses = [response for response, _ in example.responses]
    for response in [*responses, None]:
        for version in ("1.2", "2004"):
            calls = [
                [f"{ITEM}{element}", value]
                for element, value in told(page, example.question, response, is_old=version == "1.2")
            ]
            assert len(calls) >= 5
            assert page.evaluate(TRY, [version, calls]) == []


def test_full_marks_say_what_the_pattern_says(page: Page) -> None:
    """Of a question whose right answer is told, the best answer is told in the same words."""
    for example in examples():
        for response, points in example.responses:
            if not example.question.worth or points != example.question.worth or example.question.type not in EXACT:
                continue
            for is_old, name in ((True, "student_response"), (False, "learner_response")):
                said = dict(told(page, example.question, response, is_old=is_old))
                assert said["result"] == "correct"
                assert said[name] == said["correct_responses.0.pattern"], example.name


EXACT = ("single_choice", "multiple_choice", "true_false", "matching", "categorize", "ordering")


def test_a_number_is_told_as_the_one_that_was_right(page: Page) -> None:
    def said(value: str, right: float) -> list[str]:
        question = {"id": "n", "form": "number", "prompt": "?", "low": right, "high": right, "unit": "km"}
        answer = {"quiz": "q", "question": question, "value": value, "points": {"points": 1, "max": 1}, "at": 0}
        told = page.evaluate("(answer) => Leerpad.answers.tell(answer)", answer)
        return [told["type"], told["response"]]

    assert said("1.000", 1000) == said("1.000 km", 1000) == said("1000,0", 1000) == ["numeric", "1000"]
    assert said("1.000", 1) == said("1.000", 7) == ["numeric", "1"]
    assert said("veel", 7) == ["fill-in", "veel"]


def test_the_moment_of_an_answer_says_its_zone(page: Page) -> None:
    example = next(one for one in examples() if one.question.worth)
    moment = dict(told(page, example.question, None, is_old=False))["timestamp"]
    assert moment == "2026-11-18T11:06:40.12Z"
    summer = [[f"{ITEM}id", "a"], [f"{ITEM}timestamp", "2026-07-01T10:00:00"]]
    assert page.evaluate(TRY, ["2004", summer]) != []  # without a zone it is two hours off there


def test_what_was_thought_about_is_never_told(page: Page) -> None:
    reflection = next(one.question for one in examples() if one.question.type == "reflection")
    answer = {"quiz": "q", "question": {"id": "r", "form": "", "prompt": reflection.prompt}, "value": "Geheim"}
    points = {"points": {"points": 0, "max": 0}, "at": 0}
    assert page.evaluate("(answer) => Leerpad.answers.scorm(answer, true)", {**answer, **points}) == []
