"""The command for signed proof: its key, what it signs and takes back, and what it refuses to sign."""

from __future__ import annotations

import io
import json
import stat
import sys
from typing import TYPE_CHECKING, Any

import pytest
import zxingcpp
from PIL import Image
from support.badges import ADDRESS, ISSUER, PAGE, badge_course, rewrite
from support.trees import write_tree

from leerpad import commands
from leerpad.badges.links import link_of, token_in
from leerpad.badges.status import read_status
from leerpad.course.model.badges import DID_FILE, NUMBERS_FILE, STATUS_FILE, read_did

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write_tree(tmp_path / "course", {**badge_course()})
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def key(project: Path, tmp_path: Path) -> str:
    file = tmp_path / "sleutel.pem"
    assert commands.main(["badge", "key", str(file)]) == 0
    return str(file)


def statement(file: Path, **changes: Any) -> str:
    levels = [{"level": "een", "title": "Directeur van alles", "passed": "2026-05-01"}]
    document = {
        "format": "leerpad-result",
        "version": 1,
        "kind": "statement",
        "made": "2026-11-30",
        "name": "Anna de Vries",
    }
    about = {"id": "proefpad", "title": "Proefpad", "edition": ""}
    file.write_text(json.dumps({**document, "course": about, "levels": levels, **changes}), "utf-8")
    return str(file)


