"""The navigation is written once for all pages that share it, and every page has what the theme writes for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.trees import SETTINGS, build_site, rich_course

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


def words(html: str) -> str:
    return " ".join(html.split())


@pytest.mark.parametrize("features", FEATURES)
def test_it_is_what_the_theme_writes_on_every_page(features: str, tmp_path: Path) -> None:
    """But for white space. One page is there twice, one has no place in it, and one has a sign in its address."""
    settings = SETTINGS.replace("navigation.indexes", features).replace("course_id: proefpad", "{0}") + NAVIGATION
    docs = {f"docs/{name}.md": f"# Over {name}\n\n## Eén\n\n## Twee & drie\n" for name in ("over", "a&b", "los")}
    files = {**rich_course(), **docs}
    sites = []
    for shared in ("course_id: proefpad", "course_id: proefpad\n    shared_navigation: false"):
        folder = tmp_path / str(len(sites))
        folder.mkdir()
        sites.append(build_site(folder, {**files, "mkdocs.yml": settings.replace("{0}", shared)}))
    pages = sorted(file.relative_to(sites[0]) for file in sites[0].rglob("*.html"))
    assert len(pages) > 20
    ours, theirs = ({page: words((site / page).read_text("utf-8")) for page in pages} for site in sites)
    assert ours == theirs
