"""What we change in the configuration of the host for one build. Knows its settings, not the host."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from leerpad.course.load.markdown import with_fences
from leerpad.hosts.material import with_system_scheme
from leerpad.site.build import Host

if TYPE_CHECKING:
    from leerpad.site.build import Build
    from leerpad.site.markdown.extension import Refusal


def let_us_tell(config: Any) -> None:
    """What we check ourselves, with places and in the author's language, the host need not look at again."""
    config.markdown_extensions = with_fences(config.markdown_extensions)
    config.validation.links.anchors = logging.DEBUG  # it doesn't know the anchors that we bring
    config.validation.nav.omitted_files = logging.DEBUG


def dress(config: Any, build: Build) -> None:
    """Put our parts into the site."""
    config.use_directory_urls = False  # a double-click opens files, not folders
    config.markdown_extensions.append(build.extension)
    # Material puts these scripts in the head: the state of the path is known before anything is painted.
    scripts = (script.uri for script in build.assets.scripts)
    config.extra["polyfills"] = [*config.extra.get("polyfills", []), *scripts]
    config.theme["palette"] = with_system_scheme(config.theme.get("palette"), build.locale.text("start.system_scheme"))
    config.extra_css.insert(0, build.assets.stylesheet.uri)  # the author's own styles come later, and win


def host_of(config: Any, worker: str | None, refusal: Refusal) -> Host:
    """What a build needs to know of the site."""
    extensions, configs = list(config.markdown_extensions), dict(config.mdx_configs)
    return Host(config.site_name, extensions, configs, worker, refusal, _logo_of(config))


def _logo_of(config: Any) -> str:
    """The address of the theme's logo in the site; empty if there is none, or if it stands elsewhere."""
    logo = str(config.theme.get("logo") or "")
    return "" if urlsplit(logo).scheme or logo.startswith("/") else logo
