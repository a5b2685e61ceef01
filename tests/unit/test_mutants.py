"""Good files of every kind, broken by rules: each slip is told in the right file, at the right line, in good words."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Annotated

import pytest
import yaml
from pydantic import Field
from support.faults import checked
from support.misnamed import references
from support.mutant_courses import FILE_RULES, FILES, SUBJECTS, YAML_RULES
from support.torn import bodies, cuts, drawings, shifts, signs
from support.trees import REPOSITORY, write_tree
from unit.test_schema import BIBLIOGRAPHY_SCHEMA, GLOSSARY_SCHEMA, LEVEL_SCHEMA, as_editor, complaint

import cli
from leerpad.locales import LANGUAGES, load_locale
from leerpad.source.diagnostics import Report
from leerpad.source.files import SourceText
from leerpad.source.memory import Memory
from leerpad.source.shape import Shaped, shape
from leerpad.source.tree import read_tree

if TYPE_CHECKING:
    from support.mutant_courses import Rule, Subject
    from support.mutants import Mutant

    from leerpad.source.diagnostics import Diagnostic

pytestmark = pytest.mark.xdist_group("mutants")  # what is found is kept for the tests at the end

WHOLE = ("level", "lesson", "quiz", "scan", "settings", "terms", "sources")
RUNS = [
    *(
        (name, rule)
        for name in SUBJECTS
        for rule in YAML_RULES[:5]
        if name != "sign" and (name != "scan in parts" or rule is references)
    ),
    *(
        (name, rule)
        for name in ("level", "lesson", "quiz", "settings", "sources", "fill_in 1")
        for rule in (shifts, signs)
    ),
    *((f"{kind} 1", cuts) for kind in ("scenario", "fill_in", "categorize")),
    *((name, rule) for name in (*WHOLE, "sign") for rule in FILE_RULES),
    ("lesson", bodies),
    ("sign", drawings),
]
SCHEMAS = {
    "modules/1-basis/level.yml": LEVEL_SCHEMA,
    "docs/glossary.yml": GLOSSARY_SCHEMA,
    "docs/sources.yml": BIBLIOGRAPHY_SCHEMA,
}

MANY = 8
"""Faults that one slip may cause: one for each key of a block that is lost."""


class Told:
    """What is told about a mutant."""

    def __init__(self, subject: Subject, mutant: Mutant, found: list[Diagnostic]) -> None:
        self.subject = subject
        self.mutant = mutant
        self.found = found

    def __repr__(self) -> str:
        wanted = sorted(self.mutant.lines or ())
        said = [load_locale("nl").diagnostic(found) for found in self.found[:3]]
        return f"{self.mutant.rule} ({self.mutant.what}), wanted {wanted}: {said}"

    @property
    def is_right(self) -> bool:
        """At one of its lines, in its own file, and nowhere else; or nothing, if that is right."""
        if not self.found:
            return self.mutant.lines is None or (self.mutant.may_be_good and _is_good(self.subject, self.mutant))
        lines = self.mutant.lines or ()
        mine = [found for found in self.found if found.path == self.subject.path]
        there = any(lines_of(found) & set(lines) for found in mine)
        return there and (self.mutant.reaches or mine == self.found) and len(self.found) <= MANY


def lines_of(found: Diagnostic) -> set[int]:
    """The line of a fault, and the other line that it names, if it does."""
    return {found.position.line, int(dict(found.params).get("line", 0))}


def _is_good(subject: Subject, mutant: Mutant) -> bool:
    """What the schema says, in which editors look; where there is none, whether all that is needed is there."""
    assert isinstance(mutant.text, str)
    if subject.path.startswith("quizzes"):
        return complaint(as_editor(mutant.text)) == ("", "")
    if subject.path in SCHEMAS:
        return complaint(as_editor(mutant.text), SCHEMAS[subject.path]) == ("", "")
    if subject.path.endswith(".md"):
        parts = mutant.text.split("---\n")
        return (
            parts[0] == ""
            and len(parts) > 2
            and parts[2].strip() != ""
            and {"title", "summary"} <= set(_data(parts[1]))
        )
    return "course_id" in _data(mutant.text)["extra"]["leerpad"]


def _data(text: str) -> dict[str, dict[str, dict[str, str]]]:
    data = yaml.load(text, Loader=yaml.BaseLoader)
    assert isinstance(data, dict)
    return data


@cache
def folder_of(name: str) -> Path:
    folder = write_tree(Path(mkdtemp(prefix="mutants-")), {**SUBJECTS[name].files})
    assert checked(folder)[1].faults == []
    return folder


@cache
def told(name: str, rule: Rule) -> list[Told]:
    """Everything that is told about all mutants of a subject by one rule."""
    subject, folder, memory = SUBJECTS[name], folder_of(name), Memory()
    results = []
    for mutant in subject.mutants(rule):
        write_tree(folder, {subject.path: mutant.text})
        memory.turn()
        # What was read of the other files changes nothing, as test_loop.py shows.
        results.append(Told(subject, mutant, checked(folder, memory)[1].faults))
    write_tree(folder, {subject.path: subject.files[subject.path]})
    return results


@pytest.mark.parametrize(("name", "rule"), RUNS, ids=[f"{name}-{rule.__name__}" for name, rule in RUNS])
def test_every_slip_is_told_in_its_file_at_its_line(name: str, rule: Rule) -> None:
    assert [result for result in told(name, rule) if not result.is_right] == []


def test_there_are_more_than_a_hundred_kinds_of_slips() -> None:
    kinds = {(name, result.mutant.rule) for name, rule in RUNS for result in told(name, rule) if result.found}
    slips = sum(1 for name, rule in RUNS for result in told(name, rule) if result.found)
    assert len(kinds) > 300
    assert slips > 3000


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_told_is_one_line_in_the_words_of_the_author(language: str) -> None:
    """No words of Python, no gaps left, nothing that can't be seen, and not a whole file in one message."""
    locale = load_locale(language)
    lines = {locale.diagnostic(found) for name, rule in RUNS for result in told(name, rule) for found in result.found}
    strange = re.compile(r"None|\['|\{'|<class|\{\w+\}|\d+ validation|[^\S ]|[\x00-\x1f\u200b\ufeff]")
    assert [
        line for line in lines if strange.search(re.sub(r"\{\{\w*\}\}|\{[\w-]+\}", "", line)) or len(line) > 600
    ] == []


