"""The page with the picture of a team: from how many people on, where it is left out, what it knows of the course."""

from __future__ import annotations

import pytest
from pydantic import ValidationError
from support.faults import faults_of
from support.scans import scan_course
from support.trees import SETTINGS, write_tree

from leerpad.course.load.course import Roots, load_course
from leerpad.course.model.files import Settings
from leerpad.course.model.own_pages import own_pages
from leerpad.locales import load_locale
from leerpad.site.plan.team import LONGEST, team_data, with_prompts
from leerpad.source.diagnostics import Report


def settings(**keys: object) -> Settings:
    return Settings.model_validate({"course_id": "proefpad", **keys})


def test_a_course_says_from_how_many_people_on() -> None:
    assert settings().team_picture == 8
    assert [settings(team_picture=value).team_picture for value in ("5", 12, "true")] == [5, 12, 8]
    for value in (4, "0", -8, 101, "acht", "8.5", "٨", [8]):
        with pytest.raises(ValidationError):
            settings(team_picture=value)


def test_there_is_no_page_without_the_picture_or_without_files() -> None:
    assert own_pages(settings())[-1] == "team"
    assert "team" not in own_pages(settings(team_picture="false"))
    assert "team" not in own_pages(settings(share_results="false"))


def test_too_small_a_group_is_refused_at_its_line(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = SETTINGS.replace("    pass_mark: 60%\n", "    team_picture: 4\n")
    [fault] = faults_of(tmp_path_factory.mktemp("small"), {**scan_course(), "mkdocs.yml": text})
    words = load_locale("nl").words["fault.greater_than_equal"].format(key="team_picture", value="4", limit="5")
    assert fault == f"mkdocs.yml:6:19  {words}"


def test_the_page_knows_the_scans_and_each_scored_question(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = write_tree(tmp_path_factory.mktemp("course"), {**scan_course()})
    course = load_course(Roots(folder, folder / "docs", folder / "mkdocs.yml"), Report())
    data = team_data(course)
    assert data["least"] == 8
    assert [(band["title"], band["from_percent"]) for band in data["scans"][0]["bands"]] == [
        ("laag", 0),
        ("midden", 37.5),
        ("hoog", 62.5),
    ]
    asked = [(one["quiz"], one["id"]) for one in data["questions"]]
    assert asked[:2] == [("toets-een", "een-1"), ("toets-een", "een-2")]
    assert len(asked) == len(set(asked)) == 15
    told = with_prompts(data, lambda quiz, prompt: f"{quiz}\n  {prompt}" + " lang" * LONGEST)
    assert told["questions"][0]["prompt"].startswith("toets-een Wat kies je bij een-1? lang lang")
    assert told["questions"][0]["prompt"].endswith("lang …")
    assert LONGEST - 5 <= len(told["questions"][0]["prompt"]) <= LONGEST
