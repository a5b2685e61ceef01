"""What a catalogue asks of a course, in the words of IEEE LOM, of which NL-LOM is a profile: from what authors write.

SCORM 2004 takes LOM as it is; SCORM 1.2 an older form of it, with other names for the same things.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from leerpad.course.model.course import Course

LOM = "http://ltsc.ieee.org/xsd/LOM"
IMSMD = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_LONGEST = 1000
"""Letters of a text that every catalogue takes."""


@dataclass(frozen=True)
class Names:
    """How a form of LOM calls what the other calls otherwise."""

    space: str
    life: str
    time: str
    duration: str
    text: str
    language: str


OLD = Names(IMSMD, "lifecycle", "typicallearningtime", "datetime", "langstring", XML_LANG)
NEW = Names(LOM, "lifeCycle", "typicalLearningTime", "duration", "string", "language")


@dataclass(frozen=True)
class Card:
    """What is said of a course. `rights` is empty where nobody wrote who may do what with it."""

    name: str
    title: str
    summary: str
    language: str
    goals: tuple[str, ...] = ()
    minutes: int = 0
    version: str = ""
    rights: str = ""


def card_of(course: Course, name: str, title: str, summary: str, language: str, rights: str) -> Card:
    """The card of a course."""
    goals = tuple(goal for level in course.levels for goal in level.goals)
    minutes = sum(map(course.level_minutes, course.levels))
    return Card(name, title, summary, language, goals, minutes, course.settings.version or "", rights)


def lom(card: Card, *, is_old: bool) -> etree._Element:
    """The card as an element of a manifest."""
    names = OLD if is_old else NEW
    root = etree.Element(f"{{{names.space}}}lom", nsmap={None: names.space})

    def add(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
        made = etree.SubElement(parent, f"{{{names.space}}}{name}")
        made.text = text
        return made

    def say(parent: etree._Element, text: str, language: str = card.language) -> None:
        add(parent, names.text, text[:_LONGEST]).set(names.language, language)

    general = add(root, "general")
    if not is_old:
        identifier = add(general, "identifier")
        add(identifier, "catalog", "Leerpad")
        add(identifier, "entry", card.name)
    say(add(general, "title"), card.title)
    if is_old:
        entry = add(general, "catalogentry")
        add(entry, "catalog", "Leerpad")
        say(add(entry, "entry"), card.name, "x-none")
    add(general, "language", card.language)
    say(add(general, "description"), card.summary)
    if card.version:
        say(add(add(root, names.life), "version"), card.version)
    if card.minutes:
        time = add(add(root, "educational"), names.time)
        add(time, names.duration, f"PT{card.minutes // 60}H{card.minutes % 60}M")
    if card.rights:
        say(add(add(root, "rights"), "description"), card.rights)
    for goal in card.goals:
        about = add(root, "classification")
        purpose = add(about, "purpose")
        if is_old:
            say(add(purpose, "source"), "LOMv1.0", "x-none")
            say(add(purpose, "value"), "Educational Objective", "x-none")
        else:
            add(purpose, "source", "LOMv1.0")
            add(purpose, "value", "educational objective")
        say(add(about, "description"), goal)
    return root
