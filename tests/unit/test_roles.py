"""Steps for a role: how authors write them, what they are told of slips, and what readers without scripts get."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from markdown import Markdown
from support.advice import good_course, report_on
from support.faults import LESSON, faults_of, load_flawless
from support.roles import ACTIONS, BOX, ROLES, role_files
from support.trees import SETTINGS, lesson, write_tree

from leerpad.authoring.starters import lesson_starter
from leerpad.course.model.roles import ids_by_name
from leerpad.locales import load_locale
from leerpad.site.markdown.roles import mark_roles
from leerpad.site.plan.course_map import course_map
from leerpad.source.markdown_text import MarkdownText
from leerpad.source.role_steps import find_role_steps

if TYPE_CHECKING:
    from pathlib import Path

BOLD = "een vet woord met een dubbele punt zegt in dit vak voor welke rol de stap is, en “Let op” is er geen; schrijf een rol (Leidinggevende, Medewerker, HR business partner), of haal de dubbele punt weg als de stap voor iedereen is"


def box(*lines: str, kind: str = "!!! praktijk") -> str:
    return f"{kind}\n" + "".join(f"    {line}\n" for line in lines)


def rendered(body: str) -> str:
    """The HTML of a body, with its roles."""
    made = Markdown(extensions=["admonition", "pymdownx.details", "pymdownx.superfences"])
    root = {}

    class Mark:
        def run(self, tree: object) -> None:
            root["tree"] = tree
            mark_roles(tree, {"leidinggevende": "leider", "medewerker": "werker", "hr business partner": "hr"})

    made.treeprocessors.register(Mark(), "roles", -10)
    return made.convert(body)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (box("- **Leider:** doe."), [("Leider", True, True)]),
        (box("* __Leider__: doe.", kind="??? practice"), [("Leider", True, True)]),
        (box("1. **Leider** doe."), [("Leider", False, True)]),
        (box("**Leider:** doe."), [("Leider", True, False)]),
        (box("- Leider: doe."), [("Leider", True, False)]),
        (box("- *Leider:* doe."), [("Leider", True, False)]),
        (box("- ** Leider:** doe."), [("Leider", True, False)]),
        (box("- Vraag **Leider** om hulp."), []),
        (box("- **Leider:** doe.", kind="!!! voorbeeld"), []),
        (box("- Tekst") + "\n- **Leider:** buiten het vak.\n", []),
        (box("```", "- **Leider:** code", "```"), []),
        (box("<!-- - **Leider:** later -->"), []),
        ("    !!! praktijk\n        - **Leider:** code\n", []),
    ],
)
def test_a_step_begins_with_a_name_in_bold_in_a_practice_box(body: str, found: list[tuple[str, bool, bool]]) -> None:
    steps = find_role_steps(MarkdownText(body))
    assert [(step.name, step.has_colon, step.is_marked) for step in steps] == found


def test_only_a_list_with_roles_becomes_an_element_and_nothing_of_it_is_lost() -> None:
    html = rendered(BOX)
    assert html.count("<leerpad-roles>") == html.count("</leerpad-roles>") == 1
    assert [part.split('"')[0] for part in html.split('data-role="')[1:]] == ["leider", "werker", "hr"]
    assert html.index("Kies één stap.") < html.index("<leerpad-roles>") < html.index("Zet de dag in je agenda.")
    assert "<strong>Let op:</strong> buiten het vak" in html.split("</leerpad-roles>")[1]
    loose = rendered(box("- **Leidinggevende:** een.", "", "- **Medewerker:** twee."))
    assert loose.count("data-role=") == 2
    assert "leerpad-roles" not in rendered(box("- **Let op** iedereen.", "- Nog iets."))


def test_a_course_with_roles_has_no_faults_and_tells_the_browser_of_them(tmp_path: Path) -> None:
    made = load_flawless(write_tree(tmp_path, role_files()))
    assert faults_of(tmp_path, role_files()) == []
    roles = course_map(made, load_locale("nl"))["roles"]
    assert roles == [
        {"id": "leider", "name": "Leidinggevende"},
        {"id": "werker", "name": "Medewerker"},
        {"id": "hr", "name": "HR business partner"},
    ]
    assert ids_by_name(made.settings.roles)["hr business partner"] == "hr"


@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    [
        (LESSON, "__medewerker__:", "**Medewrker:**", f"{LESSON}:15:7  “Medewrker” is geen rol van dit leerpad; bedoel je “Medewerker”?"),
        (LESSON, "Zet de dag", "**Let op:** zet de dag", f"{LESSON}:17:7  {BOLD}"),
        (LESSON, "    Kies één stap.", "    **Leidinggevende:** kies.", f"{LESSON}:12:5  zo komt deze stap voor niemand bovenaan; begin de regel met een streepje, en dan de rol in vet: “- **Leidinggevende:** …”"),
        (LESSON, "__medewerker__:", "medewerker:", f"{LESSON}:15:7  zo komt deze stap voor niemand bovenaan; begin de regel met een streepje, en dan de rol in vet: “- **medewerker:** …”"),
        (LESSON, "__medewerker__:", "**Medewerker en HR:**", f"{LESSON}:15:7  “Medewerker en HR” is meer dan de rol “Medewerker”; schrijf een regel voor elke rol apart, zoals “- **Medewerker:** …”"),
        ("mkdocs.yml", "{id: werker, name: Medewerker}", "Medewerker", "mkdocs.yml:8:9  “Medewerker” is nog geen rol; schrijf de vaste naam en wat lezers zien, zoals {id: medewerker, name: Medewerker}"),
        (LESSON, "role: leider", "role: lieder", f"{LESSON}:5:53  “lieder” is geen rol van dit leerpad; bedoel je “leider”?"),
        (LESSON, "role: leider", "role: directie", f"{LESSON}:5:53  “directie” is geen rol van dit leerpad; kies uit: leider, werker, hr"),
        ("mkdocs.yml", "id: hr,", "id: none,", "mkdocs.yml:9:14  id “none” gebruikt de site zelf; kies een ander"),
        ("mkdocs.yml", "name: Medewerker", "name: leidinggevende", "mkdocs.yml:8:28  rol 1 heet ook “leidinggevende”; geef elke rol een eigen naam"),
        ("mkdocs.yml", "name: Medewerker", "name: 'Team: west'", "mkdocs.yml:8:28  “Team: west” kan geen naam van een rol zijn, want in een les staat hij vet voor een dubbele punt; schrijf hem zonder * _ en :"),
        ("mkdocs.yml", "id: werker", "id: leider", "mkdocs.yml:8:14  id “leider” bestaat al (mkdocs.yml:7); kies een ander"),
    ],
)  # fmt: skip
def test_a_slip_is_told_at_its_place(tmp_path: Path, path: str, old: str, new: str, told: str) -> None:
    files = role_files()
    text = str(files[path])
    assert old in text
    assert told in faults_of(tmp_path, files | {path: text.replace(old, new, 1)})


def test_a_course_without_roles_takes_bold_words_as_text_and_an_action_for_a_role_as_a_slip(tmp_path: Path) -> None:
    told = "dit leerpad heeft geen rollen, dus “{}” zegt niets; haal “role” weg, of zet de rollen in mkdocs.yml bij “roles”"
    assert faults_of(tmp_path / "none", role_files("")) == [
        f"{LESSON}:5:53  {told.format('leider')}",
        f"{LESSON}:6:47  {told.format('werker')}",
    ]
    damaged = faults_of(tmp_path / "damaged", role_files(ROLES + "    gatig: soms\n"))
    assert damaged == ["mkdocs.yml:10:5  onbekende sleutel “gatig”; bedoel je “gating”?"]


def test_advice_comes_for_a_role_that_finds_nothing_of_its_own(tmp_path: Path) -> None:
    settings = SETTINGS.replace("    gating: required\n", f"    gating: required\n{ROLES}")
    body = "Tekst.\n\n" + box("- **Medewerker:** doe dit.", kind='!!! praktijk "Doe"')
    report = report_on(tmp_path, {**good_course(), "mkdocs.yml": settings, LESSON: lesson("Les een", body)})
    told = "in dit vak staat geen stap voor “Leidinggevende”, “HR business partner”; wie die rol koos, vindt hier niets van zichzelf. Schrijf er een bij: “- **Leidinggevende:** …”"
    assert [load_locale("nl").diagnostic(found) for found in report] == [f"{LESSON}:8:7  advies role-left-out  {told}"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_new_lesson_begins_with_a_step_for_each_role_and_asks_to_write_over_it(tmp_path: Path, language: str) -> None:
    text = lesson_starter(
        load_locale(language), title="Nieuw", roles=["Leidinggevende", "Medewerker", "HR business partner"]
    )
    files = role_files() | {LESSON: text}
    files["mkdocs.yml"] = str(files["mkdocs.yml"]).replace("language: nl", f"language: {language}")
    made = load_flawless(write_tree(tmp_path, files))
    assert faults_of(tmp_path, files) == []
    assert [step.name for step in made.lessons["een-a"].role_steps] == [
        "Leidinggevende",
        "Medewerker",
        "HR business partner",
    ]
    last = len(text.rstrip().split("\n"))
    [told] = [
        one for one in report_on(tmp_path, files, language).advices if one.code == "starter-text" and one.path == LESSON
    ]
    assert dict(told.params)["lines"].endswith(f", {last - 2}, {last - 1}, {last}")


def test_actions_keep_their_role_as_written(tmp_path: Path) -> None:
    made = load_flawless(write_tree(tmp_path, role_files()))
    assert [action.role for action in made.lessons["een-a"].actions] == ["leider", "werker", None]
    assert ACTIONS.count("role:") == 2
