"""What a bank has no words for, in tags that it keeps: so our questions come back as the questions they were.

A tag is short (Moodle keeps 50 letters) and reads `lesson=the-id`, `form=groups`, `score=whole`, or
`gap=name typos=1 case accent space`. Tags of other makers are left alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from leerpad.questions.neutral import ChoiceForm, ClozeForm, MatchForm, OrderForm

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leerpad.questions.neutral import Blank, Form, NeutralQuestion

LONGEST = 50
_STRICT = {"case": "case_sensitive", "accent": "accent_sensitive", "space": "space_sensitive"}


@dataclass(frozen=True)
class Tags:
    """What was read from the tags of a question."""

    lesson: str | None = None
    is_groups: bool = False
    is_whole: bool = False
    gaps: dict[str, dict[str, bool | int]] = field(default_factory=dict)


def tags_of(question: NeutralQuestion) -> list[str]:
    """The tags of a question; one that would be too long is left out."""
    form = question.form
    tags = [f"lesson={question.lesson}"] if question.lesson else []
    if isinstance(form, MatchForm) and form.by_option:
        tags.append("form=groups")
    if isinstance(form, (ChoiceForm, OrderForm)) and not form.partial and getattr(form, "several", True):
        tags.append("score=whole")
    if isinstance(form, ClozeForm):
        tags += [gap_tag(name, blank) for name, blank in form.blanks.items()]
    return [tag for tag in tags if len(tag) <= LONGEST]


def gap_tag(name: str, blank: Blank) -> str:
    """The tag of one gap: its name, and how it compares."""
    strict = [word for word, key in _STRICT.items() if getattr(blank, key)]
    return " ".join([f"gap={name}", *([f"typos={blank.typos}"] if blank.typos else []), *strict])


def read_tags(tags: Iterable[str]) -> Tags:
    """What our tags among these say."""
    found = Tags()
    for tag in tags:
        name, _, value = tag.strip().partition("=")
        if name == "lesson":
            found = replace(found, lesson=value)
        elif tag == "form=groups":
            found = replace(found, is_groups=True)
        elif tag == "score=whole":
            found = replace(found, is_whole=True)
        elif name == "gap" and value.strip():
            gap, *words = value.split()
            found.gaps[gap] = _strictness(words)
    return found


def _strictness(words: list[str]) -> dict[str, bool | int]:
    strict: dict[str, bool | int] = {_STRICT[word]: True for word in words if word in _STRICT}
    typos = [word.removeprefix("typos=") for word in words if word.startswith("typos=")]
    if typos and typos[0].isdecimal():
        strict["typos"] = int(typos[0])
    return strict


def restored(form: Form, tags: Tags) -> Form:
    """The form, with what the tags know of it."""
    if isinstance(form, MatchForm):
        return replace(form, by_option=tags.is_groups)
    if isinstance(form, OrderForm) or (isinstance(form, ChoiceForm) and form.several):
        return replace(form, partial=form.partial and not tags.is_whole)
    if isinstance(form, ClozeForm) and tags.gaps and len(tags.gaps) == len(form.blanks):
        return _renamed(form, tags)
    return form


def _renamed(form: ClozeForm, tags: Tags) -> ClozeForm:
    """The gaps under their own names; tags stand in the order of the text."""
    text = form.text
    blanks = {}
    for (old, blank), (name, strict) in zip(form.blanks.items(), tags.gaps.items(), strict=True):
        text = text.replace(f"{{{{{old}}}}}", f"{{{{\0{name}}}}}")
        blanks[name] = replace(blank, **strict)  # type: ignore[arg-type]
    return ClozeForm(text.replace("\0", ""), blanks)
