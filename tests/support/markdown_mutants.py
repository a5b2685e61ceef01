"""Good lessons in Markdown, changed in one place as a slip of the hand or a word processor would."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from random import Random

GOOD = [
    "## Richting\n\nEen team weet **waarheen** het gaat, en *waarom*. Zie [de les](01-een-a.md) of `make check`.\n\n"
    "- Vraag wat er speelt.\n- Zeg wat je ziet:\n    - kort\n    - eerlijk\n\nDaarna ga je verder.\n",
    '!!! voorbeeld "Uit een winkel"\n    Noor helpt een klant.\n\n    Zij vraagt **eerst** en luistert.\n\n'
    "Wat zou jij doen?\n\n1. Wachten.\n2. Vragen wat er is.\n\n### Verder\n\nNog een zin.\n",
    "Een beeld zegt veel:\n\n![Een pijl](beeld.svg)\n\n| Wat | Hoe |\n|---|---|\n| Tijd | elke **week** |\n| Rust | soms |\n\n"
    "> Een citaat van iemand\n> met twee regels.\n\nKlaar.\n",
    "## Oefenen\n\n<!-- quiz: toets-een -->\n\nTyp dit:\n\n```yaml\ntitle: Les\ngoals: [een]\n```\n\nEn sla het op.[^1]\n\n"
    "[^1]: Met Ctrl en S.\n",
    '<div class="rand" markdown>\n\nEen **rand** om de tekst.\n\n</div>\n\nDruk op <kbd>Enter</kbd> of ga door.\n\n'
    '??? bron "Meer"\n    Uit [het boek](https://voorbeeld.nl).\n\nEinde, en <!-- nog doen --> klaar.\n',
]

_SIGNS = "*_`[]()<>#!|-:\"'\\&~>."
_CURLY = {'"': "”", "'": "’", "-": "–", " ": "\u00a0"}


class Mutant(NamedTuple):
    """A changed lesson, and by what rule."""

    rule: str
    good: str
    text: str


def mutant(random: Random) -> Mutant:
    """One of the good lessons with one change."""
    good = random.choice(GOOD)
    rule = random.choice([*_RULES])
    return Mutant(rule, good, _RULES[rule](good, random))


def _signs(text: str) -> list[int]:
    return [at for at, sign in enumerate(text) if sign in _SIGNS]


def _drop(text: str, random: Random) -> str:
    at = random.choice(_signs(text))
    return text[:at] + text[at + 1 :]


def _double(text: str, random: Random) -> str:
    at = random.choice(_signs(text))
    return text[:at] + text[at] + text[at:]


def _insert(text: str, random: Random) -> str:
    at = random.randrange(len(text))
    return text[:at] + random.choice(_SIGNS) + text[at:]


def _swap(text: str, random: Random) -> str:
    at = min(random.choice(_signs(text)), len(text) - 2)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _word_processor(text: str, random: Random) -> str:
    at = random.choice([at for at, sign in enumerate(text) if sign in _CURLY])
    return text[:at] + _CURLY[text[at]] + text[at + 1 :]


def _space(text: str, random: Random) -> str:
    at = random.choice(_signs(text)) + random.choice([0, 1])
    return text[:at] + " " + text[at:]


def _no_space(text: str, random: Random) -> str:
    at = random.choice([at for at, sign in enumerate(text) if sign == " "])
    return text[:at] + text[at + 1 :]


def _indent(text: str, random: Random) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines) - 1)
    lines[at] = random.choice([" ", "  ", "    ", "\t"]) + lines[at]
    return "\n".join(lines)


def _dedent(text: str, random: Random) -> str:
    lines = text.split("\n")
    at = random.choice([at for at, line in enumerate(lines) if line.startswith(" ")] or [0])
    lines[at] = lines[at][random.choice([1, 2, 4]) :] if lines[at].startswith(" ") else lines[at]
    return "\n".join(lines)


def _no_empty_line(text: str, random: Random) -> str:
    at = random.choice([at for at in range(len(text)) if text.startswith("\n\n", at)])
    return text[:at] + text[at + 1 :]


def _no_line_end(text: str, random: Random) -> str:
    at = random.choice([at for at, sign in enumerate(text[:-1]) if sign == "\n"])
    return text[:at] + text[at + 1 :]


def _empty_line(text: str, random: Random) -> str:
    at = random.choice([at for at, sign in enumerate(text) if sign == "\n"])
    return text[:at] + "\n" + text[at:]


_RULES = {
    "a sign is lost": _drop,
    "a sign is written twice": _double,
    "a sign comes in": _insert,
    "a sign changes places": _swap,
    "a word processor changes a sign": _word_processor,
    "a space comes in": _space,
    "a space is lost": _no_space,
    "a line is indented": _indent,
    "a line is indented less": _dedent,
    "an empty line is lost": _no_empty_line,
    "a line end is lost": _no_line_end,
    "an empty line comes in": _empty_line,
}
