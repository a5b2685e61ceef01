"""What the records of directives and of learner's pages may use to make their HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leerpad.course.model.course import Course
    from leerpad.locales import Locale
    from leerpad.site.markdown.citations import Citations
    from leerpad.site.plan.version import Version
    from leerpad.site.render.context import TemplateContext
    from leerpad.site.render.deferred import DeferredParts
    from leerpad.site.render.quizzes import Quizzes
    from leerpad.site.render.reviews import ReviewScripts


@dataclass(frozen=True)
class Tools:
    """The parts of one build."""

    course: Course
    locale: Locale
    citations: Citations
    version: Version
    context: TemplateContext
    deferred: DeferredParts
    quizzes: Quizzes
    reviews: ReviewScripts
