"""The author's guide: nothing that an author may write is undocumented, and what it shows is right."""

from __future__ import annotations

import re

import pytest
from support.guides import guide

from leerpad.advice import CODES
from leerpad.course.model.bibliography import BibliographyFile, Source
from leerpad.course.model.files import Band, QuizFile
from leerpad.course.model.glossary import GlossaryFile, Term
from leerpad.locales import load_locale
from leerpad.questions import TYPES
from leerpad.questions.base import ScoredQuestion
from leerpad.source.diagnostics import Report
from leerpad.source.files import SourceText
from leerpad.source.tree import read_tree

GUIDE = guide("question-types")


def documented() -> set[str]:
    """The keys that have a row in a table."""
    return set(re.findall(r"^\| `(\w+)` \|", GUIDE, re.MULTILINE))


def test_every_key_of_a_quiz_and_of_all_questions_has_its_row() -> None:
    assert {*QuizFile.model_fields, *ScoredQuestion.model_fields} - documented() == {"kind"} & set(
        QuizFile.model_fields
    )


@pytest.mark.parametrize("name", TYPES)
def test_every_type_has_its_place(name: str) -> None:
    assert len(re.findall(rf"^## .*`{name}`$\n\n.+(?s:.*?)^<!-- question-type: {name} -->$", GUIDE, re.MULTILINE)) == 1


def test_the_quiz_that_the_guide_shows_is_a_quiz_with_every_key() -> None:
    report = Report()
    shown = [
        read_tree(SourceText("gids", text), report)
        for text in re.findall(r"^```yaml\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    ]
    quizzes = [QuizFile.model_validate(tree.data()) for tree in shown if tree is not None]
    assert report.faults == []
    written = {key for quiz in quizzes for key in quiz.model_fields_set}
    assert set(QuizFile.model_fields) - written <= {"kind"}
    asked = {key for quiz in quizzes for question in quiz.questions for key in question.model_fields_set}
    assert set(ScoredQuestion.model_fields) - asked == set()
    assert Band.model_fields.keys() == {"from_", "text"}


LISTS_GUIDE = guide("terms-and-sources")


def test_the_guide_of_terms_and_sources_has_a_row_for_each_key_and_shows_them_all() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", LISTS_GUIDE, re.MULTILINE)
    keys = [{field.alias or name for name, field in model.model_fields.items()} for model in (Term, Source)]
    assert (set(rows[: len(keys[0])]), set(rows[len(keys[0]) :])) == (keys[0], keys[1])
    report = Report()
    shown = [
        read_tree(SourceText("gids", text), report)
        for text in re.findall(r"^```yaml\n(.*?)^```$", LISTS_GUIDE, re.MULTILINE | re.DOTALL)
    ]
    terms, sources = [tree.data() for tree in shown if tree is not None]
    assert report.faults == []
    assert set(GlossaryFile.model_validate(terms).terms[0].model_fields_set) == keys[0]
    assert {*sources["sources"][0]} == keys[1]
    BibliographyFile.model_validate(sources)


ADVICE = guide("advice")


def test_every_advice_has_its_place_in_the_guide_and_no_other_has() -> None:
    assert sorted(re.findall(r"^### .+: `([\w-]+)` \{ #\1 \}$", ADVICE, re.MULTILINE)) == list(CODES)
    assert set(re.findall(r"(?:negeer|ignore): ([\w-]+) \|", ADVICE)) - set(CODES) == {"guessable"}  # the slip it shows


@pytest.mark.parametrize("code", CODES)
def test_every_advice_is_explained_with_a_before_and_an_after(code: str) -> None:
    section = re.split(r"^### .* \{ #", ADVICE.split(f"{{ #{code} }}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    why, before, after = re.split(r"^Voor:$|^Na:$", section, flags=re.MULTILINE)
    assert len(why.split()) > 5
    assert before.count("```") == 2
    assert "**Zo los je het op:** " in after
    assert re.search(r"Negeren\sdoe|negeer\shet", after) or "silence" in code


def test_the_words_for_advice_are_those_of_its_codes() -> None:
    words = {key.removeprefix("advice.") for key in load_locale("nl").words if key.startswith("advice.")}
    assert words == set(CODES)
