"""Our templates: Jinja, set up for HTML. What a template may speak of is handed to it; these are words and numbers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from leerpad.site.assets.bundles import ROOTS
from leerpad.source.limits import LIMITS

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.environment import TemplateModule

    from leerpad.locales import Locale


def make_templates(locale: Locale, site_name: str, logo: str) -> Environment:
    """The templates of the engine, for one build. `logo` is its address in the site; empty if there is none."""
    environment = Environment(
        loader=FileSystemLoader(ROOTS),
        undefined=StrictUndefined,
        autoescape=True,
        auto_reload=False,  # it lives for one build
        trim_blocks=True,
        lstrip_blocks=True,
    )
    words = {"t": locale.text, "plural": locale.plural, "number": locale.number, "listed": locale.listed}
    words["day"] = locale.day
    environment.globals |= {
        **words,
        "data": _attribute,
        "site_name": site_name,
        "logo": logo,
        "limits": LIMITS,
    }
    return environment


def called(module: TemplateModule, name: str, *given: object) -> str:
    """The HTML that a macro of a template makes of what it is given."""
    macro: Callable[..., str] = getattr(module, name)
    return str(macro(*given))


def _attribute(value: object) -> Markup:
    """Data for the browser, for an attribute of its element in single quotes: JSON is full of double ones."""
    written = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Markup(written.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#39;"))
