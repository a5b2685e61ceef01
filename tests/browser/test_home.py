"""The pages of the path as a learner meets them: what is done is said, and the way on comes to the front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect
from support.axe import violations_in_both_schemes
from support.browser import choose
from support.learners import progress
from support.plans import action

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from support.browser import Visitor

COURSE, KEY = "proefpad", "leerpad:proefpad"


def hear(page: Page, stored: str) -> None:
    """Another tab of this learner has stored this."""
    page.evaluate("([key, text]) => { localStorage.setItem(key, text); Leerpad.store.reload(); }", [KEY, stored])


def test_a_lesson_is_finished_with_or_without_going_on_in_one_press(visitor: Visitor) -> None:
    page = visitor.open("een/een-a.html")
    header = page.locator(".lp-page-header")
    expect(header.get_by_text("Afgerond")).to_have_count(0)
    page.get_by_role("button", name="Afronden en hier blijven").click()
    expect(page.get_by_role("link", name="Volgende les: Les een B")).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="Les afgerond")).to_have_count(1)
    expect(header.get_by_text("Afgerond")).to_have_count(1)
    page.get_by_role("button", name="Toch niet afgerond").click()
    expect(page.get_by_role("button", name="Afronden en hier blijven")).to_be_focused()
    expect(header.get_by_text("Afgerond")).to_have_count(0)
    page.get_by_role("link", name="Afronden en naar les 2: Les een B").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Les een B")
    page.get_by_role("link", name="Afronden en naar de toets: Quiz toets-een").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Quiz toets-een")
    page = visitor.open("een/een-a.html")
    expect(page.get_by_text("Les afgerond").first).to_be_visible()
    expect(page.get_by_role("link", name="Volgende les: Les een B")).to_be_visible()
    page.get_by_role("link", name="Terug naar het niveau: Eerste").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Eerste")
    expect(page.locator(".lp-page-header")).to_contain_text("2 van 2 lessen")


def test_below_a_check_that_ends_a_lesson_there_is_one_way_on(visitor: Visitor) -> None:
    page = visitor.open("een/een-a.html")
    on = page.get_by_role("link", name="Afronden en naar les 2: Les een B")
    choose(page, "Welke is goed?", "Goed")
    choose(page, "Welke zijn goed?", "A")
    choose(page, "Klopt dit?", "Waar")
    for _ in range(3):
        page.get_by_role("button", name="Controleer").first.press("Enter")
    expect(page.locator(".lp-result-title")).to_have_text("Klaar")
    expect(on).to_have_count(1)
    expect(page.locator(".lp-further")).to_be_hidden()
    on.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Les een B")
    expect(visitor.open("een/index.html").locator(".lp-card").first).to_contain_text("Afgerond")


ALL_TESTS = ["toets-een", "toets-twee", "toets-drie"]
LEADS_ON = [
    ([], [], "Begin met les 1: Les een A", "een/een-a.html"),
    (["een-a"], [], "Ga verder met les 2: Les een B", "een/een-b.html"),
    (["een-a", "een-b"], [], "Doe de toets: Quiz toets-een", "een/toets-een.html"),
    ([], ["toets-een"], "Dit niveau heb je. Verder met: Tweede", "twee/index.html"),
    ([], ALL_TESTS, "Je hebt het hele pad afgerond. Kijk terug", "mijn-voortgang.html#look-back"),
]


def test_a_level_page_leads_on_with_its_one_button_and_says_what_is_done_and_the_best_score(visitor: Visitor) -> None:
    page = visitor.open("een/index.html")
    header, cards = page.locator(".lp-page-header"), page.locator(".lp-card")
    expect(header).to_contain_text("2 lessen")
    expect(header).to_contain_text("2 minuten")
    for done, (lessons, passed, words, leads_to) in enumerate(LEADS_ON):
        hear(page, progress(COURSE, lessons, passed))
        expect(page.get_by_role("article").locator(".lp-button:visible")).to_have_count(1)
        expect(page.get_by_role("link", name=words)).to_have_js_property("href", f"{visitor.address}/{leads_to}")
        is_done = ["Afgerond" in text for text in cards.all_inner_texts()]
        assert is_done == [done > 0, done > 1, False], words
        expect(cards.nth(2)).to_contain_text("Geslaagd" if passed else "Nog niet gemaakt")


def test_a_closed_level_leads_to_what_opens_it_and_nowhere_else(visitor: Visitor) -> None:
    page = visitor.open("twee/index.html")
    expect(page.get_by_role("article").locator(".lp-button:visible")).to_have_text(["Naar de lessen van Eerste"])


def test_home_leads_to_all_that_belongs_to_the_learner_and_says_how_far_it_is(visitor: Visitor) -> None:
    page = visitor.open("index.html")
    own = page.get_by_role("navigation", name="Van jou")
    names = ["Mijn voortgang", "Herhalen", "Mijn actieplan", "Mijn notities", "Mijn certificaten"]
    assert own.get_by_role("link").all_inner_texts() == names
    steps = {"bellen": action("Bel één klant."), "klaar": action("Klaar.", done=True)}
    notes = {"vraag": {"text": "Dat ik kan wachten.", "prompt": "Wat?", "at": 1}}
    hear(page, progress(COURSE, ["een-a", "twee-a"], ["toets-een"], plan=steps, notes=notes))
    stations = page.get_by_role("navigation", name="Het pad").get_by_role("listitem")
    expect(stations.nth(0)).to_contain_text("Afgerond")
    expect(stations.nth(1)).to_contain_text("1 van 2 lessen")
    said = ["2 van 6 lessen", "4 vragen vandaag", "1 stap te doen", "1 notitie", "1 niveau gehaald"]
    expect(own.get_by_role("listitem")).to_have_text(
        [f"{name} {words}" for name, words in zip(names, said, strict=True)], use_inner_text=True
    )
    own.get_by_role("link").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn certificaten")


def test_the_end_of_the_path_is_a_look_back(visitor: Visitor) -> None:
    tests = [f"toets-{name}" for name in ("een", "twee", "drie")]
    steps = {
        "bellen": action("Bel één klant.", when="2020-01-02"),
        "later": action("Vraag wat wacht.", 2, when="2130-05-04"),
        "klaar": action("Zeg dank.", 3, done=True),
    }
    looks = {"bellen": {"2020-01-02": {"went": "partly", "note": "Hij was weg.", "at": 1}}}
    back = visitor.open("mijn-voortgang.html").get_by_role("region", name="Terugblik")
    expect(back).to_be_hidden()
    hear(visitor.page, progress(COURSE, [], tests, plan=steps, looks=looks))
    page = visitor.open("index.html")
    page.get_by_role("link", name="Kijk terug op wat je leerde").click()
    expect(back.get_by_role("heading", name="Terugblik")).to_be_in_viewport()
    for title in ("Eerste", "Tweede", "Derde"):
        expect(back.get_by_role("heading", name=title)).to_be_visible()
    expect(back.get_by_text("Je kunt meedoen.")).to_have_count(3)
    expect(back.get_by_text("Toets gehaald op 1 januari 1970.")).to_have_count(3)
    chosen = [" ".join(text.split()) for text in back.locator(".lp-chosen-steps > li").all_inner_texts()]
    assert chosen == [
        "Bel één klant. Nog te doen, uiterlijk 2 januari 2020 2 januari 2020: deels gelukt (Hij was weg.)",
        "Vraag wat wacht. Nog te doen, uiterlijk 4 mei 2130",
        "Zeg dank. Gedaan",
    ]
    again = [" ".join(text.split()) for text in back.locator(".lp-again > li:visible").all_inner_texts()]
    assert again == ["Herhalen: er liggen vragen klaar.", "Mijn actieplan: 4 mei 2130: Vraag wat wacht."]
    assert violations_in_both_schemes(page) == []
