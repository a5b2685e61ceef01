"""Files of ours with gaps: what goes into them, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from leerpad.source.templates import filled

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", ["page.html", "page.html.jinja"])
def test_what_goes_into_a_page_is_text_unless_it_is_markup(name: str, tmp_path: Path) -> None:
    page = tmp_path / name
    page.write_text("{% if title %}\n<p>{{ title }}{{ sign }}</p>\n{% endif %}\n", "utf-8")
    assert filled(page, title="<b>", sign=Markup("<i>")) == "<p>&lt;b&gt;<i></p>\n"


def test_what_goes_into_another_file_stands_there_as_it_is(tmp_path: Path) -> None:
    settings = tmp_path / "nginx.conf.jinja"
    settings.write_text("{% for rule in rules %}\nadd {{ rule }};\n{% endfor %}\n# end\n", "utf-8")
    assert filled(settings, rules=["'self'", "<b>"]) == "add 'self';\nadd <b>;\n# end\n"


def test_a_gap_of_which_nothing_is_known_is_an_error(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("{{ title }}", "utf-8")
    with pytest.raises(UndefinedError, match="title"):
        filled(page)
