"""In a package, scripts that stand in pages are files, so that a strict policy lets them run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.trees import write_tree

from leerpad.deploy.lms.scripts_apart import FOLDER, set_scripts_apart

if TYPE_CHECKING:
    from pathlib import Path

TEXT = 'var a = "</p>";'
PAGE = """<head><!-- <script>of nothing</script> --><script src="a.js"></script>
<SCRIPT id="x > y">var a = "</p>";</SCRIPT><script type='application/json'>{"a": 1}</script><script>\u00e9()</script></head>
<textarea><script>no()</script></textarea><script></script>"""


def test_what_runs_goes_to_files_and_what_does_not_stays(tmp_path: Path) -> None:
    write_tree(tmp_path, {"index.html": PAGE, "een/les.html": PAGE, "other.txt": PAGE})
    set_scripts_apart(tmp_path)
    kept = {file.read_text("utf-8"): file.name for file in (tmp_path / FOLDER).iterdir()}
    assert kept.keys() == {TEXT, "\u00e9()"}
    for page, way in (("index.html", ""), ("een/les.html", "../")):
        first, second = (f'src="{way}{FOLDER}/{kept[text]}"></script>' for text in (TEXT, "\u00e9()"))
        wanted = PAGE.replace(f'<SCRIPT id="x > y">{TEXT}</SCRIPT>', f'<script id="x > y" {first}')
        wanted = wanted.replace("<script>\u00e9()</script>", f"<script {second}")
        assert (tmp_path / page).read_text("utf-8") == wanted
    assert (tmp_path / "other.txt").read_text("utf-8") == PAGE
