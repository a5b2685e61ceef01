"""The sheets of a dossier as pages that stand alone.

Each is Markdown of the locale, filled in with what is known of the course.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from markdown import markdown

from leerpad.course.model.own_pages import own_pages
from leerpad.deploy.dossier.accessibility import how_looked
from leerpad.deploy.dossier.criteria import BY_TEST, CRITERIA
from leerpad.deploy.dossier.deliveries import (
    DELIVERIES,
    KEPT,
    SITE,
    TOLD,
    choices,
    given_by_hand,
    package_name,
    what_is_told,
    where_kept,
)
from leerpad.source.templates import filled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from leerpad.course.model.course import Course
    from leerpad.course.model.files import Settings
    from leerpad.locales import Locale
    from leerpad.site.plan.version import Version

SHEETS = ("index", "data", "council", "access")
_HERE = Path(__file__).parent
_SIGN = re.compile(r"[^\w\s.,;:()/-]|_")


@dataclass(frozen=True)
class Subject:
    """What the sheets are about. `hosts` are other servers that its pages ask; `measured` is a table in Markdown."""

    title: str
    course: Course
    version: Version
    engine: str
    hosts: Sequence[str]
    measured: str


def sheet(name: str, subject: Subject, locale: Locale) -> bytes:
    """One sheet, as HTML."""
    gaps = {"title": _plain(subject.title), **_facts(subject, locale)}
    gaps |= _OWN_FACTS[name](subject, locale)
    body = markdown(locale.text(f"dossier.sheet.{name}", **gaps), extensions=["tables", "sane_lists"])
    page = filled(
        _HERE / "sheet.html.jinja",
        language=locale.language,
        title=f"{locale.text(f'dossier.name.{name}')} – {subject.title}",
        body=_scrolling(body),
    )
    return page.encode()


def file_name(name: str, locale: Locale) -> str:
    """The file of a sheet."""
    return locale.text(f"dossier.file.{name}")


def _facts(subject: Subject, locale: Locale) -> dict[str, object]:
    course, version = subject.course, subject.version
    none = locale.text("dossier.nobody_said")
    settings = course.settings
    return {
        "course_id": settings.course_id,
        "commit": version.short,
        "day": version.day_in(locale),
        "engine": subject.engine,
        "owner": _plain(settings.owner or none),
        "review_by": locale.day(settings.review_by) if settings.review_by else none,
        "content_version": _plain(settings.version or none),
        "levels": len(course.levels),
        "lessons": len(course.lessons),
        "quizzes": len(course.quizzes),
        "scans": len(course.scans),
    }


def _data(subject: Subject, locale: Locale) -> dict[str, object]:
    settings = subject.course.settings
    heads = [
        locale.text("dossier.what"),
        *(locale.text("dossier.site") if one == SITE else package_name(one) for one in DELIVERIES),
    ]
    kept = [
        [locale.text(f"dossier.kept.{one.name}")]
        + [locale.text(f"dossier.goes.{where_kept(one, way, settings.packages)}") for way in DELIVERIES]
        for one in KEPT
    ]
    told = [
        [locale.text(f"dossier.told.{one}")]
        + [locale.text(f"dossier.gets.{what_is_told(one, way)}") for way in DELIVERIES]
        for one in TOLD
    ]
    by_hand = [f"- {locale.text(f'dossier.by_hand.{one}')}" for one in given_by_hand(settings)]
    chosen = [[f"`{key}`", _value(value, locale)] for key, value in choices(settings).items()]
    hosts = ", ".join(f"`{host}`" for host in subject.hosts)
    return {
        "kept": _table(heads, kept),
        "told": _table(heads, told),
        "by_hand": "\n".join(by_hand),
        "badges": _badges(settings, locale),
        "settings": _table([locale.text("dossier.setting"), locale.text("dossier.value")], chosen),
        "team": _team(settings, locale),
        "hosts": locale.text("dossier.some_hosts", hosts=hosts) if hosts else locale.text("dossier.no_hosts"),
    }


def _council(subject: Subject, locale: Locale) -> dict[str, object]:
    settings = subject.course.settings
    return {
        "answers": locale.text(f"lms.note.answers_{str(settings.packages.answers).lower()}"),
        "resume": locale.text(f"lms.note.resume_{settings.packages.resume}"),
        "given": locale.text("dossier.given" if settings.share_results else "dossier.not_given"),
        "badges": _badges(settings, locale),
        "team": _team(settings, locale),
    }


def _badges(settings: Settings, locale: Locale) -> str:
    if settings.badges is None:
        return locale.text("dossier.no_badges")
    return locale.text("dossier.badges", issuer=_plain(settings.badges.issuer))


def _team(settings: Settings, locale: Locale) -> str:
    """What a picture of a team shows, and what it can't prevent."""
    if "team" not in own_pages(settings):
        return locale.text("dossier.no_team")
    return locale.text("dossier.team", page=locale.text("page.team.title"), least=settings.team_picture)


def _access(subject: Subject, locale: Locale) -> dict[str, object]:
    heads = [locale.text(f"dossier.clause.{key}") for key in ("clause", "name", "level", "editions", "looked")]
    rows = []
    for one in CRITERIA:
        ways = how_looked(one, is_measured=bool(subject.measured))
        looked = "; ".join(locale.text(f"dossier.looked.{way}") for way in ways)
        name = locale.text(f"dossier.criterion.wcag_{one.number.replace('.', '_')}")
        rows.append([one.clause, name, one.level, ", ".join(one.editions), looked])
    measured = subject.measured or locale.text("dossier.not_measured")
    proofs = [[f"9.{number}", f"`{test}`"] for number, test in BY_TEST.items()]
    proof_heads = [locale.text("dossier.clause.clause"), locale.text("dossier.clause.proof")]
    return {"measured": measured, "clauses": _table(heads, rows), "proofs": _table(proof_heads, proofs)}


def _value(value: object, locale: Locale) -> str:
    if isinstance(value, bool):
        return locale.text(f"dossier.is_{'on' if value else 'off'}")
    return locale.text("dossier.nobody_said") if value is None else f"`{value}`"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _scrolling(html: str) -> str:
    """Each table in a box with the name of its heading, which the keyboard can reach and scroll on a narrow screen."""
    _, *parts = re.split(r"(?=<h2>(.*?)</h2>)", html)
    boxed = html.partition("<h2>")[0]
    for heading, part in zip(parts[::2], parts[1::2], strict=True):
        box = f'<div class="wide" role="region" tabindex="0" aria-label="{heading}"><table>'
        boxed += part.replace("<table>", box).replace("</table>", "</table></div>")
    return boxed


def _plain(text: str) -> str:
    """A text as it is read: no sign in it is taken for markup."""
    return _SIGN.sub(lambda found: f"&#{ord(found[0])};", " ".join(text.split()))


def _names(_: Subject, locale: Locale) -> dict[str, object]:
    return {f"{one}_file": file_name(one, locale) for one in SHEETS}


_OWN_FACTS: dict[str, Callable[[Subject, Locale], dict[str, object]]] = {
    "index": _names,
    "data": _data,
    "council": _council,
    "access": _access,
}
"""What a sheet says beside the facts of all sheets, by its name."""
