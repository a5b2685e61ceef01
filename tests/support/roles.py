"""A course whose readers have roles: a lesson with steps for each, and one with actions only."""

from __future__ import annotations

from support.trees import SETTINGS, course, lesson

ROLES = """\
    roles:
      - {id: leider, name: Leidinggevende}
      - {id: werker, name: Medewerker}
      - {id: hr, name: HR business partner}
"""
BOX = """\
## Wat doe je maandag?

!!! praktijk "In de praktijk"
    Kies één stap.

    - **Leidinggevende:** vraag *twee* collega’s wat voorgaat.
    - __medewerker__: vraag wat mag wachten.
    - **HR  business partner:** leg twee jaardoelen naast elkaar.
    - Zet de dag in je agenda.

- **Let op:** buiten het vak is dit gewone tekst.
"""
ACTIONS = """[
  {id: kiezen, text: Kies drie prioriteiten., role: leider},
  {id: wachten, text: Vraag wat wacht., role: werker, if: [er een klus bij komt]},
  {id: iedereen, text: Bedank iemand.}]"""


def role_files(settings: str = ROLES) -> dict[str, str | bytes]:
    """The small course with these roles; the second lesson has steps for one of them only."""
    return {
        **course(),
        "mkdocs.yml": SETTINGS.replace("    gating: required\n", f"    gating: required\n{settings}"),
        "modules/0-een/01-een-a.md": lesson("Les een A", BOX, actions=ACTIONS),
        "modules/0-een/02-een-b.md": lesson(
            "Les een B", '!!! praktijk "Doe"\n    - **Medewerker:** eerste.\n    - **Medewerker:** tweede.'
        ),
    }
