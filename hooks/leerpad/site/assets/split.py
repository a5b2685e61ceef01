"""Which bundle each file of the client goes into, and which bundles a page loads.

Both follow from the graph and from one question: which pages hold this? A page holds a part (an element or a question
type) if its mark stands in the HTML: the tag that the part's script defines, the type of a question, or, for a script
that says `/// on lp-term`, that class where it stands alone.

- What has no mark works on every page: it is in the core.
- What weighs little goes along with what stands on more pages: an element with the core, a type with the quiz, and so
  does an element that needs a script of the quiz. What weighs more has a bundle of its own, loaded where it stands.
- A part whose `client.js` says `/// with lesson` goes along with that bundle: what stands together on pages, or has
  much in common, is one request. Another of its scripts may say that it goes elsewhere. With `/// after plan` its pages
  load that one too.
- Each of the learner's own pages has a bundle: who is on one needs nothing of the others.
- A file that several parts need goes where each of their pages loads it: where their ways part. One that says
  `/// copied` goes into each bundle that needs it instead, so that no other page loads it. It may run twice, for a page
  can hold two such bundles.
- A file that says `/// later` comes when the browser is idle, in a bundle of its own beside the one it would be in.

So nothing is listed by hand: a part finds its bundle by what it holds.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from leerpad.course.model.own_pages import OWN
from leerpad.questions import FOLDER as QUESTIONS
from leerpad.questions import TYPES
from leerpad.site.assets.graph import in_order, says
from leerpad.site.assets.minify import ENGINE, minified

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

ROOTS = [ENGINE]
"""Where `elements/<name>/` is looked for: its template, scripts and styles."""
LIGHT = 2_000
"""A part that brings fewer bytes than this, before packing, isn't worth a request of its own."""

CORE, QUIZ = "leerpad", "quiz"
_WHOLE_PAGES = ("faults", "not-found")
"""Elements that are a page of their own, which carries what it needs."""
_WHOLE = ("base", "theme_material")
"""Stylesheets of the client that are for every page; another goes along with the script of its name."""
_TAG = re.compile(r'Leerpad\.define\("(leerpad-[\w-]+)"')
_HELD = re.compile(r"<(leerpad-[\w-]+)")
_CLASS = re.compile(r'class="(lp-[\w-]+)"')
_ASKED = re.compile(r'"type":"(\w+)"')

Way = tuple[str, ...]
"""The names of a bundle and of those before it, the core first."""


@dataclass(frozen=True)
class Part:
    """A folder of the client that pages may hold: an element, or a question type."""

    folder: Path
    is_type: bool = False

    @property
    def name(self) -> str:
        """Its name in HTML and in the registries."""
        return self.folder.name

    @cached_property
    def scripts(self) -> list[Path]:
        """Its own scripts."""
        return sorted(self.folder.glob("*.js"))

    @cached_property
    def styles(self) -> list[Path]:
        """Its own styles."""
        return sorted(self.folder.glob("*.css"))

    @cached_property
    def marks(self) -> set[str]:
        """What stands in the HTML of a page that holds it."""
        return {self.name} if self.is_type else {tag for file in self.scripts for tag in marks_of(file)}


@dataclass(frozen=True)
class Bundle:
    """What is loaded as one script and one stylesheet. A page that loads it loads those before it on its `way`.

    One that `is_later` has no styles. Pages that load the one before it load it too, when the browser is idle.
    """

    way: Way
    scripts: tuple[Path, ...]
    styles: tuple[Path, ...]
    marks: frozenset[str]
    is_later: bool = False

    @property
    def name(self) -> str:
        """How its files are called."""
        return self.way[-1]


def parts() -> list[Part]:
    """Every part of the client, types first, elements by their names."""
    types = [Part(QUESTIONS / name, is_type=True) for name in TYPES]
    folders = {
        folder.name: folder
        for root in ROOTS
        for folder in (root / "elements").glob("*/")
        if folder.name not in _WHOLE_PAGES
    }
    return types + [Part(folder) for _, folder in sorted(folders.items())]


def marks_of(script: Path) -> list[str]:
    """The tags that a script brings to life, and the class for which it is there."""
    said = says(script)
    return [*_TAG.findall(script.read_text("utf-8")), *([said["on"]] if "on" in said else [])]


def marks_in(html: str) -> set[str]:
    """The tags, the types of questions and our classes that a page holds."""
    held = set(_HELD.findall(html))
    return held | set(_CLASS.findall(html)) | (set(_ASKED.findall(html)) if held else set())


def client_scripts() -> list[Path]:
    """Every script of the client in the order in which all of them could run, the one that starts them last."""
    return in_order([*(script for part in parts() for script in part.scripts), ENGINE / "client" / "start.js"])


