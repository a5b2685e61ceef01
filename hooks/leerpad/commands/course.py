"""`new FOLDER`: a whole new course, that builds at once. Asks what it wasn't told."""

from __future__ import annotations

import json
import locale as system
import sys
from importlib.metadata import PackageNotFoundError, distribution
from itertools import pairwise
from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import url2pathname

from leerpad.authoring.beginning import CHECKOUT, VERSION, WHEELS, Wishes, course_files
from leerpad.authoring.color import NAMES, color_of
from leerpad.authoring.starters import clean_title
from leerpad.authoring.updating import RECORD, record_of, write_all
from leerpad.commands.project import CONSOLE, program_of
from leerpad.locales import LANGUAGES, load_locale

if TYPE_CHECKING:
    import argparse

    from leerpad.locales import Locale

COLOR = "blue"


def add_course(makers: argparse._SubParsersAction[argparse.ArgumentParser], locale: Locale) -> None:
    """The command `new course FOLDER`, which is also `new FOLDER` where there is no course yet."""
    maker = makers.add_parser("course", help=locale.text("begin.help"))
    maker.add_argument(
        "folder",
        nargs="?",
        default="course",
        metavar=locale.text("begin.name_folder"),
        help=locale.text("begin.help_folder"),
    )
    maker.add_argument("--language", choices=LANGUAGES, help=locale.text("begin.help_language"))
    maker.add_argument("--name", metavar=locale.text("begin.name_name"), help=locale.text("begin.help_name"))
    maker.add_argument(
        "--color", metavar=locale.text("begin.name_color"), help=locale.text("begin.help_color", names=", ".join(NAMES))
    )
    maker.set_defaults(run=begin)


def spoken(arguments: list[str]) -> str:
    """The language in which to speak where no course says it: the one that is asked for, or that of the system."""
    for word, following in pairwise([*arguments, ""]):
        if word.startswith("--language") and (asked := (word.partition("=")[2] or following).lower()) in LANGUAGES:
            return asked
    name = (system.getlocale()[0] or "").partition("_")[0]  # Windows says `Dutch_Netherlands` for `nl_NL`
    return system.normalize(name)[:2].lower()


def begin(project: Path, asked: argparse.Namespace) -> int:
    """Write it, and say what to do next; 1 if it can't be written. What is there stays as it is."""
    usual = load_locale(spoken([])).language
    if not asked.language and not _can_ask():
        return _say_what_to_give(asked, load_locale(usual))
    language = (asked.language or _asked(f"Taal / Language ({', '.join(LANGUAGES)})", usual)).lower()
    if language not in LANGUAGES:
        print(load_locale("en").text("begin.unknown_language", known=", ".join(LANGUAGES)), file=sys.stderr)
        return 1
    words, folder = load_locale(language), project / asked.folder
    name = clean_title(asked.name or _asked(words.text("begin.ask_name"), words.text("begin.name")))
    color = color_of(asked.color or _asked(words.text("begin.ask_color", names=", ".join(NAMES)), COLOR))
    if not name or color is None:
        said = words.text("begin.unknown_color", names=", ".join(NAMES)) if name else words.text("starter.bad_title")
        print(said, file=sys.stderr)
        return 1
    wishes = Wishes(name, language, color)
    files = course_files(wishes)
    files[RECORD] = json.dumps(record_of(wishes), ensure_ascii=False, indent=2) + "\n"
    there = [path for path in files if (folder / path).exists()]
    if there:
        print(words.text("begin.exists", file=(Path(asked.folder) / there[0]).as_posix()), file=sys.stderr)
        return 1
    try:
        write_all(folder, files)
        _bring_wheel(folder)
    except OSError as error:
        print(words.text("starter.not_written", file=error.filename, reason=error.strerror), file=sys.stderr)
        return 1
    steps = "\n".join(f"  {step}" for step in _steps(project, asked))
    print(words.text("begin.done", folder=asked.folder, count=len(files), steps=steps))
    return 0


def _steps(project: Path, asked: argparse.Namespace) -> list[str]:
    """What to type to see the site. The engine of a checkout can't be used from elsewhere: it is made a wheel first."""
    folder, into = asked.folder, f'cd "{asked.folder}"'
    if asked.call == CONSOLE:
        return [into, f"{CONSOLE} build", f"{CONSOLE} serve"]
    python, own = program_of(project), Path(".venv", "Scripts" if sys.platform == "win32" else "bin", "python")
    checkout = "." if project == CHECKOUT else CHECKOUT
    return [
        f'{python} -m pip wheel --no-deps --wheel-dir "{Path(folder, WHEELS)}" "{checkout}"',
        f'{python} -m venv "{Path(folder, ".venv")}"',
        into,
        f"{own} -m pip install -r requirements.txt",
        f"{own} -m leerpad build",
        f"{own} -m leerpad serve",
    ]


def _bring_wheel(folder: Path) -> None:
    """Lay the file from which this engine was installed in the course, if it is still there: colleagues need it too."""
    try:
        origin = json.loads(distribution("leerpad").read_text("direct_url.json") or "{}").get("url", "")
    except (PackageNotFoundError, ValueError):
        return
    wheel = Path(url2pathname(urlsplit(origin).path))
    if wheel.name.startswith(f"leerpad-{VERSION}-") and wheel.is_file():
        copyfile(wheel, folder / WHEELS / wheel.name)


def _say_what_to_give(asked: argparse.Namespace, words: Locale) -> int:
    name, color = asked.name or words.text("begin.name"), asked.color or COLOR
    command = f'{asked.call} new course "{asked.folder}" --language {words.language} --name "{name}" --color "{color}"'
    print(words.text("begin.cannot_ask", command=command, known=", ".join(LANGUAGES)), file=sys.stderr)
    return 1


def _can_ask() -> bool:
    return bool(sys.stdin) and sys.stdin.isatty()


def _asked(question: str, otherwise: str) -> str:
    """What a person answers; what is usual where they press Enter, or where nobody can be asked."""
    if not _can_ask():
        return otherwise
    try:
        return input(f"{question} [{otherwise}]: ").strip() or otherwise
    except EOFError:
        return otherwise
    except KeyboardInterrupt:  # nothing was written yet
        sys.exit(130)
