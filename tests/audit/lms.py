"""Packages for learning systems against the schemas of SCORM, LOM and cmi5: `python -m audit.lms [--cmi5 XSD] [--moodle FOLDER]`.

Those of SCORM come with `npm ci` (see the Makefile), so that a test looks at them too. Its sets for SCORM 2004 lack the schema
of LOM; one stands in the source of Moodle. Without that, LOM is taken out first.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree
from support.faults import load_flawless
from support.trees import REPOSITORY, SETTINGS, rich_course, write_tree

from leerpad.deploy.lms.lom import IMSMD, LOM
from leerpad.deploy.lms.manifest import ADLCP04, ADLCP12, CMI5, IMSCP04, IMSCP12, IMSSS
from leerpad.deploy.lms.package import Front, Wish, package_files
from leerpad.locales import load_locale

SCHEMAS = REPOSITORY / "node_modules" / "scorm-schemas"
"""Where those of SCORM are, if `npm ci` was run."""
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


def main(cmi5: Path | None = None, moodle: Path | None = None) -> int:
    """Say of each package whether it keeps to its schemas; 1 if one doesn't."""
    lom = etree.XMLSchema(etree.parse(moodle / LOM_SCHEMA)) if moodle else None
    with TemporaryDirectory() as folder:
        room = Path(folder)
        found = {f"{kind} {edition}": faults(room, kind, edition, lom) for kind, edition, _, _ in SETS}
        if cmi5:
            manifest = etree.fromstring(files(room, "cmi5", "3")["cmi5.xml"])
            found["cmi5"] = against(driver(cmi5.parent, {CMI5: cmi5.name}), manifest)
    for what, said in found.items():
        print(f"{what}: {'; '.join(said) or 'keeps to its schemas'}")
    return int(any(found.values()))


def faults(room: Path, kind: str, edition: str, lom: etree.XMLSchema | None = None) -> list[str]:
    """What the schemas say of a package of SCORM; `lom`: that of the metadata in SCORM 2004."""
    [(name, schemas)] = [(name, schemas) for one, other, name, schemas in SETS if (one, other) == (kind, edition)]
    [source] = SCHEMAS.rglob(name)
    place = room / f"{kind}-{edition}"
    place.mkdir()
    for file in source.glob("*.xsd"):
        (place / file.name).write_bytes(XML_SCHEMA.encode() if file.name == "ims_xml.xsd" else without_slots(file))
    root = etree.fromstring(files(room, kind, edition)["imsmanifest.xml"])
    found: list[str] = []
    for element in [*root.iter(f"{{{LOM}}}lom")]:
        found += against(lom, element) if lom is not None else []
        element.getparent().remove(element)
    return found + against(driver(place, schemas), root)


def without_slots(file: Path) -> bytes:
    """The schema of LOM for SCORM 1.2 has places for anybody's elements, which libxml2 can't read. We write none there."""
    root = etree.parse(file).getroot()
    for slot in [one for one in root.iter(f"{XS}group") if one.get("ref") == "grp.any"]:
        if file.name == OLD[IMSMD]:
            slot.getparent().remove(slot)
    return etree.tostring(root)


def driver(place: Path, schemas: dict[str, str]) -> etree.XMLSchema:
    """One schema that imports all: by itself, that of a manifest passes what it doesn't know."""
    imports = "".join(
        f'<xs:import namespace="{name}" schemaLocation="{place / file}"/>' for name, file in schemas.items()
    )
    return etree.XMLSchema(
        etree.fromstring(f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>')
    )


def against(schema: etree.XMLSchema, root: etree._Element) -> list[str]:
    """What a schema says is wrong."""
    return [] if schema.validate(root) else [str(said) for said in schema.error_log]


def files(room: Path, kind: str, edition: str) -> dict[str, bytes]:
    course = room / "course"
    more = "    pass_mark: 60%\n    version: '1'\n    packages: {iri: 'https://leren.voorbeeld.nl/p'}\n"
    write_tree(course, {**rich_course(), "mkdocs.yml": SETTINGS.replace("    pass_mark: 60%\n", more)})
    write_tree(course / "site", {"assets/leerpad/course.0123456789.js": "", "index.html": "<p>"})
    front = Front("Proef & pad", "Kort.", "MIT")
    return package_files(course / "site", load_flawless(course), load_locale("nl"), Wish(kind, edition), front)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--cmi5", type=Path)
    parser.add_argument("--moodle", type=Path)
    sys.exit(main(**vars(parser.parse_args())))
