"""The days of a plan in the reader's own calendar: a file by RFC 5545, with nothing in it that wasn't shown."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import icalendar
from playwright.sync_api import expect
from support.axe import violations
from support.calendars import distance, expected, random_events, read_by_icalendar, read_by_vobject
from support.learners import progress
from support.plans import action

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from support.browser import Visitor, Visitors
    from support.calendars import Entry

COURSE, PLAN = "proefpad", "mijn-actieplan.html"
MANY = "(files) => files.map(([events, facts]) => Leerpad.calendarFile(events, facts))"


def comparable(entries: list[Entry]) -> list[tuple[object, object]]:
    return [(replace(entry, start=entry.start.min), distance(entry.start)) for entry in entries]


def test_a_hundred_files_are_read_alike_by_two_libraries(still_page: Page) -> None:
    asked = [random_events(seed) for seed in range(100)]
    for (events, facts), text in zip(asked, still_page.evaluate(MANY, asked), strict=True):
        lines = text.encode().split(b"\r\n")
        assert lines.pop() == b""
        assert [line for line in lines if len(line) > 75 or b"\n" in line or b"\r" in line] == []
        assert all(line.decode() for line in lines)  # no character is cut in two
        wanted = comparable([expected(event, facts) for event in events])
        assert comparable(read_by_icalendar(text)) == wanted
        assert comparable(read_by_vobject(text)) == wanted


def test_a_later_file_says_so_of_the_same_events(still_page: Page) -> None:
    events, facts = random_events(1)
    first, later = still_page.evaluate(MANY, [[events, facts], [events, {**facts, "at": facts["at"] + 1000}]])
    one, other = (icalendar.Calendar.from_ical(text).walk("VEVENT")[0] for text in (first, later))
    assert one["UID"] == other["UID"]
    assert one["SEQUENCE"] < other["SEQUENCE"] < 2**31
    assert one["DTSTAMP"].dt < other["DTSTAMP"].dt


def hear(page: Page, document: dict[str, Any]) -> None:
    """Another tab of this reader has stored this."""
    script = "([key, text]) => { localStorage.setItem(key, text); Leerpad.store.reload(); }"
    page.evaluate(script, [f"leerpad:{COURSE}", json.dumps(document)])


def save(page: Page) -> tuple[str, str]:
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar het agendabestand").click()
    return Path(download.value.path()).read_bytes().decode(), download.value.suggested_filename


def test_nothing_that_was_written_goes_in_unless_it_is_asked(plan_site: Path, visitors: Visitors) -> None:
    visitor: Visitor = visitors.arrive(plan_site.as_uri())
    page = visitor.open(PLAN)
    page.get_by_text("In je eigen agenda").click()
    expect(page.get_by_text("Er staat nog niets om in je agenda te zetten.")).to_be_visible()
    plan = {
        "een": action("Geheim, Ria bellen", who="Geheime Bo", when="2098-12-07", cue="het Geheim begint"),
        "toen": action("Geheim van toen", when="2020-01-01"),
        "klaar": action("Geheim en klaar", when="2098-12-08", done=True),
    }
    hear(page, {"version": 1, "course": COURSE, "lessons": {}, "quizzes": {}, "plan": plan})
    entries = page.locator(".lp-agenda li")
    expect(entries).to_have_text(["Een stap uit mijn actieplan7 december 2098Uit het leerpad Proefpad."])
    assert violations(page) == []
    text, name = save(page)
    assert (name.startswith("agenda-proefpad-"), name.endswith(".ics")) == (True, True)
    expect(page.get_by_role("status").filter(has_text=f"Bewaard als {name}.")).to_be_visible()
    assert "Geheim" not in text
    assert "file:" not in text
    [first] = read_by_icalendar(text)
    page.get_by_label("Zet erbij wat ik ga doen").check()
    expect(entries).to_contain_text(["Als het Geheim begint, dan: Geheim, Ria bellen"])
    page.get_by_role("button", name="Pas aan: Geheim, Ria bellen").click()
    page.locator("li form").get_by_label("Wanneer?").fill("2098-12-09")
    page.locator("li form").get_by_role("button", name="Bewaar").click()
    expect(entries).to_contain_text(["9 december 2098"])
    text, _ = save(page)
    [second] = read_by_icalendar(text)
    assert (second.uid, str(second.start)) == (first.uid, "2098-12-09")
    assert second.title == "Als het Geheim begint, dan: Geheim, Ria bellen"
    assert "Bo" not in text  # nobody else's name, ever


def test_days_of_reviews_go_along_unless_they_are_unticked_or_off(plan_site: Path, visitors: Visitors) -> None:
    visitor: Visitor = visitors.arrive(plan_site.as_uri())
    visitor.page.clock.set_fixed_time("2026-11-28T12:00:00")
    at = 1_795_860_000_000  # that day
    page = visitor.open(PLAN)
    hear(page, json.loads(progress(COURSE, [], ["toets-een"]).replace('"finished": 10', f'"finished": {at}')))
    page.get_by_text("In je eigen agenda").click()
    entries = page.locator(".lp-agenda li")

    expect(entries).to_have_text(["Vragen van eerder29 november 2026Uit het leerpad Proefpad."])
    # A day that has passed makes room for the next one, under the same name.
    [first] = read_by_icalendar(save(page)[0])
    page.clock.set_fixed_time("2026-11-30T12:00:00")
    page.reload()
    page.get_by_text("In je eigen agenda").click()
    expect(entries).to_contain_text(["30 november 2026"])
    [second] = read_by_icalendar(save(page)[0])
    assert (second.uid, str(second.start)) == (first.uid, "2026-11-30")
    page.get_by_label("Zet erbij op welke dagen").uncheck()
    expect(page.get_by_text("Er staat nog niets om in je agenda te zetten.")).to_be_visible()
    page.get_by_label("Zet erbij op welke dagen").check()
    expect(entries).to_have_count(1)
    page.evaluate("Leerpad.settings.set(Leerpad.store, 'reviews', 'off')")
    expect(entries).to_have_count(0)
