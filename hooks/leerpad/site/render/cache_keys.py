"""Keys of the cache of rendered HTML: hashes of everything that the HTML depends on.

The keys cover more than most pages need. A key that covers too much costs time; one that covers too little gives a
wrong page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leerpad.course.model.bibliography import BIBLIOGRAPHY
from leerpad.course.model.glossary import GLOSSARY
from leerpad.site.plan.pages import page_url_with, site_urls
from leerpad.source.memory import digest

if TYPE_CHECKING:
    from leerpad.course.load.markdown import Extensions, ExtensionSettings
    from leerpad.course.model.course import Course
    from leerpad.locales import Locale


@dataclass(frozen=True)
class CacheKeys:
    """Three hashes, each of which includes the one before it.

    `words` covers the templates and the language; `texts` also what a Markdown text can turn into (extensions,
    addresses, sources); `path` also what pages say of each other: all but the bodies of lessons and the questions.
    """

    words: str
    texts: str
    path: str


def make_cache_keys(
    course: Course,
    locale: Locale,
    engine: str,
    site: tuple[str, str],
    extensions: Extensions,
    configs: ExtensionSettings,
) -> CacheKeys:
    """The keys of a course without faults, of the engine's own files, and of the host's settings for Markdown.

    `site` is its name and its logo.
    """
    words = _name(engine, locale.language, site)
    sources = course.digests.get(BIBLIOGRAPHY), page_url_with(course, "sources")
    texts = _name(words, list(extensions), dict(configs), sorted(site_urls(course).items()), sources)
    terms = course.digests.get(GLOSSARY), page_url_with(course, "terms")
    levels = [(level.document.path, level.document.model, level.sign) for level in course.levels]
    pages = [(page.path, page.id, page.outline) for page in course.level_pages]
    minutes = [course.lesson_minutes(lesson) for lesson in course.lessons.values()]
    return CacheKeys(words, texts, _name(texts, course.settings, terms, levels, pages, minutes, _heads(course)))


def _heads(course: Course) -> list[object]:
    """What other pages say of quizzes and scans."""
    quizzes = [(quiz.path, quiz.model) for quiz in course.quizzes.values()]
    heads = [
        (path, one.id, one.title, one.mode, one.pass_mark, one.draw, one.recall, len(one.questions))
        for path, one in quizzes
    ]
    return [*heads, *((scan.path, scan.model.id, scan.model.title) for scan in course.scans.values())]


def _name(*parts: object) -> str:
    return digest(repr(parts))
