"""The house keeps its own rules: who may know whom, no file too long, every word in every language."""

from __future__ import annotations

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from support.client import without_comments

from leerpad.locales import LANGUAGES, load_locale
from leerpad.questions import TYPES
from leerpad.source.diagnostics import Report
from leerpad.source.files import SourceText
from leerpad.source.tree import read_tree

HOOKS = Path(__file__).parents[2] / "hooks"
ENGINE = HOOKS / "leerpad"
PYTHON = sorted(HOOKS.rglob("*.py"))
CLIENT = sorted(ENGINE.rglob("*.js"))

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
    "commands": _FIRST
    | {"advice", "authoring", "exchange", "results", "site", "deploy", "commands"},  # the host is a program
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
    "course/load/course.py",
    "course/load/lists.py",
    "course/load/docs.py",
    "course/load/markdown.py",
    "course/load/settings.py",
    "course/check/site_settings.py",
    "advice/language.py",
    "site/assets/bundles.py",
    "site/assets/graph.py",
    "site/assets/split.py",
    "site/serve/desk.py",
    "hosts/stage.py",
    "hosts/trouble.py",
    "hosts/zensical.py",
    "results/files.py",
    "results/tables.py",
    "results/xapi.py",
    "deploy/servers/__init__.py",
    "deploy/notices/__init__.py",
    "deploy/offline/__init__.py",
    "deploy/lms/check.py",
    "deploy/lms/package.py",
    "deploy/zip/package.py",
    "deploy/staging.py",
    "locales/__init__.py",
    "questions/examples.py",
    "guide/__init__.py",
    "authoring/beginning.py",
    "authoring/move.py",
    "authoring/updating.py",
    "authoring/workbench.py",
    "commands/check.py",
    "commands/project.py",
    "commands/results.py",
    "commands/package.py",
    "commands/dossier.py",
    "commands/publish.py",
    "commands/schema.py",
    "exchange/commands.py",
    "site/assets/minify.py",
    "exchange/package_in.py",
    "exchange/qti/package.py",
    "exchange/moodle_xml/write.py",
}

MAY_SAY_ANY = {
    "wheel.py",  # the type of the one who builds wheels
    "leerpad/advice/language.py",  # YAML of our own
    "leerpad/authoring/schema.py",  # JSON Schemas
    "leerpad/hosts/config.py",  # settings of the host, its theme and its extensions
    "leerpad/hosts/mkdocs.py",  # events of any kind
    "leerpad/hosts/plain.py",
    "leerpad/hosts/titles.py",  # titles that MkDocs calls read-only, and lets be set
    "leerpad/questions/base.py",  # an answer, of which each type knows the shape
    "leerpad/site/markdown/remembered.py",  # Python-Markdown, with what one of its extensions adds
    "leerpad/source/memory.py",  # results of any kind
}
"""Where a shape can't be known: it comes from outside, and others check it."""


