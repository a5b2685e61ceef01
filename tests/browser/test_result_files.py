"""What a learner may give of their own accord: shown whole before it is saved, and read by `leerpad results`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect
from support.axe import violations
from support.browser import choose
from support.learners import returned

from leerpad.results.files import AnswersFile, ScanFile, StatementFile, parse
from leerpad.results.statistics import Analysis

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitor, Visitors

COURSE, PROGRESS = "proefpad", "mijn-voortgang.html"
SECRETS = ("Geheime notitie", "Geheim plan", "Wat ik typte", "Mijn naam op papier")


def attempt(started: int, *answers: tuple[str, Any, float, int], retry: bool = False) -> dict[str, Any]:
    """An attempt of these answers: question, value, points and seconds after the beginning."""
    return {
        "started": started,
        "seed": 1,
        "questions": [name for name, *_ in answers],
        "retry": retry,
        "answers": {
            name: {"value": value, "revision": "r1", "at": started + after * 1000, "checked": True}
            for name, value, _, after in answers
        },
        "finished": started + 200_000,
        "outcome": {
            "points": sum(points for *_, points, _ in answers),
            "max": len(answers),
            "passed": True,
            "questions": {name: {"points": points, "max": 1} for name, _, points, _ in answers},
        },
    }


DAY = 1_767_268_800_000  # the first of January 2026, at noon in Greenwich
STORED = {
    "version": 1,
    "course": COURSE,
    "lessons": {},
    "quizzes": {
        "toets-een": {
            "a": attempt(
                DAY, ("een-1", "f487b287", 1, 20), ("een-2", "Wat ik typte", 0, 5), ("een-3", ["f487b287"], 1, 5000)
            ),
            "b": attempt(DAY + 900_000, ("een-2", {"0123abcd": "Wat ik typte"}, 1, 3), retry=True),
        }
    },
    "notes": {"een-4": {"text": "Geheime notitie", "at": DAY, "prompt": "Wat denk je?"}},
    "plan": {
        "eigen": {
            "text": "Geheim plan",
            "who": "",
            "when": "",
            "cue": "",
            "lesson": None,
            "done": False,
            "removed": False,
            "since": DAY,
            "at": DAY,
        }
    },
    "name": {"text": "Mijn naam op papier", "at": DAY},
}


def saved(page: Page, title: str, place: Path) -> str:
    with page.expect_download() as download:
        page.locator("details", has=page.get_by_text(title, exact=True)).get_by_role(
            "button", name="Bewaar dit bestand"
        ).click()
    download.value.save_as(place)
    return place.read_text("utf-8")


def test_a_learner_sees_a_file_whole_before_giving_it(visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.open(PROGRESS)
    page.get_by_text("Een verklaring", exact=True).click()
    expect(page.get_by_text("Je hebt nog geen niveau gehaald.")).to_be_visible()
    page.get_by_text("Je uitslagen, zonder naam").click()
    expect(page.get_by_text("Je hebt nog geen check of toets gemaakt.")).to_be_visible()
    visitor.store(COURSE, json.dumps(STORED))

    page = visitor.open(PROGRESS)
    page.get_by_text("Je uitslagen, zonder naam").click()
    expect(page.get_by_text("Quiz toets-een: 2 pogingen, met 4 antwoorden.")).to_be_visible()
    page.get_by_text("Het hele bestand, letter voor letter").locator("visible=true").click()
    shown = page.locator("leerpad-results pre").locator("visible=true").inner_text()
    text = saved(page, "Je uitslagen, zonder naam", tmp_path / "uitslagen.json")
    assert text.split() == shown.split()
    assert [secret for secret in SECRETS if secret in text] == []
    file = parse(text.encode())
    assert isinstance(file, AnswersFile)
    [quiz] = file.quizzes
    assert [one.practice for one in quiz.attempts] == [False, True]
    assert [(one.question, one.value, one.points, one.seconds) for one in quiz.attempts[0].answers] == [
        ("een-1", "f487b287", 1, 15),
        ("een-2", None, 0, 5),  # what was typed stays here
        ("een-3", ["f487b287"], 1, None),  # somebody was away
    ]
    analysis = Analysis()
    analysis.add_file(file)
    assert analysis.sums[("toets-een", "een-1", "r1")].difficulty == 1
    assert violations(page, place="leerpad-results") == []


def test_a_statement_has_the_name_that_is_typed_there(visitor: Visitor, tmp_path: Path) -> None:
    page = returned(visitor, json.dumps(STORED), COURSE).open(PROGRESS)
    page.get_by_text("Een verklaring", exact=True).click()
    name = page.get_by_label("Je naam")
    expect(name).to_have_value("Mijn naam op papier")
    name.fill(" ")
    expect(page.get_by_text("Vul eerst je naam in.")).to_be_visible()
    name.fill("Jo de Vries")
    expect(page.get_by_text("Eerste, gehaald op 1 januari 2026.")).to_be_visible()
    text = saved(page, "Een verklaring", tmp_path / "verklaring.json")
    expect(page.get_by_role("status").filter(has_text="Bewaard als verklaring-proefpad-")).to_be_visible()
    file = parse(text.encode())
    assert isinstance(file, StatementFile)
    assert (file.name, [(level.level, level.passed.isoformat()) for level in file.levels]) == (
        "Jo de Vries",
        [("een", "2026-01-01")],
    )
    assert [secret for secret in SECRETS if secret in text] == []
    assert visitor.kept(COURSE)["name"]["text"] == "Mijn naam op papier"  # what stands on certificates stays


def test_what_a_learner_really_does_can_be_read(visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.open("een/toets-een.html")
    choose(page, "Wat kies je bij een-1?", "Goed")
    page.get_by_role("button", name="Lever in").click()
    page.get_by_role("button", name="Toch inleveren").click()
    expect(page.locator(".lp-result-title")).to_be_focused()
    page = visitor.open(PROGRESS)
    page.get_by_text("Je uitslagen, zonder naam").click()
    file = parse(saved(page, "Je uitslagen, zonder naam", tmp_path / "uitslagen.json").encode())
    assert isinstance(file, AnswersFile)
    assert [(one.question, one.points, one.value is not None) for one in file.quizzes[0].attempts[0].answers] == [
        ("een-1", 1, True)
    ]


def test_a_scan_is_given_as_dimensions_and_nothing_else(visitors: Visitors, scan_site: Path, tmp_path: Path) -> None:
    visitor = visitors.arrive(scan_site.as_uri())
    title = "Je beeld van de Proefscan, zonder naam"
    page = visitor.open(PROGRESS)
    page.get_by_text(title).click()
    expect(page.get_by_text("Je hebt de scan nog niet ingevuld, of nog te weinig.")).to_be_visible()
    answers = {"r1": 4, "r2": 2, "w1": 2, "w2": None, "los": 5, "r0": 1}
    scans = {
        "proefscan": {
            name: {"value": value, "at": DAY + number} for number, (name, value) in enumerate(answers.items())
        }
    }

    def given(at: int) -> tuple[str, ScanFile]:
        scans["proefscan"]["los"]["at"] = at
        visitor.store(COURSE, json.dumps({**STORED, "scans": scans}))
        page = visitor.open(PROGRESS)
        page.get_by_text(title).click()
        expect(page.get_by_text("Rust: 4,0 van 5.")).to_be_visible()  # as in the picture that the learner saw
        expect(page.get_by_text("Werk: 2,0 van 5.")).to_be_visible()
        expect(page.get_by_text("van 1 (helemaal oneens) tot 5 (helemaal eens), zoals in jouw beeld.")).to_be_visible()
        expect(page.get_by_text("0% is een 1, en 100% een 5.")).to_be_visible()
        text = saved(page, title, tmp_path / "scan.json")
        shown = page.locator("leerpad-results pre").locator("visible=true")
        if not shown.count():
            page.get_by_text("Het hele bestand, letter voor letter").locator("visible=true").click()
        assert text.split() == shown.inner_text().split()
        file = parse(text.encode())
        assert isinstance(file, ScanFile)
        return text, file

    text, file = given(DAY)
    assert (file.scan, [(one.dimension, one.percent) for one in file.dimensions]) == (
        "proefscan",
        [("rust", 75), ("werk", 25)],
    )
    assert set(json.loads(text)) == {"format", "version", "kind", "course", "made", "scan", "serial", "dimensions"}
    assert [secret for secret in SECRETS if secret in text] == []
    assert given(DAY)[1].serial == file.serial  # the same file again
    assert given(DAY + 1)[1].serial != file.serial  # another who scores the same
    assert violations(page, place="leerpad-results") == []
