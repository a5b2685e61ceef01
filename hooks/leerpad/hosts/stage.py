"""The pages of a site, finished, as files that a host needs only to put into its theme. Knows no host.

Each page is HTML already. Its headings are Markdown again, for from those a host makes its table of contents; all else
stands in a box that is taken away when the host is done. See signs.py for what the host may not read.
"""

from __future__ import annotations

import json
import posixpath
import re
from typing import TYPE_CHECKING, NamedTuple, TypedDict
from urllib.parse import unquote, urlsplit

import yaml
from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from leerpad.hosts.signs import hidden, hidden_text, shown
from leerpad.site.plan.pages import relative_url
from leerpad.source.diagnostics import Report
from leerpad.source.files import read_text
from leerpad.source.html_tags import VOID, find_tags

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

    from leerpad.course.load.markdown import Extensions, ExtensionSettings
    from leerpad.site.mount import Mount, MountedFile
    from leerpad.source.html_tags import Tag

_LIKE_A_HOST = 0
"""The place among Python-Markdown's tree processors where MkDocs resolves links."""
_LAST = -20
_MARK = "data-leerpad-heading"
_HEADING = re.compile(rf'<h(?P<level>[1-6])(?P<facts>[^>]*) {_MARK}=""(?P<more>[^>]*)>(?P<inner>.*?)</h\1>', re.DOTALL)
_FACT = re.compile(r'([\w-]+)="([^"]*)"')
_BEGIN, _END = '<div class="leerpad-staged">', "\uf8ff</div>"
_BOX = re.compile(rf"{re.escape(_BEGIN)}\n?|\n?{re.escape(_END)}\n?")


_Token = TypedDict("_Token", {"id": str, "name": str, "data-toc-label": str, "children": "list[_Token]"})
"""A heading in the table of contents, as Python-Markdown tells it."""


class StagedPage(NamedTuple):
    """A page for a host: `text` is the file, `title` what it is called in the navigation, as text in HTML."""

    uri: str
    url: str
    title: str
    text: str
    has_own_title: bool


class Rendering(NamedTuple):
    """How the site writes Markdown, and where each source comes out."""

    extensions: Extensions
    configs: ExtensionSettings
    urls: Mapping[str, str]


def stage(file: MountedFile, mount: Mount, rendering: Rendering) -> StagedPage:
    """One page of Markdown, rendered as the site does."""
    meta, body = _parts(file)
    extensions, configs = mount.markdown(file.uri) or (rendering.extensions, rendering.configs)
    page = _Page(file.uri, file.url, rendering.urls)
    description = mount.begin(file.uri, file.url)
    markdown = Markdown(extensions=[*extensions, page], extension_configs=configs)
    html = mount.above() + markdown.convert(body)
    tokens = _flat(getattr(markdown, "toc_tokens", []))
    labels = {token["id"]: token["data-toc-label"] or token["name"] for token in tokens}
    if description is not None:
        meta["description"] = description
    head = {key: _hidden(value) for key, value in meta.items()}
    title = hidden_text(meta["title"]) if "title" in meta else hidden(labels.get(page.heading) or _title_of(file.uri))
    text = f"---\n{json.dumps(head, ensure_ascii=False, default=str)}\n---\n\n{_as_markdown(html, labels)}"
    return StagedPage(file.uri, file.url, title, text, "title" in meta)


def named(entries: list[object], titles: Mapping[str, str]) -> list[object]:
    """A navigation in which every page and part has its title."""
    return [
        {
            hidden_text(title): named(inner, titles) if isinstance(inner, list) else inner
            for title, inner in entry.items()
        }
        if isinstance(entry, dict)
        else {titles[entry]: entry}
        if isinstance(entry, str) and entry in titles
        else entry
        for entry in entries
    ]


def unstaged(html: str) -> str:
    """A page as the host made it, without the boxes that it came in."""
    return shown(_BOX.sub("", html))


def _parts(file: MountedFile) -> tuple[dict[str, object], str]:
    """The front matter and the body of a page."""
    text = str(file.content)
    if file.path is not None:
        source = read_text(file.path, file.uri, Report())
        text = source.text if source else ""
    head = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
    meta = yaml.safe_load(head[1]) if head else None
    return (meta, text[head.end() :]) if head and isinstance(meta, dict) else ({}, text)


