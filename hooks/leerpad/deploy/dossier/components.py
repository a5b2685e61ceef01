"""The software that makes a site, and that a site carries: names, versions, licences and sums, as far as known."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, distribution
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.metadata import Distribution

ENGINE = "leerpad"
_LOCKED = re.compile(
    r"^([\w.-]+)==([^\s;]+)(?: ; ([^\n\\]+?))? *\\?\n((?:[ \t]+--hash=sha256:[0-9a-f]{64} *\\?\n)*)"
    r"((?:[ \t]+#.*\n?)*)",
    re.MULTILINE,
)
_ASKED_BY = re.compile(r"#[ \t]+(?:via[ \t]+)?([\w.-]+)")
_SUM = re.compile(r"sha256:([0-9a-f]{64})")
_SPDX_WORDS = re.compile(r"[A-Za-z0-9.-]+-\d[A-Za-z0-9.-]*|MIT(?:-0)?|ISC|0BSD|Zlib|Unlicense")
_EXTRA = re.compile(r"\bextra\s*==")


@dataclass(frozen=True)
class Component:
    """One piece of software. `licence` is as its maker wrote it; `is_spdx` if that is an expression of SPDX."""

    name: str
    version: str = ""
    licence: str = ""
    is_spdx: bool = False
    sums: tuple[str, ...] = ()
    marker: str = ""
    needs: tuple[str, ...] = ()


def locked(lock: str) -> list[Component]:
    """The engine, and what a lock file names, with the sums that it allows and who asks for it.

    Licences are those of what is installed, if it is.
    """
    entries = _LOCKED.findall(lock)
    needs: dict[str, set[str]] = {}
    for name, *_, asked in entries:
        for asking in _ASKED_BY.findall(asked):
            needs.setdefault(asking, set()).add(name)
    pinned = [
        replace(
            _component(name, version, tuple(_SUM.findall(hashes)), marker.strip()),
            needs=tuple(sorted(needs.get(name, ()))),
        )
        for name, version, marker, hashes, _ in entries
    ]
    return [Component(ENGINE, needs=tuple(sorted(needs.get(ENGINE, ())))), *pinned]


def installed(root: str = ENGINE) -> list[Component]:
    """What is installed of a package and of all that it needs, by name. Empty if the package itself isn't installed."""
    found: dict[str, Component] = {}
    waiting = [root]
    while waiting:
        name = _plain_name(waiting.pop())
        known = _known(name)
        if name in found or known is None:
            continue
        found[name] = _component(name, known.version)
        waiting += _needs(known)
    return [found[name] for name in sorted(found)]


def carried(notices: str) -> Iterator[Component]:
    """What the pages of a site bring to a browser, from the list of its notices."""
    entries = re.split(r"\n(?=\S)", notices.partition("\n\n\n")[2])
    for entry in entries:
        name, _, text = entry.partition("  ")
        yield Component(name.strip(), licence=_noticed(" ".join(text.split())), is_spdx=True)


_NOTICED = {
    "MIT License": "MIT",
    "Apache License 2.0": "Apache-2.0",
    "0BSD License": "0BSD",
    "Mozilla Public License 1.1": "MPL-1.1",
    "W3C Software and Document License": "W3C-20150513",
    "New BSD License": "BSD-3-Clause",
    "CC BY 4.0": "CC-BY-4.0",
    "SIL Open Font License 1.1": "OFL-1.1",
}
"""How the notices call a licence, and SPDX."""


def _noticed(text: str) -> str:
    return next((spdx for words, spdx in _NOTICED.items() if words in text), "")


def _component(name: str, version: str, sums: tuple[str, ...] = (), marker: str = "") -> Component:
    known = _known(name)
    if known is None or known.version != version:
        return Component(name, version, sums=sums, marker=marker)
    licence, is_spdx = _licence(known)
    needs = tuple(sorted({_plain_name(need) for need in _needs(known)}))
    return Component(name, version, licence, is_spdx, sums, marker, needs)


def _known(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _licence(known: Distribution) -> tuple[str, bool]:
    said = known.metadata.get_all("License-Expression")
    if said:
        return said[0], True
    short = (known.metadata.get_all("License") or [""])[0].strip()
    if short and short != "UNKNOWN" and "\n" not in short and len(short) < 80:
        return short, _SPDX_WORDS.fullmatch(short) is not None
    classes = [one for one in known.metadata.get_all("Classifier") or [] if one.startswith("License :: ")]
    return " / ".join(one.rpartition(" :: ")[2] for one in classes), False


def _needs(known: Distribution) -> list[str]:
    """What it needs wherever it runs: what only an extra asks is left out."""
    asked = [need for need in known.requires or [] if not _EXTRA.search(need)]
    return [found[0] for need in asked if (found := re.match(r"[\w.-]+", need))]


def _plain_name(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
