"""What every reader loads: small, and the same code where the minifier is missing."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

from leerpad.site.assets import bundles as assets
from leerpad.site.assets.bundles import make_assets
from leerpad.source.memory import NoMemory

if TYPE_CHECKING:
    import pytest

BUDGET = {"script": 37_000, "stylesheet": 14_200}
"""In bytes, compressed as a server does: a little more than today. What weighs what: hooks/leerpad/docs/how-to-measure.md."""


def test_the_client_keeps_to_its_weight() -> None:
    made = make_assets({}, NoMemory(), "")
    files = {"script": made.scripts[-1], "stylesheet": made.stylesheet}
    weights = {name: len(gzip.compress(file.content, 9)) for name, file in files.items()}
    assert {name: weight for name, weight in weights.items() if weight > BUDGET[name]} == {}


def test_where_the_minifier_has_no_wheel_the_names_stay_long(monkeypatch: pytest.MonkeyPatch) -> None:
    small = make_assets({}, NoMemory(), "")
    monkeypatch.setattr(assets, "minify", None)
    plain = make_assets({}, NoMemory(), "")
    assert plain.stylesheet == small.stylesheet
    assert 1.1 * len(small.scripts[-1].content) < len(plain.scripts[-1].content) < 152_000
    assert b"/*" not in plain.scripts[-1].content
