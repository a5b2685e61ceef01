"""HTML in Markdown that hides an author's words, or takes along what stands below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.source.diagnostics import Fault
from leerpad.source.html_tags import RAW, VOID, find_tags
from leerpad.source.links import project_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leerpad.source.html_tags import Tag

_KNOWN_NAMES = """\
a abbr acronym address area article aside audio b base bdi bdo big blink blockquote body br button canvas caption
center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption
figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label
legend li link main map mark marquee math menu meta meter nav nobr noembed noframes noscript object ol optgroup
option output p param picture plaintext pre progress q rb rp rt rtc ruby s samp script search section select slot
small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title
tr track tt u ul var video wbr xmp"""
_KNOWN = frozenset(_KNOWN_NAMES.split())
_MAY_STAY_OPEN_NAMES = "body colgroup dd dt head html li optgroup option p rb rp rt rtc tbody td tfoot th thead tr"
_MAY_STAY_OPEN = frozenset(_MAY_STAY_OPEN_NAMES.split())
_NEVER_SHOWN_NAMES = "datalist noembed noframes noscript plaintext template title xmp"
_NEVER_SHOWN = frozenset(_NEVER_SHOWN_NAMES.split())
_ONLY_ALONE = frozenset(["script", "style"])
_OTHER_LANGUAGES = frozenset(["svg", "math"])
_MOST_TOLD = 20


def find_html_slips(prose: str) -> Iterator[Fault[int]]:
    """What is wrong with the tags in a text without its code and comments, each at its offset, in no order."""
    if "<" not in prose:
        return
    opened: list[Tag] = []
    for tag in find_tags(prose):
        if any(other.name in _OTHER_LANGUAGES for other in opened[:1]) and tag.name != opened[0].name:
            continue
        if ":" in tag.name or "@" in tag.name or prose[tag.end - 2] == "\\":
            continue  # an escaped sign, an address, or what came along from Word, which is told as advice
        if prose.endswith("](", 0, tag.start):
            continue  # the target of a link
        if tag.name not in _KNOWN and "-" not in tag.name:
            yield _slip("unknown_tag", tag)
        elif tag.is_end:
            yield from _close(tag, opened)
        elif tag.name not in VOID:
            yield from _hides(tag, prose)
            opened.append(tag)
        if not tag.is_end:
            yield from _leads_nowhere(tag)
    yield from _left_open(opened)


def _hides(tag: Tag, prose: str) -> Iterator[Fault[int]]:
    is_alone = not prose[prose.rfind("\n", 0, tag.start) + 1 : tag.start].strip()
    if tag.name in _NEVER_SHOWN or (tag.name in _ONLY_ALONE and not is_alone):
        yield _slip("hiding_tag", tag)


def _leads_nowhere(tag: Tag) -> Iterator[Fault[int]]:
    """A path in HTML is not made right for the site, as in a link of Markdown. Beside the page it happens to be."""
    for name in ("href", "src"):
        target = tag.attributes.get(name, "")
        path = project_path("a/b/c", target) if target else None
        if path is not None and (path.endswith(".md") or path.startswith(("docs/", "modules/"))):
            yield Fault("path_in_html", tag.start, {"tag": target})


def _close(tag: Tag, opened: list[Tag]) -> Iterator[Fault[int]]:
    if not any(other.name == tag.name for other in opened[-_MOST_TOLD:]):
        yield _slip("end_without_beginning", tag)
        return
    left = []
    while opened[-1].name != tag.name:
        left.append(opened.pop())
    opened.pop()
    yield from _left_open(left[::-1])


def _left_open(opened: Iterable[Tag]) -> Iterator[Fault[int]]:
    left = [tag for tag in opened if tag.name not in _MAY_STAY_OPEN and tag.name not in _NEVER_SHOWN]
    while left:
        tag = left.pop()
        if left and left[-1].name == tag.name and not tag.attributes and tag.name not in RAW:
            left.pop()
            yield _slip("beginning_for_end", tag)
        else:
            yield _slip("unknown_tag" if "-" in tag.name else "open_tag", tag)


def _slip(code: str, tag: Tag) -> Fault[int]:
    return Fault(code, tag.start, {"tag": tag.name})
