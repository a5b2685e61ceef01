"""A thousand changes to good lessons: none changes what a reader sees without a word, but for the kinds named here."""

from __future__ import annotations

import re
from functools import cache
from random import Random
from typing import TYPE_CHECKING, NamedTuple

import pytest
from support.markdown_mutants import mutant

from leerpad.advice import markdown
from leerpad.site.render.proof import Prover
from leerpad.source.diagnostics import Report
from leerpad.source.directives import find_directives
from leerpad.source.html_tags import find_tags
from leerpad.source.links import leads_to_a_computer, project_path, whole_address
from leerpad.source.markdown_text import MarkdownText
from leerpad.source.slips import find_slips

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from support.markdown_mutants import Mutant

PATH = "modules/0-een/01-een-a.md"
FILES = {PATH, "modules/0-een/beeld.svg"}
EXTENSIONS = [
    *("toc", "tables", "fenced_code", "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html"),
    *("pymdownx.details", "pymdownx.highlight", "pymdownx.superfences"),
]
"""All that courses of ours ask for."""
SHOWN = ("href", "src", "class", "data-leerpad-proof")


class Sign(NamedTuple):
    """A tag as readers notice it."""

    name: str
    is_end: bool
    attributes: tuple[tuple[str, str], ...]


@cache
def prover() -> Prover:
    return Prover(EXTENSIONS, {"pymdownx.highlight": {"pygments_lang_class": True}})


@cache
def seen(body: str) -> tuple[Sign, ...]:
    """The structure of a rendered body. `span` has the colours of code only."""
    html = re.sub(r"<!--.*?-->", "", prover().html(body), flags=re.DOTALL)
    return tuple(
        Sign(tag.name, tag.is_end, tuple((key, tag.attributes[key]) for key in SHOWN if key in tag.attributes))
        for tag in find_tags(html)
        if tag.name != "span"
    )


@cache
def told(body: str) -> list[str]:
    """The codes of all that `check` says of a body by itself."""
    report = Report()
    text = MarkdownText(body)
    directives = find_directives(PATH, text, report)
    find_slips(PATH, text, report)
    codes = [found.code for found in report]
    codes += [found.code for found in markdown.advice({PATH: text})]
    codes += ["missing_quiz" for directive in directives if directive.argument != "toets-een"]
    for link in text.links:
        path = project_path(PATH, link.target)
        if (path and path not in FILES) or leads_to_a_computer(link.target) or whole_address(link.target):
            codes.append("missing_file")
    codes += ["directive_lost" for _ in prover().prove(body).lost]
    return codes


def without(*names: str) -> Callable[[Iterable[Sign]], list[Sign]]:
    return lambda signs: [sign for sign in signs if sign.name not in names]


def headings_alike(signs: Iterable[Sign]) -> list[Sign]:
    return [sign._replace(name=re.sub(r"^h[1-6]$", "h", sign.name)) for sign in signs]


def addresses_alike(signs: Iterable[Sign]) -> list[Sign]:
    """Addresses outside the course, which nobody here can know, and what authors call the looks of their own HTML."""
    return [sign._replace(attributes=()) if sign.name in ("a", "div") else sign for sign in signs]


LET_PASS: dict[str, Callable[[Iterable[Sign]], list[Sign]]] = {
    "words": list,
    "paragraphs that join or split": without("p"),
    "items that join, split or move to another level": without("p", "ul", "ol", "li"),
    "a quote in a quote": without("blockquote", "p"),
    "a heading of another level": headings_alike,
    "bold and slanted words that begin or end elsewhere": without("em", "strong", "p"),
    "another address outside the course, or another look of an author's own": addresses_alike,
}
"""What may change without a word: nothing in the text says that its author meant it otherwise."""


def is_let_pass(one: Mutant) -> bool:
    good, bad = seen(one.good), seen(one.text)
    return any(alike(good) == alike(bad) for alike in LET_PASS.values())


@pytest.mark.parametrize("part", range(4))
def test_of_a_thousand_mutants_none_changes_the_page_without_a_word(part: int) -> None:
    random = Random(13)
    mutants = [mutant(random) for _ in range(1000)][part::4]
    assert [told(good) for good in {one.good for one in mutants} if told(good)] == []
    silent = [one for one in mutants if seen(one.text) != seen(one.good) and not told(one.text)]
    assert [(one.rule, one.text) for one in silent if not is_let_pass(one)] == []
    assert len([one for one in mutants if told(one.text)]) > 80