def imports_of(file: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            found.add(node.module or "")
    return found


def room_of(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


@pytest.mark.parametrize("file", PYTHON, ids=lambda file: file.relative_to(HOOKS).as_posix())
def test_a_room_knows_only_the_rooms_before_it(file: Path) -> None:
    imported = imports_of(file)
    if file != ENGINE / "hosts" / "mkdocs.py":
        assert not {name for name in imported if name.split(".")[0] in HOSTS}
    if ENGINE in file.parents and file.parent != ENGINE:
        room = file.relative_to(ENGINE).parts[0]
        known = {room_of(name) for name in imported if name.startswith("leerpad.")}
        assert known <= MAY_KNOW[room]


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
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
        and any(isinstance(part, ast.AnnAssign) and ast.unparse(part.target) == "code" for part in node.body)
    }
    assert holding == {"source/diagnostics.py", "source/repair.py", "source/silences.py"}


def names_of_question_types(file: Path) -> set[str]:
    """The types that a file imports, or names as a text of their own."""
    imported = {name.split(".")[2] for name in imports_of(file) if name.startswith("leerpad.questions.")}
    tree = ast.parse(file.read_text("utf-8"))
    return (imported | {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}) & TYPES.keys()


@pytest.mark.parametrize("file", PYTHON, ids=lambda file: file.relative_to(HOOKS).as_posix())
def test_no_question_type_is_named_outside_its_folder_and_the_registry(file: Path) -> None:
    folder, questions = file.parent, ENGINE / "questions"
    if file == questions / "__init__.py" or ENGINE / "exchange" in file.parents:  # where a format has words like ours
        return
    assert names_of_question_types(file) <= ({folder.name} if folder.parent == questions else set())


@pytest.mark.parametrize("file", CLIENT, ids=lambda file: file.relative_to(ENGINE).as_posix())
def test_no_script_names_a_question_type_outside_its_folder(file: Path) -> None:
    """Nor asks for its script: what a type shares with others stands in `questions/shared`."""
    text = file.read_text("utf-8")
    types = "|".join(TYPES.keys() - {file.parent.name})
    assert not re.search(rf"\bquestions[./](?:{types})\b|\b(?:{types})\b[^{{}};]*}} = Leerpad\.questions\b", text)


@pytest.mark.parametrize("file", PYTHON, ids=lambda file: file.relative_to(HOOKS).as_posix())
def test_did_you_mean_is_said_in_one_place(file: Path) -> None:
    if file != ENGINE / "source" / "names.py":
        assert not re.search(r'\}_suggestion|_suggestion" if', file.read_text("utf-8"))


def called_names(file: Path) -> set[str]:
    tree = ast.parse(file.read_text("utf-8"))
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {call.attr for call in calls if isinstance(call, ast.Attribute)} | {
        call.id for call in calls if isinstance(call, ast.Name)
    }


@pytest.mark.parametrize("file", [file for file in PYTHON if ENGINE in file.parents], ids=lambda file: file.name)
def test_files_are_read_in_few_places(file: Path) -> None:
    if file.relative_to(ENGINE).as_posix() not in MAY_ACCESS_FILES:
        assert not called_names(file) & FILE_ACCESS


@pytest.mark.parametrize("file", CLIENT, ids=lambda file: file.relative_to(ENGINE).as_posix())
def test_the_client_keeps_to_its_rooms(file: Path) -> None:
    script = without_comments(file.read_text("utf-8"))
    if file.name not in ("backend.js", "shelf.js"):  # in a package the shell keeps what is kept
        assert "localStorage" not in script
    if file.name not in ("pen.js", "worker.js"):  # the worker isn't a caller of the store
        assert "Date.now" not in script
    if not file.name.startswith("theme_material"):
        assert ".md-" not in script
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", script)
    # Whose whole work it is: the worker under the policy of the site, the other where a learning system asks for it.
    if file.name not in ("worker.js", "cmi5.js"):
        assert "fetch(" not in script
    if file.name != "late_search.js":  # which holds a request of the theme back, and makes none
        assert "XMLHttpRequest" not in script
    if file.name != "cmi5.js":  # whose names of things are addresses
        assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", script)
    assert not re.search(r"sendBeacon|\bimport\(", script)


@pytest.mark.parametrize("file", CLIENT, ids=lambda file: file.relative_to(ENGINE).as_posix())
def test_what_must_be_on_the_page_is_found_by_type_without_a_cast(file: Path) -> None:
    """By `Leerpad.find`, which says what is missing; `| null` is for what may be missing. `find.js` and the shell stand alone."""
    assert file.name in ("find.js", "shell.js") or not re.search(
        r"@type \{[^}|]*\} \*/ \((?:\[\.\.\.)?[\w.]+\.querySelector", file.read_text("utf-8")
    )


@pytest.mark.parametrize("file", CLIENT, ids=lambda file: file.relative_to(ENGINE).as_posix())
def test_nothing_is_done_that_the_minifier_takes_for_nothing(file: Path) -> None:
    """It drops `void (a && b())` whole, also what b does."""
    assert not re.search(r"\bvoid \([^;]*?(&&|\|\||\?\?)", without_comments(file.read_text("utf-8")))


def test_theme_names_stand_in_one_stylesheet() -> None:
    others = [file for file in ENGINE.rglob("*.css") if file.name != "theme_material.css"]
    assert [file.name for file in others if ".md-" in file.read_text("utf-8")] == []


@pytest.mark.parametrize("file", [*PYTHON, *CLIENT, *ENGINE.rglob("*.css")], ids=lambda file: file.name)
def test_a_file_can_be_read_in_one_sitting(file: Path) -> None:
    longest = 320 if file == ENGINE / "elements/quiz/client.js" else 300
    assert len(file.read_text("utf-8").splitlines()) <= longest


def test_no_module_waits_for_itself() -> None:
    """Imports that are there for types alone don't run, and don't count."""
    modules = {
        ".".join(file.relative_to(HOOKS).with_suffix("").parts).removesuffix(".__init__"): file for file in PYTHON
    }
    needs = {name: run_time_imports(file) & modules.keys() - {name} for name, file in modules.items()}
    TopologicalSorter(needs).prepare()  # raises CycleError, which names the circle


def run_time_imports(file: Path) -> set[str]:
    """The modules that a file imports when it is loaded, and what it takes from a folder of modules."""
    tree = ast.parse(file.read_text("utf-8"))
    typing = [node for node in tree.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"]
    left_out = {inner for node in typing for inner in ast.walk(node)}
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node not in left_out:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_written_twice(language: str) -> None:
    """PyYAML lets the last one win, so that a change to the first would do nothing."""
    report = Report()
    file = ENGINE / "locales" / f"{language}.yml"
    assert read_tree(SourceText(file.name, file.read_text("utf-8")), report) is not None
    assert list(report) == []


def gaps(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything(language: str) -> None:
    here, dutch = load_locale(language).words, load_locale("nl").words
    forms = tuple(f".{form}" for form in ("zero", "two", "few", "many"))  # plurals that a language may have besides
    here = {key: text for key, text in here.items() if not key.endswith(forms)}
    assert sorted(here) == sorted(dutch)
    assert {key: gaps(text) for key, text in here.items()} == {key: gaps(text) for key, text in dutch.items()}


def test_every_word_is_said_and_every_said_word_exists() -> None:
    words = set(load_locale("nl").words)
    code = "\n".join(file.read_text("utf-8") for file in [*PYTHON, *CLIENT, *ENGINE.rglob("*.html")])
    faults = {
        key.split(".", 1)[1].removesuffix("_suggestion") for key in words if key.startswith(("fault.", "advice."))
    }
    made = {
        f"expected_{kind}"
        for kind in re.findall(
            r'"(text|list|mapping|whole_number|number|flag|percentage|year|day|url|doi|origin|color|completion|iri|review_days)"',
            code,
        )
    }
    assert {code_name for code_name in faults if f'"{code_name}"' not in code} - made == set()
    variants = {key for key in words if key.endswith("_lms")}  # said in the place of another: Locale.for_delivery
    assert {key.removesuffix("_lms") for key in variants} <= words
    client = {key.removeprefix("client.") for key in words - variants if key.startswith("client.")}
    prefixes = set(re.findall(r"`([\w.]+)\$\{", code)) | set(re.findall(r"`([a-z]+\.)\$\{", code))
    unsaid = {
        key
        for key in client
        if f'"{key}"' not in code
        and f'"{key.rsplit(".", 1)[0]}"' not in code
        and not any(prefix and key.startswith(prefix) for prefix in prefixes)
        and f'"{key.split(".", 1)[1].removesuffix("_about")}"' not in code
    }
    assert unsaid == set()
