"""Leerpad inside MkDocs: each of its events, a few lines of work. The only file that imports mkdocs."""

from __future__ import annotations

import logging
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from mkdocs.commands import serve
from mkdocs.exceptions import Abort, BuildError, MkDocsException, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, InclusionLevel

from leerpad.course.check.site_settings import check_site_settings
from leerpad.course.load.lists import is_excluded
from leerpad.course.load.markdown import with_fences
from leerpad.deploy.servers import WORKER, base_path
from leerpad.deploy.staging import Staging, put
from leerpad.guide import is_of_guide
from leerpad.hosts import material
from leerpad.hosts.config import dress, host_of, locale_of, read_course, roots_of
from leerpad.hosts.delivery import deliver, keeps_offline
from leerpad.hosts.material import calmed_name, finished, with_head, without_foreign_shim
from leerpad.hosts.titles import mark_content, marked_title
from leerpad.hosts.trouble import refusal_of, trouble_of
from leerpad.hosts.words import HostWords
from leerpad.site.assets.images import strip_metadata_of
from leerpad.site.build import Build, Memories, make_build
from leerpad.site.mount import Mount
from leerpad.site.serve.desk import NOT_FOUND_PAGE, guard, keeping, show_everywhere, with_live_not_found
from leerpad.site.serve.fault_page import crash_page, fault_page, host_page
from leerpad.source.console import make_readable
from leerpad.source.diagnostics import START, Report
from leerpad.source.memory import Memory

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from leerpad.course.load.markdown import Extensions, ExtensionSettings
    from leerpad.locales import Locale
    from leerpad.site.mount import MountedFile

HOST_LOG = logging.getLogger(serve.__name__.partition(".")[0])
"""Where the host speaks: that of ProperDocs, where it gives us its own modules under the names of MkDocs."""
log = logging.getLogger("mkdocs.hooks.leerpad")

SITEMAP = "sitemap.xml"


class CourseFaultsError(PluginError):
    """The course has faults, so nothing is built. Carries them all, for the page that shows them."""

    def __init__(self, report: Report, locale: Locale) -> None:
        super().__init__(refusal_of(report, locale))
        self.report = report


