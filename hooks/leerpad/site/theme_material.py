"""What must be known of the theme when a site is built: Material for MkDocs. See client/theme_material.* too."""

from __future__ import annotations

NOT_READ = r"\.map$|^search/search_index\.js$|\.gz$|^sitemap"
"""Files that no reader on a web server needs: for who looks into scripts, for file://, for machines."""


def other_languages(language: str) -> str:
    """What the search has of languages that aren't the site's: it loads only its own."""
    return rf"/lunr/(?!min/lunr\.(stemmer\.support|{language})\.min)"


def without_strange_autocomplete(html: str) -> str:
    """A page without what the theme writes on two check boxes outside any form, where HTML doesn't know it."""
    return html.replace(' autocomplete="off">', ">", 2)
