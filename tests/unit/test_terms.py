"""Terms: found as whole words, marked once, without changing what a page says; and told to authors when they are wrong."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from time import process_time
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from support.faults import LESSON, Case, changed, faults_of, load_flawless
from support.trees import course, lesson, write_tree

from leerpad.course.model.glossary import Term, TermFinder, lessons_by_term
from leerpad.locales import load_locale
from leerpad.site.markdown.citations import Citations
from leerpad.site.markdown.extension import LeerpadExtension, PageContext
from leerpad.site.markdown.terms import TermMarker
from leerpad.source.markdown_text import MarkdownText
from leerpad.source.running_text import running_text

if TYPE_CHECKING:
    from pathlib import Path

    from leerpad.course.model.course import Course

GLOSSARY = "docs/glossary.yml"
TERMS = """\
terms:
  - {id: passie, term: passie, explanation: Wat je *graag* doet & wilt., see: [ware-passie]}
  - {id: ware-passie, term: ware passie, explanation: Passie die blijft.}
  - {id: raad, term: ondernemingsraad, also: [OR, ondernemingsraden], explanation: Praat mee., lesson: een-b}
  - {id: eis, term: werkeis, explanation: Kost inspanning.}
"""
PAGE = "# Begrippen\n\n<!-- terms -->\n"
SITE_EXTENSIONS = ["abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables"]
SITE_EXTENSIONS += ["pymdownx.details", "pymdownx.superfences"]


def with_terms(**files: str) -> dict[str, str | bytes]:
    return {**course(), GLOSSARY: TERMS, "docs/begrippen.md": PAGE, **files}


class Pages:
    """Renders a lesson's Markdown with terms and without."""

    def __init__(self, loaded: Course) -> None:
        explanations = {term.id: f"Uitleg van “{term.term}” <&>" for term in loaded.terms.values()}
        marker = TermMarker(loaded, explanations)
        self._extension = LeerpadExtension(lambda *_: "", Citations(loaded, load_locale("nl")), marker)
        self._md = Markdown(extensions=[*SITE_EXTENSIONS, self._extension])

    def render(self, text: str, *, marks_terms: bool = True) -> str:
        self._extension.page = PageContext("modules/0-een/01-een-a.md", "een/een-a.html", marks_terms=marks_terms)
        self._md.reset()
        return self._md.convert(text)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return Pages(load_flawless(write_tree(tmp_path_factory.mktemp("terms"), with_terms())))


MARK = re.compile(r'<a class="lp-term" href="\.\./begrippen\.html#term-([a-z-]+)" title="[^"<>]*">([^<]*)</a>')


def marks(html: str) -> list[tuple[str, str]]:
    return MARK.findall(html)


def finder(*words: str) -> TermFinder:
    return TermFinder(Term(id=f"t-{n}", term=word, explanation="Uitleg.") for n, word in enumerate(words))


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (["passie"], "Passie en compassie, passies en passie.", ["Passie", "passie"]),
        (["ware", "ware passie"], "Ware passie is ware.", ["Ware passie", "ware"]),
        (["passie", "ware passie"], "De ware\n passie is geen passie.", ["ware\n passie", "passie"]),
        (["werk eis", "eis"], "Een werk, eis.", ["eis"]),
        (["OR"], "De OR, of or of OR-lid.", ["OR"]),
        (["hygiënefactor"], "Een HYGIËNEFACTOR", ["HYGIËNEFACTOR"]),
        (["collega’s van nu"], "collega's van nu", ["collega's van nu"]),
        (
            ["burn-outklachten"],
            "burn-outklachten, burn‑outklachten, outklachten",
            ["burn-outklachten", "burn‑outklachten"],
        ),
        (["HR business partner"], "De HR business partner en een hr business partner.", ["HR business partner"]),
    ],
)
def test_whole_words_are_found_the_longest_first(words: list[str], text: str, found: list[str]) -> None:
    assert [text[place.start : place.end] for place in finder(*words).find(text)] == found


def test_the_first_use_of_each_term_becomes_a_link_with_its_explanation(pages: Pages) -> None:
    html = pages.render("Met passie en *ware passie*, weer Passie. De OR en de ondernemingsraad.")
    assert marks(html) == [("passie", "passie"), ("ware-passie", "ware passie"), ("raad", "OR")]
    assert 'title="Uitleg van “passie” &lt;&amp;&gt;"' in html


ONLY_MARKDOWN_KNOWS = {
    "Passie\n======",
    "    passie",
    "passie\n:   uitleg",
    "*[passie]: uitleg\n\npassie",
    "ware *passie*",
}
"""Rare forms in which the list of lessons of a term says one too many: to know better is to render every lesson twice."""


