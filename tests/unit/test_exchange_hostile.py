"""Texts of others on their way into our pages: nothing in them runs, and nothing in them is lost."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from markdown import markdown

from leerpad.exchange.html_in import HtmlReader

HOSTILE = [
    "<script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="https://x.nl/)<script>alert(1)</script>">x</a>',
    '<a href="https://x.nl" onclick="alert(1)" style="position:fixed" title="&quot;onx=1">x</a>',
    '<a href=" JAVASCRIPT:alert(1)">x</a>',
    "[x](javascript:alert(1))",
    "![x](x.png){onerror=alert(1)}",
    "x {: onclick=alert(1) }",
    "<pre>```\n<script>alert(1)</script>\n```</pre>",
    "<pre>&lt;/code&gt;```\n&lt;script&gt;alert(1)</pre>",
    "<code>`&lt;script&gt;alert(1)`</code>",
    "<iframe src=x></iframe><object data=x></object><embed src=x><form action=x><input></form>",
    "<svg onload=alert(1)><script>x</script></svg><math><mi xlink:href='javascript:x'>y</mi></math>",
    "<style>*{display:none}</style><base href=x><meta http-equiv=refresh content=0><link rel=x>",
    "<!-- quiz: x --> &lt;!-- quiz: x --&gt;",
    "<table><tr><td onclick=x colspan=9999999999>a|b</td></tr></table>",
    '<img alt="](x)<script>alert(1)</script>" src="a.png">',
    "&amp;lt;script&amp;gt;",
    "--8<-- &quot;/etc/passwd&quot;",
    "[^1]: x [@bron] {{gat}} *[HTML]: x",
    "<p><b>*</b>&lt;<i>script</i>&gt;</p>",
    "<![CD een half deel]>",
    "<" * 200_000,
    "<b>" * 3000,
    "<!--" * 50_000,
]


class Tags(HTMLParser):
    """Collects what a page would hold."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        for name, value in attrs:
            self.found.add(f"@{name}")
            if name in ("href", "src"):
                assert re.match(r"https?:|mailto:|[\w-]+\.png$", value or ""), value


HARMLESS = {
    *[
        "p",
        "br",
        "em",
        "strong",
        "code",
        "pre",
        "ul",
        "ol",
        "li",
        "a",
        "img",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "sub",
        "sup",
        "blockquote",
    ],
    "@href",
    "@src",
    "@alt",
}


def page_of(html: str) -> set[str]:
    """Tags and attributes of the page that shows a foreign text."""
    text = HtmlReader({"a.png": b"x"}, lambda name, _: name).markdown(html, lambda *_, **__: None)
    extensions = ["abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "fenced_code"]
    reader = Tags()
    reader.feed(markdown(text, extensions=extensions))
    assert "<!--" not in markdown(text, extensions=extensions)
    return reader.found - {"@class"}


@pytest.mark.parametrize("html", HOSTILE, ids=lambda html: html[:40])
def test_nothing_that_runs_gets_into_a_page(html: str) -> None:
    assert page_of(html) <= HARMLESS


MARKS = st.text(alphabet="ab <>&;/'\"=!-[](){}*_`#:|\\^~.1\n@+?", max_size=40)


@given(st.lists(MARKS | st.sampled_from(HOSTILE[:23]), max_size=4).map("".join))
@example("*a*\n\n    x")
@example("\\<code>`&lt;script&gt;alert(1)`</code>")  # a stroke that took the sign of the code
def test_no_mixture_of_markup_gets_into_a_page(html: str) -> None:
    assert page_of(html) <= HARMLESS


@given(st.text(alphabet="ab*_`[](){}#<>&:|\\~=!?+.-1 ", max_size=40).map(str.strip))
def test_a_text_without_markup_is_shown_as_it_is(text: str) -> None:
    assume("\\|" not in text)  # a table takes the stroke's backslash for its own, and shows the stroke alone
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    made = HtmlReader({}, lambda name, _: name).markdown(escaped, lambda *_, **__: None)

    class Words(HTMLParser):
        told = ""

        def handle_data(self, data: str) -> None:
            self.told += data

    reader = Words()
    reader.feed(markdown(made, extensions=["abbr", "attr_list", "def_list", "footnotes", "tables", "fenced_code"]))
    reader.close()
    assert " ".join(reader.told.split()) == " ".join(text.split())


def test_an_image_with_a_script_is_left_behind() -> None:
    told: list[str] = []
    reader = HtmlReader({"a.svg": b"<svg onload = 'x'/>", "b.svg": b"<svg><path/></svg>"}, lambda name, _: name)
    text = reader.markdown('<img src="a.svg" alt="A"><img src="b.svg" alt="B">', lambda what, **_: told.append(what))
    assert (text, told, list(reader.kept)) == ("A![B](b.svg)", ["image_runs"], ["b.svg"])
