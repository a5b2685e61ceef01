"""Questions that are answered by typing: faults of authors, revisions, and the text around the fields."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from support.faults import checked
from support.trees import course, quiz, write_tree

from leerpad.locales import load_locale
from leerpad.questions import TYPES
from leerpad.questions.fill_in.cloze_html import fill_gaps
from leerpad.site.markdown.texts import Texts

if TYPE_CHECKING:
    from pathlib import Path

TEST = "quizzes/0-een/toets.yml"


def faults_of(folder: Path, question: str) -> list[str]:
    """What an author is told about a test that begins, on line 5, with these lines of a question."""
    lines = question.strip("\n").splitlines()
    body = "".join(f"  {'-' if index == 0 else ' '} {line}\n" for index, line in enumerate(lines))
    _, report = checked(write_tree(folder, {**course(), TEST: quiz("toets-een", body)}))
    locale = load_locale("nl")
    return [line.removeprefix(f"{TEST}:") for line in map(locale.diagnostic, report) if line.startswith(TEST)]


GOOD = """
id: een-1
type: fill_in
prompt: Vul in.
text: Zonder {{wat}} geen {{dan}}.
gaps:
  wat:
    accept: [richting, 'koers']
    reject:
      - text: [doel, haast]
        feedback: Nee.
  dan:
    accept: rust
