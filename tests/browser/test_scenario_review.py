"""What is said of a conversation afterwards: the way that was gone, the best one, and what else could have been done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect
from support.conversation import BOTH, CHECK, TWO, say

if TYPE_CHECKING:
    from pathlib import Path

    from support.browser import Visitors


def test_the_review_shows_your_way_beside_the_best_one_and_what_the_other_choices_would_have_done(
    talk_site: Path, visitors: Visitors
) -> None:
    page = visitors.arrive(talk_site.as_uri()).open(CHECK)
    say(page, "Wacht even", "Vraag door", "Geef raad")
    page.get_by_role("button", name="Controleer").click()
    mine, best = page.get_by_role("list", name="Jouw weg"), page.get_by_role("list", name="De beste weg")
    verdicts = [text.strip() for text in mine.locator(".lp-chosen > .lp-verdict > .lp-verdict-word").all_inner_texts()]
    assert verdicts == [
        "Er was een betere keuze · 0,5 punt",
        "Beste keuze · telt niet mee, want je was hier al",
        "Er was een betere keuze · 0,5 punt",
    ]
    for reason in ("Het blijft stil.", "Zij vertelt verder.", "Zij knikt beleefd."):
        expect(mine.locator(".lp-chosen").get_by_text(reason)).to_be_visible()
    expect(mine.locator(".lp-end")).to_contain_text("Deels goed afgelopen")
    said = best.locator(".lp-chosen").all_inner_texts()
    assert ["Vraag door" in said[0], "Zij vertelt verder." in said[0], "1 punt" in said[0]] == [True] * 3
    assert ["Denk mee" in said[1], "Dat helpt haar." in said[1], "1 punt" in said[1]] == [True] * 3
    expect(best.locator(".lp-end")).to_contain_text("Jullie maken een plan.")
    left, right = mine.bounding_box(), best.bounding_box()
    assert left
    assert right
    assert left["x"] + left["width"] <= right["x"]
    page.set_viewport_size({"width": 375, "height": 800})
    above, below = mine.bounding_box(), best.bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"]

    # Doing it again begins at the start.
    page.get_by_role("button", name="Opnieuw, alle vragen").click()
    expect(page.get_by_role("list", name="Jouw weg")).to_have_count(0)
    expect(page.locator(".lp-turn:visible")).to_have_count(1)
    expect(page.get_by_label("Vraag door")).to_be_focused()
    say(page, *BOTH)
    page.get_by_role("button", name="Controleer").click()
    expect(page.locator(".lp-feedback-title")).to_have_text("Goed · 2 van 2 punten")

    # All was right: the review tells what the other choices would have done.
    expect(page.locator(".lp-paths > *")).to_have_count(1)  # the best way would say the same again
    first = page.get_by_role("list", name="Jouw weg").locator("details").first
    expect(first.get_by_text("Het blijft stil.")).to_be_hidden()
    first.locator("summary").click()
    others = first.get_by_role("listitem").all_inner_texts()
    assert [other.split("\n")[0] for other in others] == ["Wacht even", "Loop weg"]
    assert ["Het blijft stil." in others[0], "0,5 punt" in others[0]] == [True, True]
    # A choice without a consequence of its own is told by where it leads.
    assert ["Zij praat met een ander." in others[1], "0 punten" in others[1]] == [True, True]


def test_another_way_that_is_as_good_is_not_called_worse(talk_site: Path, visitors: Visitors) -> None:
    page = visitors.arrive(talk_site.as_uri()).open(TWO)
    second = page.locator(".lp-question").last
    say(second, "Vraag door", "Geef raad")
    second.get_by_role("button", name="Controleer").click()
    expect(second.locator(".lp-feedback-title")).to_have_text("Goed · 2 van 2 punten")
    mine = second.get_by_role("list", name="Jouw weg").locator(".lp-chosen")
    expect(mine.get_by_text("Beste keuze · 1 punt")).to_have_count(2)
    expect(second.get_by_role("list", name="Zo kon het ook").get_by_text("Dat helpt haar.")).to_be_visible()
