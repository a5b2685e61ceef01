"""Cards and sessions for a team: read, checked, planned, linked, and left out with one setting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from support.advice import Case as Advice
from support.advice import good_course, report_on, short, try_case
from support.faults import Case, changed, checked, faults_of
from support.handouts import CARD, CARD_TEXT, SESSION, SESSION_TEXT, handouts_course
from support.trees import SETTINGS, level, write_tree

import cli
from leerpad.course.load.one_level import one_level
from leerpad.course.model.handouts import HANDOUT_KINDS, HandoutKind
from leerpad.course.model.moves import moves
from leerpad.course.model.upkeep import all_kept
from leerpad.locales import load_locale
from leerpad.site.assets.split import ROOTS
from leerpad.site.build import Build, Host, make_build
from leerpad.site.plan.navigation import navigation
from leerpad.source.diagnostics import Report
from leerpad.source.memory import NoMemory

if TYPE_CHECKING:
    from pathlib import Path

    from leerpad.course.model.course import Course

LEVEL = "modules/0-een/level.yml"


def read(folder: Path, files: dict[str, str | bytes]) -> Course:
    """The course of these files, in which nothing may be wrong."""
    course, report = checked(write_tree(folder, files))
    assert [load_locale("nl").diagnostic(found) for found in report] == []
    return course


def built(course: Course, folder: Path) -> Build:
    host = Host("Proefpad", ["admonition", "pymdownx.superfences"], {})
    return make_build(course.without_guide(), Report(), load_locale("nl"), host, folder, NoMemory())


def test_a_card_and_a_session_are_read_with_their_steps(tmp_path: Path) -> None:
    course = read(tmp_path, handouts_course())
    card, session = course.handouts["kaart-vragen"], course.handouts["sessie-terugkijken"]
    assert [handout.kind for one in course.levels for handout in one.handouts] == ["card", "session"]
    assert (card.title, card.step_minutes) == ("Drie <vragen> & een antwoord", [])
    assert [(step.title, step.minutes) for step in session.steps] == [("Welkom", 2), ("Kies iets", 12), ("Slot", 1)]
    assert list(course.lessons) == ["een-a", "een-b", "twee-a", "twee-b", "drie-a", "drie-b"]


def test_those_of_a_level_stand_by_kind_then_by_name(tmp_path: Path) -> None:
    more = {f"modules/0-een/{name}.md": SESSION_TEXT for name in ("b-sessie", "a-sessie")}
    course = read(tmp_path, {**handouts_course(), **more, "modules/0-een/z-kaart.md": CARD_TEXT})
    names = [handout.id for handout in course.levels[0].handouts]
    assert names == ["kaart-vragen", "z-kaart", "a-sessie", "b-sessie"]


CASES = [
    Case("no kind", "modules/0-een/vragen.md", "---\ntitle: A\nsummary: B\n---\nTekst\n", ["modules/0-een/vragen.md:1:1  een les heeft een nummer voor de naam, zoals 01-eerste-les.md; hernoem het bestand, zet er een _ voor als het een kladversie is, of schrijf er “kind:” in als het een pagina voor een team is (card, session)"]),
    Case("a kind that there isn't", CARD, CARD_TEXT.replace("card", "cart"), [f"{CARD}:2:7  “cart” is geen soort pagina; bedoel je “card”?"]),
    Case("a kind that is like no other", CARD, CARD_TEXT.replace("card", "folder"), [f"{CARD}:2:7  “folder” is geen soort pagina; mogelijk zijn: card, session"]),
    Case("a list of kinds", CARD, CARD_TEXT.replace("kind: card", "kind: [card]"), [f"{CARD}:2:7  “kind” moet een tekst zijn"]),
    Case("no kind said", CARD, CARD_TEXT.replace("kind: card", "kind:"), [f"{CARD}:2:6  “kind” is leeg; vul een waarde in of haal de sleutel weg"]),
    Case("a number", "modules/0-een/03-kaart.md", CARD_TEXT.replace("een-a, drie-b", "een-a"), ["modules/0-een/03-kaart.md:2:1  met “kind” is dit een pagina voor een team, en die heeft geen nummer voor de naam; hernoem het bestand naar kaart.md, of haal “kind” weg als het een les is"]),
    Case("a quiz", CARD, f"{CARD_TEXT}\n<!-- quiz: check -->\n", [f"{CARD}:13:1  de opdracht “quiz” werkt niet op een kaart of in een sessie, want die zijn om te printen; haal hem weg, of zet hem in een les"]),
    Case("no text", CARD, CARD_TEXT.split("## Stel")[0], [f"{CARD}:1:1  deze pagina heeft geen tekst; schrijf die onder de tweede “---”"]),
    Case("no steps", SESSION, SESSION_TEXT.split("\n## Welkom")[0] + "\n", [f"{SESSION}:7:1  een pagina van de soort “session” bestaat uit stappen; begin elke stap met een kop zoals “## Welkom (3 min)”"]),
    Case("a step without minutes, and one of none", SESSION, SESSION_TEXT.replace(" (2 min)", "").replace("(1 min)", "(0 min)"), [f"{SESSION}:9:1  bij de stap “Welkom” ontbreekt hoe lang hij duurt; zet achter de kop het aantal minuten, zoals (8 min)", f"{SESSION}:25:1  bij de stap “Slot (0 min)” ontbreekt hoe lang hij duurt; zet achter de kop het aantal minuten, zoals (8 min)"]),
    Case("a lesson that there isn't", CARD, CARD_TEXT.replace("drie-b", "drie-c"), [f"{CARD}:5:18  er is geen les met id “drie-c”; bedoel je “drie-b”?"]),
    Case("the id of a lesson", CARD, CARD_TEXT.replace("kind: card", "kind: card\nid: een-a"), [f"{CARD}:3:5  id “een-a” bestaat al (modules/0-een/01-een-a.md:2); kies een ander"]),
    Case("a name that makes no id", "modules/0-een/Mijn kaart.md", CARD_TEXT, ["modules/0-een/Mijn kaart.md:1:1  van “Mijn kaart” kan geen id worden gemaakt; gebruik kleine letters, cijfers en streepjes in de bestandsnaam, of zet een id in de kop"]),
    Case("an old address that another page has", CARD, CARD_TEXT.replace("kind: card", "kind: card\nmoved_from: [een/een-b]"), [f"{CARD}:3:14  op adres “een/een-b” staat nu modules/0-een/02-een-b.md; wie daarheen gaat, kan niet worden doorgestuurd. Haal het adres hier weg, of geef die pagina een ander id"]),
    Case("a link to nothing", CARD, f"{CARD_TEXT}\nZie [dit](nergens.md).\n", [f"{CARD}:13:11  de link “nergens.md” wijst naar een bestand dat er niet is; bedoel je 02-een-b.md?"]),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_fault_is_told_at_its_place(case: Case, tmp_path: Path) -> None:
    assert faults_of(tmp_path, changed(handouts_course(), case)) == case.expected


def test_in_the_menu_they_are_a_group_of_their_level(tmp_path: Path) -> None:
    build = built(read(tmp_path, handouts_course()), tmp_path)
    first, second, third = (next(iter(entry.values())) for entry in navigation(["leerpad:levels"], build.plan))
    assert first[-1] == {"Kaarten en sessies": [CARD]}
    assert third[-1] == {"Kaarten en sessies": [SESSION]}
    assert all(isinstance(entry, str) for entry in second)
    page = build.plan.by_uri[SESSION]
    assert (page.url, page.element) == ("drie/sessie-terugkijken.html", "session")


def test_a_handout_goes_along_in_owners_and_old_addresses(tmp_path: Path) -> None:
    files = handouts_course()
    files[CARD] = CARD_TEXT.replace("kind: card", "kind: card\nowner: Noor\nmoved_from: [twee/kaart]")
    files[LEVEL] = level("een", "Eerste") + "moved_from: [begin]\n"
    course = read(tmp_path, files)
    assert {kept.title: kept.upkeep.owner for kept in all_kept(course)}["Drie <vragen> & een antwoord"] == "Noor"
    led = {move.old: move.new for move in moves(course)}
    assert (led["twee/kaart"], led["begin/kaart-vragen"]) == ("een/kaart-vragen", "een/kaart-vragen")


def test_with_one_setting_they_are_gone_and_no_link_is_broken(tmp_path: Path) -> None:
    files = handouts_course()
    course = read(tmp_path / "on", files).without_handouts()
    assert course.handouts == {}
    build = built(course, tmp_path / "on")
    assert not {CARD, SESSION} & build.plan.by_uri.keys()
    assert "kaart-vragen" not in str(navigation(None, build.plan))
    lesson = build.renderer.page(build.plan.by_uri["modules/0-een/01-een-a.md"])
    assert "kaart" not in lesson.header + lesson.footer


def test_a_level_without_one_is_told_unless_they_are_off(tmp_path: Path) -> None:
    files = {name: text for name, text in good_course().items() if name != "modules/0-een/kaart.md"}
    told = [short(found) for found in report_on(tmp_path / "on", files).advices]
    assert told == [f"{LEVEL}:1:1 level-without-handout"]
    off = SETTINGS.replace("gating: required", "handouts: false")
    assert report_on(tmp_path / "off", {**files, "mkdocs.yml": off}).advices == []


@pytest.mark.parametrize(
    "case",
    [
        Advice("too long", "handout-too-long", "modules/0-een/kaart.md", CARD_TEXT.replace(", drie-b", "") + "Doe het. " * 246, "3:8", CARD_TEXT.replace(", drie-b", "") + "Doe het. " * 240),
        Advice("headings", "heading-order", "modules/0-een/kaart.md", CARD_TEXT.replace(", drie-b", "") + "\n#### Te diep\n", "13:1", CARD_TEXT.replace(", drie-b", "") + "\n### Goed\n"),
        Advice("sentences", "long-sentence", "modules/0-een/kaart.md", CARD_TEXT.replace(", drie-b", "") + f"\nDan {'mee ' * 25}.\n", "13:1", CARD_TEXT.replace(", drie-b", "") + f"\nDan {'mee ' * 20}.\n"),
    ],
    ids=lambda case: case.name,
)  # fmt: skip
def test_what_an_author_is_advised(case: Advice, tmp_path: Path) -> None:
    try_case(case, tmp_path)


def test_a_kind_is_a_record_a_folder_and_its_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = "{% macro header() %}<h1>{{ handout.title }}</h1>{% endmacro %}{% macro footer() %}{% endmacro %}"
    write_tree(tmp_path / "more", {"elements/poster/poster.html": shown})
    monkeypatch.setitem(HANDOUT_KINDS, "poster", HandoutKind("poster"))
    for key in ("kind", "share"):
        monkeypatch.setitem(load_locale("nl").words, f"handout.{key}.poster", "Poster")
    monkeypatch.setattr("leerpad.site.render.templates.ROOTS", [*ROOTS, tmp_path / "more"])
    files = {**handouts_course(), "modules/1-twee/onze-poster.md": CARD_TEXT.replace("card", "poster")}
    build = built(read(tmp_path / "course", files), tmp_path / "course")
    page = build.plan.by_uri["modules/1-twee/onze-poster.md"]
    assert build.renderer.page(page).header == "<h1>Drie &lt;vragen&gt; &amp; een antwoord</h1>"
    level_page = build.renderer.page(build.plan.by_uri["modules/1-twee/index.md"])
    assert '<a href="onze-poster.html">Drie &lt;vragen&gt; &amp; een antwoord</a>' in level_page.header


@pytest.mark.parametrize("kind", HANDOUT_KINDS)
def test_new_makes_one_that_is_right_at_once(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    files = handouts_course()
    write_tree(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    assert cli.main(["new", kind, "twee", "Eén stap"]) == 0
    name = {"card": "kaart", "session": "sessie"}[kind]
    made = f"modules/1-twee/{name}-een-stap.md"
    assert f"Gemaakt: {made}" in capsys.readouterr().out
    assert cli.main(["new", kind, "twee", "Eén stap"]) == 0
    course = read(tmp_path, {})
    assert [handout.id for handout in course.levels[1].handouts] == [f"{name}-een-stap", f"{name}-een-stap-2"]
    assert cli.main(["check"]) == 0
    assert f"{made}:6" in capsys.readouterr().out  # that the text to begin with is still there


def test_a_package_of_one_level_has_its_own_cards_alone(tmp_path: Path) -> None:
    alone = one_level(read(tmp_path, handouts_course()), "een")
    assert list(alone.handouts) == ["kaart-vragen"]
    assert alone.handouts["kaart-vragen"].document.model.lessons == ("een-a",)
    assert SESSION in alone.left_out
    build = built(alone, tmp_path)
    assert "drie" not in build.renderer.page(build.plan.by_uri[CARD]).footer
