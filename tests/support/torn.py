"""Good files, torn: signs cut and added, lines shifted, files cut off, bytes that are no text. See `support.mutants`.

Whether what is left is still good is asked of PyYAML: is the data the same, apart from spaces in texts?
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from support.mutants import EMPTY_LISTS, Mutant, first_of_each

if TYPE_CHECKING:
    from collections.abc import Iterator

CUTS = 40
"""Places at which each file is cut."""

FIRST = "[{&*!%@`|>"
"""Signs with which YAML begins something else than a text. Each key in turn gets a third of them."""


def shifts(text: str) -> Iterator[Mutant]:
    """Every line of YAML moved to the right and to the left, and with a tab before it.

    The fault is told at the line, at a neighbour that it no longer fits, or at the block that lost or got a key.
    """
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        indent = len(line) - len(line.lstrip())
        for by in (1, 2, -1, -4):
            if indent + by >= 0:
                moved = " " * (indent + by) + line.lstrip()
                yield _line_mutant("line shifted", f"{number + 1} by {by}", lines, number, moved, around=True)
        if indent:
            yield _line_mutant("tab", f"{number + 1}", lines, number, "\t" + line.lstrip(), around=False)
            yield _line_mutant(
                "false space", f"{number + 1}", lines, number, "\u00a0" * indent + line.lstrip(), around=True
            )


def _line_mutant(rule: str, what: str, lines: list[str], number: int, line: str, *, around: bool) -> Mutant:
    changed = "\n".join([*lines[:number], line, *lines[number + 1 :]])
    where = {number + 1}
    if around:
        where |= {_said(lines, number, -1), _said(lines, number, 1), *opened(lines, number)}
    same = same_data("\n".join(lines), changed)
    return Mutant(rule, what, changed, None if same else frozenset(where), may_be_good=_is_swallowed(changed, number))


def _is_swallowed(changed: str, number: int) -> bool:
    """Whether a line now belongs to the text of several lines above it (`|` or `>`): no reader can tell."""
    try:
        nodes = [yaml.compose(changed, Loader=yaml.CSafeLoader)]
    except yaml.YAMLError:
        return False
    while nodes:
        node = nodes.pop()
        if isinstance(node, yaml.MappingNode):
            nodes += [part for pair in node.value for part in pair]
        elif isinstance(node, yaml.SequenceNode):
            nodes += node.value
        elif node.style in ("|", ">") and node.start_mark.line < number < node.end_mark.line:
            return True
    return False


def _said(lines: list[str], number: int, step: int) -> int:
    """The nearest line, up or down, that says something."""
    near = number + step
    while 0 <= near < len(lines) and (not lines[near].strip() or lines[near].lstrip().startswith("#")):
        near += step
    return near + 1


def opened(lines: list[str], number: int) -> set[int]:
    """The lines, counted from 1, where the blocks begin that a line stands in, as far as indentation tells."""
    found = set()
    depth = 1 + len(lines[number]) - len(lines[number].lstrip())
    for near in range(number, -1, -1):
        line = lines[near]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        indent = len(line) - len(line.lstrip())
        inner = len(line) - len(line.lstrip(" -"))
        if indent < depth or (indent <= depth and line.lstrip().startswith("- ")):
            found.add(near + 1)
            depth = min(depth, indent)
        elif inner == depth and line.lstrip().startswith("- "):
            found.add(near + 1)
    first = next((near for near, line in enumerate(lines) if line.strip() and not line.startswith("#")), 0)
    return found | {first + 1}


def signs(text: str) -> Iterator[Mutant]:
    """A quotation mark, a bracket, a colon or a dash forgotten, or one too many. Told at the line where it should be."""
    for number, entry in enumerate(first_of_each(text)):
        node, start, end = entry.value, entry.value.start_mark.index, entry.value.end_mark.index
        line = frozenset({node.start_mark.line + 1})
        if isinstance(node, yaml.ScalarNode) and node.style is None and node.value:
            for mark in "'\"":
                yield _judged("mark opened", entry.name, text, f"{text[:start]}{mark}{text[start:]}", line)
            for sign in FIRST[number % 3 :: 3]:
                yield _judged(f"begins with {sign}", entry.name, text, f"{text[:start]}{sign}{text[start:]}", line)
        elif isinstance(node, yaml.ScalarNode) and node.style in ("'", '"'):
            yield _judged("closing mark gone", entry.name, text, text[: end - 1] + text[end:], line)
            yield _judged("opening mark gone", entry.name, text, text[:start] + text[start + 1 :], line)
        elif isinstance(node, yaml.CollectionNode) and node.flow_style:
            yield _judged("closing bracket gone", entry.name, text, text[: end - 1] + text[end:], line)
            yield _judged("opening bracket gone", entry.name, text, text[:start] + text[start + 1 :], line)
        key_end = entry.key.end_mark.index
        if not entry.holder.flow_style and text[key_end : key_end + 1] == ":":
            at = frozenset({entry.line, entry.line + 1, *opened(text.split("\n"), entry.line - 1)})
            yield _judged("colon gone", entry.name, text, text[:key_end] + text[key_end + 1 :], at)


def _judged(rule: str, what: str, text: str, changed: str, lines: frozenset[int]) -> Mutant:
    return Mutant(rule, what, changed, None if same_data(text, changed) else lines)


def same_data(text: str, changed: str) -> bool:
    """Whether a file says the same, apart from spaces and line ends in its texts."""
    try:
        return bool(
            _plain(yaml.load(text, Loader=yaml.CBaseLoader)) == _plain(yaml.load(changed, Loader=yaml.CBaseLoader))
        )
    except yaml.YAMLError:
        return False


def _plain(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(item) for item in data]
    return " ".join(str(data).split()).strip("'\"")  # a mark too many is a slip of spelling


def cuts(text: str) -> Iterator[Mutant]:
    """The file cut off at many places. Told at the last line, or where a block begins that isn't whole."""
    for number in range(1, CUTS):
        left = text[: len(text) * number // CUTS]
        if left.strip() in EMPTY_LISTS:
            continue
        lines = left.rstrip().split("\n")
        ends = left.count("\n") + 1  # an empty line at the end, where the rest is missed
        where = {len(lines), ends, *opened(lines, len(lines) - 1), *_missing_names(lines, text[len(left) :])}
        yield Mutant("cut", f"at {len(left)}", left, frozenset(where), may_be_good=True)


def _missing_names(lines: list[str], rest: str) -> set[int]:
    """The lines that name what the rest of the file was to explain: a gap, a step, an ending."""
    names = "|".join(re.findall(r"^ +([a-z-]+):", rest, re.MULTILINE)) or "-"
    found = {number for number, line in enumerate(lines, 1) if re.search(rf"(goto: |start: |\{{\{{)({names})\b", line)}
    texts = {number for number, line in enumerate(lines, 1) if re.match(r" +text: ", line)}
    return found | {max((text for text in texts if text <= number), default=number) for number in found}


def bodies(text: str) -> Iterator[Mutant]:
    """A lesson whose fences, directives or links are not quite right, or are written in another way that is good."""
    lines = text.split("\n")
    closing = lines.index("---", 1)
    for fence in ("--", "----", "–––", "***", " ---", ""):
        for number in (0, closing):
            yield Mutant(
                "fence",
                f"{number + 1} {fence!r}",
                "\n".join([*lines[:number], fence, *lines[number + 1 :]]),
                frozenset({1}),
            )
    yield Mutant("no body", "", "\n".join(lines[: closing + 1]), frozenset({1}))
    number = next(number for number, line in enumerate(lines) if line.startswith("<!-- quiz: "))
    name = lines[number][len("<!-- quiz: ") : -len(" -->")]
    for written in (
        "<!-- quiz: {} ->", "<!-- quiz: {}", "<!-- quiz: {} --", "<!-- quiz: {} >", "<!- quiz: {} -->", "<-- quiz: {} -->", "<!-- quizz: {} -->",
        "<!-- quiz {} -->", "<!-- quiz; {} -->", "<!-- quiz = {} -->", "<!-- Quiz: {} -->", "<!-- QUIZ: {} -->", "<!-- qiuz: {} -->", "!-- quiz: {} -->", "quiz: {} -->",
        " <!-- quiz: {} -->", "    <!-- quiz: {} -->", "> <!-- quiz: {} -->", "- <!-- quiz: {} -->", "Zie <!-- quiz: {} -->", "<!-- quiz: {} --> verder", "<!-- quiz: {} --><!-- path -->",
        "<!-- quiz: {}x -->", "<!-- quiz: -->", "<!-- quiz -->", "<!-- quiz: {} | {} -->", "<!-- quiz: {} -->\n<!-- quiz: {} -->", "<!-- scan: {} -->", "<!-- question-type: {} -->", "<!-- path: {} -->",
        "<!-- quiz: {} \n-->", "<!-- iets", "<!-- reflect: {} -->",
    ):  # fmt: skip
        changed = "\n".join([*lines[:number], written.replace("{}", name), *lines[number + 1 :]])
        yield Mutant(
            "directive", written, changed, frozenset({number + 1, number + 2} if "\n" in written else {number + 1})
        )
    for written in ("<!--quiz:{}-->", "<!--  quiz :  {}  -->  ", "<!-- quiz: {} -->\t", "<!-- let op: morgen -->\n<!-- quiz: {} -->", "`<!-- quiz: {} -->`", "```\n<!-- quiz: {}\n```", "<!--\nlater\n-->", "quiz: morgen", "<!-- quiz nog nakijken -->"):  # fmt: skip
        yield Mutant(
            "good directive",
            written,
            "\n".join([*lines[:number], written.replace("{}", name), *lines[number + 1 :]]),
            None,
        )
    for match in re.finditer(r"\]\(([^)]+)\)", text):
        for target in (match[1][0] + match[1][2:], "weg.md", f"../{match[1]}", match[1].upper()):
            changed = f"{text[: match.start(1)]}{target}{text[match.end(1) :]}"
            yield Mutant("link", target, changed, frozenset({text[: match.start()].count("\n") + 1}))
    for match in re.finditer(r"\[@([a-z0-9-]+)\]", text):
        for cited in ("niets-2000", match[1][1:], match[1].upper()):
            changed = f"{text[: match.start(1)]}{cited}{text[match.end(1) :]}"
            yield Mutant("citation", cited, changed, frozenset({text[: match.start()].count("\n") + 1}))


def drawings(text: str) -> Iterator[Mutant]:
    """A sign that is no drawing, or holds more than lines and shapes. Told where that stands, or at the first line."""
    opening, shape, closing = text.split("\n")[:3]
    for tag in ("text", "image", "script", "style", "a", "use", "foreignObject", "animate", "pad", "PATH"):
        yield Mutant("strange shape", tag, f"{opening}\n{shape}\n<{tag}/>\n{closing}\n", frozenset({3}))
        yield Mutant("strange group", tag, f"{opening}\n<{tag}>\n{shape}\n</{tag}>\n{closing}\n", frozenset({2}))
    for written in (opening[1:], opening[:-1], opening.replace("http://", "https://"), opening.replace("viewBox", "viewbox"),
                    opening.replace("0 0 9 9", "0 0 9"), opening.replace("svg", "svgg", 1), opening.replace('"', "", 1)):  # fmt: skip
        yield Mutant("opening", written, f"{written}\n{shape}\n{closing}\n", frozenset({1, 2, 3}))
    for written in (shape[1:], shape.replace('"', "", 1), shape.replace("/>", ">"), f"{shape} & {shape}", shape * 400):
        yield Mutant("shape", written[:40], f"{opening}\n{written}\n{closing}\n", frozenset({1, 2, 3}))
    for written in ("", closing[:-1], f"{closing}{closing}", closing.upper(), "</g>"):
        yield Mutant("closing", written, f"{opening}\n{shape}\n{written}\n", frozenset({3, 4}))
    entity = f'<!DOCTYPE svg [<!ENTITY a "aaaa">]>\n{text}'
    yield Mutant("entity", "", entity, frozenset({1}))
    yield Mutant("deep", "", f"{opening}{'<g>' * 300}{shape}{'</g>' * 300}{closing}", frozenset({1}))
    for added in ("<title>T</title>", "<!-- tekst -->", f"<g>{shape}</g>", "<defs><style/></defs>"):
        yield Mutant("good shape", added, f"{opening}\n{shape}\n{added}\n{closing}\n", None)


def encodings(text: str) -> Iterator[Mutant]:
    """Bytes that are no UTF-8, and some that are; signs that nobody sees."""
    for encoding in ("latin-1", "cp1252"):
        data = text.encode(encoding, "replace")
        foreign = next((number for number, line in enumerate(data.split(b"\n"), 1) if not line.isascii()), 0)
        if foreign:
            yield Mutant(encoding, "", data, frozenset({foreign}))
    yield Mutant("utf-16", "", text.encode("utf-16"), frozenset({1}))
    yield Mutant("utf-16 without mark", "", text.encode("utf-16-le"), frozenset({1, foreign}))
    yield Mutant("utf-32", "", text.encode("utf-32"), frozenset({1}))
    yield Mutant("byte order mark", "", text.encode("utf-8-sig"), None)
    yield Mutant("CRLF", "", text.replace("\n", "\r\n").encode(), None)
    yield Mutant("CR", "", text.replace("\n", "\r").encode(), None)
    lines = text.split("\n")
    for turn, character in enumerate("\0\x01\x07\x08\x0b\x0c\x1b\x7f\x85\x9d\u2028\u2029\ufffe"):
        number = turn * 3 % (len(lines) - 1)
        changed = "\n".join([*lines[:number], lines[number] + character, *lines[number + 1 :]])
        yield Mutant(f"U+{ord(character):04X}", f"{number + 1}", changed, frozenset({number + 1}))
    for number in range(0, len(lines) - 1, max(1, len(lines) // 3)):
        for junk in (b"\xff", b"\xc3", b"\xed\xa0\x80", b"\x89PNG\r\n"):
            before = "".join(f"{line}\n" for line in lines[:number]).encode()
            data = before + junk + "\n".join(lines[number:]).encode()
            yield Mutant("junk bytes", f"{number + 1} {junk!r}", data, frozenset({number + 1}))


def nothing(text: str) -> Iterator[Mutant]:
    """Files that hold nothing of what they should. Told at the first line, or the first that says something."""
    for left in (
        "",
        "\n\n",
        "   ",
        "# niets\n",
        "---\n",
        "...\n",
        "- a\n- b\n",
        "tekst\n",
        "42\n",
        "null\n",
        "{}\n",
        "[]\n",
        "''\n",
    ):
        yield Mutant("nothing", repr(left), left, frozenset({1}))
    if not text.startswith("---"):
        yield Mutant("two documents", "", f"{text}---\n{text}", frozenset({text.count(chr(10)) + 1}))
    yield Mutant("a web page", "", "<!DOCTYPE html>\n<html><body>404</body></html>\n", frozenset({1}))
    yield Mutant("merge conflict", "", f"<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> main\n", frozenset({1, 2}))
