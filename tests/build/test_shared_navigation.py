"""The navigation is written once for all pages that share it, and every page has what the theme writes for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.loop import Loop
from support.trees import SETTINGS, rich_course

if TYPE_CHECKING:
    from pathlib import Path

FEATURES = [
    "navigation.indexes, navigation.prune",
    "navigation.sections, navigation.expand, toc.integrate",
    "navigation.tabs, navigation.sections, navigation.indexes",
]
NAVIGATION = """nav:
  - index.md
  - Achtergrond:
      - over.md
      - Verder:
          - a&b.md
          - over.md
  - leerpad:levels
"""


def words(html: bytes) -> str:
    return " ".join(html.decode().split())


@pytest.mark.parametrize("features", FEATURES)
def test_it_is_what_the_theme_writes_on_every_page(
    features: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But for white space. One page is there twice, one has no place in it, and one has a sign in its address."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    settings = SETTINGS.replace("navigation.indexes", features).replace("course_id: proefpad", "{0}") + NAVIGATION
    docs = {f"docs/{name}.md": f"# Over {name}\n\n## Eén\n\n## Twee & drie\n" for name in ("over", "a&b", "los")}
    loop = Loop(tmp_path / "course")
    loop.folder.mkdir()
    sites = []
    for shared in ("course_id: proefpad", "course_id: proefpad\n    shared_navigation: false"):
        loop.write({**rich_course(), **docs, "mkdocs.yml": settings.replace("{0}", shared)})
        site = loop.built_fresh()
        assert isinstance(site, dict), site
        sites.append({page: words(html) for page, html in site.items() if page.endswith(".html")})
    assert len(sites[0]) > 20
    assert sites[0] == sites[1]
