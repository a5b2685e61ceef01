"""What a learning system reads first: `imsmanifest.xml` of SCORM, `cmi5.xml` of cmi5.

Identifiers are made of the course's own, never of a version or a day: with others, a learning system takes a new
version for another course, and everybody begins anew.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from leerpad.deploy.lms import SHELL

if TYPE_CHECKING:
    from collections.abc import Iterable

IMSCP12 = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADLCP12 = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
IMSCP04 = "http://www.imsglobal.org/xsd/imscp_v1p1"
ADLCP04 = "http://www.adlnet.org/xsd/adlcp_v1p3"
IMSSS = "http://www.imsglobal.org/xsd/imsss"
CMI5 = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
EDITIONS = {"3": "2004 3rd Edition", "4": "2004 4th Edition"}


@dataclass(frozen=True)
class About:
    """What a manifest says of a package.

    `name` is the same in every version, `mastery` the mean of the pass marks of the tests that must be passed.
    """

    name: str
    title: str
    summary: str
    language: str
    iri: str = ""
    mastery: float = 0.0
    move_on: str = "CompletedAndPassed"
    metadata: etree._Element | None = field(default=None, compare=False)


def scorm12(about: About, files: Iterable[str]) -> bytes:
    """The manifest of SCORM 1.2: one item, with every file of the package."""
    return _scorm(about, files, IMSCP12, ADLCP12, "1.2")


def scorm2004(about: About, files: Iterable[str], edition: str) -> bytes:
    """The manifest of SCORM 2004.

    Its one rule says that the course itself tells whether it is done: without it, some systems take a visit for that.
    """
    return _scorm(about, files, IMSCP04, ADLCP04, EDITIONS[edition])


def _scorm(about: About, files: Iterable[str], imscp: str, adlcp: str, version: str) -> bytes:
    is_old = adlcp == ADLCP12
    names = {None: imscp, "adlcp": adlcp} | ({} if is_old else {"imsss": IMSSS})
    root = etree.Element(f"{{{imscp}}}manifest", nsmap=names, identifier=about.name, version="1.0")

    def add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
        made = etree.SubElement(parent, f"{{{imscp}}}{name}", attributes)
        made.text = text
        return made

    metadata = add(root, "metadata")
    add(metadata, "schema", "ADL SCORM")
    add(metadata, "schemaversion", version)
    if about.metadata is not None:
        metadata.append(about.metadata)
    organizations = add(root, "organizations", default=f"{about.name}-path")
    organization = add(organizations, "organization", identifier=f"{about.name}-path")
    add(organization, "title", about.title)
    shown = {"identifier": f"{about.name}-course", "identifierref": f"{about.name}-shell", "isvisible": "true"}
    item = add(organization, "item", **shown)
    add(item, "title", about.title)
    if not is_old:
        sequencing = etree.SubElement(item, f"{{{IMSSS}}}sequencing")
        controls = {"completionSetByContent": "true", "objectiveSetByContent": "true"}
        etree.SubElement(sequencing, f"{{{IMSSS}}}deliveryControls", controls)
    resource = add(add(root, "resources"), "resource", identifier=f"{about.name}-shell", type="webcontent", href=SHELL)
    resource.set(f"{{{adlcp}}}{'scormtype' if is_old else 'scormType'}", "sco")
    for file in sorted(files):
        add(resource, "file", href=file)
    return _text(root)


def cmi5(about: About) -> bytes:
    """The course structure of cmi5: one assignable unit."""
    root = etree.Element(f"{{{CMI5}}}courseStructure", nsmap={None: CMI5})

    def add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
        made = etree.SubElement(parent, f"{{{CMI5}}}{name}", attributes)
        made.text = text
        return made

    def describe(parent: etree._Element) -> None:
        for name, text in (("title", about.title), ("description", about.summary)):
            add(add(parent, name), "langstring", text, lang=about.language)

    describe(add(root, "course", id=about.iri))
    mastery = int(about.mastery * 1e4 + 1e-6) / 1e4  # as client/answers.js rounds the score of who just passed
    wish = {"moveOn": about.move_on, "masteryScore": f"{mastery:.4f}".rstrip("0").rstrip(".")}
    unit = add(root, "au", id=f"{about.iri}/course", launchMethod="AnyWindow", **wish)
    describe(unit)
    add(unit, "url", SHELL)
    return _text(root)


def _text(root: etree._Element) -> bytes:
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"
