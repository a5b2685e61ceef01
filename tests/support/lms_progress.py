"""What a learner's progress in the small course may be, drawn by Hypothesis: documents to be packed for a learning system."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

LESSONS = ["een-a", "een-b", "twee-a", "twee-b", "drie-a", "drie-b"]
QUIZZES = {
    "toets-een": [f"een-{n}" for n in range(1, 6)],
    "toets-twee": [*(f"twee-{n}" for n in range(1, 8)), "twee-vast"],
    "toets-drie": [f"drie-{n}" for n in range(1, 6)],
    "check": ["check-een", "check-meer", "check-waar"],
}
NOW = 1_795_000_000_000

times = st.integers(NOW, NOW + 10**9) | st.sampled_from([0, 1, NOW, 253_402_300_799_999])
moments = st.integers(NOW, NOW + 10**9)
points = st.sampled_from([0, 1, 0.5, 1 / 3, 2 / 3, 2])
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["0123abcd", "", "Één antwoord, 12,5%", "a-b_c.d", "👍🏽", "</script>"])
    | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["gat", "gat-2", "0123abcd"]), inner, max_size=2)
    ),
    max_leaves=5,
)


@st.composite
def attempts(draw: st.DrawFn, questions: list[str]) -> dict[str, Any]:
    asked = draw(st.permutations(questions))[: draw(st.integers(1, len(questions)))]
    started = draw(moments)
    answers = {
        question: {
            "value": draw(values),
            "revision": draw(st.sampled_from(["89abcdef", "r", ""])),
            "at": started + draw(st.integers(-(10**6), 10**7)),
            "checked": draw(st.booleans()),
        }
        for question in asked
        if draw(st.booleans())
    }
    is_done = draw(st.booleans())
    scores = {question: {"points": draw(points), "max": 2} for question in asked} if is_done else {}
    total = round(sum(one["points"] for one in scores.values()), 6)
    outcome = {"points": total, "max": 2 * len(asked), "passed": draw(st.booleans()), "questions": scores}
    return {
        "started": started,
        "seed": draw(st.integers(0, 2**32 - 1)),
        "questions": asked,
        "retry": draw(st.booleans()),
        "answers": answers,
        "finished": started + draw(st.integers(0, 10**7)) if is_done else None,
        "outcome": outcome if is_done else None,
        **({"closed": True} if not is_done and draw(st.integers(0, 3)) == 3 else {}),
    }


attempt_ids = st.sampled_from(["1z141z3-abc", "0-0", "2a-1z141z3", "kw3f9x2a-1b", "other", "a-b-c"])


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    done = st.fixed_dictionaries({"done": st.booleans(), "at": times})
    return {
        "version": 1,
        "course": "proefpad",
        "wiped": draw(st.sampled_from([0, 0, NOW + 12_345])),
        "lessons": draw(st.dictionaries(st.sampled_from([*LESSONS, "weg"]), done)),
        "quizzes": {
            quiz: draw(st.dictionaries(attempt_ids, attempts(questions), min_size=1, max_size=4))
            for quiz, questions in QUIZZES.items()
            if draw(st.booleans())
        },
        "opened": draw(st.dictionaries(st.sampled_from(["een", "twee", "drie"]), st.fixed_dictionaries({"at": times}))),
        "notes": draw(st.sampled_from([{}, {"n": {"text": "Geheim", "prompt": "?", "at": NOW}}])),
    }
