"""A page of the guide is rendered once while a site is served, and comes out the same with its table of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown import Markdown

from leerpad.site.markdown.remembered import RememberedExtension
from leerpad.source.memory import Memory

if TYPE_CHECKING:
    import pytest

PAGE = "# Een\n\n## Twee\n\nTekst.\n"


def rendered(memory: Memory, key: str = "engine") -> tuple[str, Any]:
    md: Any = Markdown(extensions=["toc", RememberedExtension(memory, key)])
    return md.convert(PAGE), md.toc_tokens


def test_a_page_comes_out_of_the_memory_as_it_went_in(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory()
    first = rendered(memory)
    assert first == rendered(Memory())
    assert first[1][0]["children"][0]["id"] == "twee"
    monkeypatch.setattr(Markdown, "convert", lambda *_: "again")
    memory.turn()
    assert rendered(memory) == first
    assert rendered(memory, "another engine")[0] == "again"
