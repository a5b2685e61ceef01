"""What we change in the configuration of the host for one build. Knows its settings, not the host."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from leerpad.course.load_markdown import with_fences
from leerpad.site.theme_material import with_system_scheme

if TYPE_CHECKING:
    from leerpad.site.build import Build


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
    config.extra_css.append(build.assets.stylesheet.uri)
