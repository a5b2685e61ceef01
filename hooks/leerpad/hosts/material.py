"""What must be known of the theme when a site is built: Material for MkDocs. See client/theme_material.* too."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from html import escape
from types import SimpleNamespace
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, FunctionLoader, pass_context
from markupsafe import Markup

from leerpad.site.render.templates import called

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

    from jinja2 import Environment
    from jinja2.runtime import Context

DARK = '[data-md-color-scheme="slate"]'
"""The selector of a page in its dark colours."""

NOT_READ = r"\.map$|^search/search_index\.js$|^search\.js$|\.gz$|^sitemap"
"""Files that no reader on a web server needs: for who looks into scripts, for file://, for machines."""


def other_languages(language: str) -> str:
    """What the search has of languages that aren't the site's: it loads only its own."""
    return rf"/lunr/(?!min/lunr\.(stemmer\.support|{language})\.min)"


_SYSTEM = "(prefers-color-scheme)"
"""The media of the scheme that follows the reader's system."""


def with_system_scheme(palette: object, name: str) -> object:
    """The colour schemes of the theme, with one before a light and a dark one that follows the reader's system.

    Without it the theme keeps for good what the system said at the first visit. `name`: what the reader is told it is.
    A palette of another kind stays as it is.
    """
    schemes = palette if isinstance(palette, list) else []
    medias = [scheme.get("media") for scheme in schemes]
    if medias != [f"{_SYSTEM[:-1]}: light)", f"{_SYSTEM[:-1]}: dark)"] or not all(
        scheme.get("toggle") for scheme in schemes
    ):
        return palette
    toggle = {**schemes[0]["toggle"], "name": name}
    return [{**schemes[0], "media": _SYSTEM, "toggle": toggle}, *schemes]


_SHIM_TAG = re.compile(r'\s*<script src="https://unpkg\.com/iframe-worker/shim"[^>]*></script>')
_SHIM = "https://unpkg.com/iframe-worker/shim"
_STYLES = re.compile(r'<link rel="stylesheet" href="[^"]*assets/stylesheets/(?:classic/)?(?:main|palette)\.[^"]*">')
_STYLE_OF_SEARCH = re.compile(r"'([^'\\\n]*\{box-sizing:border-box\})'")
_SKIP = re.compile(r'(<div data-md-component="skip">).*?(</div>)', re.DOTALL)
_ARTICLE, _CONTENT = '<article class="md-content__inner md-typeset">', "lp-content"
_LAYOUT = re.compile(r"\n[ \t\r\n]+")
_AS_WRITTEN = re.compile(r"(<(?:pre|script|style|textarea)\b.*?</(?:pre|script|style|textarea)>)", re.DOTALL)
_ROOMY = _ARTICLE.replace('">', ' lp-with-path">')
_FOOTER = '<footer class="md-footer"'
_TITLE = re.compile(r'(<span class="md-ellipsis">)([^<]*)')  # begins with a text, which is found seven times as fast
_LONG_WORD = re.compile(r"([^\W\d_]{8,})([^\W\d_]{4})\b")
_CURRENT = re.compile(r'<a (?=[^>]*class="md-nav__link md-nav__link--active")')


def without_foreign_shim(extra: MutableMapping[str, object]) -> None:
    """Take away the script of another host that the plugin `offline` adds.

    `client/theme_material_file_search.js` does its work.
    """
    scripts = extra.get("polyfills")
    if isinstance(scripts, list):
        extra["polyfills"] = [script for script in scripts if script != _SHIM]


def without_shim_tag(html: str) -> str:
    """The same for a page of a host that asks nobody before it adds that script."""
    return _SHIM_TAG.sub("", html, count=1)


def style_of_search(script: str) -> str:
    """The style sheet that Zensical's search makes while it runs, out of the script that holds it."""
    found = _STYLE_OF_SEARCH.search(script)
    return f"<style>{found[1]}</style>" if found else ""


