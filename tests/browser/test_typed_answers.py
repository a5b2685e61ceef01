"""What is forgiven in what is typed, and what isn't: in a text, and in a number."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support.hypotheses import in_browser

from leerpad.questions import TYPES

if TYPE_CHECKING:
    from playwright.sync_api import Page

often = settings(in_browser, max_examples=100)


class Judged(NamedTuple):
    """What the browser says of an answer: whether it is right, and what is said to be missing from it."""

    right: bool
    missing: str | None


JUDGE = """(asked) => asked.map(([question, response]) => {
  const type = Leerpad.questions[question.type];
  return [type.score(question, response).right, type.missing(question, response)];
})"""


def judge(page: Page, *asked: tuple[dict[str, Any], Any]) -> list[Judged]:
    """What it says of each answer to a question."""
    return [Judged(bool(right), missing) for right, missing in page.evaluate(JUDGE, [list(one) for one in asked])]


def are_right(page: Page, data: dict[str, Any], *responses: Any) -> list[bool]:
    """Which of these answers to one question are right."""
    return [judged.right for judged in judge(page, *((data, response) for response in responses))]


def gap(accept: list[str], **rules: Any) -> dict[str, Any]:
    """What the browser knows of a question with one gap."""
    data = {"id": "v", "type": "fill_in", "prompt": "P", "text": "Een {{gat}}.", "gaps": {"gat": {"accept": accept} | rules}}  # fmt: skip
    found: dict[str, Any] = TYPES["fill_in"].model_validate(data).client_data()
    return found


def number(answer: str, tolerance: str = "0", unit: str | None = None) -> dict[str, Any]:
    """What the browser knows of a question for a number."""
    data = {"id": "v", "type": "numeric", "prompt": "P", "answer": answer, "tolerance": tolerance, "unit": unit}
    found: dict[str, Any] = TYPES["numeric"].model_validate(data).client_data()
    return found


# --- what is forgiven in a text ----------------------------------------------------------------------------------------

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFéèëïöüçñßÅ"
words = st.text(LETTERS + "0123456789'-\"", min_size=1, max_size=12)
answers = st.lists(words, min_size=1, max_size=3).map(" ".join)
spaces = st.sampled_from(["", " ", "  ", "\t", "\u00a0", "\u2009", "\u200b"])
accents = st.sampled_from(["", "", "\u0301", "\u0308", "\u0327"])


def other_marks(text: str, curly: bool) -> str:
    return text.translate(str.maketrans("'\"-", "’”–")) if curly else text


@st.composite
def variations(draw: st.DrawFn, text: str) -> str:
    """The text with other capitals, accents, spaces, quotes and a full stop."""
    letters = []
    for letter in unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), text):
        changed = draw(st.sampled_from([letter, letter.upper(), letter.lower()]))
        mark = draw(accents) if changed.isalpha() else ""
        letters.append(changed + mark + draw(spaces))
    return other_marks(draw(spaces) + "".join(letters), draw(st.booleans())) + draw(st.sampled_from(["", ".", " . "]))


@given(data=st.data(), accept=st.lists(answers, min_size=1, max_size=3))
@often
def test_capitals_accents_spaces_quotes_and_a_full_stop_make_no_difference(
    still_page: Page, data: st.DataObject, accept: list[str]
) -> None:
    text = data.draw(st.sampled_from(accept).flatmap(variations))
    assert are_right(still_page, gap(accept), {"gat": text}) == [True]


@pytest.mark.parametrize(
    ("rule", "right", "wrong"),
    [
        ("case_sensitive", ["Één JD-R", "een JD-R", " éénJD-R. "], ["één jd-r", "Een Jd-r"]),
        ("accent_sensitive", ["één jd-r", "e\u0301e\u0301n JD-R", "ÉÉNjd-r"], ["een JD-R", "éen jd-r"]),
        ("space_sensitive", ["een jd-r", " één\u00a0  jd-r "], ["eenjd-r", "e en jd-r"]),
    ],
)
def test_what_the_author_asks_for_is_not_forgiven(
    still_page: Page, rule: str, right: list[str], wrong: list[str]
) -> None:
    data = gap(["één JD-R", "Één JD-R", "een JD-R"] if rule == "case_sensitive" else ["één JD-R"], **{rule: True})
    judged = are_right(still_page, data, *({"gat": text} for text in right + wrong))
    assert judged == [True] * len(right) + [False] * len(wrong)


def osa(a: str, b: str) -> int:
    """The optimal string alignment distance, straight from its recurrence (memory first, then speed, never mind)."""
    table = {(i, j): i + j for i in range(len(a) + 1) for j in range(len(b) + 1) if i == 0 or j == 0}
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            options = [table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + (a[i - 1] != b[j - 1])]
            if i > 1 and j > 1 and (a[i - 1], a[i - 2]) == (b[j - 2], b[j - 1]):
                options.append(table[i - 2, j - 2] + 1)
            table[i, j] = min(options)
    return table[len(a), len(b)]


FEW = "abcd"
short = st.text(FEW, min_size=4, max_size=9)


@st.composite
def slips(draw: st.DrawFn, text: str, count: int) -> str:
    """The text with at most `count` letters wrong, missing, too many or swapped, no part of it twice."""
    places = draw(st.lists(st.integers(0, len(text) // 2 - 1), unique=True, max_size=count))
    for place in sorted((2 * place for place in places), reverse=True):  # each has two letters of its own
        one, two = text[place], text[place + 1]
        new = draw(st.sampled_from(FEW))
        changed = draw(st.sampled_from([new + two, two, one + new + two, two + one]))
        text = text[:place] + changed + text[place + 2 :]
    return text


@given(data=st.data(), accept=st.lists(short, min_size=1, max_size=3), typos=st.integers(0, 3))
@often
def test_so_many_slips_are_forgiven(still_page: Page, data: st.DataObject, accept: list[str], typos: int) -> None:
    text = data.draw(slips(data.draw(st.sampled_from(accept)), typos))
    assume(text)
    assert min(osa(text, right) for right in accept) <= typos  # the oracle agrees with the edits
    assert are_right(still_page, gap(accept, typos=typos), {"gat": text}) == [True]


@given(
    accept=st.lists(short, min_size=1, max_size=3), typos=st.integers(0, 3), text=st.text(FEW, min_size=1, max_size=9)
)
@often
def test_no_more_slips_are_forgiven_than_that(still_page: Page, accept: list[str], typos: int, text: str) -> None:
    near = min(osa(text, right) for right in accept) <= typos
    assert are_right(still_page, gap(accept, typos=typos), {"gat": text}) == [near]


@given(accept=short, mistake=short, typos=st.integers(1, 3))
@often
def test_a_mistake_that_the_author_saw_coming_is_never_taken_for_a_slip(
    still_page: Page, accept: str, mistake: str, typos: int
) -> None:
    data = gap([accept], typos=typos, reject=[{"text": mistake, "feedback": "Nee."}])
    judged = are_right(still_page, data, {"gat": mistake.upper()}, {"gat": accept})
    assert judged == [mistake == accept, True]  # and what is right is right


# --- what is forgiven in a number --------------------------------------------------------------------------------------


def grouped(digits: str, mark: str) -> str:
    """`1234567` as `1.234.567`."""
    first = len(digits) % 3 or 3
    return mark.join([digits[:first], *(digits[at : at + 3] for at in range(first, len(digits), 3))])


@st.composite
def written(draw: st.DrawFn, hundredths: int, unit: str) -> str:
    """A number of hundredths as people write it: comma or point, grouped or not, with signs and spaces."""
    whole, rest = divmod(abs(hundredths), 100)
    mark, other = draw(st.permutations([",", "."]))
    group = draw(st.sampled_from(["", other, " ", "\u2009", "\u202f"]))
    text = grouped(str(whole), group) if group else str(whole)
    if rest or draw(st.booleans()):
        text += mark + f"{rest:02}"
    sign = draw(st.sampled_from(["-", "−", "–", "- "])) if hundredths < 0 else draw(st.sampled_from(["", "", "+"]))
    before, after = draw(st.sampled_from([("", ""), ("", unit), ("", f" {unit.upper()} "), ("€ ", ""), ("", " %"), ("€", ",-")]))  # fmt: skip
    if after == ",-" and mark in text:
        after = ""
    return draw(st.sampled_from([f"{sign}{before}{text}{after}", f" {before}{sign}{text}{after}."]))


hundredths = st.integers(-20_000, 20_000) | st.integers(-(10**9), 10**9)


@given(data=st.data(), answer=hundredths, tolerance=st.integers(0, 5_000))
@often
def test_a_number_within_the_bounds_is_right_however_it_is_written(
    still_page: Page, data: st.DataObject, answer: int, tolerance: int
) -> None:
    asked = number(f"{answer / 100:.2f}", f"{tolerance / 100:.2f}", "uur")
    low, high = answer - tolerance, answer + tolerance
    inside = data.draw(st.sampled_from([low, answer, high]) | st.integers(low, high))
    text = data.draw(written(inside, "uur"))
    assert judge(still_page, (asked, text)) == [(True, None)]


@given(data=st.data(), answer=hundredths, tolerance=st.integers(0, 5_000))
@often
def test_a_number_outside_the_bounds_is_wrong_however_it_is_written(
    still_page: Page, data: st.DataObject, answer: int, tolerance: int
) -> None:
    asked = number(f"{answer / 100:.2f}", f"{tolerance / 100:.2f}", "uur")
    beyond = data.draw(st.just(1) | st.integers(1, 10_000))
    outside = data.draw(st.sampled_from([answer - tolerance - beyond, answer + tolerance + beyond]))
    text = data.draw(written(outside, "uur"))
    # “1.250” can mean two numbers, of which one may be right: those have their own test.
    digits = "".join(letter for letter in text if letter.isdigit() or letter in ",.").rstrip(".,")
    assume(not (digits.count(",") + digits.count(".") == 1 and digits[-4:-3] in (",", ".")))
    assert judge(still_page, (asked, text)) == [(False, None)]


def test_one_mark_before_three_digits_can_mean_two_numbers(still_page: Page) -> None:
    texts = ["1.250", "1,250", "1.25", "1,25"]
    assert are_right(still_page, number("1,25"), *texts) == [True] * 4
    assert are_right(still_page, number("1250"), *texts) == [True, True, False, False]
    assert are_right(still_page, number("250"), "0,250") == [False]  # a zero begins no thousands


def test_numbers_as_people_write_them(still_page: Page) -> None:
    values = {"0,250": "0.25", ",5": "0.5", "1.250.000": "1250000", "1.250,5": "1250.5", "1,250.5": "1250.5", "€ 50,-": "50", "50,-- euro": "50", "12 EURO.": "12", "-€50": "-50", "1250.125": "1250.125"}  # fmt: skip
    judged = judge(still_page, *((number(value, unit="euro"), text) for text, value in values.items()))
    assert [text for text, (right, _) in zip(values, judged, strict=True) if not right] == []


def test_what_is_no_number_is_said_to_be_none(still_page: Page) -> None:
    texts = ["twaalf", "1.2.3", "12.11.2024", "1,5,0", "12 dagen", "5-3", "--5", "%", ".", "1e3", "0x10", "Infinity", "½"]  # fmt: skip
    asked = number("12", "1000000", "uur")
    found = dict(zip(texts, judge(still_page, *((asked, text) for text in texts)), strict=True))
    assert found == dict.fromkeys(texts, (False, "numeric.not_a_number"))


anything = st.text(max_size=40) | st.text("0123456789.,-+€% ", max_size=20)


@given(text=anything, strict=st.booleans())
@often
def test_any_text_at_all_is_judged(still_page: Page, text: str, strict: bool) -> None:
    flags = dict.fromkeys(("case_sensitive", "accent_sensitive", "space_sensitive"), strict)
    nonsense = ["richting", "het juiste antwoord"]
    short, blank_gap, hours, blank_number = judge(
        still_page,
        (gap(nonsense, typos=2, **flags), {"gat": text[:5]}),
        (gap(nonsense), {"gat": text}),
        (number("7", unit="uur"), text),
        (number("7"), text),
    )
    assert not short.right
    assert hours.right in (True, False)
    blank = not text.strip() and not text.strip("\ufeff ")
    assert blank_gap.missing == "fill_in.missing" or not blank
    assert blank_number.missing == "numeric.missing" or not blank
