"""The software bill of materials, in the words of CycloneDX 1.6. The same version of a course gives the same bytes."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leerpad.deploy.dossier.components import Component

Json = dict[str, object]


def bill_of_materials(
    course: Component, made: int, engine: Component, tools: Iterable[Component], carried: Iterable[Component]
) -> bytes:
    """The bill of a course. `made`: seconds since 1970; `tools` make its site, `carried` goes to browsers."""
    root = {"type": "application", "bom-ref": f"course/{course.name}", **_named(course)}
    # Of one package a lock may hold two versions, for two versions of Python.
    tools = list({(one.name, one.version): one for one in tools if one.name != engine.name}.values())
    refs: dict[str, list[str]] = {}
    for one in tools:
        refs.setdefault(one.name, []).append(_purl(one))
    ours: Json = {"type": "library", "bom-ref": _purl(engine), **_named(engine), "scope": "required"}
    bom: Json = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, f'leerpad:{course.name}:{course.version}')}",
        "version": 1,
        "metadata": {"timestamp": datetime.fromtimestamp(made, UTC).isoformat(), "component": root},
        "components": [ours, *map(_carried, carried), *map(_tool, tools)],
        "dependencies": [
            {"ref": root["bom-ref"], "dependsOn": [_purl(engine)]},
            *({"ref": _purl(one), "dependsOn": _asked(one, refs)} for one in [engine, *tools]),
        ],
        # Where there is no lock and the engine isn't installed as a package, nobody knows what it ran with.
        "compositions": [{"aggregate": "complete" if tools else "incomplete", "dependencies": [_purl(engine)]}],
    }
    return f"{json.dumps(bom, indent=2, ensure_ascii=False)}\n".encode()


def _asked(one: Component, refs: dict[str, list[str]]) -> list[str]:
    return [ref for need in one.needs for ref in refs.get(need, [])]


def _carried(one: Component) -> Json:
    """Its version isn't known by itself: it comes inside the theme, packed."""
    return {"type": "library", "bom-ref": f"site/{one.name}", **_named(one), "scope": "required"}


def _tool(one: Component) -> Json:
    """It makes the site, and goes nowhere itself."""
    purl = _purl(one)
    told: Json = {"type": "library", "bom-ref": purl, **_named(one), "scope": "excluded", "purl": purl}
    if one.sums:
        hashes = [{"alg": "SHA-256", "content": content} for content in one.sums]
        told["externalReferences"] = [
            {"type": "distribution", "url": purl, "comment": "each file that the lock allows", "hashes": hashes}
        ]
    if one.marker:
        told["properties"] = [{"name": "leerpad:installed-where", "value": one.marker}]
    return told


def _named(one: Component) -> Json:
    told: Json = {"name": one.name}
    if one.version:
        told["version"] = one.version
    if one.licence:
        key = {"expression": one.licence} if one.is_spdx else {"license": {"name": one.licence}}
        told["licenses"] = [key]
    return told


def _purl(one: Component) -> str:
    return f"pkg:pypi/{one.name}@{one.version}"
