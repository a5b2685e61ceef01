"""Where the scans of a course stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from leerpad.site.plan.pages import relative_url, site_urls

if TYPE_CHECKING:
    from leerpad.course.model.course import Course


class ScanPage(NamedTuple):
    """A scan, and the link to its page."""

    id: str
    title: str
    url: str


def scan_pages(course: Course, page_url: str) -> list[ScanPage]:
    """Each scan that a page of `docs/` shows, with the link from a page of the site."""
    urls = site_urls(course)
    held = [(found, page) for page in course.docs_pages for found in page.directives]
    shown = {found.argument: page.path for found, page in held if found.kind.argument == "scan"}
    titles = {scan: file.model.title for scan, file in course.scans.items()}
    return [ScanPage(scan, titles[scan], relative_url(urls[path], page_url)) for scan, path in shown.items()]
