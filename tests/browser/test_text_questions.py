"""Questions that are answered by typing: what is forgiven and what isn't, what is kept, and what is said about it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect
from support.browser import question
from support.trees import build_site, course, lesson, quiz

from leerpad.questions import TYPES

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitor, Visitors

# The page is only a place to run pure functions in: it doesn't change between examples.
in_browser = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=100)

QUESTIONS = """\
  - id: aanvullen
    type: fill_in
    prompt: Vul de zin aan.
    points: 2
    text: "Zonder **{{wat}}** geen rust, en dan:\\n\\n- {{dan}} als gevolg."
    gaps:
      wat:
        label: Wat je nodig hebt
        accept: [richting, koers]
        typos: 2
        feedback: Wie weet waarheen, kan kiezen.
        reject:
          - text: [snelheid, haast]
            feedback: Haast geeft juist onrust.
      dan:
        accept: 'gedoe'
  - id: uren
    type: numeric
    prompt: Hoeveel uur?
    answer: 37,5
    tolerance: 0,5
    unit: uur
    feedback: Zeven en een half per dag.
  - id: bedrag
    type: numeric
    prompt: Hoeveel geld?
    answer: -1250
    unit: €
"""


@pytest.fixture(scope="module")
def typing_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A check and a test with questions to type."""
    files: dict[str, str | bytes] = {**course()}
    files["quizzes/check.yml"] = quiz("check", QUESTIONS, keys="")
    files["modules/0-een/01-een-a.md"] = lesson("Les een A", "<!-- quiz: check -->")
    test = QUESTIONS.replace("id: ", "id: toets-")
    files["quizzes/0-een/toets.yml"] = quiz("toets-een", test)
    return build_site(tmp_path_factory.mktemp("typing"), files)


def is_right(page: Page, data: dict[str, Any], response: Any) -> bool:
    script = "([question, response]) => Leerpad.questions[question.type].score(question, response).right"
    return bool(page.evaluate(script, [data, response]))


def missing(page: Page, data: dict[str, Any], response: Any) -> str | None:
    script = "([question, response]) => Leerpad.questions[question.type].missing(question, response)"
    found: str | None = page.evaluate(script, [data, response])
    return found


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
@in_browser
def test_capitals_accents_spaces_quotes_and_a_full_stop_make_no_difference(
    still_page: Page, data: st.DataObject, accept: list[str]
) -> None:
    text = data.draw(st.sampled_from(accept).flatmap(variations))
    assert is_right(still_page, gap(accept), {"gat": text})


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
    assert [is_right(still_page, data, {"gat": text}) for text in right] == [True] * len(right)
    assert [is_right(still_page, data, {"gat": text}) for text in wrong] == [False] * len(wrong)


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
@in_browser
def test_so_many_slips_are_forgiven(still_page: Page, data: st.DataObject, accept: list[str], typos: int) -> None:
    text = data.draw(slips(data.draw(st.sampled_from(accept)), typos))
    assume(text)
    assert min(osa(text, right) for right in accept) <= typos  # the oracle agrees with the edits
    assert is_right(still_page, gap(accept, typos=typos), {"gat": text})


@given(
    accept=st.lists(short, min_size=1, max_size=3), typos=st.integers(0, 3), text=st.text(FEW, min_size=1, max_size=9)
)
@in_browser
def test_no_more_slips_are_forgiven_than_that(still_page: Page, accept: list[str], typos: int, text: str) -> None:
    near = min(osa(text, right) for right in accept) <= typos
    assert is_right(still_page, gap(accept, typos=typos), {"gat": text}) == near


@given(accept=short, mistake=short, typos=st.integers(1, 3))
@in_browser
def test_a_mistake_that_the_author_saw_coming_is_never_taken_for_a_slip(
    still_page: Page, accept: str, mistake: str, typos: int
) -> None:
    data = gap([accept], typos=typos, reject=[{"text": mistake, "feedback": "Nee."}])
    assert is_right(still_page, data, {"gat": mistake.upper()}) == (mistake == accept)  # and what is right is right
    assert is_right(still_page, data, {"gat": accept})


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
@in_browser
def test_a_number_within_the_bounds_is_right_however_it_is_written(
    still_page: Page, data: st.DataObject, answer: int, tolerance: int
) -> None:
    asked = number(f"{answer / 100:.2f}", f"{tolerance / 100:.2f}", "uur")
    low, high = answer - tolerance, answer + tolerance
    inside = data.draw(st.sampled_from([low, answer, high]) | st.integers(low, high))
    text = data.draw(written(inside, "uur"))
    assert is_right(still_page, asked, text)
    assert missing(still_page, asked, text) is None


