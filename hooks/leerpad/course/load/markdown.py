"""How the host writes Markdown: `markdown_extensions` of mkdocs.yml, and what else it reads there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from leerpad.source.diagnostics import Report
from leerpad.source.files import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from markdown import Extension

    Extensions = Sequence[str | Extension]
    ExtensionSettings = Mapping[str, Mapping[str, object]]

_OF_THE_HOST = ("toc", "tables", "fenced_code")
_FENCES = "pymdownx.superfences"


class _Loader(yaml.UnsafeLoader):
    """Reads what MkDocs reads, with functions of Python among the settings: building the site does the same."""


_Loader.add_constructor("!ENV", lambda *_: None)


def load_markdown(file: Path) -> tuple[list[str], dict[str, dict[str, object]]]:
    """The extensions that these settings ask for, and the settings of each; the host's own if they can't be read."""
    try:
        asked = load_settings(file).get("markdown_extensions")
        entries = asked if isinstance(asked, list | dict) else []
        configs = {name: config for entry in entries for name, config in _entries(entry)}
    except Exception:  # a function that isn't there may raise anything; the host says so when it builds
        configs = {}
    return with_fences(dict.fromkeys([*_OF_THE_HOST, *configs])), {name: one for name, one in configs.items() if one}


def load_settings(file: Path) -> dict[str, object]:
    """All that these settings say, as MkDocs reads it. Raises whatever reading YAML with functions in it may raise."""
    source = read_text(file, file.name, Report())
    settings = yaml.load(source.text, _Loader) if source else {}
    return settings if isinstance(settings, dict) else {}


def with_fences(extensions: Iterable[str]) -> list[str]:
    """These extensions, and the one by whose rule we read blocks of code."""
    return list(dict.fromkeys([*extensions, _FENCES]))


def _entries(entry: object) -> list[tuple[str, dict[str, object]]]:
    return list(entry.items()) if isinstance(entry, dict) else [(str(entry), {})]