def with_head(html: str, tags: tuple[str, ...]) -> str:
    """A page with these tags after the theme's own styles, before an author's styles and before all other scripts."""
    end = html.index("</head>")
    for style in _STYLES.finditer(html, 0, end):
        end = style.end()
    return "\n".join([calmed_name(html[:end]), *tags]) + html[end:]


def finished(html: str, skip: str) -> str:
    """A page as the theme wrote it, with what it leaves out for who doesn't use a mouse, and as valid HTML.

    The link that skips the navigation leads to the top of every page; the theme's own leads to the first heading in the
    table of contents, and isn't there without one. `skip`: its words. A long word in a title keeps its last letters
    together, for where it must break and the browser knows no syllables.
    """
    link = f'<a href="#{_CONTENT}" class="md-skip">{escape(skip)}</a>'
    html = _SKIP.sub(lambda found: f"{found[1]}{link}{found[2]}", html, count=1)
    # Before the content, not around it: the theme names every block of code after the nearest id above it.
    html = html.replace(_ARTICLE, f'<div id="{_CONTENT}"></div>{_ARTICLE}', 1)
    if ' class="lp-around"' in html:  # a lesson has its own ways on, which leaves nothing in the footer
        html = html.replace(_FOOTER, f"{_FOOTER} hidden", 1)
    html = _TITLE.sub(lambda title: title[1] + _with_tails(title[2]), html)
    html = _CURRENT.sub('<a aria-current="page" ', _without_strange_attributes(html), count=1)
    html = _without_layout(html)
    return html.replace(_ARTICLE, _ROOMY, 1) if "<leerpad-path" in html else html


def _without_layout(html: str) -> str:
    """Without the empty lines and the indents around the content, a third of what the theme writes.

    To a browser a line's end says the same. What stands in the content is the author's.
    """
    before, article, after = html.partition(_ARTICLE)
    if not article:
        return html
    content, end, after = after.rpartition("</article>")
    return f"{_on_fewer_lines(before)}{article}{content}{end}{_on_fewer_lines(after)}"


def _on_fewer_lines(html: str) -> str:
    kept = _AS_WRITTEN.split(html)  # every second part
    return "".join(part if number % 2 else _LAYOUT.sub("\n", part) for number, part in enumerate(kept))


@lru_cache(maxsize=1000)  # the menu says the same on every page
def _with_tails(title: str) -> str:
    """A title with the last letters of each long word kept together."""
    return _LONG_WORD.sub(r'\1<span class="lp-tail">\2</span>', title)


def _without_strange_attributes(html: str) -> str:
    """Without what HTML doesn't know: `autocomplete` on two check boxes outside any form, an empty `tabindex`."""
    return html.replace(' autocomplete="off">', ">", 2).replace(' tabindex="">', ">")


STYLES = "assets/stylesheets/**/main.*.css"
"""The theme's style sheet in a built site."""
_BLOCK = ":where(p,ul,ol,dl,pre,div,h1,h2,h3,h4,h5,h6,blockquote,details,figure,table,form,section,hr,img)"
_ANYTHING = [
    (re.compile(r"(\.tabbed-labels>)(?=:\w+-child)"), ":where(label)"),
    (re.compile(r"(\.tabbed-content>)(?=:\w+-child)"), ":where(div)"),
    (re.compile(r"(~\.md-nav__list>)(?=:\w+-child)"), ":where(li)"),
    (re.compile(r"(table:not\(\[class\]\) t[dh]>)(?=:\w+-child)"), _BLOCK),
    (re.compile(r"(table:not\(\[class\]\)\+)\*"), _BLOCK),
]
"""What rules of the theme say of anything that follows, and what it is."""


