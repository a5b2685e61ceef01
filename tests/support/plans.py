"""A course with steps for an action plan, and plans as a browser keeps them."""

from __future__ import annotations

from typing import Any

from support.trees import course, lesson

ACTIONS = """[
  {id: bellen, text: 'Bel *één* klant, zie [les B](02-een-b.md).', if: [het weekoverleg begint, iemand “spoed” zegt]},
  {id: vragen, text: Vraag wat wacht.}]"""


def plan_files(actions: str = ACTIONS, settings: str = "") -> dict[str, str | bytes]:
    """The small course with these actions in its first lesson, and these settings besides its own."""
    made: dict[str, str | bytes] = {**course()}
    made["modules/0-een/01-een-a.md"] = lesson("Les een A", "Tekst.", actions=actions)
    if settings:
        made["mkdocs.yml"] = str(made["mkdocs.yml"]).replace("gating: required", f"gating: required\n    {settings}")
    return made


def action(text: str, number: int = 1, **more: Any) -> dict[str, Any]:
    """An action on a plan; as a site kept it that knew no occasions, unless told otherwise."""
    empty = {"who": "", "when": "", "lesson": None, "done": False, "removed": False}
    return {"text": text, **empty, "since": number, "at": number, **more}
