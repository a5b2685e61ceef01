"""The rules of a scan, worked out for every outcome at once: what authors are told, and what the browser looks up."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from leerpad.course.scan.conditions import (
    WORDS,
    Condition,
    Known,
    Outcome,
    ScanFault,
    mentions_same_answers,
    size,
)
from leerpad.questions.base import text_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.course.scan.model import ScanFile
    from leerpad.source.shape import Path

MAX_OUTCOMES = 20_000
"""More than anybody can oversee, and about as much as a page should carry."""

MAX_WORK = 2_000_000
"""How often a part of a condition may be tried: a second or two."""


def scan_faults(scan: ScanFile) -> Iterator[ScanFault]:
    """The faults that no single key shows. Profiles are worked out only if all that they stand on is sound."""
    same = list(_same_ids(scan))
    faults = [*same, *_scale_faults(scan), *_statement_faults(scan)]
    reader = scan.reader()
    conditions = scan.conditions(reader)
    if not same:  # who gives an id twice has not yet given the one that is referred to
        faults += [*_dimension_faults(scan), *_reference_faults(scan), *reader.faults]
    yield from faults
    if not faults:
        yield from _profile_faults(scan, conditions)


def profile_table(scan: ScanFile) -> list[int]:
    """For every outcome the number of its profile.

    Outcomes are counted as a number whose digits are the bands of the dimensions, the first dimension the highest.
    If a profile looks at the raw answers, a second half follows: the same outcomes, all answers being the same.
    """
    conditions = scan.conditions()
    # An outcome that no answers come to may have no profile; it keeps its place.
    return [_first(conditions, outcome) or 0 for outcome in _outcomes(scan, conditions)]


def _outcomes(scan: ScanFile, conditions: list[Condition]) -> Iterator[Outcome]:
    names = [dimension.id for dimension in scan.dimensions]
    bands = [band.id for band in scan.bands]
    for same in [False, True][: _halves(conditions)]:
        for combination in product(bands, repeat=len(names)):
            yield Outcome(dict(zip(names, combination, strict=True)), same)


def _had(scan: ScanFile) -> dict[str, set[str]]:
    """For each dimension the bands that a mean of its answers can fall in: of five answers no mean is 2.55."""
    highest = len(scan.scale)
    return {
        dimension.id: {
            scan.band(Fraction(total, count))
            for count in range(dimension.min_answered, len(scan.counted(dimension)) + 1)
            for total in range(count, count * highest + 1)
        }
        for dimension in scan.dimensions
    }


def _alike(scan: ScanFile, answer: int) -> dict[str, str]:
    """The band of each dimension for somebody who answers all its statements the same."""
    reverse = len(scan.scale) + 1 - answer
    parts = {
        one.id: [reverse if statement.reverse else answer for statement in scan.counted(one)] for one in scan.dimensions
    }
    return {name: scan.band(Fraction(sum(answers), len(answers))) for name, answers in parts.items()}


def _halves(conditions: list[Condition]) -> int:
    return 2 if any(mentions_same_answers(condition) for condition in conditions) else 1


def _first(conditions: list[Condition], outcome: Outcome) -> int | None:
    return next((number for number, condition in enumerate(conditions) if condition.holds(outcome)), None)


def _profile_faults(scan: ScanFile, conditions: list[Condition]) -> Iterator[ScanFault]:
    count = len(scan.bands) ** len(scan.dimensions) * _halves(conditions)
    if count > MAX_OUTCOMES:
        yield ScanFault("scan_too_large", ("dimensions",), {"count": count, "limit": MAX_OUTCOMES})
        return
    if count * sum(size(condition) for condition in conditions) > MAX_WORK:
        yield ScanFault("conditions_too_large", ("profiles",), of_key=True)
        return
    had = _had(scan)
    alike = [_alike(scan, answer) for answer in range(1, len(scan.scale) + 1)]
    for index, band in enumerate(scan.bands):
        if not any(band.id in bands for bands in had.values()):
            yield ScanFault("band_never_reached", ("bands", index), {"id": band.id})
    reached = set()
    unmet: Outcome | None = None
    for outcome in _outcomes(scan, conditions):
        if (
            outcome.bands not in alike
            if outcome.same_answers
            else any(outcome.bands[name] not in had[name] for name in had)
        ):
            continue  # no answers come to this
        number = _first(conditions, outcome)
        reached.add(number)
        if number is None and unmet is None:
            unmet = outcome
    for number in range(len(conditions)):
        if number not in reached:
            yield ScanFault("profile_never_chosen", ("profiles", number), {"id": scan.profiles[number].id})
    if unmet is not None:
        outcome_words = ", ".join(f"{dimension}: {band}" for dimension, band in unmet.bands.items())
        yield ScanFault("outcome_without_profile", ("profiles",), {"outcome": outcome_words})


def _same_ids(scan: ScanFile) -> Iterator[ScanFault]:
    for name in ("dimensions", "bands", "statements", "profiles"):
        seen: dict[str, int] = {}
        for index, part in enumerate(getattr(scan, name)):
            first = seen.setdefault(part.id, index)
            if first != index:
                yield ScanFault("same_id_in_list", (name, index, "id"), {"id": part.id, "number": first + 1})


def _dimension_faults(scan: ScanFile) -> Iterator[ScanFault]:
    counts = Counter(statement.dimension for statement in scan.statements if statement.dimension is not None)
    # A statement that names no dimension belongs to one of these: mend that first.
    astray = not counts.keys() <= {dimension.id for dimension in scan.dimensions}
    for index, dimension in enumerate(scan.dimensions):
        place: Path = ("dimensions", index)
        count = counts[dimension.id]
        if dimension.id in WORDS:
            yield ScanFault("dimension_is_a_word", (*place, "id"), {"id": dimension.id, "words": ", ".join(WORDS)})
        if not astray and count == 0:
            yield ScanFault("dimension_without_statements", (*place, "id"), {"id": dimension.id})
        elif not astray and dimension.min_answered > count:
            params: dict[str, object] = {"minimum": dimension.min_answered, "count": count}
            yield ScanFault("min_answered_too_many", (*place, "min_answered"), params)


def _scale_faults(scan: ScanFile) -> Iterator[ScanFault]:
    highest = len(scan.scale)
    seen: dict[str, int] = {}
    for index, label in enumerate(scan.scale):
        first = seen.setdefault(text_key(label), index)
        if first != index:
            yield ScanFault("same_scale_label", ("scale", index), {"number": first + 1})
    for index, band in enumerate(scan.bands):
        place: Path = ("bands", index, "from")
        if index == 0 and band.from_ != 1:
            yield ScanFault("scan_bands_from_one", place)
        if index and band.from_ <= scan.bands[index - 1].from_:
            yield ScanFault("bands_not_rising", place)
        if band.from_ > highest:
            yield ScanFault("above_the_scale", place, {"value": f"{band.from_:g}", "highest": highest})


def _statement_faults(scan: ScanFile) -> Iterator[ScanFault]:
    seen: dict[str, int] = {}
    for index, statement in enumerate(scan.statements):
        first = seen.setdefault(text_key(statement.text), index)
        if first != index:
            yield ScanFault("same_statement", ("statements", index, "text"), {"number": first + 1})
        if statement.reverse and statement.dimension is None:
            yield ScanFault("reverse_without_dimension", ("statements", index, "reverse"))
    for index, alert in enumerate(scan.alerts):
        if not 1 <= alert.from_ <= len(scan.scale):
            params: dict[str, object] = {"value": alert.from_, "highest": len(scan.scale)}
            yield ScanFault("alert_outside_scale", ("alerts", index, "from"), params)


def _reference_faults(scan: ScanFile) -> Iterator[ScanFault]:
    dimensions = Known(dimension.id for dimension in scan.dimensions)
    for index, statement in enumerate(scan.statements):
        if statement.dimension is not None and statement.dimension not in dimensions:
            yield dimensions.fault("unknown_dimension", ("statements", index, "dimension"), statement.dimension)
    statements = Known(statement.id for statement in scan.statements)
    for index, alert in enumerate(scan.alerts):
        if alert.statement not in statements:
            yield statements.fault("unknown_statement", ("alerts", index, "statement"), alert.statement)