def _hidden(value: object) -> object:
    return hidden_text(value) if isinstance(value, str) else value


def _title_of(uri: str) -> str:
    """What MkDocs calls a page without a title or a heading."""
    name = posixpath.basename(uri).removesuffix(".md")
    if uri == "index.md":
        return "Home"
    title = name.replace("-", " ").replace("_", " ")
    return title.capitalize() if title.lower() == title else title


def _flat(tokens: list[_Token]) -> Iterator[_Token]:
    for token in tokens:
        yield token
        yield from _flat(token["children"])


def _as_markdown(html: str, labels: Mapping[str, str]) -> str:
    parts, end = [], 0
    for heading in _HEADING.finditer(html):
        parts += [_boxed(html[end : heading.start()]), _heading(heading, labels)]
        end = heading.end()
    return "\n\n".join(part for part in [*parts, _boxed(html[end:])] if part) + "\n"


def _boxed(html: str) -> str:
    """A part between headings. A tag is hidden where its partner stands in another part: no host may close it here."""
    parts, end = [], 0
    for tag in sorted(_unpaired(html)):
        parts += [html[end : tag[0]], hidden(html[tag[0] : tag[1]])]
        end = tag[1]
    inner = "".join([*parts, html[end:]]).strip()
    return f"{_BEGIN}\n{inner}\n{_END}" if inner else ""


def _unpaired(html: str) -> Iterator[tuple[int, int]]:
    """Where the tags stand that have no partner in a part of a page."""
    opened: list[Tag] = []
    for tag in find_tags(html):
        if not tag.is_end:
            opened += [] if tag.is_empty or tag.name in VOID else [tag]
            continue
        partner = next((place for place in reversed(range(len(opened))) if opened[place].name == tag.name), None)
        if partner is None:
            yield tag.start, tag.end
        else:
            yield from ((lost.start, lost.end) for lost in opened[partner + 1 :])
            del opened[partner:]
    yield from ((lost.start, lost.end) for lost in opened)


def _heading(heading: re.Match[str], labels: Mapping[str, str]) -> str:
    facts = dict(_FACT.findall(heading["facts"] + heading["more"]))
    label = labels.get(facts.get("id", ""))
    if label:
        facts["data-toc-label"] = hidden(label)
    said = " ".join(f'{name}="{value}"' for name, value in facts.items())
    return f"{'#' * int(heading['level'])} {hidden(' '.join(heading['inner'].split()))} {{: {said} }}"


class _Page(Extension):
    """What a host does to a page that it renders: resolve links, and find the title."""

    def __init__(self, uri: str, url: str, urls: Mapping[str, str]) -> None:
        super().__init__()
        self.uri, self.url, self.urls = uri, url, urls
        self.heading = ""
        """The id of the heading that it begins with, if it is one of the first level."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register with Python-Markdown."""
        md.treeprocessors.register(_Links(md, self), "leerpad_stage_links", _LIKE_A_HOST)
        md.treeprocessors.register(_Headings(md, self), "leerpad_stage_headings", _LAST)


class _Links(Treeprocessor):
    def __init__(self, md: Markdown, page: _Page) -> None:
        super().__init__(md)
        self.page = page

    def run(self, root: Element) -> None:
        for element in root.iter():
            name = {"a": "href", "img": "src"}.get(element.tag)
            if name and element.get(name):
                element.set(name, self._resolved(element.attrib[name]))

    def _resolved(self, address: str) -> str:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            return address
        target = posixpath.normpath(posixpath.join(posixpath.dirname(self.page.uri), unquote(parts.path)))
        if target not in self.page.urls:
            return address
        tail = address[len(parts.path) :]
        return relative_url(self.page.urls[target], self.page.url) + tail


class _Headings(Treeprocessor):
    """Marks the headings that the table of contents may show: a host finds no others either."""

    def __init__(self, md: Markdown, page: _Page) -> None:
        super().__init__(md)
        self.page = page

    def run(self, root: Element) -> None:
        headings = [element for element in root.iter() if re.fullmatch("h[1-6]", str(element.tag))]
        for heading in headings:
            heading.set(_MARK, "")
        if headings and headings[0] is root[0] and headings[0].tag == "h1":
            self.page.heading = headings[0].get("id", "")
