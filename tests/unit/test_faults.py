"""Every kind of author fault gives its message, at the right line and column, in Dutch."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.advice import report_on
from support.faults import LESSON, LEVEL, TEST, Case, changed, faults_of
from support.trees import course, lesson, level, question, quiz, write_tree

from leerpad.advice.silence import WHOLE_COURSE
from leerpad.course.check.course import check_course
from leerpad.course.load.course import Roots, load_course
from leerpad.source.diagnostics import Report

if TYPE_CHECKING:
    from pathlib import Path

TRUE_FALSE = "  - {id: een-w, type: true_false, prompt: Klopt het?, correct: yes}\n"

CASES = [
    Case("wrong key", LEVEL, level("een", "Eerste") + "goal: [x]\n", [f"{LEVEL}:6:1  onbekende sleutel “goal”; bedoel je “goals”?"]),
    Case("strange key", LEVEL, level("een", "Eerste") + "kleur: rood\n", [f"{LEVEL}:6:1  onbekende sleutel “kleur”; mogelijk zijn: after, goals, id, moved_from, owner, quiz, review_by, sign, summary, title"]),
    Case("missing key", LEVEL, "id: een\ntitle: Eerste\nquiz: toets-een\n", [f"{LEVEL}:1:1  sleutel “summary” ontbreekt; vul hem aan"]),
    Case("level without test", LEVEL, "id: een\ntitle: Eerste\nsummary: Over.\n", [f"{LEVEL}:1:1  sleutel “quiz” ontbreekt; vul hem aan"]),
    Case("list for text", LEVEL, level("een", "[a, b]"), [f'{LEVEL}:2:8  een tekst die met [ begint, leest YAML als iets anders; zet er aanhalingstekens om: title: "[a, b]"']),
    Case("text for list", LEVEL, level("een", "Eerste").replace("[Je kunt meedoen.]", "meedoen"), [f'{LEVEL}:4:8  hier hoort een lijst; schrijf: goals: ["meedoen"] (of zet elk onderdeel op een eigen regel, met een streepje ervoor)']),
    Case("empty value", LEVEL, level("een", ""), [f"{LEVEL}:2:7  “title” is leeg; vul een waarde in of haal de sleutel weg"]),
    Case("bad id", LEVEL, level("een", "Eerste").replace("id: een", "id: Niveau 1"), [f"{LEVEL}:1:5  “Niveau 1” kan niet bij “id”; schrijf: id: niveau-1"]),
    Case("long id", TEST, quiz("toets-een", question("een-" + "x" * 117)), [f"{TEST}:5:9  “een-{'x' * 35}…” is 121 tekens lang; een id mag er 120 hebben, anders kan de voortgang van een lezer niet worden bewaard; kies een kortere naam"]),
    Case("long file name", f"modules/0-een/03-{'a' * 130}.md", lesson("X"), [f"modules/0-een/03-{'a' * 130}.md:1:1  de naam van dit bestand geeft een id van 130 tekens; het mogen er 120 zijn; geef het bestand een kortere naam, of zet een id in de kop"]),
    Case("long id of a reflection", LESSON, lesson("A", f"<!-- reflect: {'b' * 130} | Hm? -->"), [f"{LESSON}:5:1  “{'b' * 40}…” is 130 tekens lang; een id mag er 120 hebben, anders kan de voortgang van een lezer niet worden bewaard; kies een kortere naam"]),
    Case("more questions than fit", TEST, quiz("toets-een", *(question(f"een-{n}") for n in range(501))), [f"{TEST}:4505:5  een poging vraagt hier 501 vragen, en er passen er 500 in de voortgang van een lezer; splits de quiz, of zet draw op 500 of minder"]),
    Case("more questions drawn than fit", TEST, quiz("toets-een", *(question(f"een-{n}") for n in range(502)), keys="mode: test\ndraw: 501\n"), [f"{TEST}:4:7  een poging vraagt hier 501 vragen, en er passen er 500 in de voortgang van een lezer; splits de quiz, of zet draw op 500 of minder"]),
    Case("duplicate key", LEVEL, level("een", "Eerste") + "title: Nog een\n", [f"{LEVEL}:6:1  sleutel “title” staat er twee keer (ook op regel 2); haal er een weg"]),
    Case("missing quiz", LEVEL, level("een", "Eerste").replace("toets-een", "toets-een-oud"), [f"{LEVEL}:5:7  er is geen quiz met id “toets-een-oud”; bedoel je “toets-een”?"]),
    Case("level quiz is practice", TEST, quiz("toets-een", question("een-1"), keys="mode: practice\n"), [f"{LEVEL}:5:7  quiz “toets-een” ({TEST}) sluit een niveau af, maar is geen toets; zet daar “mode: test”"]),
    Case("no level.yml", LEVEL, None, [f"{LEVEL}:1:1  level.yml ontbreekt in deze map; maak het bestand met id, title, summary en quiz"]),
    Case("tab in YAML", TEST, quiz("toets-een", question("een-1")).replace("    type", "\ttype"), [f"{TEST}:6:1  een tab mag niet in YAML; zet 4 gewone spaties voor deze regel"]),
    Case("colon in text", TEST, quiz("toets-een", question("een-1")).replace("Wat kies je", "Kies: wat"), [f'{TEST}:7:17  een dubbele punt met een spatie erachter betekent hier iets anders; zet aanhalingstekens om de hele tekst: prompt: "Kies: wat bij een-1?"']),
    Case("open quote", TEST, quiz("toets-een", question("een-1")).replace("Wat kies je", "'Wat kies je"), [f'{TEST}:7:13  hier staan aanhalingstekens zo dat YAML niet ziet waar de tekst eindigt; schrijf: prompt: "Wat kies je bij een-1?"']),
    Case("not UTF-8", TEST, "id: toets-een\ntitle: Één".encode("latin-1"), [f"{TEST}:2:8  dit teken is geen UTF-8; sla het bestand op met codering UTF-8"]),
    Case("empty file", TEST, " \n", [f"{TEST}:1:1  het bestand is leeg; vul het in of haal het weg"]),
    Case("a list for a file", TEST, "- id: toets-een\n", [f"{TEST}:1:1  hier worden sleutels met waarden verwacht, zoals “title: …”"]),
    Case("no questions", TEST, "id: toets-een\ntitle: T\nmode: test\nquestions: []\n", [f"{TEST}:4:12  “questions” heeft te weinig onderdelen; nodig: minstens 1"]),
    Case("unknown type", TEST, quiz("toets-een", question("een-1").replace("single_choice", "singel_choice")), [f"{TEST}:6:11  onbekend vraagtype “singel_choice”; bedoel je “single_choice”?"]),
    Case("no type", TEST, quiz("toets-een", question("een-1").replace("    type: single_choice\n", "")), [f"{TEST}:5:5  sleutel “type” ontbreekt; vul hem aan"]),
    Case("key of a choice", TEST, quiz("toets-een", question("een-1").replace("correct: true", "corect: true")), [f"{TEST}:12:9  onbekende sleutel “corect”; bedoel je “correct”?"]),
    Case("two correct choices", TEST, quiz("toets-een", question("een-1").replace("feedback: Reden van fout", "correct: true\n        feedback: Reden van fout")), [f"{TEST}:13:18  keuze 1 is ook al goed; bij single_choice kan er maar één goed zijn (of gebruik multiple_choice)"]),
    Case("no correct choice", TEST, quiz("toets-een", question("een-1").replace("correct: true", "correct: false")), [f"{TEST}:9:7  geen enkele keuze is goed; zet “correct: true” bij het goede antwoord"]),
    Case("one choice", TEST, quiz("toets-een", "  - {id: een-1, type: single_choice, prompt: P, choices: [{text: A, correct: true}]}\n"), [f"{TEST}:5:58  “choices” heeft te weinig onderdelen; nodig: minstens 2"]),
    Case("two choices the same", TEST, quiz("toets-een", question("een-1", right="fout!")), [f"{TEST}:11:15  deze keuze zegt hetzelfde als keuze 1; maak het verschil duidelijk of haal er een weg"]),
    Case("not a flag", TEST, quiz("toets-een", TRUE_FALSE), [f"{TEST}:5:64  “yes” kan niet bij “correct”; schrijf: correct: true"]),
    Case("not a number", TEST, quiz("toets-een", question("een-1", more="points: veel")), [f"{TEST}:14:13  “veel” is geen getal; schrijf bij “points” bijvoorbeeld 1 of 2.5"]),
    Case("number out of range", TEST, quiz("toets-een", question("een-1", more="points: 0")), [f"{TEST}:14:13  0 kan niet bij “points”; schrijf een getal groter dan 0"]),
    Case("too many points", TEST, quiz("toets-een", question("een-1", more="points: 1000")), [f"{TEST}:14:13  1000 kan niet bij “points”; schrijf hooguit 100"]),
    Case("not a percentage", TEST, quiz("toets-een", question("een-1"), keys="mode: test\npass_mark: 0.7\n"), [f"{TEST}:4:12  “0.7” kan niet bij “pass_mark”; schrijf: pass_mark: 70%"]),
    Case("unknown mode", TEST, quiz("toets-een", question("een-1"), keys="mode: examen\n"), [f"{TEST}:3:7  “examen” kan hier niet bij “mode”; kies uit: practice, test"]),
    Case("draw too many", TEST, quiz("toets-een", question("een-1"), keys="mode: test\ndraw: 3\n"), [f"{TEST}:4:7  draw vraagt 3 vragen, en zoveel zijn er niet (1); maak draw kleiner of voeg vragen toe"]),
    Case("test without points", TEST, quiz("toets-een", "  - {id: een-1, type: reflection, prompt: Wat denk je?}\n"), [f"{TEST}:5:3  met deze vragen valt geen punt te halen; voeg een vraag toe die punten oplevert, of zet “mode: practice”"]),
    Case("bands", TEST, quiz("toets-een", question("een-1"), keys="mode: test\nbands:\n  - {from: 50%, text: a}\n  - {from: 40%, text: b}\n"), [f"{TEST}:5:12  de eerste band moet beginnen bij 0%", f"{TEST}:6:12  deze band begint niet hoger dan de vorige; zet de banden van laag naar hoog"]),
    Case("pinned for nothing", TEST, quiz("toets-een", question("een-1").replace("correct: true", "correct: true\n        pinned: true")), [f"{TEST}:13:17  pinned doet niets zonder “shuffle: true” bij de vraag; voeg dat toe of haal pinned weg"]),
    Case("unknown lesson", TEST, quiz("toets-een", question("een-1", more="lesson: een-c")), [f"{TEST}:14:13  er is geen les met id “een-c”; bedoel je “een-b”?"]),
    Case("duplicate question id", TEST, quiz("toets-een", question("een-1"), question("een-1", right="Ook")), [f"{TEST}:14:9  id “een-1” bestaat al ({TEST}:5); kies een ander"]),
    Case("duplicate id elsewhere", TEST, quiz("toets-een", question("twee-1")), ["quizzes/1-twee/toets.yml:5:9  id “twee-1” bestaat al (quizzes/0-een/toets.yml:5); kies een ander"]),
    Case("link in a quiz", TEST, quiz("toets-een", question("een-1", more="hint: Zie [les](../../modules/0-een/01-een.md)")), [f"{TEST}:14:11  de link “../../modules/0-een/01-een.md” wijst naar een bestand dat er niet is; bedoel je ../../modules/0-een/01-een-a.md?"]),
    Case("no front matter", LESSON, "# Een les\n", [f"{LESSON}:1:1  een les begint met “---”, daaronder title en summary, en weer “---”; voeg dat toe"]),
    Case("open front matter", LESSON, "---\ntitle: T\nsummary: S\n", [f"{LESSON}:1:1  de kop van de les eindigt nergens; zet “---” onder de laatste sleutel"]),
    Case("bad front matter", LESSON, "---\ntitle: T\nsummary: S\nminutes: zes\n---\nTekst\n", [f"{LESSON}:4:10  “zes” kan niet bij “minutes”; schrijf: minutes: 6"]),
    Case("empty lesson", LESSON, "---\ntitle: T\nsummary: S\n---\n\n", [f"{LESSON}:1:1  deze les heeft geen tekst; schrijf de les onder de tweede “---”"]),
    Case("missing quiz in lesson", LESSON, lesson("A", "Tekst\n\n<!-- quiz: toest-een -->"), [f"{LESSON}:7:1  er is geen quiz met id “toest-een”; bedoel je “toets-een”?"]),
    Case("unclosed directive", LESSON, lesson("A", "Tekst\n\n<!-- quiz: toets-een"), [f"{LESSON}:7:1  de opdracht “quiz” eindigt niet op deze regel; sluit af met “-->”"]),
    Case("misspelt directive", LESSON, lesson("A", "<!-- quizz: toets-een -->"), [f"{LESSON}:5:1  onbekende opdracht “quizz”; bedoel je “quiz”?"]),
    Case("indented directive", LESSON, lesson("A", "1. Punt\n\n    <!-- quiz: toets-een -->"), [f"{LESSON}:7:5  de opdracht “quiz” moet aan het begin van de regel staan; haal de spaties ervoor weg"]),
    Case("directive twice", LESSON, lesson("A", "<!-- quiz: toets-een -->\n\n<!-- quiz: toets-een -->"), [f"{LESSON}:7:1  dezelfde opdracht “quiz” staat al op regel 5; op één pagina kan dat maar één keer"]),
    Case("directive with too much", "docs/index.md", "# Welkom\n\n<!-- path: alles -->\n", ["docs/index.md:3:1  de opdracht “path” heeft niets achter de dubbele punt nodig; schrijf “<!-- path -->”"]),
    Case("question to think about without a question", LESSON, lesson("A", "<!-- reflect: denken -->"), [f"{LESSON}:5:1  de vraag om over na te denken ontbreekt; schrijf een id, een streep en de vraag, zoals “<!-- reflect: mijn-vraag | Wat neem je mee? -->”"]),
    Case("question to think about with an empty question", LESSON, lesson("A", "<!-- reflect: denken | -->"), [f"{LESSON}:5:1  de vraag om over na te denken ontbreekt; schrijf een id, een streep en de vraag, zoals “<!-- reflect: mijn-vraag | Wat neem je mee? -->”"]),
    Case("question to think about without an id", LESSON, lesson("A", "<!-- reflect: Wat denk je? | Wat denk je? -->"), [f"{LESSON}:5:1  “Wat denk je?” kan geen id zijn; gebruik kleine letters, cijfers en losse streepjes, zoals “mijn-les-1”"]),
    Case("question to think about twice", LESSON, lesson("A", "<!-- reflect: denken | Wat? -->\n\n<!-- reflect: denken | Wat? -->"), [f"{LESSON}:7:1  id “denken” bestaat al ({LESSON}:5); kies een ander"]),
    Case("question to think about with the id of another", "docs/index.md", "# Welkom\n\n<!-- reflect: een-1 | Wat? -->\n", [f"docs/index.md:3:1  id “een-1” bestaat al ({TEST}:5); kies een ander"]),
    Case("question to think about with a dead link", LESSON, lesson("A", "<!-- reflect: denken | Zie [b](02-een-c.md)? -->"), [f"{LESSON}:5:32  de link “02-een-c.md” wijst naar een bestand dat er niet is; bedoel je 02-een-b.md?"]),
    Case("step without words", LESSON, lesson("A", actions="[{id: doen, text: ''}]"), [f"{LESSON}:4:28  “text” is leeg; vul een waarde in of haal de sleutel weg"]),
    Case("step without an id", LESSON, lesson("A", actions="[{text: Doen}]"), [f"{LESSON}:4:11  sleutel “id” ontbreekt; vul hem aan"]),
    Case("step with a bad id", LESSON, lesson("A", actions="[{id: Doe het, text: Doen}]"), [f"{LESSON}:4:16  “Doe het” kan niet bij “id”; schrijf: id: doe-het"]),
    Case("step with the id of another", LESSON, lesson("A", actions="[{id: een-b, text: Doen}]"), [f"modules/0-een/02-een-b.md:2:1  id “een-b” bestaat al ({LESSON}:4); kies een ander"]),
    Case("step with a dead link", LESSON, lesson("A", actions="[{id: doen, text: 'Zie [b](02-een-c.md)'}]"), [f"{LESSON}:4:28  de link “02-een-c.md” wijst naar een bestand dat er niet is; bedoel je 02-een-b.md?"]),
    Case("occasion without words", LESSON, lesson("A", actions="[{id: doen, text: Doe, if: ['']}]"), [f"{LESSON}:4:38  “if” is leeg; vul een waarde in of haal de sleutel weg"]),
    Case("occasion that is no list", LESSON, lesson("A", actions="[{id: doen, text: Doe, if: het begint}]"), [f"{LESSON}:4:37  “if” moet een lijst zijn, met een streepje voor elk onderdeel"]),
    Case("occasion in Dutch", LESSON, lesson("A", actions="[{id: doen, text: Doe, als: [het begint]}]"), [f"{LESSON}:4:33  onbekende sleutel “als”; mogelijk zijn: id, if, role, text"]),
    Case("steps that are no list", LESSON, lesson("A", actions="Doen"), [f"{LESSON}:4:10  “actions” moet een lijst zijn, met een streepje voor elk onderdeel"]),
    Case("dead link", LESSON, lesson("A", "Tekst\nZie [b](02-een-c.md)."), [f"{LESSON}:6:9  de link “02-een-c.md” wijst naar een bestand dat er niet is; bedoel je 02-een-b.md?"]),
    Case("file without number", "modules/0-een/kladje.md", "tekst", ["modules/0-een/kladje.md:1:1  een les heeft een nummer voor de naam, zoals 01-eerste-les.md; hernoem het bestand, zet er een _ voor als het een kladversie is, of schrijf er “kind:” in als het een pagina voor een team is (card, session)"]),
    Case("number twice", "modules/0-een/02-nog-een.md", lesson("N"), ["modules/0-een/02-nog-een.md:1:1  nummer 2 heeft ook modules/0-een/02-een-b.md; geef elk een eigen nummer"]),
    Case("bad file name", "modules/0-een/03-Les Drie.md", lesson("N"), ["modules/0-een/03-Les Drie.md:1:1  van “Les Drie” kan geen id worden gemaakt; gebruik kleine letters, cijfers en streepjes in de bestandsnaam, of zet een id in de kop"]),
    Case("stray folder", "modules/extra/level.yml", level("extra", "E"), ["modules/extra:1:1  dit is geen niveau; een niveau is een map met een nummer, zoals modules/1-basis"]),
    Case("level without lessons", "modules/7-leeg/level.yml", level("leeg", "L").replace("toets-leeg", "toets-extra"), ["modules/7-leeg:1:1  dit niveau heeft geen lessen; voeg een bestand toe zoals 01-eerste-les.md", "modules/7-leeg/level.yml:5:7  er is geen quiz met id “toets-extra”; bedoel je “toets-een”?"]),
    Case("one test for two levels", "modules/1-twee/level.yml", level("twee", "Tweede").replace("toets-twee", "toets-een"), ["modules/1-twee/level.yml:5:7  quiz “toets-een” sluit ook modules/0-een/level.yml af; geef elk niveau een eigen toets"]),
    Case("no settings", "mkdocs.yml", "site_name: S\n", ["mkdocs.yml:1:1  extra.leerpad ontbreekt; voeg toe: extra: leerpad: course_id: mijn-leerpad"]),
    Case("bad settings", "mkdocs.yml", "site_name: S\nextra:\n  leerpad:\n    course_id: x\n    gating: soms\n", ["mkdocs.yml:5:13  “soms” kan hier niet bij “gating”; kies uit: required, advised, off"]),
    Case("no address", LESSON, lesson("A", moved_from="[een-oud]"), [f"{LESSON}:4:14  “een-oud” is geen adres van een pagina; schrijf het oude niveau en de oude les met een streep ertussen, zoals “basis/oude-naam”"]),
    Case("address from a browser", LESSON, lesson("A", moved_from="['https://leren.nl/pad/een/oud.html#kop']"), [f"{LESSON}:4:14  “https://leren.nl/pad/een/oud.html#kop” is geen adres van een pagina; bedoel je “een/oud”?"]),
    Case("address of another page", LESSON, lesson("A", moved_from="[twee/twee-a]"), [f"{LESSON}:4:14  op adres “twee/twee-a” staat nu modules/1-twee/01-twee-a.md; wie daarheen gaat, kan niet worden doorgestuurd. Haal het adres hier weg, of geef die pagina een ander id"]),
    Case("address of a test", LESSON, lesson("A", moved_from="[een/toets-een]"), [f"{LESSON}:4:14  op adres “een/toets-een” staat nu {TEST}; wie daarheen gaat, kan niet worden doorgestuurd. Haal het adres hier weg, of geef die pagina een ander id"]),
    Case("address twice", LESSON, lesson("A", moved_from="[een/oud, een/oud]"), [f"{LESSON}:4:23  adres “een/oud” staat ook in {LESSON}:4; een oud adres kan maar naar één pagina leiden, haal er een weg"]),
    Case("level that is there", LEVEL, level("een", "Eerste") + "moved_from: [twee]\n", [f"{LEVEL}:6:14  op adres “twee/index” staat nu modules/1-twee/level.yml; wie daarheen gaat, kan niet worden doorgestuurd. Haal het adres hier weg, of geef die pagina een ander id"]),
    Case("level that can't be", LEVEL, level("een", "Eerste") + "moved_from: [Oud Niveau]\n", [f"{LEVEL}:6:14  “Oud Niveau” kan niet bij “moved_from”; schrijf: oud-niveau"]),
    Case("no such sign", LEVEL, level("een", "Eerste") + "sign: vlam.svg\n", [f"{LEVEL}:6:7  naast level.yml staat geen bestand “vlam.svg”; zet de SVG-tekening in dezelfde map, of haal “sign” weg"]),
    Case("nothing left to shuffle", TEST, quiz("toets-een", question("een-1", more="shuffle: true").replace("- text: Goed", "- pinned: true\n        text: Goed")), [f"{TEST}:15:14  hooguit één keuze staat los, dus shuffle doet niets; haal pinned weg bij twee of meer keuzes, of haal shuffle weg"]),
    Case("a draw of thoughts alone", TEST, quiz("toets-een", question("een-1"), *(f"  - {{id: een-r{n}, type: reflection, prompt: P}}\n" for n in (1, 2)), keys="mode: test\ndraw: 2\n"), [f"{TEST}:4:7  vragen zonder punten: 2. Met draw: 2 kan een poging dus uit alleen zulke vragen bestaan; maak draw groter dan 2, of haal vragen zonder punten weg"]),
    Case("points for a thought", TEST, quiz("toets-een", question("een-1"), "  - {id: een-r, type: reflection, prompt: P, points: 2}\n"), [f"{TEST}:14:46  onbekende sleutel “points”; mogelijk zijn: explanation, hint, id, lesson, prompt, sample, type"]),
    Case("reserved id", LESSON, lesson("A", id="index"), [f"{LESSON}:4:5  id “index” gebruikt de site zelf; kies een ander"]),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_fault_says_where_what_and_how_to_mend_it(case: Case, tmp_path: Path) -> None:
    found = faults_of(tmp_path, changed({**course()}, case))
    assert [line for line in case.expected if line not in found] == []
    unexpected = [line for line in found if line not in case.expected]
    # Some faults leave something unused or missing elsewhere; those lines are about other files.
    assert [line for line in unexpected if line.startswith(case.file)] == []


def test_a_good_course_has_no_faults(tmp_path: Path) -> None:
    assert faults_of(tmp_path, {**course()}) == []


def test_all_faults_come_in_one_run_sorted_and_each_once(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {**course()}
    for case in CASES:
        if case.name in (
            "wrong key",
            "tab in YAML",
            "bad front matter",
            "file without number",
            "directive with too much",
        ):
            files[case.file] = case.content or ""
    found = faults_of(tmp_path, files)
    places = [re.match(r"(.*?):(\d+):(\d+)  ", line) for line in found]
    keys = [(match[1], int(match[2]), int(match[3])) for match in places if match]
    assert len(found) == 5
    assert keys == sorted(keys)


def test_a_file_with_faults_of_its_own_is_not_also_missing(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {**course()}
    files[TEST] = quiz("toets-een", question("een-1").replace("correct: true", "corect: true"))
    found = faults_of(tmp_path, files)
    assert [line.split("  ")[0] for line in found] == [f"{TEST}:12:9"]


def test_drafts_set_aside_are_left_alone(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {**course(), "modules/0-een/_kladje.md": "nog niets", "quizzes/_idee.yml": "\t"}
    assert faults_of(tmp_path, files) == []


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_fault_never_stops_the_advice(case: Case, tmp_path: Path) -> None:
    report = report_on(tmp_path, changed({**course()}, case))
    assert report.faults
    assert {found.code for found in report.advices} & WHOLE_COURSE == set()


def test_an_id_that_is_no_file_name_is_told_at_its_line_in_a_build_too(tmp_path: Path) -> None:
    files = course()
    files["quizzes/0-een/toets.yml"] = str(files["quizzes/0-een/toets.yml"]).replace("id: toets-een", "id: con")
    files["modules/0-een/level.yml"] = str(files["modules/0-een/level.yml"]).replace("toets-een", "con")
    report = Report()
    write_tree(tmp_path, {**files, "quizzes/0-een/toets.yml": f"\n{files['quizzes/0-een/toets.yml']}"})
    loaded = load_course(Roots(tmp_path, tmp_path / "docs", tmp_path / "mkdocs.yml"), report, keeps_trees=False)
    check_course(loaded, report)
    assert [(found.code, found.position) for found in report.faults] == [("unfit_id", (2, 5))]


def test_a_course_read_without_trees_refuses_to_say_lines(tmp_path: Path) -> None:
    write_tree(tmp_path, course())
    loaded = load_course(Roots(tmp_path, tmp_path / "docs", tmp_path / "mkdocs.yml"), Report(), keeps_trees=False)
    with pytest.raises(TypeError, match="the tree is gone"):
        loaded.quiz_documents()
