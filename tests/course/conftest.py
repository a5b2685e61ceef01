"""What the tests of this course share: its site. No test outside this folder knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from course.support.real import copy_course
from support.trees import build_site

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built from a copy of the repository. No test may change it."""
    return build_site(copy_course(tmp_path_factory.mktemp("repository")))
