"""The work of reading grows with the text, and not with its square, whatever stands in it that is made to be slow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.growth import TIMES, assert_linear
from support.mutant_courses import FILES
from support.reading import LESSON, LEVEL, QUIZ, SIGN, SOURCES, TERMS, is_read, read

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD = "id: toets\ntitle: T\nmode: test\nquestions:\n"
TRUE = "  - {{id: q{0}, type: true_false, prompt: P, correct: true{1}}}\n"
SCAN = "id: toets\nkind: scan\ntitle: T\ncaveats: C\nscale: [a, b]\nbands: [{id: laag, title: L, from: 1}]\n"


def _questions(number: int, more: str = "") -> str:
    return HEAD + "".join(TRUE.format(index, more) for index in range(number))


def _scan(number: int, dimension: str) -> str:
    dimensions = "".join(f"  - {{id: d{index}, title: D}}\n" for index in range(number))
    statements = "".join(f"  - {{id: s{index}, dimension: {dimension}{index}, text: T}}\n" for index in range(number))
    return f"{SCAN}dimensions:\n{dimensions}statements:\n{statements}profiles: [{{id: p, title: P, text: T}}]\n"


def _profiles(number: int) -> str:
    rules = "".join(
        f"  - {{id: p{index}, title: P, text: T, when: {{d{index}: [laag, hog]}}}}\n" for index in range(number)
    )
    return (
        f"{SCAN}dimensions: [{{id: d, title: D}}]\nstatements: [{{id: s, dimension: d, text: T}}]\nprofiles:\n{rules}"
    )


def _gap(text: str) -> str:
    return f"{HEAD}  - id: q\n    type: fill_in\n    prompt: P\n    text: '{text}'\n    gaps: {{a: {{accept: b}}}}\n"


def _rejects(number: int) -> str:
    words = ", ".join(f"w{index}" for index in range(number))
    wrong = "".join(f"            - {{text: x{index}, feedback: F}}\n" for index in range(number))
    return f"{HEAD}  - id: q\n    type: fill_in\n    prompt: P\n    text: 'T {{{{a}}}}'\n    gaps:\n      a:\n          accept: [{words}]\n          reject:\n{wrong}"


def _terms(number: int, see: str) -> str:
    entry = "  - {{id: t{0}, term: woord{0}, explanation: U, see: [{1}{0}]}}\n"
    return "terms:\n" + "".join(entry.format(index, see) for index in range(number))


def _sources(number: int) -> str:
    entry = "  - {{id: bron-{0}, authors: A, year: 2001, title: T, kind: book, certainty: full, shows: S, limit: L}}\n"
    return "sources:\n" + "".join(entry.format(index) for index in range(number))


def _actions(number: int, name: str = "") -> str:
    entries = "".join(f"  - {{id: {name or f'a{index}'}, text: T}}\n" for index in range(number))
    return f"---\ntitle: T\nsummary: S\nactions:\n{entries}---\nTekst.\n"


def _lesson(body: str) -> str:
    return f"---\ntitle: T\nsummary: S\n---\n{body}\n"


LARGE: dict[str, tuple[str, int, Callable[[int], str]]] = {
    "many questions": (QUIZ, 300, _questions),
    "many unknown lessons": (QUIZ, 300, lambda n: _questions(n, ", lesson: ben")),
    "many unknown keys in many questions": (QUIZ, 200, lambda n: _questions(n, ", promt: P")),
    "many unknown keys": (LEVEL, 1500, lambda n: FILES[LEVEL] + "".join(f"sleutel{index}: x\n" for index in range(n))),
    "many keys twice": (LEVEL, 2000, lambda n: FILES[LEVEL] + "title: x\n" * n),
    "many empty keys": (LEVEL, 1500, lambda n: FILES[LEVEL] + "".join(f"sleutel{index}:\n" for index in range(n))),
    "the same id many times": (QUIZ, 300, lambda n: HEAD + TRUE.format(0, "") * n),
    "many dimensions": (QUIZ, 250, lambda n: _scan(n, "d")),
    "many unknown dimensions": (QUIZ, 250, lambda n: _scan(n, "dd")),
    "many unknown words in conditions": (QUIZ, 250, _profiles),
    "many choices": (QUIZ, 400, lambda n: f"{HEAD}  - {{id: q, type: single_choice, prompt: P, choices: [{{text: a, correct: true}}, " + "{text: b}, " * n + "]}\n"),
    "many right and wrong texts": (QUIZ, 250, _rejects),
    "gaps that never end": (QUIZ, 3000, lambda n: _gap("{{ " * n)),
    "tags that never end": (QUIZ, 3000, lambda n: _gap("<{{" * n)),
    "one tag and many gaps": (QUIZ, 3000, lambda n: _gap("<" + "{{b}} " * n)),
    "addresses that never end": (QUIZ, 3000, lambda n: _gap("](" * n)),
    "links that never end": (LESSON, 4000, lambda n: _lesson("](" * n)),
    "images without an address": (LESSON, 4000, lambda n: _lesson("![a]" * n)),
    "dots behind a bracket": (LESSON, 4000, lambda n: _lesson("]x(" + "." * n)),
    "dead links": (LESSON, 250, lambda n: _lesson("".join(f"[a](weg{index}.md)\n" for index in range(n)))),
    "dead links on one line": (LESSON, 250, lambda n: _lesson("".join(f"[a](weg{index}.md) " for index in range(n)))),
    "backticks": (LESSON, 10000, lambda n: _lesson("](" + "`" * n)),
    "runs of backticks": (LESSON, 100, lambda n: _lesson("](" + " ".join("`" * index for index in range(int(n**0.5) * 10)))),
    "a directive and spaces": (LESSON, 8000, lambda n: _lesson("<!-- quiz: a" + " " * n + "x")),
    "a directive and dashes": (LESSON, 8000, lambda n: _lesson("<!-- quiz: a" + "-" * n + "x")),
    "comments that never end": (LESSON, 2000, lambda n: _lesson("<!-- quiz: a\n" * n)),
    "comments in comments": (LESSON, 4000, lambda n: _lesson("<!--" * n)),
    "directives between text": (LESSON, 1000, lambda n: _lesson("x <!-- quiz: a -->\n" * n)),
    "fences": (LESSON, 3000, lambda n: _lesson("```\n~~~\n" * n)),
    "front matter without end": (LESSON, 6000, lambda n: "---\n" + "a: b\n" * n),
    "false spaces": (LEVEL, 1500, lambda n: FILES[LEVEL] + "\u00a0a: b\n" * n),
    "a fault in the last line": (LEVEL, 600, lambda n: "a:\n" + "  - b: c\n" * n + " d\n"),
    "a mark that is never closed": (LEVEL, 4000, lambda n: "a: 'b\n" + "c: d\n" * n),
    "a mark that is closed far away": (LEVEL, 1000, lambda n: "a: 'b\n" + "c: d\n" * n + "e: 'f'\n"),
    "dashes in a text": (LEVEL, 2000, lambda n: "a: b\n" + "  - c\n" * n),
    "half lists": (LEVEL, 1500, lambda n: "goals:\n" + "  - b]\n" * n),
    "strange characters": (LEVEL, 5000, lambda n: FILES[LEVEL] + "\x07\n" * n),
    "many terms": (TERMS, 150, lambda n: _terms(n, "t")),
    "many unknown terms": (TERMS, 150, lambda n: _terms(n, "tt")),
    "many sources": (SOURCES, 150, _sources),
    "many unknown sources": (LESSON, 250, lambda n: _lesson("".join(f"Zin [@bron-{index}].\n" for index in range(n)))),
    "citations that never end": (LESSON, 2000, lambda n: _lesson("[@" * n)),
    "many actions": (LESSON, 150, _actions),
    "the same action many times": (LESSON, 150, lambda n: _actions(n, "a")),
    "brackets in a sign": (SIGN, 1500, lambda n: "<svg>" * n),
    "a long key": (LEVEL, 50000, lambda n: "a" * n + ": b\n"),
    "a long id": (LEVEL, 50000, lambda n: FILES[LEVEL].replace("quiz: toets", f"quiz: {'a' * n}")),
    "a long number": (LESSON, 50000, lambda n: FILES[LESSON].replace("minutes: 5", f"minutes: {'9' * n}")),
    "a long percentage": (QUIZ, 50000, lambda n: FILES[QUIZ].replace("70%", f"{'9' * n}%")),
    "a long answer": (QUIZ, 50000, lambda n: f"{HEAD}  - {{id: q, type: numeric, prompt: P, answer: {'9' * n}}}\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", LARGE)
def test_four_times_as_much_takes_about_four_times_as_long(name: str) -> None:
    path, number, make = LARGE[name]
    assert_linear(lambda text: read(path, text), make(number), make(number * TIMES), FILES[path])


def test_a_text_of_two_megabytes_is_read() -> None:
    page = "Een regel tekst met `code` en een [link](#kop).\n" + "Een regel gewone tekst.\n" * 100
    text = page * 850
    assert len(text) > 2_000_000
    quiz = (
        "id: toets\ntitle: T\nmode: test\nintro: |\n  "
        + text.replace("\n", "\n  ")
        + "\nquestions:\n"
        + TRUE.format(0, "")
    )
    course, _ = read(QUIZ, quiz)
    assert is_read(course, QUIZ)
    course, _ = read(LESSON, _lesson(text))
    assert is_read(course, LESSON)