class Plugin(BasePlugin):  # type: ignore[no-untyped-call, type-arg]  # it has no settings of its own
    """What MkDocs calls, event by event: through `hooks/portal.py`, or by the name `leerpad` among its plugins.

    MkDocs keeps a plugin for as long as it runs, so `on_config` makes the state of each build anew. What is remembered
    from one build to the next stands in `memories`, under names that say what it was made of.
    """

    _build: Build
    _mount: Mount
    _markdown: tuple[Extensions, ExtensionSettings]
    """How the site writes Markdown, while a page is written otherwise."""
    _config: MkDocsConfig
    """The newest configuration that could be read."""

    def __init__(self) -> None:
        self.memories = Memories()
        self._is_serving = False
        self._staging: Staging | None = None  # where the site is built; under `serve` MkDocs has a folder for that
        self._host_words: HostWords | None = None
        self._unguarded: Callable[..., None] | None = None

    def events(self) -> dict[str, Callable[..., Any]]:
        """The events of MkDocs that we answer, by their names."""
        return {name: getattr(self, name) for name in dir(self) if name.startswith("on_")}

    def on_startup(self, command: str, **_: object) -> None:
        """Let no build end the server. MkDocs has no event for that: an exception in its first build ends `serve`."""
        self._is_serving = command == "serve"
        make_readable(sys.stdout, sys.stderr)
        self.memories = Memories(Memory(), Memory()) if self._is_serving else Memories()
        if self._unguarded is None:
            self._unguarded = serve.build  # type: ignore[attr-defined]
            serve.build = guard(keeping(self._unguarded, _emptied), HOST_LOG, self._show_trouble)  # type: ignore[attr-defined]

    def on_serve(self, server: LiveReloadServer, **_: object) -> LiveReloadServer:
        """Guard the reading of mkdocs.yml too, which comes before each later build; let what is not found reload."""
        server.builder = guard(server.builder, HOST_LOG, self._show_trouble)
        server.set_app(with_live_not_found(server.serve_request, f"{server.mount_path}{NOT_FOUND_PAGE}"))
        return server

    @event_priority(100)  # before plugins look at the scripts of the site
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the course, plan the site; stop here, before anything is written, if there are faults."""
        self._config = config
        # What we check ourselves, with places and in the author's language, the host need not look at again.
        config.markdown_extensions = with_fences(config.markdown_extensions)
        config.validation.links.anchors = logging.DEBUG  # it doesn't know the anchors that we bring
        config.validation.nav.omitted_files = logging.DEBUG
        locale = locale_of(config)
        self._host_words = HostWords(HOST_LOG, locale)
        course, report = read_course(config, self.memories.reading, shows_guide=self._is_serving)
        if not self._is_serving:
            check_site_settings(dict(config), roots_of(config), report)
        _stop_on_faults(report, locale)
        worker = WORKER if keeps_offline(course, is_serving=self._is_serving) else None
        refusal = partial(CourseFaultsError, locale=locale)
        host = host_of(config, worker, refusal)
        self._build = make_build(course, report, locale, host, roots_of(config).project, self.memories.rendering)
        self._mount = Mount(self._build)
        dress(config, self._build)
        if not self._is_serving:
            self._staging = Staging(Path(config.site_dir))
            config.site_dir = str(self._staging.folder)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Mount the plan: pages, images, scripts and the navigation. What stands in `docs/` for authors stays there."""
        report = Report()
        for file in [*files]:
            is_of_docs = file.src_dir == config.docs_dir
            may_be_loose = is_of_docs and (not file.is_documentation_page() or is_of_guide(f"docs/{file.src_uri}"))
            loose = may_be_loose and f"docs/{file.src_uri}" not in self._build.course.docs_files
            if loose or is_excluded(f"docs/{file.src_uri}"):
                files.remove(file)
        taken = {file.dest_uri: file.src_uri for file in reversed([*files])}
        for file in (_file(file, config) for file in self._mount.files()):
            if file.dest_uri in taken:
                report.fault(file.src_uri, START, "page_collision", url=file.dest_uri, other=taken[file.dest_uri])
            else:
                taken[file.dest_uri] = file.src_uri
                files.append(file)
        _stop_on_faults(report, self._build.locale)
        config.nav = self._mount.navigation(config.nav)
        without_foreign_shim(config.extra)
        for file in files:
            strip_metadata_of(file)
        return files

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, **_: object) -> str:
        """Say which titles are HTML already, before the theme and its search write them.

        Above the page comes what is said where its script doesn't run.
        """
        page.title = marked_title(page)
        config["markdown_extensions"], config["mdx_configs"] = self._markdown
        return self._mount.above() + html

    def on_env(self, env: Environment, config: MkDocsConfig, **_: object) -> Environment:
        """Let the theme write names as text: MkDocs reads `<` in a title, or a quote, as the author's HTML.

        Escaping costs nothing that can be measured in the time of a build.
        """
        env.autoescape = True
        config.copyright = config.copyright and Markup(config.copyright)  # the one setting that holds HTML
        if config.theme.name == "material" and self._build.course.settings.shared_navigation:
            material.SharedNavigation(env)
        return env

    @event_priority(-100)  # after the search, which makes a text of it
    def on_page_context(self, context: TemplateContext, page: Page, **_: object) -> TemplateContext:
        """Say what is HTML already: what Markdown made of a page, and of its headings."""
        mark_content(page)
        return context

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
        """Tell our Markdown extension which page comes next; the guide is read with extensions of its own."""
        self._markdown = config.markdown_extensions, config.mdx_configs
        config["markdown_extensions"], config["mdx_configs"] = self._mount.markdown(page.file.src_uri) or self._markdown
        description = self._mount.begin(page.file.src_uri, page.url)
        if description is not None:
            page.meta["description"] = description
        return markdown

    @event_priority(100)  # before plugins look at the finished page
    def on_post_page(self, output: str, page: Page, **_: object) -> str:
        """Put our scripts, quizzes and scans into the page, now that search has read it, and give it as valid HTML."""
        html = self._mount.finish(finished(output, self._build.locale.text("start.skip")), page.url)
        return with_head(html, self._mount.head(html, page.url))

    def on_post_template(self, output: str, template_name: str, config: MkDocsConfig, **_: object) -> str:
        """The page for what is not found is ours: it must find home from any address, which the theme's can't."""
        if template_name == NOT_FOUND_PAGE:
            return self._build.renderer.not_found(base_path(config.site_url), self._build.assets.course.uri)
        if template_name == SITEMAP and not config.site_url:
            return ""  # it would list nothing, with the date of building; MkDocs writes no empty template
        return calmed_name(output)

    @event_priority(-100)  # after plugins wrote what is theirs
    def on_post_build(self, config: MkDocsConfig, **_: object) -> None:
        """Make the site ready for any server, and put it in its place; say how much advice there is."""
        locale = self._build.locale
        deliver(config, self._build.course, locale, is_serving=self._is_serving)
        advice = sum(found.is_advice for found in self._build.report)
        if advice:
            log.info(locale.plural("portal.advice", advice))
        if self._staging is not None:
            if config.strict and self._host_words is not None and self._host_words.warnings:
                raise BuildError(self._host_words.refusal())  # MkDocs looks only when the site would stand in its place
            self._staging.publish()
            config.site_dir = str(self._staging.site)

    def on_build_error(self, error: Exception, **_: object) -> None:
        """Leave nothing of a site that failed, and say why in words, without lines of code where those help nobody."""
        self._leave()
        site = self._staging.site if self._staging else Path(self._config.site_dir)
        trouble = trouble_of(error, roots_of(self._config), site)
        if self._is_serving or not (trouble.faults or isinstance(error, BuildError)):
            return
        locale = locale_of(self._config)
        log.debug("", exc_info=error)
        HOST_LOG.error(str(CourseFaultsError(trouble, locale) if trouble.faults else error))
        raise Abort(locale.text("portal.kept"))

    def on_shutdown(self, **_: object) -> None:
        """Leave nothing of a site that was stopped, by Ctrl-C too; give MkDocs back what was wrapped."""
        self._leave()
        if self._unguarded is not None:
            serve.build, self._unguarded = self._unguarded, None  # type: ignore[attr-defined]

    def _leave(self) -> None:
        if self._host_words is not None:
            self._host_words.stop()
        if self._staging is not None:
            self._staging.discard()

    def _show_trouble(self, error: Exception, warnings: list[str]) -> None:
        """Under `serve`: put a page in the place of the site that says what must be mended."""
        try:
            html = self._trouble_page(error, warnings)
        except Exception as another:  # not even a mistake in the page itself ends the server
            html = self._crash_page(another)
        show_everywhere(Path(self._config.site_dir), html)

    def _trouble_page(self, error: Exception, warnings: list[str]) -> str:
        cause = error.__context__ if isinstance(error, Abort) and error.__context__ else error  # MkDocs hides faults so
        locale, site_name = locale_of(self._config), self._config.site_name
        trouble = trouble_of(cause, roots_of(self._config), Path(self._config.site_dir))
        if trouble.faults:
            cause = CourseFaultsError(trouble, locale)
            log.error(str(cause))
        if not isinstance(cause, MkDocsException):
            return self._crash_page(cause)
        if not isinstance(cause, CourseFaultsError):
            # MkDocs stopped before or after we could look. Of an mkdocs.yml that it can't read we can say more.
            report = read_course(self._config, self.memories.reading)[1]
            if not report.faults:
                return host_page(warnings or [str(cause)], locale, site_name)
            cause = CourseFaultsError(report, locale)
            log.error(str(cause))
        return fault_page(cause.report, roots_of(self._config).project, locale, site_name)

    def _crash_page(self, error: BaseException) -> str:
        log.error(str(error), exc_info=error)
        return crash_page(error, locale_of(self._config), self._config.site_name)


def _emptied(config: MkDocsConfig, *, dirty: bool = False, **_: object) -> Path | None:
    """The folder that a build empties before it fills it."""
    return None if dirty else Path(config.site_dir)


def _stop_on_faults(report: Report, locale: Locale) -> None:
    for found in report:
        if found.is_advice:
            log.info(locale.diagnostic(found))
    if report.faults:
        raise CourseFaultsError(report, locale)


def _file(file: MountedFile, config: MkDocsConfig) -> File:
    if file.is_asset:  # goes into the site at once, which MkDocs allows, so that its text isn't kept until then
        place = put(Path(config.site_dir) / file.url, file.content)
        made = File.generated(config, file.uri, abs_src_path=str(place), inclusion=InclusionLevel.NOT_IN_NAV)
    elif file.path is not None:
        made = File.generated(config, file.uri, abs_src_path=str(file.path))
    else:
        made = File.generated(config, file.uri, content=file.content)
    made.dest_uri = file.url
    if file.editable:
        made.edit_uri = f"../{file.editable}"
    return made
