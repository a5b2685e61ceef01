"""The accessibility table: what was measured of this course, and how each clause of EN 301 549 was looked at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leerpad.deploy.dossier.criteria import BY_AXE, BY_TEST

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leerpad.deploy.dossier.criteria import Criterion

BEGIN, END = "<!-- Result of make audit; do not change it by hand. -->", "<!-- End of the result. -->"
"""Between these lines of a page stands what a measurement found."""
EARLIER = {
    "<!-- Uitslag van make audit; verander hem niet met de hand. -->": BEGIN,
    "<!-- Einde van de uitslag. -->": END,
}
"""What those lines were before, and still are in pages of a course that wasn't measured since."""
_MEASURED = re.compile(f"{re.escape(BEGIN)}(.*?){re.escape(END)}", re.DOTALL)


def with_marks_of_now(text: str) -> str:
    """The page with the lines as they are written today."""
    for earlier, now in EARLIER.items():
        text = text.replace(earlier, now)
    return text


def measured(texts: Iterable[str]) -> str:
    """The table of the measurement, from the page of the course that holds it; empty if nothing was measured."""
    found = (_MEASURED.search(with_marks_of_now(text)) for text in texts)
    return next((match[1].strip() for match in found if match), "")


def how_looked(criterion: Criterion, *, is_measured: bool) -> list[str]:
    """The keys of the words for how a criterion was looked at; by nobody is `person`: that asks for one."""
    ways = ["axe"] if is_measured and criterion.number in BY_AXE else []
    return [*ways, *(["test"] if criterion.number in BY_TEST else [])] or ["person"]
