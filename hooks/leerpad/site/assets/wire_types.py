"""Writes the types of what the build sends, for the type checker of the client: see `make types`."""

from __future__ import annotations

import sys
import types
from typing import TYPE_CHECKING, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

from leerpad.course.model.own_pages import OWN
from leerpad.questions import TYPES
from leerpad.questions.base import Question
from leerpad.questions.data import QuestionFacts
from leerpad.site import data
from leerpad.source.limits import LIMITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

HEAD = "/** What the build sends. Made of {} by `make types`: change it there. */\n"
PLAIN: dict[object, str] = {str: "string", int: "number", float: "number", bool: "boolean", type(None): "null"}


def site_types() -> str:
    """All types of `site/data.py`, the pages of the learner's own, and the limits: `client/data.d.ts`."""
    shapes = [shape for shape in vars(data).values() if is_typeddict(shape)]
    own = dict.fromkeys((name for name, page in OWN.items() if not page.is_for_others), "string")
    pages = _interface("OwnPages", "The addresses of the learner's own pages.", own)
    limits = _interface("Limits", "How much fits: see source/limits.py.", dict.fromkeys(LIMITS, "number"))
    return typescript("site/data.py", shapes, {"ScanCondition": data.ScanCondition}, (pages, limits))


def question_types() -> str:
    """What a question tells, and which script hears it: `questions/data.d.ts`."""
    told = {name: list(_told_by(model)) for name, model in TYPES.items()}
    scripts = {
        name: f"QuestionType<{' & '.join(['Question', *(shape.__name__ for shape in own)])}>"
        for name, own in told.items()
    }
    about = "The script of each type: it gets the question with what that type tells."
    registry = _interface("QuestionTypes", about, {"[name: string]": "QuestionType", **scripts})
    shapes: list[type[object]] = [QuestionFacts, *(shape for own in told.values() for shape in own)]
    return typescript("questions", shapes, {}, (registry,))


def _told_by(model: type[Question]) -> Iterator[type[object]]:
    for tells, common in ((model.key, Question.key), (model.aids, Question.aids)):
        if tells is not common:
            yield from _shapes_in(get_type_hints(tells)["return"])


def typescript(
    source: str, shapes: Iterable[type[object]], unions: Mapping[str, object], more: Iterable[str] = ()
) -> str:
    """A file of types: these with all that they hold, the unions by their names, and what is written already."""
    whole: dict[type[object], None] = {}
    for shape in shapes:
        _gather(shape, whole)
    names = {union: name for name, union in unions.items()}
    said = [f"type {name} = {' | '.join(type_name(part) for part in get_args(one))};\n" for name, one in unions.items()]
    return "\n".join([HEAD.format(source), *(_shape(shape, names) for shape in whole), *said, *more])


def _gather(shape: type[object], whole: dict[type[object], None]) -> None:
    if shape not in whole:
        whole[shape] = None
        for hint in get_type_hints(shape).values():
            for held in _shapes_in(hint):
                _gather(held, whole)


def _shapes_in(hint: object) -> list[type[object]]:
    if isinstance(hint, type) and is_typeddict(hint):
        return [hint]
    return [shape for part in get_args(hint) for shape in _shapes_in(part)]


def _shape(shape: type[object], names: Mapping[object, str]) -> str:
    hints = get_type_hints(shape, include_extras=True)
    fields = {
        f"{name}?" if get_origin(hint) is NotRequired else name: type_name(
            get_args(hint)[0] if get_origin(hint) is NotRequired else hint, names
        )
        for name, hint in hints.items()
    }
    told = vars(shape).get("__doc__")
    return _interface(shape.__name__, told, fields)


def _interface(name: str, told: str | None, fields: dict[str, str]) -> str:
    comment = f"/** {told} */\n" if told else ""
    body = "".join(f"  {field}: {said};\n" for field, said in fields.items())
    return f"{comment}interface {name} {{\n{body}}}\n"


def type_name(hint: object, names: Mapping[object, str] | None = None) -> str:
    """A type as TypeScript writes it; `names` are those of unions that have one."""
    if names and hint in names:
        return names[hint]
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Literal:
        return " | ".join(f'"{part}"' for part in parts)
    inner = [type_name(part, names) for part in parts]
    if origin in (Union, types.UnionType):
        return " | ".join(inner)
    if origin is tuple:
        return f"[{', '.join(inner)}]"
    if origin is list:
        return f"({inner[0]})[]" if " " in inner[0] and not inner[0].startswith("[") else f"{inner[0]}[]"
    if origin is dict:
        return f"Record<{', '.join(inner)}>"
    return PLAIN[hint] if hint in PLAIN else str(getattr(hint, "__name__", hint))


if __name__ == "__main__":
    print({"site": site_types, "questions": question_types}[sys.argv[1]](), end="")
