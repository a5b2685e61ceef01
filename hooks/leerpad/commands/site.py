"""`build` and `serve`: the site of the course in this folder, once or while somebody writes."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from leerpad.authoring.beginning import CHECKOUT
from leerpad.commands.check import check_settings
from leerpad.commands.project import SETTINGS, language_of, program_of, settings_of
from leerpad.course.check.site_settings import SITE_DIR
from leerpad.locales import load_locale
from leerpad.site.assets.minify import ENGINE
from leerpad.site.plan.version import read_version

if TYPE_CHECKING:
    import argparse

    from leerpad.commands.project import Commands
    from leerpad.locales import Locale
    from leerpad.site.plan.version import Version

PLUGIN = "leerpad"
"""The name of the package's plugin in the settings."""
USUAL = "mkdocs"
HOSTS = {USUAL: USUAL, "properdocs": "properdocs", "zensical": "leerpad.hosts.zensical"}
"""The site generators that can build a site, by the names of their packages; each with the program that runs."""

PACKAGES = {"mkdocs": "mkdocs", "properdocs": "properdocs==1.6.7", "zensical": "zensical==0.0.73"}
"""What to install for each: the versions of the extras in pyproject.toml."""


def add(commands: Commands, locale: Locale) -> None:
    """The commands `build` and `serve`."""
    building = commands.add_parser("build", help=locale.text("command.build"))
    building.add_argument("--host", choices=HOSTS, default=USUAL, help=locale.text("command.host"))
    building.set_defaults(run=build)
    serving = commands.add_parser("serve", help=locale.text("command.serve"))
    serving.add_argument("--address", metavar="IP:PORT", default="127.0.0.1:8000", help=locale.text("command.address"))
    serving.set_defaults(run=serve)


def build(project: Path, asked: argparse.Namespace) -> int:
    """Build the site; 1 if that can't be done. Says what nobody can know of a course without git."""
    locale = load_locale(language_of(project))
    if check_settings(project):
        return 1
    if find_spec(asked.host) is None:
        python, package = program_of(project), PACKAGES[asked.host]
        print(locale.text("command.no_host", host=asked.host, python=python, package=package), file=sys.stderr)
        return 1
    version = read_version(project)
    if run_host(project, version, "build", "--strict", host=asked.host):
        return 1
    folder = str(settings_of(project).get("site_dir") or SITE_DIR)
    print(locale.text("command.built", file=f"{folder}/index.html"))
    if not version.commit:
        print(locale.text("command.no_version"))
    return 0


def serve(project: Path, asked: argparse.Namespace) -> int:
    """Show the site until Ctrl-C; it follows every change."""
    if check_settings(project):
        return 1
    try:
        return run_host(project, read_version(project), "serve", "--dev-addr", asked.address)
    except KeyboardInterrupt:  # the server heard it too, and has said goodbye
        return 0


def run_host(project: Path, version: Version, *words: str, host: str = USUAL, **more: str) -> int:
    """Run a site generator, which says itself what is wrong. It takes all times that it writes from the commit.

    `more`: variables of its environment.
    """
    if not _has_plugin(project):
        python, locale = sys.executable, load_locale(language_of(project))
        # PowerShell takes a name in quotation marks for a text, so only a path that may need them has them.
        call = program_of(project) if Path(python).is_relative_to(project) else f'"{python}"'
        print(locale.text("command.no_plugin", python=python, call=call, engine=CHECKOUT), file=sys.stderr)
        return 1
    time = str(version.time) if version.commit else os.environ.get("SOURCE_DATE_EPOCH", "0")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": time, "NO_MKDOCS_2_WARNING": "1", **more}
    if HOSTS[host] != host:  # a program of ours, in the engine that runs now
        known = os.environ.get("PYTHONPATH", "").split(os.pathsep)
        environment["PYTHONPATH"] = os.pathsep.join([str(ENGINE.parent), *known])
    command = [sys.executable, "-m", HOSTS[host], *words, "--config-file", SETTINGS]
    return subprocess.run(command, cwd=project, env=environment, check=False).returncode


def _has_plugin(project: Path) -> bool:
    """Whether the plugin that the settings ask for is installed here: a checkout has only a hook."""
    plugins = settings_of(project).get("plugins")
    listed = plugins if isinstance(plugins, list | dict) else []
    names = {name for plugin in listed for name in ([plugin] if isinstance(plugin, str) else plugin or [])}
    return PLUGIN not in names or bool(entry_points(group="mkdocs.plugins", name=PLUGIN))
