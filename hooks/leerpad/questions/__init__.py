"""The question types: one folder each, and one line in the registry below."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field

from leerpad.questions.multiple_choice.model import MultipleChoice
from leerpad.questions.scenario.model import Scenario
from leerpad.questions.single_choice.model import SingleChoice
from leerpad.questions.true_false.model import TrueFalse

AnyQuestion = Annotated[SingleChoice | MultipleChoice | TrueFalse | Scenario, Field(discriminator="type")]
"""The registry: a new type is a new folder and its model here and in `TYPES`."""

TYPES = {
    "single_choice": SingleChoice,
    "multiple_choice": MultipleChoice,
    "true_false": TrueFalse,
    "scenario": Scenario,
}

FOLDER = Path(__file__).parent
