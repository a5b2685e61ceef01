"""mkdocs.yml without MkDocs: for hosts that know no plugins, and get a site in finished pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from leerpad.course.load.markdown import load_markdown, load_settings

if TYPE_CHECKING:
    from pathlib import Path


class PlainTheme(dict[str, Any]):
    """The settings of the theme, as MkDocs gives them."""

    locale = "en"


@dataclass
class PlainConfig:
    """The settings under the names that MkDocs gives them; `values` are all, as they were read."""

    values: dict[str, Any]
    config_file_path: str
    docs_dir: str
    site_name: str
    site_url: str | None
    nav: list[object] | None
    theme: PlainTheme
    markdown_extensions: list[Any]
    mdx_configs: dict[str, dict[str, Any]]
    site_dir: str = ""
    """The folder of the site that is made; none yet."""
    use_directory_urls: bool = False


def plain_config(file: Path) -> PlainConfig:
    """The settings in this file."""
    values = load_settings(file)
    theme, nav, address = (values.get(key) for key in ("theme", "nav", "site_url"))
    extensions, configs = load_markdown(file)
    return PlainConfig(
        values=values,
        config_file_path=str(file),
        docs_dir=str(file.parent / str(values.get("docs_dir") or "docs")),
        site_name=str(values.get("site_name") or ""),
        site_url=str(address) if address else None,
        nav=nav if isinstance(nav, list) else None,
        theme=PlainTheme(theme if isinstance(theme, dict) else {"name": theme}),
        markdown_extensions=extensions,
        mdx_configs=configs,
    )
