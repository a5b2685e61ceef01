"""Every piece of advice on texts and structure: the smallest example that gives it, and a near miss."""

from __future__ import annotations

import signal
from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.advice import LESSON, TEST, Case, advice_on, ask, good_course, paper, report_on, several, try_case
from support.trees import lesson

from leerpad.advice.language import load_language, words_of
from leerpad.advice.prose import blocks_of
from leerpad.advice.reading import reading_ease, syllables_of
from leerpad.advice.sentences import is_passive
from leerpad.advice.splitting import split_sentences
from leerpad.authoring.starters import lesson_starter
from leerpad.locales import load_locale
from leerpad.source.markdown_text import MarkdownText

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NL, EN = load_language("nl"), load_language("en")


def words(count: int, word: str = "mee") -> str:
    return " ".join([word] * count).capitalize()


def page(body: str, **keys: str) -> str:
    return lesson("Les een", body, **keys)


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Stop a reading that would take hours, so that it fails."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


CASES = [
    Case("long sentence", "long-sentence", LESSON, page(f"Kort. Dan {words(25)}."), "5:7", page(f"Kort. Dan {words(24)}.")),
    Case("on a later line", "long-sentence", LESSON, page(f"Kort\nwoord. {words(20)}\n{words(6)}."), "6:8", page(f"Kort\nwoord. {words(20)}.\n{words(6)}.")),
    Case("in a list", "long-sentence", LESSON, page(f"1. {words(5)}\n2. {words(26)}"), "6:4", page(f"1. {words(20)}\n2. {words(20)}")),
    Case("in an admonition", "long-sentence", LESSON, page(f'!!! tip "Titel"\n    **Dik.** {words(26)}.'), "6:14", page(f'!!! tip "{words(26)}"\n    **{words(20)}.** {words(20)}.')),
    Case("code is no text", "long-sentence", LESSON, page(f"{words(26)}"), "5:1", page(f"{words(20)} `{words(20)}` <b class='{words(20)}'>mee</b>\n\n```\n{words(30)}\n```\n\n<!-- {words(30)} -->")),
    Case("link targets are no text", "long-sentence", LESSON, page(f"[{words(26)}](01-een-a.md)"), "5:2", page(f"[{words(20)}](<01-een-a.md> '{words(20)}') ![{words(20)}](https://x/{'a-' * 40}.svg)")),
    Case("in a table", "long-sentence", LESSON, page(f"Zie {words(26)}."), "5:1", page(f"| a | b |\n|---|---|\n| {words(20)} | {words(20)} |")),
    Case("in a summary", "long-sentence", LESSON, page("Tekst.").replace("Waar Les een over gaat.", words(26)), "3:10", page("Tekst.").replace("Waar Les een over gaat.", words(25))),
    Case("in a goal", "long-sentence", "modules/0-een/level.yml", f"id: een\ntitle: T\nsummary: S\ngoals:\n  - Kort.\n  - {words(26)}\nquiz: toets-een\n", "6:5", f"id: een\ntitle: T\nsummary: S\ngoals:\n  - Kort.\n  - {words(25)}\nquiz: toets-een\n"),
    Case("in a quiz", "long-sentence", TEST, paper(ask("vraag-0", prompt=f"{words(26)}?"), *several(6)), "8:13", paper(ask("vraag-0", prompt=f"{words(25)}? Kies."), *several(6))),
    Case("long on the whole", "long-sentences", LESSON, page(f"{words(14)}. " * 8), "1:1", page(f"{words(13)}. " * 8)),
    Case("few words", "long-sentences", LESSON, page(f"{words(14)}. " * 8), "1:1", page(f"{words(14)}. " * 7)),
    Case("reading level", "reading-level", LESSON, page(f"{words(10, 'verantwoordelijkheid')}. " * 10), "1:1", page(f"{words(10)}. " * 10)),
    Case("passive", "passive-voice", LESSON, page("Zo is het. Het werd gemeten. Het wordt besproken. Er worden keuzes gemaakt."), "5:12", page("Zo is het. Het werd gemeten. Het wordt besproken. Er worden keuzes.")),
    Case("a few passives in much text", "passive-voice", LESSON, page("Het werd gemeten. " * 3 + "Wij meten. " * 26), "5:1", page("Het werd gemeten. " * 3 + "Wij meten. " * 27)),
    Case("hard word", "hard-word", LESSON, page("Kom. Bel **middels** de app. Ook middels mail."), "5:6", page("Kom. Bel met de app. Zie `middels` en <!-- middels -->.")),
    Case("hard words together", "hard-word", LESSON, page("Met\nbetrekking tot dit."), "5:1", page("Met de betrekking tot hen.")),
    Case("one u", "mixed-address", LESSON, page("Dit doe je zo. Dat doet u zo."), "5:16", page("Dit doe je zo. “Dat doet u zo. Of u wacht,” zegt hij tegen de u-bocht.")),
    Case("heading jumps", "heading-order", LESSON, page("## Een\n\n#### Twee"), "7:1", page("## Een\n\n### Twee\n\n## Drie\n\n```\n# code\n```")),
    Case("heading like the title", "heading-order", LESSON, page("Tekst.\n\n# Een\n\n### Twee"), "7:1", page("Tekst.\n\n## Een\n\n### Twee")),
    Case("first heading too small", "heading-order", LESSON, page("### Een"), "5:1", page("## Een")),
    Case("image", "image-without-text", LESSON, page("Zie ![](a.svg) en `![](b.svg)`."), "5:5", page("Zie ![Een pijl](a.svg).")),
    Case("image tag", "image-without-text", LESSON, page('Zie <img src="a.svg">.'), "5:5", page('Zie <img src="a.svg" alt="">.')),
    Case("minutes", "longer-than-minutes", LESSON, page(f"{words(20)}.\n\n" * 31, minutes="2"), "4:10", page(f"{words(20)}.\n\n" * 30, minutes="2")),
    Case("first thing to do after a third", "late-first-task", LESSON, page(f"{words(20)}.\n\n" * 8 + "<!-- reflect: doen | Wat? -->\n\n" + f"{words(20)}.\n\n" * 15), "21:1", page(f"{words(20)}.\n\n" * 8 + "<!-- reflect: doen | Wat? -->\n\n" + f"{words(20)}.\n\n" * 17)),
    Case("first thing to do in a short lesson", "late-first-task", LESSON, page(f"{words(20)}.\n\n" * 8 + "<!-- reflect: doen | Wat? -->"), "21:1", page(f"{words(20)}.\n\n" * 7 + "<!-- reflect: doen | Wat? -->")),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_advice_is_given_at_its_place_and_not_for_a_near_miss(case: Case, tmp_path: Path) -> None:
    image = {"modules/0-een/a.svg": "<svg/>"} if "a.svg" in case.bad else {}
    try_case(case, tmp_path, image)


def test_what_most_of_the_course_says_is_usual(tmp_path: Path) -> None:
    polite = {TEST: paper(*several(6)).replace("Wat kies je?", "Wat kiest u?")}
    assert advice_on(tmp_path, polite) == ["modules/0-een/level.yml:4:9 mixed-address"]


def test_a_hard_word_is_said_once_per_file(tmp_path: Path) -> None:
    files = {
        LESSON: page("Bel middels de app.\n\nOf middels mail."),
        TEST: paper(ask("q", prompt="Middels wat?"), *several(6)),
    }
    assert advice_on(tmp_path, files) == [f"{LESSON}:5:1 hard-word", f"{TEST}:8:13 hard-word"]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Een zin. Nog een zin.", ["Een zin.", "Nog een zin."]),
        ("Bel bijv. Karim of dhr. Jansen. Dat werkt.", ["Bel bijv. Karim of dhr. Jansen.", "Dat werkt."]),
        ("Zie o.a. Gallup (d.w.z. Amerika). Klaar.", ["Zie o.a. Gallup (d.w.z. Amerika).", "Klaar."]),
        ("Formulieren, lijsten e.d. Dat kost tijd.", ["Formulieren, lijsten e.d.", "Dat kost tijd."]),
        ("Lijsten e.d. kosten tijd.", ["Lijsten e.d. kosten tijd."]),
        ("Curran e.a. (2015) keken. Wij ook.", ["Curran e.a. (2015) keken.", "Wij ook."]),
        ("Het cijfer is 7.8 of 7,8. In 2010. Meer niet.", ["Het cijfer is 7.8 of 7,8.", "In 2010.", "Meer niet."]),
        ("Vraag K. Jansen. Of niet.", ["Vraag K. Jansen.", "Of niet."]),
        ("“Waarom?” vraagt hij. “Daarom!” Stilte.", ["“Waarom?” vraagt hij.", "“Daarom!”", "Stilte."]),
        ("Wacht … en kijk. Echt?! Ja...", ["Wacht … en kijk.", "Echt?!", "Ja..."]),
        ("(Dat was alles.) Nu dit.", ["(Dat was alles.)", "Nu dit."]),
        ("Kijk op intranet.nl. 12 mensen keken.", ["Kijk op intranet.nl.", "12 mensen keken."]),
        ("Zonder punt", ["Zonder punt"]),
        (" … ! ", []),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, sentences: list[str]) -> None:
    found = list(split_sentences(text, NL))
    assert [sentence.text for sentence in found] == sentences
    assert all(text[sentence.start :].startswith(sentence.text) for sentence in found)


