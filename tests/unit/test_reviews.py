"""Which questions come back, and in what they travel: as the build makes it, without a browser."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from support.builds import build_of
from support.faults import faults_of
from support.trees import SETTINGS, course, lesson, quiz, rich_course

from leerpad.course.load.one_level import one_level
from leerpad.course.model.reviews import Reviews
from leerpad.deploy.lms.facts import questions_asked
from leerpad.deploy.lms.room import core_letters
from leerpad.locales import load_locale
from leerpad.results.statistics import Analysis, Given
from leerpad.site.mount import Mount
from leerpad.site.plan.reviews import review_data

if TYPE_CHECKING:
    from pathlib import Path

    from leerpad.site.build import Build

NOTE = "  - {id: denk, type: reflection, prompt: Wat denk je?}\n"


def with_reviews(said: str) -> str:
    return SETTINGS.replace("    gating: required\n", f"    gating: required\n    reviews: {said}\n")


def mounted(build: Build) -> dict[str, str | bytes]:
    return {file.url: file.content for file in Mount(build).files()}


def questions_in(content: str | bytes) -> dict[str, list[str]]:
    """What a script of reviews holds."""
    assert isinstance(content, bytes)
    match = re.fullmatch(
        r"\(window\.LeerpadReviews\?\?=\{\}\)\[document\.currentScript\.src\]=(.*);\n", content.decode()
    )
    assert match is not None
    found: dict[str, list[str]] = json.loads(match[1])
    return found


def held_by(build: Build, *source: str) -> dict[str, list[str]]:
    """The questions of a level and a quiz, in whichever scripts they are."""
    level, quiz = source
    scripts = dict(build.renderer.reviews.made())[level, quiz]
    return {name: parts for script in scripts for name, parts in questions_in(script.content).items()}


def test_a_level_brings_back_its_checks_and_its_test_each_question_once(tmp_path: Path) -> None:
    files = rich_course()
    files["modules/0-een/02-een-b.md"] = lesson("Les een B", "Nog eens.\n\n<!-- quiz: check -->\n")
    files["quizzes/check.yml"] += NOTE  # of what has no right answer, nobody can say that it stays
    build = build_of(tmp_path, files)
    [first, *others] = review_data(build.course)["levels"]
    checks = ["check-een", "check-meer", "check-waar"]
    assert first["sources"] == [
        {"quiz": "check", "questions": checks, "lesson": "een-a"},
        {"quiz": "toets-een", "questions": [f"een-{number}" for number in range(1, 6)]},
    ]
    assert [level["id"] for level in others] == ["twee", "drie"]
    scripts = {url: list(questions_in(content)) for url, content in mounted(build).items() if "/reviews-" in url}
    assert {re.sub(r"\.[0-9a-f]{10}\.", ".", url.rpartition("/")[2]): ids for url, ids in scripts.items()} == {
        "reviews-een-1.js": checks,
        "reviews-een-2.js": [f"een-{number}" for number in range(1, 6)],
        "reviews-twee-1.js": [f"twee-{number}" for number in range(1, 5)],  # eight questions, in two halves
        "reviews-twee-2.js": ["twee-5", "twee-6", "twee-7", "twee-vast"],
        "reviews-drie-1.js": [f"drie-{number}" for number in range(1, 6)],
    }
    told = [source["scripts"] for level in build.renderer.reviews.data["levels"] for source in level["sources"]]
    assert [url for urls in told for url in urls] == list(scripts)


def test_a_question_by_itself_is_asked_as_in_its_quiz_and_leads_to_its_lesson(tmp_path: Path) -> None:
    build = build_of(tmp_path, rich_course())
    held = held_by(build, "een", "check")
    in_lesson = build.renderer.quizzes.quiz("check", "een/een-a.html", ())
    for asks, explains in held.values():
        assert asks.startswith('<li class="lp-question"')
        assert explains.startswith("<li data-answers")
    asked, _ = held["check-waar"]
    assert asked.replace("Vraag 1", "Vraag 3") in in_lesson
    # One names a lesson; of the others, it is the one where the check stands. The page of reviews is at the root.
    assert 'href="een/een-b.html">Les een B<' in held["check-een"][1]
    assert 'href="een/een-a.html">Les een A<' in held["check-meer"][1]


def test_a_link_in_a_question_leads_on_from_the_page_where_it_stands(tmp_path: Path) -> None:
    files = rich_course()
    linked = "prompt: 'Zie [les B](../modules/0-een/02-een-b.md). Welke zijn goed?'"
    files["quizzes/check.yml"] = files["quizzes/check.yml"].replace("prompt: Welke zijn goed?", linked)
    reason = "feedback: 'Lees [les B](../modules/0-een/02-een-b.md).'"
    files["quizzes/check.yml"] = files["quizzes/check.yml"].replace("feedback: Reden van A.", reason)
    build = build_of(tmp_path, files)
    by_itself = "".join(held_by(build, "een", "check")["check-meer"])
    in_lesson = build.renderer.quizzes.quiz("check", "een/een-a.html", ())
    assert (by_itself.count('href="een/een-b.html"'), in_lesson.count('href="een-b.html">les B')) == (3, 3)


def test_a_script_has_another_name_once_a_question_says_something_else(tmp_path: Path) -> None:
    before = dict(build_of(tmp_path, rich_course()).renderer.reviews.made())
    files = rich_course()
    files["quizzes/check.yml"] = files["quizzes/check.yml"].replace("Klopt dit?", "Klopt dit nog?")
    after = dict(build_of(tmp_path, files).renderer.reviews.made())
    assert [source for source in before if before[source] != after[source]] == [("een", "check")]


@pytest.mark.parametrize("off", ["false", "{days: []}"])
def test_reviews_are_off_with_one_setting(off: str, tmp_path: Path) -> None:
    files = course() | {
        "mkdocs.yml": with_reviews(off) + "nav: [index.md, {Van mij: [leerpad:reviews, leerpad:plan]}]\n"
    }
    build = build_of(tmp_path, files)
    urls = mounted(build)
    assert "herhalen.html" not in urls
    assert not [url for url in urls if "/reviews-" in url]
    assert Mount(build).navigation(["index.md", {"Herhalen": "leerpad:reviews"}]) == ["index.md", {}]
    assert "reviews" not in build.plan.own
    counted = re.findall(r'data-count="(\w+)"', build.renderer.page(build.plan.own["progress"]).header)
    assert counted == ["plan", "notes", "certificate"]


def test_a_link_to_the_page_of_reviews_is_a_fault_where_they_are_off(tmp_path: Path) -> None:
    home = {"docs/index.md": "# Welkom\n\n<!-- path -->\n\n[Herhaal](herhalen.md)\n"}
    assert faults_of(tmp_path / "on", {**course(), **home}) == []
    off: dict[str, str | bytes] = {**course(), **home, "mkdocs.yml": with_reviews("false")}
    [fault] = faults_of(tmp_path / "off", off)
    assert fault.startswith("docs/index.md:5:")


@pytest.mark.parametrize(
    "said", ["[1, 7, 7]", "[1, 2]", "[7, 1]", "[0, 3]", "[1, 1000]", "[1, 3, 5, 7, 9, 11, 13, 15, 17]"]
)
def test_days_that_do_not_rise_are_refused_with_an_example(said: str, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {**course(), "mkdocs.yml": with_reviews(f"{{days: {said}}}")}
    [fault] = faults_of(tmp_path, files)
    place, _, words = fault.partition("  ")
    assert re.fullmatch(r"mkdocs\.yml:\d+:\d+", place)
    code = "expected_review_days"
    assert words == load_locale("nl").words[f"fault.{code}"].format(key="days")
    assert words.endswith("schrijf bijvoorbeeld days: [1, 7, 21, 60]")


def test_the_days_of_the_example_in_that_fault_are_good() -> None:
    assert Reviews.model_validate({"days": [1, 7, 21, 60]}) == Reviews()


def with_recall(recall: str = "recall: 3") -> dict[str, str]:
    files = rich_course()
    test = files["quizzes/1-twee/toets.yml"]
    return files | {"quizzes/1-twee/toets.yml": test.replace("draw: 4\n", f"draw: 4\n{recall}\n")}


def test_a_test_that_asks_what_came_before_knows_the_scripts_of_those_levels(tmp_path: Path) -> None:
    files = with_recall() | {"mkdocs.yml": with_reviews("false")}  # without reviews too
    build = build_of(tmp_path, files)
    pages = {page.url: page for page in build.plan.pages}

    def scripts_of(url: str) -> list[str]:
        shown = build.renderer.page(pages[url])
        html = build.renderer.deferred.finish(shown.header, url)
        assert 'src="../assets/leerpad/reviews-' not in html  # it waits for none of them
        return re.findall(r"assets/leerpad/reviews-([\w-]+)\.\w+\.js", html)

    assert scripts_of("twee/toets-twee.html") == ["een-1", "een-2"]
    assert scripts_of("drie/toets-drie.html") == []


def test_a_learning_system_keeps_the_questions_of_before_too(tmp_path: Path) -> None:
    course = build_of(tmp_path, with_recall()).course
    kept = questions_asked(course, course.quizzes["toets-twee"].model)
    assert kept[:8] == [question.id for question in course.quizzes["toets-twee"].model.questions]
    assert set(kept[8:]) == {"check-een", "check-meer", "check-waar", *(f"een-{number}" for number in range(1, 6))}
    assert questions_asked(course, course.quizzes["toets-drie"].model) == [f"drie-{number}" for number in range(1, 6)]


def test_a_package_of_one_level_asks_nothing_of_levels_that_it_has_not(tmp_path: Path) -> None:
    alone = one_level(build_of(tmp_path, with_recall()).course, "twee")
    test = alone.quizzes["toets-twee"].model
    assert questions_asked(alone, test) == [question.id for question in test.questions]


def test_an_answer_to_a_question_of_before_counts_in_no_figures_of_the_test() -> None:
    analysis = Analysis(homes={"een-1": "toets-een", "twee-1": "toets-twee", "twee-2": "toets-twee"})
    answers = [Given(name, "r", points, 1) for name, points in {"een-1": 0, "twee-1": 1, "twee-2": 1}.items()]
    analysis.add_attempt("toets-twee", answers)
    assert {question for _, question, _ in analysis.sums} == {"twee-1", "twee-2"}
    assert [one.rest.mean_y for one in analysis.sums.values()] == [1, 1]


def test_points_of_before_that_count_have_room_in_what_a_learning_system_keeps(tmp_path: Path) -> None:
    files = with_recall()
    files["quizzes/check.yml"] = files["quizzes/check.yml"].replace("points: 2", "points: 99.5")
    counted = SETTINGS.replace("    gating: required\n", "    gating: required\n    recall_counts: true\n")
    letters = [
        core_letters(build_of(tmp_path / name, files | {"mkdocs.yml": settings}).course)
        for name, settings in {"apart": SETTINGS, "counted": counted}.items()
    ]
    assert letters[1] > letters[0]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("quizzes/check.yml", "recall hoort bij een toets; haal hem weg, of zet “mode: test”"),
        (
            "quizzes/0-een/toets.yml",
            "voor deze toets komt geen ander niveau, dus is er niets om opnieuw te vragen; haal recall weg",
        ),
    ],
)
def test_recall_where_nothing_can_be_recalled_is_a_fault(path: str, said: str, tmp_path: Path) -> None:
    files = rich_course()
    files[path] = files[path].replace("questions:\n", "recall: 2\nquestions:\n")
    line = files[path].splitlines().index("recall: 2") + 1
    assert faults_of(tmp_path, {**files}) == [f"{path}:{line}:1  {said}"]


def test_a_course_with_checks_alone_in_its_pages_brings_back_only_tests(tmp_path: Path) -> None:
    files = course() | {"docs/index.md": "# Welkom\n\n<!-- path -->\n\n<!-- quiz: check -->\n"}
    files["quizzes/check.yml"] = quiz("check", "  - {id: c, type: true_false, prompt: Zo?, correct: true}\n", keys="")
    data: Any = review_data(build_of(tmp_path, files).course)
    assert {source["quiz"] for level in data["levels"] for source in level["sources"]} == {
        f"toets-{level}" for level in ("een", "twee", "drie")
    }
