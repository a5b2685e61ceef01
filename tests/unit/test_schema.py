"""Editor help: the schemas know what we know, blame the right key in Dutch, and the editor's settings find them."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from support.faults import LEVEL, TEST, Case
from support.scans import SCAN
from support.trees import REPOSITORY, question, quiz
from unit.test_faults import CASES

from leerpad.authoring.schema import SCHEMAS
from leerpad.authoring.starters import level_starter, question_starter, quiz_starter, scan_starter
from leerpad.course.model.files import QuizFile
from leerpad.locales import LANGUAGES, load_locale
from leerpad.questions import TYPES
from leerpad.questions.examples import load_examples
from leerpad.source.diagnostics import Report
from leerpad.source.files import SourceText
from leerpad.source.tree import Mapping, Scalar, Sequence, read_tree

if TYPE_CHECKING:
    from leerpad.source.tree import Node

DUTCH = load_locale("nl")
QUIZ_SCHEMA, LEVEL_SCHEMA, GLOSSARY_SCHEMA, BIBLIOGRAPHY_SCHEMA = (json.loads(make(DUTCH)) for make in SCHEMAS.values())

SEEN = {
    "wrong key", "strange key", "missing key", "level without test", "list for text", "text for list", "empty value",
    "bad id",
    "long id", "level that can't be", "no questions", "unknown type", "no type", "key of a choice", "one choice",
    "not a flag", "not a number", "number out of range", "points for a thought", "too many points", "not a percentage", "unknown mode",
}  # fmt: skip
"""The faults of keys, types and words: what a schema can see. The others ask for more than one key or file."""


def as_editor(text: str) -> Any:
    """The data that an editor makes of YAML 1.2: `yes` is text, `12` a number."""
    tree = read_tree(SourceText("", text), Report())
    return None if tree is None else _data(tree)


def _data(node: Node) -> Any:
    if isinstance(node, Mapping):
        return {key: _data(value) for key, value in node.entries.items()}
    if isinstance(node, Sequence):
        return [_data(item) for item in node.items]
    assert isinstance(node, Scalar)
    if node.is_plain and node.text in ("true", "false"):
        return node.text == "true"
    if node.is_plain and re.fullmatch(r"[-+]?\d+(\.\d+)?", node.text):
        return float(node.text) if "." in node.text else int(node.text)
    return node.data()


def complaint(data: Any, schema: dict[str, Any] = QUIZ_SCHEMA) -> tuple[str, str]:
    """The place and the words of what an editor says first; empty if it says nothing."""
    error = best_match(Draft202012Validator(schema).iter_errors(data))
    return ("", "") if error is None else ("/".join(str(step) for step in error.absolute_path), error.message)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", SCHEMAS)
def test_every_key_and_every_word_to_choose_from_is_explained(path: str, language: str) -> None:
    schema = json.loads(SCHEMAS[path](load_locale(language)))
    Draft202012Validator.check_schema(schema)
    for definition in [schema, *schema.get("$defs", {}).values()]:
        for key, value in definition.get("properties", {}).items():
            assert value.get("description") or "$ref" in value, key
            assert len(value.get("enumDescriptions", [])) == len(value.get("enum", [])), key
    assert "null" not in SCHEMAS[path](DUTCH)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_starter_passes(language: str) -> None:
    locale = load_locale(language)
    made = {"name": "naam", "title": "Titel: één"}
    level = level_starter(locale, **made, quiz="toets", quiz_file="toets.yml")
    assert complaint(as_editor(level), LEVEL_SCHEMA) == ("", "")
    for is_test in (False, True):
        text = quiz_starter(locale, **made, file="q.yml", taken=set(), is_test=is_test, lesson="les")
        assert complaint(as_editor(text)) == ("", "")
    assert complaint(as_editor(scan_starter(locale, **made, levels=[("een", "Eén")]))) == ("", "")


@pytest.mark.parametrize("kind", TYPES)
def test_the_starter_and_all_examples_of_each_type_pass(kind: str) -> None:
    frame = "id: q\ntitle: Q\nquestions:\n"
    texts = [question_starter(kind, "v-1", DUTCH)]
    texts += ["  - " + example.yaml.replace("\n", "\n    ") + "\n" for example in load_examples(kind)]
    assert [complaint(as_editor(frame + text)) for text in texts] == [("", "")] * len(texts)


@pytest.mark.parametrize("case", [case for case in CASES if case.file in (LEVEL, TEST)], ids=lambda case: case.name)
def test_the_schema_sees_every_fault_of_keys_types_and_words(case: Case) -> None:
    data = as_editor(case.content) if isinstance(case.content, str) else None
    if data is None:
        assert case.name not in SEEN  # not even YAML: that is told by the reader of YAML
        return
    said = complaint(data, LEVEL_SCHEMA if case.file == LEVEL else QUIZ_SCHEMA)
    assert (said != ("", "")) == (case.name in SEEN), said


def test_all_the_faults_that_it_should_see_are_there() -> None:
    assert {case.name for case in CASES} >= SEEN


@pytest.mark.parametrize("kind", TYPES)
def test_a_typo_is_blamed_on_the_key_that_holds_it(kind: str) -> None:
    """Also beside questions of other types: nobody is told of keys that another type would have."""
    whole: dict[str, Any] = {"id": "q", "title": "Q", "questions": []}
    for name in TYPES:
        example = load_examples(name)[0]
        starter = as_editor("questions:\n" + question_starter(name, f"v-{name.replace('_', '-')}", DUTCH))
        assert example.question.type == name
        whole["questions"] += starter["questions"]
    assert complaint(whole) == ("", "")
    index = [*TYPES].index(kind)
    for key in whole["questions"][index]:
        wrong = deepcopy(whole)
        wrong["questions"][index][f"{key}x"] = wrong["questions"][index].get(key)
        place, words = complaint(wrong)
        assert place == f"questions/{index}"
        assert f"'{key}x' was unexpected" in words
    wrong = deepcopy(whole)
    wrong["questions"][index]["type"] = f"{kind}x"
    assert complaint(wrong)[0] == f"questions/{index}/type"
    del wrong["questions"][index]["type"]
    assert complaint(wrong) == (f"questions/{index}", "'type' is a required property")


def test_a_typo_in_a_part_of_a_question_is_blamed_on_that_part() -> None:
    wrong = as_editor(quiz("q", question("een-1"), question("een-2").replace("correct: true", "corect: true")))
    place, words = complaint(wrong)
    assert place == "questions/1/choices/1"
    assert "'corect' was unexpected" in words


def test_the_schema_sees_a_typo_in_a_scan() -> None:
    assert complaint(as_editor(SCAN)) == ("", "")
    assert "'dimensionss' was unexpected" in complaint(as_editor(SCAN.replace("dimensions:", "dimensionss:")))[1]


def test_what_is_wrong_with_an_id_or_a_percentage_is_said_in_words() -> None:
    level_id = LEVEL_SCHEMA["properties"]["id"]
    assert level_id["patternErrorMessage"].startswith("Dit kan geen id zijn")
    assert LEVEL_SCHEMA["properties"]["moved_from"]["items"]["patternErrorMessage"]
    assert "70%" in QUIZ_SCHEMA["$defs"]["QuizFile"]["properties"]["pass_mark"]["patternErrorMessage"]


def snippet_text(body: Any, indent: int = 0) -> str:
    """A snippet as the YAML extension writes it: texts as they are, `$1` and `${1:words}` filled in."""
    pad = " " * indent
    if isinstance(body, dict):
        return "".join(
            f"{pad}{key}:"
            + (f"\n{snippet_text(value, indent + 2)}" if isinstance(value, dict | list) else f" {plain(value)}\n")
            for key, value in body.items()
        )
    return "".join(
        f"{pad}- {snippet_text(item, indent + 2).lstrip()}" if isinstance(item, dict) else f"{pad}- {plain(item)}\n"
        for item in body
    )


def plain(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return re.sub(r"\\\$", "$", re.sub(r"(?<!\\)\$\{\d:(.*?)\}", r"\1", str(value)))


def test_an_editor_writes_a_question_of_each_type() -> None:
    offered = QUIZ_SCHEMA["$defs"]["QuizFile"]["properties"]["questions"]["items"]["defaultSnippets"]
    assert [snippet["label"] for snippet in offered] == [*TYPES]
    for snippet in offered:
        text = f"id: q\ntitle: Q\nquestions:\n{snippet_text([snippet['body']], 2)}"
        tree = read_tree(SourceText("", text), report := Report())
        assert report.faults == []
        assert tree is not None
        made = QuizFile.model_validate(tree.data()).questions[0]
        assert list(made.check()) == []
        assert made.revision() == load_examples(snippet["label"])[0].question.revision()
        assert complaint(as_editor(text)) == ("", "")


def without_comments(text: str) -> str:
    return re.sub(r"^\s*//.*|(?<=[\s,])//[^\"\n]*$", "", text, flags=re.MULTILINE)


def test_the_settings_of_the_editor_find_the_schemas_and_keep_to_our_form() -> None:
    settings = json.loads(without_comments((REPOSITORY / ".vscode/settings.json").read_text("utf-8")))
    assert {path.removeprefix("./") for path in settings["yaml.schemas"]} == set(SCHEMAS)
    assert (settings["editor.insertSpaces"], settings["editor.tabSize"], settings["files.encoding"]) == (
        True,
        2,
        "utf8",
    )
    wanted = json.loads(without_comments((REPOSITORY / ".vscode/extensions.json").read_text("utf-8")))
    assert "redhat.vscode-yaml" in wanted["recommendations"]
    assert "charset = utf-8" in (REPOSITORY / ".editorconfig").read_text("utf-8")
