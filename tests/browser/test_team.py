"""The picture of a team: made here of files that were given, or refused with a reason."""

from __future__ import annotations

import copy
import json
import random
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from support.axe import violations
from support.paper import A4, printed
from support.teams import answers_file, as_files, scan_file

from leerpad.results.files import parse

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page
    from support.browser import Visitor, Visitors

TEAM, COURSE = "teambeeld.html", "proefpad"
CHOOSE = "leerpad-team input[type=file]"
NAMES = [f"een-{number}" for number in range(1, 6)]


@pytest.fixture
def visitor(visitors: Visitors, scan_site: Path) -> Visitor:
    """Somebody who guides a team."""
    return visitors.arrive(scan_site.as_uri(), reduced_motion="reduce")


def scans(*values: float) -> list[dict[str, Any]]:
    """One for each person: how rested they are; at work, half of them is well off."""
    return [scan_file(number, value, 20 if number % 2 else 90) for number, value in enumerate(values)]


def status(page: Page) -> Locator:
    return page.locator("leerpad-team").get_by_role("status")


def pile(page: Page, title: str) -> Locator:
    return page.locator("leerpad-team li", has=page.get_by_text(title, exact=True))


def show(page: Page) -> None:
    page.get_by_role("button", name="Toon het teambeeld").click()


TEAM_OF_TEN = scans(10, 10, 10, 10, 10, 90, 90, 90, 55, 90)


def test_a_picture_comes_from_eight_and_changes_only_with_eight_more(visitor: Visitor) -> None:
    page = visitor.open(TEAM)
    expect(page.get_by_text("Sleep de bestanden hierheen, of kies ze.")).to_be_visible()
    page.set_input_files(CHOOSE, as_files(*TEAM_OF_TEN[:7]))
    expect(status(page)).to_have_text("7 bestanden erbij.")
    expect(pile(page, "Proefscan")).to_contain_text("7 bestanden. Nog één nodig: een beeld is er vanaf 8.")
    show(page)
    expect(status(page)).to_contain_text("Er is nog niets nieuws te tonen.")
    expect(page.locator(".lp-team-sheet")).to_have_count(0)

    page.set_input_files(CHOOSE, as_files(*TEAM_OF_TEN[7:]))
    expect(pile(page, "Proefscan")).to_contain_text("10 bestanden. Genoeg voor een beeld.")
    show(page)
    expect(page.get_by_role("heading", name="Het beeld van de Proefscan")).to_be_focused()
    rows = page.locator(".lp-team-row").all_inner_texts()
    assert [row.split("\n")[-1] for row in rows] == [
        "laag ongeveer 50% · midden of hoog ongeveer 50%",
        "laag ongeveer 50% · midden of hoog ongeveer 50%",
    ]
    table = page.get_by_role("region", name="Het beeld van de Proefscan als tabel")
    assert table.get_by_role("row").all_inner_texts() == [
        "Onderdeel\tlaag\tmidden\thoog",
        "Rust\t50%\t50% samen",
        "Werk\t50%\t50% samen",
    ]
    minutes = page.locator(".lp-team-agenda strong").all_inner_texts()
    assert [one.split(" min")[0] for one in minutes] == ["0–3", "3–8", "8–16", "16–25", "25–30"]
    assert violations(page) == []

    before = page.locator("leerpad-team .lp-team-sheet").all_inner_texts()
    page.set_input_files(CHOOSE, as_files(scan_file(99, 100, 100)))
    expect(pile(page, "Proefscan")).to_contain_text("Na nog 7 nieuwe bestanden kan er een ander komen.")
    show(page)
    expect(status(page)).to_contain_text("Er is nog niets nieuws te tonen.")
    assert page.locator("leerpad-team .lp-team-sheet").all_inner_texts() == before

    sheets = printed(page)
    assert [(sheet.width, sheet.height) for sheet in sheets] == [A4] * 3
    for sheet, words in zip(
        sheets, ("Uit 10 bestanden", "hier lopen jullie uiteen", "Leg dit blad op tafel"), strict=True
    ):
        assert words in sheet.words
    assert not any("Kies bestanden" in sheet.words for sheet in sheets)

    page.get_by_role("button", name="Begin opnieuw").click()
    expect(page.get_by_role("button", name="Kies bestanden")).to_be_focused()
    expect(page.locator(".lp-team-sheet")).to_have_count(0)
    page.set_input_files(CHOOSE, as_files(*TEAM_OF_TEN[1:], scan_file(99, 100, 100)))
    expect(pile(page, "Proefscan")).to_contain_text("Een deel hiervan stond al samen met andere in een beeld.")
    show(page)
    expect(page.locator(".lp-team-sheet")).to_have_count(0)
    assert visitor.kept(COURSE) == {}


