"""Packages for learning systems against the schemas of SCORM and cmi5: `python -m audit.lms FOLDER [MOODLE]`.

The folder holds what `make lms-audit` brings: an npm package with the schemas of SCORM, and that of cmi5 if it could be had.
The sets for SCORM 2004 lack the schema of LOM; one stands in the source of Moodle. Without that, LOM is taken out first.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree
from support.lms import read_course
from support.trees import SETTINGS, rich_course, write_tree

from leerpad.deploy.lms.lom import IMSMD, LOM
from leerpad.deploy.lms.manifest import ADLCP04, ADLCP12, CMI5, IMSCP04, IMSCP12, IMSSS
from leerpad.deploy.lms.package import Front, Wish, package_files
from leerpad.locales import load_locale

XML = "http://www.w3.org/XML/1998/namespace"
OLD = {IMSCP12: "imscp_rootv1p1p2.xsd", ADLCP12: "adlcp_rootv1p2.xsd", IMSMD: "imsmd_rootv1p2p1.xsd"}
NEW = {IMSCP04: "imscp_v1p1.xsd", ADLCP04: "adlcp_v1p3.xsd", IMSSS: "imsss_v1p0.xsd"}
SETS = [
    ("scorm12", "3", "scorm12edition", OLD),
    ("scorm2004", "3", "scorm20043rdedition", NEW),
    ("scorm2004", "4", "scorm20044thedition", NEW),
]
LOM_SCHEMA = "backup/cc/schemas/domainProfile_2/lomLoose_localised.xsd"
XS = "{http://www.w3.org/2001/XMLSchema}"
XML_SCHEMA = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="{XML}">
<xs:attribute name="lang" type="xs:string"/><xs:attribute name="base" type="xs:anyURI"/></xs:schema>"""
"""In the place of one in which the namespace of XML is the default one, which no reader of ours takes."""


def main(folder: Path, moodle: Path | None = None) -> int:
    """Say of each package whether it keeps to its schemas; 1 if one doesn't."""
    lom = etree.XMLSchema(etree.parse(moodle / LOM_SCHEMA)) if moodle else None
    with TemporaryDirectory() as room:
        return max([judge(folder, Path(room), lom, *one) for one in SETS] + [judge_cmi5(folder, Path(room))])


def judge(
    folder: Path, room: Path, lom: etree.XMLSchema | None, kind: str, edition: str, name: str, schemas: dict[str, str]
) -> int:
    [source] = folder.rglob(name)
    place = room / f"{kind}-{edition}"
    place.mkdir()
    for file in source.glob("*.xsd"):
        (place / file.name).write_bytes(XML_SCHEMA.encode() if file.name == "ims_xml.xsd" else without_slots(file))
    root = etree.fromstring(files(room, kind, edition)["imsmanifest.xml"])
    failed = 0
    for element in [*root.iter(f"{{{LOM}}}lom")]:
        failed = say(f"LOM of {kind} {edition}", lom, element) if lom else 0
        element.getparent().remove(element)
    return max(failed, say(f"{kind} {edition}", driver(place, schemas), root))


def without_slots(file: Path) -> bytes:
    """The schema of LOM for SCORM 1.2 has places for anybody's elements, which libxml2 can't read. We write none there."""
    root = etree.parse(file).getroot()
    for slot in [one for one in root.iter(f"{XS}group") if one.get("ref") == "grp.any"]:
        if file.name == OLD[IMSMD]:
            slot.getparent().remove(slot)
    return etree.tostring(root)


def judge_cmi5(folder: Path, room: Path) -> int:
    found = [*folder.rglob("CourseStructure.xsd")]
    if not found:
        print("cmi5: its schema is not there")
        return 0
    return say(
        "cmi5", driver(found[0].parent, {CMI5: found[0].name}), etree.fromstring(files(room, "cmi5", "3")["cmi5.xml"])
    )


def driver(place: Path, schemas: dict[str, str]) -> etree.XMLSchema:
    """One schema that imports all: by itself, that of a manifest passes what it doesn't know."""
    imports = "".join(
        f'<xs:import namespace="{name}" schemaLocation="{place / file}"/>' for name, file in schemas.items()
    )
    return etree.XMLSchema(
        etree.fromstring(f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>')
    )


def say(what: str, schema: etree.XMLSchema, root: etree._Element) -> int:
    is_well = schema.validate(root)
    print(f"{what}: {'keeps to its schema' if is_well else schema.error_log}")
    return 0 if is_well else 1


def files(room: Path, kind: str, edition: str) -> dict[str, bytes]:
    course = room / "course"
    more = "    pass_mark: 60%\n    version: '1'\n    packages: {iri: 'https://leren.voorbeeld.nl/p'}\n"
    write_tree(course, {**rich_course(), "mkdocs.yml": SETTINGS.replace("    pass_mark: 60%\n", more)})
    write_tree(course / "site", {"assets/leerpad/course.0123456789.js": "", "index.html": "<p>"})
    front = Front("Proef & pad", "Kort.", "MIT")
    return package_files(course / "site", read_course(course), load_locale("nl"), Wish(kind, edition), front)


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
