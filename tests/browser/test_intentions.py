"""From a step to a moment, and after that day the question how it went."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from support.axe import violations
from support.moved import MOVE
from support.paper import printed
from support.plans import action, plan_files
from support.trees import build_site

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page
    from support.browser import Visitor, Visitors

COURSE, LESSON, PLAN = "proefpad", "een/een-a.html", "mijn-actieplan.html"
SATURDAY = "2026-11-28T12:00:00"


@pytest.fixture
def visitor(visitors: Visitors, plan_site: Path) -> Visitor:
    return visitors.arrive(plan_site.as_uri())


def keep(visitor: Visitor, plan: dict[str, Any]) -> Page:
    """Home, as it is for somebody who has this plan: another tab stored it."""
    page = visitor.open("index.html")
    text = json.dumps({"version": 1, "course": COURSE, "lessons": {}, "quizzes": {}, "plan": plan})
    script = "([key, text]) => { localStorage.setItem(key, text); Leerpad.store.reload(); }"
    page.evaluate(script, [f"leerpad:{COURSE}", text])
    return page


def planned(visitor: Visitor, name: str = "bellen") -> tuple[str, str]:
    stored = visitor.stored(COURSE)["plan"][name]
    return stored["when"], stored["cue"]


def asked(page: Page) -> Locator:
    return page.get_by_role("region", name="Wat je je voornam")


def test_a_step_gets_a_day_in_two_presses_or_an_occasion_with_a_last_day_that_comes_along_to_the_plan(
    visitor: Visitor,
) -> None:
    visitor.page.clock.set_fixed_time(SATURDAY)
    page = visitor.open(LESSON)
    expect(page.locator(".lp-moment:visible")).to_have_count(0)
    page.get_by_role("button", name="Zet op mijn actieplan").first.click()
    week = page.get_by_role("button", name="Volgende week maandag 7 december")  # a week later is a Saturday
    week.click()
    expect(page.get_by_text("Moment: maandag 7 december")).to_be_visible()
    expect(week).to_have_attribute("aria-pressed", "true")
    assert planned(visitor) == ("2026-12-07", "")
    assert violations(page) == []
    week.click()
    assert planned(visitor) == ("", "")
    page.get_by_role("button", name="Over drie weken maandag 21 december").click()
    other = page.get_by_label("Een andere dag").first
    expect(other).to_have_value("2026-12-21")
    other.fill("2026-11-27")  # no day to do something on
    other.fill("2027-01-15")
    assert planned(visitor) == ("2027-01-15", "")
    page.reload()
    expect(page.get_by_text("Moment: vrijdag 15 januari")).to_be_visible()
    expect(week).to_be_hidden()  # who comes back isn't asked again
    # An occasion has a last day.
    page.evaluate("Leerpad.store.wipe()")
    page.get_by_role("button", name="Zet op mijn actieplan").first.click()
    page.get_by_role("button", name="Als iemand “spoed” zegt").click()
    expect(page.get_by_text("Moment: als iemand “spoed” zegt, uiterlijk maandag 21 december")).to_be_visible()
    assert planned(visitor) == ("2026-12-21", "iemand “spoed” zegt")
    own = page.get_by_label("Of zelf bedacht, als …").first
    own.fill("ik bij de koffie sta")
    own.blur()
    expect(page.get_by_role("button", name="Als iemand “spoed” zegt")).to_have_attribute("aria-pressed", "false")
    assert planned(visitor) == ("2026-12-21", "ik bij de koffie sta")
    page = visitor.open(PLAN)
    expect(page.locator(".lp-card")).to_contain_text("Als: ik bij de koffie sta")
    assert "Als ik bij de koffie sta, dan: Bel één klant, zie les B." in printed(page)[0].words
    page.get_by_role("button", name="Pas aan").click()
    form = page.locator("li form")
    form.get_by_role("button", name="Als het weekoverleg begint").click()
    expect(form.get_by_label("Als …")).to_have_value("het weekoverleg begint")
    form.get_by_role("button", name="Volgende week").click()
    expect(form.get_by_label("Wanneer?")).to_have_value("2026-12-07")
    assert violations(page) == []
    form.get_by_role("button", name="Bewaar").click()
    expect(page.locator(".lp-card")).to_contain_text("Wanneer: 7 december 2026")
    assert planned(visitor) == ("2026-12-07", "het weekoverleg begint")
    page.get_by_label("Wat ga je doen?").fill("Eigen stap")
    page.get_by_label("Als …").fill("het regent")
    page.get_by_role("button", name="Voeg toe").click()
    expect(page.locator(".lp-card").last).to_contain_text("Wanneer: 21 december 2026")
    expect(page.get_by_role("button", name="Volgende week")).to_have_attribute("aria-pressed", "false")


def test_home_asks_how_it_went_once_the_day_has_passed(visitor: Visitor) -> None:
    visitor.page.clock.set_fixed_time(SATURDAY)
    plan = {
        "laat": action("Schrijven", when="2026-11-20"),
        "vroeg": action("Bellen", when="2026-11-02", cue="het begint"),
        "vandaag": action("Wandelen", when="2026-11-28"),
    }
    page = keep(visitor, plan)
    expect(asked(page)).to_contain_text("Je nam je voor, uiterlijk maandag 2 november:")
    expect(asked(page)).to_contain_text("Als het begint, dan: Bellen")
    expect(asked(page)).to_contain_text("Hierna vragen we er nog één.")
    page.get_by_role("button", name="Gelukt").click()
    expect(page.get_by_text("Wil je een nieuwe dag kiezen?")).to_be_hidden()
    page.get_by_role("button", name="Deels").click()  # it was not quite what was pressed first
    assert visitor.stored(COURSE)["plan"]["vroeg"]["done"] is False
    page.get_by_label("Wat zat in de weg?").fill("Geen tijd")
    page.get_by_role("button", name="Volgende week").click()
    assert violations(page) == []
    page.get_by_role("button", name="Klaar").click()
    expect(page.get_by_role("status").filter(has_text="Bewaard op je actieplan.")).to_be_visible()
    expect(asked(page)).to_contain_text("Schrijven")
    expect(asked(page).get_by_text("Je nam je voor")).to_be_focused()
    page.get_by_role("button", name="Gelukt").click()
    page.get_by_role("button", name="Klaar").click()
    expect(asked(page)).to_have_count(0)
    stored = visitor.stored(COURSE)
    assert {name: (one["when"], one["done"]) for name, one in stored["plan"].items()} == {
        "laat": ("2026-11-20", True),
        "vroeg": ("2026-12-07", False),
        "vandaag": ("2026-11-28", False),
    }
    assert {
        name: {day: (one["went"], one["note"]) for day, one in days.items()} for name, days in stored["looks"].items()
    } == {
        "vroeg": {"2026-11-02": ("partly", "Geen tijd")},
        "laat": {"2026-11-20": ("yes", "")},
    }
    page.reload()
    expect(page.get_by_role("link", name="Mijn actieplan").first).to_be_visible()
    expect(asked(page)).to_have_count(0)
    page = visitor.open(PLAN)
    expect(page.locator(".lp-plan-tick")).to_have_text(["Wandelen", "Bellen", "Schrijven"])
    expect(page.locator(".lp-card").nth(1)).to_contain_text("2 november 2026: deels gelukt (Geen tijd)")
    page.get_by_role("button", name="Haal weg: Bellen").click()
    assert "Geen tijd" not in page.evaluate("JSON.stringify(localStorage)")
    page.get_by_role("button", name="Zet terug").click()
    expect(page.locator(".lp-card").nth(1)).to_contain_text("deels gelukt (Geen tijd)")


def test_what_is_taken_away_in_another_tab_goes_and_what_is_written_after_a_move_is_kept(visitor: Visitor) -> None:
    days = {"een": "2020-01-01", "twee": "2020-01-02", "drie": "2020-01-03"}
    texts = {"een": "Bellen", "twee": "Later", "drie": "Nog later"}
    page = keep(visitor, {name: action(texts[name], when=day) for name, day in days.items()})
    other = visitor.open(PLAN, visitor.tab())
    page.get_by_role("button", name="Niet").click()
    other.get_by_role("button", name="Haal weg: Bellen").click()
    expect(asked(page)).to_contain_text("Later")
    page.get_by_role("button", name="Niet").click()
    page.evaluate(MOVE, "leerpad-intention")
    for name, note in (("twee", "Geen tijd"), ("drie", "Geen zin")):
        expect(asked(page)).to_contain_text(texts[name])
        page.get_by_role("button", name="Niet").click()
        page.get_by_label("Wat zat in de weg?").fill(note)
        page.get_by_label("Wat zat in de weg?").blur()
        assert visitor.stored(COURSE)["looks"][name][days[name]]["note"] == note
        page.get_by_role("button", name="Klaar").click()


def test_only_what_was_planned_for_an_earlier_day_is_due(still_page: Page) -> None:
    plan = {
        "voorbij": action("a", when="2026-11-01", at=3),
        "opnieuw": action("b", when="2026-10-01"),
        "vandaag": action("c", when="2026-11-28"),
        "ooit": action("d"),
        "klaar": action("e", when="2026-11-01", done=True),
        "weg": action("f", when="2026-11-01", removed=True),
        "gezegd": action("g", when="2026-11-01"),
        "terug": action("h", when="2026-11-02"),
    }
    looks = {
        "opnieuw": {"2026-09-01": {"went": "no", "note": "", "at": 1}},
        "gezegd": {"2026-11-01": {"went": "no", "note": "", "at": 1}},
        "terug": {"2026-11-02": {"went": "", "note": "", "at": 1}},
    }
    script = "([plan, looks]) => Leerpad.plan.due({plan, looks}, '2026-11-28').map(([id]) => id)"
    assert still_page.evaluate(script, [plan, looks]) == ["opnieuw", "voorbij", "terug"]


@pytest.mark.parametrize("part", ["looks", "cue"])
def test_a_strange_look_is_left_out_and_the_rest_kept(part: str, still_page: Page) -> None:
    strange: list[Any] = ["x", {"went": "maybe", "note": "", "at": 1}, {"went": "yes", "note": 1, "at": 1}]
    good = {"went": "yes", "note": "", "at": 1}
    document: dict[str, Any] = {"version": 1, "course": COURSE, "lessons": {}, "quizzes": {}}
    if part == "looks":
        document["looks"] = {"een": {f"d-{number}": one for number, one in enumerate(strange)} | {"2026-11-01": good}}
        expected = {"een": {"2026-11-01": good}}
    else:
        document["plan"] = {"een": action("a", cue=5), "twee": action("b")}
        expected = {"twee": action("b", cue="")}
    read = still_page.evaluate("(value) => Leerpad.progress.parse(value, 'proefpad')", document)
    assert read["progress"]["plan" if part == "cue" else "looks"] == expected
    assert read["damage"] == "damaged"


def test_each_part_is_switched_off_with_one_setting(tmp_path: Path, visitors: Visitors) -> None:
    visitor = visitors.arrive(
        build_site(
            tmp_path, plan_files(settings="intentions: false\n    calendar: false\n    manager_card: false")
        ).as_uri()
    )
    page = keep(visitor, {"een": action("Bellen", when="2020-01-01", cue="het begint")})
    expect(page.get_by_role("link", name="Mijn actieplan").first).to_be_visible()
    expect(page.locator("leerpad-intention")).to_have_count(0)
    page = visitor.open(LESSON)
    page.get_by_role("button", name="Zet op mijn actieplan").first.click()
    expect(page.locator(".lp-moment")).to_have_count(0)
    page = visitor.open(PLAN)
    page.get_by_role("button", name="Pas aan: Bellen").click()
    expect(page.get_by_label("Als …")).to_have_count(0)
    page.locator("li form").get_by_role("button", name="Bewaar").click()
    assert planned(visitor, "een") == ("2020-01-01", "het begint")  # what was chosen before it was switched off stays
    expect(page.locator("leerpad-calendar")).to_have_count(0)
    expect(page.locator("leerpad-talk")).to_have_count(0)