def test_questions_that_went_badly_lead_to_their_lesson_and_where_nearly_all_are_alike_nothing_is_seen(
    visitor: Visitor,
) -> None:
    page = visitor.open(TEAM)
    questions = json.loads(page.locator("leerpad-team").get_attribute("data-team") or "")["questions"]
    revisions = {one["id"]: one["revision"] for one in questions if one["quiz"] == "toets-een"}
    assert list(revisions) == NAMES
    # The first went badly, the second well; the third was given to too few, the fourth in another form.
    given = [
        answers_file(
            number,
            {"een-1": number == 0, "een-2": True, **({"een-3": False} if number < 7 else {}), "een-4": False},
            {**revisions, "een-4": "eerder"},
        )
        for number in range(9)
    ]
    page.set_input_files(CHOOSE, as_files(*given))
    expect(pile(page, "Uitslagen")).to_contain_text("9 bestanden. Genoeg voor een beeld.")
    show(page)
    expect(page.get_by_text("Uit 9 bestanden. Er zijn genoeg antwoorden op 2 vragen.")).to_be_visible()
    trouble = page.locator(".lp-team-sheet li", has=page.get_by_role("link", name="Quiz toets-een"))
    assert trouble.locator("li").all_inner_texts() == ["Wat kies je bij een-1?"]
    expect(page.get_by_text("Er is nog geen beeld van een scan.")).to_be_visible()
    expect(page.get_by_text("Lees samen: Quiz toets-een")).to_be_visible()

    page.set_input_files(CHOOSE, as_files(*scans(*[90] * 9, 10)))
    expect(status(page)).to_have_text("10 bestanden erbij.")
    show(page)
    expect(page.get_by_text("Van deze onderdelen is niets te zien: Rust.")).to_be_visible()
    assert page.locator(".lp-team-row").count() == 1


HOSTILE = "<img src=x onerror=alert(1)>"


def test_each_file_that_does_not_count_says_why_and_stops_no_other(visitor: Visitor, scan_site: Path) -> None:
    page = visitor.open(TEAM)
    good = scans(10, 20, 30, 40, 50)
    revisions = dict.fromkeys(NAMES, "eerder")
    later = copy.deepcopy(good[0]) | {"made": "2026-12-24"}
    wrong: list[tuple[Any, str]] = [
        (b"", "niet te lezen als resultaatbestand"),
        (b"\xff\xfe{", "niet te lezen als resultaatbestand"),
        (b"[" * 200_000, "niet te lezen als resultaatbestand"),
        ([], "geen bestand van een leerpad"),
        ({"course": COURSE, "lessons": {}, "quizzes": {}}, "een kopie van iemands hele voortgang"),
        ({**good[0], "version": 2}, "gemaakt door een nieuwere versie"),
        ({**good[0], "version": 0}, "beschadigd of veranderd"),
        ({**good[0], "notes": HOSTILE}, "beschadigd of veranderd"),
        (json.dumps(good[0]).replace("{", '{"__proto__": {"kind": "scan"},', 1).encode(), "beschadigd of veranderd"),
        ({**good[0], "kind": "statement", "name": HOSTILE}, "een verklaring, en daar staat een naam in"),
        ({**good[0], "course": {**good[0]["course"], "id": "ander"}}, "van een ander leerpad"),
        ({**good[0], "scan": "weg"}, "van een scan die dit leerpad niet heeft"),
        (scan_file(50, None, None), "een scan zonder een onderdeel"),
        (answers_file(1, {"een-1": True}, revisions), "uitslagen zonder een vraag die dit leerpad nu zo stelt"),
        (later, "hetzelfde bestand als een dat al meetelt"),
        (b" " * 5_000_001, "groter dan 5 MB"),
    ]
    page.set_input_files(CHOOSE, as_files(*good[:2], *(one for one, _ in wrong), *good[2:], name=HOSTILE[:5]))
    expect(status(page)).to_have_text(
        f"5 bestanden erbij. {len(wrong)} bestanden tellen niet mee. Hieronder staat waarom."
    )
    lines = page.locator(".lp-team-refused li").all_inner_texts()
    assert [(line.split(": ", 1)[0], why in line) for line, (_, why) in zip(lines, wrong, strict=True)] == [
        (f"{HOSTILE[:5]}-{number}.json", True) for number in range(2, 2 + len(wrong))
    ]
    assert page.locator("leerpad-team img").count() == 0
    page.set_input_files(CHOOSE, as_files(*[b"{"] * 30))
    expect(page.locator(".lp-team-refused li").last).to_have_text("En nog 10 bestanden.")
    expect(pile(page, "Proefscan")).to_contain_text("5 bestanden.")

    # What the page takes, the command takes: the page may be stricter than `leerpad results`, never looser.
    questions = json.loads(page.locator("leerpad-team").get_attribute("data-team") or "")["questions"]
    revisions = {one["id"]: one["revision"] for one in questions}
    sound = [scan_file(1, 50, None), answers_file(1, {"een-1": True, "een-2": False}, revisions)]
    chance = random.Random(3)
    texts = [json.dumps(damaged(copy.deepcopy(chance.choice(sound)), chance)) for _ in range(1000)]
    told = page.evaluate(
        """(texts) => {
          const data = JSON.parse(document.querySelector("leerpad-team").dataset.team);
          return texts.map((text) => typeof Leerpad.teamFiles.read(text, data) === "string");
        }""",
        texts,
    )
    taken = [text for text, is_refused in zip(texts, told, strict=True) if not is_refused]
    assert 30 < len(taken) < 900
    for text in taken:
        parse(text.encode())


