"""A text with gaps to fill in: points per gap."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Literal

from leerpad.questions.base import Fault, ScoredQuestion
from leerpad.questions.fill_in.gap import Gap
from leerpad.source.shape import ID_PATTERN, Path, Text, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

GAP = re.compile(r"\{\{\s*(.*?)\s*\}\}")
"""A gap in a text, with its name."""

# Where Markdown makes no text of what it reads: a tag, a link's address, the definition of a link or abbreviation.
_NO_PLACE_FOR_A_GAP = re.compile(r"<[^<>]*?\{\{.*?>|\]\([^)\n]*?\{\{|^ {0,3}\*?\[[^\]\n]+\]:.*?\{\{", re.MULTILINE)


class FillIn(ScoredQuestion):
    """A Markdown text with gaps: `{{gap-name}}`."""

    type: Literal["fill_in"]
    text: Text
    gaps: dict[str, Gap]

    @property
    def names(self) -> list[str]:
        """The names of the gaps, in the order of the text."""
        return list(dict.fromkeys(GAP.findall(self.text)))

    @property
    def width(self) -> int:
        """Letters of the longest accepted text: as wide are all gaps, so that none gives its answer away."""
        return max(len(text) for gap in self.gaps.values() for text in gap.accept)

    def texts(self) -> Iterator[tuple[Path, str]]:
        """The common texts, the text around the gaps, and the reasons."""
        yield from super().texts()
        yield ("text",), GAP.sub("", self.text)
        for name, gap in self.gaps.items():
            if gap.feedback is not None:
                yield ("gaps", name, "feedback"), gap.feedback
            for index, reject in enumerate(gap.reject):
                yield ("gaps", name, "reject", index, "feedback"), reject.feedback

    def check(self) -> Iterator[Fault]:
        """Gaps and their rules belong together, one to one."""
        counts = Counter(GAP.findall(self.text))
        if not counts:
            yield Fault("no_gap", ("text",))
        if _NO_PLACE_FOR_A_GAP.search(self.text):
            yield Fault("gap_outside_text", ("text",))
        unwritten = set(self.gaps) - set(counts)
        for name, count in counts.items():
            if not re.fullmatch(ID_PATTERN, name):
                yield Fault("bad_gap_name", ("text",), {"name": name})
            elif name not in self.gaps:
                meant = suggestion(name, unwritten)
                unwritten.discard(meant)  # one slip of the pen is one fault
                code = "gap_without_rule_suggestion" if meant else "gap_without_rule"
                yield Fault(code, ("text",), {"name": name, "suggestion": meant})
            if count > 1:
                yield Fault("same_gap", ("text",), {"name": name})
        for name, gap in self.gaps.items():
            if name in unwritten:
                yield Fault("rule_without_gap", ("gaps", name), {"name": name}, of_key=True)
            for fault in gap.check():
                yield fault._replace(place=("gaps", name, *fault.place))

    def key(self) -> dict[str, Any]:
        """What is accepted in each gap, and what is forgiven."""
        asked = {"case_sensitive", "accent_sensitive", "space_sensitive", "typos"}
        gaps = {name: {"accept": gap.accepted, **gap.model_dump(include=asked)} for name, gap in self.gaps.items()}
        return {"gaps": gaps}

    def aids(self) -> dict[str, Any]:
        """The mistakes that the author saw coming, in the order of their reasons."""
        return {"reject": {name: [list(reject.text) for reject in gap.reject] for name, gap in self.gaps.items()}}

    def response_of(self, answer: dict[str, str]) -> dict[str, str] | None:
        """What is filled in, by the name of the gap."""
        return answer or None
