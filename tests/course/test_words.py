"""The settings of this course let ordinary words skip Markdown, and those come out as Markdown would give them."""

from __future__ import annotations

from hypothesis import given
from markdown import Markdown
from mkdocs.config import load_config
from support.trees import REPOSITORY
from unit.test_words import TEXTS

from leerpad.site.markdown.plain_words import passes_words
from leerpad.source.marked_words import is_words


def site_markdown() -> Markdown:
    config = load_config(str(REPOSITORY / "mkdocs.yml"))
    assert passes_words(config.markdown_extensions, config.mdx_configs)
    return Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


SITE = site_markdown()


@given(TEXTS)
def test_what_skips_markdown_is_what_markdown_would_give(text: str) -> None:
    if is_words(text):
        SITE.reset()
        assert SITE.convert(text) == f"<p>{text}</p>"