def test_a_key_is_for_its_owner_alone_and_is_never_written_over(
    project: Path, key: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "sleutel.pem"
    before, published = file.read_bytes(), (project / DID_FILE).read_text("utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert commands.main(["badge", "key", key]) == 0
    assert file.read_bytes() == before
    assert (project / DID_FILE).read_text("utf-8") == published
    assert "PRIVATE" not in published
    assert '"d"' not in published
    assert "was er al" in capsys.readouterr().out
    assert commands.main(["badge", "key", "geheim.pem"]) == 1
    assert not (project / "geheim.pem").exists()
    (tmp_path / "brief.txt").write_text("Beste Anna,", "utf-8")
    assert commands.main(["badge", "key", str(tmp_path / "brief.txt")]) == 1
    assert (tmp_path / "brief.txt").read_text("utf-8") == "Beste Anna,"


def test_a_key_with_a_passphrase_needs_it(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(tmp_path / "sleutel.pem")
    monkeypatch.setenv("LEERPAD_PASSPHRASE", "een twee drie")
    assert commands.main(["badge", "key", file]) == 0
    assert "ENCRYPTED" in (tmp_path / "sleutel.pem").read_text("utf-8")
    monkeypatch.setenv("LEERPAD_PASSPHRASE", "vier")
    sign = ["badge", "sign", file, statement(tmp_path / "anna.json"), "--yes"]
    assert commands.main(sign) == 1
    assert "wachtzin" in capsys.readouterr().err
    monkeypatch.setenv("LEERPAD_PASSPHRASE", "een twee drie")
    assert commands.main(sign) == 0


def test_signing_shows_what_is_signed_and_takes_titles_from_the_course(
    project: Path, key: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        commands.main(["badge", "sign", key, statement(tmp_path / "anna.json"), "--yes", "--until", "2099-12-31"]) == 0
    )
    said = capsys.readouterr().out
    for words in (
        "Naam: Anna de Vries",
        "Cursus: Proefpad",
        "Eerste, gehaald op 1 mei 2026",
        ISSUER,
        "31 december 2099",
    ):
        assert words in said
    assert "Directeur" not in said
    [badge] = tmp_path.glob("badge-*.jwt")
    [number] = (project / NUMBERS_FILE).read_text("utf-8").split()
    assert badge.stem == f"badge-{number}"
    assert "Anna" not in (project / NUMBERS_FILE).read_text("utf-8")
    assert commands.main(["badge", "verify", str(badge), str(tmp_path / "anna.json")]) == 1
    said = capsys.readouterr().out
    assert f"Ondertekend door {ISSUER}" in said
    assert "verklaring, niet beveiligd" in said
    assert commands.main(["badge", "revoke", key, "4" if number != "4" else "5", "--yes"]) == 1
    assert commands.main(["badge", "verify", str(badge)]) == 0
    assert commands.main(["badge", "revoke", key, str(badge), "--yes"]) == 0
    assert commands.main(["badge", "verify", str(badge)]) == 1
    assert "ingetrokken door wie hem ondertekende" in capsys.readouterr().out


STRANGE: list[tuple[dict[str, Any], str]] = [
    ({"course": {"id": "elders", "title": "Proefpad", "edition": ""}}, "van een ander leerpad (elders)"),
    ({"name": "Anna\x1b[2J"}, "tekens in die niet te zien zijn"),
    ({"name": "Anna \u202eseirV ed"}, "tekens in die niet te zien zijn"),
    ({"levels": []}, "geen enkel niveau"),
    ({"levels": [{"level": "nul\x1b[2J", "title": "", "passed": "2026-05-01"}]}, "niet heeft"),
    ({"levels": [{"level": "een", "title": "", "passed": "2026-05-01"}] * 2}, "dubbel"),
    ({"levels": [{"level": "een", "title": "", "passed": "2999-05-01"}]}, "nog moet komen"),
    ({"kind": "scan"}, "niet te lezen"),
    ({"name": "A" * 9_000}, "niet te lezen"),
]


def test_statements_that_cannot_be_so_are_not_signed_and_hold_up_no_other(
    project: Path, key: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    strange = [statement(tmp_path / f"{number}.json", **changes) for number, (changes, _) in enumerate(STRANGE)]
    capsys.readouterr()
    assert commands.main(["badge", "sign", key, *strange, statement(tmp_path / "bea.json"), "--yes"]) == 1
    said = capsys.readouterr()
    for line, file, (_, words) in zip(said.err.splitlines(), strange, STRANGE, strict=True):
        assert line.startswith(f"{file}: ")
        assert words in line
    assert "\x1b" not in said.err + said.out
    assert len(list(tmp_path.glob("badge-*.jwt"))) == 1  # the good one


def test_nothing_is_signed_where_nobody_says_yes(
    project: Path, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sign = ["badge", "sign", key, statement(tmp_path / "anna.json")]
    for said, status in (("n\n", 0), ("\n", 0), ("j\n", 0)):
        typed = io.StringIO(said)
        monkeypatch.setattr(typed, "isatty", lambda: True)
        monkeypatch.setattr("sys.stdin", typed)
        assert commands.main(sign) == status
        assert (len(list(tmp_path.glob("badge-*.jwt"))) == 1) == (said == "j\n")
    typed = io.StringIO("")
    monkeypatch.setattr(typed, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", typed)
    assert commands.main(sign) == 130  # somebody closes the window
    monkeypatch.setattr("sys.stdin", io.StringIO("j\n"))
    assert commands.main(sign) == 1
    assert "--yes" in capsys.readouterr().err


def test_a_site_that_moves_keeps_its_keys_and_what_was_withdrawn(project: Path, key: str, tmp_path: Path) -> None:
    assert commands.main(["badge", "sign", key, statement(tmp_path / "anna.json"), "--yes"]) == 0
    number = (project / NUMBERS_FILE).read_text("utf-8").strip()
    assert commands.main(["badge", "revoke", key, number, "--yes"]) == 0
    rewrite(project / "mkdocs.yml", ADDRESS, "https://nieuw.voorbeeld.nl/")
    assert commands.main(["badge", "sign", key, statement(tmp_path / "anna.json"), "--yes"]) == 1
    assert commands.main(["badge", "key", key]) == 0
    document = read_did((project / DID_FILE).read_text("utf-8"))
    assert document is not None
    listed = read_status((project / STATUS_FILE).read_text("utf-8"), "did:web:nieuw.voorbeeld.nl:badges", document)
    assert int(number) in listed


def test_a_second_key_joins_the_first(project: Path, key: str, tmp_path: Path) -> None:
    assert commands.main(["badge", "sign", key, statement(tmp_path / "anna.json"), "--yes"]) == 0
    second = str(tmp_path / "tweede.pem")
    assert commands.main(["badge", "key", second]) == 0
    assert commands.main(["badge", "sign", second, statement(tmp_path / "bea.json"), "--yes"]) == 0
    badges = [str(file) for file in tmp_path.glob("badge-*.jwt")]
    assert commands.main(["badge", "verify", *badges]) == 0
    assert commands.main(["badge", "revoke", second, badges[0], "--yes"]) == 0
    assert commands.main(["badge", "verify", badges[1]]) == 0


def test_the_code_on_paper_leads_to_the_badge(project: Path, key: str, tmp_path: Path) -> None:
    import segno

    assert commands.main(["badge", "sign", key, statement(tmp_path / "anna.json"), "--yes"]) == 0
    [badge] = tmp_path.glob("badge-*.jwt")
    link = link_of(badge.read_text("utf-8"), PAGE)
    drawn = io.BytesIO()
    segno.make(link, error="l", micro=False).save(drawn, kind="png", scale=3, border=4)
    [seen] = zxingcpp.read_barcodes(Image.open(drawn))
    assert seen.text == link
    assert token_in(seen.text) == badge.read_text("utf-8")
    paper = badge.with_suffix(".html").read_text("utf-8")
    assert "http://" not in paper.replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert "<script" not in paper


def test_without_badges_in_its_settings_a_course_signs_nothing(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rewrite(project / "mkdocs.yml", f"    badges: {{issuer: '{ISSUER}'}}\n", "")
    assert commands.main(["badge", "key", str(tmp_path / "sleutel.pem")]) == 1
    assert "badges: {issuer:" in capsys.readouterr().err
    assert not (tmp_path / "sleutel.pem").exists()


def test_without_the_software_the_command_says_what_to_install(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [*sys.modules]:
        if name.startswith(("leerpad.badges.", "joserfc")) or name == "leerpad.commands.badge_acts":
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "joserfc", None)
    assert commands.main(["badge", "key", str(tmp_path / "sleutel.pem")]) == 1
    assert " python -m pip install joserfc segno" in capsys.readouterr().err
    assert not (tmp_path / "sleutel.pem").exists()
