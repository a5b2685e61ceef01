"""The authors' door: `python hooks/cli.py check` and `schema`. Knows the engine, not MkDocs."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from leerpad.advice import advise
from leerpad.course.check import check_course
from leerpad.course.load import Roots, load_course, read_sources
from leerpad.course.schema import SCHEMA_FILE, quiz_schema
from leerpad.locales import load_locale
from leerpad.source.diagnostics import Report
from leerpad.source.files import read_text
from leerpad.source.tree import Mapping, Scalar, read_tree

if TYPE_CHECKING:
    from leerpad.locales import Locale
    from leerpad.source.diagnostics import Diagnostic


def main(arguments: list[str] | None = None) -> int:
    """Run one command in the current folder; gives the exit status."""
    parser = argparse.ArgumentParser(prog="cli.py", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="look for faults in lessons and quizzes; give advice")
    checking.add_argument("--no-advice", action="store_true", help="say only what must be mended")
    checking.add_argument("--json", action="store_true", help="one JSON document, for machines")
    commands.add_parser("schema", help=f"write {SCHEMA_FILE}, with which editors help authors")
    options = parser.parse_args(arguments)
    if options.command == "schema":
        return schema(Path.cwd())
    return check(Path.cwd(), with_advice=not options.no_advice, as_json=options.json)


def check(project: Path, *, with_advice: bool = True, as_json: bool = False) -> int:
    """Print every fault, then every piece of advice; 1 if there is a fault."""
    locale = load_locale(_language(project))
    report = Report()
    roots = Roots(project, project / "docs", project / "mkdocs.yml")
    course = load_course(roots, report)
    check_course(course, report)
    if with_advice:
        advise(course, read_sources(roots), locale.language, report)
    print(_as_json(report, locale) if as_json else "\n".join(_lines(report, locale, with_advice=with_advice)))
    return 1 if report.faults else 0


def _lines(report: Report, locale: Locale, *, with_advice: bool) -> list[str]:
    faults, advices = report.faults, report.advices
    closing = [locale.plural("portal.found", len(faults)) if faults else locale.text("portal.fine")]
    if with_advice:
        closing.append(locale.plural("portal.told", len(advices)) if advices else locale.text("portal.told.none"))
    return [*map(locale.diagnostic, [*faults, *advices]), " ".join(closing)]


def _as_json(report: Report, locale: Locale) -> str:
    """What `check --json` prints. Keys may be added later; when one changes its meaning, `version` goes up."""

    def entry(found: Diagnostic) -> dict[str, object]:
        line, column = found.position
        place = {"path": found.path, "line": line, "column": column}
        return {**place, "code": found.code, "message": locale.message(found), "params": dict(found.params)}

    faults, advices = map(entry, report.faults), map(entry, report.advices)
    return json.dumps({"version": 1, "faults": [*faults], "advice": [*advices]}, ensure_ascii=False, indent=2)


def schema(project: Path) -> int:
    """Write the JSON Schema of a quiz."""
    (project / SCHEMA_FILE).write_text(quiz_schema(load_locale(_language(project))), "utf-8")
    return 0


def _language(project: Path) -> str:
    """The language of the theme, which is the site's."""
    source = read_text(project / "mkdocs.yml", "mkdocs.yml", Report())
    node: object = read_tree(source, Report(), tags_allowed=True) if source else None
    for key in ("theme", "language"):
        node = node.entries.get(key) if isinstance(node, Mapping) else None
    return node.text if isinstance(node, Scalar) else ""


if __name__ == "__main__":
    sys.exit(main())
