"""The guide that comes with the engine, for authors and administrators: a folder of Markdown for each language.

Its pages have the same names in every language. They stand in a site under `leerpad-guide/`, as if they were files of
`docs/`; so a course links to them, and adds pages of its own for its authors, in `docs/leerpad-guide/`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
WHOLE_IN = "en"
"""The language of what another one lacks, as it is for its other words (`locales`)."""
PLACE = "leerpad-guide/"
"""Where the guide stands in the site, and in `docs/`."""

AUTHORS = (
    "index",
    "first-lesson",
    "good-questions",
    "question-types",
    "exchange",
    "terms-and-sources",
    "boxes-and-pictures",
    "plan",
    "levels",
    "handouts",
    "publish",
    "results",
    "badges",
    "reference",
    "faults",
    "advice",
)
ADMINISTRATORS = ("servers", "offline", "learning-systems", "generators")
NAMES = (*AUTHORS, *ADMINISTRATORS)
PICTURES = ("path.svg", "moodle-package.png", "moodle-completion.png", "moodle-player.png")
"""Those that show words stand in the folder of each language."""

MARKDOWN = (
    "toc", "tables", "admonition", "attr_list", "def_list", "md_in_html",
    "pymdownx.details", "pymdownx.highlight", "pymdownx.superfences",
)  # fmt: skip
"""The Markdown that the guide is written in, whatever a course asks for."""
MARKDOWN_SETTINGS: dict[str, dict[str, object]] = {
    "pymdownx.highlight": {"pygments_lang_class": True},  # lines to type continue on the next line
}
_HEAD = re.compile(r"---\n(?P<head>.*?)\n---\n", re.DOTALL)


@dataclass(frozen=True)
class GuidePage:
    """A page of the guide. `text` is the whole file; `moved_from` is an address at which it stood before, if any."""

    name: str
    title: str
    text: str
    moved_from: str | None

    @property
    def uri(self) -> str:
        """Where it stands among the pages of `docs/`."""
        return f"{PLACE}{self.name}.md"


def project_paths() -> frozenset[str]:
    """The files of the guide as a course can link to them, from the project."""
    return frozenset(f"docs/{PLACE}{name}" for name in (*(f"{name}.md" for name in NAMES), *PICTURES))


def is_of_guide(path: str) -> bool:
    """Whether a path in the project is one of the guide: of ours, or of the course for its own authors."""
    return path.startswith(f"docs/{PLACE}")


@cache
def load_guide(language: str) -> tuple[GuidePage, ...]:
    """All pages in a language, in the order of `NAMES`."""
    return tuple(_read(name, language) for name in NAMES)


def guide_file(name: str, language: str) -> Path:
    """The file of a page; that of the language in which the guide is whole, where this one lacks it."""
    return _in_language(f"{name}.md", language)


def _in_language(name: str, language: str) -> Path:
    there = FOLDER / language / name
    return there if there.is_file() else FOLDER / WHOLE_IN / name


def picture_file(name: str, language: str) -> Path:
    """The file of a picture, with words in this language or with none."""
    of_language = _in_language(name, language)
    return of_language if of_language.is_file() else FOLDER / name


def shown_path(name: str, language: str) -> str:
    """The file of a page as an author can open it: from the folder where the command runs, if it is in there."""
    file, here = guide_file(name, language), Path.cwd()
    return file.relative_to(here).as_posix() if file.is_relative_to(here) else str(file)


def _read(name: str, language: str) -> GuidePage:
    text = guide_file(name, language).read_text("utf-8")
    head = _HEAD.match(text)
    if head is None:
        raise ValueError(f"{guide_file(name, language)}: no front matter")
    keys = dict(line.split(": ", 1) for line in head["head"].splitlines())
    return GuidePage(name, keys["title"], text, keys.get("moved_from"))
