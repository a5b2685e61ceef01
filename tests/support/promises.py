"""Promises of the course: who breaks one is an author, and reads what to do instead of a trace of the program."""

from __future__ import annotations

import pytest


def kept(*asked_of_the_author: str) -> None:
    """The promise holds if nothing is asked of the author; empty texts ask nothing."""
    asked = [line for line in asked_of_the_author if line]
    if asked:
        pytest.fail("\n".join(asked), pytrace=False)