@pytest.mark.parametrize(
    "text",
    [
        "# Passie",
        "Passie\n======",
        "[passie](https://example.org)",
        "<a href='https://example.org'>passie **passie**</a>",
        "`passie`",
        "```\npassie\n```",
        "    passie",
        '!!! voorbeeld "Passie"\n    Tekst.',
        '??? bron "Passie"\n    Tekst.',
        "| passie |\n|---|\n| x |",
        "passie\n:   uitleg",
        "<!-- passie -->",
        "![passie](x.svg)",
        "*passie*{.geen-begrip}",
        "*passie*{.no-term}",
        "Een passie.\n{: .geen-begrip }",
        "*[passie]: uitleg\n\npassie",
        "ware *passie*",
        "com**passie**",
    ],
)
def test_nothing_is_marked_where_it_would_be_in_the_way(text: str, pages: Pages) -> None:
    assert marks(pages.render(text)) == []
    seen_in_source = [found.term for found in finder("passie", "ware passie").find(running_text(MarkdownText(text)))]
    assert (seen_in_source != []) == (text in ONLY_MARKDOWN_KNOWS)


def test_running_text_goes_on_after_what_is_left_out(pages: Pages) -> None:
    text = "`passie` <b>en</b> <a href='x'>passie</a> dan passie.\n\n<a>open passie\n\n!!! praktijk \"OR\"\n    De OR."
    html = pages.render(text)
    assert marks(html) == [("passie", "passie"), ("raad", "OR")]
    assert "dan <a " in html


def test_a_lesson_can_do_without(tmp_path: Path, pages: Pages) -> None:
    assert marks(pages.render("passie", marks_terms=False)) == []
    files = with_terms(
        **{LESSON: lesson("A", "passie", terms="false"), "modules/0-een/02-een-b.md": lesson("B", "passie")}
    )
    used = lessons_by_term(load_flawless(write_tree(tmp_path, files)))
    assert {term: [found.id for found in lessons] for term, lessons in used.items()} == {"passie": ["een-b"]}


RAW_LINK = "<a href='x'>een passie</a>"
BITS = st.sampled_from(
    [
        RAW_LINK, "passie", "ware passie", "Passie", "OR", "werkeis", "en", "de", " ", " ", "\n", "\n\n", ". ", "*", "**", "_", "`", "# ",
        "- ", "1. ", "> ", "    ", "[", "](x.md)", "<b>", "</b>", "<a href='x'>", "</a>", "&amp;", "& ", "<", "\\", "| ", "|\n",
        "|---|\n", '!!! voorbeeld "Passie"\n    ', "{.geen-begrip}", "```\n", "![", "<!-- ", " -->", "[@een]", "é", "’s", "[^1]",
    ]
)  # fmt: skip


