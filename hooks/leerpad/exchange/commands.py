"""The commands `export` and `import`: read the course, convert, write nothing that is there, and say what was lost."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from leerpad.authoring.starters import free_name, name_from
from leerpad.course.check.course import check_course, taken_ids
from leerpad.course.load.course import load_course
from leerpad.exchange import FORMATS
from leerpad.exchange.export import export
from leerpad.exchange.foreign import UnreadableError
from leerpad.exchange.html_in import HtmlReader
from leerpad.exchange.read_any import read_any
from leerpad.exchange.take_in import Intake
from leerpad.source.diagnostics import Report

if TYPE_CHECKING:
    from collections.abc import Callable

    from leerpad.course.load.reader import Roots
    from leerpad.course.model.course import Course
    from leerpad.exchange.bank import Loss
    from leerpad.locales import Locale

DIST = "dist"


def write_bank(
    roots: Roots, locale: Locale, kind: str, quiz: str | None, out: str | None, say: Callable[[str], None]
) -> int:
    """Write the questions of a course, or of one quiz, in one of `FORMATS`; 1 if that can't be done."""
    course = _whole_course(roots)
    if course is None:
        say(locale.text("exchange.faults_first"))
        return 1
    if quiz is not None and quiz not in course.quizzes:
        say(locale.text("exchange.unknown_quiz", value=quiz, known=", ".join(sorted(course.quizzes))))
        return 1
    name = f"{quiz or course.settings.course_id}-{kind}{FORMATS[kind]}"
    target = Path(out) if out else roots.project / DIST / name
    if out and target.exists():
        say(locale.text("exchange.exists", file=out))
        return 1
    made = export(course, kind, [quiz] if quiz else list(course.quizzes), locale)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(made.content)
    except OSError as error:
        say(locale.text("starter.not_written", file=error.filename, reason=error.strerror))
        return 1
    shown = target.relative_to(roots.project) if target.is_relative_to(roots.project) else target
    say(locale.text("exchange.written", file=shown.as_posix()))
    say(locale.plural("exchange.exported", made.count))
    for line in _told_losses(list(made.losses), locale):
        say(line)
    return 0


def _told_losses(losses: list[Loss], locale: Locale) -> list[str]:
    if not losses:
        return [locale.text("exchange.nothing_lost")]
    told = [locale.text("exchange.lost")]
    for question, group in groupby(sorted(set(losses)), key=lambda loss: loss.question):
        told.append(f"  {question}: {' · '.join(locale.text(f'exchange.loss.{loss.what}') for loss in group)}")
    return told


def read_bank(roots: Roots, locale: Locale, file: str, into: str, say: Callable[[str], None]) -> int:
    """Make a quiz of a foreign file in the folder of a level; 1 if nothing could be taken over."""
    given, course = Path(file), load_course(roots, Report())
    into = re.split(r"[\\/]", into.strip().rstrip("\\/"))[-1]
    folder = _folder(roots, into, course)
    if folder is None:
        known = sorted({*course.level_folders, *(one.parent.name for one in roots.quizzes.glob("*/*.yml"))})
        say(locale.text("exchange.unknown_level", value=into, known=", ".join(known)))
        return 1
    try:
        data = given.read_bytes()
        haul = read_any(data, given.name)
    except OSError:
        say(locale.text("exchange.no_file", file=file))
        return 1
    except UnreadableError as error:
        say(f"{_place(given.name, error)}: {locale.text(f'exchange.unreadable.{error.code}', **error.params)}")
        return 1
    name = free_name(name_from(given.stem) or "quiz", taken_ids(course) | {one.stem for one in folder.glob("*.yml")})
    texts = HtmlReader(haul.images, _image_namer(folder))
    intake = Intake(locale, texts, taken_ids(course) | {name}, set(course.lessons))
    taken = intake.quiz(haul.questions, name=name, title=_title(given.stem), file=given.name)
    if taken.count == 0:
        for line in [*taken.lost, locale.text("exchange.nothing")]:
            say(line)
        return 1
    try:
        _write(folder, name, taken.text, texts.kept)
    except OSError as error:
        say(locale.text("starter.not_written", file=error.filename, reason=error.strerror))
        return 1
    target = (folder / f"{name}.yml").relative_to(roots.project).as_posix()
    say(locale.plural("exchange.imported", taken.count).replace("{file}", target))
    if texts.kept:
        say(locale.plural("exchange.images", len(texts.kept)))
    for line in [locale.text("exchange.look"), *taken.said, *taken.lost] if taken.said or taken.lost else []:
        say(line)
    say(locale.text("exchange.next", id=name))
    return 0


def _write(folder: Path, name: str, text: str, images: dict[str, bytes]) -> None:
    """The images first: a quiz never refers to one that isn't there yet. Nothing is written over."""
    folder.mkdir(parents=True, exist_ok=True)
    for image, content in images.items():
        with (folder / image).open("xb") as opened:
            opened.write(content)
    with (folder / f"{name}.yml").open("x", encoding="utf-8", newline="\n") as written:
        written.write(text)


def _image_namer(folder: Path) -> Callable[[str, bytes], str]:
    """Gives an image its name in the folder: its own, or one with a number where another image has that."""
    given: dict[str, bytes] = {}

    def name(wanted: str, data: bytes) -> str:
        stem, ending = wanted.rsplit(".", 1)
        number, own = 1, wanted
        while given.get(own, data) != data or (own not in given and (folder / own).exists()):
            number += 1
            own = f"{stem}-{number}.{ending}"
        given[own] = data
        return own

    return name


def _whole_course(roots: Roots) -> Course | None:
    report = Report()
    course = load_course(roots, report)
    check_course(course, report)
    return None if report.faults else course


def _folder(roots: Roots, into: str, course: Course) -> Path | None:
    """The folder of quizzes that is meant, which needn't exist yet, by its name or the id of its level."""
    by_id = {level.id: level.folder for level in course.levels}
    name = by_id.get(into, into)
    folder = roots.quizzes / name
    return folder if name and (folder.is_dir() or name in course.level_folders) else None


def _title(stem: str) -> str:
    words = " ".join(re.sub(r"[_-]+", " ", stem).split())
    return words[:1].upper() + words[1:] or "Quiz"


def _place(file: str, error: UnreadableError) -> str:
    inside = f"{file} ({error.spot.file})" if error.spot.file else file
    numbers = [str(number) for number in (error.spot.line, error.column) if number]
    return ":".join([inside, *numbers])
