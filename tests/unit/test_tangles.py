"""No text hangs a build: what the renderer would lose its way in is a fault, before it is rendered."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from markdown import Markdown
from support.growth import TIMES, assert_linear
from support.reading import LESSON, QUIZ, read

from leerpad.deploy.servers.policy import inline_parts
from leerpad.site.markdown.extension import LeerpadExtension
from leerpad.site.markdown.watch import StuckError, watched
from leerpad.source.files import SourceText
from leerpad.source.front_matter import title_of
from leerpad.source.markdown_text import MarkdownText
from leerpad.source.names import Names
from leerpad.source.tangles import find_tangles

ROOT = Path(__file__).parents[2]
RUN = 20_000

TANGLES = {
    "brackets": "[" * RUN,
    "brackets in brackets": "[" * 3000 + "]" * 3000,
    "code that never ends": "``a`" * RUN,
    "images that never end": "![](x" * RUN,
    "tags that never end": '<a "' * RUN,
    "tags in paragraphs": '<a "\n\n' * RUN,
    "links that never end": "[a](" * RUN,
    "citations that never end": "[@a; " * RUN,
    "a few brackets before many links": "[" * 150 + " [a](b.md)" * 1500,
    "stars in stars": "*" * 3000 + "b" + "*" * 3000,
    "one bold text that never ends": "**a " + "*b* " * 8000,
}


@pytest.mark.parametrize("name", TANGLES)
def test_what_would_hang_the_renderer_is_a_fault_where_it_begins(name: str) -> None:
    """Python-Markdown took 4 s to more than a minute over each."""
    _, report = read(LESSON, f"---\ntitle: T\nsummary: S\n---\nGoed [a](#a).\n\nTekst {TANGLES[name]}\n")
    [fault] = [found for found in report.faults if found.code == "tangled_text"]
    assert (fault.path, fault.position.line) == (LESSON, 7)
    assert 1 <= fault.position.column <= len("Tekst ") + 3


def test_what_would_hang_the_renderer_in_a_quiz_is_a_fault_at_its_text() -> None:
    text = f"id: toets\ntitle: T\nmode: test\nquestions:\n  - id: q\n    type: true_false\n    prompt: P {'[' * RUN}\n    correct: true\n"
    _, report = read(QUIZ, text)
    assert [(found.code, found.position.line) for found in report.faults if found.code == "tangled_text"] == [
        ("tangled_text", 7)
    ]


@pytest.mark.parametrize("mark", ["1. ", "* ", "- ", "> ", "*\t", "> - ", "+ 1. "])
def test_too_many_marks_on_one_line_are_a_fault(mark: str) -> None:
    """The renderer ended in a traceback."""
    assert [(found.place[0], found.code) for found in find_tangles(MarkdownText(f"Tekst\n\n{mark * 600}a"))] == [
        (2, "deep_marks")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Een zin met [een](link.md) en `code` (en *meer*). " * 400,
        "- [ ] Een taak met een [haak en `code`\n" * 300,
        "| [a](b.md) | `c` | **d** |\n" * 500,
        "```\n" + "[" * RUN + "\n```",
        "- " * 300,
        "-" * 300 + "\n" + "*" * 300,
        "a < b en c > d, dus a <3. " * 2000,
        '<p class="x">Uit <b>Word</b></p>\n' * 2000,
        "Een `stukje code en \\[geen\\] link. " * 300,
    ],
)
def test_what_people_write_is_none(text: str) -> None:
    assert list(find_tangles(MarkdownText(text))) == []


def test_all_guides_are_far_from_it() -> None:
    for file in (ROOT / "docs").rglob("*.md"):
        assert list(find_tangles(MarkdownText(file.read_text("utf-8") * 5))) == []


WRITTEN = "[ ]( ) ![ ]: [a](b) [a][b] [^a] [@a ` `` `a` * ** *a* **a _ __ _a_ *** < > <a <b>a</b> </ <!- & \\ { } {: | a b: \" '"
PIECES = [*WRITTEN.split(), " ", "\n", "a ", '<a "', "<http://a>"]


RENDER = """\
import json, sys
from markdown import markdown
for text in json.load(sys.stdin):
    markdown(text, extensions=["attr_list", "md_in_html", "footnotes", "tables", "pymdownx.superfences"])
