"""The quizzes and scans of a course, read from disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.course.load.copies import keep_older
from leerpad.course.load.folders import claimed_ids, visible
from leerpad.course.model.file_index import FileIndex, index_quiz, index_scan
from leerpad.course.model.files import QuizFile
from leerpad.course.scan.model import ScanFile
from leerpad.source.diagnostics import START, Report
from leerpad.source.shape import ModelFile, locate, shape
from leerpad.source.tree import Mapping, Scalar, read_tree

if TYPE_CHECKING:
    from leerpad.course.load.reader import CourseReader
    from leerpad.source.files import SourceText

_YAML = {".yml", ".yaml"}
_QuizOrScan = tuple[ModelFile[QuizFile] | None, ModelFile[ScanFile] | None, FileIndex]
_SCHEMA = ".schema.json"  # files that end so are made by us, for editors


def load_quizzes(reader: CourseReader) -> tuple[dict[str, ModelFile[QuizFile]], dict[str, ModelFile[ScanFile]]]:
    """Every quiz and every scan, by its id; files of `quizzes/` that are neither go among the pictures."""
    roots, report, unread = reader.roots, reader.report, reader.unread
    quizzes: dict[str, ModelFile[QuizFile]] = {}
    scans: dict[str, ModelFile[ScanFile]] = {}
    if not roots.quizzes.is_dir():
        if roots.quizzes.exists():
            report.fault(roots.name(roots.quizzes), START, "file_for_folder")
            unread[roots.name(roots.quizzes)] = set()
        return quizzes, scans
    make = _quiz_or_scan if reader.keeps_trees else _quiz_or_scan_without_tree
    for file in visible(roots.quizzes):
        path = roots.name(file)
        if file.name.endswith(_SCHEMA) or (file.suffix not in _YAML and file.is_dir()):
            continue
        if file.suffix not in _YAML:
            reader.images[path] = file
            continue
        known = reader.read("quiz", file, path, make)
        if known is None:
            unread[path] = claimed_ids(file)
            continue
        quiz, scan, reader.indexes[path] = known
        if quiz:
            keep_older(quiz, quizzes, reader)
        if scan:
            keep_older(scan, scans, reader)
    return quizzes, scans


def _quiz_or_scan(source: SourceText, report: Report) -> _QuizOrScan | None:
    """What a file in `quizzes/` holds, whole or not at all."""
    path = source.path
    tree = read_tree(source, report)
    kind = _kind_of(tree) if tree else ""
    if tree and kind == "scan":
        scan = shape(path, tree, ScanFile, report)
        return (None, scan, index_scan(scan)) if scan else None
    if tree and kind == "quiz":
        quiz = shape(path, tree, QuizFile, report)
        return (quiz, None, index_quiz(quiz)) if quiz else None
    if tree:
        report.fault(path, locate(tree, ("kind",)), "not_one_of", key="kind", value=kind, known="quiz, scan")
    return None


def _quiz_or_scan_without_tree(source: SourceText, report: Report) -> _QuizOrScan | None:
    found = _quiz_or_scan(source, report)
    if found is None:
        return None
    quiz, scan, file_index = found
    return quiz and ModelFile(quiz.path, quiz.model), scan and ModelFile(scan.path, scan.model), file_index


def _kind_of(tree: Mapping) -> str:
    """What a file in `quizzes/` says it is; a quiz need not say so."""
    kind = tree.entries.get("kind")
    if isinstance(kind, Scalar) and kind.data() is not None:
        return kind.text
    # Where it isn't said, or not well, the keys tell which faults will be told.
    return "scan" if "statements" in tree.entries and "questions" not in tree.entries else "quiz"
