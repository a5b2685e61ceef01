"""The authors' door: `python hooks/cli.py` and a command, such as `check`. Knows the engine, not MkDocs."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from leerpad.advice import advise
from leerpad.advice.outwitting import tell_guessers
from leerpad.authoring.move import Mover
from leerpad.authoring.schema import SCHEMAS
from leerpad.authoring.workbench import Plan, RefusedError, Workbench
from leerpad.course.check.course import check_course
from leerpad.course.check.site_settings import check_site_settings
from leerpad.course.load.course import load_course, read_sources
from leerpad.course.load.markdown import load_markdown
from leerpad.course.load.reader import Roots
from leerpad.deploy.forgotten import tell_forgotten_moves
from leerpad.deploy.zip.package import make_package, package_name
from leerpad.exchange import FORMATS
from leerpad.locales import load_locale
from leerpad.locales.arguments import speak
from leerpad.locales.listing import as_json, as_lines
from leerpad.questions import TYPES
from leerpad.site.plan.version import read_version
from leerpad.site.render.page_faults import Pages
from leerpad.source.console import make_readable
from leerpad.source.diagnostics import Report
from leerpad.source.files import read_text
from leerpad.source.tree import read_tree

if TYPE_CHECKING:
    from leerpad.locales import Locale
    from leerpad.site.plan.version import Version

DIST = "dist"
"""Where packages go."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command in the current folder; gives the exit status."""
    make_readable(sys.stdout, sys.stderr)
    locale = load_locale(_language(Path.cwd()))
    speak(locale)
    parser = argparse.ArgumentParser(prog="cli.py", description=locale.text("command.about"))
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help=locale.text("command.check"))
    for option in ("no_advice", "json", "settings"):
        flag, words = f"--{option.replace('_', '-')}", locale.text(f"command.{option}")
        checking.add_argument(flag, action="store_true", help=words)
    commands.add_parser("guess", help=locale.text("guess.help"))
    commands.add_parser("schema", help=locale.text("command.schema"))
    commands.add_parser("publish", help=locale.text("publish.help"))
    add_new(commands)
    moving = commands.add_parser("move", help=locale.text("move.help"))
    for name in ("file", "place"):
        moving.add_argument(name, metavar=locale.text(f"move.name_{name}"), help=locale.text(f"move.help_{name}"))
    add_exchange(commands, locale)
    asked = parser.parse_args(arguments)
    if asked.command == "new":
        return new(Path.cwd(), asked)
    if asked.command == "move":
        return move(Path.cwd(), asked.file, asked.place)
    if asked.command in ("guess", "publish", "schema"):
        return {"guess": guess, "publish": publish, "schema": schema}[asked.command](Path.cwd())
    if asked.command in ("export", "import"):
        return exchange(Path.cwd(), asked)
    if asked.settings:
        return check_settings(Path.cwd())
    return check(Path.cwd(), with_advice=not asked.no_advice, in_json=asked.json)


def check(project: Path, *, with_advice: bool = True, in_json: bool = False) -> int:
    """Print every fault, then every piece of advice; 1 if there is a fault."""
    locale = load_locale(_language(project))
    report = Report()
    roots = _roots(project)
    course = load_course(roots, report)
    check_course(course, report)
    Pages(course, *load_markdown(roots.settings)).check(roots.settings.name, report)
    check_site_settings(_settings(project), roots, report)
    if with_advice:
        tell_forgotten_moves(course, project, report)
        advise(course, read_sources(roots), locale.language, report)
    print(as_json(report, locale) if in_json else "\n".join(as_lines(report, locale, with_advice=with_advice)))
    return 1 if report.faults else 0


def check_settings(project: Path) -> int:
    """Print why mkdocs.yml can't be read at all, if so, or names what would do harm.

    MkDocs doesn't start then, or speaks for itself; so no page can say this.
    """
    report = Report()
    source = read_text(project / "mkdocs.yml", "mkdocs.yml", report)
    if source and read_tree(source, report, tags_allowed=True):
        report = Report()  # what else is wrong with it, a page can show
        check_site_settings(_settings(project), _roots(project), report)
    if not report.faults:
        return 0
    print("\n".join(as_lines(report, load_locale(""), with_advice=False)), file=sys.stderr)
    return 1


def guess(project: Path) -> int:
    """Print what each kind of guesser would score in every test."""
    locale = load_locale(_language(project))
    print("\n".join(tell_guessers(load_course(_roots(project), Report()), locale)))
    return 0


def schema(project: Path) -> int:
    """Write the JSON Schemas."""
    locale = load_locale(_language(project))
    for path, make in SCHEMAS.items():
        (project / path).write_text(make(locale), "utf-8", newline="\n")
    return 0


def publish(project: Path) -> int:
    """Build the site of what is committed, and write it as one zip into `dist`; 1 if that can't be done."""
    locale = load_locale(_language(project))
    version = read_version(project)
    if not version.commit or version.changed:
        print(locale.text("publish.changed" if version.commit else "publish.no_version"), *version.changed, sep="\n")
        return 1
    course_id = load_course(_roots(project), Report()).settings.course_id
    with TemporaryDirectory() as folder:  # what stands in `site` may be older, or hold what somebody put beside it
        site = Path(folder, "site")
        if not _build(project, site, version):
            print(locale.text("publish.refused"))
            return 1
        package = make_package(site, course_id, version, locale)
    target = project / DIST / package_name(course_id, version)
    target.parent.mkdir(exist_ok=True)
    part = target.with_suffix(".part")  # a disk that is full leaves no half zip under the name of a whole one
    try:
        part.write_bytes(package)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    print(locale.text("publish.done", file=target.relative_to(project).as_posix()))
    print(locale.text("publish.sum", sum=sha256(package).hexdigest()))
    return 0


