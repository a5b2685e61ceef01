"""A short cut for texts without markup: Markdown would return them unchanged, a hundred times slower."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_WORD = r"[^\W_]+(?:[-’'][^\W_]+)*"
_PART = rf"(?>[(“‘\"]?{_WORD}[.,:;!?…]?[)”’\"%]?[.,:;!?…]?)"
_WORDS = re.compile(rf"(?!\d+[.)]){_PART}(?: (?:– )?{_PART})*+")
"""Words between single spaces, each with its ordinary punctuation. A mark that Markdown knows is never ordinary: no
`*`, `_`, `` ` ``, `<`, `&`, `[`, no line end, no address (`www.`, `a:b`), and no number with a point at the beginning,
which would be a list. What was matched is never tried again in another way: of a long text that ends in a mark, there
would be more ways than anyone can wait for."""

_PASSING = {
    "abbr",
    "admonition",
    "attr_list",
    "codehilite",
    "def_list",
    "fenced_code",
    "footnotes",
    "md_in_html",
    "sane_lists",
    "tables",
    "toc",
    "pymdownx.arithmatex",
    "pymdownx.betterem",
    "pymdownx.caret",
    "pymdownx.critic",
    "pymdownx.details",
    "pymdownx.emoji",
    "pymdownx.highlight",
    "pymdownx.inlinehilite",
    "pymdownx.keys",
    "pymdownx.magiclink",
    "pymdownx.mark",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "pymdownx.tilde",
}
"""Extensions that wait for marks which are no words. Not here: those that change words, such as `smarty` (quotes) and
`pymdownx.smartsymbols` (1st, (c))."""

_OF_THE_TEXT_ALONE = {*_PASSING, "extra", "nl2br", "smarty", "pymdownx.extra", "pymdownx.smartsymbols"}
"""Extensions that look at nothing but the text and their settings. Not here: those that read other files, such as
`pymdownx.snippets`."""

_WITH_WORDS = {"abbr": "glossary"}  # the setting that makes an extension look at words after all


def is_words(text: str) -> bool:
    """Whether the text is words and their punctuation."""
    return _WORDS.fullmatch(text) is not None


def passes_words(extensions: Iterable[object], configs: Mapping[str, Mapping[str, Any]]) -> bool:
    """Whether Markdown with these extensions gives such a text back as it is. With one that we don't know: no."""
    passes = _names(extensions) <= _PASSING
    return passes and not any(configs.get(name, {}).get(key) for name, key in _WITH_WORDS.items())


def follows_from_text(extensions: Iterable[object]) -> bool:
    """Whether Markdown with these extensions always makes the same of a text. With one that we don't know: no."""
    return _names(extensions) <= _OF_THE_TEXT_ALONE


def _names(extensions: Iterable[object]) -> set[str]:
    return {str(extension).removeprefix("markdown.extensions.") for extension in extensions}
