"""Hypothesis, for the pure functions of the client: a page is only the place where they run, and doesn't change."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

in_browser = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80)

KEYS = ["a", "b", "c", "d", "e"]
"""Of what can be chosen."""

anything = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.sampled_from([*KEYS, "", "true", "__proto__"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=2),
    max_leaves=6,
)
"""What no client of ours would make of an answer or of progress."""
