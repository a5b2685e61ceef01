"""All that the engine called otherwise before, in one place: courses, links and learners of then still get on.

A name that was changed is added here with its new one, and stays. Keys of storage never changed: `client/store.js` says why,
and `tests/browser/test_store_versions.py` holds them.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest
from support.sources import found_in

from leerpad.advice import codes
from leerpad.authoring.migrations import MIGRATIONS
from leerpad.course.load.lists import LISTS
from leerpad.deploy.dossier import accessibility
from leerpad.site.assets.minify import ENGINE
from leerpad.site.render import anchors

if TYPE_CHECKING:
    from pathlib import Path

FILES = {"docs/begrippen.yml": "docs/glossary.yml", "docs/bronnen.yml": "docs/sources.yml"}
ANCHORS = {
    "begrip-": "term-",
    "bron-": "source-",
    "vraag-": "question-",
    "actie-": "action-",
    "stappen-": "steps-",
    "certificaat": "certificate",
    "certificaat-": "certificate-",
    "bronnen-van-deze-les": "lesson-sources",
}
LINES = {
    "<!-- Uitslag van make audit; verander hem niet met de hand. -->": "<!-- Result of make audit; do not change it by hand. -->",
    "<!-- Einde van de uitslag. -->": "<!-- End of the result. -->",
}
CODES = {
    "alle-bovenstaande": "all-of-the-above",
    "beeld-als-link": "image-as-link",
    "beeld-van-buiten": "outside-image",
    "beeld-zonder-tekst": "image-without-text",
    "buiten-vak": "outside-box",
    "goede-keuze-langste": "longest-is-right",
    "goede-keuze-zelfde-plaats": "right-in-same-place",
    "hekje-aan-begin": "leading-hash",
    "html-uit-word": "word-html",
    "je-en-u": "mixed-address",
    "kapotte-tabel": "broken-table",
    "keuze-zonder-reden": "choice-without-reason",
    "keuzes-bijna-gelijk": "similar-choices",
    "kop-verschoven": "indented-heading",
    "koppen-volgorde": "heading-order",
    "lange-zin": "long-sentence",
    "lange-zinnen": "long-sentences",
    "leesniveau": "reading-level",
    "les-langer-dan-minuten": "longer-than-minutes",
    "les-zonder-vraag": "lesson-without-question",
    "lijdende-vorm": "passive-voice",
    "lijst-inspringing": "list-indent",
    "lijst-tegen-tekst": "list-against-text",
    "lijst-zonder-spatie": "list-without-space",
    "losse-opmaak": "unclosed-markup",
    "losse-voetnoot": "loose-footnote",
    "moeilijk-woord": "hard-word",
    "nalezen": "review-due",
    "negeer-onbekend": "unknown-silence",
    "negeer-overbodig": "needless-silence",
    "negeer-zonder-reden": "silence-without-reason",
    "ongebruikt-begrip": "unused-term",
    "ongebruikt-bestand": "unused-file",
    "ongebruikte-bron": "unused-source",
    "ongebruikte-quiz": "unused-quiz",
    "ongebruikte-scan": "unused-scan",
    "onopvallende-ontkenning": "hidden-negation",
    "oude-bestandsnaam": "old-file-name",
    "pagina-buiten-menu": "page-outside-menu",
    "soort-vak": "unknown-box",
    "starttekst": "starter-text",
    "streep-tegen-tekst": "rule-against-text",
    "tekst-na-hekje": "text-after-hash",
    "toets-te-raden": "guessable-test",
    "trekking-mist-les": "draw-misses-lesson",
    "verhuisd-zonder-adres": "moved-without-address",
    "vraag-zonder-les": "question-without-lesson",
    "vraagtype-eenmalig": "single-use-type",
    "vreemd-lijstteken": "odd-bullet",
    "weinig-vragen-voor-draw": "few-questions-to-draw",
    "zin-als-code": "sentence-as-code",
}
"""Of advice, as authors silence it."""

TABLES = {
    "advice/codes.py": {"EARLIER"},
    "course/model/bibliography.py": {"EARLIER_BIBLIOGRAPHY"},
    "course/model/glossary.py": {"EARLIER_GLOSSARY"},
    "deploy/dossier/accessibility.py": {"EARLIER"},
    "site/render/anchors.py": {"EARLIER", "EARLIER_WHOLE"},
}
"""Where the engine knows of names from before."""


def test_every_earlier_name_of_a_file_is_read_and_brought_along() -> None:
    assert {earlier: now for now, earlier in LISTS.values()} == FILES
    texts = {earlier: f"# {earlier}\n" for earlier in FILES}
    assert [(change.path, change.params["new"]) for migrate in MIGRATIONS for change in migrate(texts)] == [
        *FILES.items()
    ]
    assert texts == {now: f"# {earlier}\n" for earlier, now in FILES.items()}


@pytest.mark.parametrize(("earlier", "now"), ANCHORS.items())
def test_every_earlier_anchor_has_a_name_now(earlier: str, now: str) -> None:
    name = "zo-maar" if earlier.endswith("-") else ""
    assert anchors.name_now(earlier + name) == now + name


def test_no_anchor_is_renamed_that_is_not_listed_and_the_browser_knows_the_same() -> None:
    kinds = {earlier.rstrip("-"): now.rstrip("-") for earlier, now in ANCHORS.items()}
    assert kinds == anchors.EARLIER | anchors.EARLIER_WHOLE
    script = (ENGINE / "client" / "anchors.js").read_text("utf-8")
    table = dict(re.findall(r'^    (\w+): "([\w-]+)",$', script, re.MULTILINE))
    whole = re.findall(r'earlier: "([\w-]+)", now: "([\w-]+)"', script)
    assert table | dict(whole) == kinds


def test_every_earlier_code_of_advice_is_silenced_by_its_name_of_now() -> None:
    assert codes.EARLIER == CODES
    assert set(CODES.values()) <= set(codes.CODES)
    assert not CODES.keys() & set(codes.CODES)


def test_the_lines_around_a_measurement_are_known_as_they_were() -> None:
    assert accessibility.with_marks_of_now("\n".join(LINES)) == "\n".join(LINES.values())
    assert accessibility.EARLIER == LINES


def test_the_engine_knows_earlier_names_nowhere_else() -> None:
    """A new table of such names comes into the list above, and what it renames into a table of this file."""

    def tables_in(file: Path) -> set[str]:
        tree = ast.parse(file.read_text("utf-8"))
        named = [node.targets[0] for node in tree.body if isinstance(node, ast.Assign)]
        return {name.id for name in named if isinstance(name, ast.Name) and re.match(r"_?EARLIER", name.id)}

    found = found_in(ENGINE.rglob("*.py"), tables_in)
    assert {name.removeprefix("hooks/leerpad/"): tables for name, tables in found.items()} == TABLES
    assert [migrate.__name__ for migrate in MIGRATIONS] == ["rename_lists"]
