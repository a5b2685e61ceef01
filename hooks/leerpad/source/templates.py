"""Files of ours with gaps, each filled in by itself: pages that stand alone, and the settings of servers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

if TYPE_CHECKING:
    from pathlib import Path


def filled(template: Path, /, **known: object) -> str:
    """The text of a template with what is known in its gaps; a gap of which nothing is known is an error.

    With `.html` in its name it is HTML: what goes in is text there, unless it is `Markup`. Anything else gets it as it
    is, and keeps its last newline.
    """
    is_html = ".html" in template.suffixes
    environment = Environment(
        loader=FileSystemLoader(template.parent),
        undefined=StrictUndefined,
        autoescape=is_html,
        keep_trailing_newline=not is_html,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(template.name).render(known)
