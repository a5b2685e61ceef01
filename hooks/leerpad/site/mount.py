"""What the site hands to its host: files, head tags, navigation, and the end of each page. Knows no host."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from leerpad.guide import MARKDOWN, MARKDOWN_SETTINGS
from leerpad.site.markdown.extension import PageContext
from leerpad.site.plan.guide_words import fitted
from leerpad.site.plan.navigation import navigation
from leerpad.site.plan.pages import DOCS, relative_url
from leerpad.source.where import LMS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from leerpad.course.load.markdown import Extensions, ExtensionSettings
    from leerpad.site.build import Build


@dataclass(frozen=True)
class MountedFile:
    """A file of the site: `url` in the site, `uri` among its sources.

    It holds `content`, or is a copy of the file at `path`. Where `uri` ends in `.md`, the host renders it.
    """

    uri: str
    url: str
    content: str | bytes = ""
    path: Path | None = None
    is_asset: bool = False
    editable: str = ""
    """The path in the project of the file that an author can edit; empty if the engine makes it of nothing."""


class Mount:
    """One build, as a host uses it: first `files` and `navigation`, then `begin` and `finish` for each page."""

    def __init__(self, build: Build) -> None:
        self._build = build

    def files(self) -> Iterator[MountedFile]:
        """Every file that isn't one of `docs/`: pages, pictures, pages at old addresses, scripts and styles.

        What they hold is much together: who puts each where it belongs before asking for the next keeps little.
        """
        plan, assets = self._build.plan, self._build.assets
        for page in plan.pages:
            editable = page.uri if page.is_written else ""
            yield MountedFile(page.uri, page.url, page.source, editable=editable)
        for uri, url, path in plan.files:
            yield MountedFile(uri, url, path=path)
        for page_of_guide in plan.guide.pages:
            text = fitted(page_of_guide.text, self._build.guide_words)
            yield MountedFile(page_of_guide.uri, f"{page_of_guide.uri.removesuffix('.md')}.html", text)
        for uri, path in plan.guide.pictures:
            yield MountedFile(uri, uri, path=path)
        for move in plan.moves:
            yield MountedFile(f"{move.old}.html", f"{move.old}.html", self._build.renderer.moved(move))
        of_reviews = (scripts for _, scripts in self._build.renderer.reviews.made())
        for asset in chain(assets.all(), chain.from_iterable(of_reviews)):
            yield MountedFile(asset.uri, asset.uri, asset.content, is_asset=True)

    def navigation(self, nav: list[object] | None) -> list[object]:
        """The navigation that the settings wish for, with our pages in it."""
        return navigation(nav, self._build.plan)

    def markdown(self, uri: str) -> tuple[Extensions, ExtensionSettings] | None:
        """The Markdown extensions of a page that is written for others than the site's, and their settings."""
        if uri not in {page.uri for page in self._build.plan.guide.pages}:
            return None
        return [*MARKDOWN, self._build.extension, self._build.remembered], MARKDOWN_SETTINGS

    def begin(self, uri: str, url: str) -> str | None:
        """Tell our Markdown extension which page comes next; the description of that page, if it is one of ours."""
        build = self._build
        planned = build.plan.by_uri.get(uri)
        if planned is None:
            build.extension.page = PageContext(f"{DOCS}{uri}", url)
            return None
        build.extension.page = build.renderer.page(planned)
        return planned.description

    def head(self, html: str, url: str) -> tuple[str, ...]:
        """The tags for the head of a page: after the theme's styles, before those of an author and any other script.

        They follow from what the page holds. What a script does there is done before anything is painted, and the theme
        finds the storage that we give it. In a package the styles come first, and scripts wait for them. Elsewhere a
        script of the theme does, but a learning system may forbid scripts that stand in pages.
        """
        assets = self._build.assets
        loaded = assets.of_page(html)
        core = f' data-bundles="{" ".join(loaded.names)}"'
        if loaded.later:
            core += f' data-later="{" ".join(PurePosixPath(script.uri).name for script in loaded.later)}"'
        font = f' data-font="{relative_url(assets.font.uri, url)}"' if assets.font else ""
        told = {assets.search: font, assets.core: core}
        scripts = [
            f'<script src="{relative_url(script.uri, url)}"{told.get(script, "")}></script>'
            for script in loaded.scripts
        ]
        styles = [f'<link rel="stylesheet" href="{relative_url(style.uri, url)}">' for style in loaded.stylesheets]
        return (*styles, *scripts) if LMS in self._build.extension.delivery else (*scripts, *styles)

    def above(self) -> str:
        """What stands above the body of every page, for a reader of whom the script doesn't run."""
        return self._build.renderer.start()

    def finish(self, html: str, url: str) -> str:
        """The page with its quizzes and scans, now that the host's search has read it."""
        return self._build.renderer.deferred.finish(html, url)
