"""Small courses as text, written to disk and built for real."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import chdir
from pathlib import Path
from unittest.mock import patch

from mkdocs.commands import build as build_command
from mkdocs.config import load_config

from support.shelf import SITE, Shelf

REPOSITORY = Path(__file__).parents[2]

shelf: Shelf | None = None
"""Where built sites are kept while tests run; conftest.py puts it here."""

SETTINGS = f"""\
site_name: Proefpad
extra:
  leerpad:
    course_id: proefpad
    gating: required
    pass_mark: 60%
  generator: false
hooks: [{REPOSITORY / "hooks" / "portal.py"}]
theme:
  name: material
  language: nl
  font: false
  features: [navigation.indexes]
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      toggle: {{icon: material/weather-night, name: Donkere weergave}}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      toggle: {{icon: material/weather-sunny, name: Lichte weergave}}
plugins: [search, offline]
markdown_extensions: [admonition, attr_list, pymdownx.superfences]
watch: [modules, quizzes]
"""


def lesson(title: str, body: str = "Een gewone tekst.", **keys: str) -> str:
    """A lesson file."""
    more = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return f"---\ntitle: {title}\nsummary: Waar {title} over gaat.\n{more}---\n{body}\n"


def level(name: str, title: str) -> str:
    """A level.yml file."""
    return f"id: {name}\ntitle: {title}\nsummary: Over {title}.\ngoals: [Je kunt meedoen.]\nquiz: toets-{name}\n"


def question(name: str, right: str = "Goed", *, more: str = "") -> str:
    """One single choice question, indented as in a quiz."""
    lines = [
        f"  - id: {name}",
        "    type: single_choice",
        f"    prompt: Wat kies je bij {name}?",
        "    choices:",
        "      - text: Fout",
        f"        feedback: Reden van fout bij {name}.",
        f"      - text: {right}",
        "        correct: true",
        f"        feedback: Reden van goed bij {name}.",
        *(f"    {line}" for line in more.splitlines()),
    ]
    return "\n".join(lines) + "\n"


def quiz(name: str, *questions: str, keys: str = "mode: test\n") -> str:
    """A quiz file."""
    return f"id: {name}\ntitle: Quiz {name}\n{keys}questions:\n" + "".join(questions)


def course() -> dict[str, str]:
    """Three levels with two lessons each, small but whole."""
    files = {
        "mkdocs.yml": SETTINGS,
        "docs/index.md": "# Welkom\n\n<!-- path -->\n",
    }
    for number, (name, title) in enumerate([("een", "Eerste"), ("twee", "Tweede"), ("drie", "Derde")]):
        folder = f"{number}-{name}"
        files[f"modules/{folder}/level.yml"] = level(name, title)
        files[f"modules/{folder}/01-{name}-a.md"] = lesson(f"Les {name} A", "## Kop\n\nTekst van de les.")
        files[f"modules/{folder}/02-{name}-b.md"] = lesson(f"Les {name} B")
        files[f"quizzes/{folder}/toets.yml"] = quiz(f"toets-{name}", *(question(f"{name}-{n}") for n in range(1, 6)))
    return files


def tracks_course() -> dict[str, str | bytes]:
    """Two tracks of two levels, which begin apart and meet in a third level: five levels with a lesson each."""
    names: dict[str, tuple[str, str]] = {
        "weten": ("Weten", ""),
        "snappen": ("Snappen", ""),
        "proberen": ("Proberen", "after: []\n"),
        "oefenen": ("Oefenen", ""),
        "samen": ("Samen doen", "after: [snappen, oefenen]\n"),
    }
    home = "---\nhide: [navigation, toc]\n---\n# Welkom\n\n<!-- path -->\n"
    files: dict[str, str | bytes] = {"mkdocs.yml": SETTINGS, "docs/index.md": home}
    for number, (name, (title, after)) in enumerate(names.items()):
        files[f"modules/{number}-{name}/level.yml"] = level(name, title) + after
        files[f"modules/{number}-{name}/01-les-{name}.md"] = lesson(f"Les {name}", "Tekst van de les.")
        files[f"quizzes/{number}-{name}.yml"] = quiz(f"toets-{name}", question(f"v-{name}"))
    return files


def write_tree(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Write files, with the folders they need."""
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """All files in a folder and in those below it."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def build(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs as an author does."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", *arguments],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def build_site(folder: Path, files: dict[str, str | bytes] | None = None) -> Path:
    """Write a course, build it, give the folder of the site. Fails loudly, with what MkDocs said.

    While tests run, a course that was built before in this run is not built again: see support/shelf.py.
    """
    write_tree(folder, files or {})
    if shelf:
        return shelf.site_of(folder, _build_well)
    _build_well(folder)
    return folder / SITE


def _build_well(folder: Path) -> None:
    """Build in this process, which takes half the time; test_build.py holds it against what an author gets."""
    try:
        with chdir(folder), patch.dict(os.environ, SOURCE_DATE_EPOCH="0"):
            config = load_config(strict=True)
            config.plugins.on_startup(command="build", dirty=False)
            build_command.build(config)
            config.plugins.on_shutdown()
    except (Exception, SystemExit):
        done = build(folder)
        raise AssertionError(done.stdout + done.stderr) from None


CHECK = """\
id: check
title: Korte check
questions:
  - id: check-een
    type: single_choice
    prompt: Welke is **goed**?
    hint: De eerste niet.
    choices:
      - {text: Fout, feedback: Reden van fout.}
      - {text: Goed, correct: true, feedback: Reden van goed.}
    explanation: Uitleg bij één.
    lesson: een-b
  - id: check-meer
    type: multiple_choice
    prompt: Welke zijn goed?
    points: 2
    choices:
      - {text: A, correct: true, feedback: Reden van A.}
      - {text: B, correct: true, feedback: Reden van B.}
      - {text: C, feedback: Reden van C.}
      - {text: D, feedback: Reden van D.}
  - id: check-waar
    type: true_false
    prompt: Klopt dit?
    correct: true
    feedback_true: Ja, want waar.
    feedback_false: Nee, het is waar.
"""

BANDS = """\
mode: test
shuffle: true
bands:
  - {from: 0%, text: Lees nog eens.}
  - {from: 60%, text: Dat is *genoeg*.}
"""

PINNED = """\
  - id: twee-vast
    type: single_choice
    prompt: Welke staat vast?
    shuffle: true
    choices:
      - {text: Een, correct: true}
      - {text: Twee, pinned: true}
      - {text: Drie}
      - {text: Vier}
      - {text: Geen van deze, pinned: true}
"""


def rich_course() -> dict[str, str]:
    """The small course with a check in a lesson, a shuffled test with bands, and a drawn test."""
    files = course()
    files["modules/0-een/01-een-a.md"] = lesson("Les een A", "## Kop\n\nTekst.\n\n<!-- quiz: check -->\n")
    files["quizzes/check.yml"] = CHECK
    questions = [question(f"een-{n}") for n in range(1, 6)]
    files["quizzes/0-een/toets.yml"] = quiz("toets-een", *questions, keys=BANDS)
    drawn = [question(f"twee-{n}", more="shuffle: true") for n in range(1, 8)]
    keys = "mode: test\nshuffle: true\ndraw: 4\n"
    files["quizzes/1-twee/toets.yml"] = quiz("toets-twee", *drawn, PINNED, keys=keys)
    return files
