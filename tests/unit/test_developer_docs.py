"""What is written for developers is true: every path exists, every name beside a path stands in that file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.trees import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

ENGINE = REPOSITORY / "hooks" / "leerpad"
PAGES = sorted((ENGINE / "docs").glob("*.md"))
TOUR = ENGINE / "README.md"
WRITTEN = [REPOSITORY / "CONTRIBUTING.md", TOUR, *PAGES]
BASES = (REPOSITORY, REPOSITORY / "hooks", ENGINE)

MADE_BY_A_BUILD = {"site/", "dist/", "site/index.html", "service-worker.js", "404.html", "nginx.conf", "web.config"}
MADE_BY_THE_READER = {
    "de.yml",
    "language_de.yml",
    "examples.de.yml",
    "guide/de",
    "sitemap.xml",
    ".venv",
    "index.html",
    "level.yml",
}
_PATH = re.compile(r"[\w.<>*-]*(?:/[\w.<>*-]+)+/?|[\w-]+\.(?:py|js|css|html|yml|md|toml|ts|json)|[\w-]+/")
_QUOTED = re.compile(r"`([^`\n]+)`(?: \(((?:`[\w.]+`(?:, )?)+)\))?")


def prose(page: Path) -> str:
    return re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)


def found(path: str) -> list[Path]:
    pattern = re.sub(r"<\w+>", "*", path).rstrip("/")
    return [file for base in BASES for file in base.glob(pattern)]


def named_paths(page: Path) -> list[tuple[str, list[str]]]:
    """The paths that a page names, each with the names in parentheses behind it."""
    quoted = [(path, re.findall(r"[\w.]+", names or "")) for path, names in _QUOTED.findall(prose(page))]
    made = MADE_BY_A_BUILD | MADE_BY_THE_READER
    return [(path, names) for path, names in quoted if _PATH.fullmatch(path) and path not in made]


def lost_paths(page: Path) -> list[str]:
    """The paths on a page that lead nowhere, and the names behind a path that don't stand in that file."""
    named = named_paths(page)
    return [path for path, _ in named if not found(path)] + [
        f"{path}: {name}"
        for path, names in named
        for name in names
        if not any(re.search(rf"\b{name}\b", file.read_text("utf-8")) for file in found(path) if file.is_file())
    ]


def lost_links(page: Path) -> list[str]:
    """The links on a page to a file or a heading that isn't there."""
    return [target for target in re.findall(r"\]\((?!https?:)([^)\s]+)\)", prose(page)) if not leads(page, target)]


def leads(page: Path, target: str) -> bool:
    path, _, anchor = target.partition("#")
    file = (page.parent / path) if path else page
    if not file.exists() or not anchor:
        return file.exists()
    headings = re.findall(r"^#+ (.+)$", file.read_text("utf-8"), re.MULTILINE)
    return anchor in {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def lost_targets(page: Path) -> set[str]:
    """What a page says to make, and the Makefile can't."""
    targets = set(re.findall(r"^([a-z-]+):", (REPOSITORY / "Makefile").read_text("utf-8"), re.MULTILINE))
    code = "\n".join(re.findall(r"`[^`\n]+`", prose(page)))
    return set(re.findall(r"`?\bmake ([a-z-]+)\b(?=[`\s]|$)", code)) - targets


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.relative_to(REPOSITORY).as_posix())
def test_every_path_that_developers_are_led_to_exists(page: Path) -> None:
    assert lost_paths(page) == []


@pytest.mark.parametrize("page", [page for page in PAGES if page.name.startswith("add-")], ids=lambda page: page.name)
def test_who_is_sent_to_dutch_is_sent_to_english_too(page: Path) -> None:
    """These two are whole; what another language lacks comes in Dutch."""
    named = {path for path, _ in named_paths(page)}
    asked = [path for path in named if re.match(r"(guide|locales)/nl\b|questions/\w+/examples\.nl\b", path)]
    assert {re.sub(r"\bnl\b", "en", path) for path in asked} - named == set()


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.relative_to(REPOSITORY).as_posix())
def test_every_link_between_the_pages_for_developers_leads_somewhere(page: Path) -> None:
    assert lost_links(page) == []


def test_the_tour_leads_to_every_page_and_says_its_question() -> None:
    rows = dict(re.findall(r"^\| (.+\?) \| \[.+\]\(docs/(.+)\) \|$", TOUR.read_text("utf-8"), re.MULTILINE))
    assert sorted(rows.values()) == [page.name for page in PAGES]
    for question, name in rows.items():
        title = (ENGINE / "docs" / name).read_text("utf-8").partition("\n")[0].removeprefix("# ")
        assert question.startswith(title), name


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.relative_to(REPOSITORY).as_posix())
def test_every_make_target_that_is_named_exists(page: Path) -> None:
    assert lost_targets(page) == set()
