"""A small scan, with everything that a scan can have."""

from __future__ import annotations

from support.trees import course

PAGE = "docs/scan.md"

SCAN = """\
id: proefscan
kind: scan
title: Proefscan
caveats: Geen *oordeel*.
intro: Kies wat past.
scale: [helemaal oneens, oneens, neutraal, eens, helemaal eens]
not_applicable: true
dimensions:
  - {id: rust, title: Rust, level: een, min_answered: 2}
  - {id: werk, title: Werk}
bands:
  - {id: laag, title: laag, from: 1}
  - {id: midden, title: midden, from: 2.5}
  - {id: hoog, title: hoog, from: 3.5}
statements:
  - {id: r1, dimension: rust, text: Ik slaap goed.}
  - {id: r2, dimension: rust, reverse: true, text: Ik ben moe.}
  - {id: w1, dimension: werk, text: Ik werk graag.}
  - {id: w2, dimension: werk, text: Ik werk *veel*.}
  - {id: los, text: Ik fiets.}
alerts:
  - {statement: w2, from: 4, text: Neem rust.}
retired:
  - {id: r0, text: Ik droom zelden.}
profiles:
  - id: gelijk
    title: Gelijk
    text: Overal hetzelfde.
    when: {same_answers: true}
  - id: moe
    title: Moe
    text: Slaap eerst.
    level: drie
    when: {rust: laag}
  - id: goed
    title: Goed
    text: Ga zo door.
    when:
      rust: [midden, hoog]
      any:
        - {werk: midden}
        - {werk: hoog}
      not: {werk: laag}
  - {id: stil, title: Stil, text: Praat eens., when: {rust: hoog}}
  - {id: rest, title: Rest, text: Alles wat overblijft.}
"""


PARTS = """\
parts:
  - {id: sterk, title: Sterk, several: true}
  - {id: begin, title: Begin}
profiles:
  - {id: gelijk, title: Gelijk, text: Overal hetzelfde., when: {same_answers: true}}
  - {id: rust-hoog, part: sterk, title: Rust is er, text: Rust is hoog., when: {rust: hoog}, says: {rust: hoog}}
  - {id: werk-hoog, part: sterk, title: Werk is er, text: Werk is hoog., when: {werk: hoog}, says: {werk: hoog}}
  - {id: eerst-rust, part: begin, title: Eerst rust, text: T, level: drie, when: {rust: laag}, says: {rust: laag}}
  - {id: dan-werk, part: begin, title: Dan werk, text: T, when: {not: {rust: laag}}, says: {rust: [midden, hoog]}}
"""


def composed() -> str:
    """The small scan, with an outcome that is composed of parts."""
    return SCAN[: SCAN.index("profiles:")] + PARTS


def scan_course() -> dict[str, str]:
    """The small course with a scan on a page of its own."""
    return {**course(), "quizzes/scan.yml": SCAN, PAGE: "# Scan\n\n<!-- scan: proefscan -->\n"}
