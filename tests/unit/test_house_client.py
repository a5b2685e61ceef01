"""The scripts of the client keep the rules of the house: what each may say, ask for and declare."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from support.client import without_comments
from support.house import CLIENT, ENGINE
from support.sources import found_in

from leerpad.questions import TYPES

if TYPE_CHECKING:
    from pathlib import Path


def test_no_script_names_a_question_type_outside_its_folder() -> None:
    """Nor asks for its script: what a type shares with others stands in `questions/shared`."""

    def foreign_names(file: Path) -> list[str]:
        types = "|".join(TYPES.keys() - {file.parent.name})
        named = rf"\bquestions[./](?:{types})\b|\b(?:{types})\b[^{{}};]*}} = Leerpad\.questions\b"
        return re.findall(named, file.read_text("utf-8"))

    assert found_in(CLIENT, foreign_names) == {}


def out_of_its_room(file: Path) -> list[str]:
    """What a script says that only others may say."""
    forbidden = [
        (r"localStorage", ("backend.js", "shelf.js")),  # in a package the shell keeps what is kept
        (r"Date\.now", ("pen.js", "worker.js")),  # the worker isn't a caller of the store
        (r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", ()),
        # Whose whole work it is: the worker under the policy of the site, the other where a learning system asks for it.
        # The third fetches what the site publishes for checking badges.
        (r"fetch\(", ("worker.js", "records.js", "published.js")),
        (
            r"XMLHttpRequest",
            ("theme_material_late_search.js",),
        ),  # which holds a request of the theme back, and makes none
        (r"https?://(?!www\.w3\.org/2000/svg)", ("statements.js",)),  # whose names of things are addresses
        (r"sendBeacon|\bimport\(", ()),
    ]
    script = without_comments(file.read_text("utf-8"))
    return [word for said, may in forbidden if file.name not in may for word in re.findall(said, script)]


def test_the_client_keeps_to_its_rooms() -> None:
    assert found_in(CLIENT, out_of_its_room) == {}


def test_what_must_be_on_the_page_is_found_by_type_without_a_cast() -> None:
    """By `Leerpad.find`, which says what is missing; `| null` is for what may be missing. `find.js` and the shell stand alone."""
    cast = re.compile(r"@type \{[^}|]*\} \*/ \((?:\[\.\.\.)?[\w.]+\.querySelector")
    others = [file for file in CLIENT if file.name not in ("find.js", "shell.js")]
    assert found_in(others, lambda file: cast.findall(file.read_text("utf-8"))) == {}


def test_what_the_build_put_on_an_element_is_read_in_one_way() -> None:
    """By `Leerpad.data`, which knows the shape of each."""
    others = [file for file in CLIENT if file.name != "dom.js"]
    assert found_in(others, lambda file: re.findall(r"JSON\.parse\([^;\n]*dataset", file.read_text("utf-8"))) == {}


def test_what_a_script_makes_has_the_type_of_its_tag() -> None:
    cast = re.compile(r"@type \{HTML\w+\} \*/ \(\s*(?:Leerpad\.)?el\(")
    assert found_in(CLIENT, lambda file: cast.findall(file.read_text("utf-8"))) == {}


def test_nothing_is_done_that_the_minifier_takes_for_nothing() -> None:
    """It drops `void (a && b())` whole, also what b does."""
    dropped = re.compile(r"\bvoid \([^;]*?(?:&&|\|\||\?\?)")
    assert found_in(CLIENT, lambda file: dropped.findall(without_comments(file.read_text("utf-8")))) == {}


def types_beside(file: Path) -> Path:
    """Where a script's types stand: in the folder of its element, or of all question types, or of the core."""
    room, *inner = file.relative_to(ENGINE).parts
    return ENGINE / room / (inner[0] if room == "elements" else "") / "types.d.ts"


def test_a_script_declares_what_it_gives_in_its_own_room() -> None:
    def undeclared(file: Path) -> set[str]:
        given = set(re.findall(r"^ *Leerpad\.(\w+) (?:\?\?)?= ", file.read_text("utf-8"), re.MULTILINE))
        types = (types_beside(file), ENGINE / "client" / "stored.d.ts")
        told = {
            name
            for one in types
            if one.exists()
            for name in re.findall(r"^  (\w+)[(:<]", one.read_text("utf-8"), re.MULTILINE)
        }
        return given - told

    rooms = ("client", "questions", "elements")
    assert found_in([file for file in CLIENT if file.relative_to(ENGINE).parts[0] in rooms], undeclared) == {}
