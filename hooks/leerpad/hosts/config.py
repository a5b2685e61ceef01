"""What the configuration of the host says, and what we change in it for one build. Knows no code of the host."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

from leerpad.course.check.course import check_course
from leerpad.course.load.badges import without_badges
from leerpad.course.load.course import load_course
from leerpad.course.load.garbage import without_collector
from leerpad.course.load.one_level import one_level, title_of_level
from leerpad.course.load.reader import Roots
from leerpad.deploy.lms import SHELL
from leerpad.hosts.delivery import is_for_lms, level_alone, own_words
from leerpad.hosts.material import DARK, with_system_scheme
from leerpad.locales import load_locale
from leerpad.site.build import Host
from leerpad.site.render.page_faults import Pages
from leerpad.source.diagnostics import Report

if TYPE_CHECKING:
    from leerpad.course.model.course import Course
    from leerpad.locales import Locale
    from leerpad.site.build import Build
    from leerpad.site.markdown.extension import Refusal
    from leerpad.source.memory import Memory


class HostTheme(Protocol):
    """What the settings say of the theme."""

    @property
    def locale(self) -> object:
        """The language that the theme speaks."""

    def get(self, key: str, /) -> Any:
        """What is set, if anything."""

    def __setitem__(self, key: str, value: Any, /) -> None: ...


class HostConfig(Protocol):
    """The settings that we read, under the names that MkDocs gives them."""

    config_file_path: str
    docs_dir: str
    site_dir: str
    site_name: str
    site_url: str | None
    use_directory_urls: bool
    markdown_extensions: list[Any]
    mdx_configs: dict[str, dict[str, Any]]

    @property
    def theme(self) -> HostTheme:
        """The theme's own settings."""


def locale_of(config: HostConfig) -> Locale:
    """The words of the site: in the language of its theme."""
    locale = load_locale(str(config.theme.get("language") or config.theme.locale))
    for delivery in own_words():
        locale = locale.for_delivery(delivery)
    return locale


def roots_of(config: HostConfig) -> Roots:
    """Where the course stands on disk."""
    settings = Path(config.config_file_path).absolute()  # `mkdocs build -f other.yml` gives it as typed
    return Roots(settings.parent, Path(config.docs_dir), settings)


def read_course(config: HostConfig, memory: Memory, *, shows_guide: bool = False) -> tuple[Course, Report]:
    """The course, read and checked whole, and everything that is wrong with it.

    It comes with the guide for authors if that is to be shown, or if the settings wish for it. In a package of one
    level it has that alone, and the site is called after it.
    """
    report = Report()
    memory.turn()
    with without_collector():
        course = load_course(roots_of(config), report, memory, keeps_trees=False)
        check_course(course, report)
        markdown = config.markdown_extensions, config.mdx_configs
        Pages(course, *markdown, memory).check(Path(config.config_file_path).name, report)
    if not course.settings.handouts:
        course = course.without_handouts()
    if not (shows_guide or course.settings.guide):
        course = course.without_guide()
    return course if report.faults else _followed(_for_package(course, config)), report


def _followed(course: Course) -> Course:
    """The course without the places of its links, which have been checked: there can be more of them than texts."""
    return replace(course, indexes={path: replace(index, links=()) for path, index in course.indexes.items()})


def _for_package(course: Course, config: HostConfig) -> Course:
    if not is_for_lms():
        return course
    course = without_badges(course)
    level = level_alone()
    if level is None:
        return course
    alone = one_level(course, level)
    config.site_name = title_of_level(config.site_name, alone.levels[0])
    return alone


def dress(config: HostConfig, build: Build) -> None:
    """Put our parts into the site."""
    config.use_directory_urls = False  # a double-click opens files, not folders
    config.markdown_extensions.append(build.extension)
    config.theme["palette"] = with_system_scheme(config.theme.get("palette"), build.locale.text("start.system_scheme"))


def host_of(config: HostConfig, worker: str | None, refusal: Refusal) -> Host:
    """What a build needs to know of the site."""
    extensions, configs = list(config.markdown_extensions), dict(config.mdx_configs)
    shell = SHELL if is_for_lms() else None
    return Host(config.site_name, extensions, configs, worker, shell, refusal, _logo_of(config), DARK)


def _logo_of(config: HostConfig) -> str:
    """The address of the theme's logo in the site; empty if there is none, or if it stands elsewhere."""
    logo = str(config.theme.get("logo") or "")
    return "" if urlsplit(logo).scheme or logo.startswith("/") else logo
