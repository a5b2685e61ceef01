"""How a QTI item scores: what is declared as right, what comes out, and the processing between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leerpad.exchange.qti.build import Builder, Element

RESPONSE, SCORE, FEEDBACK = "RESPONSE", "SCORE", "FEEDBACK"


class Scoring:
    """The scoring of one item, whose best answer is worth `points`."""

    def __init__(self, build: Builder, root: Element, points: float) -> None:
        self.build = build
        self.root = root
        self.points = points

    def declare(
        self,
        name: str,
        cardinality: str,
        base: str,
        right: list[str],
        mapping: dict[str, float] | None = None,
        *,
        is_strict: bool = False,
    ) -> None:
        """Say what is right. `mapping`: what each value earns; `is_strict`: whether capitals count."""
        add = self.build.add
        kind = {"base-type": base}
        declaration = add(self.root, "response-declaration", identifier=name, cardinality=cardinality, **kind)
        if right:
            correct = add(declaration, "correct-response")
            for answer in right:
                add(correct, "value", answer)
        if mapping is None:
            return
        bounds = {} if base == "string" else {"lower-bound": "0", "upper-bound": f"{self.points:g}"}
        entries = add(declaration, "mapping", **{"default-value": "0", **bounds})
        strict = {} if base != "string" else {"case-sensitive": "true" if is_strict else "false"}
        for key, worth in mapping.items():
            add(entries, "map-entry", **{"map-key": key, "mapped-value": f"{worth:.6g}", **strict})

    def outcomes(self, *, with_feedback: bool) -> None:
        """Declare the score, the most that it can be and, if asked for, which reasons are shown."""
        add, kind = self.build.add, {"base-type": "float"}
        for name, points in ((SCORE, 0.0), ("MAXSCORE", self.points)):
            outcome = add(self.root, "outcome-declaration", identifier=name, cardinality="single", **kind)
            add(add(outcome, "default-value"), "value", f"{points:g}")
        if with_feedback:
            response = self.root.find(self.build.tag("response-declaration"))
            assert response is not None
            named = {"cardinality": str(response.get("cardinality")), "base-type": "identifier"}
            add(self.root, "outcome-declaration", identifier=FEEDBACK, **named)

    def whole(self, *, is_mapped: bool, with_feedback: bool = False) -> Element:
        """The processing of one response: by what each value earns, or all or nothing."""
        add = self.build.add
        processing = add(None, "response-processing")
        if not with_feedback and (is_mapped or self.points == 1):
            name = "map_response" if is_mapped else "match_correct"
            processing.set("template", self.build.version.template(name))
            return processing
        condition = self._condition(processing)
        if is_mapped:
            add(add(add(condition, "not"), "is-null"), "variable", identifier=RESPONSE)
            value = add(condition, "set-outcome-value", identifier=SCORE)
            add(value, "map-response", identifier=RESPONSE)
        else:
            match = add(condition, "match")
            add(match, "variable", identifier=RESPONSE)
            add(match, "correct", identifier=RESPONSE)
            self._all_points(condition)
        if with_feedback:
            said = add(processing, "set-outcome-value", identifier=FEEDBACK)
            add(said, "variable", identifier=RESPONSE)
        return processing

    def between(self, low: str, high: str) -> Element:
        """The processing of a number that is right between two bounds."""
        add = self.build.add
        processing = add(None, "response-processing")
        condition = self._condition(processing)
        both = add(condition, "and")
        for operator, bound in (("gte", low), ("lte", high)):
            test = add(both, operator)
            add(test, "variable", identifier=RESPONSE)
            add(test, "base-value", bound, **{"base-type": "float"})
        self._all_points(condition)
        return processing

    def sum_of(self, count: int) -> Element:
        """The processing of several responses, RESPONSE1 and on: the sum of what they earn."""
        add = self.build.add
        processing = add(None, "response-processing")
        total = add(add(processing, "set-outcome-value", identifier=SCORE), "sum")
        for number in range(1, count + 1):
            add(total, "map-response", identifier=f"{RESPONSE}{number}")
        return processing

    def _condition(self, processing: Element) -> Element:
        return self.build.add(self.build.add(processing, "response-condition"), "response-if")

    def _all_points(self, condition: Element) -> None:
        value = self.build.add(condition, "set-outcome-value", identifier=SCORE)
        self.build.add(value, "base-value", f"{self.points:g}", **{"base-type": "float"})
