"""A conversation to be walked through, on three pages, and who walks through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.trees import course, lesson, quiz

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

TALK = """\
  - id: praten
    type: scenario
    prompt: Voer het gesprek.
    points: 2
    start: begin
    steps:
      begin:
        text: Een collega zucht. Wat zeg je?
        choices:
          - {text: Vraag door, feedback: Zij vertelt verder., points: 2, goto: midden}
          - {text: Wacht even, feedback: Het blijft stil., points: 1, goto: begin}
          - {text: Loop weg, goto: slecht}
      midden:
        text: |-
          Zij vertelt wat er is.

          - Te veel werk
          - Te weinig tijd
        choices:
          - {text: Wacht even, feedback: Zij begint opnieuw., goto: begin}
          - {text: Denk mee, feedback: Dat helpt haar., points: 2, goto: goed}
          - {text: Geef raad, feedback: Zij knikt beleefd., points: 1, goto: matig}
    endings:
      goed: {text: Jullie maken een plan., outcome: good}
      matig: {text: Zij doet het op haar manier., outcome: mixed}
      slecht: {text: Zij praat met een ander., outcome: poor}
"""
SECOND = (
    TALK.replace("id: praten", "id: praten-2")
    .replace("Voer het gesprek.", "Voer het nog eens.")
    .replace("Zij knikt beleefd., points: 1", "Zij knikt beleefd., points: 2")
)
SINGLE = """\
  - {id: keuze, type: true_false, prompt: Klopt het?, correct: true}
"""
CHECK = "een/gesprek.html"
TEST = "een/toets.html"
TWO = "een/naast.html"
BOTH = ["Vraag door", "Denk mee"]


def talk_course() -> dict[str, str | bytes]:
    """The small course with that conversation to check by itself, in a test, and beside another like it."""
    files: dict[str, str | bytes] = {**course()}
    for number, name, keys, questions in [
        (11, "gesprek", "", [TALK]),
        (12, "toets", "mode: test\n", [TALK.replace("praten", "praten-3"), SINGLE]),
        (13, "naast", "", [TALK.replace("praten", "praten-4") + "    shuffle: true\n", SECOND]),
    ]:
        files[f"quizzes/{name}.yml"] = quiz(f"quiz-{name}", *questions, keys=keys)
        files[f"modules/0-een/{number}-{name}.md"] = lesson(f"Les {name}", f"<!-- quiz: quiz-{name} -->")
    return files


def say(page: Page | Locator, *choices: str) -> None:
    """Make these choices, one after the other."""
    for choice in choices:
        page.get_by_role("radiogroup", name="Wat doe je?").get_by_label(choice, exact=True).check()
        page.get_by_role("button", name="Verder").click()