"""

FILL_IN = {
    "nothing to fill in": ("Zonder {{wat}} geen {{dan}}.", "Niets.", ["8:11  in de tekst staat niets om in te vullen; zet daar een naam tussen dubbele accolades, zoals {{mijn-woord}}", "10:7  “wat” komt in de tekst niet voor; zet {{wat}} in de tekst of haal dit weg", "15:7  “dan” komt in de tekst niet voor; zet {{dan}} in de tekst of haal dit weg"]),
    "slip in the text": ("{{wat}}", "{{watt}}", ["8:11  invulveld “watt” staat niet onder gaps; bedoel je “wat”?"]),
    "no rule": ("{{dan}}", "{{dan}} of {{iets-anders}}", ["8:11  invulveld “iets-anders” staat niet onder gaps; zet daar “iets-anders:” met accept"]),
    "no gap": ("  dan:", "  later:\n    accept: x\n  dan:", ["15:7  “later” komt in de tekst niet voor; zet {{later}} in de tekst of haal dit weg"]),
    "gap twice": ("{{dan}}", "{{dan}} en {{ dan }}", ["8:11  invulveld “dan” staat vaker in de tekst; geef elk invulveld een eigen naam"]),
    "bad name": ("{{dan}}", "{{Wat dan}}", ["8:11  “Wat dan” kan geen naam van een invulveld zijn; gebruik kleine letters, cijfers en losse streepjes, zoals {{mijn-woord}}", "15:7  “dan” komt in de tekst niet voor; zet {{dan}} in de tekst of haal dit weg"]),
    "gap in an address": ("{{dan}}", "[dit]({{dan}})", ["8:11  een invulveld kan niet in een adres, een HTML-tag of een definitie staan; zet het in de gewone tekst"]),
    "gap in a tag": ("{{dan}}", "<b title='{{dan}}'>dit</b>", ["8:11  een invulveld kan niet in een adres, een HTML-tag of een definitie staan; zet het in de gewone tekst"]),
    "no quotes": ("text: Zonder {{wat}}", "text: {{wat}}", ['8:11  een tekst die met { begint, leest YAML als iets anders; zet er aanhalingstekens om: text: "{{wat}} geen {{dan}}."']),
    "right and wrong": ("haast]", "Kóers.]", ["13:26  “Kóers.” staat ook bij accept; haal een van beide weg"]),
    "one wrong text that is right": ("[doel, haast]", "RICHTING", ["13:19  “RICHTING” staat ook bij accept; haal een van beide weg"]),
    "wrong twice": ("haast]", "haast, Doel]", ["13:33  “Doel” staat ook al in onderdeel 1 van reject; haal een van beide weg"]),
    "nothing left": ("'koers'", "'.'", ["11:28  van “.” blijft bij het vergelijken niets over; schrijf een woord of een getal"]),
    "empty text": ("'koers'", "''", ["11:28  “accept” is leeg; vul een waarde in of haal de sleutel weg"]),
    "empty list": ("[richting, 'koers']", "[]", ["11:17  “accept” heeft te weinig onderdelen; nodig: minstens 1"]),
    "nothing accepted": ("    accept: rust", "    label: Wat?", ["16:9  sleutel “accept” ontbreekt; vul hem aan"]),
    "no reason": ("        feedback: Nee.\n", "", ["13:13  sleutel “feedback” ontbreekt; vul hem aan"]),
    "too many typos": ("accept: rust", "accept: [onrust, Rú st.]\n    typos: 4", ["17:16  met typos: 4 telt elk kort antwoord als “rust”; schrijf bij typos hooguit 3"]),
    "typos below zero": ("accept: rust", "accept: rust\n    typos: -1", ["17:16  -1 kan niet bij “typos”; schrijf minstens 0"]),
    "half a typo": ("accept: rust", "accept: rust\n    typos: 0.5", ["17:16  “0.5” is geen heel getal; schrijf bij “typos” bijvoorbeeld 1"]),
    "label twice": ("  wat:\n    accept: [richting, 'koers']\n    reject:\n      - text: [doel, haast]\n        feedback: Nee.\n  dan:\n", "  wat:\n    accept: koers\n    label: Woord\n  dan:\n    label: woord.\n", ["14:16  invulveld “wat” heeft ook dit label; wie niet kijkt maar luistert, houdt ze dan niet uit elkaar: geef elk een eigen label"]),
    "unknown key": ("accept: rust", "accept: rust\n    case_sensitiv: true", ["17:9  onbekende sleutel “case_sensitiv”; bedoel je “case_sensitive”?"]),
    "unknown key of a mistake": ("feedback: Nee.", "feedback: Nee.\n        reden: x", ["15:13  onbekende sleutel “reden”; mogelijk zijn: feedback, text"]),
    "gaps as a list": (GOOD[GOOD.index("  wat:"):], "  - wat\n", ["10:7  hier worden sleutels met waarden verwacht, geen losse tekst of lijst"]),
    "dead link in a reason": ("feedback: Nee.", "feedback: Zie [les](weg.md)", ["14:23  de link “weg.md” wijst naar een bestand dat er niet is; bedoel je toets.yml?"]),
}  # fmt: skip


@pytest.mark.parametrize("name", FILL_IN)
def test_faults_in_a_text_with_gaps(name: str, tmp_path: Path) -> None:
    before, after, expected = FILL_IN[name]
    assert before in GOOD
    assert faults_of(tmp_path, GOOD.replace(before, after, 1)) == expected


NUMBER = "id: een-1\ntype: numeric\nprompt: Hoeveel?\nanswer: 12,5\ntolerance: 0.5\nunit: uur\n"

NUMERIC = {
    "not a number": ("12,5", "twaalf", ["8:13  “twaalf” is geen getal; schrijf bij “answer” bijvoorbeeld 1 of 2.5"]),
    "a unit in the number": ("12,5", "12%", ["8:13  “12%” is geen getal; schrijf bij “answer” bijvoorbeeld 1 of 2.5"]),
    "groups of thousands": ("12,5", "1.250,5", ["8:13  “1.250,5” is geen getal; schrijf bij “answer” bijvoorbeeld 1 of 2.5"]),
    "thousands or thousandths": ("12,5", "1.250", ["8:13  “1.250” kan duizendtallen betekenen of decimalen; schrijf 1250 of 1.2500"]),
    "no answer": ("answer: 12,5\n", "", ["5:5  sleutel “answer” ontbreekt; vul hem aan"]),
    "empty answer": ("12,5", "", ["8:12  “answer” is leeg; vul een waarde in of haal de sleutel weg"]),
    "tolerance below zero": ("0.5", "-0,5", ["9:16  -0,5 kan niet bij “tolerance”; schrijf minstens 0"]),
    "empty unit": ("uur", "''", ["10:11  “unit” is leeg; vul een waarde in of haal de sleutel weg"]),
    "unknown key": ("unit", "units", ["10:5  onbekende sleutel “units”; bedoel je “unit”?"]),
}  # fmt: skip


@pytest.mark.parametrize("name", NUMERIC)
def test_faults_in_a_question_for_a_number(name: str, tmp_path: Path) -> None:
    before, after, expected = NUMERIC[name]
    assert faults_of(tmp_path, NUMBER.replace(before, after, 1)) == expected


def test_good_ones_have_no_faults(tmp_path: Path) -> None:
    assert faults_of(tmp_path, GOOD) == []
    assert faults_of(tmp_path, NUMBER) == []


def gap_question(**gap: Any) -> Any:
    return TYPES["fill_in"].model_validate(
        {"id": "v", "type": "fill_in", "prompt": "P", "text": "Een {{gat}}.", "gaps": {"gat": {"accept": ["Één", "Twee"]} | gap}}
    )  # fmt: skip


@pytest.mark.parametrize(
    "gap",
    [
        {"accept": ["twee.", "een"]},
        {"accept": ["E en", "Twee", "één"]},
        {"label": "Getal", "feedback": "Daarom."},
        {"reject": [{"text": "drie", "feedback": "Nee."}]},
    ],
    ids=["order, capitals and accents", "the same again", "words around it", "mistakes foreseen"],
)
def test_mending_words_keeps_a_gap_the_same(gap: dict[str, Any]) -> None:
    assert gap_question(**gap).revision() == gap_question().revision()


@pytest.mark.parametrize(
    "gap", [{"accept": ["Één"]}, {"accept": ["Één", "Twéé"], "accent_sensitive": True}, {"typos": 1}, {"space_sensitive": True}]
)  # fmt: skip
def test_another_right_answer_or_another_strictness_makes_another_gap(gap: dict[str, Any]) -> None:
    assert gap_question(**gap).revision() != gap_question().revision()


def number_question(**keys: Any) -> Any:
    return TYPES["numeric"].model_validate({"id": "v", "type": "numeric", "prompt": "P", "answer": "0,3"} | keys)


def test_a_number_is_the_same_however_it_is_written_and_its_bounds_are_exact() -> None:
    assert number_question().revision() == number_question(answer="0.30", unit="uur", feedback="Zo.").revision()
    assert number_question().revision() != number_question(tolerance="0,1").revision()
    assert number_question(tolerance="0,1").key() == {"low": 0.2, "high": 0.4}  # 0.3 - 0.1 is not 0.2 in floating point


@pytest.mark.parametrize(
    ("value", "dutch", "english"),
    [("1250.50", "1.250,5", "1,250.5"), ("-1000000", "-1.000.000", "-1,000,000"), ("72.0", "72", "72"), ("0.125", "0,125", "0.125"), ("100", "100", "100")],
)  # fmt: skip
def test_numbers_are_written_as_the_language_does(value: str, dutch: str, english: str) -> None:
    assert load_locale("nl").number(Decimal(value)) == dutch
    assert load_locale("en").number(Decimal(value)) == english


TEXTS = Texts(["attr_list", "tables", "footnotes", "abbr", "pymdownx.superfences"], {}, {})


def rendered(text: str) -> str:
    return fill_gaps(text, lambda name: f"<input name={name}>", lambda given: TEXTS.block(given, "q.yml", "p.html"))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Een {{a}} en {{b}}.", '<p>Een <input name=a> en <span class="lp-with-mark"><input name=b><span class="lp-after">.</span></span></p>'),
        ("**{{a}}**, *{{b}}* en _{{c}}_", "<p><strong><input name=a></strong>, <em><input name=b></em> en <em><input name=c></em></p>"),
        ("`{{a}}`", "<p><code><input name=a></code></p>"),
        ("# {{a}}", "<h1><input name=a></h1>"),
        ("- x {{ a }}\n- {{b}}", "<ul>\n<li>x <input name=a></li>\n<li><input name=b></li>\n</ul>"),
        ("x{{a}}y<b>{{b}}</b>", "<p>x<input name=a>y<b><input name=b></b></p>"),
        ("a < {{a}} > b", "<p>a &lt; <input name=a> &gt; b</p>"),
    ],
)  # fmt: skip
def test_a_gap_stands_where_the_author_put_it(text: str, html: str) -> None:
    assert rendered(text) == html


def test_a_gap_may_stand_in_a_table_or_a_block_of_code() -> None:
    assert "<td><input name=a></td>" in rendered("| A | B |\n|---|---|\n| {{a}} | x |")
    block = rendered("```python\nx = {{a}}  # {{b}}\n```")
    assert block.count("<input name=a>") == block.count("<input name=b>") == 1


@pytest.mark.parametrize("text", ["[dit](les.md#{{a}})", "Woord <!-- {{a}} -->", "X staat er.\n\n*[X]: {{a}}"])
def test_a_gap_that_markdown_would_lose_comes_after_the_text(text: str) -> None:
    assert rendered(text).endswith("<input name=a>")
    assert rendered(text).count("<input") == 1
