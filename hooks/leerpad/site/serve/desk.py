"""The author's desk: while a site is served, a build that fails becomes a page, and the server goes on.

Knows no host: a build is any function, the server any WSGI application.
"""

from __future__ import annotations

import logging
import os
import shutil
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_Arguments = ParamSpec("_Arguments")
_NOT_FOUND = "404"
NOT_FOUND_PAGE = "404.html"


def guard(
    build: Callable[_Arguments, None], log: logging.Logger, recover: Callable[[Exception, list[str]], None]
) -> Callable[_Arguments, None]:
    """The build, as one that never fails: `recover` gets the exception, and all warnings that `log` heard before."""

    @wraps(build)
    def guarded(*args: _Arguments.args, **names: _Arguments.kwargs) -> None:
        with _heard(log) as warnings:
            try:
                build(*args, **names)
            except Exception as error:  # whatever it is, the author must see it and go on
                recover(error, warnings)

    return guarded


def keeping(
    build: Callable[_Arguments, None], emptied: Callable[_Arguments, Path | None]
) -> Callable[_Arguments, None]:
    """The build, as one that ends with a whole site, or with all parts of the one before.

    `emptied` says which folder it empties first, if it does. A page that is loading when a build begins asks for its
    last parts when it has ended. Without them its scripts would complain, though nothing is wrong with them.
    """

    @wraps(build)
    def kept(*args: _Arguments.args, **names: _Arguments.kwargs) -> None:
        folder = emptied(*args, **names)
        if folder is None or not folder.is_dir():
            return build(*args, **names)
        before = folder.rename(folder.with_name(f"{folder.name}-before"))
        try:
            build(*args, **names)
        except BaseException:
            _give_back(before, folder)
            raise
        finally:
            shutil.rmtree(before)

    return kept


def _give_back(before: Path, folder: Path) -> None:
    for part in sorted([before, *before.rglob("*")]):  # a folder comes before what is in it
        back = folder / part.relative_to(before)
        if part.is_dir():
            back.mkdir(exist_ok=True)
        elif not back.exists():
            part.rename(back)


def show_everywhere(folder: Path, html: str) -> None:
    """Put a page in the place of every page of a site, of its home and of what it doesn't have."""
    pages = {*folder.rglob("*.html"), folder / "index.html", folder / NOT_FOUND_PAGE}
    for page in pages:
        page.write_text(html, "utf-8")
        os.utime(page, (0, 0))  # older than any source: a host that builds only what changed builds it again


def with_live_not_found(application: WSGIApplication, page: str) -> WSGIApplication:
    """Answer a request for nothing with `page`, served as any other page is.

    Hosts put their reload script into the pages they find, not into what they say when they find none. So a reader
    whose page doesn't exist yet, or was part of a site that isn't built now, would have to reload by hand.
    """

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        first = _Response(application, environ)
        if first.status.startswith(_NOT_FOUND):
            second = _Response(application, {**environ, "PATH_INFO": page})
            if not second.status.startswith(_NOT_FOUND):
                start_response(first.status, second.headers)
                return second.body
        start_response(first.status, first.headers)
        return first.body

    return answer


class _Response:
    """What an application says to a request. Ours begin their response before they return."""

    def __init__(self, application: WSGIApplication, environ: WSGIEnvironment) -> None:
        self.status = ""
        self.headers: list[tuple[str, str]] = []
        self.body = application(environ, self._start)

    def _start(self, status: str, headers: list[tuple[str, str]], *_: object) -> Callable[[bytes], object]:
        self.status, self.headers = status, headers
        return lambda _: None


@contextmanager
def _heard(log: logging.Logger) -> Iterator[list[str]]:
    messages: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            messages.append(record.getMessage())

    listener = Listener(logging.WARNING)
    log.addHandler(listener)
    try:
        yield messages
    finally:
        log.removeHandler(listener)
