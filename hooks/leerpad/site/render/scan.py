"""A scan as the browser and its page know it: numbers to score with, and the rules told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.course.scan.conditions import All, Condition, InBand, Not, SameAnswers
from leerpad.course.scan.conditions import Any as AnyOf

if TYPE_CHECKING:
    from leerpad.course.model.course import Level
    from leerpad.course.scan.model import ScanFile
    from leerpad.locales import Locale
    from leerpad.site.data import ScanCondition, ScanData, ScanStatement, SharedScan


def scan_data(scan: ScanFile, levels: dict[str, Level], stages: dict[str, int], *, history: bool) -> ScanData:
    """What the browser needs to score, and to know which profiles an outcome is told."""
    numbers = {dimension.id: number for number, dimension in enumerate(scan.dimensions)}
    bands = {band.id: number for number, band in enumerate(scan.bands)}
    parts = {part.id: number for number, part in enumerate(scan.parts)}
    return {
        "id": scan.id,
        "history": history,
        "scale": scan.scale,
        "dimensions": [
            {
                "id": one.id,
                "title": one.title,
                "min": one.min_answered,
                "stage": stages[levels[one.level].id] if one.level else None,
            }
            for one in scan.dimensions
        ],
        "bands": [{"title": band.title, "from": band.from_} for band in scan.bands],
        "statements": _statements(scan),
        "alerts": [{"statement": alert.statement, "from": alert.from_} for alert in scan.alerts],
        "parts": [{"title": part.title, "several": part.several} for part in scan.parts],
        "profiles": [
            {
                "id": one.id,
                "title": one.title,
                "level": levels[one.level].id if one.level else None,
                "part": parts[one.part] if one.part else None,
                "when": _condition_data(condition, numbers, bands),
            }
            for one, condition in zip(scan.profiles, scan.conditions(), strict=True)
        ],
    }


def shared_scan(scan: ScanFile) -> SharedScan:
    """What the browser needs to make a result file of the answers."""
    return {
        "id": scan.id,
        "title": scan.title,
        "scale": scan.scale,
        "dimensions": [{"id": one.id, "title": one.title, "min": one.min_answered} for one in scan.dimensions],
        "statements": _statements(scan),
    }


def _statements(scan: ScanFile) -> list[ScanStatement]:
    numbers = {dimension.id: number for number, dimension in enumerate(scan.dimensions)}
    return [
        {"id": one.id, "dimension": numbers[one.dimension] if one.dimension else None, "reverse": one.reverse}
        for one in scan.in_order()
    ]


def _condition_data(condition: Condition, dimensions: dict[str, int], bands: dict[str, int]) -> ScanCondition:
    """A condition as the browser reads it: data, with numbers for names."""
    if isinstance(condition, All | AnyOf):
        parts = [_condition_data(part, dimensions, bands) for part in condition.parts]
        return {"all": parts} if isinstance(condition, All) else {"any": parts}
    if isinstance(condition, Not):
        return {"not": _condition_data(condition.part, dimensions, bands)}
    if isinstance(condition, InBand):
        return {"dimension": dimensions[condition.dimension], "bands": [bands[band] for band in condition.bands]}
    return {"same": condition.same}


class ScanWords:
    """The rules of a scan in words."""

    def __init__(self, scan: ScanFile, locale: Locale) -> None:
        self.scan = scan
        self.locale = locale
        self._dimensions = {dimension.id: dimension.title for dimension in scan.dimensions}
        self._bands = {band.id: band.title for band in scan.bands}

    def bands(self) -> list[str]:
        """Each band, with where it begins and ends."""
        bands = self.scan.bands
        keys = ["first", *["between"] * (len(bands) - 2), "last"] if len(bands) > 1 else ["only"]
        said = []
        for band, following, key in zip(bands, [*bands[1:], bands[-1]], keys, strict=True):
            limits = {"from": self.locale.number(band.from_), "to": self.locale.number(following.from_)}
            said.append(self.locale.text(f"scan.band_{key}", title=band.title, **limits))
        return said

    def parts(self) -> list[tuple[str | None, str, list[int]]]:
        """Each part with profiles, in the order in which they are read: its title, the rule, the profiles' numbers."""
        text = self.locale.text
        numbers = {
            part: [number for number, profile in enumerate(self.scan.profiles) if profile.part == part]
            for part in [None, *(part.id for part in self.scan.parts)]
        }
        alone = text("scan.how_alone" if self.scan.parts else "scan.how_first")
        rules = [
            (part.title, text("scan.how_all" if part.several else "scan.how_first"), numbers[part.id])
            for part in self.scan.parts
        ]
        return [*([(None, alone, numbers[None])] if numbers[None] else []), *rules]

    def conditions(self) -> list[str]:
        """When each profile is chosen."""
        return [
            self.locale.text("scan.when_else")
            if profile.when is None
            else self.locale.text("scan.when", condition=self._say(condition))
            for profile, condition in zip(self.scan.profiles, self.scan.conditions(), strict=True)
        ]

    def _say(self, condition: Condition, *, nested: bool = False) -> str:
        text = self.locale.text
        if isinstance(condition, All | AnyOf):
            word = text("scan.and" if isinstance(condition, All) else "scan.or")
            said = word.join(self._say(part, nested=True) for part in condition.parts)
            return f"({said})" if nested and len(condition.parts) > 1 else said
        if isinstance(condition, Not):
            return text("scan.when_not", condition=self._say(condition.part))
        if isinstance(condition, InBand):
            bands = text("scan.or").join(self._bands[band] for band in condition.bands)
            return text("scan.when_in", dimension=self._dimensions[condition.dimension], bands=bands)
        return self._same(condition)

    def _same(self, condition: SameAnswers) -> str:
        return self.locale.text("scan.when_same" if condition.same else "scan.when_different")
