"""Each file of the client says what it needs, and from that follow the order and the script that pages load."""

from __future__ import annotations

from graphlib import CycleError
from typing import TYPE_CHECKING

import pytest
from support.client import provided_by, provider_of, providers, used_by
from support.sources import found_in

from leerpad.locales import LANGUAGES, load_locale
from leerpad.site.assets.graph import in_order, needs_of, words_said
from leerpad.site.assets.minify import ENGINE
from leerpad.site.assets.split import client_scripts

if TYPE_CHECKING:
    from pathlib import Path

SCRIPTS = client_scripts()
PROVIDERS = providers(SCRIPTS)
NAMESPACE = ENGINE / "client" / "namespace.js"
START = ENGINE / "client" / "start.js"
MAY_NEED = {
    "client": {"client"},
    "questions": {"client", "questions"},
    "elements": {"client", "questions", "elements"},
}


def name_of(file: Path) -> str:
    return file.relative_to(ENGINE).as_posix()


def write(folder: Path, **needs: list[str]) -> dict[str, Path]:
    for name, others in needs.items():
        head = "".join(f'/// <reference path="{other}.js" />\n' for other in others)
        (folder / f"{name}.js").write_text(f"/* A part. */\n{head}window.{name} = 1;\n", "utf-8")
    return {name: folder / f"{name}.js" for name in needs}


def test_what_a_file_uses_comes_from_a_file_it_needs() -> None:
    def missing(file: Path) -> set[str]:
        used = used_by(file) - provided_by(file)
        return {name for name in used if provider_of(name, PROVIDERS) not in {*needs_of(file), file}}

    assert found_in(SCRIPTS, missing) == {}


def test_what_a_file_needs_is_used_there() -> None:
    """Only `start.js` needs parts that provide nothing and work by themselves."""

    def unused(file: Path) -> set[Path]:
        return set(needs_of(file)) - {provider_of(name, PROVIDERS) for name in used_by(file)} - {NAMESPACE}

    assert found_in([file for file in SCRIPTS if file != START], unused) == {}


def test_a_room_of_the_client_needs_only_the_rooms_before_it() -> None:
    def rooms_behind(file: Path) -> set[str]:
        return {name_of(need).split("/")[0] for need in needs_of(file)} - MAY_NEED[name_of(file).split("/")[0]]

    assert found_in(SCRIPTS, rooms_behind) == {}


def test_every_name_has_one_provider() -> None:
    all_names = [name for file in SCRIPTS for name in provided_by(file)]
    assert sorted(all_names) == sorted(set(all_names))


def test_the_first_of_the_script_is_the_namespace_and_the_last_starts_it() -> None:
    assert SCRIPTS[0] == NAMESPACE
    assert SCRIPTS[-1] == START
    place = {file: index for index, file in enumerate(SCRIPTS)}
    assert [name_of(file) for file in SCRIPTS if any(place[need] > place[file] for need in needs_of(file))] == []


def test_every_script_of_the_client_is_in_the_script_that_pages_load() -> None:
    """But for four that pages load apart, and those of the worker, which isn't of a page."""
    files = {name_of(file) for room in MAY_NEED for file in (ENGINE / room).rglob("*.js")}
    apart = {
        "client/early_font.js",
        "client/theme_material_file_search.js",
        "client/theme_material_late_search.js",
        "elements/not-found/find.js",
    }
    assert files - {name_of(file) for file in SCRIPTS} == apart


def test_a_part_comes_once_and_after_what_it_needs(tmp_path: Path) -> None:
    files = write(tmp_path, last=["left", "right"], left=["base"], right=["base"], base=[], other=[])
    assert [file.stem for file in in_order([files["last"], files["other"]])] == [
        "base",
        "left",
        "right",
        "last",
        "other",
    ]


def test_parts_that_need_each_other_are_refused_by_name(tmp_path: Path) -> None:
    files = write(tmp_path, hen=["egg"], egg=["hen"])
    with pytest.raises(CycleError, match=r"hen\.js.*egg\.js|egg\.js.*hen\.js"):
        in_order([files["hen"]])


def test_what_nobody_needs_is_left_out(tmp_path: Path) -> None:
    files = write(tmp_path, root=["used"], used=[], unused=[])
    assert files["unused"] not in in_order([files["root"]])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_script_brings_each_word_that_it_says(language: str) -> None:
    words = load_locale(language).for_client()
    assert words_said(SCRIPTS, words) == words


def test_a_smaller_script_brings_only_its_own_words() -> None:
    words = load_locale("en").for_client()
    parts = in_order([ENGINE / "questions" / "numeric" / "client.js"])
    said = words_said(parts, words)
    assert {"numeric.missing", "text.right_with", "question.points.one", "question.points.other"} <= said.keys()
    assert {key for key in said if key.startswith(("plan.", "quiz.", "scan."))} == set()
