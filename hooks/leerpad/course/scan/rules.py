"""The rules of a scan, and every outcome held against them: what authors are told before a reader meets it."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import chain, product
from typing import TYPE_CHECKING

from leerpad.course.scan.conditions import (
    WORDS,
    Condition,
    Known,
    Outcome,
    size,
)
from leerpad.questions.base import text_key
from leerpad.source.diagnostics import Fault
from leerpad.source.fault import said_twice
from leerpad.source.names import repeats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.course.scan.model import ScanFile
    from leerpad.source.shape import KeyPath

MAX_OUTCOMES = 20_000
"""More than anybody can oversee."""

MAX_WORK = 2_000_000
"""How often a part of a condition may be tried: a second or two."""


def scan_faults(scan: ScanFile) -> Iterator[Fault[KeyPath]]:
    """The faults that no single key shows. Profiles are worked out only if all that they stand on is sound."""
    same = list(_same_ids(scan))
    faults = [*same, *_scale_faults(scan), *_statement_faults(scan)]
    reader = scan.reader()
    conditions, claims = scan.conditions(reader), scan.claims(reader)
    if not same:  # who gives an id twice has not yet given the one that is referred to
        faults += [*_dimension_faults(scan), *_reference_faults(scan), *reader.faults]
    yield from faults
    if not faults:
        yield from _profile_faults(scan, conditions, claims)


def told(scan: ScanFile, conditions: list[Condition], outcome: Outcome) -> list[int]:
    """The numbers of the profiles that this outcome is told, in the order in which they are read.

    A profile without a part stands alone. Where none of those holds, each part tells the first of its profiles that
    holds, or all of them. The browser follows the same rules (elements/scan/score.js).
    """
    holding = [number for number, condition in enumerate(conditions) if condition.holds(outcome)]
    alone = next((number for number in holding if scan.profiles[number].part is None), None)
    if alone is not None:
        return [alone]
    parts = [([n for n in holding if scan.profiles[n].part == part.id], part.several) for part in scan.parts]
    return [number for numbers, several in parts for number in (numbers if several else numbers[:1])]


def reachable(scan: ScanFile) -> Iterator[Outcome]:
    """Every outcome that some answers come to: first those of answers that differ, then those of one and the same."""
    had = _had(scan)
    for bands in product(*had.values()):
        yield Outcome(dict(zip(had, bands, strict=True)), same_answers=False)
    for answer in range(1, len(scan.scale) + 1):
        yield Outcome(_alike(scan, answer), same_answers=True)


def _had(scan: ScanFile) -> dict[str, list[str]]:
    """For each dimension the bands, from low to high, that a mean of its answers can fall in: of five, none is 2.55."""
    highest = len(scan.scale)
    had = {
        dimension.id: {
            scan.band(Fraction(total, count))
            for count in range(dimension.min_answered, len(scan.counted(dimension)) + 1)
            for total in range(count, count * highest + 1)
        }
        for dimension in scan.dimensions
    }
    return {name: [band.id for band in scan.bands if band.id in bands] for name, bands in had.items()}


def _alike(scan: ScanFile, answer: int) -> dict[str, str]:
    """The band of each dimension for somebody who answers all its statements the same."""
    reverse = len(scan.scale) + 1 - answer
    parts = {
        one.id: [reverse if statement.reverse else answer for statement in scan.counted(one)] for one in scan.dimensions
    }
    return {name: scan.band(Fraction(sum(answers), len(answers))) for name, answers in parts.items()}


def _profile_faults(scan: ScanFile, conditions: list[Condition], claims: list[Condition]) -> Iterator[Fault[KeyPath]]:
    count = len(scan.bands) ** len(scan.dimensions)
    if count > MAX_OUTCOMES:
        yield Fault("scan_too_large", ("dimensions",), {"count": count, "limit": MAX_OUTCOMES})
        return
    if count * sum(size(condition) for condition in conditions + claims) > MAX_WORK:
        yield Fault("conditions_too_large", ("profiles",), of_key=True)
        return
    reached = set(chain.from_iterable(_had(scan).values()))
    for index, band in enumerate(scan.bands):
        if band.id not in reached:
            yield Fault("band_never_reached", ("bands", index), {"id": band.id})
    chosen = set[int]()
    unmet: Outcome | None = None
    denied: dict[int, Outcome] = {}
    for outcome in reachable(scan):
        numbers = told(scan, conditions, outcome)
        chosen.update(numbers)
        if not numbers and unmet is None:
            unmet = outcome
        for number in numbers:
            if not claims[number].holds(outcome):
                denied.setdefault(number, outcome)
    for number, profile in enumerate(scan.profiles):
        if number not in chosen:
            yield Fault("profile_never_chosen", ("profiles", number), {"id": profile.id})
    for number, outcome in denied.items():
        params: dict[str, object] = {"id": scan.profiles[number].id, "outcome": _in_words(outcome)}
        yield Fault("profile_says_otherwise", ("profiles", number, "says"), params)
    if unmet is not None:
        yield Fault("outcome_without_profile", ("profiles",), {"outcome": _in_words(unmet)})


def _in_words(outcome: Outcome) -> str:
    return ", ".join(f"{dimension}: {band}" for dimension, band in outcome.bands.items())


def _same_ids(scan: ScanFile) -> Iterator[Fault[KeyPath]]:
    for name in ("dimensions", "bands", "statements", "parts", "profiles", "retired"):
        ids = [part.id for part in getattr(scan, name)]
        for index, first in repeats(ids):
            yield Fault("same_id_in_list", (name, index, "id"), {"id": ids[index], "number": first + 1})
    asked = {statement.id for statement in scan.statements}
    for index, statement in enumerate(scan.retired):
        if statement.id in asked:
            yield Fault("retired_but_asked", ("retired", index, "id"), {"id": statement.id})


def _dimension_faults(scan: ScanFile) -> Iterator[Fault[KeyPath]]:
    counts = Counter(statement.dimension for statement in scan.statements if statement.dimension is not None)
    # A statement that names no dimension belongs to one of these: mend that first.
    astray = not counts.keys() <= {dimension.id for dimension in scan.dimensions}
    for index, dimension in enumerate(scan.dimensions):
        place: KeyPath = ("dimensions", index)
        count = counts[dimension.id]
        if dimension.id in WORDS:
            yield Fault("dimension_is_a_word", (*place, "id"), {"id": dimension.id, "words": ", ".join(WORDS)})
        if not astray and count == 0:
            yield Fault("dimension_without_statements", (*place, "id"), {"id": dimension.id})
        elif not astray and dimension.min_answered > count:
            params: dict[str, object] = {"minimum": dimension.min_answered, "count": count}
            yield Fault("min_answered_too_many", (*place, "min_answered"), params)


def _scale_faults(scan: ScanFile) -> Iterator[Fault[KeyPath]]:
    highest = len(scan.scale)
    yield from said_twice("same_scale_label", map(text_key, scan.scale), ("scale",), ())
    for index, band in enumerate(scan.bands):
        place: KeyPath = ("bands", index, "from")
        if index == 0 and band.from_ != 1:
            yield Fault("scan_bands_from_one", place)
        if index and band.from_ <= scan.bands[index - 1].from_:
            yield Fault("bands_not_rising", place)
        if band.from_ > highest:
            yield Fault("above_the_scale", place, {"value": f"{band.from_:g}", "highest": highest})


def _statement_faults(scan: ScanFile) -> Iterator[Fault[KeyPath]]:
    said = (text_key(statement.text) for statement in scan.statements)
    yield from said_twice("same_statement", said, ("statements",), ("text",))
    for index, statement in enumerate(scan.statements):
        if statement.reverse and statement.dimension is None:
            yield Fault("reverse_without_dimension", ("statements", index, "reverse"))
    for index, alert in enumerate(scan.alerts):
        if not 1 <= alert.from_ <= len(scan.scale):
            params: dict[str, object] = {"value": alert.from_, "highest": len(scan.scale)}
            yield Fault("alert_outside_scale", ("alerts", index, "from"), params)


def _reference_faults(scan: ScanFile) -> Iterator[Fault[KeyPath]]:
    dimensions = Known(dimension.id for dimension in scan.dimensions)
    for index, statement in enumerate(scan.statements):
        if statement.dimension is not None and statement.dimension not in dimensions:
            yield dimensions.fault("unknown_dimension", ("statements", index, "dimension"), statement.dimension)
    statements = Known(statement.id for statement in scan.statements)
    for index, alert in enumerate(scan.alerts):
        if alert.statement not in statements:
            yield statements.fault("unknown_statement", ("alerts", index, "statement"), alert.statement)
    parts = Known(part.id for part in scan.parts)
    for index, profile in enumerate(scan.profiles):
        if profile.part is not None and profile.part not in parts:
            place: KeyPath = ("profiles", index, "part")
            yield parts.fault("unknown_part", place, profile.part) if scan.parts else Fault("no_parts", place)
    used = {profile.part for profile in scan.profiles}
    for index, part in enumerate(scan.parts):
        if part.id not in used:
            yield Fault("part_without_profiles", ("parts", index), {"id": part.id})