@given(data=st.data(), answer=hundredths, tolerance=st.integers(0, 5_000))
@in_browser
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
    assert not is_right(still_page, asked, text)
    assert missing(still_page, asked, text) is None


@pytest.mark.parametrize("text", ["1.250", "1,250", "1.25", "1,25"])
def test_one_mark_before_three_digits_can_mean_two_numbers(still_page: Page, text: str) -> None:
    assert is_right(still_page, number("1,25"), text)
    assert is_right(still_page, number("1250"), text) == text.endswith("50")


@pytest.mark.parametrize(
    ("text", "value"),
    [("0,250", "0.25"), (",5", "0.5"), ("1.250.000", "1250000"), ("1.250,5", "1250.5"), ("1,250.5", "1250.5"), ("€ 50,-", "50"), ("50,-- euro", "50"), ("12 EURO.", "12"), ("-€50", "-50"), ("1250.125", "1250.125")],
)  # fmt: skip
def test_numbers_as_people_write_them(still_page: Page, text: str, value: str) -> None:
    assert is_right(still_page, number(value, unit="euro"), text)


@pytest.mark.parametrize("text", ["0,250"])
def test_a_zero_begins_no_thousands(still_page: Page, text: str) -> None:
    assert not is_right(still_page, number("250"), text)


@pytest.mark.parametrize("text", ["twaalf", "1.2.3", "12.11.2024", "1,5,0", "12 dagen", "5-3", "--5", "%", ".", "1e3", "0x10", "Infinity", "½"])  # fmt: skip
def test_what_is_no_number_is_said_to_be_none(still_page: Page, text: str) -> None:
    asked = number("12", "1000000", "uur")
    assert missing(still_page, asked, text) == "numeric.not_a_number"
    assert not is_right(still_page, asked, text)


anything = st.text(max_size=40) | st.text("0123456789.,-+€% ", max_size=20)


@given(text=anything, strict=st.booleans())
@in_browser
def test_any_text_at_all_is_judged(still_page: Page, text: str, strict: bool) -> None:
    flags = dict.fromkeys(("case_sensitive", "accent_sensitive", "space_sensitive"), strict)
    nonsense = ["richting", "het juiste antwoord"]
    assert not is_right(still_page, gap(nonsense, typos=2, **flags), {"gat": text[:5]})
    assert is_right(still_page, number("7", unit="uur"), text) in (True, False)
    blank = not text.strip() and not text.strip("\ufeff ")
    assert (missing(still_page, gap(nonsense), {"gat": text}) == "fill_in.missing") or not blank
    assert (missing(still_page, number("7"), text) == "numeric.missing") or not blank


# --- on the screen -----------------------------------------------------------------------------------------------------


@pytest.fixture
def reader(visitors: Visitors, typing_site: Path) -> Visitor:
    return visitors.arrive(typing_site.as_uri())


def kept(reader: Visitor, quiz_id: str = "check") -> dict[str, Any]:
    attempts = (reader.stored("proefpad") or {"quizzes": {}})["quizzes"].get(quiz_id, {})
    return {name: answer["value"] for attempt in attempts.values() for name, answer in attempt["answers"].items()}


def wait_until_kept(reader: Visitor, text: str) -> None:
    reader.page.wait_for_function("text => Object.values(localStorage).join().includes(text)", arg=text)


def test_with_the_keyboard_alone(reader: Visitor) -> None:
    page = reader.open("een/een-a.html")
    first = page.get_by_role("textbox", name="Wat je nodig hebt")
    first.focus()
    page.keyboard.type("Richtign")
    page.keyboard.press("Tab")
    expect(page.get_by_role("textbox", name="Invulveld 2 van 2")).to_be_focused()
    page.keyboard.press("Enter")  # not everything is there yet
    group = question(page, "Vul de zin aan.")
    expect(group.get_by_text("Vul elk veld in.")).to_be_visible()
    expect(page.get_by_role("textbox", name="Invulveld 2 van 2")).to_be_focused()
    expect(first).not_to_have_attribute("aria-invalid", "true")
    page.keyboard.type("gedonder")
    page.keyboard.press("Enter")
    expect(page.locator("#question-aanvullen .lp-feedback-title")).to_be_focused()
    expect(page.locator("#question-aanvullen .lp-feedback-title")).to_contain_text("Deels goed · 1 van 2 punten")


