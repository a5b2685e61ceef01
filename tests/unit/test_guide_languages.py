"""The guide in every language: the same pages with the same keys, tables and examples, and no word of another language."""

from __future__ import annotations

import re

import pytest
from markdown import Markdown
from support.guides import fences

from leerpad.advice import CODES
from leerpad.guide import FOLDER, MARKDOWN, MARKDOWN_SETTINGS, NAMES, PICTURES, WHOLE_IN, load_guide, picture_file
from leerpad.locales import DEFAULT, LANGUAGES
from leerpad.site.assets.minify import ENGINE
from leerpad.source.model_keys import KNOWN_KEYS
from leerpad.source.text_slips import KINDS

OTHERS = [language for language in LANGUAGES if language != WHOLE_IN]
MISSING: dict[str, set[str]] = {"nl": set()}
"""Pages that a language still lacks: there, they come in English."""
WRITTEN = [(language, name) for language in OTHERS for name in NAMES if name not in MISSING.get(language, ())]
COLUMNS = {"answer", "question"}
"""Names of columns in a spreadsheet, which have their own words in each language."""
DUTCH = re.compile(
    r"\b(?:een|het|niet|zijn|wordt|deze|voor|naar|maar|ook|geen|je|jij|wij|hoe|waar|les|lessen|toets|vraag|vragen)\b"
)
"""Words that stand in nearly every Dutch sentence, and mean nothing in English."""


def text_of(language: str, name: str) -> str:
    return (FOLDER / language / f"{name}.md").read_text("utf-8")


def shape(text: str) -> dict[str, object]:
    """What must be the same in every language."""
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    return {
        "headings": re.findall(r"^#+(?= )", prose, re.MULTILINE),
        "rows": len(re.findall(r"^\| ", prose, re.MULTILINE)),
        "keys": sorted((KNOWN_KEYS - COLUMNS) & set(re.findall(r"^\| `([a-z_]+)` \|", prose, re.MULTILINE))),
        "items": len(re.findall(r"^\s*(?:-|\d+\.) ", prose, re.MULTILINE)),
        "code": [fence.language for fence in fences(text)],
        "directives": re.findall(r"^<!-- [\w-]+.*-->$", prose, re.MULTILINE),
        "links": sorted(file for file, _ in re.findall(r"\]\(([\w-]+\.md)(#[\w-]*)?\)", prose)),
    }


@pytest.mark.parametrize("language", OTHERS)
def test_what_a_language_lacks_is_known(language: str) -> None:
    assert {name for name in NAMES if not (FOLDER / language / f"{name}.md").is_file()} == MISSING.get(language, set())
    assert [page.name for page in load_guide(language)] == [*NAMES]


def test_what_a_third_language_lacks_comes_in_english() -> None:
    """It came in Dutch, which few readers of a course in German know. Now it is as with all other words."""
    assert WHOLE_IN == DEFAULT
    assert {name for name in NAMES if not (FOLDER / WHOLE_IN / f"{name}.md").is_file()} == set()
    assert [page.text for page in load_guide("de")] == [text_of("en", name) for name in NAMES]
    assert {name: picture_file(name, "de") for name in PICTURES} == {
        name: picture_file(name, "en") for name in PICTURES
    }


@pytest.mark.parametrize(("language", "name"), WRITTEN)
def test_a_page_says_as_much_as_the_english_one(language: str, name: str) -> None:
    assert shape(text_of(language, name)) == shape(text_of(WHOLE_IN, name))


@pytest.mark.parametrize("name", NAMES)
def test_no_dutch_word_is_left_in_english(name: str) -> None:
    assert DUTCH.findall(text_of("en", name)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_between_pages_leads_to_a_heading(language: str) -> None:
    pages = {page.name: page.text for page in load_guide(language)}
    own = {name for name in NAMES if (FOLDER / language / f"{name}.md").is_file()}
    anchors = {}
    for name, text in pages.items():
        html = Markdown(extensions=list(MARKDOWN), extension_configs=MARKDOWN_SETTINGS).convert(text)
        anchors[name] = set(re.findall(r' id="([^"]+)"', html))
    for name in own:
        prose = re.sub(r"^```.*?^```$", "", pages[name], flags=re.MULTILINE | re.DOTALL)
        for file, anchor in re.findall(r"(?<!`)\]\((?:([\w-]+)\.md)?#([\w-]+)\)", prose):
            if (file or name) in own:
                assert anchor in anchors[file or name], f"{name}: {file}#{anchor}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_that_a_page_shows_is_there_is_small_and_is_said_in_words(language: str) -> None:
    text = re.sub(r"```.*?```", "", "".join(page.text for page in load_guide(language)), flags=re.DOTALL)
    shown = re.findall(r"!\[([^\]]*)\]\(([\w.-]+)\)", text)
    assert {name for _, name in shown} == {*PICTURES}
    assert min(len(words) for words, _ in shown) > 20
    assert max(picture_file(name, language).stat().st_size for name in PICTURES) < 60_000


@pytest.mark.parametrize("language", [WHOLE_IN, *(language for language, name in WRITTEN if name == "advice")])
def test_every_advice_has_its_place(language: str) -> None:
    text = text_of(language, "advice")
    assert sorted(re.findall(r"^### .+: `([\w-]+)` \{ #\1 \}$", text, re.MULTILINE)) == list(CODES)


def boxes_of(language: str) -> list[str]:
    """The names of the boxes, in the order in which the guide shows them."""
    return [
        *dict.fromkeys(re.findall(r"^(?:!!!|\?{3}\+?) ([\w-]+)", text_of(language, "boxes-and-pictures"), re.MULTILINE))
    ]


@pytest.mark.parametrize("language", [language for language, name in WRITTEN if name == "boxes-and-pictures"])
def test_a_box_looks_and_works_the_same_in_every_language(language: str) -> None:
    """Its names stand beside each other wherever a style or a script looks for it: add-a-language.md."""
    assert set(boxes_of(language)) <= set(KINDS)
    files = [file for file in ENGINE.rglob("*.*") if file.suffix in (".css", ".js") and "__pycache__" not in file.parts]
    texts = {file.relative_to(ENGINE).as_posix(): file.read_text("utf-8") for file in files}
    pairs = [*zip(boxes_of(WHOLE_IN), boxes_of(language), strict=True)]
    assert len(pairs) == 8

    def places(name: str) -> dict[str, int]:
        named = re.compile(rf"(?<=[\s(,\"])\.{name}\b")
        return {file: len(named.findall(text)) for file, text in texts.items() if named.search(text)}

    assert {names for names in pairs if places(names[0]) != places(names[1])} == set()
    assert all(places(name) for name, _ in pairs)
