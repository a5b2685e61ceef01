"""Texts that skip Markdown must come out as Markdown would give them, whatever they are."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from leerpad.site.markdown.plain_words import _PASSING, passes_marks, passes_words
from leerpad.site.markdown.texts import Texts
from leerpad.source.marked_words import is_marked_words, is_words

ALL = Markdown(extensions=sorted(_PASSING))
URLS = {"modules/1-een/01-les.md": "een/les.html", "docs/index.md": "index.html"}
LEFT_OUT = frozenset({"modules/2-twee/01-les.md"})
QUICK = Texts(sorted(_PASSING), {}, URLS, left_out=LEFT_OUT)
SLOW = Texts(
    [*sorted(_PASSING), "wikilinks"], {}, URLS, left_out=LEFT_OUT
)  # one that we don't know: nothing is passed by
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


WORDS = st.sampled_from(
    ["ja", "www", "1", "12.", "één", "zo'n", "(goed)", "“Doe mee!”", "naar:", "a – b", "100%", "nl."]
)
RUNS = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
CODES = st.text("ab1_.,:;=/()'\"-+#!$ ", min_size=1, max_size=8) | st.sampled_from(
    [":::python x", "www.a.nl", "a@b.nl"]
)
TARGETS = st.sampled_from(
    [
        "../modules/1-een/01-les.md#deel",
        "../modules/2-twee/01-les.md",
        "../docs/index.md?a=1",
        "niets.md",
        "#hier",
        "https://a.nl/b_c_d",
    ]
)
MARKED = st.one_of(
    RUNS,
    RUNS.map("**{}**".format),
    RUNS.map("*{}*".format),
    CODES.map("`{}`".format),
    st.builds("[{}]({})".format, RUNS, TARGETS),
    st.sampled_from(
        ["***a***", "__b__", "_c_", "[d]", "[e] (f)", "~~g~~", "==h==", "^i^", "++j++", "{.k}", "<b>", "&amp;"]
    ),
)
MARKED_TEXTS = st.lists(MARKED, min_size=1, max_size=5).map(" ".join)


@given(MARKED_TEXTS | TEXTS)
@example("**a** en **b**: *c* (`d`), [e](f).")
@example("*a* **b** *c* **d**")
@example("`a` `b:c`")
@example("[www](www.nl) en [a](https://b.nl/c_d_e)")
def test_marked_words_come_out_as_markdown_would_give_them(text: str) -> None:
    place = "quizzes/q.yml", "een/toets.html"
    assert QUICK.block(text, *place) == SLOW.block(text, *place)
    assert QUICK.inline(text, *place) == SLOW.inline(text, *place)


@pytest.mark.parametrize(
    "text", ["Kies **eerst** wat *nu* telt.", "Typ `kies doel` (zie [de les](les.md#doel)).", "**Wat** kies je?"]
)
def test_ordinary_markup_skips_markdown(text: str) -> None:
    assert is_marked_words(text)


def test_a_setting_that_changes_marks_is_heeded() -> None:
    names = ["pymdownx.inlinehilite"]
    assert passes_marks(names, {})
    settings = {"pymdownx.inlinehilite": {"style_plain_text": True}}
    assert not passes_marks(names, settings)
    assert Texts(names, settings, {}).inline("`a`", "quizzes/q.yml", "p.html") == '<code class="highlight">a</code>'


@pytest.mark.parametrize(
    "text", ["Je vraagt eerst wat iemand nodig heeft.", "Wat kies je: A of B?", "“Ja,” zei ze.", "100% zo'n e-mail"]
)
def test_ordinary_sentences_skip_markdown(text: str) -> None:
    assert is_words(text)


def test_a_mark_at_the_end_of_a_long_text_is_found_at_once() -> None:
    assert not is_words("Ja, nee, (soms). " * 2000 + "*")
    assert not is_marked_words("**Ja, nee, (soms). " * 2000)
    assert not is_marked_words("**Ja**, *nee*, [soms](a.md). " * 2000 + "*")


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
