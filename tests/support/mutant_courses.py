"""Small good courses around one file of each kind, to be broken by `support.mutants`."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from leerpad.questions import TYPES
from leerpad.questions.examples import load_examples
from support.misnamed import keys, references, same_ids
from support.mutants import entries, values, wrong_types
from support.scans import SCAN, composed
from support.torn import cuts, encodings, nothing, shifts, signs
from support.trees import level, question, quiz

if TYPE_CHECKING:
    from collections.abc import Iterator

    from support.mutants import Mutant

SETTINGS = "site_name: Proef\nextra:\n  leerpad:\n    course_id: proef\n    gating: advised\n    pass_mark: 60%\n"

LEVEL = """\
# yaml-language-server: $schema=../level.schema.json
id: basis
title: Eén niveau
summary: 'Over een basis: hoe het begint.'
goals:
  - Je kunt meedoen.
  - Je kunt zeggen waarom.
quiz: toets
moved_from: [oud, ouder]
sign: teken.svg
"""

LESSON = """\
---
title: 'Het begin: één les'
summary: Waar het begint.
goals:
  - Je kunt beginnen.
  - Je kunt verdergaan.
minutes: 5
moved_from:
  - basis/oude-les
actions:
  - id: doe-iets
    text: 'Doe dit: iets kleins.'
    if: [het begint, er iets wacht]
  - {id: doe-meer, text: Doe *meer*.}
sources: [boek-2001, wet-2020]
---
## Kop

Een tekst [@boek-2001] met een [link](02-verder.md) en een ![beeld](beeld.svg).

<!-- quiz: oefening -->

Nog een tekst.
"""

TEST = """\
# yaml-language-server: $schema=../quiz.schema.json
id: toets
kind: quiz
title: Eén toets
intro: Zie [de les](../../modules/1-basis/01-begin.md).
mode: test
pass_mark: 70%
draw: 1
shuffle: true
bands:
  - {from: 0%, text: Lees nog eens.}
  - from: 60%
    text: "Dat is *genoeg*."
questions:
  - id: t-1
    type: single_choice
    prompt: 'Een team vraagt: “Wat nu?”'
    choices:
      - text: Fout
        feedback: Reden van fout.
      - text: Goed
        correct: true
        feedback: |
          Reden van goed.

          In twee alinea's.
      - text: Geen van deze
        pinned: true
    shuffle: true
    hint: Denk na.
    explanation: >-
      Een uitleg die over
      twee regels loopt.
    lesson: begin
    points: 2
  - id: t-2
    type: true_false
    prompt: Klopt het?
    correct: false
"""

Rule = Callable[[str], "Iterator[Mutant]"]
YAML_RULES: list[Rule] = [wrong_types, values, keys, references, same_ids, shifts, signs]
FILE_RULES: list[Rule] = [cuts, encodings, nothing]

EXERCISE = quiz("oefening", question("o-1"), keys="")

TERMS = """\
terms:
  - id: richting
    term: richting
    also: [duidelijke richting, koers]
    explanation: Weten *waarheen*.
    lesson: begin
    see: [koers-2]
  - id: koers-2
    term: vaarwater
    explanation: 'Waar je vaart: hier.'
"""

SOURCES = """\
sources:
  - id: boek-2001
    authors: [Jansen, De Vries]
    year: 2001
    title: Een boek
    in: Uitgeverij
    language: nl
    kind: book
    certainty: full
    shows: Dat het kan.
    limit: 'Eén land: dit.'
    doi: 10.1234/abc
  - id: wet-2020
    authors: De wetgever
    title: Een wet
    kind: law
    certainty: known
    shows: Wat moet.
    limit: Niet hoe.
    url: https://wetten.nl/wet
"""

SIGN = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
<path d="M0 0L9 9"/>
</svg>
"""

