"""What stands between MkDocs and the engine: the door, and the plugin behind it."""

from __future__ import annotations

import ast

from mkdocs.commands import serve
from support.trees import REPOSITORY

from leerpad.hosts.mkdocs import Plugin

DOOR = REPOSITORY / "hooks" / "portal.py"


def test_the_door_keeps_nothing_and_decides_nothing() -> None:
    lines = DOOR.read_text("utf-8").splitlines()
    assert len(lines) <= 10
    about, plugin, handing = ast.parse("\n".join(lines)).body
    assert isinstance(about, ast.Expr)
    assert isinstance(plugin, ast.ImportFrom)
    assert ast.unparse(handing) == "globals().update(Plugin().events())"


def test_two_plugins_share_no_state() -> None:
    one, other = Plugin(), Plugin()
    one.on_startup("serve")
    one.on_shutdown()
    assert one.memories is not other.memories
    assert one.events().keys() == other.events().keys()


def test_mkdocs_gets_its_build_back_when_it_stops_serving() -> None:
    """It was wrapped once more at each start, and stayed so: a second build in one process ran our guard twice."""
    before = vars(serve)["build"]
    plugin = Plugin()
    plugin.on_startup("serve")
    guarded = vars(serve)["build"]
    plugin.on_startup("serve")
    assert vars(serve)["build"] is guarded is not before
    plugin.on_shutdown()
    plugin.on_shutdown()
    assert vars(serve)["build"] is before
