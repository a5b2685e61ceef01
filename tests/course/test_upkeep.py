"""Who keeps our course, as readers and HR see it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from course.support.real import real_course

from leerpad.course.model.upkeep import all_kept

if TYPE_CHECKING:
    from pathlib import Path


def words(page: Path) -> str:
    """What stands at the end of a lesson about its upkeep."""
    [found] = re.findall(r'<p class="lp-upkeep">(.*?)</p>', page.read_text("utf-8"), re.DOTALL)
    return re.sub(r"<.*?>", "", found).strip()


def test_a_lesson_says_in_small_who_keeps_it_and_until_when_it_was_read(site: Path) -> None:
    usual = "Bijgehouden door de redactie van het leerpad. Nalezen voor 1 december 2027."
    assert words(site / "basis" / "erkenning.html") == usual
    legal = "Bijgehouden door de redactie, met een jurist. Nalezen voor 1 juni 2027."
    assert words(site / "passie" / "veilig-iets-zeggen.html") == legal


def test_everything_has_an_owner_and_a_day() -> None:
    assert [one.title for one in all_kept(real_course()) if None in one.upkeep] == []