FILES = {
    "mkdocs.yml": SETTINGS,
    "docs/index.md": "# Welkom\n\n<!-- path -->\n",
    "modules/1-basis/level.yml": LEVEL,
    "modules/1-basis/01-begin.md": LESSON,
    "modules/1-basis/02-verder.md": "---\ntitle: Verder\nsummary: Hoe het verdergaat.\n---\nTekst.\n",
    "modules/1-basis/beeld.svg": "<svg/>",
    "modules/1-basis/teken.svg": SIGN,
    "docs/begrippen.md": "# Begrippen\n\n<!-- terms -->\n",
    "docs/glossary.yml": TERMS,
    "docs/bronnen.md": "# Bronnen\n\n<!-- sources -->\n",
    "docs/sources.yml": SOURCES,
    "quizzes/1-basis/toets.yml": TEST,
    "quizzes/oefening.yml": EXERCISE,
}


SMALL = {
    "mkdocs.yml": SETTINGS,
    "modules/1-basis/level.yml": level("basis", "B").replace("toets-basis", "toets"),
    "modules/1-basis/01-begin.md": FILES["modules/1-basis/02-verder.md"],
    "quizzes/toets.yml": quiz("toets", question("o-1")),
}
"""A good course with no more than it needs, for what stands apart from the rest."""


class Subject(NamedTuple):
    """A good course, and the file in it that is to be broken.

    `others` are keys in it that aren't ours, or that are broken in another subject; each with the keys that lead there.
    """

    files: dict[str, str]
    path: str
    others: frozenset[tuple[str, ...]] = frozenset()

    def mutants(self, rule: Rule) -> Iterator[Mutant]:
        """The mutants by one rule. A rule of YAML sees the front matter of a lesson, and its lines are moved along."""
        text = self.files[self.path]
        if rule not in YAML_RULES or not self.path.endswith(".md"):
            yield from (mutant for mutant in rule(text) if _keys_to(mutant) not in self.others)
            return
        head, fence, body = text[4:].partition("\n---\n")
        for mutant in rule(head + "\n"):
            assert isinstance(mutant.text, str)
            lines = None if mutant.lines is None else frozenset(line + 1 for line in mutant.lines)
            yield mutant._replace(text=f"---\n{mutant.text.rstrip(chr(10))}{fence}{body}", lines=lines)


def _keys_to(mutant: Mutant) -> tuple[str, ...]:
    steps = mutant.what.partition(" ")[0].split("/")
    return tuple(step for step in steps if not step.isdigit())


OF_EVERY_TYPE = {
    ("id",),
    ("title",),
    ("questions",),
    *(("questions", key) for key in ("id", "prompt", "hint", "lesson")),
}


def _subjects() -> dict[str, Subject]:
    scan_files = {**SMALL, "docs/scan.md": "<!-- scan: proefscan -->\n"}
    small_scan = re.sub(r"level: \w+", "level: basis", SCAN)
    in_parts = re.sub(r"level: \w+", "level: basis", composed())
    found = {
        "level": Subject(FILES, "modules/1-basis/level.yml"),
        "lesson": Subject(FILES, "modules/1-basis/01-begin.md"),
        "terms": Subject(FILES, "docs/glossary.yml"),
        "sources": Subject(FILES, "docs/sources.yml"),
        "sign": Subject(FILES, "modules/1-basis/teken.svg"),
        "quiz": Subject(FILES, "quizzes/1-basis/toets.yml"),
        "scan": Subject({**scan_files, "quizzes/scan.yml": small_scan}, "quizzes/scan.yml"),
        "scan in parts": Subject({**scan_files, "quizzes/scan.yml": in_parts}, "quizzes/scan.yml"),
        "settings": Subject(FILES, "mkdocs.yml", frozenset({("site_name",)})),
    }
    seen = set[tuple[str, ...]]()
    for kind in TYPES:
        seen &= OF_EVERY_TYPE
        for number, example in enumerate(load_examples(kind)):
            keys = {("questions", *entry.inside, entry.name) for entry in entries(example.yaml)}
            if keys <= seen:
                continue
            item = textwrap.indent(example.yaml, "    ")[4:]
            text = f"id: proef\ntitle: Proef\nquestions:\n  - {item}\n"
            files = {**SMALL, "quizzes/proef.yml": text}
            found[f"{kind} {number + 1}"] = Subject(files, "quizzes/proef.yml", frozenset(seen))
            seen |= keys | OF_EVERY_TYPE
    return found


SUBJECTS = _subjects()
