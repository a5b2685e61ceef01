"""Sites that several files of these tests share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.assigning import assign_course
from support.conversation import talk_course
from support.steps import steps_course
from support.trees import build_site

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def steps_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small course with steps to be put in order, built."""
    return build_site(tmp_path_factory.mktemp("steps"), steps_course())


@pytest.fixture(scope="session")
def talk_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small course with conversations, built."""
    return build_site(tmp_path_factory.mktemp("talk"), talk_course())


@pytest.fixture(scope="session")
def assign_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small course with matching and categorize, built."""
    return build_site(tmp_path_factory.mktemp("assign"), assign_course())