def test_the_review_says_at_each_gap_what_was_right_and_below_it_why(reader: Visitor) -> None:
    page = reader.open("een/een-a.html")
    item = page.locator("#question-aanvullen")
    for typed, said, why in [
        ("koers", "Goed", "koers Wie weet waarheen, kan kiezen."),
        ("Koesr", "Goed, let op de spelling: koers", "koers Wie weet waarheen, kan kiezen."),
        ("HAAST", "Niet goed, goed is: richting", "HAAST Haast geeft juist onrust."),
        ("geluk", "Niet goed, goed is: richting", "richting Wie weet waarheen, kan kiezen."),
    ]:
        page.get_by_role("textbox", name="Wat je nodig hebt").fill(typed)
        page.get_by_role("textbox", name="Invulveld 2 van 2").fill("x")
        page.get_by_role("textbox", name="Wat je nodig hebt").press("Enter")
        expect(item.locator("strong .lp-verdict")).to_have_text(said)
        expect(item.locator("li .lp-verdict")).to_have_text("Niet goed, goed is: gedoe")
        assert " ".join(item.locator(".lp-gap-reason").inner_text().split()) == why
        for name in ("uren", "bedrag"):
            page.locator(f"#question-{name} input").fill("1")
            page.locator(f"#question-{name} input").press("Enter")
        page.get_by_role("button", name="Opnieuw, alle vragen").click()
        expect(item.locator(".lp-verdict")).to_have_count(0)
        expect(page.get_by_role("textbox", name="Wat je nodig hebt")).to_have_value("")


def test_a_number_is_asked_for_with_its_unit_and_answered_with_its_bounds(reader: Visitor) -> None:
    page = reader.open("een/een-a.html")
    group = question(page, "Hoeveel uur?")
    field = group.get_by_label("Jouw antwoord")
    expect(field).to_have_accessible_description("uur")
    expect(field).to_have_attribute("inputmode", "decimal")
    expect(question(page, "Hoeveel geld?").get_by_label("Jouw antwoord")).to_have_attribute("inputmode", "text")
    field.press("Enter")
    expect(group.get_by_text("Vul een getal in.")).to_be_visible()
    field.fill("zeven")
    field.press("Enter")
    expect(group.get_by_text("Dit kunnen we niet als getal lezen.")).to_be_visible()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_be_focused()
    field.fill("40 uur")
    field.press("Enter")
    expect(group.locator(".lp-verdict")).to_contain_text(
        "Niet goed, goed is: 37,5 uur (alles tussen 37 en 38 uur telt ook)"
    )
    expect(group.locator(".lp-verdict")).to_contain_text("Zeven en een half per dag.")
    money = question(page, "Hoeveel geld?").get_by_label("Jouw antwoord")
    money.fill("− € 1.250,-")
    money.press("Enter")
    expect(page.locator("#question-bedrag .lp-feedback-title")).to_contain_text("1 van 1 punt")


def test_what_is_typed_is_kept_without_disturbing_who_types(reader: Visitor) -> None:
    page = reader.open("een/een-a.html")
    field = page.get_by_role("textbox", name="Wat je nodig hebt")
    field.focus()
    page.keyboard.type("richting")
    for _ in range(5):
        page.keyboard.press("ArrowLeft")
    page.keyboard.type("X")
    wait_until_kept(reader, "ricXhting")
    expect(field).to_be_focused()
    assert field.evaluate("field => [field.selectionStart, field.selectionEnd]") == [4, 4]
    page.keyboard.type("Y")
    expect(field).to_have_value("ricXYhting")
    page.reload()  # at once: what was typed last goes along
    expect(field).to_have_value("ricXYhting")
    assert kept(reader) == {"aanvullen": {"wat": "ricXYhting"}}
    field.fill("")
    page.get_by_role("textbox", name="Invulveld 2 van 2").fill("a")
    wait_until_kept(reader, '"dan":"a"')
    assert kept(reader) == {"aanvullen": {"dan": "a"}}


def test_an_answer_from_another_tab_leaves_the_cursor_where_it_is(reader: Visitor) -> None:
    page = reader.open("een/een-a.html")
    field = page.get_by_role("textbox", name="Wat je nodig hebt")
    field.press_sequentially("richting")
    wait_until_kept(reader, "richting")
    for _ in range(5):
        page.keyboard.press("ArrowLeft")
    other = reader.open("een/een-a.html", reader.tab())
    question(other, "Hoeveel uur?").get_by_label("Jouw antwoord").fill("37")
    expect(question(page, "Hoeveel uur?").get_by_label("Jouw antwoord")).to_have_value("37")
    expect(field).to_be_focused()
    assert field.evaluate("field => [field.selectionStart, field.selectionEnd]") == [3, 3]


