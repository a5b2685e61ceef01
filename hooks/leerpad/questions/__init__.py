"""The question types: one folder each, and one line in the registry below."""

from __future__ import annotations

from functools import reduce
from operator import or_
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from leerpad.questions.categorize.model import Categorize
from leerpad.questions.fill_in.model import FillIn
from leerpad.questions.matching.model import Matching
from leerpad.questions.multiple_choice.model import MultipleChoice
from leerpad.questions.numeric.model import Numeric
from leerpad.questions.ordering.model import Ordering
from leerpad.questions.reflection.model import Reflection
from leerpad.questions.scenario.model import Scenario
from leerpad.questions.single_choice.model import SingleChoice
from leerpad.questions.true_false.model import TrueFalse

if TYPE_CHECKING:
    from leerpad.questions.base import Question

TYPES: dict[str, type[Question]] = {
    "single_choice": SingleChoice,
    "multiple_choice": MultipleChoice,
    "true_false": TrueFalse,
    "ordering": Ordering,
    "matching": Matching,
    "categorize": Categorize,
    "fill_in": FillIn,
    "numeric": Numeric,
    "scenario": Scenario,
    "reflection": Reflection,
}
"""The registry: a new type is a new folder and its model here."""

if TYPE_CHECKING:
    AnyQuestion = Question
else:
    AnyQuestion = Annotated[reduce(or_, TYPES.values()), Field(discriminator="type")]
"""A question of any of these, which a quiz reads by its `type`; to the type checker it is what they have in common."""

NOTE = "reflection"
"""The type of a question that stands in a lesson by itself; its answer is kept in the learner's notes."""

STARTERS = {"practice": ("single_choice", "true_false"), "test": ("single_choice", "multiple_choice", "true_false")}
"""The types of the questions with which a new quiz begins, by its mode."""

FOLDER = Path(__file__).parent
