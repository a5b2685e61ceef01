"""Scores, draws and orders, worked out in the browser, where they live."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.examples import Example, examples
from support.hypotheses import KEYS, anything, in_browser

from leerpad.locales import load_locale

if TYPE_CHECKING:
    from playwright.sync_api import Page


def score(still_page: Page, question: dict[str, Any], response: Any) -> dict[str, Any]:
    script = "([question, response]) => Leerpad.questions[question.type].score(question, response)"
    result: dict[str, Any] = still_page.evaluate(script, [question, response])
    return result


@pytest.mark.parametrize("example", [*examples(), *examples("en")], ids=lambda example: example.name)
def test_each_example_scores_as_it_says(example: Example, still_page: Page) -> None:
    question = example.question.client_data()
    scored = [score(still_page, question, response)["points"] for response, _ in example.responses]
    assert scored == [points for _, points in example.responses]


@given(correct=st.sets(st.sampled_from(KEYS), min_size=1), chosen=st.sets(st.sampled_from(KEYS)), partial=st.booleans())
@in_browser
def test_points_of_multiple_choice(still_page: Page, correct: set[str], chosen: set[str], partial: bool) -> None:
    scoring = "partial" if partial else "all_or_nothing"
    question = {"type": "multiple_choice", "points": 3, "correct": sorted(correct), "scoring": scoring}
    result = score(still_page, question, sorted(chosen))
    hits, misses = len(chosen & correct), len(chosen - correct)
    expected = 3 * max(0, hits - misses) / len(correct) if partial else 3 * (chosen == correct)
    assert result["points"] == pytest.approx(expected)
    assert 0 <= result["points"] <= result["max"] == 3
    assert result["right"] == (chosen == correct)
    assert score(still_page, question, sorted(chosen, reverse=True)) == result


@given(example=st.sampled_from(examples()), response=anything)
@in_browser
def test_no_response_breaks_scoring(still_page: Page, example: Example, response: Any) -> None:
    question = example.question.client_data()
    result = score(still_page, question, response)
    assert 0 <= result["points"] <= result["max"] == question["points"]
    assert result["right"] == (result["points"] == result["max"])


@given(seed=st.integers(0, 2**32 - 1), names=st.lists(st.sampled_from(KEYS), unique=True, min_size=2))
@in_browser
def test_an_order_is_the_same_for_the_same_seed_and_whatever_stands_beside(
    still_page: Page, seed: int, names: list[str]
) -> None:
    by = "([seed, names]) => Leerpad.order.by(String(seed), names)"
    order = still_page.evaluate(by, [seed, names])
    assert sorted(order) == sorted(names)
    assert still_page.evaluate(by, [seed, names[::-1]]) == order
    assert still_page.evaluate(by, [seed, names[1:]]) == [name for name in order if name != names[0]]


def test_a_score_is_never_rounded_up_to_a_mark(still_page: Page) -> None:
    shares = still_page.evaluate("[0.6999, 0.7, 2 / 3, 1, 0].map((share) => Leerpad.words.percent(share))")
    assert shares == ["69%", "70%", "66%", "100%", "0%"]


def test_thirds_of_points_add_up_to_a_pass(still_page: Page) -> None:
    script = """() => {
      const question = {id: "q", type: "multiple_choice", points: 1, revision: "r", correct: ["a", "b", "c"], scoring: "partial"};
      const questions = new Map(["x", "y", "z"].map((id) => [id, {...question, id}]));
      const answer = {value: ["a"], revision: "r", at: 1, checked: false};
      const attempt = {questions: ["x", "y", "z"], retry: false, answers: {x: answer, y: answer, z: answer}};
      return Leerpad.attempt.score(attempt, questions, 1 / 3);
    }"""
    outcome = still_page.evaluate(script)
    assert outcome["passed"]
    assert outcome["points"] == 1


def test_a_draw_covers_every_lesson(still_page: Page) -> None:
    script = """() => Array.from({length: 40}, () => {
      const questions = Array.from({length: 12}, (_, n) => ({id: `q${n}`, lesson: ["a", "b", "c"][n % 3]}));
      const attempt = Leerpad.attempt.start({draw: 4, shuffle: true}, questions);
      return attempt.questions.map((id) => questions.find((one) => one.id === id).lesson);
    })"""
    draws = still_page.evaluate(script)
    assert all(len(draw) == 4 and set(draw) == {"a", "b", "c"} for draw in draws)


def test_the_client_has_the_words_of_its_language(still_page: Page) -> None:
    assert still_page.evaluate("LeerpadWords") == load_locale("nl").for_client()