class _Nesting(HTMLParser):
    """Fails when a marked term stands inside something that can't hold a link, or inside another term."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if ("class", "lp-term") in attrs:
            assert not {"a", "h1", "code", "pre", "th"} & set(self.open), self.open
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            del self.open[len(self.open) - 1 - self.open[::-1].index(tag) :]


@settings(deadline=None, max_examples=250)
@given(st.lists(BITS, max_size=40).map("".join))
@example("<a href='x'>passie</a> passie")
def test_marking_changes_no_letter_nests_nowhere_and_marks_each_term_once(pages: Pages, text: str) -> None:
    plain, marked = pages.render(text, marks_terms=False), pages.render(text)
    assert MARK.sub(r"\2", marked) == plain
    terms = [term for term, _ in marks(marked)]
    assert len(terms) == len(set(terms))
    if not re.search("</?a", text.replace(RAW_LINK, "")):  # an author's own link that isn't closed is nobody's
        _Nesting().feed(marked)


@settings(deadline=None)
@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    list(finder("passie", "ware passie").find(running_text(MarkdownText(text))))


def effort(piece: str, count: int, words: TermFinder) -> float:
    """The work of the processor, whoever else uses the machine; the least of three."""
    best = 99.0
    for _ in range(3):
        start = process_time()
        list(words.find(running_text(MarkdownText(piece * count))))
        best = min(best, process_time() - start)
    return best


@pytest.mark.parametrize(
    "piece", ["passie en ", "[", "<a>", "<!--", "`", "*", "ware ", "[@", "{.", "\n\n", "| ", "__ "]
)
def test_the_work_grows_with_the_text_and_not_with_its_square_or_the_number_of_terms(piece: str) -> None:
    few = finder("passie", "ware passie")
    assert effort(piece, 40_000, few) < 25 * effort(piece, 5_000, few) + 0.1  # the square would be 64
    others = finder("passie", "ware passie", *(f"woord{n}" for n in range(3000)))
    assert effort(piece, 5_000, others) < 5 * effort(piece, 5_000, few) + 0.1


def terms(*lines: str) -> str:
    return "terms:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


ONE, TWO = "id: een, term: een woord, explanation: Uitleg.", "id: twee, term: twee, explanation: Uitleg."
AT = f"{GLOSSARY}:3"
AGAIN = "“{}” staat al bij dit begrip, want hoofdletters en kleine letters tellen daar als hetzelfde; haal het hier weg"
CASES = [
    Case("no explanation", GLOSSARY, terms("id: een, term: een"), [f"{GLOSSARY}:2:5  sleutel “explanation” ontbreekt; vul hem aan"]),
    Case("empty explanation", GLOSSARY, terms("id: een, term: een, explanation: ''"), [f"{GLOSSARY}:2:39  “explanation” is leeg; vul een waarde in of haal de sleutel weg"]),
    Case("wrong key", GLOSSARY, terms(f"{ONE}, leson: een-b"), [f"{GLOSSARY}:2:54  onbekende sleutel “leson”; bedoel je “lesson”?"]),
    Case("id twice", GLOSSARY, terms(ONE, TWO.replace("id: twee", "id: een")), [f"{AT}:10  id “een” bestaat al ({GLOSSARY}:2); kies een ander"]),
    Case("word twice", GLOSSARY, terms(ONE, f"{TWO}, also: [Een  Woord]"), [f"{AT}:57  “Een  Woord” hoort ook bij begrip “een” (regel 2), dus de uitleg kan niet gekozen worden; laat het woord op één plaats staan"]),
    Case("word again", GLOSSARY, terms(ONE, f"{TWO}, also: [twee]"), [f"{AT}:57  {AGAIN.format('twee')}"]),
    Case("word again in capitals", GLOSSARY, terms(ONE, f"{TWO}, also: [drie, Twee, DRIE]"), [f"{AT}:63  {AGAIN.format('Twee')}", f"{AT}:69  {AGAIN.format('DRIE')}"]),
    Case("word again on another line", GLOSSARY, terms(ONE, f"{TWO}, also: [\n      vier,\n      Vier]"), [f"{GLOSSARY}:5:7  {AGAIN.format('Vier')}"]),
    Case("abbreviation that is a word too", GLOSSARY, terms(ONE, "id: or, term: OR, also: [or], explanation: Raad."), []),
    Case("no words", GLOSSARY, terms(ONE, TWO.replace("term: twee", "term: raad (OR)")), [f"{AT}:22  “raad (OR)” is geen woord dat we in een tekst kunnen vinden; schrijf alleen woorden met spaties ertussen, zoals “ondernemingsraad”, en zet een afkorting bij also"]),
    Case("see nothing", GLOSSARY, terms(ONE, f"{TWO}, see: [eent]"), [f"{AT}:56  er is geen begrip met id “eent”; bedoel je “een”?"]),
    Case("see something strange", GLOSSARY, terms(ONE, f"{TWO}, see: [qqq]"), [f"{AT}:56  er is geen begrip met id “qqq”"]),
    Case("unknown lesson", GLOSSARY, terms(ONE, f"{TWO}, lesson: een-c"), [f"{AT}:58  er is geen les met id “een-c”; bedoel je “een-b”?"]),
    Case("dead link", GLOSSARY, terms(ONE, TWO.replace("Uitleg.", "'[Zie](indx.md)'")), [f"{AT}:41  de link “indx.md” wijst naar een bestand dat er niet is; bedoel je index.md?"]),
    Case("no page", "docs/begrippen.md", "# Begrippen\n", []),
    Case("no list", GLOSSARY, None, [f"docs/begrippen.md:3:1  hier is nog niets te tonen; maak {GLOSSARY}, of haal <!-- terms --> weg"]),
    Case("list in a lesson", LESSON, lesson("A", "<!-- terms -->"), [f"{LESSON}:5:1  de opdracht “terms” toont de hele lijst en hoort niet in een les; zet hem op een pagina in docs/"]),
    Case("too much", "docs/begrippen.md", "<!-- terms: alle -->\n", ["docs/begrippen.md:1:1  de opdracht “terms” heeft niets achter de dubbele punt nodig; schrijf “<!-- terms -->”"]),
    Case("not a flag", LESSON, lesson("A", terms="nee"), [f"{LESSON}:4:8  “nee” kan niet bij “terms”; schrijf: terms: false"]),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_fault_says_where_what_and_how_to_mend_it(case: Case, tmp_path: Path) -> None:
    assert faults_of(tmp_path, changed(with_terms(), case)) == case.expected


def test_a_list_with_faults_of_its_own_is_not_also_missing(tmp_path: Path) -> None:
    files = with_terms(**{GLOSSARY: "terms: 3\n"})
    assert faults_of(tmp_path, files) == [
        f"{GLOSSARY}:1:8  “terms” moet een lijst zijn, met een streepje voor elk onderdeel"
    ]


@pytest.mark.parametrize("text", ["terms:\n", "terms: []\n"])
def test_a_list_may_still_be_empty(text: str, tmp_path: Path) -> None:
    assert faults_of(tmp_path, with_terms(**{GLOSSARY: text})) == []


def test_two_terms_with_one_id_are_told_on_one_line_too(tmp_path: Path) -> None:
    text = f"terms: [{{{ONE}}}, {{{ONE.replace('een woord', 'nog een')}}}]\n"
    at = text.rindex("id: een") + len("id: ") + 1
    told = [f"{GLOSSARY}:1:{at}  id “een” bestaat al ({GLOSSARY}:1); kies een ander"]
    assert faults_of(tmp_path, {**course(), GLOSSARY: text, "docs/begrippen.md": PAGE}) == told
