"""Progress of two devices or tabs made one: nothing that was done is lost, whatever the order and whatever is strange."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st
from support.hypotheses import anything, in_browser

if TYPE_CHECKING:
    from playwright.sync_api import Page

ids = st.sampled_from(["een", "twee", "constructor"])
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
