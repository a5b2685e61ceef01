"""The two ways in which QTI writes its names: `qti-simple-choice` in 3.0, `simpleChoice` before."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Version:
    """One version that we write: its namespaces, and where its ready response processing stands."""

    item: str
    package: str
    item_type: str
    templates: str
    suffix: str
    is_kebab: bool

    def element(self, name: str) -> str:
        """The name of an element, from its name in 3.0 without `qti-`."""
        return f"qti-{name}" if self.is_kebab else camel(name)

    def attribute(self, name: str) -> str:
        """The name of an attribute, from its name in 3.0."""
        return name if self.is_kebab else camel(name)

    def template(self, name: str) -> str:
        """The address of ready response processing."""
        return f"{self.templates}{name}{self.suffix}"


VERSIONS = {
    "qti3": Version(
        "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
        "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
        "imsqti_item_xmlv3p0",
        "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/",
        ".xml",
        is_kebab=True,
    ),
    "qti22": Version(
        "http://www.imsglobal.org/xsd/imsqti_v2p2",
        "http://www.imsglobal.org/xsd/imscp_v1p1",
        "imsqti_item_xmlv2p2",
        "http://www.imsglobal.org/question/qti_v2p2/rptemplates/",
        "",
        is_kebab=False,
    ),
}


def camel(name: str) -> str:
    """`simple-choice` as `simpleChoice`."""
    return re.sub(r"-([a-z])", lambda found: found[1].upper(), name)


def kebab(name: str) -> str:
    """Either way of writing as `simple-choice`. What can't be a name without its beginning gets another one."""
    made = re.sub(r"([A-Z])", lambda found: f"-{found[1].lower()}", name.removeprefix("qti-")).lstrip("-")
    return made if re.match(r"[^\W\d]", made) else f"x-{made}"
