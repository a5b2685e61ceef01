"""Every piece of advice on questions and tests: the smallest example that gives it, and a near miss."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.advice import KEYS, TEST, Case, advice_on, ask, good_course, paper, report_on, several, try_case
from support.scans import SCAN
from support.trees import lesson

from leerpad.locales import load_locale

if TYPE_CHECKING:
    from pathlib import Path

LONG = ["Kort", "Klein", "Een keuze die veel langer is dan elke andere keuze", "Weinig"]
EVEN = [
    "Kort",
    "Een keuze die ook heel wat woorden heeft gekregen",
    "Een keuze die net zo lang is als die andere keuze",
    "Weinig",
]
PLACED = "    lesson: een-a\n"
TRUE_FALSE = "  - id: vraag-0\n    type: true_false\n    prompt: {}\n    correct: true\n    feedback_true: Ja.\n    feedback_false: Nee.\n    lesson: een-a\n"
NO_FALSE = TRUE_FALSE.format("Dit klopt.").replace("    feedback_false: Nee.\n", "")
ORDER = (
    "  - id: vraag-0\n    type: ordering\n    prompt: Zet op volgorde.\n    lesson: een-a\n{}    items: [een, twee, drie]\n"
    + (
        "  - id: vraag-00\n    type: ordering\n    prompt: Zet op volgorde.\n    lesson: een-a\n    explanation: Zo gaat het.\n    items: [vier, vijf, zes]\n"
    )
)
TALK = """\
  - id: vraag-0
    type: scenario
    prompt: Voer het gesprek.
    lesson: een-a
    start: begin
    steps:
      begin:
        text: Wat zeg je?
        choices:
          - {{text: Geen van bovenstaande, goto: eind, points: 1{}}}
          - {{text: Iets anders, goto: eind, feedback: Dat kan ook.}}
    endings:
      eind: {{text: Klaar., outcome: good}}
