"""One script, one stylesheet, the course map, each with its hash in its name: a browser may keep it for good."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from leerpad.course.model.course import OWN
from leerpad.course.model.handouts import HANDOUT_KINDS
from leerpad.questions import TYPES
from leerpad.site.assets.graph import in_order, words_said
from leerpad.site.assets.minify import minified
from leerpad.source.directives import DIRECTIVES
from leerpad.source.memory import digest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leerpad.locales import Locale
    from leerpad.source.memory import Memory

ENGINE = Path(__file__).parents[2]
ROOTS = [ENGINE]
"""Where `elements/<name>/` is looked for: its template, scripts and styles."""
FOLDER = "assets/leerpad"

_IN_PAGES = (
    "notice",
    "path",
    "intention",
    "level",
    "lesson",
    "actions",
    "calendar",
    "quiz",
    "part",
    "predict",
    "scan",
    "reflect",
    "question-type",
    "terms",
    "sources",
    *HANDOUT_KINDS,
    "handout",
)
_OWN_PAGES = ("plan", "notes", "certificate", "progress")
_LAST = ("update",)
_SEARCH = ("file_search", "late_search")


@dataclass(frozen=True)
class Asset:
    """A file of the site that the engine makes."""

    uri: str
    content: bytes


@dataclass(frozen=True)
class Assets:
    """What every page loads: scripts in this order, then the stylesheet."""

    scripts: tuple[Asset, ...]
    stylesheet: Asset

    @property
    def course(self) -> Asset:
        """The course map, which says what the site is."""
        return self.scripts[1]


def make_assets(course_map: Mapping[str, object], memory: Memory, engine: str, colors: str = "") -> Assets:
    """Join the client's parts and name each file after what it holds.

    `engine` says what those parts are; `colors` are the styles that a course adds to ours.
    """
    data = json.dumps(course_map, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    search, client, stylesheet = memory.recall(("assets", engine), _made_of_engine)
    if colors:
        stylesheet = _named("leerpad", "css", stylesheet.content.decode() + colors)
    return Assets((search, _named("course", "js", f"window.LeerpadCourse={data};\n"), client), stylesheet)


def _made_of_engine() -> tuple[Asset, Asset, Asset]:
    return (
        _named("iframe-worker", "js", _joined(in_order([ENGINE / "client" / f"{name}.js" for name in _SEARCH]))),
        _named("leerpad", "js", _joined(client_scripts())),
        _named("leerpad", "css", _joined(_stylesheets())),
    )


def engine_digest() -> str:
    """A short name for all templates, scripts, styles and examples. Its Python is loaded once, and never again."""
    files = sorted(file for file in ENGINE.rglob("*.*") if file.suffix not in (".py", ".pyc"))
    return digest("\0".join(f"{file}\0{digest(file.read_bytes())}" for file in files if file.is_file()))


def element_names() -> list[str]:
    """The elements that pages load, in the order of their scripts and styles; what is registered needs no line here."""
    more = [name for name in (*DIRECTIVES, *OWN) if name not in (*_IN_PAGES, *_OWN_PAGES)]
    return [*_IN_PAGES, *_OWN_PAGES, *more, *_LAST]


def _of_element(name: str, pattern: str) -> list[Path]:
    return [file for root in ROOTS for file in sorted((root / "elements" / name).glob(pattern))]


def client_scripts() -> list[Path]:
    """The parts of the script: what types and elements bring, all they need, and last what starts them."""
    questions = [ENGINE / "questions" / name / "client.js" for name in TYPES]
    elements = [file for name in element_names() for file in _of_element(name, "*.js")]
    return in_order([*questions, *elements, ENGINE / "client" / "start.js"])


def client_words(locale: Locale, memory: Memory, engine: str) -> dict[str, str]:
    """The words that the script says, in this language."""
    return memory.recall(
        ("client_words", engine, locale.language), lambda: words_said(client_scripts(), locale.for_client())
    )


def fault_styles() -> str:
    """The styles of the page of faults, which carries them itself: it must look right when nothing could be built."""
    return _joined([ENGINE / "client" / "base.css", ENGINE / "elements" / "faults" / "style.css"])


def not_found_script() -> str:
    """The script of the page for what isn't there, which carries it itself: it can't know where scripts are."""
    return _joined(in_order([ENGINE / "elements" / "not-found" / "find.js"]))


def _stylesheets() -> list[Path]:
    folders = [ENGINE / "questions" / "shared", *(ENGINE / "questions" / name for name in TYPES)]
    parts = [file for folder in folders for file in sorted(folder.glob("*.css"))]
    parts += [file for name in element_names() for file in _of_element(name, "*.css")]
    return [ENGINE / "client" / "base.css", *parts, ENGINE / "client" / "theme_material.css"]


def _joined(files: list[Path]) -> str:
    return "\n".join(map(minified, files))


def _named(name: str, suffix: str, text: str) -> Asset:
    content = text.encode()
    return Asset(f"{FOLDER}/{name}.{hashlib.sha256(content).hexdigest()[:10]}.{suffix}", content)