"""


def tangle(seed: int, length: int) -> str:
    """A few pieces, each many times. The same for the same seed."""
    chance = random.Random(seed)
    parts = ["".join(chance.choices(PIECES, k=chance.choice([1, 1, 2, 3]))) for _ in range(chance.randint(1, 3))]
    return "".join(part * (int(length * chance.choice([0.02, 0.2, 1])) // len(part) + 1) for part in parts)


def test_what_is_let_through_is_rendered_in_time() -> None:
    """In a process of its own, with far more time than it needs. Without the fault, a single one takes longer."""
    passed = [text for text in (tangle(seed, 8_000) for seed in range(25)) if not any(find_tangles(MarkdownText(text)))]
    assert 6 <= len(passed) <= 22
    subprocess.run([sys.executable, "-c", RENDER], input=json.dumps(passed), text=True, check=True, timeout=100)


@pytest.mark.parametrize("seed", range(12))
def test_tangles_are_found_by_reading_once(seed: int) -> None:
    assert_linear(
        lambda text: list(find_tangles(MarkdownText(text))), tangle(seed, 20_000), tangle(seed, 20_000 * TIMES)
    )


OPENERS = [
    "<a",
    '<a "',
    "<a b='",
    "<!--",
    "<style>",
    "<style ",
    "</style ",
    "<style></style ",
    "<http:",
    " ",
    " #",
    "{",
]


@pytest.mark.parametrize("part", OPENERS)
@pytest.mark.parametrize("start", ["", "<style>", "<a ", "# a"])
def test_our_own_patterns_read_once(start: str, part: str) -> None:
    """What is read of every page: its inline scripts and styles, its comments, its title."""
    without_comments = Markdown(extensions=[LeerpadExtension(*[None] * 3)]).postprocessors["leerpad_comments"]

    def work(text: str) -> None:
        inline_parts([text])
        without_comments.run(f"<!-- -->{text}")
        title_of(SourceText("a.md", text))
        title_of(SourceText("a.md", f"---\ntitle: {text}\n---\n"))

    small, large = (start + part * (number // len(part)) + "x" for number in (6_000, 6_000 * TIMES))
    assert_linear(work, small, large)


def test_a_thousand_long_names_that_are_wrong_are_not_compared_with_all() -> None:
    """Counts the comparisons, not the time: 150 names of 190 letters took 10 s, in which nobody got a suggestion."""
    chance = random.Random(1)
    known = Names("".join(chance.choices("abcdefgh-", k=90)) for _ in range(60))
    word = "".join(chance.choices("abcdefgh-", k=90))
    assert len(known._candidates(word)) <= 8
    assert known.nearest("a" * 101) == ""
    title = "hoe-je-een-gesprek-voert-over-werk-dat-niemand-wil-doen"
    assert Names([title, *(f"les-{number}" for number in range(200))]).nearest(title.replace("werk", "wrk")) == title


def endless(_: str) -> str:
    while True:
        pass


def test_a_page_that_takes_too_long_ends_with_words() -> None:
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(StuckError) as stuck:
        watched(endless, "a" * 5000, seconds=0.05)
    assert (stuck.value.code, stuck.value.params) == ("page_too_long", {"seconds": 0})
    assert signal.getsignal(signal.SIGINT) is before


def test_pages_after_one_that_took_too_long_are_rendered_and_watched_without_more_threads() -> None:
    with pytest.raises(StuckError):
        watched(endless, "a" * 5000, seconds=0.05)
    threads = threading.active_count()
    assert [watched(str.upper, "a" * 5000, seconds=60)[:1] for _ in range(3)] == ["A"] * 3
    with pytest.raises(StuckError):
        watched(endless, "a" * 5000, seconds=0.05)  # a moment before the one for which the thread waits
    assert threading.active_count() == threads


def test_a_page_that_is_too_deep_ends_with_words() -> None:
    def deeper(text: str) -> str:
        return deeper(text)

    for length in (10, 5000):
        with pytest.raises(StuckError) as stuck:
            watched(deeper, "a" * length)
        assert stuck.value.code == "page_too_deep"


def test_ctrl_c_while_a_page_is_rendered_is_still_ctrl_c() -> None:
    def interrupted(_: str) -> str:
        signal.raise_signal(signal.SIGINT)
        return ""

    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # tests in the background are deaf to it
    try:
        with pytest.raises(KeyboardInterrupt):
            watched(interrupted, "a" * 5000)
    finally:
        signal.signal(signal.SIGINT, before)
