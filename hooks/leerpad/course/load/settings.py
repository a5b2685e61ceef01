"""Our part of mkdocs.yml: `extra.leerpad`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.course.model.file_index import Mention
from leerpad.course.model.files import Settings
from leerpad.course.model.roles import check_role_list
from leerpad.source.diagnostics import START, Report
from leerpad.source.files import read_text
from leerpad.source.names import suggestion
from leerpad.source.shape import locate, shape
from leerpad.source.tree import Mapping, Scalar, Sequence, read_tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from leerpad.source.diagnostics import Position
    from leerpad.source.tree import Node

SETTINGS_OF_OURS = Settings.model_fields.keys() - {"version"}
"""Settings of which no host has one with the same name."""


def load_settings(file: Path, path: str, report: Report) -> Settings | None:
    """The settings in `file`; None, and a fault, if there are none or they can't be read."""
    source = read_text(file, path, report)
    tree = read_tree(source, report, tags_allowed=True) if source else None
    if tree is None:
        return None
    node = tree
    for key in ("extra", "leerpad"):
        for name in node.entries.keys() & SETTINGS_OF_OURS:
            report.fault(path, node.key_positions[name], "misplaced_setting", key=name)
        inner = node.entries.get(key)
        if not isinstance(inner, Mapping):
            report.fault(path, _place_of_settings(node, key), "no_settings")
            return None
        node = inner
    document = shape(path, node, Settings, report)
    if document is None:
        return None
    check_role_list(document, report)
    return document.model


def place_of_setting(file: Path, key: str) -> Position:
    """Where a setting of ours is written, or the nearest thing above it."""
    tree = _tree_of(file)
    return locate(tree, ("extra", "leerpad", key)) if tree else START


def load_site_url(file: Path) -> str | None:
    """The address of the site in these settings, as it is written."""
    tree = _tree_of(file)
    address = tree.entries.get("site_url") if tree else None
    return address.text if isinstance(address, Scalar) else None


def load_nav(file: Path) -> tuple[Mention, ...] | None:
    """The targets in the navigation of these settings; None without one, or where they can't be read."""
    tree = _tree_of(file)
    nav = tree.entries.get("nav") if tree else None
    return tuple(_targets(nav)) if nav else None


def _tree_of(file: Path) -> Mapping | None:
    source = read_text(file, file.name, Report())
    return read_tree(source, Report(), tags_allowed=True) if source else None


def _targets(node: Node) -> Iterator[Mention]:
    if isinstance(node, Scalar):
        yield Mention(node.text, node.position)
    for inner in (
        node.items if isinstance(node, Sequence) else node.entries.values() if isinstance(node, Mapping) else ()
    ):
        yield from _targets(inner)


def _place_of_settings(node: Mapping, key: str) -> Position:
    """Where the key stands that has no settings under it, or one that looks like it, or else what should hold it."""
    alike = [name for name in node.entries if not name.startswith("extra_") and suggestion(name, [key])]
    return locate(node, tuple(alike[:1]), of_key=True)
