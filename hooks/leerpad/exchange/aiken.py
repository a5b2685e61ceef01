"""Aiken, the simplest format there is: a question, choices `A.` to `Z.`, and `ANSWER: B`.

Described at https://docs.moodle.org/en/Aiken_format.
"""

from __future__ import annotations

import re
from html import escape

from leerpad.exchange.foreign import Foreign, Haul, Spot, texts_of
from leerpad.questions.neutral import ChoiceForm, Option

_CHOICE = re.compile(r"\s*([A-Za-z])[.)]\s+(\S.*)")
_ANSWER = re.compile(r"\s*ANSWER:\s*([A-Za-z](?:\s*,\s*[A-Za-z])*)\s*$", re.IGNORECASE)


def is_aiken(text: str) -> bool:
    """Whether a text looks like it: it has choices and answers on lines of their own."""
    lines = text.split("\n")
    return any(_ANSWER.match(line) for line in lines) and any(_CHOICE.match(line) for line in lines)


def read_aiken(data: bytes, file: str = "") -> Haul:
    """Everything in the file. What comes without an answer is reported too."""
    haul = Haul()
    prompt: list[str] = []
    choices: list[tuple[str, str]] = []
    start = 0
    for number, line in enumerate([*texts_of(data, file).split("\n"), ""], start=1):
        answer, choice = _ANSWER.match(line), _CHOICE.match(line)
        if answer:
            haul.questions.append(_question(prompt, choices, answer[1], Spot(file, start or number)))
            prompt, choices, start = [], [], 0
        elif choice and prompt:
            choices.append((choice[1].upper(), choice[2].strip()))
        elif line.strip():
            start = start or number
            prompt.append(line.strip())
    if prompt or choices:
        haul.questions.append(_question(prompt, choices, "", Spot(file, start)))
    return haul


def _question(prompt: list[str], choices: list[tuple[str, str]], answer: str, spot: Spot) -> Foreign:
    found = Foreign(spot, "aiken", title=" ".join(prompt), prompt=escape(" ".join(prompt), quote=False))
    right = {letter.strip().upper() for letter in answer.split(",")}
    if not right & {letter for letter, _ in choices}:
        found.note("unclear")
        return found
    options = tuple(Option(escape(text, quote=False), letter in right) for letter, text in choices)
    found.form = ChoiceForm(options, several=len(right) > 1, shuffle=False)
    return found
