"""An author's loop without a server: builds in this process, one after the other, as `mkdocs serve` makes them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from leerpad.site.build import Memories
from leerpad.source.memory import Memory

if TYPE_CHECKING:
    from pathlib import Path

    from leerpad.hosts.mkdocs import Plugin

Site = dict[str, bytes]


class Loop:
    """A course on disk that is built again and again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.memories = Memories(Memory(), Memory())

    def write(self, files: dict[str, str]) -> None:
        """Make the folder hold these files and no others; what stays the same is not touched."""
        for file in self.folder.rglob("*"):
            if file.is_file() and file.relative_to(self.folder).as_posix() not in files:
                file.unlink()
        for name, text in files.items():
            file = self.folder / name
            if not file.exists() or file.read_text("utf-8") != text:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, "utf-8")
        for folder in sorted((one for one in self.folder.rglob("*") if one.is_dir()), reverse=True):
            if not any(folder.iterdir()):
                folder.rmdir()

    def built(self) -> Site | str:
        """The site as it comes out with all that was remembered; or what was wrong."""
        return self._built(self.memories)

    def built_fresh(self) -> Site | str:
        """The site as it comes out if nothing is known."""
        return self._built(Memories())

    def built_and_forgotten(self) -> Site | str:
        """The site as it comes out with all that was remembered; then nothing is known that wasn't before."""
        twin = Memories(Memory(), Memory())
        for ours, theirs in (
            (self.memories.reading, twin.reading),
            (self.memories.rendering, twin.rendering),
        ):
            theirs._asked = dict(ours._asked)
        return self._built(twin)

    def _built(self, memories: Memories) -> Site | str:
        site = self.folder.with_name(f"{self.folder.name}-site")
        shutil.rmtree(site, ignore_errors=True)
        config = load_config(config_file=str(self.folder / "mkdocs.yml"), site_dir=str(site))
        door: Any = next(iter(config.hooks.values()))
        plugin: Plugin = door.on_config.__self__
        plugin.memories = memories
        try:
            build(config)
        except MkDocsException as error:
            return f"{error}: {error.__context__}"  # MkDocs says only that there was something
        finally:
            plugin.memories = Memories()
        return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}
