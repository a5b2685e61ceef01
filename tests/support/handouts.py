"""A small course with a card and a session for a team."""

from __future__ import annotations

from support.trees import rich_course

CARD = "modules/0-een/kaart-vragen.md"
SESSION = "modules/2-drie/sessie-terugkijken.md"

CARD_TEXT = """\
---
kind: card
title: Drie <vragen> & een antwoord
summary: Om bij de hand te houden.
lessons: [een-a, drie-b]
---
## Stel ze

1. Wat zie je?
2. Wat wil je?
3. Wat doe je?
"""
SESSION_TEXT = """\
---
kind: session
title: Samen terugkijken
summary: In een kwartier kies je één ding.
lessons: [een-a]
---
Nodig: een vel papier.

## Welkom (2 min)

Wat ging goed? Zie [les A](../0-een/01-een-a.md#kop).

!!! begeleider
    Zeg zelf nog niets.

## Kies iets (12 min)

- Wie doet het?
- Wanneer?

```markdown
## Geen stap
```

## Slot (1 min)

Tot volgende week.
"""


def handouts_course() -> dict[str, str | bytes]:
    """The small course with a card in its first level and a session in the last, which is closed at the start."""
    files: dict[str, str | bytes] = {**rich_course(), CARD: CARD_TEXT, SESSION: SESSION_TEXT}
    lesson = str(files["modules/0-een/02-een-b.md"])
    linked = "Doe [de sessie](../2-drie/sessie-terugkijken.md).\n\n<!-- reflect: denk | Wat neem *jij* mee? -->\n"
    return {**files, "modules/0-een/02-een-b.md": lesson + "\n" + linked}