@pytest.mark.parametrize("path", ["een/een-a.html", "een/toets-een.html"])
def test_what_is_being_typed_stays_when_another_tab_answers(path: str, reader: Visitor) -> None:
    reader.page.clock.install()  # typing is kept after a pause: that doesn't come
    page, other = reader.open(path), reader.open(path, reader.tab())
    field, hours = page.get_by_role("textbox", name="Wat je nodig hebt"), page.get_by_label("Jouw antwoord")
    field.press_sequentially("richt")
    there = other.get_by_label("Jouw antwoord")
    there.first.fill("37")
    there.first.blur()
    expect(hours.first).to_have_value("37")
    expect(field).to_be_focused()
    expect(field).to_have_value("richt")
    other.get_by_role("textbox", name="Wat je nodig hebt").fill("haast")  # the same question
    other.get_by_role("textbox", name="Wat je nodig hebt").blur()
    there.last.fill("5")
    there.last.blur()
    expect(hours.last).to_have_value("5")
    expect(field).to_have_value("richt")
    field.press_sequentially("ing")
    field.blur()
    expect(other.get_by_role("textbox", name="Wat je nodig hebt")).to_have_value("richting")


def test_what_another_tab_answered_is_shown_when_the_cursor_leaves(reader: Visitor) -> None:
    page, other = reader.open("een/een-a.html"), reader.open("een/een-a.html", reader.tab())
    field = page.get_by_role("textbox", name="Wat je nodig hebt")
    field.focus()
    for number, text in ((0, "haast"), (2, "37")):
        other.locator(".lp-field").nth(number).fill(text)
        other.locator(".lp-field").nth(number).blur()
    expect(page.get_by_label("Jouw antwoord").first).to_have_value("37")
    expect(field).to_have_value("")
    field.blur()
    expect(field).to_have_value("haast")


def test_an_error_stays_until_something_is_typed(reader: Visitor) -> None:
    reader.page.clock.install()
    page = reader.open("een/toets-een.html")
    page.locator("#question-toets-uren input").press_sequentially("x")
    page.get_by_role("button", name="Lever in").click()
    error = page.locator("#question-toets-uren .lp-error")
    expect(error).to_have_text("Dit kunnen we niet als getal lezen. Schrijf alleen het getal, zoals 12 of 12,5.")
    page.clock.run_for(1000)  # by now, what was typed has been kept after a pause, too
    expect(error).to_be_visible()
    page.locator("#question-toets-uren input").press_sequentially("1")
    expect(error).to_have_count(0)


def test_enter_never_hands_in_a_test(reader: Visitor) -> None:
    page = reader.open("een/toets-een.html")
    for field in page.locator(".lp-field").all():
        field.fill("1")
    page.locator(".lp-field").last.press("Enter")
    expect(page.get_by_role("button", name="Lever in")).to_be_visible()
    page.get_by_role("button", name="Lever in").press("Enter")
    expect(page.locator(".lp-result")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 320])
def test_all_fields_are_as_wide_and_nothing_sticks_out(visitors: Visitors, typing_site: Path, width: int) -> None:
    page = visitors.arrive(typing_site.as_uri(), viewport={"width": width, "height": 800}).open("een/een-a.html")
    boxes = [field.bounding_box() for field in page.locator(".lp-gap .lp-field").all()]
    assert len({round(box["width"]) for box in boxes if box}) == 1
    assert all(box and box["height"] >= 24 for box in boxes)
    page.get_by_role("textbox", name="Wat je nodig hebt").fill("een lang en onverwacht antwoord")
    page.get_by_role("textbox", name="Invulveld 2 van 2").fill("x")
    page.get_by_role("textbox", name="Invulveld 2 van 2").press("Enter")
    expect(page.locator("#question-aanvullen .lp-verdict").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


ALONE = """() => [...document.querySelectorAll(".lp-gap + .lp-after")].filter((mark) => {
  const before = [...mark.previousElementSibling.lastElementChild.getClientRects()].at(-1);
  return before && mark.getBoundingClientRect().top >= before.bottom - 2;
}).length"""
"""How many marks after a field stand on a line of their own."""


def test_a_full_stop_after_a_field_is_never_alone_on_a_line(guide_site: Path, visitors: Visitors) -> None:
    page = visitors.arrive(guide_site.as_uri()).open("leerpad-guide/question-types.html")
    questions = page.locator(".lp-question:has(.lp-gap + .lp-after)")
    assert questions.count() >= 2
    for answer in ("", "een lang en onverwacht antwoord"):
        for asked in questions.all() if answer else []:
            for field in asked.locator(".lp-gap .lp-field").all():
                field.fill(answer)
            asked.get_by_role("button", name="Controleer").click()
        for width in range(320, 720, 16):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(ALONE) == 0, (answer, width)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
