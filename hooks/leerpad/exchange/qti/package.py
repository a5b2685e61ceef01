"""A QTI content package: a zip with a manifest, one file per item, a test that holds them all, and the images."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from leerpad.exchange.qti.build import IMAGES
from leerpad.exchange.qti.names import VERSIONS
from leerpad.exchange.qti.write import ItemWriter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leerpad.exchange.bank import BankItem, Loss
    from leerpad.exchange.html_out import HtmlWriter
    from leerpad.exchange.qti.names import Version
    from leerpad.locales import Locale

ITEMS = "items/"
TEST = "test.xml"


def write_qti(
    kind: str, items: Iterable[BankItem], texts: HtmlWriter, locale: Locale, identifier: str
) -> tuple[dict[str, bytes], list[Loss]]:
    """The files of the package by their names in it, and what each question loses. `kind`: `qti3` or `qti22`."""
    version = VERSIONS[kind]
    writer = ItemWriter(version, texts, locale)
    found = list(items)
    files = {f"{ITEMS}{item.question.id}.xml": writer.item(item) for item in found}
    files = {name: content.replace(IMAGES.encode(), b"../" + IMAGES.encode()) for name, content in files.items()}
    images = {f"{IMAGES}{name}": file.read_bytes() for name, file in texts.used.items()}
    test = _test(version, found, identifier)
    manifest = _manifest(version, kind, identifier, list(files), list(images))
    return {"imsmanifest.xml": manifest, TEST: test, **files, **images}, writer.losses


def _test(version: Version, items: list[BankItem], identifier: str) -> bytes:
    """The questions as a test: a section per category, so that a reader of packages keeps their order."""

    def add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
        named = {version.attribute(key.replace("_", "-")): value for key, value in attributes.items()}
        return etree.SubElement(parent, f"{{{version.item}}}{version.element(name)}", named)

    root = etree.Element(f"{{{version.item}}}{version.element('assessment-test')}", nsmap={None: version.item})
    root.set("identifier", identifier)
    root.set("title", identifier)
    part = add(root, "test-part", identifier="part", navigation_mode="nonlinear", submission_mode="individual")
    section, category = part, None
    for item in items:
        if item.category != category:
            category = item.category
            number = len(part) + 1
            name = f"section-{number}"
            section = add(part, "assessment-section", identifier=name, title=" – ".join(category), visible="true")
        add(section, "assessment-item-ref", identifier=item.question.id, href=f"{ITEMS}{item.question.id}.xml")
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True))


def _manifest(version: Version, kind: str, identifier: str, items: list[str], images: list[str]) -> bytes:
    def add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
        element = etree.SubElement(parent, f"{{{version.package}}}{name}", attributes)
        element.text = text
        return element

    root = etree.Element(f"{{{version.package}}}manifest", {"identifier": identifier}, nsmap={None: version.package})
    metadata = add(root, "metadata")
    add(metadata, "schema", "QTI Package" if kind == "qti3" else "QTIv2.2 Package")
    add(metadata, "schemaversion", "3.0.0" if kind == "qti3" else "1.0.0")
    add(root, "organizations")
    resources = add(root, "resources")
    test_type = version.item_type.replace("_item_", "_test_")
    test = add(resources, "resource", identifier="test", type=test_type, href=TEST)
    add(test, "file", href=TEST)
    for name in items:
        own = name.removeprefix(ITEMS).removesuffix(".xml")
        add(test, "dependency", identifierref=f"item-{own}")
        item = add(resources, "resource", identifier=f"item-{own}", type=version.item_type, href=name)
        add(item, "file", href=name)
    for number, name in enumerate(images, start=1):
        image = add(resources, "resource", identifier=f"image-{number}", type="webcontent", href=name)
        add(image, "file", href=name)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True))
