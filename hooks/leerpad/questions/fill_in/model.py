"""A text with gaps to fill in: points per gap."""

from __future__ import annotations

import re
from collections import Counter
from operator import itemgetter
from typing import TYPE_CHECKING, Annotated, Literal, TypedDict

from pydantic import Field

from leerpad.questions.base import ScoredQuestion, text_key
from leerpad.questions.fill_in.cloze_html import fill_gaps
from leerpad.questions.fill_in.gap import GAP, Gap, GapKey, gap_keys
from leerpad.questions.neutral import ClozeForm
from leerpad.source.diagnostics import Fault
from leerpad.source.names import ID_PATTERN, Names, did_you_mean, given_twice
from leerpad.source.shape import KeyPath, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.questions.base import Rendering
    from leerpad.questions.neutral import Form

MOST_GAPS = 100

# Where Markdown makes no text of what it reads: a tag, a link's address, the definition of a link or abbreviation.
_NO_TEXT = (
    re.compile(r"<[^<>]*>"),
    re.compile(r"\]\([^)\n]*"),
    re.compile(r"^ {0,3}\*?\[[^\]\n]+\]:.*", re.MULTILINE),
)


class FillInKey(TypedDict):
    """Of each gap, by its name, what is right in it."""

    gaps: dict[str, GapKey]


class FillInAids(TypedDict):
    """Of each gap the mistakes that the author saw coming, in the order of their reasons."""

    reject: dict[str, list[list[str]]]


class FillIn(ScoredQuestion):
    """A Markdown text with gaps: `{{gap-name}}`."""

    type: Literal["fill_in"]
    text: Text
    gaps: Annotated[dict[str, Gap], Field(max_length=MOST_GAPS)]

    @property
    def names(self) -> list[str]:
        """The names of the gaps, in the order of the text."""
        return list(dict.fromkeys(self._written_names))

    @property
    def _written_names(self) -> list[str]:
        return [name.strip() for name in GAP.findall(self.text)]

    @property
    def width(self) -> int:
        """Letters of the longest accepted text: as wide are all gaps, so that none gives its answer away."""
        return max(len(text) for gap in self.gaps.values() for text in gap.accept)

    def texts(self) -> Iterator[tuple[KeyPath, str]]:
        """The common texts, the text around the gaps, and the reasons."""
        yield from super().texts()
        yield ("text",), GAP.sub("", self.text)
        for name, gap in self.gaps.items():
            if gap.feedback is not None:
                yield ("gaps", name, "feedback"), gap.feedback
            for index, reject in enumerate(gap.reject):
                yield ("gaps", name, "reject", index, "feedback"), reject.feedback

    def context(self, rendering: Rendering) -> dict[str, object]:
        """How to put something into the gaps of a text."""
        return {"fill_gaps": lambda text, part: fill_gaps(text, part, rendering.block)}

    def check(self) -> Iterator[Fault[KeyPath]]:
        """Gaps and their rules belong together, one to one; a label names one gap."""
        counts = Counter(self._written_names)
        if not counts:
            yield Fault("no_gap", ("text",))
        if any("{{" in found[0] for pattern in _NO_TEXT for found in pattern.finditer(self.text)):
            yield Fault("gap_outside_text", ("text",))
        unwritten = set(self.gaps) - set(counts)
        rules = Names(sorted(unwritten))
        for name, count in counts.items():
            if not re.fullmatch(ID_PATTERN, name):
                yield Fault("bad_gap_name", ("text",), {"name": name})
            elif name not in self.gaps:
                code, params = did_you_mean("gap_without_rule", name, rules, name=name)
                unwritten.discard(str(params["suggestion"]))  # one slip of the pen is one fault
                yield Fault(code, ("text",), params)
            if count > 1:
                yield Fault("same_gap", ("text",), {"name": name})
        labels = [(name, text_key(gap.label)) for name, gap in self.gaps.items() if gap.label is not None]
        for (name, _), (first, _) in given_twice(labels, itemgetter(1)):
            yield Fault("same_label", ("gaps", name, "label"), {"name": first})
        for name, gap in self.gaps.items():
            if name in unwritten:
                yield Fault("rule_without_gap", ("gaps", name), {"name": name}, of_key=True)
            for fault in gap.check():
                yield fault._replace(place=("gaps", name, *fault.place))

    def key(self) -> FillInKey:
        """What is accepted in each gap, and what is forgiven."""
        return {"gaps": {name: gap.key() for name, gap in self.gaps.items()}}

    def aids(self) -> FillInAids:
        """The mistakes that the author saw coming, in the order of their reasons."""
        return {"reject": {name: [list(reject.text) for reject in gap.reject] for name, gap in self.gaps.items()}}

    def neutral(self) -> Form:
        """A text with gaps."""
        return ClozeForm(self.text, {name: self.gaps[name].neutral() for name in self.names})

    @classmethod
    def keys_of(cls, form: Form) -> dict[str, object] | None:
        """Those of a text with gaps."""
        if not isinstance(form, ClozeForm):
            return None
        return {"text": form.text, "gaps": {name: gap_keys(blank) for name, blank in form.blanks.items()}}

    def response_of(self, answer: dict[str, str]) -> dict[str, str] | None:
        """What is filled in, by the name of the gap."""
        return answer or None
