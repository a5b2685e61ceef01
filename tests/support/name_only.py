"""A plugin of pytest that says which files it takes for tests, without importing any: that would take seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

SAYS = "collected: "


class NameOnly(pytest.Module):
    """A test file of which only the name is wanted."""

    def collect(self) -> list[pytest.Item]:
        """Say the name; give no tests."""
        print(f"{SAYS}{self.path.relative_to(self.config.rootpath).as_posix()}")
        return []


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module:
    """Take its place."""
    module: NameOnly = NameOnly.from_parent(parent, path=module_path)
    return module
