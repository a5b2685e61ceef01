"""Scoring and merging, run in the browser, where they live."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.examples import Example, examples

from leerpad.locales import load_locale

if TYPE_CHECKING:
    from playwright.sync_api import Page

KEYS = ["a", "b", "c", "d", "e"]
# The page is only a place to run pure functions in: it doesn't change between examples.
in_browser = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80)


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


anything = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.sampled_from([*KEYS, "", "true", "__proto__"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=2),
    max_leaves=6,
)


@given(example=st.sampled_from(examples()), response=anything)
@in_browser
def test_no_response_breaks_scoring(still_page: Page, example: Example, response: Any) -> None:
    question = example.question.client_data()
    result = score(still_page, question, response)
    assert 0 <= result["points"] <= result["max"] == question["points"]
    assert result["right"] == (result["points"] == result["max"])


ids = st.sampled_from(["een", "twee", "drie"])
times = st.integers(0, 4)
answers = st.dictionaries(
    ids,
    st.fixed_dictionaries(
        {"value": st.sampled_from(["a", "b", None]), "revision": st.just("r"), "at": times, "checked": st.booleans()}
    ),
    max_size=2,
)
outcomes = st.fixed_dictionaries(
    {"points": st.integers(0, 2), "max": st.just(2), "passed": st.booleans(), "questions": st.just({})}
)
finished = st.tuples(times, outcomes) | st.just((None, None))
attempts = st.builds(
    lambda started, answered, end: {
        "started": started,
        "seed": 1,
        "questions": ["een", "twee"],
        "retry": False,
        "answers": answered,
        "finished": end[0],
        "outcome": end[1],
    },
    times,
    answers,
    finished,
)
notes = st.fixed_dictionaries(
    {"text": st.sampled_from(["", "a", "b"]), "prompt": st.just("?"), "at": times},
    optional={"later": st.integers(0, 1)},
)
predictions = st.fixed_dictionaries(
    {"value": st.sampled_from([True, "a", ["a"]]), "revision": st.just("r"), "at": times},
    optional={"later": st.integers(0, 1)},
)
scan_answers = st.fixed_dictionaries({"value": st.none() | st.integers(0, 10), "at": times})
past_scans = st.fixed_dictionaries(
    {
        "answers": st.dictionaries(ids, st.integers(0, 10), max_size=2),
        "finished": times,
        "current": st.booleans(),
        "at": times,
    }
)
texts = st.sampled_from(["", "a", "b"])
plans = st.fixed_dictionaries(
    {
        "text": texts,
        "who": texts,
        "when": st.sampled_from(["", "2030-01-01"]),
        "cue": texts,
        "lesson": st.none() | ids,
        "done": st.booleans(),
        "removed": st.booleans(),
        "since": times,
        "at": times,
    }
)
reviewed = st.fixed_dictionaries(
    {"results": st.text("+-", min_size=1, max_size=3), "day": st.integers(0, 3), "at": times}
)
done = st.fixed_dictionaries({"done": st.booleans(), "at": times})
looks = st.fixed_dictionaries({"went": st.sampled_from(["yes", "partly", "no", ""]), "note": texts, "at": times})
days = st.sampled_from(["2030-01-01", "2030-01-08"])
unknown = st.recursive(
    st.none() | st.integers(0, 2) | st.sampled_from(["", "a"]),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["at", "a", "toString"]), inner, max_size=3)
    ),
    max_leaves=5,
)
"""What a later version of the site may have put in a document."""
documents = st.fixed_dictionaries(
    {
        "scans": st.dictionaries(ids, st.dictionaries(ids, scan_answers, max_size=2), max_size=2),
        "pastScans": st.dictionaries(ids, st.dictionaries(ids, past_scans, max_size=2), max_size=2),
        "shown": st.dictionaries(ids, done, max_size=2),
        "opened": st.dictionaries(ids, st.fixed_dictionaries({"at": times}), max_size=2),
        "settings": st.dictionaries(
            ids, st.fixed_dictionaries({"value": st.sampled_from(["one", "all"]), "at": times}), max_size=2
        ),
        "version": st.sampled_from([1, 2]),
        "wiped": st.sampled_from([0, 0, 0, 5]),
        "unread": st.dictionaries(st.sampled_from(["later", "constructor"]), unknown, max_size=2),
        "course": st.just("proefpad"),
        "lessons": st.dictionaries(ids, st.fixed_dictionaries({"done": st.booleans(), "at": times}), max_size=2),
        "quizzes": st.dictionaries(ids, st.dictionaries(ids, attempts, min_size=1, max_size=2), max_size=2),
        "notes": st.dictionaries(ids, notes, max_size=2),
        "predictions": st.dictionaries(ids, predictions, max_size=2),
        "plan": st.dictionaries(ids, plans, max_size=2),
        "talk": st.dictionaries(ids, st.fixed_dictionaries({"text": texts, "at": times}), max_size=2),
        "looks": st.dictionaries(ids, st.dictionaries(days, looks, max_size=2), max_size=2),
        "reviews": st.dictionaries(ids, reviewed, max_size=2),
        "name": st.fixed_dictionaries({"text": texts, "at": times}),
    }
)

LAWS = """([a, b, c]) => {
  const {merge, canonical, parse, write, ongoing, results} = Leerpad.progress;
  const read = (document) => parse(JSON.parse(write(document)), "proefpad");
  const same = (one, other) => canonical(one) === canonical(other);
  return {
    commutative: same(merge(a, b), merge(b, a)),
    associative: same(merge(a, merge(b, c)), merge(merge(a, b), c)),
    idempotent: same(merge(a, a), a) && same(merge(merge(a, b), b), merge(a, b)),
    readable: [null, "version"].includes(read(merge(a, b)).damage),
    stable: same(read(a).progress, a),
    parted: same(merge(a, ongoing(a)), a) && results(ongoing(a)).length === 0 && same(read(ongoing(a)).progress, ongoing(a)),
  };
}"""


@given(a=documents, b=documents, c=documents)
@in_browser
def test_merging_keeps_its_laws(still_page: Page, a: Any, b: Any, c: Any) -> None:
    assert still_page.evaluate(LAWS, [a, b, c]) == dict.fromkeys(
        ("commutative", "associative", "idempotent", "readable", "stable", "parted"), True
    )


@given(a=documents, b=documents)
@in_browser
def test_merging_loses_nothing_that_was_done(still_page: Page, a: Any, b: Any) -> None:
    a["wiped"] = b["wiped"]
    merged = still_page.evaluate("([a, b]) => Leerpad.progress.merge(a, b)", [a, b])
    for document in (a, b):
        for part in (
            "talk",
            "lessons",
            "opened",
            "scans",
            "pastScans",
            "plan",
            "reviews",
            "notes",
            "predictions",
            "settings",
            "unread",
        ):
            assert set(document[part]) <= set(merged[part])
        for name, planned in document["plan"].items():
            assert merged["plan"][name]["at"] >= planned["at"]
        for name, review in document["reviews"].items():
            assert len(merged["reviews"][name]["results"]) >= len(review["results"])
        assert merged["name"]["at"] >= document["name"]["at"]
        for part in ("scans", "pastScans", "looks"):
            for outer, said in document[part].items():
                for inner, record in said.items():
                    assert merged[part][outer][inner]["at"] >= record["at"]
        for quiz, tries in document["quizzes"].items():
            for name, attempt in tries.items():
                kept = merged["quizzes"][quiz][name]
                assert attempt["finished"] is None or kept["finished"] is not None
                assert kept["finished"] is not None or set(attempt["answers"]) <= set(kept["answers"])


@given(value=anything)
@in_browser
def test_parsing_survives_anything(still_page: Page, value: Any) -> None:
    parsed = still_page.evaluate("value => Leerpad.progress.parse(value, 'proefpad')", value)
    assert parsed["damage"] is not None
    assert parsed["progress"]["course"] == "proefpad"


def test_progress_from_before_there_were_scans_and_plans_is_read_whole(still_page: Page) -> None:
    old = {"version": 1, "course": "proefpad", "lessons": {"een": {"done": True, "at": 1}}, "quizzes": {}}
    parsed = still_page.evaluate("value => Leerpad.progress.parse(value, 'proefpad')", old)
    assert parsed["damage"] is None
    assert parsed["progress"]["lessons"] == old["lessons"]
    assert (parsed["progress"]["scans"], parsed["progress"]["shown"], parsed["progress"]["opened"]) == ({}, {}, {})
    assert (parsed["progress"]["plan"], parsed["progress"]["name"]) == ({}, {"text": "", "at": 0})
    assert (parsed["progress"]["looks"], parsed["progress"]["talk"], parsed["progress"]["pastScans"]) == ({}, {}, {})
    assert (parsed["progress"]["settings"], parsed["progress"]["reviews"]) == ({}, {})


@given(value=st.sampled_from([1, None, True, "", "Met hoofdletter", "<b>", "a" * 121, ["one"], {}]))
@in_browser
def test_a_strange_setting_is_left_out_and_the_rest_kept(still_page: Page, value: Any) -> None:
    chosen = {
        "goed": {"value": "one", "at": 1},
        "vreemd": {"value": value, "at": 1},
        "laat": {"value": "one", "at": -1},
    }
    document = {"version": 1, "course": "proefpad", "lessons": {}, "quizzes": {}, "settings": chosen}
    parsed = still_page.evaluate("value => Leerpad.progress.parse(value, 'proefpad')", document)
    assert parsed["progress"]["settings"] == {"goed": {"value": "one", "at": 1}}
    assert parsed["damage"] == "damaged"


STRANGE = [11, -1, 2.5, "4", True, [4], {}]


@given(value=st.sampled_from(STRANGE))
@in_browser
def test_a_strange_answer_to_a_scan_is_left_out_and_the_rest_kept(still_page: Page, value: Any) -> None:
    scans = {
        "een": {"goed": {"value": 3, "at": 1}, "vreemd": {"value": value, "at": 1}, "laat": {"value": 3, "at": -1}}
    }
    document = {"version": 1, "course": "proefpad", "lessons": {}, "quizzes": {}, "scans": scans}
    parsed = still_page.evaluate("value => Leerpad.progress.parse(value, 'proefpad')", document)
    assert parsed["progress"]["scans"] == {"een": {"goed": {"value": 3, "at": 1}}}
    assert parsed["damage"] == "damaged"


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
