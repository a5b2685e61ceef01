"""Leerpad with Zensical: finished pages are laid ready, Zensical puts them into its theme, and we finish the site.

A program of its own, for Zensical calls nobody: `python -m leerpad.hosts.zensical build`. See stage.py and signs.py.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import time
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from jinja2 import TemplateNotFound

from leerpad.course.check.site_settings import SITE_DIR, check_site_settings
from leerpad.course.load.lists import is_excluded
from leerpad.deploy.notices import ZENSICAL
from leerpad.deploy.servers import WORKER, base_path
from leerpad.deploy.staging import Staging, put
from leerpad.hosts.config import host_of, locale_of, read_course, roots_of
from leerpad.hosts.delivery import deliver, keeps_offline
from leerpad.hosts.material import (
    finished,
    style_of_search,
    with_head,
    with_system_scheme,
    without_shim_tag,
)
from leerpad.hosts.plain import plain_config
from leerpad.hosts.signs import hidden_text, shown, without_hidden_tags
from leerpad.hosts.stage import Rendering, named, stage, unstaged
from leerpad.hosts.trouble import refusal_of, trouble_of
from leerpad.site.assets.images import is_picture, strip_metadata
from leerpad.site.build import make_build
from leerpad.site.mount import Mount, MountedFile
from leerpad.source.console import make_readable
from leerpad.source.diagnostics import START, Report
from leerpad.source.memory import NoMemory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.hosts.plain import PlainConfig
    from leerpad.hosts.stage import StagedPage
    from leerpad.locales import Locale

DOCS = "docs/"
NOT_FOUND_PAGE = "404.html"
SITEMAP = "sitemap.xml"
_PASSED_ON = (
    "site_url",
    "site_author",
    "copyright",
    "repo_url",
    "repo_name",
    "edit_uri",
    "extra_css",
    "extra_javascript",
)
_OURS = ("leerpad", "hooks")
_TAG = re.compile(r"</?(?!(?:code|sub|sup)\b)[a-z][^>]*>")
_TITLE = re.compile("(<title>)[^<]*(</title>)")
_MISSING = re.compile(r'non-existing template "([^"]+)"')


class _RefusedError(Exception):
    """A build that ends here, in words for the author."""


class Site:
    """One build: what was read of the course, and where its site is made."""

    def __init__(self, config: PlainConfig, site: Path) -> None:
        """Read and check the course. Raises _RefusedError, with all its faults, if it has any."""
        self.config, self.roots, self.locale = config, roots_of(config), locale_of(config)
        course, report = read_course(config, NoMemory())
        check_site_settings({**config.values, "site_dir": str(site)}, self.roots, report)
        worker = WORKER if keeps_offline(course, is_serving=False) else None
        host = host_of(config, worker, self._refusal)
        self._stop_on(report)
        self.build = make_build(course, report, self.locale, host, self.roots.project, NoMemory())
        self.mount = Mount(self.build)
        self.files = [*self._of_docs(), *self.mount.files()]
        self._stop_on_collisions()

    def stage(self, folder: Path) -> list[StagedPage]:
        """Lay every page ready, finished, with the settings for the host."""
        extensions = [*self.config.markdown_extensions, self.build.extension]
        rendering = Rendering(extensions, self.config.mdx_configs, {file.uri: file.url for file in self.files})
        pages = [stage(file, self.mount, rendering) for file in self.files if file.uri.endswith(".md")]
        for page in pages:
            put(folder / "docs" / f"{page.url.removesuffix('.html')}.md", page.text)
        put(folder / "mkdocs.yml", json.dumps(self._settings(pages), ensure_ascii=False))
        return pages

    def finish(self, site: Path, pages: list[StagedPage]) -> None:
        """Make what the host wrote into our site: its pages, its search, and all that it needn't know of."""
        skip = self.locale.text("start.skip")
        for page in pages:
            file = site / page.url
            html = finished(without_shim_tag(unstaged(self._as_home(page, file.read_text("utf-8")))), skip)
            html = self.mount.finish(html, page.url)
            html = with_head(html, self.mount.head(html, page.url))
            file.write_bytes(html.encode())
        for mounted in self.files:
            if not mounted.uri.endswith(".md"):
                put(site / mounted.url, _content(mounted))
        _finish_search(site, {page.url: page.title for page in pages if page.has_own_title})
        missing = self.build.renderer.not_found(base_path(self.config.site_url), self.build.assets.course.uri)
        (site / NOT_FOUND_PAGE).write_bytes(missing.encode())
        if not self.config.site_url:
            (site / SITEMAP).unlink(missing_ok=True)
        scripts = (file.read_text("utf-8") for file in sorted(site.glob("assets/javascripts/bundle.*.js")))
        made = [style_of_search(script) for script in scripts]
        self.config.site_dir = str(site)
        deliver(self.config, self.build.course, self.locale, theme=ZENSICAL, made=made)

    def _as_home(self, page: StagedPage, html: str) -> str:
        """The home page is called as the site is, unless an author named it; the host doesn't know it as such."""
        if page.url != "index.html" or page.has_own_title:
            return html
        return _TITLE.sub(lambda title: f"{title[1]}{hidden_text(self.config.site_name)}{title[2]}", html, count=1)

    def _of_docs(self) -> Iterator[MountedFile]:
        for path in sorted(self.build.course.docs_files):
            uri = path.removeprefix(DOCS)
            if not is_excluded(path):
                url = f"{uri.removesuffix('.md')}.html" if uri.endswith(".md") else uri
                yield MountedFile(uri, url, path=self.roots.docs / uri)

    def _settings(self, pages: list[StagedPage]) -> dict[str, object]:
        """What the host must know: all that is said of the site and its theme, but nothing of what we do ourselves."""
        values, theme = self.config.values, dict(self.config.theme)
        theme["variant"] = "classic"
        theme["palette"] = with_system_scheme(theme.get("palette"), self.locale.text("start.system_scheme"))
        if theme.get("custom_dir"):
            theme["custom_dir"] = str(self.roots.project / theme["custom_dir"])
        menu = self.mount.navigation(self.config.nav)
        toc = {key: one for key, one in self.config.mdx_configs.get("toc", {}).items() if key in ("title", "toc_depth")}
        urls = {page.uri: f"{page.url.removesuffix('.html')}.md" for page in pages}
        return {
            **{key: values[key] for key in _PASSED_ON if values.get(key)},
            "site_name": hidden_text(self.config.site_name),
            "site_description": hidden_text(values.get("site_description") or ""),
            "docs_dir": "docs",
            "site_dir": "site",
            "use_directory_urls": False,
            "validation": False,
            "theme": theme,
            "extra": {key: one for key, one in (values.get("extra") or {}).items() if key not in _OURS},
            "plugins": [plugin for plugin in values.get("plugins") or ["search"] if plugin not in _OURS],
            "markdown_extensions": ["attr_list", {"toc": {**toc, "permalink": False}}],
            "nav": _moved(named(menu, {page.uri: page.title for page in pages}), urls),
        }

    def _stop_on(self, report: Report) -> None:
        for found in report:
            if found.is_advice:
                print(self.locale.diagnostic(found), file=sys.stderr)
        if report.faults:
            raise self._refusal(report)

    def _refusal(self, report: Report) -> Exception:
        return _RefusedError(refusal_of(report, self.locale))

    def _stop_on_collisions(self) -> None:
        taken: dict[str, str] = {}
        report = Report()
        for file in self.files:
            if file.url in taken:
                report.fault(file.uri, START, "page_collision", url=file.url, other=taken[file.url])
            taken.setdefault(file.url, file.uri)
        self._stop_on(report)


