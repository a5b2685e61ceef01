"""All that a check found, as an author or a program reads it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from leerpad.guide import shown_path

if TYPE_CHECKING:
    from leerpad.locales import Locale
    from leerpad.source.diagnostics import Diagnostic, Report


def as_lines(report: Report, locale: Locale, *, with_advice: bool) -> list[str]:
    """What `check` prints: every fault, every piece of advice if that is wanted, and how many."""
    faults, advices = report.faults, report.advices if with_advice else []
    closing = [locale.plural("portal.found", len(faults)) if faults else locale.text("portal.fine")]
    if advices:
        guide = shown_path("advice", locale.language)
        closing.append(locale.plural("portal.told", len(advices), guide=guide))
    elif with_advice:
        closing.append(locale.text("portal.told.none"))
    return [*map(locale.diagnostic, [*faults, *advices]), " ".join(closing)]


def as_json(report: Report, locale: Locale) -> str:
    """What `check --json` prints. Keys may be added later; when one changes its meaning, `version` goes up."""

    def entry(found: Diagnostic) -> dict[str, object]:
        line, column = found.position
        place = {"path": found.path, "line": line, "column": column}
        return {**place, "code": found.code, "message": locale.message(found), "params": dict(found.params)}

    faults, advices = map(entry, report.faults), map(entry, report.advices)
    return json.dumps({"version": 1, "faults": [*faults], "advice": [*advices]}, indent=2)
