"""Manifests of SCORM against the schemas that others keep: the same as `make lms-audit`, without what must be fetched by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from audit.lms import SCHEMAS, SETS, against, driver, faults
from lxml import etree

from leerpad.deploy.lms.manifest import IMSCP12

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the schemas come with make lint")


@pytest.mark.parametrize(("kind", "edition"), [(kind, edition) for kind, edition, _, _ in SETS])
def test_a_manifest_keeps_to_its_schemas(kind: str, edition: str, tmp_path: Path) -> None:
    assert faults(tmp_path, kind, edition) == []


def test_the_schemas_see_what_is_wrong(tmp_path: Path) -> None:
    """By itself, the schema of a manifest passes what it doesn't know: one that imports all doesn't."""
    assert faults(tmp_path, "scorm12", "3") == []
    schemas = next(names for kind, _, _, names in SETS if kind == "scorm12")
    manifest = etree.fromstring(f'<manifest xmlns="{IMSCP12}" identifier="x"><organisations/></manifest>')
    [said] = against(driver(tmp_path / "scorm12-3", schemas), manifest)
    assert "organisations" in said
