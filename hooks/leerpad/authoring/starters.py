"""Text of new files: a commented question, lesson, quiz or level, and an id made from a title. Writes nothing."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from typing import TYPE_CHECKING

from leerpad.authoring.schema import key_rows
from leerpad.course.scan.conditions import WORDS
from leerpad.questions import STARTERS, TYPES
from leerpad.questions.base import text_key
from leerpad.questions.examples import load_examples
from leerpad.source.diagnostics import Report
from leerpad.source.files import SourceText
from leerpad.source.scalars import yaml_text
from leerpad.source.shape import Shaped
from leerpad.source.tree import Mapping, Sequence, read_tree

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from collections.abc import Sequence as Sequence_

    from leerpad.locales import Locale
    from leerpad.source.tree import Node

MAX_NAME = 60
# Names that Windows gives to devices: no file can be called so, whatever comes after the dot.
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_NO_NAMES = _DEVICES | {"null"}  # which is nothing to YAML
_UNACCENTED = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "’": "", "'": ""})
_NEVER_IN_YAML = {"\ufeff", "\ufffe", "\uffff"}
_COMMENT_WIDTH = 112


def clean_title(title: str) -> str | None:
    """A title on one line, without spaces around it; None if it holds characters that no text file should hold."""
    line = " ".join(title.split())
    is_bad = any(unicodedata.category(sign) in ("Cc", "Cs") or sign in _NEVER_IN_YAML for sign in line)
    return None if is_bad else line


def name_from(title: str) -> str:
    """An id made from a title: “Eén team, twee doelen” becomes `een-team-twee-doelen`. Empty if nothing is left."""
    plain = unicodedata.normalize("NFKD", title.casefold().translate(_UNACCENTED)).casefold()
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    name = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    if len(name) > MAX_NAME:
        name = name[: MAX_NAME + 1].rpartition("-")[0] or name[:MAX_NAME]
    return name


def free_name(wanted: str, taken: Collection[str]) -> str:
    """The name itself, or else with the first number that makes it one of its own."""
    number, name = 1, wanted
    while name in taken or name in _NO_NAMES:
        number += 1
        name = f"{wanted}-{number}"
    return name


def level_starter(locale: Locale, *, name: str, title: str, quiz: str, quiz_file: str) -> str:
    """A level.yml."""
    return locale.text("starter.level", id=name, title=yaml_text(title), quiz=quiz, file=quiz_file)


def lesson_starter(locale: Locale, *, title: str, roles: Sequence_[str] = ()) -> str:
    """A lesson; its id is the name of its file. It ends with a step for each of the roles, given by their names."""
    step = locale.text("starter.role_step")
    box = [locale.text("starter.role_box"), *(f"    - **{role}:** {step}" for role in roles)]
    todo = "\n".join(box) if roles else locale.text("starter.lesson_todo")
    return locale.text("starter.lesson", title=yaml_text(title), todo=todo)


def handout_starter(locale: Locale, kind: str, *, title: str) -> str:
    """A card or session; its id is the name of its file."""
    return locale.text(f"starter.{kind}", title=yaml_text(title))


def quiz_starter(
    locale: Locale,
    *,
    name: str,
    title: str,
    file: str,
    taken: Collection[str],
    is_test: bool,
    lesson: str | None = None,
) -> str:
    """A quiz to practise with, of two questions, or a test of three; `lesson` is where to read them again."""
    key = "starter.test" if is_test else "starter.quiz"
    questions = _questions(STARTERS["test" if is_test else "practice"], name, taken, locale, lesson)
    return locale.text(key, id=name, title=yaml_text(title), file=file, questions=questions)


def scan_starter(locale: Locale, *, name: str, title: str, levels: Sequence_[tuple[str, str]]) -> str:
    """A scan with a dimension, two statements and a profile for each of these levels, given by id and title."""
    dimensions: dict[str, str] = {}
    statements, profiles = list[str](), list[str]()
    said = [text_key(locale.text("starter.scan_statement", title=title)) for _, title in levels]
    for index, (level, level_title) in enumerate(levels):
        if said.count(said[index]) > 1:  # two statements may not say the same
            level_title = f"{level_title} ({index + 1})"
        dimension = free_name(level, {*WORDS, *dimensions})
        dimensions[dimension] = f"- {{id: {dimension}, title: {_in_flow(level_title)}, level: {level}}}"
        for number, (words, reverse) in enumerate([("statement", ""), ("reversed", ", reverse: true")], start=1):
            text = _in_flow(locale.text(f"starter.scan_{words}", title=level_title))
            statements.append(f"- {{id: {dimension}-{number}, dimension: {dimension}{reverse}, text: {text}}}")
        profiles.append(locale.text("starter.scan_profile", dimension=dimension, level=level).rstrip())
    blocks = {"dimensions": dimensions.values(), "statements": statements, "profiles": profiles}
    lists = {key: textwrap.indent("\n".join(items), "  ") for key, items in blocks.items()}
    return locale.text("starter.scan", id=name, title=yaml_text(title), **lists)


def _in_flow(title: str) -> str:
    """A title between braces, where a comma would end a value without quotation marks."""
    text = yaml_text(title)
    return text if text.startswith("'") else f"'{text}'"


def _questions(types: Sequence_[str], quiz: str, taken: Collection[str], locale: Locale, lesson: str | None) -> str:
    used, seen, made = {*taken, quiz}, set[str](), ""
    for number, kind in enumerate(types, start=1):
        name = free_name(f"{quiz}-{number}", used)
        used.add(name)
        made += question_starter(kind, name, locale, lesson=lesson, seen=seen)
    return made.rstrip("\n")


def question_starter(
    kind: str, name: str, locale: Locale, *, lesson: str | None = None, indent: int = 2, seen: set[str] | None = None
) -> str:
    """A question as an item of a list: the first example of its type, with a comment at each key.

    A key that is in `seen` gets no comment: it had one above. The keys of this question are added.
    """
    seen = set() if seen is None else seen
    example = load_examples(kind, locale.language)[0].yaml
    tree = read_tree(SourceText("", example), Report())
    assert tree is not None  # load_examples has read it
    lines = example.split("\n")
    lines[tree.key_positions["id"].line - 1] = f"id: {name}"
    comments = {
        line: f"{kind}: {locale.text(f'value.type.{kind}')}" if key == "type" else locale.text(f"schema.{key}")
        for key, line in _keys(tree, lines)
        if key == "type" or (key not in seen and f"schema.{key}" in locale.words)
    }
    first, rest = _commented_first(lines, comments.pop(1, None)), []
    for number, line in enumerate(lines[1:], start=2):
        if number in comments:
            rest += _comment(comments[number], line[: len(line) - len(line.lstrip())])
        rest.append(line)
    seen |= {key for key, _ in _keys(tree, lines)}
    if lesson is not None and "lesson" not in tree.entries:
        rest += [] if "lesson" in seen else _comment(locale.text("schema.lesson"), "")
        rest.append(f"lesson: {lesson}")
        seen.add("lesson")
    rest += _also_possible(kind, tree, locale, seen)
    item = [*first[:-1], f"- {first[-1]}", *(f"  {line}" if line else "" for line in rest)]
    return textwrap.indent("\n".join(item), " " * indent) + "\n"


def _commented_first(lines: list[str], comment: str | None) -> list[str]:
    return [*(_comment(comment, "") if comment else []), lines[0]]


def _keys(node: Node, lines: list[str]) -> Iterator[tuple[str, int]]:
    """Each key that begins its line, the first time that it appears, with the number of the line."""
    found: dict[str, int] = {}
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Sequence):
            waiting += reversed(node.items)
        elif isinstance(node, Mapping):
            waiting += reversed(node.entries.values())
            for key, (line, column) in node.key_positions.items():
                if not lines[line - 1][: column - 1].strip(" -"):
                    found[key] = min(line, found.get(key, line))
    yield from found.items()


def _also_possible(kind: str, tree: Mapping, locale: Locale, seen: set[str]) -> list[str]:
    """The keys that the example doesn't show, as comments."""
    rows = [row for row in key_rows(TYPES[kind], Shaped, locale) if "." not in row["path"]]
    missing = [row for row in rows if row["path"] not in tree.entries and row["path"] not in seen]
    if not missing:
        return []
    seen |= {row["path"] for row in missing}
    lines = [line for row in missing for line in _comment(f"{row['path']}: {row['text']}", "", hanging="  ")]
    return [f"# {locale.text('starter.also_possible')}", *lines]


def _comment(text: str, indent: str, *, hanging: str = "") -> list[str]:
    start = f"{indent}# {hanging}"
    return textwrap.wrap(text, _COMMENT_WIDTH, initial_indent=start, subsequent_indent=f"{start}{hanging}")
