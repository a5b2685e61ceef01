"""Texts that skip Markdown must come out as Markdown would give them, whatever they are."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from leerpad.site.markdown.extension import Texts
from leerpad.site.markdown.plain_words import _PASSING, is_words, passes_words

ALL = Markdown(extensions=sorted(_PASSING))
PIECES = st.sampled_from(["woord", "1", "é", "CO2", "1st", "www", "nl", *" .,:;!?…-–'’\"“()%/*_`<>&[]{}#+=|~^$@\\\n\t"])
TEXTS = st.lists(PIECES, min_size=1, max_size=12).map("".join).map(str.strip).filter(bool) | st.text(min_size=1)


@given(TEXTS)
@example("1. Eerst kiezen")
@example("12) Eerst")
@example("a - b")
@example("Zie www.voorbeeld.nl.")
@example("!!! note")
@example("“Ja,” zei ze – en (heel) 100% zeker: doen!")
def test_what_skips_markdown_is_what_markdown_would_give(text: str) -> None:
    if is_words(text):
        ALL.reset()
        assert ALL.convert(text) == f"<p>{text}</p>"


@pytest.mark.parametrize(
    "text", ["Je vraagt eerst wat iemand nodig heeft.", "Wat kies je: A of B?", "“Ja,” zei ze.", "100% zo'n e-mail"]
)
def test_ordinary_sentences_skip_markdown(text: str) -> None:
    assert is_words(text)


def test_a_mark_at_the_end_of_a_long_text_is_found_at_once() -> None:
    assert not is_words("Ja, nee, (soms). " * 2000 + "*")


def test_extensions_that_change_words_are_asked() -> None:
    assert not passes_words(["toc", "smarty"], {})
    assert not passes_words(["abbr"], {"abbr": {"glossary": {"HR": "mensen"}}})
    assert Texts(["smarty"], {}, {}).inline("'Ja'", "quizzes/q.yml", "p.html") == "&lsquo;Ja&rsquo;"
    assert Texts(["toc"], {}, {}).inline("'Ja'", "quizzes/q.yml", "p.html") == "'Ja'"


def test_a_text_is_rendered_for_its_own_page() -> None:
    texts = Texts([], {}, {"modules/1-een/01-les.md": "een/les.html"})
    link = "[les](../modules/1-een/01-les.md)"
    assert 'href="les.html"' in texts.block(link, "quizzes/q.yml", "een/toets.html")
    assert 'href="een/les.html"' in texts.block(link, "quizzes/q.yml", "index.html")
