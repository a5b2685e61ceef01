"""The page that an author sees instead of the site while something must be mended."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

from leerpad.site.assets.bundles import fault_styles
from leerpad.site.assets.minify import ENGINE
from leerpad.source.excerpt import excerpt
from leerpad.source.files import lines_of
from leerpad.source.templates import filled

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from leerpad.locales import Locale
    from leerpad.source.diagnostics import Diagnostic, Position, Report
    from leerpad.source.excerpt import ExcerptLine

_PAGE = ENGINE / "elements/faults/faults.html"

MAX_EXCERPTS = 200
"""A file that is wrong on every line would make a page that no browser shows in time. Every fault is still named."""


@dataclass(frozen=True)
class _Fault:
    path: str
    position: Position
    wrong: str
    remedy: str
    excerpt: tuple[ExcerptLine, ...]


def fault_page(report: Report, project: Path, locale: Locale, site_name: str) -> str:
    """All faults, grouped by file, each with the lines that it is about; advice apart, at the end."""
    faults = _faults(report.faults, project, locale)
    lead = [locale.plural("desk.lead", len(faults))]
    if len(faults) > MAX_EXCERPTS:
        lead.append(locale.text("desk.too_many", n=MAX_EXCERPTS))
    return _render(
        locale,
        title=locale.plural("desk.title", len(faults)),
        site_name=site_name,
        lead=lead,
        files={path: list(group) for path, group in groupby(faults, lambda found: found.path)},
        advice=[locale.diagnostic(found) for found in report if found.is_advice],
    )


def host_page(messages: Iterable[str], locale: Locale, site_name: str) -> str:
    """What the site generator says, when it refuses to build for a reason of its own."""
    title, lead = locale.text("desk.host_title"), [locale.text("desk.host_lead")]
    return _render(locale, title=title, site_name=site_name, lead=lead, messages=list(messages))


def crash_page(error: BaseException, locale: Locale, site_name: str) -> str:
    """An exception that nobody foresaw: honest words, and the details for who can mend it."""
    return _render(
        locale,
        title=locale.text("desk.crash_title"),
        site_name=site_name,
        lead=[locale.text(f"desk.crash_{part}") for part in ("lead", "mend", "tell")],
        details="".join(traceback.format_exception(error)),
    )


def _faults(found: list[Diagnostic], project: Path, locale: Locale) -> list[_Fault]:
    lines = cache(lambda path: lines_of(project / path))
    faults = []
    for index, fault in enumerate(found):
        wrong, remedy = locale.explain(fault)
        shown = excerpt(lines(fault.path), fault.position) if index < MAX_EXCERPTS else ()
        faults.append(_Fault(fault.path, fault.position, wrong, remedy, shown))
    return faults


def _render(locale: Locale, **names: object) -> str:
    left_out: dict[str, object] = {"files": {}, "messages": [], "details": "", "advice": []}
    words = {"t": locale.text, "plural": locale.plural, "language": locale.language}
    return filled(_PAGE, **left_out | names | words, styles=Markup(fault_styles()))
