"""What the site generator says while it builds, in the words of the site. Knows its messages, not the generator."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leerpad.locales import Locale

_PAGE = r"Doc file '(?P<page>.+?)' contains "
_NAV = r"A reference to '(?P<target>.+?)' is included in the 'nav' configuration"
_HINT = r"(?: Did you mean '.*'\?)?"
_MESSAGES = {
    "missing_link": rf"{_PAGE}a link '(?P<target>.+?)', but the target.* is not found among documentation files\."
    rf"{_HINT}",
    "missing_anchor": rf"{_PAGE}a link '(?P<target>.+?)', but (?:there is no such|the doc '.+?' does not contain an) "
    r"anchor.*",
    "strange_link": rf"{_PAGE}an (?:unrecognized relative|absolute) link '(?P<target>.+?)', it was left as is\."
    rf"{_HINT}",
    "excluded_link": rf"{_PAGE}a link to '(?P<target>.+?)' which is excluded from the built site\.",
    "missing_nav": rf"{_NAV}, which is not found in the "
    r"documentation files\.",
    "excluded_nav": rf"{_NAV}, but this file is excluded "
    r"from the built site\.",
    "absolute_nav": r"An absolute path to '(?P<target>.+?)' is included in the 'nav' configuration, which presumably "
    r"points to an external resource\.",
    "omitted_pages": r"The following pages exist in the docs directory, but are not included in the \"nav\" "
    r"configuration:\n(?P<pages>.*)",
    "conflict": r"Excluding '(?P<page>.+?)' from the site because it conflicts with '(?P<other>.+?)'\.",
    "missing_template": r"Template skipped: '(?P<target>.+?)' not found in .*\.",
    "failed_page": r"Error (?:building|reading) page '(?P<page>.+?)':.*",
    "failed_template": r"Error (?:building|reading) template '(?P<target>.+?)':.*",
    "built": r"Documentation built in (?P<seconds>[\d.]+) seconds",
}
"""Its messages, by the word under `host` in the locales that says the same."""

_PATTERNS = {key: re.compile(pattern, re.DOTALL) for key, pattern in _MESSAGES.items()}

_NAMES = {"mkdocs": "MkDocs", "properdocs": "ProperDocs"}
"""What it is called, by the name under which it speaks."""

_FOR_NOBODY = re.compile(
    r"Cleaning site directory|Building documentation to directory: .*|Template skipped: .* generated empty output\."
)
"""The folders are not those of the author, and a page that isn't there was never meant to be."""


def in_words(message: str, locale: Locale) -> str:
    """The same in the language of the site. What isn't known stays as it is."""
    for key, pattern in _PATTERNS.items():
        said = pattern.fullmatch(message)
        if said:
            return locale.text(f"host.{key}", **said.groupdict())
    return message


class HostWords(logging.Handler):
    """Listens to the site generator: puts what it says in the words of the site, and remembers its warnings."""

    def __init__(self, log: logging.Logger, locale: Locale) -> None:
        """Begin to listen. Warnings are heard too where none are shown, as with `--quiet`."""
        super().__init__(logging.WARNING)
        self._log, self._locale = log, locale
        self._level = log.level
        self.warnings: list[str] = []
        self._shows_warnings = log.getEffectiveLevel() <= logging.WARNING
        for handler in log.handlers:
            handler.addFilter(self.translate)
            if not self._shows_warnings:
                handler.setLevel(max(handler.level, log.level))
        if not self._shows_warnings:
            log.setLevel(logging.WARNING)
        log.addHandler(self)

    def refusal(self) -> str:
        """Why its warnings stop the build, with those that were not shown."""
        shown = [] if self._shows_warnings else self.warnings
        return "\n".join([self._locale.plural("host.stopped", len(self.warnings), host=_NAMES[self._log.name]), *shown])

    def stop(self) -> None:
        """Leave the generator as it was. More than once is fine."""
        self._log.removeHandler(self)
        self._log.setLevel(self._level)
        for handler in self._log.handlers:
            handler.removeFilter(self.translate)

    def translate(self, record: logging.LogRecord) -> bool:
        """Change what is said; False for what nobody needs to hear."""
        message = record.getMessage()
        record.msg, record.args = in_words(message, self._locale), ()
        return not _FOR_NOBODY.fullmatch(message)

    def emit(self, record: logging.LogRecord) -> None:
        """Remember a warning."""
        if record.levelno == logging.WARNING:
            self.warnings.append(in_words(record.getMessage(), self._locale))