def _build(project: Path, folder: Path, version: Version) -> bool:
    """Run the host, which says itself what is wrong. It takes all times that it writes from the commit."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(version.time), "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=project, env=environment, check=False).returncode == 0


def add_new(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command `new`, which explains itself in the language of the site."""
    locale = load_locale(_language(Path.cwd()))
    makers = commands.add_parser("new", help=locale.text("starter.help")).add_subparsers(dest="what", required=True)
    grammar = {"level": ["title"], "lesson": ["in", "title"], "quiz": ["in", "title"], "question": ["file", "type"]}
    grammar["scan"] = ["title"]
    for what, names in grammar.items():
        maker = makers.add_parser(what, help=locale.text(f"starter.help_{what}"))
        for name in names:
            words = locale.text(f"starter.help_{name}", types=", ".join(TYPES))
            maker.add_argument(name, metavar=locale.text(f"starter.name_{name}"), help=words)
        if what == "quiz":
            maker.add_argument("--test", action="store_true", help=locale.text("starter.help_test"))


def new(project: Path, asked: argparse.Namespace) -> int:
    """Make something to begin with, and say what to do with it; 1 if it can't be made."""
    locale = load_locale(_language(project))
    if not (project / "mkdocs.yml").is_file():
        print(locale.text("starter.no_course"), file=sys.stderr)
        return 1
    bench = Workbench(_roots(project), locale, _command(project))
    try:
        plan = _plan(bench, asked)
        bench.write(plan)
    except RefusedError as refused:
        print(refused, file=sys.stderr)
        return 1
    except FileExistsError as error:
        print(locale.text("starter.exists", file=error.filename or error), file=sys.stderr)
        return 1
    except OSError as error:
        print(locale.text("starter.not_written", file=error.filename, reason=error.strerror), file=sys.stderr)
        return 1
    for key, files in (("made", plan.files), ("added", plan.additions)):
        for file in files:
            print(locale.text(f"starter.{key}", file=file))
    print("", locale.text("starter.next"), *plan.steps, sep="\n")
    return 0


def move(project: Path, wanted: str, place: str) -> int:
    """Move a lesson or a level, and say what changed; 1 if it can't be moved."""
    locale = load_locale(_language(project))
    try:
        mover = Mover(_roots(project), locale)
        moving = mover.plan(wanted, place)
        mover.move(moving)
    except RefusedError as refused:
        print(refused, file=sys.stderr)
        return 1
    except OSError as error:
        print(locale.text("move.failed", file=error.filename, reason=error.strerror), file=sys.stderr)
        return 1
    for old, new in moving.told.items():
        print(locale.text("move.moved", old=old, new=new))
    for file in sorted(moving.texts.keys() - moving.renamed.values()):
        print(locale.text("move.changed", file=file))
    return 0


def add_exchange(commands: argparse._SubParsersAction[argparse.ArgumentParser], locale: Locale) -> None:
    """The commands `export` and `import`, for banks of questions."""
    out = commands.add_parser("export", help=locale.text("exchange.export_help"))
    out.add_argument("kind", choices=FORMATS, help=locale.text("exchange.export_kind"))
    out.add_argument("--quiz", metavar="ID", help=locale.text("exchange.export_quiz"))
    out.add_argument("--out", metavar=locale.text("starter.name_file"), help=locale.text("exchange.export_out"))
    bring = commands.add_parser("import", help=locale.text("exchange.import_help"))
    bring.add_argument("file", metavar=locale.text("starter.name_file"), help=locale.text("exchange.import_file"))
    words = locale.text("exchange.import_into")
    bring.add_argument("--into", metavar=locale.text("starter.name_in"), required=True, help=words)


def exchange(project: Path, asked: argparse.Namespace) -> int:
    """Write questions for another system, or make a quiz of those of another, which is then checked."""
    from leerpad.exchange.commands import read_bank, write_bank  # its libraries would slow every other command

    locale, roots = load_locale(_language(project)), _roots(project)
    if asked.command == "export":
        return write_bank(roots, locale, asked.kind, asked.quiz, asked.out, print)
    return read_bank(roots, locale, asked.file, asked.into, print) or check(project)


def _plan(bench: Workbench, asked: argparse.Namespace) -> Plan:
    words = vars(asked)
    if asked.what == "level":
        return bench.level(words["title"])
    if asked.what == "lesson":
        return bench.lesson(words["in"], words["title"])
    if asked.what == "quiz":
        return bench.quiz(words["in"], words["title"], is_test=asked.test)
    if asked.what == "scan":
        return bench.scan(words["title"])
    return bench.question(words["file"], words["type"])


def _command(project: Path) -> str:
    """How we were called, so that what we say can be typed."""
    program = Path(sys.executable)
    inside = program.relative_to(project).as_posix() if program.is_relative_to(project) else program.name
    return f"{inside} hooks/cli.py"


def _roots(project: Path) -> Roots:
    return Roots(project, project / "docs", project / "mkdocs.yml")


def _language(project: Path) -> str:
    """The language of the theme, which is the site's."""
    theme = _settings(project).get("theme")
    language = theme.get("language") if isinstance(theme, dict) else None
    return language if isinstance(language, str) else ""


def _settings(project: Path) -> dict[str, Any]:
    """The values in mkdocs.yml, as text; nothing where it can't be read."""
    source = read_text(project / "mkdocs.yml", "mkdocs.yml", Report())
    tree = read_tree(source, Report(), tags_allowed=True) if source else None
    return tree.data() if tree else {}


if __name__ == "__main__":
    sys.exit(main())
