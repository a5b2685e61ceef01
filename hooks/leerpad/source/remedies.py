"""Tested remedies: a remedy is told only if the text was read again with it and the fault was gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from leerpad.source.diagnostics import Report
from leerpad.source.files import SourceText
from leerpad.source.repairs import repairs_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from leerpad.source.diagnostics import Diagnostic
    from leerpad.source.repair import Repair

    Make = Callable[[SourceText, Report], "T | None"]

T = TypeVar("T")

MOST_READ = 300_000
"""Letters that are read to find remedies, of all tries of one text together: about a second."""

MOST_TRIES = 80
"""How often a short text is tried."""

_SYNTAX = "yaml_"


def read_with_remedies(source: SourceText, report: Report, make: Make[T]) -> T | None:
    """What `make` gives for a text. A fault of which the remedy is found by trying is told with that remedy.

    Faults that have the same cause go with it: what one repair mends is told once.
    """
    own = Report()
    made = make(source, own)
    if own.faults:
        _Trial(source, own, make).explain()
    report.include(own)
    return made


class _Trial:
    """The repairs of one text, tried one by one."""

    def __init__(self, source: SourceText, found: Report, make: Make[T]) -> None:
        self.source = source
        self.lines = source.text.split("\n")
        self.found = found
        self.make = make
        self.before = set(found.faults)
        self.tries = min(MOST_TRIES, MOST_READ // len(source.text))
        self.stop = max((found.position.line for found in self._faults_of(self.lines)), default=0)

    def explain(self) -> None:
        """Put what a repair says in the place of the faults that it mends."""
        waiting = self.found.faults
        while waiting and self.tries:
            fault, best = waiting[0], self._best(waiting[0])
            waiting = waiting[1:]
            if best is not None:
                repair, mended = best
                self.found.replace(mended, repair.told(self.source.path, fault))
                waiting = [other for other in waiting if other not in mended]

    def _best(self, fault: Diagnostic) -> tuple[Repair, set[Diagnostic]] | None:
        """The first repair after which nothing is wrong, or else the first after which only other things are."""
        before = self.before
        good: tuple[Repair, set[Diagnostic]] | None = None
        for repair in repairs_for(self.lines, fault):
            if self.tries == 0:
                break
            self.tries -= 1
            left = self._faults_of(repair.applied(self.lines))
            if not left:
                return repair, before
            if good is None and self._helps(repair, fault, left):
                good = repair, {fault} if _is_syntax(fault) else before - left
        return good

    def _faults_of(self, lines: list[str]) -> set[Diagnostic]:
        after = Report()
        self.make(SourceText(self.source.path, "\n".join(lines), is_trial=True), after)
        return set(after.faults)

    def _helps(self, repair: Repair, fault: Diagnostic, left: set[Diagnostic]) -> bool:
        """Whether the fault is gone, and nothing new came.

        What stands below the place where reading stopped was not yet judged: there may be more faults, and only there.
        """
        if not _is_syntax(fault):
            return left < self.before and fault not in left
        last = max(repair.line + repair.count - 1, fault.position.line, self.stop)
        return all(found.position.line > last for found in left)


def _is_syntax(fault: Diagnostic) -> bool:
    return fault.code.startswith(_SYNTAX)
