"""Questions to think about, and the notes that keep what is written there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.axe import NARROW, violations, violations_in_both_schemes
from support.paper import A4, printed
from support.storage import BLOCK, in_store
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


def files() -> dict[str, str]:
    """The small course with a reflection between two questions of a check, and one in the test."""
    made = course()
    made["modules/0-een/01-een-a.md"] = lesson("Les een A", "Tekst.\n\n<!-- quiz: check -->")
    made["modules/0-een/02-een-b.md"] = lesson("Les een B", f"Tekst.\n\n<!-- reflect: nadenken-b | {THIRD} -->")
    made["docs/index.md"] = f"# Welkom\n\n<!-- path -->\n\n<!-- reflect: hier | {FOURTH} -->\n"
    made["quizzes/check.yml"] = quiz("check", question("check-1"), REFLECTION, keys="")
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


def written(page: Page, **texts: str) -> None:
    """Notes that somebody wrote, one after another."""
    page.evaluate(
        """(texts) => { for (const [id, text] of Object.entries(texts))
          Leerpad.store.update(({ notes }, { put }) => put(notes, id.replace("_", "-"), { text, prompt: "Wat wil je?" })); }""",
        texts,
    )


EMPTY = "Je hebt nog niets opgeschreven."
MARKUP = "<img src=x onerror=alert(1)> & <b>vet</b>"


def test_what_is_written_is_kept_while_writing_and_comes_back_among_the_notes(visitor: Visitor) -> None:
    page = visitor.open(LESSON)
    expect(page.get_by_text("0 van 1 beantwoord")).to_be_visible()
    write(page, MARKUP)
    page.reload()  # at once: without leaving the field
    field = page.get_by_role("textbox", name="Jouw antwoord")
    expect(field).to_have_value(MARKUP)
    assert visitor.stored("proefpad")["notes"]["nadenken"]["prompt"] == "Wat zou een nieuwe collega zeggen?"

    # A question in a lesson.
    visitor.open("een/een-b.html")
    asked = page.get_by_role("group", name="Wat zie je nu anders?").get_by_role("textbox", name="Jouw antwoord")
    asked.press_sequentially("Veel.\n\nEcht.")
    words = " ".join(sheet.words for sheet in printed(page))  # it prints what was written
    assert "Wat zie je nu anders?" in words
    assert "Veel." in words
    assert "Niemand leest mee" not in words
    page.reload()
    expect(asked).to_have_value("Veel.\n\nEcht.")

    visitor.open(NOTES)
    first = page.get_by_role("region", name="Wat zou een nieuwe collega zeggen?")
    expect(first.get_by_text(MARKUP)).to_be_visible()  # only text
    second = page.get_by_role("region", name="Wat zie je nu anders?")
    expect(second.get_by_role("paragraph").filter(has_text="Echt.")).to_be_visible()
    expect(page.get_by_text(EMPTY)).to_be_hidden()
    second.get_by_role("link", name="Les een B").click()
    expect(asked).to_be_in_viewport()
    asked.fill("")
    page.get_by_role("link", name="Mijn notities").last.click()
    expect(second).to_be_hidden()
    first.get_by_role("link", name="Les een A").click()
    expect(field).to_be_in_viewport()
    field.fill("")
    visitor.open(NOTES)
    expect(page.get_by_text(EMPTY)).to_be_visible()
    expect(page.locator(".lp-note-entry:visible")).to_have_count(0)
    expect(page.get_by_role("button", name="Kopieer")).to_have_count(0)  # there is nothing to copy


def test_shuffling_keeps_what_looks_back_at_the_end(still_page: Page) -> None:
    script = """() => {
      const questions = ["a", "b", "nadenken", "c"].map((id) => ({ id, type: id === "nadenken" ? "reflection" : "true_false", points: 1 }));
      return Array.from({ length: 30 }, () => Leerpad.attempt.start({ id: "toets", shuffle: true, draw: null }, questions).questions);
    }"""
    orders = still_page.evaluate(script)
    assert {order[-1] for order in orders} == {"nadenken"}
    assert len({tuple(order) for order in orders}) > 1


def test_a_reflection_scores_nothing_holds_nothing_up_and_shows_its_sample(visitor: Visitor) -> None:
    page = visitor.open(LESSON)
    expect(page.get_by_text("nog niet").first).to_be_hidden()
    write(page, "Eerst zelf denken.")
    page.get_by_role("button", name="Ga verder").click()
    expect(page.get_by_text("Zo zou iemand kunnen antwoorden").first).to_be_visible()
    expect(page.get_by_text("Bewaard in je notities")).to_be_focused()
    expect(page.get_by_role("textbox", name="Jouw antwoord")).to_be_editable()
    page.get_by_label("Goed", exact=True).check()
    page.get_by_role("button", name="Controleer").click()
    expect(page.get_by_role("region", name="Je resultaat").get_by_text("1 van 1 punt (100%)")).to_be_visible()
    assert violations_in_both_schemes(page) == []


def test_a_note_stays_open_after_handing_in_and_leaves_the_reader_at_the_result(visitor: Visitor) -> None:
    page = visitor.open(TEST)
    write(page, "Eén")
    page.get_by_label("Goed", exact=True).check()
    page.get_by_role("button", name="Lever in").click()
    expect(page.locator(".lp-result-title")).to_have_text("Geslaagd")
    expect(page.locator(".lp-result-title")).to_be_focused()
    note = page.get_by_role("textbox", name="Jouw antwoord")
    # As the pause after typing ends: the last letters were written just before the click.
    note.evaluate(
        "(field) => { field.value = 'Eén ding'; field.dispatchEvent(new Event('change', { bubbles: true })); }"
    )
    in_store(page, "p.notes.meenemen.text === 'Eén ding'")
    expect(page.get_by_text("Bewaard in je notities")).to_be_visible()
    expect(page.locator(".lp-result-title")).to_be_focused()
    write(page, ", en nog een")  # and it stays open
    page.get_by_role("button", name="Opnieuw, alle vragen").click()
    expect(page.get_by_role("textbox", name="Jouw antwoord")).to_have_value("Eén ding, en nog een")


def test_a_note_outlives_its_question(small_site: Path, visitors: Visitors) -> None:
    page = visitors.arrive(small_site.as_uri()).open(NOTES)
    written(page, nadenken="Blijft van mij")
    entry = page.get_by_role("region", name="Wat wil je?")
    expect(entry.get_by_text("Blijft van mij")).to_be_visible()
    expect(entry.get_by_text("Deze vraag staat niet meer in het leerpad.")).to_be_visible()
    assert violations(page) == []


def test_two_tabs_write_one_note_and_what_is_being_written_stays(visitor: Visitor) -> None:
    visitor.page.clock.install()  # a note is kept after a pause: that doesn't come
    other = visitor.open("een/een-b.html", visitor.tab())
    page = visitor.open("een/een-b.html")
    write(page, "Hier")
    page.get_by_role("textbox", name="Jouw antwoord").blur()
    expect(other.get_by_role("textbox", name="Jouw antwoord")).to_have_value("Hier")

    # Another tab does something else, meanwhile.
    for path, press in (("een/een-b.html", "Afronden en hier blijven"), (LESSON, "Toch niet afgerond")):
        if not page.url.endswith(path):
            visitor.open(path)
        is_done = press == "Afronden en hier blijven"
        field = page.get_by_role("textbox", name="Jouw antwoord").first
        field.fill("")
        field.press_sequentially("Bijna")
        other.get_by_role("button", name=press).click()
        page.wait_for_function(f"() => Leerpad.store.progress.lessons['een-b']?.done === {str(is_done).lower()}")
        expect(field).to_have_value("Bijna")
        field.press_sequentially(" klaar")
        field.blur()
        kept = "nadenken-b" if is_done else "nadenken"
        in_store(page, f"p.notes['{kept}']?.text === 'Bijna klaar'")

    # A field that is full says so.
    field = other.get_by_role("textbox", name="Jouw antwoord")
    assert field.get_attribute("maxlength") == "20000"
    field.fill("x" * 19_999)
    field.press_sequentially("yz")
    expect(other.get_by_role("alert")).to_have_text("Hier passen 20.000 tekens. Wat je nog typt of plakt, valt weg.")
    assert violations(other) == []
    field.press("Backspace")
    expect(other.get_by_role("alert")).to_have_count(0)
    other.reload()
    expect(field).to_have_value("x" * 19_999)


def test_notes_stand_in_the_order_of_the_course_and_can_be_taken_along(visitor: Visitor) -> None:
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visitor.open(NOTES)
    written(page, hier="Daarom", meenemen="Iets", nadenken_b="Alles", nadenken="Dat we *veel* doen.")
    entries = page.locator(".lp-note-entry:visible")
    prompts = ["Wat zou een nieuwe collega zeggen?", SECOND, "Wat zie je nu anders?", FOURTH]
    # The lessons, then the test that closes the level, then pages outside the path.
    assert entries.locator(".lp-note-prompt").all_inner_texts() == [prompts[0], prompts[2], prompts[1], prompts[3]]
    assert entries.get_by_role("link").all_inner_texts() == ["Les een A", "Les een B", "Quiz toets-een", "Welkom"]
    page.get_by_role("button", name="Kopieer al je notities").click()
    expect(page.get_by_role("status").filter(has_text="Gekopieerd.")).to_be_visible()
    first, second, _, fourth = page.evaluate("navigator.clipboard.readText()").split("\n\n\n")
    assert first.startswith("Wat zou een nieuwe collega zeggen?\n(Les een A, ")
    assert first.endswith("\n\nDat we *veel* doen.")
    assert second.endswith("\n\nAlles")
    assert fourth.endswith("\n\nDaarom")

    # Where a page may not copy, the text is there to copy.
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.get_by_role("button", name="Kopieer al je notities").click()
    expect(page.get_by_role("textbox", name="Kopieer al je notities")).to_be_focused()
    assert str(page.evaluate("getSelection().toString()")).endswith("Daarom")
    assert violations_in_both_schemes(page) == []
    page.set_viewport_size(NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def test_a_question_can_be_thought_about_where_nothing_can_be_kept(visitor: Visitor) -> None:
    visitor.context.add_init_script(BLOCK)
    page = visitor.open("een/een-b.html")
    write(page, "Toch")
    page.get_by_role("textbox", name="Jouw antwoord").blur()
    expect(page.get_by_role("region", name="Melding over je voortgang")).to_be_visible()
    expect(page.get_by_role("textbox", name="Jouw antwoord")).to_have_value("Toch")
    visitor.complaints.clear()  # the theme's own, about its colour scheme


def test_notes_on_paper_are_questions_and_answers_alone(visitor: Visitor) -> None:
    page = visitor.open(NOTES)
    written(page, nadenken_b="Veel.")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        [sheet] = printed(page)
        assert (sheet.width, sheet.height) == A4
        assert sheet.words.startswith("Mijn notities Wat je opschreef")
        assert sheet.words.endswith("Wat zie je nu anders? Veel.")
        assert "Kopieer" not in sheet.words
        assert "Tweede" not in sheet.words  # no navigation
    written(page, nadenken_b=" ".join(f"lang{n}" for n in range(900)))
    first, second, *_ = printed(page)
    assert "Wat zie je nu anders? lang0 lang1" in first.words
    assert "lang" in second.words
