"""HTML as Markdown that an author can read, in which no text of another maker is taken for markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4.element import NavigableString, Tag
from markdownify import MarkdownConverter

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from bs4.element import PageElement

_BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "div", "dl", "dt"),
    *("figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav"),
    *("ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
}
_INDENT = "    "  # as Python-Markdown asks for what stands inside an item of a list
_MARKUP = re.compile(
    r"""
      (?P<blank> _{4,} )
    | (?P<escaped> \\(?=[\\`*_{}\[\]()>#+.!-]|\Z) | [`\[{] | \*(?!(?<=\s\*)\s) | _(?!(?<=\s_)\s)(?!(?<=\w_)\w) )
    | (?P<less> <(?=[A-Za-z/!?-]) )
    | (?P<and> &(?=\#?\w+;) )
    """,
    re.VERBOSE,
)
_START = re.compile(
    r"(?P<space>\s*)"
    r"(?:(?P<sign>[#>]|[+*-](?=[\s+*-]|$)|!!!|_(?=_+\s*$))|(?P<number>\d+)(?P<dot>[.)])(?=\s|$)|(?P<other>:(?=\s)|=(?===)|~(?=~~)|\?(?=\?\?)))"
)


def escaped(text: str) -> str:
    """A text from the middle of a line, with what Markdown would take for markup taken literally."""

    def literal(found: re.Match[str]) -> str:
        if found["blank"]:  # to fill in by hand; too long to be emphasis
            return found[0]
        if found["escaped"]:
            return f"\\{found['escaped']}"
        return "&lt;" if found["less"] else "&amp;"

    return _MARKUP.sub(literal, text)


def escaped_start(text: str) -> str:
    """The begin of a line, which is no list, heading or fence."""
    found = _START.match(text)
    if found is None:
        return text
    rest = text[found.end() :]
    if found["number"]:
        return f"{found['space']}{found['number']}\\{found['dot']}{rest}"
    if found["other"]:
        return f"{found['space']}&#{ord(found['other'])};{rest}"
    return f"{found['space']}\\{found['sign']}{rest}"


def to_markdown(soup: BeautifulSoup) -> str:
    """The whole tree, which is changed. It must hold only links and images that are safe."""
    _number_items(soup)
    for text in soup.find_all(string=True):
        if text.find_parent(["pre", "code", "kbd", "samp"]) is None:
            text.replace_with(_literal(text))
    return str(_CONVERTER.convert_soup(soup))


def _literal(text: NavigableString) -> str:
    """A text between tags; line ends in HTML mean no more than a space."""
    literal = escaped(re.sub(r"[ \t\r\n\f]+", " ", text))
    if text.find_parent(["td", "th"]):
        literal = literal.replace("|", "\\|")
    return escaped_start(literal) if _starts_a_line(text) else literal


class _Converter(MarkdownConverter):
    def convert_br(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """A tag that an author sees: two spaces at the end of a line soon get lost."""
        return " " if "_inline" in parent_tags else "<br>\n"

    def convert_hr(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return "\n\n"

    def convert_hN(self, n: int, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: N802 (their name)
        """A heading within a question would stand among those of the page."""
        words = " ".join(text.replace("**", "").split())
        return f"\n\n**{words}**\n\n" if words else ""

    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        text = text.strip()
        if not text:
            return "\n"
        number = int(str(el.get("value") or 0)) if el.parent is not None and el.parent.name == "ol" else 0
        bullet = f"{number}. " if number else "- "
        lines = [f"{_INDENT}{line}" if line else "" for line in text.split("\n")]
        return "\n".join([bullet + lines[0][len(_INDENT) :], *lines[1:]]) + "\n"

    def convert_pre(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Code between fences that it can't close."""
        code = el.get_text().strip("\n")
        fence = "`" * max(3, *(len(run) + 1 for run in re.findall(r"`+", code)), 3)
        return f"\n\n{fence}\n{code}\n{fence}\n\n" if code.strip() else ""


def _starts_a_line(element: PageElement) -> bool:
    node: PageElement = element
    while True:
        before = node.previous_sibling
        if before is None:
            parent = node.parent
            if parent is None or parent.name in _BLOCKS or parent.name == "[document]":
                return True
            node = parent
        elif isinstance(before, NavigableString) and not before.strip():
            node = before
        else:
            return isinstance(before, Tag) and before.name in _BLOCKS


def _number_items(soup: BeautifulSoup) -> None:
    """Write on every item of a numbered list its number."""
    for numbered in soup.find_all("ol"):
        start = str(numbered.get("start", ""))
        first = int(start) if start.isascii() and start.isdecimal() and len(start) < 6 else 1
        for number, item in enumerate(numbered.find_all("li", recursive=False), start=max(first, 1)):
            item["value"] = str(number)


_CONVERTER = _Converter(
    autolinks=False,
    bullets="-",
    escape_asterisks=False,
    escape_underscores=False,
    sub_symbol="<sub>",
    sup_symbol="<sup>",
)
