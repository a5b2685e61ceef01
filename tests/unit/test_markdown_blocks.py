"""The reader of Markdown's lines: what it takes for code is what the renderer makes code of."""

from __future__ import annotations

import time
from random import Random

import pytest
from markdown import Markdown
from pymdownx.superfences import SuperFencesBlockPreprocessor

from leerpad.source.diagnostics import Report
from leerpad.source.markdown_blocks import find_fences
from leerpad.source.markdown_text import MarkdownText
from leerpad.source.slips import find_slips

MARKS = [
    "```", "````", "~~~", "~~~~", "``` py", '```python title="x"', "``` a b", "```py {.x}", "``` {#a .b}", "``` {a",
    '```hl_lines="1 2"', '```py hl_lines="x"', '```py linenums="1"', "```title=x", "``` !", "```x```", "``` .py",
    "```python title=\"a b\" linenums='3'", "```py title", '```py title_mode=""', '``` py data-x="1"',
]  # fmt: skip
BEFORE = ["", "", "    ", "  ", "> ", ">> ", "> > ", "\t", "        ", ">", ">  "]
BETWEEN = ["tekst", "", "> ", ">", "    x", "> a", "- b", "## Kop"]


def rendered_fences(lines: list[str]) -> list[range]:
    """The blocks that the renderer itself finds."""
    found: list[range] = []

    class Listening(SuperFencesBlockPreprocessor):  # type: ignore[misc]
        def _store(self, source: str, code: str, start: int, end: int) -> None:
            found.append(range(start, end))

    md = Markdown(extensions=["attr_list", "pymdownx.highlight", "pymdownx.superfences"])
    renderer = md.preprocessors["fenced_code_block"]
    renderer.__class__ = Listening
    renderer.run([line.expandtabs(4) for line in lines])
    return found


def test_fences_are_those_of_the_renderer() -> None:
    random = Random(1)
    for _ in range(1500):
        lines = []
        for _ in range(random.randint(1, 9)):
            is_mark = random.random() < 0.6
            lines.append(random.choice(BEFORE) + random.choice(MARKS if is_mark else BETWEEN))
        lines = [line if line.strip() else "" for line in lines]
        assert find_fences(lines).blocks == rendered_fences(lines), lines


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Tekst\n\n```\ncode\n", [("fence_open", 3, 1)]),
        ("```\ncode\n````\n", [("fence_length", 1, 1)]),
        ("    ```\n    code\n```\n", [("fence_indent", 1, 5)]),
        ("``` dit is code\ncode\n```\n", [("fence_header", 1, 1), ("fence_open", 3, 1)]),
        ("Zeg ```code``` in een zin.\n```zo```\n", []),
        ("- punt\n\n    ```yaml\n    a: 1\n    ```\n", []),
        ("> ```\n> code\n> ```\n", []),
    ],
)
def test_marks_that_begin_no_code_are_told(body: str, told: list[tuple[str, int, int]]) -> None:
    find_slips("les.md", MarkdownText(body), report := Report())
    assert [(found.code, *found.position) for found in report] == told


@pytest.mark.parametrize("line", ["```", "``` {", "```py a", "> ```", "    ```", '```py title="', "```\n````"])
def test_many_fences_take_no_time(line: str) -> None:
    lines = (f"{line}\n" * 20_000).split("\n")
    begun = time.process_time()
    find_fences(lines)
    assert time.process_time() - begun < 2
