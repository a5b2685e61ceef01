"""What the build sends to the browser, as types: mypy holds the build to them, and `make types` the browser.

Each class here becomes an interface of the same name in `client/data.d.ts`, with what its docstring says.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict


class CourseLesson(TypedDict):
    """A lesson of the path. `earlier` are ids that it had before."""

    id: str
    title: str
    url: str
    earlier: NotRequired[list[str]]


class CourseQuiz(TypedDict):
    """The test of a level. `pass_mark` is the share of the points to reach, from 0 to 1."""

    id: str
    title: str
    url: str
    pass_mark: float


class CourseLevel(TypedDict):
    """A level of the path. `after` are the levels right before it, where that isn't the one before it in the list.

    `earlier` are ids that it had before.
    """

    id: str
    title: str
    url: str
    after: NotRequired[list[str]]
    earlier: NotRequired[list[str]]
    lessons: list[CourseLesson]
    quiz: CourseQuiz


class CourseRole(TypedDict):
    """A role that a learner may have."""

    id: str
    name: str


class CourseFacts(TypedDict):
    """The path and its rules, and the roles that learners have, if lessons tell them apart.

    `worker` keeps the site in the browser, if it may; in a package, `shell` is the page around all others.
    """

    id: str
    gating: Literal["required", "advised", "off"]
    language: str
    worker: NotRequired[str]
    shell: NotRequired[str]
    roles: NotRequired[list[CourseRole]]
    levels: list[CourseLevel]


class QuizData(TypedDict):
    """A quiz without its questions. `trial`: an example in the author's guide, nothing of it is kept.

    `recall` is how many questions of levels before a test asks too, `recall_counts` whether their points count. `view`
    is what the author chose: one question at a time, or all. Without it, the device and how many there are decide.
    """

    id: str
    mode: Literal["practice", "test"]
    pass_mark: float | None
    draw: int | None
    shuffle: bool
    level: str | None
    trial: NotRequired[bool]
    view: NotRequired[Literal["one", "all"]]
    recall: NotRequired[int]
    recall_counts: NotRequired[bool]


class ReviewSource(TypedDict):
    """Questions that come back once this lesson is done; those of a test have none, and come back once it is passed.

    `scripts` hold the questions, as many in each but the last; they are told to a page that asks them.
    """

    quiz: str
    questions: list[str]
    lesson: NotRequired[str]
    scripts: NotRequired[list[str]]


class ReviewLevel(TypedDict):
    """A level with the questions that come back."""

    id: str
    sources: list[ReviewSource]


class ReviewData(TypedDict):
    """After how many days questions come back, and which."""

    days: list[int]
    levels: list[ReviewLevel]


class ScanDimension(TypedDict):
    """A dimension; `min` is how many statements must be answered, `stage` the colour of its level."""

    id: str
    title: str
    min: int
    stage: int | None


class SharedDimension(TypedDict):
    """A dimension as a result file tells it; `min` is how many statements must be answered."""

    id: str
    title: str
    min: int


class ScanPart(TypedDict):
    """A part of the profiles; of one with `several`, all that hold are told."""

    title: str
    several: bool


# Keys that are words of Python can stand in no class.
ScanBand = TypedDict("ScanBand", {"title": str, "from": float})
ScanAlert = TypedDict("ScanAlert", {"statement": str, "from": int})
HoldsNot = TypedDict("HoldsNot", {"not": "ScanCondition"})


class AllHold(TypedDict):
    """All of these hold."""

    all: list[ScanCondition]


class AnyHolds(TypedDict):
    """One of these holds, or more."""

    any: list[ScanCondition]


class IsSame(TypedDict):
    """Whether all statements got the same answer."""

    same: bool


class IsInBand(TypedDict):
    """The mean of a dimension lies in one of these bands."""

    dimension: int
    bands: list[int]


ScanCondition = AllHold | AnyHolds | HoldsNot | IsSame | IsInBand


class ScanStatement(TypedDict):
    """A statement; `dimension` is the place of the one it counts for, if any."""

    id: str
    dimension: int | None
    reverse: bool


class SharedScan(TypedDict):
    """What the browser needs of a scan to make a result file of its answers."""

    id: str
    title: str
    scale: list[str]
    dimensions: list[SharedDimension]
    statements: list[ScanStatement]


class TeamBand(TypedDict):
    """A band of a scan; `from_percent` is where it begins, as a part of the scale."""

    title: str
    from_percent: float


class TeamDimension(TypedDict):
    """A dimension of a scan, and the level that is about it."""

    id: str
    title: str
    level: str | None


class TeamScan(TypedDict):
    """A scan as the picture of a team shows it."""

    id: str
    title: str
    bands: list[TeamBand]
    dimensions: list[TeamDimension]


class TeamQuestion(TypedDict):
    """A question as the course asks it now, and the lesson it is about."""

    quiz: str
    id: str
    revision: str
    prompt: str
    lesson: str | None


class TeamData(TypedDict):
    """What the picture of a team is made of besides files. No group of fewer than `least` is shown."""

    least: int
    scans: list[TeamScan]
    questions: list[TeamQuestion]


class ScanProfile(TypedDict):
    """What is told of an outcome; `part` is the place of its part, none for a profile that is told alone."""

    id: str
    title: str
    level: str | None
    part: int | None
    when: ScanCondition


class ScanData(TypedDict):
    """What the browser needs to score a scan, and to know which profiles an outcome is told.

    `history`: a scan that is begun anew is kept with its date.
    """

    id: str
    history: bool
    scale: list[str]
    dimensions: list[ScanDimension]
    bands: list[ScanBand]
    statements: list[ScanStatement]
    alerts: list[ScanAlert]
    parts: list[ScanPart]
    profiles: list[ScanProfile]
