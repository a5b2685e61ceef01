"""Faults in a thing that authors write, known by their place in the model before their line is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.source.diagnostics import Fault
from leerpad.source.names import repeats
from leerpad.source.shape import locate

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from leerpad.source.diagnostics import Report
    from leerpad.source.shape import Document, KeyPath, ModelT
    from leerpad.source.tree import Node


def report_faults(
    path: str, root: Node, faults: Iterable[Fault[KeyPath]], report: Report, within: KeyPath = ()
) -> None:
    """Note these faults at their lines. `within` leads from the root to the thing that they are about."""
    report.note(path, (fault.at(locate(root, (*within, *fault.place), of_key=fault.of_key)) for fault in faults))


def said_twice(code: str, names: Iterable[Hashable], within: KeyPath, at: KeyPath) -> Iterator[Fault[KeyPath]]:
    """A fault for each thing of a list that has the name of an earlier one; it tells the number of that one.

    `within` leads to the list, `at` from the thing to what has to change.
    """
    for index, first in repeats(names):
        yield Fault(code, (*within, index, *at), {"number": first + 1})


def report_same_ids(document: Document[ModelT], key: str, ids: Sequence[str], report: Report) -> None:
    """Note each id that a list gives once more. `key` is the list's own, `ids` are those of its items, in order."""
    for index, first in repeats(ids):
        at, there = (document.position((key, number, "id")) for number in (index, first))
        report.fault(document.path, at, "duplicate_id", id=ids[index], other=f"{document.path}:{there.line}")
