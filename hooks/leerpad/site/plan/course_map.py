"""What the browser knows of the course: the path, without a word of its lessons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.course.model.moves import earlier_ids
from leerpad.course.model.own_pages import OWN
from leerpad.site.plan.pages import lesson_url, level_url, own_url, test_url
from leerpad.source.limits import LIMITS

if TYPE_CHECKING:
    from leerpad.course.model.course import Course, Lesson, Level
    from leerpad.locales import Locale
    from leerpad.site.data import CourseFacts, CourseLesson, CourseLevel


def course_map(
    course: Course, locale: Locale, worker: str | None = None, shell: str | None = None
) -> dict[str, object]:
    """The path and its rules, as data. All URLs are relative to the root of the site.

    `worker` is the worker that keeps the site in the browser, if it may; `shell` the page around all others, in a
    package.
    """
    facts: CourseFacts = {
        "id": course.settings.course_id,
        "gating": course.settings.gating,
        "language": locale.tag,
        "levels": [_level(course, level) for level in course.levels],
    }
    if worker:
        facts["worker"] = worker
    if shell:
        facts["shell"] = shell
    if course.settings.roles:
        facts["roles"] = [{"id": role.id, "name": role.name} for role in course.settings.roles]
    own = {name: own_url(name, locale) for name, page in OWN.items() if not page.is_for_others}
    return {**facts, "limits": LIMITS, **own}


def _level(course: Course, level: Level) -> CourseLevel:
    quiz = course.quizzes[level.quiz].model
    shown: CourseLevel = {
        "id": level.id,
        "title": level.title,
        "url": level_url(level),
        "lessons": [_lesson(course, level, lesson) for lesson in level.lessons],
        "quiz": {"id": quiz.id, "title": quiz.title, "url": test_url(level), "pass_mark": course.pass_mark(quiz)},
    }
    if level.document.model.after is not None:
        shown["after"] = [before.id for before in course.befores(level)]
    if ids := sorted(name for name, one in course.levels_by_id.items() if one is level and name != level.id):
        shown["earlier"] = ids
    return shown


def _lesson(course: Course, level: Level, lesson: Lesson) -> CourseLesson:
    shown: CourseLesson = {"id": lesson.id, "title": lesson.title, "url": lesson_url(level, lesson)}
    if ids := earlier_ids(course, lesson):
        shown["earlier"] = ids
    return shown
