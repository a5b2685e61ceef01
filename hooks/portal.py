"""The face of Leerpad: MkDocs' events, one line of work each. The only file that imports mkdocs.

MkDocs keeps this module for as long as it runs; all state of one build is therefore made anew in `on_config`.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, InclusionLevel

from leerpad.course.check import check_course
from leerpad.course.load import Roots, load_course
from leerpad.locales import Locale, load_locale
from leerpad.site.assets import Assets, make_assets
from leerpad.site.course_map import course_map
from leerpad.site.markdown import LeerpadExtension, PageContext, Texts
from leerpad.site.plan import SitePlan, make_plan, site_urls
from leerpad.site.render import Renderer
from leerpad.source.diagnostics import START, Report

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from leerpad.course.course import Course

log = logging.getLogger("mkdocs.hooks.leerpad")

LEVELS, PROGRESS, NOTES = "leerpad:levels", "leerpad:progress", "leerpad:notes"
"""Entries of `nav` in mkdocs.yml that stand for pages the engine makes."""


@dataclass
class _Build:
    """All that one build needs. `extension` stands in MkDocs' list of Markdown extensions."""

    locale: Locale
    course: Course
    plan: SitePlan
    assets: Assets
    renderer: Renderer
    extension: LeerpadExtension


_build: _Build


@event_priority(100)  # before plugins look at the scripts of the site
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the course, plan the site; stop here, before anything is written, if there are faults."""
    global _build
    locale = load_locale(str(config.theme.get("language") or config.theme.locale))
    report = Report()
    course = load_course(_roots(config), report)
    check_course(course, report)
    _stop_on_faults(report, locale)
    texts = Texts(list(config.markdown_extensions), dict(config.mdx_configs), site_urls(course))
    renderer = Renderer(course, locale, texts)
    extension = LeerpadExtension(renderer.directive)
    _build = _Build(
        locale, course, make_plan(course, locale), make_assets(course_map(course, locale)), renderer, extension
    )
    _dress(config)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Mount the plan: pages, images, scripts and the navigation."""
    report = Report()
    for file in _planned_files(config):
        taken = next((other for other in files if other.dest_uri == file.dest_uri), None)
        if taken is not None:
            report.fault(file.src_uri, START, "page_collision", url=file.dest_uri, other=taken.src_uri)
        else:
            files.append(file)
    _stop_on_faults(report, _build.locale)
    config.nav = _navigation(config.nav)
    return files


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Tell our Markdown extension which page comes next."""
    planned = _build.plan.by_uri.get(page.file.src_uri)
    if planned is None:
        _build.extension.page = PageContext(f"docs/{page.file.src_uri}", page.url)
    else:
        page.meta["description"] = planned.description
        _build.extension.page = _build.renderer.page(planned)
    return markdown


def _roots(config: MkDocsConfig) -> Roots:
    settings = Path(config.config_file_path)
    return Roots(settings.parent, Path(config.docs_dir), settings)


def _stop_on_faults(report: Report, locale: Locale) -> None:
    for found in report:
        if found.is_advice:
            log.warning(locale.diagnostic(found))
    if report.faults:
        lines = [locale.diagnostic(found) for found in report.faults]
        raise PluginError("\n".join([locale.plural("portal.faults", len(lines)), *lines]))


def _dress(config: MkDocsConfig) -> None:
    """Put our parts into the host's configuration of this build."""
    config.use_directory_urls = False  # a double-click opens files, not folders
    config.markdown_extensions.append(_build.extension)  # type: ignore[arg-type]
    # Material puts these scripts in the head: the state of the path is known before anything is painted.
    config.extra["polyfills"] = [
        *config.extra.get("polyfills", []),
        *(script.uri for script in _build.assets.scripts),
    ]
    config.extra_css.append(_build.assets.stylesheet.uri)
    if not config.site_url:
        config.theme.static_templates.discard("sitemap.xml")  # it would list nothing, with the date of building


def _planned_files(config: MkDocsConfig) -> list[File]:
    made = []
    for page in _build.plan.pages:
        file = File.generated(config, page.uri, content=_with_title(page.title, page.body))
        made.append(_placed(file, page.url))
        if page.lesson is not None:
            file.edit_uri = f"../{page.uri}"
    for uri, url, path in _build.plan.files:
        made.append(_placed(File.generated(config, uri, abs_src_path=str(path)), url))
    for move in _build.plan.moves:
        made.append(File.generated(config, f"{move.old}.html", content=_build.renderer.moved(move)))
    for asset in (*_build.assets.scripts, _build.assets.stylesheet):
        made.append(File.generated(config, asset.uri, content=asset.content, inclusion=InclusionLevel.NOT_IN_NAV))
    return made


def _placed(file: File, url: str) -> File:
    file.dest_uri = url
    return file


def _with_title(title: str, body: str) -> str:
    # Python-Markdown doesn't run at all on an empty page; a comment is enough to make it.
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n{body or '<!-- -->'}"


def _navigation(nav: list[Any] | None) -> list[Any]:
    """The navigation of mkdocs.yml with our pages in it; without one: home, the levels, the learner's own pages."""
    sections = [{section.title: [page.uri for page in section.pages]} for section in _build.plan.levels]
    plan = _build.plan
    made: dict[str, list[Any]] = {LEVELS: sections, PROGRESS: [plan.progress.uri], NOTES: [plan.notes.uri]}
    written = ["index.md", LEVELS, PROGRESS, NOTES] if nav is None else nav
    return [entry for item in written for entry in (made.get(item, [item]) if isinstance(item, str) else [item])]