"""


def longest(count: int, total: int) -> str:
    """A test in which so many right choices are the longest."""
    telling = [ask(f"lang-{n}", choices=LONG, right=2) for n in range(count)]
    return paper(*several(total - count), *telling)


def placed(right: list[int], keys: str = PLACED) -> str:
    return paper(*(ask(f"vraag-{n}", right=where, keys=keys) for n, where in enumerate(right)))


CASES = [
    Case("the longest", "longest-is-right", TEST, longest(4, 7), "61:15", longest(3, 7)),
    Case("hardly the longest", "longest-is-right", TEST, longest(4, 7), "61:15", longest(4, 7).replace("\n      - text: Klein", f"\n      - text: {EVEN[1]}")),
    Case("always in one place", "right-in-same-place", TEST, placed([1, 1, 1, 0, 2]), "13:15", placed([1, 1, 2, 0, 2])),
    Case("shuffled", "right-in-same-place", TEST, placed([0] * 5), "11:15", placed([0] * 5, "    shuffle: true\n    lesson: een-a\n")),
    *(
        Case(text, "all-of-the-above", TEST, paper(ask("vraag-0", choices=["Een", "Twee", "Drie", text]), *several(6)), "19:15", paper(ask("vraag-0", choices=["Een", "Twee", "Drie", near]), *several(6)))
        for text, near in [
            ("Alle bovenstaande", "Alle collega’s"),
            ("Geen van de bovenstaande antwoorden", "Geen van hen belt terug"),
            ("Geen van deze", "Geen van deze collega’s krijgt van de leiding te horen wat er is besloten"),
            ("Alle antwoorden zijn goed", "Alle klanten zijn tevreden"),
            ("A en B", "A of toch iets anders"),
            ("Antwoord a en b zijn beide juist", "Anna en Bert zijn beide blij"),
            ("'*Alle* bovenstaande.'", "Het bovenstaande bord in de gang vervangen door een nieuw bord"),
        ]
    ),
    Case("all, pinned", "all-of-the-above", TEST, paper(ask("vraag-0", choices=["Een", "Twee", "Drie", "Alle bovenstaande\n        pinned: true"]), *several(6)), "19:15", paper(ask("vraag-0", choices=["Een", "Twee", "Drie", "Geen van deze\n        pinned: true"]), *several(6))),
    Case("in a conversation", "all-of-the-above", TEST, paper(TALK.format(", feedback: Zo."), TALK.format(", feedback: Zo.").replace("vraag-0", "vraag-99").replace("Geen van bovenstaande", "Ja"), *several(8)), "15:20", paper(TALK.format(", feedback: Zo.").replace("Geen van bovenstaande", "Nee dat past hier"), TALK.format(", feedback: Zo.").replace("vraag-0", "vraag-99").replace("Geen van bovenstaande", "Ja"), *several(8))),
    Case("hidden negative", "hidden-negation", TEST, paper(ask("vraag-0", prompt="Wat hoort er niet bij?"), *several(6)), "8:13", paper(ask("vraag-0", prompt="Wat hoort er **niet** bij?"), *several(6))),
    Case("negative in capitals", "hidden-negation", TEST, paper(ask("vraag-0", prompt="Wie doet hier nooit aan mee?"), *several(6)), "8:13", paper(ask("vraag-0", prompt="Wie doet hier NOOIT aan mee?"), *several(6))),
    Case("negative in the story", "hidden-negation", TEST, paper(ask("vraag-0", prompt="Wat past er niet?"), *several(6)), "8:13", paper(ask("vraag-0", prompt="Een levering komt niet op tijd. Wat zeg je?"), *several(6))),
    Case("negative in a quote", "hidden-negation", TEST, paper(ask("vraag-0", prompt="Wat past er niet?"), *several(6)), "8:13", paper(ask("vraag-0", prompt="Wat zeg je na “dat doe ik niet”?"), *several(6))),
    Case("negative in a statement", "hidden-negation", TEST, paper(TRUE_FALSE.format("Wie klaagt, is niet betrokken."), *several(6), TRUE_FALSE.format("Dat is zo.").replace("g-0", "g-9")), "8:13", paper(TRUE_FALSE.format("Wie klaagt, kan betrokken zijn."), *several(6), TRUE_FALSE.format("Dat is zo.").replace("g-0", "g-9"))),
    Case("nearly the same", "similar-choices", TEST, paper(ask("vraag-0", choices=["Eerst luisteren en dan de vraag beantwoorden", "Bellen", "Eerst luisteren, dan vragen beantwoorden", "Gaan"]), *several(6)), "17:15", paper(ask("vraag-0", choices=["Eerst luisteren en dan de vraag beantwoorden", "Bellen", "Eerst praten en dan de vraag beantwoorden", "Gaan"]), *several(6))),
    Case("short choices", "similar-choices", TEST, paper(ask("vraag-0", choices=["Eerst luisteren, dan de vraag beantwoorden", "Bellen", "Eerst luisteren, dan een vraag beantwoorden", "Gaan"]), *several(6)), "17:15", paper(ask("vraag-0", choices=["Klant", "Klanten", "Team", "Teams"]), *several(6))),
    Case("no reasons", "choice-without-reason", TEST, paper(ask("vraag-0", reason=""), *several(6)), "12:9", paper(ask("vraag-0"), *several(6))),
    Case("a reason for one answer", "choice-without-reason", TEST, paper(NO_FALSE, *several(6), TRUE_FALSE.format("Zo is het.").replace("g-0", "g-9")), "6:5", paper(TRUE_FALSE.format("Dit klopt."), *several(6), TRUE_FALSE.format("Zo is het.").replace("g-0", "g-9"))),
    Case("no reasons, no explanation", "choice-without-reason", TEST, paper(ORDER.format(""), *several(6)), "10:13", paper(ORDER.format("    explanation: Zo gaat het.\n"), *several(6))),
    Case("no reasons at all", "choice-without-reason", TEST, paper(ORDER.format(""), *several(6)), "10:13", paper(ORDER.format("").replace("[een, twee, drie]", "[een, {text: twee, feedback: Dat kan pas na een.}, drie]"), *several(6))),
    Case("no reason in a conversation", "choice-without-reason", TEST, paper(TALK.format("").replace("Geen van", "Die"), TALK.format(", feedback: Zo.").replace("g-0", "g-99").replace("Geen van bovenstaande", "Ja"), *several(8)), "15:13", paper(TALK.format(", feedback: Zo.").replace("Geen van", "Die"), TALK.format(", feedback: Zo.").replace("g-0", "g-99").replace("Geen van bovenstaande", "Ja"), *several(8))),
    Case("no lesson", "question-without-lesson", TEST, paper(*several(6), ask("vraag-9", keys="    shuffle: true\n")), f"{6 + 6 * 15}:5", paper(*several(6), "  - {id: denk, type: reflection, prompt: Wat vind jij?}\n")),
    Case("can be guessed", "guessable-test", TEST, paper(*several(4), keys="mode: test\npass_mark: 60%\n"), "4:12", paper(*several(4))),
    Case("can be guessed by the course's mark", "guessable-test", TEST, paper(*several(4), keys="mode: test\n"), "1:1", paper(*several(6), keys="mode: test\n")),
    Case("few questions to draw from", "few-questions-to-draw", TEST, paper(*several(8), keys=KEYS + "draw: 6\n"), "5:7", paper(*several(9), keys=KEYS + "draw: 6\n")),
    Case("a lesson is left out", "draw-misses-lesson", TEST, paper(*several(6), ask("vraag-9", keys="    lesson: een-b\n"), keys=KEYS.replace("80", "100") + "draw: 1\n"), "5:7", paper(*several(6), ask("vraag-9", keys="    lesson: een-b\n"), keys=KEYS.replace("80", "100") + "draw: 2\n")),
    Case("a lesson without a question", "lesson-without-question", "modules/0-een/02-een-b.md", lesson("B", "Tekst."), "1:1", lesson("B", "Tekst.\n\n<!-- quiz: toets-een -->")),
    Case("a type used once", "single-use-type", TEST, paper(*several(9), TRUE_FALSE.format("Zo is het.")), f"{7 + 9 * 15}:11", paper(*several(8), TRUE_FALSE.format("Zo is het."))),
]  # fmt: skip

EXTRA = {
    "a lesson is left out": {"modules/0-een/02-een-b.md": lesson("B", "Tekst.")},
}


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_advice_is_given_at_its_place_and_not_for_a_near_miss(case: Case, tmp_path: Path) -> None:
    try_case(case, tmp_path, EXTRA.get(case.name, {}))


def test_a_good_course_gets_no_advice(tmp_path: Path) -> None:
    assert advice_on(tmp_path, {}) == []


def test_a_course_in_english_is_read_as_english(tmp_path: Path) -> None:
    asked = ask("vraag-0", prompt="Which one does not belong?", choices=["One", "Two", "None of the above", "Four"])
    found = advice_on(tmp_path, {TEST: paper(asked, *several(6))}, "en")
    assert found == [f"{TEST}:8:13 hidden-negation", f"{TEST}:17:15 all-of-the-above"]


def test_what_is_used_nowhere_is_said(tmp_path: Path) -> None:
    files = {
        "quizzes/los.yml": paper(*several(2, 20), keys="").replace("toets-een", "los"),
        "quizzes/scan.yml": SCAN.replace("drie", "een").replace("id: los", "id: los-punt"),
    }
    found = advice_on(tmp_path, files)
    assert found == ["quizzes/los.yml:1:1 unused-quiz", "quizzes/scan.yml:1:1 unused-scan"]
    used = "# Welkom\n\n<!-- quiz: los -->\n\n<!-- scan: proefscan -->\n"
    assert advice_on(tmp_path, {**files, "docs/index.md": used}) == []


def test_the_chance_is_told(tmp_path: Path) -> None:
    files = {**good_course(), TEST: paper(TRUE_FALSE.format("Dit klopt."), keys="mode: test\npass_mark: 80%\n")}
    (found,) = [one for one in report_on(tmp_path, files).advices if one.code == "guessable-test"]
    assert load_locale("nl").message(found).startswith("wie alles gokt, slaagt met 50% kans (vanaf 80% van de punten)")
