"""What a build for a learning system leaves out. Apart from the rest of a package, for every build loads this."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leerpad.deploy.servers import site_files

if TYPE_CHECKING:
    from pathlib import Path


def trim(site: Path, never: str) -> None:
    """Take files away whose names match: what no reader in a learning system needs."""
    for name, file in site_files(site).items():
        if re.search(never, name):
            file.unlink()
