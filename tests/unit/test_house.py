"""The house keeps its own rules: who may know whom, who may touch files, who may name what, and no file too long."""

from __future__ import annotations

import ast
import re
from functools import cache
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING

import pytest
from support.house import ENGINE, HOOKS, PYTHON
from support.sources import found_in
from support.trees import REPOSITORY

from leerpad.questions import TYPES

if TYPE_CHECKING:
    from pathlib import Path

_FIRST = {"source", "locales", "guide", "questions", "course"}
MAY_KNOW = {
    "source": {"source"},
    "locales": {"source", "guide", "locales"},
    "guide": {"guide"},
    "questions": {"source", "locales", "questions"},
    "course": _FIRST,
    "advice": _FIRST | {"results", "advice"},
    "authoring": _FIRST | {"authoring"},
    "exchange": _FIRST | {"authoring", "exchange"},  # what comes in is written as authors write it
    "site": _FIRST | {"authoring", "site"},  # the guide for authors shows what their editor knows
    "deploy": _FIRST | {"site", "deploy"},
    "hosts": _FIRST | {"site", "deploy", "hosts"},
    "results": _FIRST | {"results"},
    "badges": _FIRST | {"results", "badges"},
    "commands": _FIRST
    | {"advice", "authoring", "exchange", "results", "badges", "site", "deploy", "commands"},  # the host is a program
}
HOSTS = {"mkdocs", "material", "properdocs", "zensical"}
FILE_ACCESS = {
    "open",
    "read_text",
    "read_bytes",
    "write_text",
    "write_bytes",
    "iterdir",
    "rglob",
    "glob",
    "unlink",
    "mkdir",
}
MAY_ACCESS_FILES = {
    "source/files.py",
    "source/console.py",  # where nobody reads
    "course/load/badges.py",
    "course/load/course.py",
    "course/load/lists.py",
    "course/load/docs.py",
    "course/load/markdown.py",
    "course/load/settings.py",
    "course/check/site_settings.py",
    "advice/language.py",
    "site/assets/bundles.py",
    "site/assets/graph.py",
    "site/assets/heading_font.py",
    "site/assets/split.py",
    "site/serve/desk.py",
    "hosts/delivery.py",
    "hosts/stage.py",
    "hosts/trouble.py",
    "hosts/zensical.py",
    "badges/keys.py",
    "badges/shelf.py",
    "results/files.py",
    "results/tables.py",
    "results/xapi.py",
    "deploy/servers/__init__.py",
    "deploy/notices/__init__.py",
    "deploy/offline/__init__.py",
    "deploy/lms/check.py",
    "deploy/lms/package.py",
    "deploy/lms/scripts_apart.py",
    "deploy/lms/trim.py",
    "deploy/zip/package.py",
    "deploy/staging.py",
    "locales/__init__.py",
    "questions/examples.py",
    "guide/__init__.py",
    "authoring/beginning.py",
    "authoring/move.py",
    "authoring/updating.py",
    "authoring/workbench.py",
    "commands/badge_acts.py",
    "commands/check.py",
    "commands/course.py",  # from what it was installed
    "commands/project.py",
    "commands/results.py",
    "commands/package.py",
    "commands/dossier.py",
    "commands/publish.py",
    "commands/schema.py",
    "exchange/commands.py",
    "site/assets/minify.py",
    "site/render/compiled.py",
    "exchange/package_in.py",
    "exchange/qti/package.py",
    "exchange/moodle_xml/write.py",
}

MAY_SAY_ANY = {
    "wheel.py",  # the type of the one who builds wheels
    "leerpad/authoring/schema.py",  # JSON Schemas
    "leerpad/hosts/config.py",  # settings of the host, its theme and its extensions
    "leerpad/hosts/mkdocs.py",  # events of any kind
    "leerpad/hosts/plain.py",
    "leerpad/questions/base.py",  # an answer, of which each type knows the shape
    "leerpad/site/markdown/remembered.py",  # Python-Markdown, with what one of its extensions adds
    "leerpad/source/memory.py",  # results of any kind
}
"""Where a shape can't be known: it comes from outside, and others check it."""


@cache
def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def imports_of(file: Path) -> set[str]:
    found = set()
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            found.add(node.module or "")
    return found