MARKS = st.sampled_from([". ", "! ", "…", "“", "”", "(", ")", "\n", "`", "``", "[", "](", "]", "<!--", "-->", "<b", ">", "*", "_", "|", "- ", "# ", "> ", "!!! a ", "bijv. ", "P. ", "Jan ", "1. ", "{", "}", '"', " "])  # fmt: skip


@given(st.one_of(st.text(), st.lists(st.one_of(MARKS, st.text(max_size=3))).map("".join)))
def test_no_text_is_too_strange(text: str) -> None:
    lines = text.split("\n")
    markdown = MarkdownText(text)
    for block in blocks_of(markdown):
        for sentence in split_sentences(block.text, NL):
            assert sentence.text == sentence.text.strip() != ""
            line, column = markdown.at_offset(block.start + sentence.start)
            first = words_of(sentence.text)[:1]
            if first and "\n" not in sentence.text:
                # What is shown as the place is the place: the first word really stands there, or after some marks.
                assert first[0] in lines[line - 1][column - 1 :]
    reading_ease([words_of(text)], NL.reading)


@pytest.mark.parametrize(
    "part",
    [".", "a", "a. ", ". a", "…”", "“a ", '"', "bijv. ", "P.", "`", "``` ", "[", "](", "](a", "![", "<", "<a", "<!--", "<!-- negeer: ", "# ", " #", "#", "* ", "|", "> ", "- ", "{#", "_", "( ", "a-", "\t", " ", "!!! "],
)  # fmt: skip
def test_a_long_text_is_read_in_one_go(part: str, tmp_path: Path) -> None:
    text = part * (1_000_000 // len(part)) + "x"
    with within(30):
        for block in blocks_of(MarkdownText(text)):
            deque(split_sentences(block.text, NL), maxlen=0)
        report_on(tmp_path, {**good_course(), LESSON: page(f"Een begin {text[-100_000:]}\n\nEen eind.")})


@pytest.mark.parametrize(
    ("sentence", "passive"),
    [
        ("Het cijfer wordt besproken.", True),
        ("Er werden drie keuzes gemaakt.", True),
        ("De kamers worden door Lidia schoongemaakt.", True),
        ("Dat plan is door de directie afgekeurd.", True),
        ("Wie op een resultaat wordt aangesproken, beslist mee.", True),
        ("Het wordt later.", False),
        ("Hij wordt gezond.", False),
        ("De gevolgen worden duidelijk.", False),
        ("Zij is gegaan.", False),
        ("Karim heeft het gemaakt.", False),
    ],
)
def test_the_passive_is_known_by_its_two_parts(sentence: str, passive: bool) -> None:
    assert is_passive(words_of(sentence), NL.passive) is passive


def test_the_passive_in_english() -> None:
    assert is_passive(words_of("The plan was written in May."), EN.passive)
    assert not is_passive(words_of("They wrote the plan."), EN.passive)


@pytest.mark.parametrize(
    ("word", "count"),
    [("over", 2), ("ideeën", 3), ("betrokkenheid", 4), ("organisatie", 5), ("leidinggevende", 5), ("je", 1), ("u", 1), ("uren", 2), ("cultuurverandering", 6), ("bureau", 2), ("museum", 3)],
)  # fmt: skip
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables_of(word, NL.reading) == count


def test_the_reading_ease_is_the_formula_of_douma() -> None:
    ease = reading_ease(
        [["Je", "werkt", "samen"], ["Dat", "is", "goed"]], NL.reading
    )  # 6 words, 8 syllables, 2 sentences
    assert ease == pytest.approx(206.84 - 0.93 * 3 - 77 * 7 / 6)
    assert reading_ease([[]], NL.reading) is None


def test_a_starter_that_nobody_wrote_over_is_told_once_with_its_lines(tmp_path: Path) -> None:
    starter = lesson_starter(load_locale("nl"), title="Les een")
    found = [line for line in advice_on(tmp_path, {LESSON: starter}) if "starter-text" in line]
    assert found == [f"{LESSON}:5:1 starter-text"]
    report = report_on(tmp_path, {LESSON: starter})
    told = next(one for one in report.advices if one.code == "starter-text")
    assert dict(told.params)["lines"] == "5, 8, 20, 24, 28"


def test_one_line_of_the_starter_that_is_left_is_told(tmp_path: Path) -> None:
    text = lesson(
        "Les een", "## De kern\n\nLeg nu uit wat er speelt. Gebruik korte zinnen en gewone woorden, en schrijf “je”."
    )
    assert f"{LESSON}:7:1 starter-text" in advice_on(tmp_path, {LESSON: text})


def test_headings_of_the_starter_may_stay(tmp_path: Path) -> None:
    text = lesson("Les een", "## De kern\n\nIets eigens.\n\n## Aan de slag\n\nDoe het.")
    assert [line for line in advice_on(tmp_path, {LESSON: text}) if "starter-text" in line] == []
