"""The parts that readers of a course have in their organisation: `extra.leerpad.roles` of mkdocs.yml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from leerpad.source.fault import report_same_ids
from leerpad.source.names import repeats
from leerpad.source.shape import Id, Shaped, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leerpad.course.model.files import Settings
    from leerpad.source.diagnostics import Report
    from leerpad.source.shape import Document

NO_ROLE = "none"
"""What a browser keeps of a reader who wants none; no role can be called so."""

_NEVER_IN_NAME = frozenset("*_:")


class Role(Shaped):
    """A reader who has it sees its steps first. `name` is what readers see, and what stands in bold before a step."""

    id: Id
    name: Text

    @model_validator(mode="before")
    @classmethod
    def _more_than_a_name(cls, value: object) -> object:
        if isinstance(value, str):
            raise PydanticCustomError("not_a_role", "an id and a name")
        return value


def plain_name(name: str) -> str:
    """A name without what makes no difference: capitals, and how wide its spaces are."""
    return " ".join(name.split()).casefold()


def ids_by_name(roles: Iterable[Role]) -> dict[str, str]:
    """The id of each role by its plain name."""
    return {plain_name(role.name): role.id for role in roles}


def check_role_list(document: Document[Settings], report: Report) -> None:
    """Report roles that can't be told apart, or that no lesson could name."""
    roles = document.model.roles
    report_same_ids(document, "roles", [role.id for role in roles], report)
    for number, first in repeats(plain_name(role.name) for role in roles):
        at = document.position(("roles", number, "name"))
        report.fault(document.path, at, "same_role_name", name=roles[number].name, number=first + 1)
    for number, role in enumerate(roles):
        if role.id == NO_ROLE:
            report.fault(document.path, document.position(("roles", number, "id")), "reserved_id", id=role.id)
        if not _NEVER_IN_NAME.isdisjoint(role.name):
            report.fault(document.path, document.position(("roles", number, "name")), "bad_role_name", name=role.name)
