"""How much fits. One table for the forms, the store, what reads stored progress, and what authors write."""

from __future__ import annotations

LIMITS = {
    "id": 120,  # letters in a name of a lesson, quiz or question
    "text": 20_000,  # letters that a learner writes in one place
    "name": 80,  # letters of the name on certificates
    "action": 500,  # letters of an own action on the plan
    "cue": 120,  # letters of an own occasion for an action
    "card": 250,  # letters of what is needed, and of a question, on the card for a talk
    "who": 100,  # letters of who does it
    "items": 500,  # questions in one attempt; choices, rows or gaps in one answer
    "scale": 10,  # the highest answer on a scale
    "day": 2_932_896,  # the last day of the year 9999, counted since 1970
    "unknown": 500_000,  # letters of a later version's parts that are kept without being understood
}
