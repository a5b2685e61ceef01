"""The files that pages load: scripts with their words, styles, the course map. Each has its hash in its name, so that a
browser may keep it for good. What goes into which: see split.py.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leerpad.site.assets.graph import in_order, words_said
from leerpad.site.assets.minify import ENGINE, minified
from leerpad.site.assets.split import CORE, bundles_of, make_bundles
from leerpad.source.memory import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from leerpad.locales import Locale
    from leerpad.site.assets.split import Bundle
    from leerpad.source.memory import Memory

FOLDER = "assets/leerpad"
_FIRST = ("early_font", "theme_material_file_search", "theme_material_late_search")
"""What every page loads first, and can do without: what prepares for the font of headings and for the search."""


@dataclass(frozen=True)
class Asset:
    """A file of the site that the engine makes."""

    uri: str
    content: bytes


@dataclass(frozen=True)
class Loaded:
    """What one page loads, in this order. The core's script knows by `names` which others must have come.

    `later` is what it loads when the browser is idle.
    """

    scripts: tuple[Asset, ...]
    stylesheets: tuple[Asset, ...]
    names: tuple[str, ...]
    later: tuple[Asset, ...]


@dataclass(frozen=True)
class Assets:
    """All that the engine makes for pages: what each loads, and the bundles, of which it loads those it needs."""

    search: Asset
    course: Asset
    """The course map, which says what the site is."""
    bundles: tuple[Bundle, ...]
    scripts: Mapping[str, Asset]
    stylesheets: Mapping[str, Asset]
    """Of each bundle, by its name; those that come later have no styles."""
    font: Asset | None = None
    """That of headings, if they have one of their own."""

    @property
    def core(self) -> Asset:
        """The script that every page loads, and that starts it."""
        return self.scripts[CORE]

    def all(self) -> Iterator[Asset]:
        """Every file."""
        yield from (self.search, self.course, *self.scripts.values(), *self.stylesheets.values())
        if self.font is not None:
            yield self.font

    def of_page(self, html: str) -> Loaded:
        """What a page needs that holds this HTML."""
        bundles = bundles_of(html, self.bundles)
        names = tuple(bundle.name for bundle in bundles if not bundle.is_later)
        scripts = (self.search, self.course, *(self.scripts[name] for name in names))
        later = tuple(self.scripts[bundle.name] for bundle in bundles if bundle.is_later)
        return Loaded(scripts, tuple(self.stylesheets[name] for name in names), names, later)


def make_assets(
    course_map: Mapping[str, object],
    locale: Locale,
    memory: Memory,
    engine: str,
    styles: str = "",
    font: Asset | None = None,
) -> Assets:
    """Join the client's parts and name each file after what it holds.

    `engine` says what those parts are; `styles` are those that a course adds to ours, which may use `font`.
    """
    data = json.dumps(course_map, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    made = memory.recall(("assets", engine, locale.language), lambda: _made_of_engine(locale))
    core = _named(CORE, "css", made.stylesheets[CORE].content.decode() + styles) if styles else made.stylesheets[CORE]
    course = _named("course", "js", f"window.LeerpadCourse={data};\n")
    return Assets(made.search, course, made.bundles, made.scripts, {**made.stylesheets, CORE: core}, font)


def _made_of_engine(locale: Locale) -> Assets:
    bundles = tuple(make_bundles())
    words = locale.for_client()
    said = {bundle.name: words_said(bundle.scripts, words) for bundle in bundles}
    search = _joined(in_order([ENGINE / "client" / f"{name}.js" for name in _FIRST]))
    return Assets(
        _named("iframe-worker", "js", search),
        _named("course", "js", ""),
        bundles,
        {bundle.name: _named(bundle.name, "js", _script(bundle, said)) for bundle in bundles},
        {bundle.name: _named(bundle.name, "css", _styles(bundle)) for bundle in bundles if not bundle.is_later},
    )


def _script(bundle: Bundle, said: Mapping[str, Mapping[str, str]]) -> str:
    """A bundle with its own words before it, by what each bundle says; at its end it tells that it came."""
    known = {key for name in bundle.way[:-1] for key in said[name]}
    words = {key: text for key, text in said[bundle.name].items() if key not in known}
    data = json.dumps(words, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    said_first = f"Object.assign(window.LeerpadWords??={{}},{data});"
    return f'{said_first}\n{_joined(bundle.scripts)}\nLeerpad.came("{bundle.name}");\n'


def _styles(bundle: Bundle) -> str:
    """The styles of a bundle, which say that they came: `client/live.js` looks for it."""
    return f"{_joined(bundle.styles)}:root{{--lp-styles-{bundle.name}:1}}"


def engine_digest() -> str:
    """A short name for all templates, scripts, styles and examples. Its Python is loaded once, and never again."""
    files = sorted(file for file in ENGINE.rglob("*.*") if file.suffix != ".py" and "__pycache__" not in file.parts)
    return digest("\0".join(f"{file}\0{digest(file.read_bytes())}" for file in files if file.is_file()))


def fault_styles() -> str:
    """The styles of the page of faults, which carries them itself: it must look right when nothing could be built."""
    return _joined([ENGINE / "client" / "base.css", ENGINE / "elements" / "faults" / "style.css"])


def not_found_script() -> str:
    """The script of the page for what isn't there, which carries it itself: it can't know where scripts are."""
    return _joined(in_order([ENGINE / "elements" / "not-found" / "find.js"]))


def _joined(files: Iterable[Path]) -> str:
    return "\n".join(map(minified, files))


def _named(name: str, suffix: str, text: str) -> Asset:
    return named(name, suffix, text.encode())


def named(name: str, suffix: str, content: bytes) -> Asset:
    """A file with its hash in its name."""
    return Asset(f"{FOLDER}/{name}.{hashlib.sha256(content).hexdigest()[:10]}.{suffix}", content)
