"""A short cut for texts of which the HTML is known without Markdown, which would take a hundred times as long.

Words alone stay as they are. With bold, emphasis, code or links among them, each well formed and none inside another,
they become what Markdown makes of them. A test compares both ways.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.source.marked_words import MARK

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Mapping

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
_WITH_MARKS = ("pymdownx.betterem", "pymdownx.inlinehilite", "pymdownx.magiclink")
"""Extensions that leave well-formed marks as they are, as long as no setting says otherwise."""


def marked_words(text: str, link: Callable[[str, str], str]) -> str:
    """The HTML of a text that `is_marked_words`. `link` makes that of a link of its words and its target."""

    def html(mark: re.Match[str]) -> str:
        if mark["target"] is not None:
            return link(mark["words"], mark["target"])
        kind = mark.lastgroup
        return f"<{kind}>{mark[str(kind)]}</{kind}>"

    return MARK.sub(html, text)


def passes_words(extensions: Iterable[object], configs: Mapping[str, Mapping[str, object]]) -> bool:
    """Whether Markdown with these extensions gives such a text back as it is. With one that we don't know: no."""
    passes = _names(extensions) <= _PASSING
    return passes and not any(configs.get(name, {}).get(key) for name, key in _WITH_WORDS.items())


def passes_marks(extensions: Iterable[object], configs: Mapping[str, Mapping[str, object]]) -> bool:
    """Whether Markdown with these extensions makes of well-formed marks what Markdown alone makes of them."""
    extensions = list(extensions)
    return passes_words(extensions, configs) and not any(configs.get(name) for name in _WITH_MARKS)


def follows_from_text(extensions: Iterable[object]) -> bool:
    """Whether Markdown with these extensions always makes the same of a text. With one that we don't know: no."""
    return _names(extensions) <= _OF_THE_TEXT_ALONE


def _names(extensions: Iterable[object]) -> set[str]:
    return {str(extension).removeprefix("markdown.extensions.") for extension in extensions}