def make_bundles() -> list[Bundle]:
    """All bundles, each after those before it."""
    every = parts()
    ways = _ways_of_parts(every)
    place = _places(every, ways)
    styles = _styles(every, ways, place)
    later = {
        file: {(*way, f"{way[-1]}-later") for way in found} for file, found in place.items() if "later" in says(file)
    }
    place |= later
    ways_later = {way for found in later.values() for way in found}
    scripts = client_scripts()
    found = sorted(
        {way for there in (*place.values(), *styles.values()) for way in there}, key=lambda way: (len(way), way)
    )
    return [
        Bundle(
            way,
            tuple(file for file in scripts if way in place[file]),
            tuple(file for file, there in styles.items() if way in there),
            frozenset(
                {mark for file in scripts if way in place[file] for mark in marks_of(file)}
                | {part.name for part in every if part.is_type and ways[part.folder] == way}
            ),
            way in ways_later,
        )
        for way in found
    ]


def bundles_of(html: str, bundles: Sequence[Bundle]) -> list[Bundle]:
    """The bundles that a page loads, in order."""
    marks = marks_in(html)
    names = {CORE} | {name for bundle in bundles if bundle.marks & marks for name in bundle.way}
    names |= {bundle.name for bundle in bundles if bundle.is_later and bundle.way[-2] in names}
    return [bundle for bundle in bundles if bundle.name in names]


def _ways_of_parts(every: list[Part]) -> dict[Path, Way]:
    on_every_page = [script for part in every if not part.marks for script in part.scripts]
    core = {*in_order([*on_every_page, ENGINE / "client" / "start.js"])}
    size = _shared_size(every)
    quiz = {*in_order(next(part.scripts for part in every if part.name == QUIZ))}

    def way(part: Part) -> Way:
        if not part.marks:
            return (CORE,)
        is_with_quiz = part.is_type or any(file.parent.name == QUIZ for file in in_order(part.scripts))
        before, known = ((CORE, QUIZ), core | quiz) if is_with_quiz and part.name != QUIZ else ((CORE,), core)
        said = says(part.folder / "client.js")
        if "with" in said:
            return (*before, said["with"]) if part.is_type else _way_called(said["with"])
        if "after" in said:
            return (*_way_called(said["after"]), part.name)
        if part.name not in OWN and _weight(part, known, size) < LIGHT:
            return before
        return (*before, part.name)

    return {part.folder: way(part) for part in every}


def _way_called(name: str) -> Way:
    """The way of a bundle to which a file says that it belongs."""
    return {CORE: (CORE,), QUIZ: (CORE, QUIZ)}.get(name, (CORE, name))


def _places(every: list[Part], ways: dict[Path, Way]) -> dict[Path, set[Way]]:
    """In which bundles each script is: in one, unless it is copied."""
    one: dict[Path, Way] = dict.fromkeys(in_order([ENGINE / "client" / "start.js"]), (CORE,))
    for part in every:
        for script in part.scripts:
            said = "" if script.name == "client.js" else says(script).get("with", "")
            way = _way_called(said) if said else ways[part.folder]
            for file in in_order([script]):
                one[file] = _common(one.get(file, way), way)
    copied = {file for file in one if "copied" in says(file)}
    place = {file: {way} for file, way in one.items() if file not in copied}
    reach = {file: {*in_order([file])} for file in place}
    needed = {file: {way for other in place for way in place[other] if file in reach[other]} for file in copied}
    return place | {file: {way for way in there if not _has_before(way, there)} for file, there in needed.items()}


def _has_before(way: Way, others: set[Way]) -> bool:
    """Whether one of these comes before it, so that its page has what that one holds."""
    return any(way[:length] in others for length in range(1, len(way)))


def _shared_size(every: list[Part]) -> Callable[[Path], float]:
    """How many bytes of a file count for each part that needs it."""
    users = Counter(file for part in every if part.marks for file in in_order(part.scripts))
    return cache(lambda file: len(minified(file)) / max(users[file], users[file.with_suffix(".js")], 1))


def _weight(part: Part, known: set[Path], size: Callable[[Path], float]) -> float:
    """How many bytes a part brings, with its share of all it needs, beside what is known already."""
    scripts = [file for file in in_order(part.scripts) if file not in known]
    return sum(map(size, (*scripts, *part.styles, *filter(None, map(_style_of, scripts)))))


def _styles(every: list[Part], ways: dict[Path, Way], place: dict[Path, set[Way]]) -> dict[Path, set[Way]]:
    """Each stylesheet with its ways: it goes along with the script of its name, or with the `client.js` of its part."""
    core: set[Way] = {(CORE,)}
    common = sorted((QUESTIONS / "shared").glob("*.css"))
    shared = {file: place.get(file.with_suffix(".js"), core) for file in common}
    own = {file: _ways_of_style(file, place, ways[part.folder]) for part in every for file in part.styles}
    client = ENGINE / "client"
    beside = {file: place[file.with_suffix(".js")] for file in sorted(client.glob("*.css")) if file.stem not in _WHOLE}
    return {client / "base.css": core, **beside, **shared, **own, client / "theme_material.css": core}


def _ways_of_style(file: Path, place: dict[Path, set[Way]], way: Way) -> set[Way]:
    if said := says(file).get("with"):
        return {_way_called(said)}
    return place.get(file.with_suffix(".js"), place.get(file.parent / "client.js", {way}))


def _style_of(script: Path) -> Path | None:
    style = script.with_suffix(".css")
    return style if style.is_file() and script.parent.name == "shared" else None


def _common(one: Way, other: Way) -> Way:
    """Where two ways part."""
    return tuple(name for name, _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
