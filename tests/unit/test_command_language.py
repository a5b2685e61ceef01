"""In which language the command speaks: that of the course, of who types, or of the system."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.trees import SETTINGS, write_tree

from leerpad import commands
from leerpad.commands.course import spoken
from leerpad.locales import load_locale

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("system", "language"),
    [("en_US", "en"), ("nl_BE", "nl"), ("Dutch_Netherlands", "nl"), ("de_DE", "en"), (None, "en")],
)
def test_the_command_alone_explains_itself(
    system: str | None,
    language: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """In the language of the system, which Windows calls by its name; in English where we haven't got that."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("locale.getlocale", lambda: (system, "UTF-8"))
    assert commands.main([]) == 0
    told = capsys.readouterr().out
    assert load_locale(language).text("command.about") in " ".join(told.split())
    assert load_locale(language).text("command.build") in told


def test_a_language_that_is_not_there_is_refused_in_one_that_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for system, told in (("fr_FR", "isn’t known; choose from"), ("nl_NL", "ken ik niet")):
        monkeypatch.setattr("locale.getlocale", lambda name=system: (name, "UTF-8"))
        assert commands.main(["new", "x", "--language", "fr"]) == 2
        assert f"'fr' {told}" in capsys.readouterr().err


def test_a_language_may_be_typed_in_capitals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: ("en_US", "UTF-8"))
    assert [spoken(words) for words in (["--language", "NL"], ["--language=Nl"], [])] == ["nl", "nl", "en"]


def test_in_a_course_a_word_that_is_typed_wrongly_begins_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(write_tree(tmp_path, {"mkdocs.yml": SETTINGS}))
    assert commands.main(["new", "leson"]) == 2
    assert "'leson' ken ik niet" in capsys.readouterr().err
