"""Questions to think about, and the notes that keep what is written there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.axe import violations
from support.paper import A4, printed
from support.storage import BLOCK
from support.trees import build_site, course, lesson, question, quiz

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitor, Visitors

LESSON = "een/een-a.html"
TEST = "een/toets-een.html"
NOTES = "mijn-notities.html"
FIRST, SECOND = "Wat zou een *nieuwe* collega zeggen?", "Wat neem je mee?"
THIRD, FOURTH = "Wat zie je *nu* anders?", "Waarom ben je hier?"
REFLECTION = f"""\
  - id: nadenken
    type: reflection
    prompt: {FIRST}
    sample: Dat weet ik **nog niet**.
"""


def files(*, keep_question: bool = True) -> dict[str, str]:
    """The small course with a reflection between two questions of a check, and one in the test."""
    made = course()
    made["modules/0-een/01-een-a.md"] = lesson("Les een A", "Tekst.\n\n<!-- quiz: check -->")
    if keep_question:
        made["modules/0-een/02-een-b.md"] = lesson("Les een B", f"Tekst.\n\n<!-- reflect: nadenken-b | {THIRD} -->")
        made["docs/index.md"] = f"# Welkom\n\n<!-- path -->\n\n<!-- reflect: hier | {FOURTH} -->\n"
    made["quizzes/check.yml"] = quiz("check", question("check-1"), *([REFLECTION] if keep_question else []), keys="")
    in_test = f"  - {{id: meenemen, type: reflection, prompt: {SECOND}}}\n"
    made["quizzes/0-een/toets.yml"] = quiz("toets-een", question("een-1"), in_test)
    return made


@pytest.fixture(scope="module")
def notes_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(tmp_path_factory.mktemp("notes"), {**files()})


@pytest.fixture
def visitor(visitors: Visitors, notes_site: Path) -> Visitor:
    return visitors.arrive(notes_site.as_uri())


def write(page: Page, text: str) -> None:
    page.get_by_role("textbox", name="Jouw antwoord").press_sequentially(text)


def test_what_is_written_is_kept_while_writing_and_comes_back(visitor: Visitor) -> None:
    page = visitor.open(LESSON)
    write(page, "Dat we veel doen.")
    page.reload()  # at once: without leaving the field
    expect(page.get_by_role("textbox", name="Jouw antwoord")).to_have_value("Dat we veel doen.")
    page.get_by_role("link", name="Mijn notities").last.click()
    entry = page.get_by_role("region", name="Wat zou een nieuwe collega zeggen?")
    expect(entry.get_by_text("Dat we veel doen.")).to_be_visible()
    expect(entry.get_by_role("link", name="Les een A")).to_be_visible()
    expect(page.get_by_text("Je hebt nog niets opgeschreven.")).to_be_hidden()
    entry.get_by_role("link", name="Les een A").click()
    expect(page.get_by_role("textbox", name="Jouw antwoord")).to_be_in_viewport()


def test_shuffling_keeps_what_looks_back_at_the_end(visitor: Visitor) -> None:
    script = """() => {
      const questions = ["a", "b", "nadenken", "c"].map((id) => ({ id, type: id === "nadenken" ? "reflection" : "true_false", points: 1 }));
      return Array.from({ length: 30 }, () => Leerpad.attempt.start({ id: "toets", shuffle: true, draw: null }, questions).questions);
    }"""
    orders = visitor.open(LESSON).evaluate(script)
    assert {order[-1] for order in orders} == {"nadenken"}
    assert len({tuple(order) for order in orders}) > 1


def test_notes_are_empty_at_first_and_after_taking_a_note_away(visitor: Visitor) -> None:
    page = visitor.open(NOTES)
    expect(page.get_by_text("Je hebt nog niets opgeschreven.")).to_be_visible()
    expect(page.locator(".lp-note-entry:visible")).to_have_count(0)
    page = visitor.open(LESSON)
    write(page, "Weg ermee")
    page.get_by_role("textbox", name="Jouw antwoord").fill("")
    page = visitor.open(NOTES)
    expect(page.get_by_text("Je hebt nog niets opgeschreven.")).to_be_visible()


def test_a_reflection_scores_nothing_holds_nothing_up_and_shows_its_sample(visitor: Visitor) -> None:
    page = visitor.open(LESSON)
    expect(page.get_by_text("0 van 1 beantwoord")).to_be_visible()
    expect(page.get_by_text("nog niet").first).to_be_hidden()
    write(page, "Eerst zelf denken.")
    page.get_by_role("button", name="Ga verder").click()
    expect(page.get_by_text("Zo zou iemand kunnen antwoorden").first).to_be_visible()
    expect(page.get_by_text("Bewaard in je notities")).to_be_focused()
    expect(page.get_by_role("textbox", name="Jouw antwoord")).to_be_editable()
    page.get_by_label("Goed", exact=True).check()
    page.get_by_role("button", name="Controleer").click()
    expect(page.get_by_role("region", name="Je resultaat").get_by_text("1 van 1 punt (100%)")).to_be_visible()
    assert violations(page) == []


def test_a_note_stays_open_after_handing_in_and_after_doing_it_again(visitor: Visitor) -> None:
    page = visitor.open(TEST)
    write(page, "Eén ding")
    page.get_by_label("Goed", exact=True).check()
    page.get_by_role("button", name="Lever in").click()
    expect(page.locator(".lp-result-title")).to_have_text("Geslaagd")
    write(page, ", en nog een")
    page.get_by_role("button", name="Opnieuw, alle vragen").click()
    expect(page.get_by_role("textbox", name="Jouw antwoord")).to_have_value("Eén ding, en nog een")


def test_what_is_kept_after_handing_in_leaves_the_reader_at_the_result(visitor: Visitor) -> None:
    page = visitor.open(TEST)
    page.get_by_label("Goed", exact=True).check()
    page.get_by_role("button", name="Lever in").click()
    expect(page.locator(".lp-result-title")).to_be_focused()
    note = page.get_by_role("textbox", name="Jouw antwoord")
    # As the pause after typing ends: the last letters were written just before the click.
    note.evaluate(
        "(field) => { field.value = 'Nog net'; field.dispatchEvent(new Event('change', { bubbles: true })); }"
    )
    expect(page.get_by_text("Bewaard in je notities")).to_be_visible()
    expect(page.locator(".lp-result-title")).to_be_focused()


def test_a_note_outlives_its_question(tmp_path: Path, visitors: Visitors) -> None:
    site = build_site(tmp_path, {**files()})
    visitor = visitors.arrive(site.as_uri())
    write(visitor.open(LESSON), "Blijft van mij")
    build_site(tmp_path, {**files(keep_question=False)})
    page = visitor.open(NOTES)
    entry = page.get_by_role("region", name="Wat zou een nieuwe collega zeggen?")
    expect(entry.get_by_text("Blijft van mij")).to_be_visible()
    expect(entry.get_by_text("Deze vraag staat niet meer in het leerpad.")).to_be_visible()
    assert violations(page) == []


def test_markup_in_a_note_is_only_text(visitor: Visitor) -> None:
    page = visitor.open(LESSON)
    write(page, "<img src=x onerror=alert(1)> & <b>vet</b>")
    page = visitor.open(NOTES)
    expect(page.get_by_text("<img src=x onerror=alert(1)> & <b>vet</b>")).to_be_visible()


def test_notes_pass_axe_in_the_dark_too(notes_site: Path, visitors: Visitors) -> None:
    visitor = visitors.arrive(notes_site.as_uri(), color_scheme="dark", viewport={"width": 320, "height": 640})
    page = visitor.open(LESSON)
    assert violations(page) == []
    write(page, "Iets")
    page = visitor.open(NOTES)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_question_in_a_lesson_is_kept_while_writing_and_comes_back(visitor: Visitor) -> None:
    page = visitor.open("een/een-b.html")
    field = page.get_by_role("group", name="Wat zie je nu anders?").get_by_role("textbox", name="Jouw antwoord")
    field.press_sequentially("Veel.\n\nEcht.")
    page.reload()  # at once: without leaving the field
    expect(field).to_have_value("Veel.\n\nEcht.")
    page = visitor.open(NOTES)
    entry = page.get_by_role("region", name="Wat zie je nu anders?")
    expect(entry.get_by_role("paragraph").filter(has_text="Echt.")).to_be_visible()
    entry.get_by_role("link", name="Les een B").click()
    expect(field).to_be_in_viewport()
    field.fill("")
    field.blur()
    expect(visitor.open(NOTES).get_by_text("Je hebt nog niets opgeschreven.")).to_be_visible()


def test_a_field_that_is_full_says_so(visitor: Visitor) -> None:
    page = visitor.open("een/een-b.html")
    field = page.get_by_role("textbox", name="Jouw antwoord")
    assert field.get_attribute("maxlength") == "20000"
    field.fill("x" * 19_999)
    field.press_sequentially("yz")
    expect(page.get_by_role("alert")).to_have_text("Hier passen 20.000 tekens. Wat je nog typt of plakt, valt weg.")
    assert violations(page) == []
    field.press("Backspace")
    expect(page.get_by_role("alert")).to_have_count(0)
    page.reload()
    expect(field).to_have_value("x" * 19_999)


def test_two_tabs_write_one_note(visitor: Visitor) -> None:
    other = visitor.open("een/een-b.html", visitor.tab())
    page = visitor.open("een/een-b.html")
    write(page, "Hier")
    page.get_by_role("textbox", name="Jouw antwoord").blur()
    expect(other.get_by_role("textbox", name="Jouw antwoord")).to_have_value("Hier")


@pytest.mark.parametrize("path", ["een/een-b.html", LESSON])
def test_a_note_that_is_being_written_stays_when_another_tab_does_something(path: str, visitor: Visitor) -> None:
    visitor.page.clock.install()  # a note is kept after a pause: that doesn't come
    page, other = visitor.open(path), visitor.open("een/een-b.html", visitor.tab())
    field = page.get_by_role("textbox", name="Jouw antwoord").first
    field.press_sequentially("Bijna")
    other.get_by_role("button", name="Afronden en hier blijven").click()
    page.wait_for_function("() => Leerpad.store.progress.lessons['een-b']?.done")
    expect(field).to_have_value("Bijna")
    field.press_sequentially(" klaar")
    field.blur()
    page.wait_for_function("() => Object.values(Leerpad.store.progress.notes).some(({text}) => text === 'Bijna klaar')")


def test_notes_stand_in_the_order_of_the_course(visitor: Visitor) -> None:
    for path in ("index.html", TEST, "een/een-b.html", LESSON):
        write(visitor.open(path), "Iets")
    page = visitor.open(NOTES)
    entries = page.locator(".lp-note-entry:visible")
    prompts = ["Wat zou een nieuwe collega zeggen?", SECOND, "Wat zie je nu anders?", FOURTH]
    # The lessons, then the test that closes the level, then pages outside the path.
    assert entries.locator(".lp-note-prompt").all_inner_texts() == [prompts[0], prompts[2], prompts[1], prompts[3]]
    assert entries.get_by_role("link").all_inner_texts() == ["Les een A", "Les een B", "Quiz toets-een", "Welkom"]


def test_all_notes_can_be_copied(visitor: Visitor) -> None:
    write(visitor.open(LESSON), "Dat we *veel* doen.")
    write(visitor.open("een/een-b.html"), "Alles")
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visitor.open(NOTES)
    page.get_by_role("button", name="Kopieer al je notities").click()
    expect(page.get_by_role("status").filter(has_text="Gekopieerd.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    first, second = copied.split("\n\n\n")
    assert first.startswith("Wat zou een nieuwe collega zeggen?\n(Les een A, ")
    assert first.endswith("\n\nDat we *veel* doen.")
    assert second.endswith("\n\nAlles")


def test_where_a_page_may_not_copy_the_text_is_there_to_copy(visitor: Visitor) -> None:
    visitor.context.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined});")
    write(visitor.open(LESSON), "Zelf")
    page = visitor.open(NOTES)
    page.get_by_role("button", name="Kopieer al je notities").click()
    field = page.get_by_role("textbox", name="Kopieer al je notities")
    expect(field).to_be_focused()
    assert str(page.evaluate("getSelection().toString()")).endswith("Zelf")
    assert violations(page) == []


def test_nothing_to_copy_offers_no_copy(visitor: Visitor) -> None:
    expect(visitor.open(NOTES).get_by_role("button", name="Kopieer")).to_have_count(0)


def test_a_question_can_be_thought_about_where_nothing_can_be_kept(visitor: Visitor) -> None:
    visitor.context.add_init_script(BLOCK)
    page = visitor.open("een/een-b.html")
    write(page, "Toch")
    page.get_by_role("textbox", name="Jouw antwoord").blur()
    expect(page.get_by_role("region", name="Melding over je voortgang")).to_be_visible()
    expect(page.get_by_role("textbox", name="Jouw antwoord")).to_have_value("Toch")
    visitor.complaints.clear()  # the theme's own, about its colour scheme


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_notes_on_paper_are_questions_and_answers_alone(scheme: str, notes_site: Path, visitors: Visitors) -> None:
    visitor = visitors.arrive(notes_site.as_uri(), color_scheme=scheme)
    write(visitor.open("een/een-b.html"), "Veel.")
    page = visitor.open(NOTES)
    [sheet] = printed(page)
    assert (sheet.width, sheet.height) == A4
    assert sheet.words.startswith("Mijn notities Wat je opschreef")
    assert sheet.words.endswith("Wat zie je nu anders? Veel.")
    assert "Kopieer" not in sheet.words
    assert "Tweede" not in sheet.words  # no navigation
    long = " ".join(f"lang{n}" for n in range(900))
    visitor.open("een/een-b.html").get_by_role("textbox", name="Jouw antwoord").fill(long)
    first, second, *_ = printed(visitor.open(NOTES))
    assert "Wat zie je nu anders? lang0 lang1" in first.words
    assert "lang" in second.words


def test_a_question_in_a_lesson_prints_what_was_written(visitor: Visitor) -> None:
    page = visitor.open("een/een-b.html")
    write(page, "Veel.")
    words = " ".join(sheet.words for sheet in printed(page))
    assert "Wat zie je nu anders?" in words
    assert "Veel." in words
    assert "Niemand leest mee" not in words