def room_of(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def test_a_room_knows_only_the_rooms_before_it() -> None:
    def unknown_to_it(file: Path) -> set[str]:
        imported = imports_of(file)
        hosts = {name for name in imported if name.split(".")[0] in HOSTS}
        found = hosts if file != ENGINE / "hosts" / "mkdocs.py" else set()
        if ENGINE in file.parents and file.parent != ENGINE:
            known = {room_of(name) for name in imported if name.startswith("leerpad.")}
            found |= known - MAY_KNOW[file.relative_to(ENGINE).parts[0]]
        return found

    assert found_in(PYTHON, unknown_to_it) == {}


def test_any_is_said_only_where_a_shape_is_not_known() -> None:
    saying = {
        file.relative_to(HOOKS).as_posix()
        for file in PYTHON
        if re.search(r"^\s*from typing import .*\bAny\b", file.read_text("utf-8"), re.MULTILINE)
    }
    assert saying == MAY_SAY_ANY


def test_faults_and_advice_are_one_record() -> None:
    """Only a remedy and what an author silenced name a code of their own."""
    holding = {
        file.relative_to(ENGINE).as_posix()
        for file in PYTHON
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.ClassDef)
        and any(isinstance(part, ast.AnnAssign) and ast.unparse(part.target) == "code" for part in node.body)
    }
    assert holding == {"source/diagnostics.py", "source/repair.py", "source/silences.py"}


def names_of_question_types(file: Path) -> set[str]:
    """The types that a file imports, or names as a text of their own."""
    imported = {name.split(".")[2] for name in imports_of(file) if name.startswith("leerpad.questions.")}
    tree = tree_of(file)
    return (imported | {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}) & TYPES.keys()


def test_no_question_type_is_named_outside_its_folder_and_the_registry() -> None:
    questions = ENGINE / "questions"

    def foreign_names(file: Path) -> set[str]:
        return names_of_question_types(file) - ({file.parent.name} if file.parent.parent == questions else set())

    exchange = ENGINE / "exchange"  # where a format has words like ours
    files = [file for file in PYTHON if file != questions / "__init__.py" and exchange not in file.parents]
    assert found_in(files, foreign_names) == {}


def test_did_you_mean_is_said_in_one_place() -> None:
    said = re.compile(r'\}_suggestion|_suggestion" if')
    elsewhere = [file for file in PYTHON if file != ENGINE / "source" / "names.py"]
    assert found_in(elsewhere, lambda file: said.findall(file.read_text("utf-8"))) == {}


def called_names(file: Path) -> set[str]:
    tree = tree_of(file)
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {call.attr for call in calls if isinstance(call, ast.Attribute)} | {
        call.id for call in calls if isinstance(call, ast.Name)
    }


def test_files_are_read_in_few_places() -> None:
    others = [
        file
        for file in PYTHON
        if ENGINE in file.parents and file.relative_to(ENGINE).as_posix() not in MAY_ACCESS_FILES
    ]
    assert found_in(others, lambda file: called_names(file) & FILE_ACCESS) == {}


def test_only_files_called_after_the_theme_know_it() -> None:
    """`data-search-exclude` is in templates all the same: the search of Material and that of Zensical ask for it there."""
    named = re.compile(r"data-md|--md-|\bmd-[a-z]")
    files = [file for kind in ("py", "js", "css", "html", "jinja", "ts") for file in HOOKS.rglob(f"*.{kind}")]
    others = [
        file for file in files if not file.name.startswith("theme_material") and file != ENGINE / "hosts/material.py"
    ]
    assert found_in(others, lambda file: named.findall(file.read_text("utf-8"))) == {}


def test_a_file_can_be_read_in_one_sitting() -> None:
    """Tests too."""
    rooms = (HOOKS, REPOSITORY / "tests")
    files = [file for room in rooms for kind in ("py", "js", "css", "d.ts") for file in room.rglob(f"*.{kind}")]

    def lines_too_many(file: Path) -> int:
        return max(0, len(file.read_text("utf-8").splitlines()) - 300)

    assert found_in(files, lines_too_many) == {}


def test_no_module_waits_for_itself() -> None:
    """Imports that are there for types alone don't run, and don't count."""
    modules = modules_of_engine()
    needs = {name: run_time_imports(file) & modules.keys() - {name} for name, file in modules.items()}
    TopologicalSorter(needs).prepare()  # raises CycleError, which names the circle


@pytest.mark.parametrize("library", ["lxml", "PIL", "cryptography", "duckdb", "fontTools"])
def test_a_build_of_a_site_does_not_load_a_library_for_other_work(library: str) -> None:
    """Each takes megabytes, and time before anything is said."""
    modules = modules_of_engine()
    loaded, waiting = set(), ["leerpad.hosts.mkdocs"]
    while waiting:
        name = waiting.pop()
        if name not in loaded:
            loaded.add(name)
            waiting += run_time_imports(modules[name]) & modules.keys()

    assert [
        name for name in loaded if library in {found.partition(".")[0] for found in imports_of(modules[name])}
    ] == []


def modules_of_engine() -> dict[str, Path]:
    """Its files, by the names under which they are imported."""
    return {".".join(file.relative_to(HOOKS).with_suffix("").parts).removesuffix(".__init__"): file for file in PYTHON}


def run_time_imports(file: Path) -> set[str]:
    """The modules that a file imports when it is loaded, and what it takes from a folder of modules."""
    tree = tree_of(file)
    typing = [node for node in tree.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"]
    left_out = {inner for node in typing for inner in ast.walk(node)}
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node not in left_out:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return found
