"""mkdocs.yml without MkDocs: for hosts that know no plugins, and get a site in finished pages."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from leerpad.course.load.markdown import load_markdown, load_settings

if TYPE_CHECKING:
    from pathlib import Path


class _Theme(dict[str, Any]):
    """The settings of the theme, as MkDocs gives them."""

    locale = "en"


def plain_config(file: Path) -> SimpleNamespace:
    """The settings under the names that MkDocs gives them; `values` are all, as they were read."""
    values = load_settings(file)
    theme = values.get("theme")
    extensions, configs = load_markdown(file)
    return SimpleNamespace(
        values=values,
        config_file_path=str(file),
        docs_dir=str(file.parent / str(values.get("docs_dir") or "docs")),
        site_name=str(values.get("site_name") or ""),
        site_url=values.get("site_url"),
        nav=values.get("nav"),
        theme=_Theme(theme if isinstance(theme, dict) else {"name": theme}),
        markdown_extensions=extensions,
        mdx_configs=configs,
    )
