"""What a reader finds on a page of a built site, whichever theme or host wrote it."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, NamedTuple

from lxml.html import HTMLParser, fromstring

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.html import HtmlElement


class PageFacts(NamedTuple):
    """One page. Links and entries are addresses with their words."""

    title: str
    description: list[str]
    text: list[str]
    headings: list[tuple[str, str, str]]
    questions: list[tuple[str, dict[str, str]]]
    links: list[tuple[str, str]]
    pictures: list[dict[str, str]]
    contents: list[tuple[str, str]]
    navigation: list[tuple[str, str, str]]
    footer: list[tuple[str, str, str]]
    header: list[str]
    ours: list[tuple[str, str]]


def page_facts(file: Path) -> PageFacts:
    page = fromstring(file.read_bytes(), parser=HTMLParser(encoding="utf-8"))
    body, *_ = page.xpath("//article") or [page]
    entries = page.xpath("//a[contains(@class, 'md-nav__link') and ancestor::*[@data-md-type='navigation']]")
    return PageFacts(
        title=page.findtext(".//title") or "",
        description=page.xpath("//meta[@name='description']/@content"),
        text=[words(text) for text in body.itertext() if text.strip()],
        headings=[(found.tag, found.get("id", ""), said(found)) for found in body.iter("h1", "h2", "h3", "h4", "h5")],
        questions=[(found.tag, dict(found.attrib)) for found in body.iter("input", "select", "textarea", "fieldset")],
        links=[(found.get("href", ""), said(found)) for found in body.iter("a") if found.get("href")],
        pictures=[dict(found.attrib) for found in body.iter("img")],
        contents=[(found.get("href", ""), said(found)) for found in page.xpath("//*[@data-md-type='toc']//a")],
        navigation=[
            (near(found), said(found), found.get("aria-current", "")) for found in entries if not in_contents(found)
        ],
        footer=[
            (near(found), said(found), found.get("aria-label", ""))
            for found in page.xpath("//a[contains(@class, 'md-footer__link')]")
        ],
        header=[said(found) for found in page.xpath("//*[@data-md-component='header-title']//span")],
        ours=[
            (found.tag, address)
            for found in page.xpath("//script | //link")
            if "assets/leerpad" in (address := found.get("src") or found.get("href") or "")
        ],
    )


def in_contents(link: HtmlElement) -> bool:
    return bool(link.xpath("ancestor::*[contains(@class, 'md-nav--secondary')]"))


def near(link: HtmlElement) -> str:
    return str(link.get("href", "")).removeprefix("./")


def said(element: HtmlElement) -> str:
    return words(element.text_content())


def words(text: str) -> str:
    return " ".join(text.split())


def search_index(file: Path, entries: str) -> dict[str, tuple[list[str], list[str]]]:
    """What the search finds: the words of the title and of the text of each part of a page, by its address."""
    index = json.loads(file.read_text("utf-8"))[entries]
    assert len({entry["location"] for entry in index}) == len(index)
    return {entry["location"]: (index_words(entry["title"]), index_words(entry["text"])) for entry in index}


def index_words(text: str) -> list[str]:
    return re.findall(r"\w+", html.unescape(re.sub(r"<[^>]*>", " ", text)))