def test_all_faults_of_twenty_broken_files_come_in_one_run_sorted_and_each_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files: dict[str, str | bytes] = {**FILES}
    slips = {}
    for number, kept in enumerate(_twenty_slips(), start=1):
        text = kept.mutant.text if isinstance(kept.mutant.text, bytes) else kept.mutant.text.encode()
        # Each stands in the course once more, under another name.
        path = f"quizzes/{number:02}.yml"
        files[path] = re.sub(rb"^id: proef", b"id: proef-%d" % number, text, flags=re.MULTILINE)
        slips[path] = kept
    write_tree(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    assert cli.main(["check", "--no-advice"]) == 1
    said = [line for line in capsys.readouterr().out.splitlines() if re.match(r"\S+:\d+:\d+  ", line)]
    places = [
        (match[1], int(match[2]), int(match[3])) for line in said if (match := re.match(r"(\S+):(\d+):(\d+)  ", line))
    ]
    assert places == sorted(places)
    assert len(said) == len(set(said))
    assert {path for path, _, _ in places} == set(slips)
    for path, kept in slips.items():
        lines = {line for other, line, _ in places if other == path}
        assert lines & set(kept.mutant.lines or ()), kept


def _twenty_slips() -> list[Told]:
    """One slip of each of twenty kinds, in questions of every type."""
    names = [name for name in SUBJECTS if SUBJECTS[name].path == "quizzes/proef.yml"]
    kept: dict[str, Told] = {}
    for number in range(20):
        name = names[number % len(names)]
        results = [result for rule in YAML_RULES[:4] for result in told(name, rule)]
        new = next(
            (
                one
                for one in results
                if one.found and one.mutant.rule not in kept and "key twice" not in one.mutant.rule
            ),
            None,
        )
        if new is not None:
            kept[new.mutant.rule] = new
    assert len(kept) == 20
    return list(kept.values())


def test_every_fault_is_reached_by_a_test() -> None:
    """By a mutant here, or by a test that says its words or its code."""
    reached = {found.code for name, rule in RUNS for result in told(name, rule) for found in result.found}
    reached.add("invalid_value")  # by the test below
    others = [file for file in (REPOSITORY / "tests").rglob("*.py") if file.name != Path(__file__).name]
    tests = "\n".join(file.read_text("utf-8") for file in others)
    words = {
        key.removeprefix("fault."): text for key, text in load_locale("nl").words.items() if key.startswith("fault.")
    }
    missed = [
        code
        for code, text in words.items()
        if code not in reached and f'"{code}"' not in tests and not _is_said(text, tests)
    ]
    assert missed == []


def _is_said(text: str, tests: str) -> bool:
    """In whole, or what is wrong without what to do, where that says which fault it is."""
    wrong, _, remedy = text.partition("; ")
    text = text if remedy.startswith("bedoel") else wrong
    pattern = ".{1,200}?".join(re.escape(part) for part in re.split(r"\{\w+\}", text))
    return re.search(pattern, tests) is not None


class Later(Shaped):
    """A model with a rule that has no words of its own yet."""

    name: Annotated[str, Field(min_length=9)]


def test_a_rule_without_words_of_its_own_is_told_too_and_we_have_no_such_rule() -> None:
    report = Report()
    tree = read_tree(SourceText("x.yml", "name: lang\n"), report)
    assert tree is not None
    assert shape("x.yml", tree, Later, report) is None
    assert [load_locale("nl").diagnostic(found) for found in report] == ["x.yml:1:7  “lang” kan niet bij “name”"]
    told_by_mutants = {found.code for name, rule in RUNS for result in told(name, rule) for found in result.found}
    assert "invalid_value" not in told_by_mutants
