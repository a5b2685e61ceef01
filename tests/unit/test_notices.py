"""Everything that a site brings of others comes with its licence."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from leerpad.site.plan.pages import NOTICES

if TYPE_CHECKING:
    from pathlib import Path


def test_the_site_carries_the_licence_of_everything_in_it(small_site: Path) -> None:
    notices = (small_site / NOTICES).read_text("utf-8")
    assert re.search(r"Material for MkDocs +Copyright \(c\) 2016-\d{4} Martin Donath", notices)
    for start in (
        "MIT License\n",
        "0BSD License\n",
        "Apache License\n",
        "SIL OPEN FONT LICENSE Version 1.1",
        "Leerpad  ",
        "Zilla Slab  ",
        "Font Awesome Free  ",
    ):
        assert notices.count(start) >= 1
    packed = {
        package.removesuffix(".js")
        for file in small_site.rglob("*.map")
        for source in json.loads(file.read_text("utf-8"))["sources"]
        for package in re.findall(r"node_modules/((?:@[^/]+/)?[^/]+)", source)[-1:]
    }
    assert {"rxjs", "lunr", "clipboard"} <= packed
    assert [name for name in sorted(packed) if f"\n{name}" not in notices] == []
    others = {file.parent.name for file in small_site.rglob("*.js") if "Copyright" in file.read_text("utf-8")}
    assert others <= {"min", "lunr", "workers", "javascripts"}  # each folder is in the notices
