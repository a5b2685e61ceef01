"""The scan: every fault an author can make in it, and the rules as they are worked out at build."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from support.faults import checked
from support.scans import PAGE, PARTS, SCAN, composed, scan_course
from support.trees import level, write_tree

from leerpad.authoring.schema import quiz_schema
from leerpad.course.load.course import Roots, load_course
from leerpad.course.load.one_level import one_level
from leerpad.course.scan.conditions import Outcome
from leerpad.course.scan.model import ScanFile
from leerpad.course.scan.rules import reachable, scan_faults, told
from leerpad.locales import load_locale
from leerpad.site.render.scan import ScanWords, scan_data
from leerpad.source.diagnostics import Report

if TYPE_CHECKING:
    from pathlib import Path

FILE = "quizzes/scan.yml"


def faults_of(folder: Path, files: dict[str, str]) -> list[str]:
    _, report = checked(write_tree(folder, {**files}))
    locale = load_locale("nl")
    assert [load_locale("en").diagnostic(found) for found in report if "{" in load_locale("en").diagnostic(found)] == []
    return [locale.diagnostic(found) for found in report]


class Case(NamedTuple):
    name: str
    changes: dict[str, str]
    expected: list[tuple[str, str, str]]
    """The line of the changed file, the part of it where the fault is, and the message."""


RUST = "  - {id: rust, title: Rust, level: een, min_answered: 2}"
MIDDEN = "  - {id: midden, title: midden, from: 2.5}"
LAATSTE = "  - {id: rest, title: Rest, text: Alles wat overblijft.}"

CASES = [
    Case("unknown dimension of a statement", {"{id: r1, dimension: rust,": "{id: r1, dimension: rusd,"}, [("  - {id: r1, dimension: rusd, text: Ik slaap goed.}", "rusd", "er is geen dimensie met id “rusd”; bedoel je “rust”?")]),
    Case("unknown dimension, far from all", {"{id: r1, dimension: rust,": "{id: r1, dimension: xyz,"}, [("  - {id: r1, dimension: xyz, text: Ik slaap goed.}", "xyz", "er is geen dimensie met id “xyz”; kies uit: rust, werk")]),
    Case("unknown dimension of a condition", {"{rust: laag}": "{rutt: laag}"}, [("    when: {rutt: laag}", "rutt", "er is geen dimensie met id “rutt”; bedoel je “rust”?")]),
    Case("misspelt word of a condition", {"      not: {werk: laag}": "      nott: {werk: laag}"}, [("      nott: {werk: laag}", "nott", "er is geen dimensie met id “nott”; bedoel je “not”?")]),
    Case("unknown band", {"{rust: laag}": "{rust: lag}"}, [("    when: {rust: lag}", "lag}", "er is geen band met id “lag”; bedoel je “laag”?")]),
    Case("unknown band in a list", {"[midden, hoog]": "[midden, top]"}, [("      rust: [midden, top]", "top", "er is geen band met id “top”; kies uit: laag, midden, hoog")]),
    Case("unknown statement of an alert", {"{statement: w2,": "{statement: w22,"}, [("  - {statement: w22, from: 4, text: Neem rust.}", "w22", "er is geen stelling met id “w22”; bedoel je “w2”?")]),
    Case("a statement like no other", {"{statement: w2,": "{statement: xyz,"}, [("  - {statement: xyz, from: 4, text: Neem rust.}", "xyz", "er is geen stelling met id “xyz”; kies uit: r1, r2, w1, w2, los")]),
    Case("unknown level of a dimension", {"level: een,": "level: ene,"}, [(RUST.replace("een", "ene"), "ene", "er is geen niveau met id “ene”; bedoel je “een”?")]),
    Case("unknown level of a profile", {"level: drie": "level: vier-nieuw"}, [("    level: vier-nieuw", "vier", "er is geen niveau met id “vier-nieuw”")]),
    Case("statement id twice", {"{id: r2,": "{id: r1,"}, [("  - {id: r1, dimension: rust, reverse: true, text: Ik ben moe.}", "r1", "id “r1” heeft ook nummer 1 van deze lijst; kies een ander")]),
    Case("band id twice", {MIDDEN: f"{MIDDEN}\n  - {{id: laag, title: laag, from: 3}}"}, [("  - {id: laag, title: laag, from: 3}", "laag", "id “laag” heeft ook nummer 1 van deze lijst; kies een ander")]),
    Case("profile id twice", {"{id: rest,": "{id: moe,"}, [(LAATSTE.replace("rest", "moe"), "moe", "id “moe” heeft ook nummer 2 van deze lijst; kies een ander")]),
    Case("dimension without statements", {RUST: f"{RUST}\n  - {{id: leeg, title: Leeg}}"}, [("  - {id: leeg, title: Leeg}", "leeg", "geen enkele stelling hoort bij dimensie “leeg”; zet “dimension: leeg” bij haar stellingen, of haal de dimensie weg")]),
    Case("min_answered too high", {"level: een, min_answered: 2": "level: een, min_answered: 3"}, [(RUST.replace("2}", "3}"), "3}", "min_answered vraagt 3 antwoorden, en zoveel stellingen heeft de dimensie niet (2); maak min_answered kleiner")]),
    Case("min_answered zero", {"level: een, min_answered: 2": "level: een, min_answered: 0"}, [(RUST.replace("2}", "0}"), "0}", "0 kan niet bij “min_answered”; schrijf minstens 1")]),
    Case("bands don't begin at 1", {"title: laag, from: 1}": "title: laag, from: 0}"}, [("  - {id: laag, title: laag, from: 0}", "0}", "de eerste band moet beginnen bij 1, het laagste antwoord")]),
    Case("bands don't rise", {"from: 2.5}": "from: 1}"}, [(MIDDEN.replace("2.5", "1"), "1}", "deze band begint niet hoger dan de vorige; zet de banden van laag naar hoog")]),
    Case("band above the scale", {"from: 3.5}": "from: 5.5}"}, [("  - {id: hoog, title: hoog, from: 5.5}", "5.5", "5.5 ligt boven de schaal, die tot 5 loopt; begin de band lager")]),
    Case("band is not a number", {"from: 3.5}": "from: veel}"}, [("  - {id: hoog, title: hoog, from: veel}", "veel", "“veel” is geen getal; schrijf bij “from” bijvoorbeeld 1 of 2.5")]),
    Case("band without end", {"from: 3.5}": "from: .inf}"}, [("  - {id: hoog, title: hoog, from: .inf}", ".inf", "“.inf” is geen getal; schrijf bij “from” bijvoorbeeld 1 of 2.5")]),
    Case("reserved word", {RUST: f"{RUST}\n  - {{id: any, title: Iets}}", "{id: los, ": "{id: los, dimension: any, "}, [("  - {id: any, title: Iets}", "any", "“any” kan geen id van een dimensie zijn, want het is een woord van voorwaarden (any, all, not, same_answers); kies een ander")]),
    Case("alert above the scale", {"from: 4,": "from: 6,"}, [("  - {statement: w2, from: 6, text: Neem rust.}", "6,", "6 is geen antwoord op de schaal; schrijf een getal van 1 tot en met 5")]),
    Case("alert at n/a", {"from: 4,": "from: 0,"}, [("  - {statement: w2, from: 0, text: Neem rust.}", "0,", "0 is geen antwoord op de schaal; schrijf een getal van 1 tot en met 5")]),
    Case("reverse that counts nowhere", {"  - {id: los, text": "  - {id: los, reverse: true, text"}, [("  - {id: los, reverse: true, text: Ik fiets.}", "true", "reverse doet niets zonder dimension; zet de dimensie erbij of haal reverse weg")]),
    Case("one answer", {"scale: [helemaal oneens, oneens, neutraal, eens, helemaal eens]": "scale: [eens]"}, [("scale: [eens]", "[eens", "“scale” heeft te weinig onderdelen; nodig: minstens 2")]),
    Case("eleven answers", {"scale: [helemaal oneens, oneens, neutraal, eens, helemaal eens]": "scale: [a, b, c, d, e, f, g, h, i, j, k]"}, [("scale: [a, b, c, d, e, f, g, h, i, j, k]", "[a", "“scale” heeft te veel onderdelen; er passen er hooguit 10")]),
    Case("condition is text", {"{rust: laag}": "rust == laag"}, [("    when: rust == laag", "rust ==", "hier worden sleutels met waarden verwacht, geen losse tekst of lijst")]),
    Case("condition in a list is text", {"- {werk: hoog}": "- werk"}, [("        - werk", "werk", "hier worden sleutels met waarden verwacht, geen losse tekst of lijst")]),
    Case("empty condition", {"{rust: laag}": "{}"}, [("    when: {}", "{}", "deze voorwaarde is leeg; schrijf bijvoorbeeld “mijn-dimensie: mijn-band”, of haal haar weg")]),
    Case("empty list of bands", {"[midden, hoog]": "[]"}, [("      rust: []", "[]", "deze voorwaarde is leeg; schrijf bijvoorbeeld “mijn-dimensie: mijn-band”, of haal haar weg")]),
    Case("any without a list", {"      any:\n        - {werk: midden}\n        - {werk: hoog}": "      any: {werk: midden}"}, [("      any: {werk: midden}", "{werk", "“any” moet een lijst zijn, met een streepje voor elk onderdeel")]),
    Case("same_answers is a flag", {"same_answers: true": "same_answers: ja"}, [("    when: {same_answers: ja}", "ja}", "“ja” kan niet bij “same_answers”; schrijf true (ja) of false (nee)")]),
    Case("a profile nobody reaches", {LAATSTE: f"{LAATSTE}\n  - {{id: nooit, title: N, text: T}}"}, [("  - {id: nooit, title: N, text: T}", "{id", "profiel “nooit” wordt nooit gekozen: de voorwaarde kan niet kloppen, of de profielen erboven nemen alles al; verander de voorwaarde of de volgorde")]),
    Case("a condition that cannot hold", {"{rust: laag}": "{rust: laag, not: {rust: laag}}"}, [("  - id: moe", "id: moe", "profiel “moe” wordt nooit gekozen: de voorwaarde kan niet kloppen, of de profielen erboven nemen alles al; verander de voorwaarde of de volgorde")]),
    Case("an outcome without a profile", {LAATSTE: "  - {id: rest, title: Rest, text: T, when: {werk: [laag, midden]}}", "      any:\n        - {werk: midden}\n        - {werk: hoog}\n": "      werk: midden\n"}, [("  - id: gelijk", "- id", "voor deze uitkomst is er geen profiel: rust: midden, werk: hoog; voeg een laatste profiel zonder “when” toe, of maak een voorwaarde ruimer")]),
    Case("a band between all means", {MIDDEN: f"{MIDDEN}\n  - {{id: net, title: net, from: 2.55}}\n  - {{id: meer, title: meer, from: 2.6}}", "[midden, hoog]": "[midden, meer, hoog]"}, [("  - {id: net, title: net, from: 2.55}", "{id", "geen enkel gemiddelde komt in band “net”; maak hem ruimer of haal hem weg")]),
    Case("a profile for a mean that one dimension can't have", {MIDDEN: f"{MIDDEN}\n  - {{id: net, title: net, from: 3.1}}", "level: een, min_answered: 2": "level: een, min_answered: 1", "text: Ik ben moe.}": "text: Ik ben moe.}\n  - {id: r3, dimension: rust, text: Rust.}", "[midden, hoog]": "[midden, net, hoog]", "  - {id: stil": "  - {id: nooit, title: N, text: T, when: {werk: net}}\n  - {id: stil"}, [("  - {id: nooit, title: N, text: T, when: {werk: net}}", "{id", "profiel “nooit” wordt nooit gekozen: de voorwaarde kan niet kloppen, of de profielen erboven nemen alles al; verander de voorwaarde of de volgorde")]),
    Case("equal answers that can't score so", {"{same_answers: true}": "{same_answers: true, rust: laag}"}, [("  - id: gelijk", "id: gelijk", "profiel “gelijk” wordt nooit gekozen: de voorwaarde kan niet kloppen, of de profielen erboven nemen alles al; verander de voorwaarde of de volgorde")]),
    Case("the same answer twice", {"neutraal, eens": "neutraal, Oneens!"}, [("scale: [helemaal oneens, oneens, neutraal, Oneens!, helemaal eens]", "Oneens!", "dit antwoord staat ook op plaats 2 van de schaal; geef elk antwoord een eigen naam")]),
    Case("the same statement twice", {"text: Ik fiets.": "text: ik *slaap* goed"}, [("  - {id: los, text: ik *slaap* goed}", "ik *", "deze stelling zegt hetzelfde als stelling 1; maak het verschil duidelijk of haal er een weg")]),
    Case("misspelt key", {"min_answered: 2": "min_anwsered: 2"}, [(RUST.replace("min_answered", "min_anwsered"), "min_anw", "onbekende sleutel “min_anwsered”; bedoel je “min_answered”?")]),
    Case("misspelt kind", {"kind: scan": "kind: scna"}, [("kind: scna", "scna", "“scna” kan hier niet bij “kind”; kies uit: quiz, scan")]),
    Case("no caveats", {"caveats: Geen *oordeel*.\n": ""}, [("id: proefscan", "id", "sleutel “caveats” ontbreekt; vul hem aan")]),
    Case("dead link", {"text: Slaap eerst.": "text: 'Zie [les](../modules/0-een/01-een-x.md).'"}, [("    text: 'Zie [les](../modules/0-een/01-een-x.md).'", "'Zie", "de link “../modules/0-een/01-een-x.md” wijst naar een bestand dat er niet is; bedoel je ../modules/0-een/01-een-a.md?")]),
    Case("id of a level", {"id: proefscan": "id: een"}, [("id: een", "een", "id “een” bestaat al (modules/0-een/level.yml:1); kies een ander")]),
    Case("id of a quiz", {"id: proefscan": "id: toets-een"}, [("id: toets-een", "toets", "id “toets-een” bestaat al (quizzes/0-een/toets.yml:1); kies een ander")]),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_fault_says_where_what_and_how_to_mend_it(case: Case, tmp_path: Path) -> None:
    text = SCAN
    for old, new in case.changes.items():
        assert old in text
        text = text.replace(old, new)
    lines = text.split("\n")
    expected = [
        f"{FILE}:{lines.index(line) + 1}:{line.index(part) + 1}  {message}" for line, part, message in case.expected
    ]
    found = [line for line in faults_of(tmp_path, {**scan_course(), FILE: text}) if line.startswith(FILE)]
    assert [line for line in found if "wordt nergens gebruikt" not in line] == sorted(expected)


def test_a_level_with_another_id_is_still_where_the_scan_leads(tmp_path: Path) -> None:
    files = {
        **scan_course(),
        "modules/2-drie/level.yml": level("drie", "Derde") + "moved_from: [laatste]\n",
        FILE: SCAN.replace("level: drie", "level: laatste"),
    }
    assert faults_of(tmp_path, files) == []
    course = load_course(Roots(tmp_path, tmp_path / "docs", tmp_path / "mkdocs.yml"), Report())
    for one in (course, one_level(course, "drie")):
        scan = one.scans["proefscan"].model
        data = scan_data(scan, one.levels_by_id, {"een": 0, "drie": 4}, history=True)
        assert [profile["level"] for profile in data["profiles"]] == [None, "drie", None, None, None]


PART_CASES = [
    ("unknown part", "id: rust-hoog, part: sterk", "id: rust-hoog, part: strek", "strek,", "er is geen deel met id “strek”; bedoel je “sterk”?"),
    ("part without profiles", "parts:\n", "parts:\n  - {id: leeg, title: L}\n", "{id: leeg", "deel “leeg” heeft geen profielen; zet bij een profiel “part: leeg”, of haal het deel weg"),
    ("the same part twice", "{id: begin, title", "{id: sterk, title", "sterk, title: Begin", "id “sterk” heeft ook nummer 1 van deze lijst; kies een ander"),
    ("part in a scan without parts", PARTS[: PARTS.index("profiles")], "", "sterk, title: Rust", "deze scan heeft geen delen; schrijf ze bij “parts”, of haal “part” hier weg"),
    ("says what isn't so", "says: {werk: hoog}", "says: {werk: hoog, rust: hoog}", "{werk: hoog, rust", "profiel “werk-hoog” wordt ook gekozen bij een uitkomst waarvoor dit niet waar is: rust: laag, werk: hoog; maak “when” nauwer, of pas de tekst en “says” aan"),
    ("says of nothing", "says: {werk: hoog}", "says: {wrek: hoog}", "wrek", "er is geen dimensie met id “wrek”; bedoel je “werk”?"),
    ("says a word of conditions", "says: {werk: hoog}", "says: {any: hoog}", "hoog}}", "“any” moet een lijst zijn, met een streepje voor elk onderdeel"),
    ("says no band", "says: {werk: hoog}", "says: {werk: hoger}", "hoger", "er is geen band met id “hoger”; bedoel je “hoog”?"),
    ("says nothing", "says: {werk: hoog}", "says: {}", "{}}", "deze voorwaarde is leeg; schrijf bijvoorbeeld “mijn-dimensie: mijn-band”, of haal haar weg"),
    ("nothing is told", ", when: {not: {rust: laag}}, says: {rust: [midden, hoog]}", ", when: {rust: hoog}", "- {id: gelijk", "voor deze uitkomst is er geen profiel: rust: midden, werk: laag; voeg een laatste profiel zonder “when” toe, of maak een voorwaarde ruimer"),
    ("retired but still asked", "{id: r0,", "{id: r1,", "r1, text: Ik droom", "stelling “r1” staat ook bij statements, en een antwoord zou voor allebei gelden; geef de nieuwe stelling een eigen id"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "at", "message"), [case[1:] for case in PART_CASES], ids=[case[0] for case in PART_CASES])  # fmt: skip
def test_a_fault_in_the_parts_of_an_outcome(tmp_path: Path, old: str, new: str, at: str, message: str) -> None:
    assert old in composed()
    text = composed().replace(old, new)
    place = text.rindex(at)
    line, column = text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)
    found = [one for one in faults_of(tmp_path, {**scan_course(), FILE: text}) if one.startswith(FILE)]
    assert f"{FILE}:{line}:{column}  {message}" in found


def test_a_good_scan_has_no_faults(tmp_path: Path) -> None:
    assert faults_of(tmp_path, scan_course()) == []
    assert faults_of(tmp_path / "parts", {**scan_course(), FILE: composed()}) == []


def test_a_page_that_names_no_scan_or_the_wrong_one(tmp_path: Path) -> None:
    files = {**scan_course(), PAGE: "# Scan\n\n<!-- scan: proefscam -->\n"}
    assert faults_of(tmp_path, files) == [
        "docs/scan.md:3:1  er is geen scan met id “proefscam”; bedoel je “proefscan”?",
        f"{FILE}:1:1  advies unused-scan  scan “proefscan” wordt nergens gebruikt; zet <!-- scan: proefscan --> in een pagina, of haal het bestand weg",
    ]


def test_a_scan_with_faults_of_its_own_is_not_also_missing(tmp_path: Path) -> None:
    found = faults_of(tmp_path, {**scan_course(), FILE: SCAN.replace("caveats:", "caveat:")})
    assert [line.split("  ")[0] for line in found] == [f"{FILE}:4:1"]


def test_two_scans_with_one_id(tmp_path: Path) -> None:
    found = faults_of(tmp_path, {**scan_course(), "quizzes/tweede.yml": SCAN})
    assert found == [f"quizzes/tweede.yml:1:5  id “proefscan” bestaat al ({FILE}:1); kies een ander"]


def test_a_scan_of_a_level_that_has_faults_adds_none(tmp_path: Path) -> None:
    found = faults_of(tmp_path, {**scan_course(), "modules/0-een/level.yml": "id: een\ntitle: T\nsummary: S\n"})
    assert [line for line in found if line.startswith(FILE)] == []


def test_more_outcomes_than_can_be_worked_out_are_refused() -> None:
    many = {**yaml.safe_load(SCAN), "profiles": [{"id": "een", "title": "T", "text": "T"}]}
    many["dimensions"] = [{"id": f"d{n}", "title": "D"} for n in range(10)]
    many["statements"] = [{"id": f"s{n}", "text": f"S {n}", "dimension": f"d{n}"} for n in range(10)]
    many["alerts"] = []
    assert [fault.code for fault in scan_faults(ScanFile.model_validate(strings(many)))] == ["scan_too_large"]


def test_conditions_that_would_take_minutes_to_work_out_are_refused() -> None:
    endless = {"id": "p", "title": "T", "text": "T", "when": {"any": [{"werk": "laag"}] * 250_000}}
    many = {**yaml.safe_load(SCAN), "profiles": [endless, {"id": "rest", "title": "T", "text": "T"}]}
    assert [fault.code for fault in scan_faults(ScanFile.model_validate(strings(many)))] == ["conditions_too_large"]


def strings(data: object) -> object:
    """Data as our own reader gives it: every scalar is text."""
    if isinstance(data, dict):
        return {key: strings(value) for key, value in data.items()}
    if isinstance(data, list):
        return [strings(value) for value in data]
    return str(data).lower() if isinstance(data, bool) else str(data)


DATA = yaml.safe_load(SCAN)


def small_scan(**changes: object) -> ScanFile:
    return ScanFile.model_validate(strings({**DATA, **changes}))


def told_of(scan: ScanFile) -> list[list[str]]:
    """The ids of what every outcome that can be reached is told."""
    conditions = scan.conditions()
    return [[scan.profiles[number].id for number in told(scan, conditions, one)] for one in reachable(scan)]


def test_of_profiles_alone_every_outcome_is_told_the_first_that_holds() -> None:
    # rust is the first digit, werk the second; then each answer, given throughout
    differ = ["moe", "moe", "moe", "rest", "goed", "goed", "stil", "goed", "goed"]
    assert told_of(small_scan()) == [[one] for one in differ + ["gelijk"] * 5]


def test_an_outcome_in_parts_is_told_all_or_the_first_of_each() -> None:
    low, middle = ["eerst-rust"], ["dan-werk"]
    assert told_of(ScanFile.model_validate(strings(yaml.safe_load(composed())))) == [
        *[low, low, ["werk-hoog", *low]],
        *[middle, middle, ["werk-hoog", *middle]],
        *[["rust-hoog", *middle], ["rust-hoog", *middle], ["rust-hoog", "werk-hoog", *middle]],
        *[["gelijk"]] * 5,
    ]


def test_outcomes_that_no_answers_come_to_are_not_held_against_an_author() -> None:
    outcomes = list(reachable(small_scan()))
    assert Outcome({"rust": "midden", "werk": "laag"}, same_answers=True) in outcomes
    assert Outcome({"rust": "hoog", "werk": "hoog"}, same_answers=True) not in outcomes  # one statement is reversed


def test_the_order_is_mixed_but_the_same_for_everybody_and_for_what_is_added() -> None:
    scan = small_scan(shuffle=True)
    order = [statement.id for statement in scan.in_order()]
    assert sorted(order) == sorted(statement.id for statement in scan.statements)
    assert order != [statement.id for statement in scan.statements]
    turned = small_scan(shuffle=True, statements=[s.model_dump(exclude_none=True) for s in reversed(scan.statements)])
    assert [statement.id for statement in turned.in_order()] == order
    fewer = small_scan(shuffle=True, statements=[s.model_dump(exclude_none=True) for s in scan.statements[1:]])
    assert [statement.id for statement in fewer.in_order()] == [name for name in order if name != scan.statements[0].id]


def test_the_rules_are_told_in_words() -> None:
    words = ScanWords(small_scan(), load_locale("nl"))
    assert words.bands() == ["laag: lager dan 2,5", "midden: van 2,5 tot 3,5", "hoog: 3,5 of hoger"]
    assert words.conditions() == [
        "Als: je gaf op alle stellingen die meetellen hetzelfde antwoord.",
        "Als: Rust is laag.",
        "Als: Rust is midden of hoog, en (Werk is midden of Werk is hoog), en niet (Werk is laag).",
        "Als: Rust is hoog.",
        "In alle andere gevallen.",
    ]


@given(value=st.recursive(st.none() | st.sampled_from(["laag", "rust", "true", ""]), lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["rust", "werk", "any", "all", "not", "same_answers", "x"]), inner, max_size=2), max_leaves=6))  # fmt: skip
def test_any_condition_is_read_or_refused(value: object) -> None:
    reader = small_scan().reader()
    reader.read(value, ("profiles", 0, "when"))
    assert all(load_locale("nl").words[f"fault.{fault.code}"] for fault in reader.faults)


def test_the_schema_knows_a_quiz_from_a_scan() -> None:
    schema = json.loads(quiz_schema(load_locale("nl")))
    good = yaml.safe_load(SCAN)
    jsonschema.validate(good, schema)
    jsonschema.validate(yaml.safe_load(composed()), schema)
    for wrong in ({"caveat": "x"}, {"retired": [{"id": "a"}]}, {"profiles": [{"id": "a", "title": "A", "text": "T", "says": {}}]}, {"kind": "scna"}, {"questions": []}, {"profiles": [{"id": "a", "title": "A", "text": "T", "when": {"any": {}}}]}):  # fmt: skip
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**good, **wrong}, schema)


def test_every_key_of_the_scan_has_a_hover_text() -> None:
    definitions = json.loads(quiz_schema(load_locale("en")))["$defs"]
    for name in (
        "ScanFile",
        "Dimension",
        "ScanBand",
        "Statement",
        "Alert",
        "Part",
        "Profile",
        "RetiredStatement",
        "Condition",
    ):
        assert all(value["description"] for value in definitions[name]["properties"].values())