def calmed(styles: str) -> str:
    """The theme's styles, with rules that name what they are about, so that a change isn't a change of all of a page.

    `table:not([class]) td > :first-child` may be about anything, so a browser works out the style of everything in an
    element that gets another class; and as anything may stand after a table, everything beside an element that comes or
    goes. What is named here has margins; of the rest nothing could be seen. See docs/how-pages-look.md.
    """
    for anything, name in _ANYTHING:
        styles = anything.sub(rf"\g<1>{name}", styles)
    return styles


_CALM = hashlib.sha256(repr([(rule.pattern, name) for rule, name in _ANYTHING]).encode()).hexdigest()[:8]
_NAME = re.compile(r"\bmain\.\w+(?=\.min\.css\b)")


def calmed_name(text: str) -> str:
    """A text that names the theme's style sheet, such as a page, with the name of what `calmed` makes of it.

    The theme names it after its content, so a browser keeps it for good: what we change must not go by the same name.
    """
    return _NAME.sub(rf"\g<0>.{_CALM}", text)


_NAVIGATION, _ITEM = "partials/nav.html", "partials/nav-item.html"
_OF_THEME = "leerpad/nav-of-theme.html"
_ENTRY = re.compile(
    r'<li class="md-nav__item(?P<active> md-nav__item--active)?">\s*'
    r'<a href="(?P<address>[^"]*)" class="md-nav__link">(?:(?!</?li\b).)*</li>',
    re.DOTALL,
)
"""A page in the navigation that isn't the one which is read."""


class SharedNavigation:
    """Writes the navigation once for all pages that share it, and puts into it what is a page's own: its entry.

    The theme renders the whole navigation anew for every page, though it is the same for all pages of one folder that
    stand in one part of it, but for the entry of the page itself. All of it is the theme's own markup. A page that has
    no entry of its own, such as the index of a section, gets what the theme renders.
    """

    def __init__(self, env: Environment) -> None:
        """Stand in the place of the theme's template, or of an author's; that one goes by another name."""
        theme = env.loader
        assert theme is not None
        self._shared: dict[tuple[object, ...], _Split] = {}
        env.globals["leerpad_navigation"] = self._navigation

        def ours(name: str) -> str | tuple[str, str | None, Callable[[], bool] | None] | None:
            if name == _OF_THEME:
                return theme.get_source(env, _NAVIGATION)
            return "{{ leerpad_navigation() }}" if name == _NAVIGATION else None

        env.loader = ChoiceLoader([FunctionLoader(ours), theme])

    @pass_context
    def _navigation(self, context: Context) -> Markup:
        page = context["page"]
        if page is None:
            return _rendered(context, page)
        key = (page.url.rpartition("/")[0], *(id(section) for section in page.ancestors))
        if key not in self._shared:
            self._shared[key] = _Split(_rendered(context, SimpleNamespace(url=page.url, toc=(), meta={})))
        address = str(context.environment.filters["url"](context, page.url))
        around = self._shared[key].around(escape(address))
        if around is None:
            return _rendered(context, page)
        macros = context.environment.get_template(_ITEM).make_module(context.get_all())
        return Markup(around[0] + called(macros, "render", page, "", 1).strip() + around[1])


def _rendered(context: Context, page: object) -> Markup:
    """The navigation as the theme renders it for this page."""
    return Markup(context.environment.get_template(_OF_THEME).render(context.get_all() | {"page": page}))


class _Split:
    """A navigation in which no page is the one that is read, and where each entry stands in it."""

    def __init__(self, html: str) -> None:
        self._html = _ENTRY.sub(lambda found: found[0].replace(found["active"] or "\0", "", 1), html)
        self._places: dict[str, tuple[int, int] | None] = {}
        for found in _ENTRY.finditer(self._html):  # a page that is there twice has no place of its own
            address = found["address"]
            self._places[address] = None if address in self._places else found.span()

    def around(self, address: str) -> tuple[str, str] | None:
        """What stands before the entry with this address, and what after it; None if there is none."""
        place = self._places.get(address)
        return None if place is None else (self._html[: place[0]], self._html[place[1] :])
