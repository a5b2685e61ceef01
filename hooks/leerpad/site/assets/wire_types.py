"""Writes the types of `site/data.py` for the browser's type checker: `make types` puts them in `client/data.d.ts`."""

from __future__ import annotations

import types
from typing import Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

from leerpad.course.model.course import FOR_OTHERS, OWN
from leerpad.questions.data import QuestionFacts
from leerpad.site import data
from leerpad.source.limits import LIMITS

HEAD = "/** What the build sends. Made of site/data.py by `make types`: change it there. */\n"
PLAIN: dict[object, str] = {str: "string", int: "number", float: "number", bool: "boolean", type(None): "null"}


def typescript() -> str:
    """All types of `site/data.py`, the pages of the learner's own, and the limits."""
    shapes = [QuestionFacts, *(shape for shape in vars(data).values() if is_typeddict(shape))]
    conditions = f"type ScanCondition = {' | '.join(shape.__name__ for shape in get_args(data.ScanCondition))};"
    own = dict.fromkeys((name for name in OWN if name not in FOR_OTHERS), "string")
    pages = _interface("OwnPages", "The addresses of the learner's own pages.", own)
    limits = _interface("Limits", "How much fits: see source/limits.py.", dict.fromkeys(LIMITS, "number"))
    return "\n".join([HEAD, *(_shape(shape) for shape in shapes), f"{conditions}\n", pages, limits])


def _shape(shape: type[object]) -> str:
    hints = get_type_hints(shape, include_extras=True)
    fields = {
        f"{name}?" if get_origin(hint) is NotRequired else name: type_name(
            get_args(hint)[0] if get_origin(hint) is NotRequired else hint
        )
        for name, hint in hints.items()
    }
    told = vars(shape).get("__doc__")
    return _interface(shape.__name__, told, fields)


def _interface(name: str, told: str | None, fields: dict[str, str]) -> str:
    comment = f"/** {told} */\n" if told else ""
    body = "".join(f"  {field}: {said};\n" for field, said in fields.items())
    return f"{comment}interface {name} {{\n{body}}}\n"


def type_name(hint: object) -> str:
    """A type as TypeScript writes it."""
    if hint == data.ScanCondition:
        return "ScanCondition"
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Literal:
        return " | ".join(f'"{part}"' for part in parts)
    if origin in (Union, types.UnionType):
        return " | ".join(type_name(part) for part in parts)
    if origin is list:
        return f"{type_name(parts[0])}[]"
    if origin is dict:
        return f"Record<{type_name(parts[0])}, {type_name(parts[1])}>"
    return PLAIN[hint] if hint in PLAIN else str(getattr(hint, "__name__", hint))


if __name__ == "__main__":
    print(typescript(), end="")
