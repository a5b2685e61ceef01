"""GIFT, read by hand: one pass over its letters, so that every question knows its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from leerpad.exchange.foreign import Foreign, Haul, Spot, category_name, texts_of
from leerpad.exchange.formats import HTML_OF, with_html
from leerpad.exchange.numbers import decimal_of
from leerpad.exchange.tags import read_tags, restored
from leerpad.questions.neutral import (
    Blank,
    ChoiceForm,
    ClozeForm,
    Couple,
    EssayForm,
    MatchForm,
    Mistake,
    NumberForm,
    Option,
    TruthForm,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.questions.neutral import Form

_GAP = "gat-1"
_BLANK = "_____"
_TITLE = re.compile(r"::(?P<title>(?:\\.|(?!::)[^\\])*)::", re.DOTALL)
_FORMAT = re.compile(r"\A\s*\[(?P<format>html|moodle|plain|markdown)\]")
_TAG = re.compile(r"\[(?P<kind>id|tag):(?P<value>(?:\\\]|[^\]]){0,200})\]")
_WEIGHT = re.compile(r"%(?P<part>-?\d+(?:\.\d+)?)%")
_TRUTH = re.compile(r"\s*(?P<value>TRUE|FALSE|T|F)\s*(?=#|$)")


class _Block(NamedTuple):
    line: int
    text: str
    comments: str
    category: str


class _Part(NamedTuple):
    """One answer: its sign, the part of the points it earns (None where nothing is said), its text, its reason."""

    sign: str
    weight: float | None
    text: str
    reason: str


def read_gift(data: bytes, file: str = "") -> Haul:
    """Everything in the file."""
    haul = Haul()
    for block in _blocks(texts_of(data, file)):
        haul.questions.append(_question(block, file))
    return haul


def _blocks(text: str) -> Iterator[_Block]:
    """The questions: an empty line outside braces ends one."""
    lines: list[str] = []
    comments: list[str] = []
    start, is_open, category = 0, False, ""
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        stripped = line.strip()
        if stripped.startswith("//"):  # a line of comment, also among answers
            comments.append(stripped)
            continue
        if not is_open and stripped.startswith("$CATEGORY:"):
            category = category_name(stripped.removeprefix("$CATEGORY:"))
            comments.clear()
            continue
        if stripped or is_open:
            start = start if lines else number
            lines.append(line)
            is_open = _opens(line, is_open=is_open)
            continue
        if lines:
            yield _Block(start, "\n".join(lines), "\n".join(comments), category)
            comments.clear()
        lines.clear()
    if lines:  # a brace that was never closed
        yield _Block(start, "\n".join(lines), "\n".join(comments), category)


def _opens(line: str, *, is_open: bool) -> bool:
    for sign in re.findall(r"\\.|[{}]", line):
        if sign == "{":
            is_open = True
        elif sign == "}":
            is_open = False
    return is_open


def _question(block: _Block, file: str) -> Foreign:
    found = Foreign(Spot(file, block.line), "gift", category=block.category)
    for tag in _TAG.finditer(block.comments):
        value = tag["value"].replace("\\]", "]")
        if tag["kind"] == "id":
            found.name = value
        else:
            found.tags.append(value)
    text = block.text.strip()
    title = _TITLE.match(text)
    if title:
        found.title, text = _plain(title["title"]), text[title.end() :]
    form = _FORMAT.match(text)
    to_html = HTML_OF[form["format"] if form else "moodle"]
    text = text[form.end() :] if form else text
    before, inside, after = _around_braces(text)
    if inside is None:
        found.kind = "description"
        found.note("text_only")
        found.prompt = to_html(_plain(text))
        return found
    if before is None:
        found.note("unclear")
        return found
    tail = f" {_BLANK} {_plain(after)}" if after.strip() else ""
    found.prompt = to_html(_plain(before) + tail)
    inside, explanation = _general(inside)
    found.explanation = to_html(explanation)
    try:
        read = with_html(_form(inside.strip(), found, has_tail=bool(tail)), to_html)
    except ValueError:
        found.note("unclear")
        return found
    found.form = restored(read, read_tags(found.tags))
    if isinstance(read, ClozeForm):
        _into_text(found)
    return found


def _around_braces(text: str) -> tuple[str | None, str | None, str]:
    """What stands before, inside and after the answers; no inside for a text without any, no before if unclosed."""
    opened = re.search(r"(?<!\\)\{", text)
    if opened is None:
        return text, None, ""
    closed = re.compile(r"(?<!\\)\}").search(text, opened.end())
    if closed is None:
        return None, "", ""
    return text[: opened.start()], text[opened.end() : closed.start()], text[closed.end() :]


def _general(inside: str) -> tuple[str, str]:
    at = re.search(r"(?<!\\)####", inside)
    return (inside[: at.start()], _plain(inside[at.end() :])) if at else (inside, "")


def _form(inside: str, found: Foreign, *, has_tail: bool) -> Form:
    truth = _TRUTH.match(inside)
    if not inside:
        return EssayForm()
    if truth:
        return _truth(truth["value"].startswith("T"), inside[truth.end() :])
    if inside.startswith("#"):
        return _number(inside[1:], found)
    parts = list(_parts(inside))
    if not parts:
        raise ValueError
    if all(part.sign == "=" and "->" in part.text for part in parts):
        return _couples(parts)
    if any(part.sign == "~" for part in parts):
        return _choices(parts, found)
    return _short(parts, found, has_tail=has_tail)


def _truth(is_true: bool, rest: str) -> Form:
    reasons = [_plain(part) for part in re.split(r"(?<!\\)#", rest)[1:]]
    wrong, right = (*reasons, "", "")[:2]
    said = (right, wrong) if is_true else (wrong, right)
    return TruthForm(is_true, said[0] or None, said[1] or None)


def _number(inside: str, found: Foreign) -> Form:
    inside = re.split(r"(?<!\\)~", inside, maxsplit=1)[0]  # what is said to any other number
    parts = list(_parts(inside)) if re.search(r"(?<!\\)=", inside) else [_part("=", inside)]
    best = next((part for part in parts if part.weight in (None, 100.0)), parts[0])
    if len(parts) > 1:
        found.note("more_numbers")
    text = best.text.strip()
    if ".." in text:
        low, high = map(decimal_of, text.split("..", 1))
        return NumberForm((low + high) / 2, abs(high - low) / 2, None, best.reason or None)
    answer, _, tolerance = text.partition(":")
    return NumberForm(decimal_of(answer), abs(decimal_of(tolerance.strip() or "0")), None, best.reason or None)


def _couples(parts: list[_Part]) -> Form:
    rows = [tuple(side.strip() for side in part.text.split("->", 1)) for part in parts]
    return MatchForm(
        tuple(Couple(row, option) for row, option in rows if row), tuple(option for row, option in rows if not row)
    )


def _choices(parts: list[_Part], found: Foreign) -> Form:
    weighed = any(part.weight is not None for part in parts)
    sure = [part for part in parts if part.sign == "=" and part.weight is None]
    several = weighed and not sure
    right = [part for part in parts if (part.weight or 0) > 0] if several else sure
    if not right:
        raise ValueError
    if several and len({part.weight for part in right}) > 1:
        found.note("unequal_parts")
    if not several and weighed:
        found.note("half_right")
    options = tuple(Option(part.text, part in right, part.reason or None) for part in parts)
    return ChoiceForm(options, several=several or len(right) > 1, shuffle=True)


def _short(parts: list[_Part], found: Foreign, *, has_tail: bool) -> Form:
    accept = tuple(part.text for part in parts if part.weight in (None, 100.0))
    if not accept:
        raise ValueError
    if any(part.weight and 0 < part.weight < 100 for part in parts):
        found.note("half_right")
    wrong = [part for part in parts if part.weight is not None and part.weight <= 0 and part.reason]
    reasons: dict[str, list[str]] = {}
    for part in wrong:
        reasons.setdefault(part.reason, []).append(part.text)
    mistakes = tuple(Mistake(tuple(texts), reason) for reason, texts in reasons.items())
    said = {part.reason for part in parts if part.reason and part.weight in (None, 100.0)}
    blank = Blank(accept, mistakes, feedback=said.pop() if len(said) == 1 else None)
    return ClozeForm(_BLANK if has_tail else "", {_GAP: blank})


def _into_text(found: Foreign) -> None:
    """Put the gap where the file shows it, or else below what is asked."""
    assert isinstance(found.form, ClozeForm)
    (name,) = found.form.blanks
    gap = "{{" + name + "}}"
    if _BLANK not in found.prompt:
        found.form = ClozeForm(gap, found.form.blanks)
        return
    head, paragraph, rest = found.prompt.rpartition("<p>")
    has_own = paragraph and _BLANK in rest and _BLANK not in head
    text = paragraph + rest if has_own else found.prompt
    found.form = ClozeForm(text.replace(_BLANK, gap, 1), found.form.blanks)
    found.prompt = head if has_own else ""


def _parts(inside: str) -> Iterator[_Part]:
    """The answers, each from its sign to the next."""
    starts = [match.start() for match in re.finditer(r"(?<!\\)[=~]", inside)]
    for start, end in zip(starts, [*starts[1:], len(inside)], strict=True):
        yield _part(inside[start], inside[start + 1 : end])


def _part(sign: str, written: str) -> _Part:
    answer, *reason = re.split(r"(?<!\\)#", written, maxsplit=1)
    weight = _WEIGHT.match(answer.strip())
    text = answer.strip()[weight.end() :] if weight else answer
    form = _FORMAT.match(text)
    text = text[form.end() :] if form else text
    said = _FORMAT.sub("", reason[0], count=1) if reason else ""
    return _Part(sign, float(weight["part"]) if weight else None, _plain(text), _plain(said))


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text.strip(), flags=re.DOTALL)
