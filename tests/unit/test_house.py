"""The house keeps its own rules: who may know whom, no file too long, every word in every language."""

from __future__ import annotations

import ast
import re
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from support.client import without_comments
from support.sources import found_in

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


def test_no_script_names_a_question_type_outside_its_folder() -> None:
    """Nor asks for its script: what a type shares with others stands in `questions/shared`."""

    def foreign_names(file: Path) -> list[str]:
        types = "|".join(TYPES.keys() - {file.parent.name})
        named = rf"\bquestions[./](?:{types})\b|\b(?:{types})\b[^{{}};]*}} = Leerpad\.questions\b"
        return re.findall(named, file.read_text("utf-8"))

    assert found_in(CLIENT, foreign_names) == {}


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


def out_of_its_room(file: Path) -> list[str]:
    """What a script says that only others may say."""
    forbidden = [
        (r"localStorage", ("backend.js", "shelf.js")),  # in a package the shell keeps what is kept
        (r"Date\.now", ("pen.js", "worker.js")),  # the worker isn't a caller of the store
        (r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", ()),
        # Whose whole work it is: the worker under the policy of the site, the other where a learning system asks for it.
        # The third fetches what the site publishes for checking badges.
        (r"fetch\(", ("worker.js", "records.js", "published.js")),
        (
            r"XMLHttpRequest",
            ("theme_material_late_search.js",),
        ),  # which holds a request of the theme back, and makes none
        (r"https?://(?!www\.w3\.org/2000/svg)", ("statements.js",)),  # whose names of things are addresses
        (r"sendBeacon|\bimport\(", ()),
    ]
    script = without_comments(file.read_text("utf-8"))
    return [word for said, may in forbidden if file.name not in may for word in re.findall(said, script)]


def test_the_client_keeps_to_its_rooms() -> None:
    assert found_in(CLIENT, out_of_its_room) == {}


def test_what_must_be_on_the_page_is_found_by_type_without_a_cast() -> None:
    """By `Leerpad.find`, which says what is missing; `| null` is for what may be missing. `find.js` and the shell stand alone."""
    cast = re.compile(r"@type \{[^}|]*\} \*/ \((?:\[\.\.\.)?[\w.]+\.querySelector")
    others = [file for file in CLIENT if file.name not in ("find.js", "shell.js")]
    assert found_in(others, lambda file: cast.findall(file.read_text("utf-8"))) == {}


def test_what_the_build_put_on_an_element_is_read_in_one_way() -> None:
    """By `Leerpad.data`, which knows the shape of each."""
    others = [file for file in CLIENT if file.name != "dom.js"]
    assert found_in(others, lambda file: re.findall(r"JSON\.parse\([^;\n]*dataset", file.read_text("utf-8"))) == {}


def test_what_a_script_makes_has_the_type_of_its_tag() -> None:
    cast = re.compile(r"@type \{HTML\w+\} \*/ \(\s*(?:Leerpad\.)?el\(")
    assert found_in(CLIENT, lambda file: cast.findall(file.read_text("utf-8"))) == {}


def test_nothing_is_done_that_the_minifier_takes_for_nothing() -> None:
    """It drops `void (a && b())` whole, also what b does."""
    dropped = re.compile(r"\bvoid \([^;]*?(?:&&|\|\||\?\?)")
    assert found_in(CLIENT, lambda file: dropped.findall(without_comments(file.read_text("utf-8")))) == {}


def test_only_files_called_after_the_theme_know_it() -> None:
    """`data-search-exclude` is in templates all the same: the search of Material and that of Zensical ask for it there."""
    named = re.compile(r"data-md|--md-|\bmd-[a-z]")
    files = [file for kind in ("py", "js", "css", "html", "jinja", "ts") for file in HOOKS.rglob(f"*.{kind}")]
    others = [
        file for file in files if not file.name.startswith("theme_material") and file != ENGINE / "hosts/material.py"
    ]
    assert found_in(others, lambda file: named.findall(file.read_text("utf-8"))) == {}


def test_a_file_can_be_read_in_one_sitting() -> None:
    files = [*PYTHON, *CLIENT, *ENGINE.rglob("*.css"), *ENGINE.rglob("*.d.ts")]
    lines = {file.relative_to(HOOKS).as_posix(): len(file.read_text("utf-8").splitlines()) for file in files}
    assert {file: count for file, count in lines.items() if count > 300} == {}


def types_beside(file: Path) -> Path:
    """Where a script's types stand: in the folder of its element, or of all question types, or of the core."""
    room, *inner = file.relative_to(ENGINE).parts
    return ENGINE / room / (inner[0] if room == "elements" else "") / "types.d.ts"


def test_a_script_declares_what_it_gives_in_its_own_room() -> None:
    def undeclared(file: Path) -> set[str]:
        given = set(re.findall(r"^ *Leerpad\.(\w+) (?:\?\?)?= ", file.read_text("utf-8"), re.MULTILINE))
        types = (types_beside(file), ENGINE / "client" / "stored.d.ts")
        told = {
            name
            for one in types
            if one.exists()
            for name in re.findall(r"^  (\w+)[(:<]", one.read_text("utf-8"), re.MULTILINE)
        }
        return given - told

    rooms = ("client", "questions", "elements")
    assert found_in([file for file in CLIENT if file.relative_to(ENGINE).parts[0] in rooms], undeclared) == {}


def words_in(*files: Path) -> set[str]:
    return {word for file in files for word in re.findall(r"[a-z]{3,}", file.read_text("utf-8").lower())}


def test_names_that_the_engine_makes_are_english() -> None:
    """Ids, names of files and keys of storage: what an element is called isn't said to a learner, and isn't translated."""
    languages = {
        language: [ENGINE / "locales" / f"{language}.yml", *(ENGINE / "guide" / language).rglob("*.md")]
        for language in LANGUAGES
    }
    dutch = words_in(*languages["nl"]) - words_in(*languages["en"])
    made = re.compile(
        r"\}[-:]+([a-z]{3,})(?=[-`\"'{])|[`\"]([a-z]{3,})-\$?\{|\bid: \"([a-z]{3,})\"|\bor \"([a-z]{3,})\""
    )

    stored = {"kopie", "lopend"}  # read by older scripts too: see client/store.js

    def in_dutch(file: Path) -> set[str]:
        return {word for found in made.findall(file.read_text("utf-8")) for word in found} & dutch - stored

    assert found_in([*PYTHON, *CLIENT, *ENGINE.rglob("*.html")], in_dutch) == {}


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
            r'"(text|list|mapping|whole_number|number|flag|percentage|year|day|url|doi|origin|color|font|role|completion|iri|review_days)"',
            code,
        )
    }
    assert {code_name for code_name in faults if f'"{code_name}"' not in code} - made == set()
    variants = {key for key in words if key.endswith(("_lms", "_lms_shared"))}  # in the place of: Locale.for_delivery
    assert {key.removesuffix("_shared").removesuffix("_lms") for key in variants} <= words
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
