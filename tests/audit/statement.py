"""The part of the accessibility statement that is not written by hand: what was measured, and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leerpad.deploy.dossier.accessibility import BEGIN, END, with_marks_of_now

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

_MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]


@dataclass(frozen=True)
class Outcome:
    """What a run without findings looked at. `forms`: light and dark, wide and narrow; `stops`: places where the keyboard
    comes, on all pages together; `learners`: who has nothing stored, some, or all."""

    day: date
    pages: int
    states: int
    forms: int
    axe: str
    chromium: str
    checker: str
    stops: int
    learners: int


def write_statement(file: Path, outcome: Outcome) -> None:
    """Replace what stands between the two comments. Raises ValueError if they aren't there."""
    text = with_marks_of_now(file.read_text("utf-8"))
    before, after = text.index(BEGIN) + len(BEGIN), text.index(END)
    file.write_text(f"{text[:before]}\n\n{as_markdown(outcome)}\n{text[after:]}", "utf-8")


def as_markdown(outcome: Outcome) -> str:
    """The outcome as a table for readers of the statement."""
    day = f"{outcome.day.day} {_MONTHS[outcome.day.month - 1]} {outcome.day.year}"
    rows = {
        "Laatste meting": day,
        "Pagina’s": f"alle {outcome.pages}",
        "Toestanden": f"{outcome.states}, zoals een toets die je net inleverde, een gesloten les of een volle opslag",
        "Vormen": f"{outcome.forms}: licht en donker, op een scherm van 1280 en van 320 pixels",
        "Toegankelijkheid": f"axe-core {outcome.axe}, in Chromium {outcome.chromium}: niets gevonden",
        "Focus": f"{outcome.stops} plaatsen waar het toetsenbord komt, heen en terug, op een scherm van 1280 pixels: elke is te zien, geen onder de kop van de pagina",
        "Verspringen": f"niets verschuift tijdens het laden (CLS onder 0,001), op 1280 en op 320 pixels, voor {outcome.learners} lezers: nieuw, halverwege en klaar",
        "HTML": f"Nu Html Checker {outcome.checker}: geen fouten in alle pagina’s. Wat een script van het thema bij zoeken toevoegt, telt niet mee",
    }
    return "".join(["| wat | uitslag |\n|---|---|\n", *(f"| {what} | {said} |\n" for what, said in rows.items())])
