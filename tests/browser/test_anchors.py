"""Who kept a link to a term, a source, a question or a certificate from an earlier version, still gets there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect
from support.faults import LESSON, faults_of
from support.trees import lesson, rich_course

from leerpad.site.render.anchors import EARLIER, EARLIER_WHOLE, name_now

if TYPE_CHECKING:
    from pathlib import Path

    from support.browser import Visitor

LED = """([earlier, now]) => {
  document.body.insertAdjacentHTML("beforeend", `<p id="${now}">Hier</p>`);
  location.hash = earlier;
}"""


def test_every_earlier_anchor_leads_to_its_place_and_one_of_the_author_stays(visitor: Visitor) -> None:
    page = visitor.open("index.html")
    earlier = [*(f"{kind}-zo-maar" for kind in EARLIER), "certificaat", *EARLIER_WHOLE]
    for anchor in earlier:
        page.evaluate(LED, [anchor, name_now(anchor)])
        expect(page).to_have_url(re.compile(f"#{name_now(anchor)}$"))
    page.evaluate(LED, ["begrip-eigen", "begrip-eigen"])
    page.evaluate(LED, ["begrip-nergens", "elders"])
    expect(page).to_have_url(re.compile("#begrip-nergens$"))


def test_an_earlier_link_to_a_question_opens_at_that_question(visitor: Visitor) -> None:
    page = visitor.open("een/toets-een.html#vraag-een-4")
    expect(page).to_have_url(re.compile("#question-een-4$"))
    expect(page.locator("#question-een-4")).to_be_in_viewport()


def test_an_author_need_not_change_an_earlier_anchor(tmp_path: Path) -> None:
    text = "## Kop\n\n[Zie](#vraag-check-een) [Zie](#question-check-een) [Zie](#vraag-x)\n\n<!-- quiz: check -->\n"
    files: dict[str, str | bytes] = {**rich_course(), LESSON: lesson("Les een A", text)}
    told = [line for line in faults_of(tmp_path, files) if "vraag-" in line or "question-" in line]
    assert len(told) == 1
    assert "vraag-x" in told[0]