def test_a_later_file_of_the_same_person_takes_the_place_of_the_older(visitor: Visitor) -> None:
    page = visitor.open(TEAM)
    team = json.loads(page.locator("leerpad-team").get_attribute("data-team") or "")
    revisions = {one["id"]: one["revision"] for one in team["questions"]}
    old = [answers_file(number, dict.fromkeys(NAMES, False), revisions) for number in range(8)]
    new = copy.deepcopy(old)
    for one in new:
        one["quizzes"][0]["attempts"].append({**one["quizzes"][0]["attempts"][0], "seconds": 7})
    page.set_input_files(CHOOSE, as_files(new[0], old[0], *old[1:3], new[2]))
    expect(page.locator(".lp-team-refused li")).to_have_text(
        [r"bestand-1.json: ouder dan een bestand van dezelfde persoon dat al meetelt."]
    )
    expect(pile(page, "Uitslagen")).to_contain_text("3 bestanden.")
    page.set_input_files(CHOOSE, as_files(*old[3:]))
    expect(pile(page, "Uitslagen")).to_contain_text("8 bestanden.")
    show(page)
    expect(page.locator(".lp-team-sheet")).to_have_count(2)
    page.set_input_files(CHOOSE, as_files(new[5]))
    expect(page.locator(".lp-team-refused li")).to_contain_text(["nieuwer dan een bestand van dezelfde persoon"])
    expect(pile(page, "Uitslagen")).to_contain_text("8 bestanden.")


def damaged(document: Any, chance: random.Random) -> Any:
    """The document with something changed anywhere in it."""
    places = [(document, key) for key in document]
    for holder, key in places:
        inside = holder[key]
        keys = range(len(inside)) if isinstance(inside, list) else inside if isinstance(inside, dict) else ()
        places.extend((inside, inner) for inner in keys)
    holder, key = chance.choice(places)
    values = [None, True, 0, -1, 50, 100.5, 1e300, "", "scan", "een-1", "0123abcd", "0" * 16, "2026-02-28", [], {}, [1]]
    change = chance.randrange(4)
    if change == 0 and isinstance(holder, dict):
        del holder[key]
    elif change == 1 and isinstance(holder, dict):
        holder[chance.choice(["extra", "kind", "max", "seconds"])] = chance.choice(values)
    else:
        holder[key] = chance.choice(values)
    return document


def test_files_are_dropped_anywhere_on_a_phone_in_the_dark(visitors: Visitors, scan_site: Path) -> None:
    size = {"width": 320, "height": 640}
    phone = {"viewport": size, "has_touch": True, "is_mobile": True}
    visitor = visitors.arrive(scan_site.as_uri(), **phone, color_scheme="dark", reduced_motion="reduce")
    page = visitor.open(TEAM)
    expect(page.get_by_role("button", name="Kies bestanden")).to_be_visible()
    expect(page.get_by_text("Sleep de bestanden hierheen")).to_be_hidden()  # with a thumb one can't
    page.evaluate(
        """(texts) => {
          const dropped = new DataTransfer();
          for (const [place, text] of texts.entries()) dropped.items.add(new File([text], `${place}.json`));
          const drop = new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true });
          if (document.body.dispatchEvent(drop)) throw new Error("the browser would leave the page for the file");
        }""",
        [json.dumps(one) for one in TEAM_OF_TEN],
    )
    expect(status(page)).to_have_text("10 bestanden erbij.")
    page.get_by_role("button", name="Toon het teambeeld").press("Enter")
    title = page.get_by_role("heading", name="Het beeld van de Proefscan")
    expect(title).to_be_focused()
    assert 0 <= title.evaluate("(title) => title.getBoundingClientRect().top") < 100  # at the top of what is seen
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert violations(page) == []
