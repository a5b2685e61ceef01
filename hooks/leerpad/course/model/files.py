"""The files of a course, as authors write them."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from leerpad.course.model.badges import Badges
from leerpad.course.model.colors import DarkColor, LightColor
from leerpad.course.model.heading_font import OURS, HeadingFontSetting
from leerpad.course.model.packages import Packages
from leerpad.course.model.page import Headed
from leerpad.course.model.reviews import Reviews, ReviewSetting
from leerpad.course.model.roles import Role
from leerpad.course.model.team import USUAL, TeamPicture
from leerpad.questions import AnyQuestion
from leerpad.source.day import Day
from leerpad.source.shape import Count, Flag, Id, KeyPath, Percentage, Shaped, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

Gating = Literal["required", "advised", "off"]
DEFAULT_PASS_MARK = 0.7


def _origin(value: object) -> object:
    # It ends up in the settings of servers, so nothing in it may end a value there.
    if not re.fullmatch(r"https?://(\*\.)?[A-Za-z0-9.-]+(:\d{1,5})?", str(value)):
        raise PydanticCustomError("not_an_origin", "the address of a server without anything behind it")
    return value


Origin = Annotated[str, BeforeValidator(_origin)]
"""The address of a server, such as `https://intranet.example.com`; `*.` stands for any name before it."""


class Settings(Shaped):
    """The part `extra.leerpad` of mkdocs.yml."""

    course_id: Id
    gating: Gating = "required"
    pass_mark: Percentage = DEFAULT_PASS_MARK
    version: Text | None = None
    framed_by: tuple[Origin, ...] = ()
    offline: Flag = True
    files: tuple[Text, ...] = ()
    guide: Flag = False
    handouts: Flag = True
    owner: Text | None = None
    review_by: Day | None = None
    shared_navigation: Flag = True
    intentions: Flag = True
    calendar: Flag = True
    manager_card: Flag = True
    share_results: Flag = True
    badges: Badges | None = None
    team_picture: TeamPicture = USUAL
    scan_history: Flag = True
    color: LightColor | None = None
    color_dark: DarkColor | None = None
    heading_font: HeadingFontSetting = OURS
    packages: Packages = Packages()
    reviews: ReviewSetting = Reviews()
    recall_counts: Flag = False
    roles: tuple[Role, ...] = ()


UNREAD_SETTINGS = Settings(course_id="unread")
"""Those of a course whose own have faults."""


class LevelFile(Shaped):
    """A `level.yml`."""

    id: Id
    title: Text
    summary: Text
    goals: tuple[Text, ...] = ()
    after: tuple[Id, ...] | None = None
    quiz: Id
    sign: Text | None = None
    owner: Text | None = None
    review_by: Day | None = None
    moved_from: tuple[Id, ...] = ()


class Action(Shaped):
    """Something to do after a lesson, for the action plan. `cues` are occasions at which it could be done.

    It is for everybody, or for a `role`.
    """

    id: Id
    text: Text
    role: Id | None = None
    cues: Annotated[tuple[Text, ...], Field(alias="if")] = ()


class LessonFile(Headed):
    """The front matter of a lesson."""

    id: Id | None = None
    goals: tuple[Text, ...] = ()
    minutes: Count | None = None
    owner: Text | None = None
    review_by: Day | None = None
    moved_from: tuple[Text, ...] = ()
    sources: tuple[Id, ...] = ()
    terms: Flag = True
    actions: tuple[Action, ...] = ()


class Band(Shaped):
    """What to say from a score upward."""

    from_: Annotated[Percentage, Field(alias="from")]
    text: Text


class QuizFile(Shaped):
    """A quiz: a file in `quizzes/`."""

    id: Id
    kind: Literal["quiz"] = "quiz"
    title: Text
    intro: Text | None = None
    mode: Literal["practice", "test"] = "practice"
    pass_mark: Percentage | None = None
    draw: Count | None = None
    recall: Count | None = None
    shuffle: Flag = False
    view: Literal["one", "all"] | None = None
    bands: tuple[Band, ...] = ()
    questions: Annotated[list[AnyQuestion], Field(min_length=1)]

    @cached_property
    def words(self) -> int:
        """How many words its questions have, those of the reasons too."""
        return sum(len(text.split()) for question in self.questions for _, text in question.texts())

    def texts(self) -> Iterator[tuple[KeyPath, str]]:
        """Every Markdown text of the quiz, with its place."""
        if self.intro is not None:
            yield ("intro",), self.intro
        for index, band in enumerate(self.bands):
            yield ("bands", index, "text"), band.text
        for index, question in enumerate(self.questions):
            for place, text in question.texts():
                yield ("questions", index, *place), text

    def files(self) -> Iterator[tuple[KeyPath, str]]:
        """Every file that a key of a question names, with its place."""
        for index, question in enumerate(self.questions):
            for place, target in question.files():
                yield ("questions", index, *place), target
