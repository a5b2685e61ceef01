"""What authors write in Markdown that isn't what they mean: each slip is told, at its place, with a remedy that works."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.advice import good_course, report_on
from support.slips import Slip
from support.trees import SETTINGS, lesson

from leerpad.course.load.course import Roots, load_course
from leerpad.course.load.markdown import load_markdown
from leerpad.site.render.page_faults import Pages

if TYPE_CHECKING:
    from pathlib import Path

    from leerpad.source.diagnostics import Diagnostic

LESSON = "modules/0-een/01-een-a.md"
BODY_LINE = 5
MARKDOWN = "markdown_extensions: [abbr, admonition, attr_list, def_list, footnotes, md_in_html, tables, pymdownx.details, pymdownx.superfences]\n"  # fmt: skip
NBSP = "\u00a0"

BOXES = [
    Slip("text of a box not indented", "!!! note\nTekst.", "box_empty", (1, 1), "!!! note\n    Tekst."),
    Slip("text of a box indented by two", "!!! note\n  Tekst.", "box_empty", (1, 1), "!!! note\n    Tekst."),
    Slip("text of a box after an empty line", "!!! note\n\nTekst.", "box_empty", (1, 1), "!!! note\n\n    Tekst."),
    Slip("box at the end", "Tekst.\n\n!!! note", "box_empty", (3, 1), "Tekst.\n\n!!! note\n    Dit."),
    Slip("folded box not indented", '??? note "Meer"\nTekst.', "box_empty", (1, 1), '??? note "Meer"\n    Tekst.'),
    Slip("box in a list not indented enough", "- a\n\n    !!! note\n    Tekst.", "box_empty", (3, 5), "- a\n\n    !!! note\n        Tekst."),
    Slip("two exclamation marks", "!! note\n    Tekst.", "box_marks", (1, 1), "!!! note\n    Tekst."),
    Slip("four exclamation marks", "!!!! note\n    Tekst.", "box_marks", (1, 1), "!!! note\n    Tekst."),
    Slip("two question marks", '?? note "Meer"\n    Tekst.', "box_marks", (1, 1), '??? note "Meer"\n    Tekst.'),
    Slip("two exclamation marks of ours", "!! voorbeeld\n    Tekst.", "box_marks", (1, 1), "!!! voorbeeld\n    Tekst."),
    Slip("curly quotes around the title", "!!! note “Let op”\n    Tekst.", "box_quotes", (1, 1), '!!! note "Let op"\n    Tekst.'),
    Slip("low quote before the title", "!!! note „Let op”\n    Tekst.", "box_quotes", (1, 1), '!!! note "Let op"\n    Tekst.'),
    Slip("one curly quote", '!!! note "Let op”\n    Tekst.', "box_quotes", (1, 1), '!!! note "Let op"\n    Tekst.'),
    Slip("quote without an end", '!!! note "Let op\n    Tekst.', "box_head", (1, 1), '!!! note "Let op"\n    Tekst.'),
    Slip("colon behind the kind", "!!! note: let op\n    Tekst.", "box_head", (1, 1), '!!! note "let op"\n    Tekst.'),
    Slip("title without a kind", '!!! "Let op"\n    Tekst.', "box_head", (1, 1), '!!! note "Let op"\n    Tekst.'),
    Slip("text behind the title", '!!! note "Let op" Tekst.\n    Meer.', "box_head", (1, 1), '!!! note "Let op"\n    Tekst. Meer.'),
    Slip("no kind at all", "!!!\n    Tekst.", "box_head", (1, 1), "!!! note\n    Tekst."),
    Slip("unknown kind", "!!! nota\n    Tekst.", "unknown-box", (1, 1), "!!! note\n    Tekst."),
    Slip("misspelt kind", '!!! vorbeeld "Uit een winkel"\n    Tekst.', "unknown-box", (1, 1), '!!! voorbeeld "Uit een winkel"\n    Tekst.'),
    Slip("kind of two words", "!!! let op\n    Tekst.", "unknown-box", (1, 1), '!!! note "let op"\n    Tekst.'),
    Slip("line that falls out", "!!! note\n    Een.\nTwee.", "outside-box", (3, 1), "!!! note\n    Een.\n    Twee."),
    Slip("line indented by three", "!!! note\n    Een.\n   Twee.", "outside-box", (3, 4), "!!! note\n    Een.\n    Twee."),
]  # fmt: skip

LISTS = [
    Slip("list against text", "Dit helpt:\n- a\n- b", "list-against-text", (2, 1), "Dit helpt:\n\n- a\n- b"),
    Slip("numbers against text", "Dit helpt:\n1. a\n2. b", "list-against-text", (2, 1), "Dit helpt:\n\n1. a\n2. b"),
    Slip("stars against text", "Dit helpt:\n* a\n* b", "list-against-text", (2, 1), "Dit helpt:\n\n* a\n* b"),
    Slip("list against text in a box", "!!! note\n    Dit:\n    - a", "list-against-text", (3, 5), "!!! note\n    Dit:\n\n    - a"),
    Slip("bullets of a word processor", "• a", "odd-bullet", (1, 1), "- a"),
    Slip("bullet and a tab", "Dit:\n\n•\ta", "odd-bullet", (3, 1), "Dit:\n\n- a"),
    Slip("small dots", "· a", "odd-bullet", (1, 1), "- a"),
    Slip("small squares", "▪ a", "odd-bullet", (1, 1), "- a"),
    Slip("dash made long", "– a", "odd-bullet", (1, 1), "- a"),
    Slip("hyphen with a hard space", f"-{NBSP}a", "odd-bullet", (1, 1), "- a"),
    Slip("star with a hard space", f"*{NBSP}a", "odd-bullet", (1, 1), "* a"),
    Slip("number with a bracket", "1) a\n2) b", "odd-bullet", (1, 1), "1. a\n2. b"),
    Slip("no space behind the hyphen", "- a\n-b", "list-without-space", (2, 1), "- a\n- b"),
    Slip("no space behind the first hyphen", "-a\n- b", "list-without-space", (1, 1), "- a\n- b"),
    Slip("no space behind the number", "1. a\n2.b", "list-without-space", (2, 1), "1. a\n2. b"),
    Slip("no space behind the star", "* a\n*b", "list-without-space", (2, 1), "* a\n* b"),
    Slip("item below an item by two spaces", "- a\n  - b", "list-indent", (2, 3), "- a\n    - b"),
    Slip("item below an item by three", "1. a\n   - b", "list-indent", (2, 4), "1. a\n    - b"),
]  # fmt: skip

MARKS = [
    Slip("bold without an end", "Dit is **belangrijk.", "unclosed-markup", (1, 8), "Dit is **belangrijk**."),
    Slip("bold without a beginning", "Dit is belangrijk** hoor.", "unclosed-markup", (1, 18), "Dit is **belangrijk** hoor."),
    Slip("bold with one star at its end", "Dit is **belangrijk* hoor.", "unclosed-markup", (1, 8), "Dit is **belangrijk** hoor."),
    Slip("bold with spaces inside", "Dit is ** belangrijk ** hoor.", "unclosed-markup", (1, 8), "Dit is **belangrijk** hoor."),
    Slip("bold over two paragraphs", "Een **vet\n\nen meer** zo.", "unclosed-markup", (1, 5), "Een **vet**\n\n**en meer** zo."),
    Slip("slanted without an end", "Dit is *zo.", "unclosed-markup", (1, 8), "Dit is *zo*."),
    Slip("slanted without a beginning", "Dit is zo* hoor.", "unclosed-markup", (1, 10), "Dit is *zo* hoor."),
    Slip("star as a note", "Prijs* geldt nu.", "unclosed-markup", (1, 6), "Prijs\\* geldt nu."),
    Slip("underscore without an end", "Dit is _zo.", "unclosed-markup", (1, 8), "Dit is _zo_."),
    Slip("code without an end", "Typ `make check.", "unclosed-markup", (1, 5), "Typ `make check`."),
    Slip("bold in an item without an end", "- **a\n- b", "unclosed-markup", (1, 3), "- **a**\n- b"),
    Slip("bold in a cell without an end", "| a | b |\n|---|---|\n| **c | d |", "unclosed-markup", (3, 3), "| a | b |\n|---|---|\n| **c** | d |"),
    Slip("bold in a heading without an end", "## **Kop", "unclosed-markup", (1, 4), "## **Kop**"),
    Slip("bracket without an end", "Zie [de les.", "unclosed-markup", (1, 5), "Zie \\[de les."),
    Slip("bracket without a beginning", "Zie de les].", "unclosed-markup", (1, 11), "Zie de les."),
    Slip("heading with a space before it", " ## Kop", "indented-heading", (1, 1), "## Kop"),
    Slip("number with a hash", "Tekst.\n\n#1 is tijd.", "leading-hash", (3, 1), "Tekst.\n\n\\#1 is tijd."),
    Slip("hash tag", "#leiderschap", "leading-hash", (1, 1), "\\#leiderschap"),
    Slip("heading without a space", "Tekst.\n\n#Kop", "leading-hash", (3, 1), "Tekst.\n\n## Kop"),
    Slip("second title", "Tekst.\n\n# Kop", "heading-order", (3, 1), "Tekst.\n\n## Kop"),
    Slip("table against text", "Zo:\n| a | b |\n|---|---|\n| c | d |", "broken-table", (2, 1), "Zo:\n\n| a | b |\n|---|---|\n| c | d |"),
    Slip("table without a line below its head", "| a | b |\n| c | d |", "broken-table", (1, 1), "| a | b |\n|---|---|\n| c | d |"),
    Slip("table with too short a line", "| a | b |\n|---|\n| c | d |", "broken-table", (1, 1), "| a | b |\n|---|---|\n| c | d |"),
    Slip("row with too many cells", "| a | b |\n|---|---|\n| c | d | e |", "broken-table", (3, 1), "| a | b |\n|---|---|\n| c | d e |"),
    Slip("note that isn't there", "Dit helpt.[^1]", "loose-footnote", (1, 11), "Dit helpt.[^1]\n\n[^1]: Vaak."),
    Slip("note without a place", "Dit helpt.\n\n[^1]: Vaak.", "loose-footnote", (3, 1), "Dit helpt.[^1]\n\n[^1]: Vaak."),
    Slip("hyphens below a sentence", "Dat was het.\n---", "rule-against-text", (2, 1), "Dat was het.\n\n---"),
    Slip("many hyphens below a sentence", "Was dat het?\n----------", "rule-against-text", (2, 1), "Was dat het?\n\n----------"),
    Slip("sentence with four spaces", "    Dit is een gewone zin.", "sentence-as-code", (1, 5), "Dit is een gewone zin."),
    Slip("sentence with a tab", "Een.\n\n\tDit is een gewone zin.", "sentence-as-code", (3, 5), "Een.\n\nDit is een gewone zin."),
]  # fmt: skip

LINKS = [
    Slip("space before the address of an image", "![x] (beeld.svg)", "image_apart", (1, 1), "![x](beeld.svg)"),
    Slip("space before an address", "Zie [x] (https://voorbeeld.nl).", "link_apart", (1, 5), "Zie [x](https://voorbeeld.nl)."),
    Slip("space before a file", "Zie [x] (01-een-a.md).", "link_apart", (1, 5), "Zie [x](01-een-a.md)."),
    Slip("address without its bracket", "Zie [x]01-een-a.md).", "half_link", (1, 7), "Zie [x](01-een-a.md)."),
    Slip("address outside without its bracket", "Zie [x]https://voorbeeld.nl).", "half_link", (1, 7), "Zie [x](https://voorbeeld.nl)."),
    Slip("one bracket too many", "Zie [x]((https://voorbeeld.nl).", "half_link", (1, 7), "Zie [x](https://voorbeeld.nl)."),
    Slip("image without its mark", "Zie [x](beeld.svg).", "image-as-link", (1, 5), "Zie ![x](beeld.svg)."),
    Slip("image from elsewhere", "![x](https://voorbeeld.nl/a.png)", "outside-image", (1, 1), "![x](beeld.svg)"),
    Slip("image in HTML from elsewhere", '<img alt="x" src="https://voorbeeld.nl/a.png">', "outside-image", (1, 1), "![x](beeld.svg)"),
    Slip("file on a disk", "[x](C:\\Users\\ik\\a.docx)", "local_link", (1, 5), "[x](verslag.pdf)"),
    Slip("image on a disk", "![x](C:/beeld.png)", "local_link", (1, 6), "![x](beeld.svg)"),
    Slip("file with its own kind of address", "![x](file:///home/ik/a.png)", "local_link", (1, 6), "![x](beeld.svg)"),
    Slip("folder of an office", "[x](\\\\server\\map)", "local_link", (1, 5), "[x](https://intranet.nl/map)"),
    Slip("address without its beginning", "[x](www.voorbeeld.nl)", "bare_address", (1, 5), "[x](https://www.voorbeeld.nl)"),
    Slip("mail without its beginning", "[x](hr@voorbeeld.nl)", "bare_address", (1, 5), "[x](mailto:hr@voorbeeld.nl)"),
    Slip("file that isn't there", "[x](01-een-b.md)", "missing_file_suggestion", (1, 5), "[x](01-een-a.md)"),
    Slip("heading that isn't there", "## Kop\n\n[x](#kopp)", "missing_anchor_suggestion", (3, 5), "## Kop\n\n[x](#kop)"),
    Slip("file in HTML", '<a href="01-een-a.md">x</a>', "path_in_html", (1, 1), "[x](01-een-a.md)"),
    Slip("image in HTML", '<img src="../../docs/beeld.svg" alt="x">', "path_in_html", (1, 1), "![x](beeld.svg)"),
    Slip("script in a link", "[x](javascript:alert(1))", "script_link", (1, 5), "[x](https://voorbeeld.nl)"),
]  # fmt: skip

TAGS = [
    Slip("placeholder", "Beste <naam>, welkom.", "unknown_tag", (1, 7), "Beste `<naam>`, welkom."),
    Slip("placeholder of two words", "Beste <naam klant>, welkom.", "unknown_tag", (1, 7), "Beste naam klant, welkom."),
    Slip("placeholder with a hyphen", "Beste <voor-naam>, welkom.", "unknown_tag", (1, 7), "Beste `<voor-naam>`, welkom."),
    Slip("address between angles", "Zie <www.voorbeeld.nl>.", "unknown_tag", (1, 5), "Zie <https://www.voorbeeld.nl>."),
    Slip("placeholder in a list", "- Een.\n- Van <afdeling>.", "unknown_tag", (2, 7), "- Een.\n- Van afdeling."),
    Slip("div without an end", "<div markdown>\n\nTekst.", "open_tag", (1, 1), "<div markdown>\n\nTekst.\n\n</div>"),
    Slip("div closed by its beginning", "<div markdown>\n\nTekst.\n\n<div>", "beginning_for_end", (5, 1), "<div markdown>\n\nTekst.\n\n</div>"),
    Slip("bold tag closed by its beginning", "Een <b>vet<b> woord.", "beginning_for_end", (1, 11), "Een <b>vet</b> woord."),
    Slip("bold tag without an end", "Een <b>vet woord.", "open_tag", (1, 5), "Een <b>vet</b> woord."),
    Slip("end without a beginning", "Tekst.\n\n</div>", "end_without_beginning", (3, 1), "Tekst."),
    Slip("end of another tag", "Een <b>vet</i> woord.", "end_without_beginning", (1, 11), "Een <b>vet</b> woord."),
    Slip("title in a sentence", "De <title> van de pagina.", "hiding_tag", (1, 4), "De `<title>` van de pagina."),
    Slip("template in a sentence", "Een <template> is een vorm.", "hiding_tag", (1, 5), "Een `<template>` is een vorm."),
    Slip("script in a sentence", "Een <script> is een programma.", "hiding_tag", (1, 5), "Een `<script>` is een programma."),
    Slip("style in a sentence", "Met <style> kies je kleuren.", "hiding_tag", (1, 5), "Met `<style>` kies je kleuren."),
    Slip("text field in a sentence", "Een <textarea> is een veld.", "open_tag", (1, 5), "Een `<textarea>` is een veld."),
    Slip("frame in a sentence", "Een <iframe> is een raam.", "open_tag", (1, 5), "Een `<iframe>` is een raam."),
    Slip("list in a sentence", "Een <select> is een lijst.", "open_tag", (1, 5), "Een `<select>` is een lijst."),
    Slip("form in a sentence", "Een <form> is een formulier.", "open_tag", (1, 5), "Een `<form>` is een formulier."),
    Slip("button in a sentence", "Klik op <button>.", "open_tag", (1, 9), "Klik op `<button>`."),
    Slip("paragraph of a word processor", '<p class="MsoNormal">Tekst.</p>', "word-html", (1, 4), "Tekst."),
    Slip("mark of a word processor", "Tekst.<o:p></o:p>", "word-html", (1, 7), "Tekst."),
    Slip("style of a word processor", '<span style="mso-ansi-language: NL">Tekst.</span>', "word-html", (1, 7), "Tekst."),
]  # fmt: skip

QUIZ = "<!-- quiz: toets-een -->"
DIRECTIVES = [
    Slip("marks made by a word processor", "‹!– quiz: toets-een –›", "broken_directive", (1, 1), QUIZ),
    Slip("dashes made long", "<!– quiz: toets-een –>", "broken_directive", (1, 1), QUIZ),
    Slip("one dash made long", "<!— quiz: toets-een —>", "broken_directive", (1, 1), QUIZ),
    Slip("marks as other signs", "&lt;!-- quiz: toets-een --&gt;", "broken_directive", (1, 1), QUIZ),
    Slip("no exclamation mark", "<-- quiz: toets-een -->", "broken_directive", (1, 1), QUIZ),
    Slip("no colon", "<!-- quiz toets-een -->", "directive_without_colon", (1, 1), QUIZ),
    Slip("misspelt", "<!-- quizz: toets-een -->", "unknown_directive", (1, 1), QUIZ),
    Slip("in a sentence", "Doe dit: <!-- quiz: toets-een -->", "directive_not_alone", (1, 10), f"Doe dit:\n\n{QUIZ}"),
    Slip("indented", f"- a\n\n    {QUIZ}", "indented_directive", (3, 5), f"- a\n\n{QUIZ}"),
    Slip("without an end", "<!-- quiz: toets-een", "open_directive", (1, 1), QUIZ),
    Slip("comment without an end", "Tekst. <!-- nog doen", "open_comment", (1, 8), "Tekst. <!-- nog doen -->"),
    Slip("choice in a sentence", "Een <option> is een keuze.", "page_cut_off", (1, 1), "Een `<option>` is een keuze."),
    Slip("quiz in a form", f"<form>\n\n{QUIZ}\n\n</form>", "directive_lost", (3, 1), QUIZ),
    Slip("quiz in fields that are off", f"<fieldset disabled>\n\n{QUIZ}\n\n</fieldset>", "directive_lost", (3, 1), QUIZ),
    Slip("block of code without an end", f"```\nmake\n\n{QUIZ}", "fence_open", (1, 1), f"```\nmake\n```\n\n{QUIZ}"),
    Slip("code closed by more", f"```\nmake\n````\n\n{QUIZ}", "fence_length", (1, 1), f"```\nmake\n```\n\n{QUIZ}"),
    Slip("code at another indent", f"- a\n\n    ```\n    make\n  ```\n\n{QUIZ}", "fence_indent", (3, 5), f"- a\n\n    ```\n    make\n    ```\n\n{QUIZ}"),
    Slip("sentence behind the marks of code", "``` dit typ je\nmake\n```", "fence_header", (1, 1), "dit typ je\n\n```\nmake\n```"),
]  # fmt: skip

SLIPS = [*BOXES, *LISTS, *MARKS, *LINKS, *TAGS, *DIRECTIVES]


def told(folder: Path, body: str) -> list[Diagnostic]:
    """What is told about a lesson with this body."""
    settings = SETTINGS.replace("markdown_extensions: [admonition, attr_list, pymdownx.superfences]\n", MARKDOWN)
    beside = {"modules/0-een/beeld.svg": "<svg/>", "modules/0-een/verslag.pdf": "%PDF"}
    files = {**good_course(), **beside, "mkdocs.yml": settings, LESSON: lesson("Les", body)}
    report = report_on(folder, files)
    course = load_course(Roots(folder, folder / "docs", folder / "mkdocs.yml"), report)
    Pages(course, *load_markdown(folder / "mkdocs.yml")).check("mkdocs.yml", report)
    return [found for found in report if found.path == LESSON and found.code != "lesson-without-question"]


@pytest.mark.parametrize("slip", SLIPS, ids=[slip.name for slip in SLIPS])
def test_a_slip_is_told_at_its_place_and_its_remedy_ends_it(slip: Slip, tmp_path: Path) -> None:
    line, column = slip.place
    found = {(one.code, *one.position) for one in told(tmp_path, slip.before) if one.path == LESSON}
    assert (slip.told, line + BODY_LINE - 1, column) in found
    assert told(tmp_path, slip.after) == []


_NO_WORDS = re.compile(
    r"\]?\s?\((?:[^()\s]|\([^()]*\))*\)|\][\w.:/-]+\)"  # where links lead
    r"|</?(?:a|div|b|i|p|o:p|span|form|fieldset|img)\b[^<>]*>|&\w+;|^[!?]{2,4} \w+|<!-- quizz",
    re.MULTILINE,
)


def words(text: str) -> set[str]:
    """The words that an author wrote for readers."""
    return set(re.findall(r"[^\W\d_]+", _NO_WORDS.sub(" ", text).lower()))


@pytest.mark.parametrize("slip", SLIPS, ids=[slip.name for slip in SLIPS])
def test_obeying_a_remedy_loses_no_word(slip: Slip) -> None:
    assert words(slip.before) - words(slip.after) == set()


def test_a_hundred_and_twenty_slips_of_different_kinds_are_tried() -> None:
    assert len({slip.name for slip in SLIPS}) == len(SLIPS) >= 120
    assert len({slip.told for slip in SLIPS}) >= 40


GOOD = {
    "block of code": "```yaml\ntitle: **x\n- <naam>\n!!! note\n#1\n```",
    "block of code with a title": '```yaml title="les.md"\n<div>\n```',
    "block of code in a list": "- a\n\n    ```\n    <div>\n    ```\n\n- b",
    "block of code in a box": "!!! note\n    Tekst.\n\n    ```\n    **x <div>\n    ```",
    "block of code in a quote": "> ```\n> <div>\n> ```",
    "fence in a fence": "````markdown\n```yaml\na: 1\n```\n````",
    "waves": "~~~\n```\n~~~",
    "indented code": "Tekst:\n\n    make check\n    <naam> ** [x",
    "code in a sentence": "Zet `<naam>` neer, of ``a ` b``, en `**`. ```x``` ook.",
    "code over two lines": "Typ `make\ncheck **` nu.",
    "nested lists": "- a\n    - b\n        - c\n\n            Tekst.\n\n    - d\n- e",
    "numbered list": "1. a\n2. b\n    1. c\n\n10. d",
    "list with paragraphs": "- a\n\n    Tekst bij a.\n\n- b",
    "list that goes on in the next line": "- a\n  gaat door\n- b\ngaat ook door\n- c",
    "list below a heading": "## Kop\n- a\n- b",
    "list with stars and bold": "* **a**: b\n* *c*\n+ d",
    "task list": "- [ ] a\n- [x] b",
    "table": "| a | b |\n|---|:-:|\n| **c** | `d` |\n| e | 1 * 2 |",
    "table without outer bars": "a | b\n--- | ---\nc | d",
    "box": '!!! note "Let op: “dit”"\n    Tekst.\n\n    - a\n    - b\n\nTekst.',
    "box without a title": '!!! note ""\n    Tekst.',
    "box with two words": "!!! tip inline\n    Tekst.",
    "our own boxes": '!!! voorbeeld "Uit een winkel"\n    Tekst.\n\n??? bron "Meer"\n    Tekst.\n\n???+ praktijk\n    Tekst.',
    "box in a list": "- a\n\n    !!! note\n        Tekst.",
    "exclamations": "Wat nu?! Dat is het!!!\n\n!Kijk.\n\n?? Echt waar ??",
    "HTML on purpose": '<div class="rand" markdown>\n\n**Vet** en *schuin*.\n\n- a\n\n</div>',
    "HTML within HTML": "<div markdown>\n<div markdown>\nTekst.\n</div>\n</div>",
    "folded text": "<details markdown>\n<summary>Meer</summary>\n\nTekst.\n\n</details>",
    "HTML in a sentence": "Druk op <kbd>Ctrl</kbd> + <kbd>C</kbd>, H<sub>2</sub>O, regel<br>af<wbr>breken, <b>vet</b>.",
    "list in HTML without ends": "<ul>\n<li>a\n<li>b\n</ul>",
    "table in HTML": "<table>\n<tr><th>a<td>b\n</table>",
    "drawing": '<svg viewBox="0 0 9 9" role="img"><linearGradient id="g"/><path d="M0 0"/></svg>',
    "element of one's own": "<mijn-teller start='3'></mijn-teller>",
    "comment": "Tekst.<!-- <div> **x [y -->\n\n<!--\nNog doen: <naam>\n-->",
    "footnotes": "Tekst.[^1] Meer.[^b]\n\n[^1]: Een noot.\n[^b]: Nog een\n    noot.\n\n    Met een alinea erbij.",
    "abbreviations": "HR doet mee.\n\n*[HR]: Human Resources",
    "definitions": "Richting\n:   Waar je heen gaat.\n\n    Meer daarover.\n\nKoers\n:   Hetzelfde.",
    "mail and addresses": "Mail <hr@voorbeeld.nl> of kijk op <https://voorbeeld.nl/a_b_c?x=*>. Ook https://voorbeeld.nl/a_b*c mag.",
    "less and more": "Als a < b en c > d, dan 3 <4. Zie <- en ->, <3 en >:-(.",
    "emoticons": "Leuk :-) ;-) :-* en :D.",
    "times and powers": "3*4 en 2 * 3 en 2**8 en 5 × 6.",
    "names with underscores": "Bestand mijn_les_1.md en __init__ en snake_case.",
    "marks made words": "Prijs\\* en \\_zo\\_ en \\[x\\] en \\`code\\` en \\<naam\\>.",
    "bold and slanted": "**vet**, *schuin*, ***beide***, **vet *en schuin* zo**, _a_, __b__, **a**b, “**c**”.",
    "bold over two lines": "Dit is **vet\nen gaat door** zo.",
    "links": 'Zie [de les](01-een-a.md "de titel"), [site](https://a.nl/b_(c)) en [x][1].\n\n[1]: https://voorbeeld.nl "Titel"',
    "link over two lines": "Zie [de les](01-een-a.md\n'de titel') en verder.",
    "link on an image": "[![x](beeld.svg)](https://voorbeeld.nl)",
    "link with brackets in it": "[a [b] c](01-een-a.md)",
    "bracket after brackets": "Zie [x] (en [y] ook) en [z] (later).",
    "attributes": "Tekst.{ .lead }\n\n[Knop](01-een-a.md){ .md-button }\n\n## Kop { #eigen }\n\n[x](#eigen)",
    "quote": "> Een citaat\n> met **vet**.\n>\n> - a",
    "rules": "Tekst.\n\n---\n\n***\n\n* * *\n\n___",
    "heading by hyphens": "Een kop\n-------\n\nTekst.",
    "dashes": "Een zin – met een tussenzin – en nog een.\n\n“Zo,” zei hij. – Ja.",
    "numbers at the beginning": "2024 was druk.\n\n3 redenen helpen.\n\n1) Alleen dit ene haakje.",
    "signs": "50% van de 100. € 5,- per stuk. & en &amp; en #1 midden in een zin.",
    "silence": "<!-- negeer: long-sentence | staat zo in de wet -->\n\nTekst.",
}  # fmt: skip


@pytest.mark.parametrize("body", GOOD.values(), ids=GOOD)
def test_good_markdown_gives_no_word(body: str, tmp_path: Path) -> None:
    assert [one.code for one in told(tmp_path, body) if one.code != "needless-silence"] == []
