"""Our templates: Jinja, set up for HTML. What a template may speak of is handed to it; these are words and numbers."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from leerpad.site.assets.split import ROOTS
from leerpad.site.render.compiled import KEPT, CompiledTemplates
from leerpad.source.limits import LIMITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, MutableMapping

    from jinja2 import Template
    from jinja2.environment import TemplateModule

    from leerpad.locales import Locale


def make_templates(locale: Locale, site_name: str, logo: str) -> Environment:
    """The templates of the engine, for one build. `logo` is its address in the site; empty if there is none."""
    environment = _Templates(
        loader=FileSystemLoader(ROOTS),
        bytecode_cache=CompiledTemplates(KEPT),
        undefined=StrictUndefined,
        autoescape=True,
        auto_reload=False,  # it lives for one build
        trim_blocks=True,
        lstrip_blocks=True,
    )
    words = {"t": locale.text, "plural": locale.plural, "number": locale.number, "listed": locale.listed}
    words["day"] = locale.day
    words["longest"] = _longest
    environment.globals |= {
        **words,
        "data": attribute,
        "site_name": site_name,
        "logo": logo,
        "limits": LIMITS,
    }
    return environment


def _longest(texts: Iterable[str]) -> str:
    return max(texts, key=len)


def called(module: TemplateModule, name: str, *given: object) -> str:
    """The HTML that a macro of a template makes of what it is given."""
    macro: Callable[..., str] = getattr(module, name)
    return str(macro(*given))


class _Templates(Environment):
    """Knows each template by its name, and has one set of globals for all.

    Jinja would look a template up anew for every import in every question, and put its globals together anew from a
    chain of two for every question.
    """

    @cached_property
    def _known(self) -> dict[object, Template]:
        return {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, object] | None = None,  # noqa: A002 - Jinja's name
    ) -> Template:
        """The template of a name."""
        if name not in self._known:
            self._known[name] = super().get_template(name, parent, globals)
        return self._known[name]

    def make_globals(self, d: MutableMapping[str, object] | None) -> MutableMapping[str, object]:
        """The globals of a template: those that all have, unless it is asked for with others."""
        return super().make_globals(d) if d else self.globals


def attribute(value: object) -> Markup:
    """Data for the browser, for an attribute of its element in single quotes: JSON is full of double ones."""
    written = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Markup(written.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#39;"))
