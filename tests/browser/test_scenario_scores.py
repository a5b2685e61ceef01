"""A conversation, as it is counted: functions that run on any page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.conversation import BOTH, TALK
from support.hypotheses import in_browser

from leerpad.questions.base import text_key
from leerpad.questions.scenario.model import Scenario
from leerpad.source.diagnostics import Report
from leerpad.source.files import SourceText
from leerpad.source.tree import read_tree

if TYPE_CHECKING:
    from playwright.sync_api import Page


def scenario() -> Scenario:
    tree = read_tree(SourceText("gesprek.yml", f"questions:\n{TALK}"), Report())
    assert tree is not None
    return Scenario.model_validate(tree.data()["questions"][0])


TALKED = scenario()


def asked(still_page: Page, name: str, response: Any) -> Any:
    script = "([name, question, response]) => Leerpad.questions.scenario[name](question, response)"
    return still_page.evaluate(script, [name, TALKED.client_data(), response])


@given(picks=st.lists(st.integers(0, 2), max_size=12))
@settings(in_browser, max_examples=60)
def test_only_the_first_choice_at_a_step_counts(still_page: Page, picks: list[int]) -> None:
    at, response, first = "begin", [], {}
    for pick in picks:
        if at in TALKED.endings:
            break
        choice = TALKED.steps[at].choices[pick]
        first.setdefault(at, choice.points)
        response.append(choice.key)
        at = choice.goto
    result = asked(still_page, "score", response)
    assert result["points"] == pytest.approx(2 * min(1, sum(first.values()) / 4))
    assert result["right"] == (result["points"] == 2)
    assert (asked(still_page, "missing", response) is None) == (at in TALKED.endings)


def keys(*texts: str) -> list[str]:
    return [text_key(text) for text in texts]


NO_WAY: dict[str, Any] = {
    "on from an ending": [*keys(*BOTH), text_key("Wacht even")],
    "a choice of another step": keys("Vraag door", "Loop weg"),
    "endless": [text_key("Wacht even")] * 101,
    "no list": {"0": text_key("Vraag door")},
    "proto": ["__proto__"],
    "constructor": ["constructor"],
    "deep": [keys("Vraag door")],
    "text": text_key("Vraag door"),
}


def test_what_is_no_way_through_the_conversation_gets_nothing(still_page: Page) -> None:
    found = {kind: [asked(still_page, name, way) for name in ("score", "missing")] for kind, way in NO_WAY.items()}
    nothing = [{"points": 0, "max": 2, "right": False}, "scenario.unfinished"]
    assert found == dict.fromkeys(NO_WAY, nothing)


def test_the_best_way_gets_everything(still_page: Page) -> None:
    best = [key for _, key in TALKED.aids()["best_path"]]
    assert best == keys(*BOTH)
    assert asked(still_page, "score", best) == {"points": 2, "max": 2, "right": True}
