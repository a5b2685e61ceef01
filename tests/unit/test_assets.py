"""What every reader loads: small, and the same code where the minifier is missing."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

from leerpad.site import assets
from leerpad.site.assets import client_scripts, make_assets

if TYPE_CHECKING:
    import pytest

BUDGET = {"script": 29_000, "stylesheet": 13_000}
"""In bytes, compressed as a server does: a little more than today. What weighs what stands in docs/ontwikkelen/snelheid.md."""


def test_the_client_keeps_to_its_weight() -> None:
    made = make_assets({})
    files = {"script": made.scripts[-1], "stylesheet": made.stylesheet}
    weights = {name: len(gzip.compress(file.content, 9)) for name, file in files.items()}
    assert {name: weight for name, weight in weights.items() if weight > BUDGET[name]} == {}


def test_without_the_minifier_the_client_goes_out_as_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    small = make_assets({})
    monkeypatch.setattr(assets, "minify", None)
    whole = make_assets({})
    script = whole.scripts[-1].content.decode()
    assert all(file.read_text("utf-8") in script for file in client_scripts())
    assert len(whole.stylesheet.content) > len(small.stylesheet.content)
    assert whole.stylesheet.uri != small.stylesheet.uri
