"""What belongs where: each item counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from leerpad.questions.base import text_key
from leerpad.questions.neutral import Couple, MatchForm
from leerpad.questions.shared.assign import AssignQuestion, Option, Row, options_of
from leerpad.questions.shared.items import Item, TextOrItem
from leerpad.source.diagnostics import Fault
from leerpad.source.fault import said_twice
from leerpad.source.limits import LIMITS
from leerpad.source.names import given_twice
from leerpad.source.shape import KeyPath, Shaped, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.questions.neutral import Form


class Category(Shaped):
    """A category with the items that belong in it."""

    name: Text
    items: Annotated[list[TextOrItem], Field(min_length=1, max_length=LIMITS["items"])]


class Categorize(AssignQuestion):
    """For each item the learner says in which category it belongs."""

    instruction: ClassVar[str | None] = "question.categorize"
    mixes_rows: ClassVar[bool] = True

    type: Literal["categorize"]
    categories: Annotated[list[Category], Field(min_length=2, max_length=LIMITS["items"])]

    def _items(self) -> Iterator[tuple[KeyPath, Category, Item]]:
        for number, category in enumerate(self.categories):
            for index, item in enumerate(category.items):
                yield ("categories", number, "items", index), category, item

    def texts(self) -> Iterator[tuple[KeyPath, str]]:
        """The common texts, then the names of the categories and their items."""
        yield from super().texts()
        for number, category in enumerate(self.categories):
            yield ("categories", number, "name"), category.name
        for place, _, item in self._items():
            yield (*place, "text"), item.text
            if item.feedback is not None:
                yield (*place, "feedback"), item.feedback

    def check(self) -> Iterator[Fault[KeyPath]]:
        """Categories with the same name, and items that stand in two places."""
        names = (text_key(category.name) for category in self.categories)
        yield from said_twice("same_category", names, ("categories",), ("name",))
        for (place, *_), (_, first, _) in given_twice(self._items(), lambda found: text_key(found[2].text)):
            yield Fault("item_placed_twice", (*place, "text"), {"category": first.name})

    def rows(self) -> list[Row]:
        """The items, by their keys: an order that tells nothing about where they belong."""
        rows = [Row(item.text, category.name, item.feedback) for _, category, item in self._items()]
        return sorted(rows, key=lambda row: row.key)

    def options(self) -> list[Option]:
        """The categories, as the author wrote them."""
        return options_of(category.name for category in self.categories)

    def neutral(self) -> Form:
        """Rows with the group in which they belong."""
        couples = tuple(Couple(item.text, group.name, item.feedback) for _, group, item in self._items())
        return MatchForm(couples, by_option=True)

    @classmethod
    def keys_of(cls, form: Form) -> dict[str, object] | None:
        """Those of groups; an option that fits no row can't be one."""
        if not isinstance(form, MatchForm) or not form.by_option or form.spare:
            return None
        groups: dict[str, list[dict[str, str | None]]] = {}
        for one in form.couples:
            groups.setdefault(one.option, []).append({"text": one.row, "feedback": one.feedback})
        return {"categories": [{"name": name, "items": items} for name, items in groups.items()]}
