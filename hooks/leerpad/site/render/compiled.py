"""Templates are kept compiled, as Python keeps what it compiled: compiling them anew took a thirtieth of a build."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache

from leerpad.site.assets.minify import ENGINE
from leerpad.source.memory import digest

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

KEPT = ENGINE / "__pycache__" / "templates"


class CompiledTemplates(FileSystemBytecodeCache):
    """Those in a folder. Each is compiled anew when its text changes, or Jinja, or how we set Jinja up."""

    def __init__(self, folder: Path) -> None:
        set_up = Path(__file__).with_name("templates.py").read_bytes()
        super().__init__(str(folder), f"{digest(version('jinja2') + digest(set_up))[:10]}-%s.cache")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Look for a template; it isn't there where nothing can be read."""
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, but where nothing may be written."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                Path(self.directory).mkdir(parents=True, exist_ok=True)
                super().dump_bytecode(bucket)
