"""The privacy page of this course says what leaves the device, however a package of it is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.trees import REPOSITORY
from unit.test_where import CHOSEN

from leerpad.source.markdown_text import MarkdownText
from leerpad.source.where import for_package, said_for

if TYPE_CHECKING:
    from leerpad.course.model.packages import Packages

PAGE = MarkdownText((REPOSITORY / "docs" / "privacy.md").read_text("utf-8"))


@pytest.mark.parametrize("packages", CHOSEN, ids=repr)
def test_the_page_says_which_answers_go_to_a_learning_system_and_what_stays(packages: Packages) -> None:
    """It left open whether answers to questions are told, and said that notes stay where they don’t."""
    said = " ".join(said_for(PAGE, for_package(packages)).text.split())
    has_answers = packages.resume == "answers"
    expected = {
        "In die bladwijzer staat ook wat je antwoordde.": has_answers,
        "een lijst van wat je per vraag antwoordde. Daar kiest je organisatie voor.": packages.answers,
        "krijgt je leersysteem niet: niet in die bladwijzer, en niet als lijst.": not (has_answers or packages.answers),
        "Dat staat in de opslag van je browser (*localStorage*), op dit apparaat": packages.keep_on_device,
        "Dat is weg zodra je dit venster sluit, ook op dit apparaat.": not packages.keep_on_device,
    }
    assert {words: words in said for words in expected} == expected
