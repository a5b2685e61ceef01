"""What stands between MkDocs and the engine: the door, and the plugin behind it."""

from __future__ import annotations

import ast
import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from mkdocs.commands import serve
from support.trees import REPOSITORY

from leerpad.hosts.material import calmed, calmed_name, finished, with_head, without_foreign_shim
from leerpad.hosts.mkdocs import Plugin

DOOR = REPOSITORY / "hooks" / "portal.py"


def test_the_door_keeps_nothing_and_decides_nothing() -> None:
    lines = DOOR.read_text("utf-8").splitlines()
    assert len(lines) <= 10
    about, plugin, handing = ast.parse("\n".join(lines)).body
    assert isinstance(about, ast.Expr)
    assert isinstance(plugin, ast.ImportFrom)
    assert ast.unparse(handing) == "globals().update(Plugin().events())"


def test_two_plugins_share_no_state() -> None:
    one, other = Plugin(), Plugin()
    one.on_startup("serve")
    one.on_shutdown()
    assert one.memories is not other.memories
    assert one.events().keys() == other.events().keys()


def test_mkdocs_gets_its_build_back_when_it_stops_serving() -> None:
    """It was wrapped once more at each start, and stayed so: a second build in one process ran our guard twice."""
    before = vars(serve)["build"]
    plugin = Plugin()
    plugin.on_startup("serve")
    guarded = vars(serve)["build"]
    plugin.on_startup("serve")
    assert vars(serve)["build"] is guarded is not before
    plugin.on_shutdown()
    plugin.on_shutdown()
    assert vars(serve)["build"] is before


HEAD = """<head><link rel="stylesheet" href="../assets/stylesheets/main.57a0.min.css">
<link rel="stylesheet" href="../assets/stylesheets/palette.fb2f.min.css">
<link rel="stylesheet" href="../own.css"><script>theme()</script></head>"""


def test_our_tags_come_after_the_styles_of_the_theme_and_before_all_else() -> None:
    html = with_head(HEAD, ("<script>ours</script>", "<style>ours</style>"))
    order = ["palette.", "<script>ours", "<style>ours", "own.css", "theme()"]
    assert sorted(order, key=html.index) == order


def test_a_browser_that_kept_the_style_sheet_of_the_theme_asks_for_ours() -> None:
    html = with_head(HEAD, ())
    (name,) = re.findall(r"stylesheets/(main\.57a0\.[0-9a-f]{8}\.min\.css)", html)
    assert (calmed_name("main.57a0.min.css"), calmed_name(name)) == (name, name)
    assert calmed_name("palette.fb2f.min.css") == "palette.fb2f.min.css"


def test_a_theme_without_styles_of_its_own_gets_our_tags_at_the_end_of_the_head() -> None:
    assert with_head("<head><title>a</title></head><body>", ("<b>",)).replace("\n", "") == (
        "<head><title>a</title><b></head><body>"
    )


def test_no_script_of_another_host_comes_along() -> None:
    extra = {"polyfills": ["own.js", "https://unpkg.com/iframe-worker/shim"]}
    without_foreign_shim(extra)
    assert extra == {"polyfills": ["own.js"]}


def test_what_the_theme_writes_beside_html_goes() -> None:
    page = '<input autocomplete="off"><label for="a" tabindex="">A</label><b tabindex="0">'
    assert finished(page, "Naar") == '<input><label for="a">A</label><b tabindex="0">'


def test_the_layout_of_the_theme_goes_and_what_is_shown_as_written_stays() -> None:
    script = "<script>\n        `a\n         b`\n      </script>"
    code = "<pre>\n        c</pre>"
    article = '<article class="md-content__inner md-typeset">\n        <p>d\n\n        e</p>\n      </article>'
    page = f"""
      <nav>

        <b>a</b>
        <i>b</i>
      </nav>
      {script}
      {code}
      {article}
      <footer>
        <a>f</a>
      </footer>
"""

    assert (
        finished(page, "Naar")
        == f"""
<nav>
<b>a</b>
<i>b</i>
</nav>
{script}
{code}
<div id="lp-content"></div>{article}
<footer>
<a>f</a>
</footer>
"""
    )


PSEUDO = re.compile(r"::?[\w-]+(\((?:[^()]|\([^()]*\))*\))?")
ANYTHING = re.compile(r"(?:[+~]|\[class\]).*(?<!:target)$")


def subjects(styles: str) -> list[tuple[str, str]]:
    """Each selector, and what its last part says of an element beside pseudo-classes that name none."""
    named = re.sub(r":(?:where|is)\(([^():]*)\)", r"\1", styles)
    selectors = [one for part in re.findall(r"([^{}]+)\{", named) for one in re.split(r",(?![^(]*\))", part)]
    return [(one, PSEUDO.sub("", re.split(r"[\s>+~](?![^(]*\))", one.strip())[-1]).strip("*")) for one in selectors]


@pytest.mark.parametrize("theme", ["material", "zensical"])
def test_a_change_beside_something_does_not_concern_all_of_the_page(theme: str) -> None:
    """A rule about anything after a sibling, or below what has no class, made a browser work out the style of it all."""
    found = find_spec(theme)
    assert found is not None
    assert found.origin is not None
    folder = Path(found.origin).parent / "templates/assets/stylesheets"
    (file,) = [*folder.glob("main.*.css"), *folder.glob("classic/main.*.css")]
    styles = file.read_text("utf-8")

    def about_anything(text: str) -> list[str]:
        return [one for one, subject in subjects(text) if not subject and ANYTHING.search(one)]

    assert about_anything(styles)
    assert about_anything(calmed(styles)) == []
    assert calmed(calmed(styles)) == calmed(styles)