def _moved(entries: object, urls: dict[str, str]) -> object:
    """A navigation with each page at the place where it is staged: that of its address."""
    if isinstance(entries, list):
        return [_moved(entry, urls) for entry in entries]
    if isinstance(entries, dict):
        return {title: _moved(inner, urls) for title, inner in entries.items()}
    return urls.get(entries, entries) if isinstance(entries, str) else entries


def _finish_search(site: Path, titles: dict[str, str]) -> None:
    """Give the search its words back, in both files that hold them: for servers, and for `file://`.

    The host calls a page as the navigation does, even one that has a title of its own: those are in `titles`.
    """
    file = site / "search.json"
    if not file.is_file():
        return
    index = json.loads(file.read_text("utf-8"))
    for item in index["items"]:
        item["title"] = _TAG.sub("", unstaged(titles.get(item["location"], item["title"])))
        item["text"] = unstaged(without_hidden_tags(item["text"])).replace("\uf8ff", "").strip()
        item["path"] = [unescape(shown(name)) for name in item["path"]]
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    file.write_bytes(text.encode())
    if (site / "search.js").is_file():
        (site / "search.js").write_bytes(f"var __index={text}".encode())


def _content(file: MountedFile) -> str | bytes:
    if file.path is None:
        return file.content
    content = file.path.read_bytes()
    return strip_metadata(file.uri, content) if is_picture(file.uri) else content


def _compile(folder: Path) -> None:
    command = [sys.executable, "-m", "zensical", "build", "--config-file", "mkdocs.yml"]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False
    )
    said = done.stdout + done.stderr
    missing = _MISSING.search(said)
    if missing:
        raise TemplateNotFound(missing[1])
    if done.returncode or not (folder / "site" / "index.html").is_file():
        raise _RefusedError(said.strip().splitlines()[-1])


def build(settings: Path, folder: Path) -> int:
    """Build the site of a course; gives how much advice there is. If it fails, the last good site stays as it was."""
    site = Site(plain_config(settings), folder)
    staging = Staging(folder)
    try:
        with TemporaryDirectory() as room:
            pages = site.stage(Path(room))
            _compile(Path(room))
            shutil.copytree(Path(room, "site"), staging.folder, dirs_exist_ok=True)
        site.finish(staging.folder, pages)
        staging.publish()
    finally:
        staging.discard()
    return sum(found.is_advice for found in site.build.report)


def main(arguments: list[str] | None = None) -> int:
    """Build as one types it; gives the exit status."""
    make_readable(sys.stdout, sys.stderr)
    parser = argparse.ArgumentParser(prog="leerpad.hosts.zensical")
    parser.add_argument("command", choices=["build"])
    parser.add_argument("--strict", action="store_true")
    parser.add_argument("--config-file", type=Path, default=Path("mkdocs.yml"))
    parser.add_argument("--site-dir", type=Path)
    asked = parser.parse_args(arguments)
    settings = asked.config_file.absolute()
    config = plain_config(settings)
    locale = locale_of(config)
    folder = settings.parent / (asked.site_dir or config.values.get("site_dir") or SITE_DIR)
    began = time.monotonic()
    try:
        advice = build(settings, folder)
    except (_RefusedError, TemplateNotFound, OSError) as error:
        return _failed(error, config, folder, locale)
    if advice:
        print(locale.plural("portal.advice", advice), file=sys.stderr)
    print(locale.text("host.built", seconds=f"{time.monotonic() - began:.2f}"), file=sys.stderr)
    return 0


def _failed(error: Exception, config: PlainConfig, folder: Path, locale: Locale) -> int:
    trouble = trouble_of(error, roots_of(config), folder)
    lines = [locale.diagnostic(found) for found in trouble.faults] or [str(error)]
    print(*lines, locale.text("portal.kept"), sep="\n", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
