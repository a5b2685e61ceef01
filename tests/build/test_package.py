"""The package: the same engine as in the folder `hooks`, installed as a plugin and a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.shelf import SITE
from support.trees import REPOSITORY, SETTINGS, rich_course, write_tree
from support.wheels import install, make_wheel, run

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("package")  # what a wheel is installed into is shared by these tests


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this commit."""
    return make_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which it is installed."""
    return install(wheel, tmp_path_factory.mktemp("installed"))


def contents(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


def test_the_same_commit_gives_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    assert make_wheel(tmp_path).read_bytes() == wheel.read_bytes()


def test_a_package_and_a_checkout_make_the_same_site(
    small_site: Path, installed: dict[str, str], tmp_path: Path
) -> None:
    """From a folder whose name has spaces and accents, and that git doesn't know: both may not matter."""
    course = tmp_path / "één cursus & meer"
    hook = f"hooks: [{REPOSITORY / 'hooks' / 'portal.py'}]\n"
    assert hook in SETTINGS
    settings = SETTINGS.replace(hook, "").replace("[search, offline]", "[search, offline, leerpad]")
    write_tree(course, {**rich_course(), "mkdocs.yml": settings})
    done = run(course, {**installed, "SOURCE_DATE_EPOCH": "0"}, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Git kent geen versie van deze cursus" in done.stdout
    ours, theirs = contents(course / SITE), contents(small_site)
    assert sorted(ours) == sorted(theirs)
    assert [name for name, content in ours.items() if content != theirs[name]] == []


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_new_course_is_a_site_at_once(language: str, installed: dict[str, str], tmp_path: Path) -> None:
    done = run(tmp_path, installed, "new", "cursus", "--language", language, "--name", "Ward 3", "--color", "green")
    assert done.returncode == 0, done.stdout + done.stderr
    course = tmp_path / "cursus"
    done = run(course, installed, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stdout + done.stderr
    pages = {file.relative_to(course / SITE).as_posix() for file in (course / SITE).rglob("*.html")}
    lessons = {"en": "when/five-moments.html", "nl": "vooraf/alles-ligt-klaar.html"}
    assert lessons[language] in pages
    assert lessons["nl" if language == "en" else "en"] not in pages
    assert [page for page in pages if "guide" in page or "maken" in page] == []
    assert f'<html lang="{language}"' in (course / SITE / "index.html").read_text("utf-8")
    [styles] = (course / SITE / "assets" / "leerpad").glob("leerpad.*.css")
    assert "--lp-accent:#1b6b3a" in styles.read_text("utf-8")
