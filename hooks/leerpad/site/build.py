"""Everything that one build of a site needs, made of a course without faults. Knows no host."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leerpad.course.model.colors import styles
from leerpad.course.model.glossary import GLOSSARY
from leerpad.course.model.roles import ids_by_name
from leerpad.site.assets.bundles import Assets, engine_digest, make_assets
from leerpad.site.assets.heading_font import heading_font
from leerpad.site.markdown.citations import Citations
from leerpad.site.markdown.extension import LeerpadExtension, Refusal, RefusedError
from leerpad.site.markdown.plain_words import follows_from_text
from leerpad.site.markdown.remembered import RememberedExtension
from leerpad.site.markdown.terms import TermMarker
from leerpad.site.markdown.texts import Texts
from leerpad.site.plan.course_map import course_map
from leerpad.site.plan.guide_words import course_words
from leerpad.site.plan.pages import SitePlan, make_plan, site_urls
from leerpad.site.plan.version import read_version
from leerpad.site.render.cache_keys import make_cache_keys
from leerpad.site.render.renderer import Renderer
from leerpad.source.memory import Memory, NoMemory
from leerpad.source.where import FOR_WEBSITE, for_package

if TYPE_CHECKING:
    from pathlib import Path

    from leerpad.course.load.markdown import Extensions, ExtensionSettings
    from leerpad.course.model.course import Course
    from leerpad.locales import Locale
    from leerpad.source.diagnostics import Report


@dataclass(frozen=True)
class Host:
    """What the site generator says of the site: its name, the Markdown that it writes, the worker that keeps it in
    the browser, if it may, the page around all others in a package, the error that ends a build, the address of a
    logo in the site, if it has one, and the selector of a page in its dark colours, if there are such."""

    site_name: str
    extensions: Extensions
    configs: ExtensionSettings
    worker: str | None = None
    shell: str | None = None
    refusal: Refusal = RefusedError
    logo: str = ""
    in_dark: str = ""


@dataclass
class Memories:
    """What is known from earlier builds: of files that were read, and of what was made of them.

    Apart, because a course with faults is only read: mending it must not mean that all is rendered again.
    """

    reading: Memory = field(default_factory=NoMemory)
    rendering: Memory = field(default_factory=NoMemory)


@dataclass
class Build:
    """The parts of one build. `extension` goes among the host's Markdown extensions; `guide_words` fit the guide to
    the course."""

    locale: Locale
    course: Course
    plan: SitePlan
    assets: Assets
    renderer: Renderer
    extension: LeerpadExtension
    remembered: RememberedExtension
    report: Report
    guide_words: dict[str, str]


def make_build(course: Course, report: Report, locale: Locale, host: Host, project: Path, memory: Memory) -> Build:
    """Get everything ready; pages are rendered when the host comes to them."""
    memory.turn()
    if not follows_from_text(host.extensions):
        memory = NoMemory()
    engine = engine_digest()
    site = host.site_name, host.logo
    keys = make_cache_keys(course, locale, engine, site, host.extensions, host.configs)
    citations = Citations(course, locale)
    delivery = for_package(course.settings.packages) if host.shell else FOR_WEBSITE
    to_host = host.refusal, delivery, course.left_out
    texts = Texts(list(host.extensions), dict(host.configs), site_urls(course), citations, *to_host)
    renderer = Renderer(course, locale, texts, citations, read_version(project), keys, memory, site)
    meanings = memory.recall(
        ("meanings", keys.texts, course.digests.get(GLOSSARY)), lambda: renderer.context.explanations()
    )
    marker = TermMarker(course, meanings, memory)
    extension = LeerpadExtension(
        renderer.directive,
        citations,
        marker,
        host.refusal,
        left_out=course.left_out,
        roles=ids_by_name(course.settings.roles),
        delivery=delivery,
    )
    font = heading_font(course)
    added = styles(course.settings.color, course.settings.color_dark, host.in_dark) + (font.styles if font else "")
    course_data = course_map(course, locale, host.worker, host.shell)
    assets = make_assets(course_data, locale, memory, engine, added, font.file if font else None)
    return Build(
        locale,
        course,
        make_plan(course, locale),
        assets,
        renderer,
        extension,
        RememberedExtension(memory, keys.words),
        report,
        course_words(course, host.site_name, project, locale),
    )
