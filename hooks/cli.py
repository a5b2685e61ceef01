"""The authors' door: `python hooks/cli.py check` and `schema`. Knows the engine, not MkDocs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from leerpad.course.check import check_course
from leerpad.course.load import Roots, load_course
from leerpad.course.schema import SCHEMA_FILE, quiz_schema
from leerpad.locales import load_locale
from leerpad.source.diagnostics import Report
from leerpad.source.files import read_text
from leerpad.source.tree import Mapping, Scalar, read_tree


def main(arguments: list[str] | None = None) -> int:
    """Run one command in the current folder; gives the exit status."""
    parser = argparse.ArgumentParser(prog="cli.py", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="look for faults in lessons and quizzes, without building")
    commands.add_parser("schema", help=f"write {SCHEMA_FILE}, with which editors help authors")
    command = parser.parse_args(arguments).command
    return {"check": check, "schema": schema}[command](Path.cwd())


def check(project: Path) -> int:
    """Print every fault and piece of advice; 1 if there is a fault."""
    locale = load_locale(_language(project))
    report = Report()
    check_course(load_course(Roots(project, project / "docs", project / "mkdocs.yml"), report), report)
    for found in report:
        print(locale.diagnostic(found))
    faults = len(report.faults)
    print(locale.plural("portal.found", faults) if faults else locale.text("portal.fine"))
    return 1 if faults else 0


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
