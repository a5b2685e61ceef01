"""Sources: read, cited and named as they should be; told to authors when they are wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from support.faults import LESSON, TEST, Case, changed, faults_of, load_flawless
from support.trees import course, lesson, question, quiz, write_tree

from leerpad.advice import advise
from leerpad.course.check.course import check_course
from leerpad.course.load.course import Roots, load_course, read_sources
from leerpad.course.model.bibliography import lessons_by_source
from leerpad.locales import load_locale
from leerpad.site.markdown.citations import CitationProcessor, CitedLink
from leerpad.source.citations import Cited, read_citation
from leerpad.source.diagnostics import Report
from leerpad.source.markdown_text import MarkdownText

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = "docs/sources.yml"


def source(name: str, authors: str = "[Een, Twee]", **keys: str) -> str:
    """One source, on lines of its own."""
    written = {"id": name, "authors": authors, "year": "2002", "title": f"Over {name}", "kind": "study"}
    written |= {"certainty": "summary", "shows": "Iets.", "limit": "Niet alles.", **keys}
    lines = [f"{key}: {value}" for key, value in written.items() if value]
    return "  - " + "\n    ".join(lines) + "\n"


def with_sources(*entries: str, **files: str) -> dict[str, str | bytes]:
    entries = entries or (
        source("een-2002"),
        source("twee-2003", "[Aa, Bb, Cc]", year="2003"),
        source("wet", "De wet", year=""),
    )
    return {**course(), SOURCES: "sources:\n" + "".join(entries), "docs/bronnen.md": "<!-- sources -->\n", **files}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zo is het [@een-2002].", [("een-2002", 0, 12)]),
        ("[-@een] en [ @twee ; -@drie ]", [("een", 0, 2), ("twee", 0, 14), ("drie", 0, 22)]),
        ("a\n[@een][@twee]", [("een", 1, 2), ("twee", 1, 8)]),
        ("`[@een]` [@een](mailto:a@b.nl) ![@een](x) \\[@een]", []),
        ("```\n[@een]\n```", []),
        ("\\\\[@een] \\![@twee]", [("een", 0, 4), ("twee", 0, 13)]),
        ("Zo zegt [@een]: dat.", [("een", 0, 10)]),
        ("Mail a@b.nl of [a@b.nl]", []),
        ("[@Een] en [@een, p. 3]", [("", 0, 1), ("", 0, 11)]),
        ("Regel [@een;\n@twee]", [("", 0, 7)]),
    ],
)
def test_citations_are_found_where_they_stand(text: str, found: list[tuple[str, int, int]]) -> None:
    assert [tuple(citation) for citation in MarkdownText(text).citations] == found


BITS = [
    "[@een]",
    "[-@twee]",
    "[@een; @twee]",
    "[@",
    "@een",
    "]",
    "[",
    "(x)",
    " ",
    "\n\n",
    "\\",
    "`",
    "*",
    "- ",
    "    ",
    "[@Fout]",
    "![",
    ";",
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(BITS), max_size=20).map("".join))
@example("```[@een]")  # a fence that is never closed
@example("\\\\[@een]")
def test_what_is_rendered_was_checked(text: str) -> None:
    """A citation that becomes a link was seen by the checks, which know its source."""
    assume("\\`" not in text)  # whether a mark of code is escaped, only Markdown itself knows
    rendered: list[str] = []

    def resolve(cited: list[Cited]) -> list[CitedLink]:
        rendered.extend(item.source for item in cited)
        return [CitedLink("x", "#x") for _ in cited]

    md = Markdown(extensions=["pymdownx.superfences"])
    CitationProcessor.register(md, resolve)
    md.convert(text)
    assert set(rendered) <= {citation.source for citation in MarkdownText(text).citations}


def test_a_citation_is_read_whole_or_not_at_all() -> None:
    assert read_citation("@een; -@twee") == [Cited("een", False), Cited("twee", True)]
    assert read_citation("@een; twee") is None


FIRST = f"{SOURCES}:2"
CASES = [
    Case("bad year", SOURCES, "sources:\n" + source("een", year="20002"), [f"{SOURCES}:4:11  “20002” is geen jaartal; schrijf bij “year” vier cijfers, zoals 2002, of laat de sleutel weg als je het niet weet"]),
    Case("future year", SOURCES, "sources:\n" + source("een", year="2202"), [f"{SOURCES}:4:11  “2202” is geen jaartal; schrijf bij “year” vier cijfers, zoals 2002, of laat de sleutel weg als je het niet weet"]),
    Case("year in words", SOURCES, "sources:\n" + source("een", year="vorig jaar"), [f"{SOURCES}:4:11  “vorig jaar” is geen jaartal; schrijf bij “year” vier cijfers, zoals 2002, of laat de sleutel weg als je het niet weet"]),
    Case("no limit", SOURCES, "sources:\n" + source("een", limit=""), [f"{SOURCES}:2:5  sleutel “limit” ontbreekt; vul hem aan"]),
    Case("strange certainty", SOURCES, "sources:\n" + source("een", certainty="zeker"), [f"{SOURCES}:7:16  “zeker” kan hier niet bij “certainty”; kies uit: full, summary, secondhand, known"]),
    Case("wrong key", SOURCES, "sources:\n" + source("een", inn="Blad"), [f"{SOURCES}:10:5  onbekende sleutel “inn”; bedoel je “in”?"]),
    Case("dangerous link", SOURCES, "sources:\n" + source("een", url="'javascript:alert(1)'"), [f"{SOURCES}:10:10  “javascript:alert(1)” is geen webadres; schrijf bij “url” een adres dat begint met https://"]),
    Case("doi with an address", SOURCES, "sources:\n" + source("een", doi="https://doi.org/10.1/x"), [f"{SOURCES}:10:10  “https://doi.org/10.1/x” is geen DOI; schrijf bij “doi” alleen wat na doi.org/ komt, zoals 10.1000/voorbeeld"]),
    Case("id twice", SOURCES, "sources:\n" + source("een") + source("een"), [f"{SOURCES}:10:9  id “een” bestaat al ({SOURCES}:2); kies een ander"]),
    Case("unknown in front matter", LESSON, lesson("A", sources="[een-2003]"), [f"{LESSON}:4:11  er is geen bron met id “een-2003”; bedoel je “een-2002”?"]),
    Case("unknown in the text", LESSON, lesson("A", "Tekst.\n\nZo is het [@wat; @een-2002]."), [f"{LESSON}:7:12  er is geen bron met id “wat”; bedoel je “wet”?"]),
    Case("strange in the text", LESSON, lesson("A", "Zo is het [@qqqq]."), [f"{LESSON}:5:12  er is geen bron met id “qqqq”; zet haar in {SOURCES}"]),
    Case("unreadable citation", LESSON, lesson("A", "Zo is het [@een-2002, blz. 3]."), [f"{LESSON}:5:11  deze verwijzing naar een bron is niet te lezen; schrijf [@id-van-de-bron], en bij meer bronnen [@een; @twee], op één regel"]),
    Case("unknown in a quiz", TEST, quiz("toets-een", question("een-1", more="hint: Zie [@een-2003].")), [f"{TEST}:14:11  er is geen bron met id “een-2003”; bedoel je “een-2002”?"]),
    Case("unknown on a page", "docs/index.md", "---\ntitle: T\n---\n\nZie [@een-2003].\n", ["docs/index.md:5:6  er is geen bron met id “een-2003”; bedoel je “een-2002”?"]),
    Case("unknown in an action", LESSON, lesson("A", actions="[{id: doe, text: 'Zie [@een-2003].'}]"), [f"{LESSON}:4:27  er is geen bron met id “een-2003”; bedoel je “een-2002”?"]),
    Case("no page", "docs/bronnen.md", "# Bronnen\n", []),
    Case("no list", SOURCES, None, [f"docs/bronnen.md:1:1  hier is nog niets te tonen; maak {SOURCES}, of haal <!-- sources --> weg"]),
    Case("list in a lesson", LESSON, lesson("A", "<!-- sources -->"), [f"{LESSON}:5:1  de opdracht “sources” toont de hele lijst en hoort niet in een les; zet hem op een pagina in docs/"]),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_fault_says_where_what_and_how_to_mend_it(case: Case, tmp_path: Path) -> None:
    assert faults_of(tmp_path, changed(with_sources(), case)) == case.expected


def test_a_list_with_faults_of_its_own_is_not_also_missing(tmp_path: Path) -> None:
    files = with_sources(**{SOURCES: "sources: 3\n", LESSON: lesson("A", "Zo is het [@een-2002].")})
    assert faults_of(tmp_path, files) == [
        f"{SOURCES}:1:10  “sources” moet een lijst zijn, met een streepje voor elk onderdeel"
    ]


def test_a_lesson_stands_on_what_it_names_and_what_it_cites(tmp_path: Path) -> None:
    files = with_sources(**{LESSON: lesson("A", "Tekst [@een-2002] en [-@een-2002].", sources="[wet]")})
    used = lessons_by_source(load_flawless(write_tree(tmp_path, files)))
    assert {name: [found.id for found in lessons] for name, lessons in used.items()} == {
        "wet": ["een-a"],
        "een-2002": ["een-a"],
    }


def test_what_is_not_used_is_said_as_advice(tmp_path: Path) -> None:
    terms = "terms:\n  - {id: een, term: tekst, explanation: Een woord.}\n  - {id: twee, term: nergens, explanation: Een woord.}\n"
    pages = {"docs/glossary.yml": terms, "docs/begrippen.md": "<!-- terms -->\n", "docs/index.md": "Zie [@wet].\n"}
    folder = write_tree(tmp_path, with_sources(**pages, **{LESSON: lesson("A", "Een tekst [@een-2002].")}))
    report = Report()
    roots = Roots(folder, folder / "docs", folder / "mkdocs.yml")
    check_course(loaded := load_course(roots, report), report)
    advise(loaded, read_sources(roots), "nl", report)
    told = [load_locale("nl").diagnostic(found) for found in report.advices if found.path.startswith("docs/")]
    assert [line.split("; ")[0] for line in told] == [
        "docs/glossary.yml:3:10  advies unused-term  begrip “twee” komt in geen enkele les voor",
        f"{SOURCES}:10:9  advies unused-source  bron “twee-2003” wordt nergens genoemd",
    ]


TERMS = "terms:\n  - {id: een, term: tekst, explanation: Een woord.}\n"


def earlier_course(**files: str) -> dict[str, str | bytes]:
    """A course as it was written before its lists got the same name in every language."""
    lesson_text = lesson("A", "Een tekst [@een-2002].", sources="[wet, twee-2003]")
    written = with_sources(
        **{"docs/begrippen.yml": TERMS, "docs/begrippen.md": "<!-- terms -->\n", LESSON: lesson_text}
    )
    return {"docs/bronnen.yml": written.pop(SOURCES), **written, **files}


def test_a_course_with_the_earlier_file_names_works_and_is_told_the_new_ones_once(tmp_path: Path) -> None:
    roots = Roots(folder := write_tree(tmp_path, earlier_course()), folder / "docs", folder / "mkdocs.yml")
    check_course(loaded := load_course(roots, report := Report()), report)
    assert [found.path for found in loaded.docs_pages] == ["docs/begrippen.md", "docs/bronnen.md", "docs/index.md"]
    assert (set(loaded.terms), set(loaded.references)) == ({"een"}, {"een-2002", "twee-2003", "wet"})
    assert {path for path in loaded.docs_files if path.endswith(".yml")} == set()
    assert [load_locale("nl").diagnostic(found) for found in report] == [
        "docs/begrippen.yml:1:1  advies old-file-name  dit bestand heet voortaan docs/glossary.yml; het werkt nog, en hernoemen is genoeg",
        "docs/bronnen.yml:1:1  advies old-file-name  dit bestand heet voortaan docs/sources.yml; het werkt nog, en hernoemen is genoeg",
    ]


def only_faults(folder: Path, files: dict[str, str | bytes]) -> list[str]:
    return [line for line in faults_of(folder, files) if "  advies " not in line]


def test_a_fault_in_a_list_with_its_earlier_name_is_told_there(tmp_path: Path) -> None:
    files = earlier_course(**{LESSON: lesson("A", "Een tekst [@qqq].")})
    assert only_faults(tmp_path / "unknown", files) == [
        f"{LESSON}:5:12  er is geen bron met id “qqq”; zet haar in docs/bronnen.yml"
    ]
    assert only_faults(tmp_path / "broken", {**files, "docs/bronnen.yml": "sources: 3\n"}) == [
        "docs/bronnen.yml:1:10  “sources” moet een lijst zijn, met een streepje voor elk onderdeel"
    ]


def test_a_list_that_stands_in_two_files_is_a_fault_so_that_nothing_is_lost(tmp_path: Path) -> None:
    files = earlier_course(**{"docs/glossary.yml": TERMS})
    assert only_faults(tmp_path, files) == [
        "docs/begrippen.yml:1:1  deze lijst staat in twee bestanden, en alleen docs/glossary.yml wordt gelezen; zet daar bij wat alleen hier staat, en haal dit bestand weg"
    ]


def test_a_silence_is_not_for_nothing_while_a_file_has_faults(tmp_path: Path) -> None:
    files = with_sources()
    files[SOURCES] = f"# negeer: unused-source | voor later\n{files[SOURCES]!s}"
    folder = write_tree(tmp_path, {**files, LESSON: lesson("A", "<!-- quiz: niets -->")})
    report = Report()
    roots = Roots(folder, folder / "docs", folder / "mkdocs.yml")
    check_course(loaded := load_course(roots, report), report)
    advise(loaded, read_sources(roots), "nl", report)
    assert [found.code for found in report.advices if found.path == SOURCES] == []
