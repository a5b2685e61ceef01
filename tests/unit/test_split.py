"""Each file of the client is in one bundle, and a page loads those that what it holds needs."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from support.trees import write_tree

from leerpad.course.model.own_pages import OWN
from leerpad.locales import LANGUAGES, load_locale
from leerpad.questions import TYPES
from leerpad.site.assets.bundles import make_assets
from leerpad.site.assets.graph import needs_of, says, words_said
from leerpad.site.assets.minify import ENGINE
from leerpad.site.assets.split import ROOTS, Bundle, bundles_of, client_scripts, make_bundles, marks_of
from leerpad.source.memory import NoMemory

if TYPE_CHECKING:
    from pathlib import Path

BUNDLES = make_bundles()
CLASSES = re.compile(r'class="([^"]*)"|class: ["`]([^"`]*)|classList\.\w+\("([\w-]+)"')
ASSETS = make_assets({}, load_locale("nl"), NoMemory(), "")


def names_of(html: str, bundles: list[Bundle] = BUNDLES) -> list[str]:
    return [bundle.name for bundle in bundles_of(html, bundles) if not bundle.is_later]


def words_of(script: str) -> dict[str, str]:
    found = re.match(r"Object\.assign\(window\.LeerpadWords\?\?=\{\},(.*)\);\n", script)
    assert found is not None
    words: dict[str, str] = json.loads(found[1])
    return words


def bundles_with(file: Path) -> list[Bundle]:
    found = [bundle for bundle in BUNDLES if file in bundle.scripts]
    assert len(found) == 1 or "copied" in says(file)
    return found


def test_what_a_file_needs_has_come_before_it() -> None:
    def too_late(own: Bundle, file: Path, need: Path) -> bool:
        there = bundles_with(need)
        if there[0].is_later and not own.is_later:
            return "Leerpad.later.run(" not in file.read_text("utf-8")  # there it may be used
        where = [bundle for bundle in there if bundle.name in own.way]
        return len(where) != 1 or (where == [own] and own.scripts.index(need) >= own.scripts.index(file))

    pairs = [(own, file, need) for file in client_scripts() for own in bundles_with(file) for need in needs_of(file)]
    assert len(pairs) > 100
    assert [(own.name, file.name, need.name) for own, file, need in pairs if too_late(own, file, need)] == []


def test_every_stylesheet_of_the_client_is_in_a_bundle_and_comes_once_to_a_page() -> None:
    files = {file for bundle in BUNDLES for file in bundle.styles}
    known = {file for room in ("client", "questions", "elements") for file in (ENGINE / room).rglob("*.css")}
    assert files == {file for file in known if file.parent.name != "faults"}
    by_name = {bundle.name: bundle for bundle in BUNDLES}
    for bundle in BUNDLES:
        on_way = [file for name in bundle.way for file in by_name[name].styles]
        assert len(on_way) == len(set(on_way))


def used_in(file: Path) -> set[str]:
    text = file.read_text("utf-8")
    lists = CLASSES.findall(text)
    return {name for found in lists for name in "".join(found).split() if re.fullmatch(r"lp-[\w-]+", name)}


def templates_of(script: Path) -> list[Path]:
    """The HTML that goes along with a script."""
    alike = script.with_suffix(".html")
    if script.name == "client.js":
        return sorted(script.parent.glob("*.html"))
    return [alike] if alike.is_file() else []


def around(tags: list[str]) -> set[str]:
    """The bundles of every page of ours that holds one of these tags."""
    pages = [file.read_text("utf-8") for file in (ENGINE / "elements").glob("*/*.html")]
    holding = [set(names_of(html)) for html in pages if any(f"<{tag}" in html for tag in tags)]
    return set.intersection(*holding) if holding else set()


def test_no_page_lacks_the_styles_of_what_it_shows() -> None:
    """A class that is styled in one bundle alone isn't used in another that doesn't come after it."""
    styled: dict[str, set[str]] = {}
    for bundle in BUNDLES:
        for file in bundle.styles:
            rules = re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.DOTALL)
            for selector in re.findall(r"([^{}]+)\{", rules):
                for name in re.findall(r"(?:^|,)\s*\.(lp-[\w-]+)[^\s,]*\s*(?=,|$)", selector):
                    styled.setdefault(name, set()).add(bundle.name)
    lacking = [
        (file.relative_to(ENGINE).as_posix(), name)
        for bundle in BUNDLES
        for script in bundle.scripts
        for file in [script, *templates_of(script)]
        for name in used_in(file)
        if name in styled
        and not styled[name] & {*bundle.way, *names_of(file.read_text("utf-8")), *around(marks_of(script))}
    ]
    assert len(styled) > 100
    assert lacking == []


def test_a_bundle_comes_after_those_before_it() -> None:
    names = [bundle.name for bundle in BUNDLES]
    assert len(names) == len(set(names))
    assert [
        bundle.name for bundle in BUNDLES if not set(bundle.way[:-1]) <= set(names[: names.index(bundle.name)])
    ] == []


def test_a_page_without_anything_of_ours_loads_the_core_alone() -> None:
    assert names_of("<p>Zo staat het er: &lt;leerpad-quiz></p>") == ["leerpad"]


def test_what_is_needed_later_comes_beside_what_is_needed_now() -> None:
    loaded = ASSETS.of_page("<leerpad-quiz></leerpad-quiz>")
    assert loaded.names == ("leerpad", "quiz")
    assert [asset.uri.split("/")[-1].split(".")[0] for asset in loaded.later] == ["leerpad-later", "quiz-later"]
    said = b"".join(asset.content for asset in loaded.later)
    assert b"quizTools" in said
    assert b"updateViaCache" in said
    assert not any(b"updateViaCache" in asset.content for asset in loaded.scripts)


@pytest.mark.parametrize("kind", TYPES)
def test_a_question_of_each_type_has_what_it_needs(kind: str) -> None:
    html = f"""<leerpad-quiz data-quiz='{{}}'><li data-question='{{"id":"a","points":1,"type":"{kind}"}}'></li>"""
    names = names_of(html)
    assert names[:2] == ["leerpad", "quiz"]
    [bundle] = bundles_with(ENGINE / "questions" / kind / "client.js")
    assert bundle.name in names
    plain = ("single_choice", "multiple_choice", "true_false", "reflection")
    assert set(names[2:]) == (set() if kind in plain else {"scenario" if kind == "scenario" else "rich"})


def test_whatever_tag_a_page_holds_its_script_is_loaded() -> None:
    tags = [(tag, file) for file in client_scripts() for tag in marks_of(file)]
    assert len(tags) > 10
    for tag, file in tags:
        held = f'<a class="{tag}">' if tag.startswith("lp-") else f"<{tag} data-level='een'></{tag}>"
        assert bundles_with(file)[0].name in [bundle.name for bundle in bundles_of(f"<main>{held}</main>", BUNDLES)]


@pytest.mark.parametrize("name", OWN)
def test_each_of_the_learner_s_own_pages_loads_nothing_of_the_others(name: str) -> None:
    needed = ["leerpad", "quiz", "reviews"] if name == "reviews" else ["leerpad", name]
    assert names_of(f"<leerpad-{name}></leerpad-{name}>") == needed


def test_what_stands_in_every_lesson_is_one_bundle_of_which_other_pages_load_nothing() -> None:
    lesson = "<leerpad-gate></leerpad-gate><leerpad-reflect></leerpad-reflect><leerpad-lesson></leerpad-lesson>"
    assert names_of(f"{lesson}<leerpad-actions></leerpad-actions>") == ["leerpad", "lesson"]
    assert names_of("<leerpad-gate></leerpad-gate>") == ["leerpad"]
    copied = {
        file: [bundle.name for bundle in bundles_with(file)] for file in client_scripts() if "copied" in says(file)
    }
    assert copied
    assert "leerpad" not in {name for names in copied.values() for name in names}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_has_every_word_that_its_scripts_say(language: str) -> None:
    locale = load_locale(language)
    made = make_assets({}, locale, NoMemory(), "")
    for bundle in BUNDLES:
        brought = [words_of(made.scripts[name].content.decode()) for name in bundle.way]
        known = {key: text for words in brought for key, text in words.items()}
        assert sum(map(len, brought)) == len(known)  # none is sent twice
        assert words_said(bundle.scripts, locale.for_client()).items() <= known.items()


def test_a_new_element_finds_its_bundle_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def element(name: str, body: str) -> str:
        head = f'/* New. */\n/// <reference path="{ENGINE}/client/elements.js" />\n'
        return f'{head}Leerpad.define("leerpad-{name}", () => {{}});\n{body}'

    write_tree(
        tmp_path,
        {
            "elements/small/client.js": element("small", ""),
            "elements/large/client.js": element("large", f'Leerpad.large = "{"x" * 6000}";\n'),
            "elements/everywhere/client.js": "Leerpad.everywhere = true;\n",
        },
    )
    monkeypatch.setattr("leerpad.site.assets.split.ROOTS", [*ROOTS, tmp_path])
    bundles = make_bundles()
    where = {file.parent.name: bundle.way for bundle in bundles for file in bundle.scripts if tmp_path in file.parents}
    assert where == {"small": ("leerpad",), "large": ("leerpad", "large"), "everywhere": ("leerpad",)}
    assert names_of("<leerpad-large></leerpad-large>", bundles) == ["leerpad", "large"]
