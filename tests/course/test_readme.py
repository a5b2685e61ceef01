"""README.md, which tells of this course too, is true: every path, link and command in it is there."""

from __future__ import annotations

from support.trees import REPOSITORY
from unit.test_developer_docs import lost_links, lost_paths, lost_targets

README = REPOSITORY / "README.md"


def test_every_path_link_and_command_of_the_readme_is_there() -> None:
    assert lost_paths(README) == []
    assert lost_links(README) == []
    assert lost_targets(README) == set()
