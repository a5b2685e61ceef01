"""A lesson whose check is split: a prediction and a question stand in the text, the rest at the end."""

from __future__ import annotations

from support.trees import course, lesson, question, quiz

CHECK = "quizzes/0-een/check.yml"
LESSON = "modules/0-een/01-een-a.md"
PREDICTION = """\
  - id: vooraf
    type: numeric
    predict: true
    prompt: Hoeveel van de tien?
    answer: 7
    tolerance: 1
    unit: mensen
    feedback: Zeven zeiden het.
    explanation: Uitleg over zeven.
"""
BODY = """\
## Eerst

<!-- quiz: check | vooraf -->

Zeven van de tien.

## Dan

<!-- quiz: check | midden -->

Nog meer tekst.

## Wat weet je nu?

<!-- quiz: check -->
"""

OTHERS = """\
  - {id: gok-een, type: single_choice, predict: true, prompt: Welke?, choices: [{text: Links, feedback: Waarom niet links.}, {text: Rechts, correct: true, feedback: Waarom rechts.}]}
  - {id: gok-meer, type: multiple_choice, predict: true, prompt: Welke allemaal?, choices: [{text: Rood, correct: true}, {text: Geel, feedback: Waarom geel niet.}, {text: Blauw, correct: true}]}
  - {id: gok-waar, type: true_false, predict: true, prompt: Klopt dit?, correct: false, feedback_false: Waarom niet.}
"""


def split_course() -> dict[str, str]:
    """The small course, with a split check in its first lesson."""
    check = quiz("check", question("begin"), PREDICTION, question("midden"), question("eind"), keys="")
    guesses = "\n\n".join(f"<!-- quiz: gokken | gok-{name} -->" for name in ("een", "meer", "waar"))
    return {
        **course(),
        LESSON: lesson("Les een A", BODY),
        CHECK: check,
        "docs/gokken.md": f"# Gokken\n\n{guesses}\n\nTekst.\n\n<!-- quiz: gokken -->\n",
        "quizzes/gokken.yml": quiz("gokken", OTHERS, keys=""),
    }
