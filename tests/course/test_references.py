"""Terms and sources of this course, as its lessons use them."""

from __future__ import annotations

from support.faults import load_flawless
from support.trees import REPOSITORY
from unit.test_terms import Pages, marks

from leerpad.course.model.bibliography import lessons_by_source
from leerpad.course.model.glossary import lessons_by_term


def test_a_cited_source_of_the_course_is_a_known_one() -> None:
    loaded = load_flawless(REPOSITORY)
    assert set(lessons_by_source(loaded)) <= set(loaded.references)


def test_the_lessons_of_a_term_are_those_where_it_is_marked() -> None:
    loaded = load_flawless(REPOSITORY)
    ours = Pages(loaded)
    found = {lesson.id: {term for term, _ in marks(ours.render(lesson.body))} for lesson in loaded.lessons.values()}
    used = lessons_by_term(loaded)
    assert {term for terms in found.values() for term in terms} == set(used)
    for term, lessons in used.items():
        assert {one.id for one in lessons} == {name for name, terms in found.items() if term in terms}, term
