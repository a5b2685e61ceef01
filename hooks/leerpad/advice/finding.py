"""One piece of advice before it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leerpad.source.diagnostics import Position

CODES = (
    "all-of-the-above",
    "broken-table",
    "choice-without-reason",
    "draw-misses-lesson",
    "few-questions-to-draw",
    "guessable-test",
    "hard-word",
    "heading-order",
    "hidden-negation",
    "image-as-link",
    "image-without-text",
    "indented-heading",
    "leading-hash",
    "lesson-without-question",
    "list-against-text",
    "list-indent",
    "list-without-space",
    "long-sentence",
    "long-sentences",
    "longer-than-minutes",
    "longest-is-right",
    "loose-footnote",
    "mixed-address",
    "moved-without-address",
    "needless-silence",
    "odd-bullet",
    "old-file-name",
    "outside-box",
    "outside-image",
    "page-outside-menu",
    "passive-voice",
    "question-without-lesson",
    "reading-level",
    "review-due",
    "right-in-same-place",
    "rule-against-text",
    "sentence-as-code",
    "silence-without-reason",
    "similar-choices",
    "single-use-type",
    "starter-text",
    "text-after-hash",
    "unclosed-markup",
    "unknown-box",
    "unknown-silence",
    "unused-file",
    "unused-quiz",
    "unused-scan",
    "unused-source",
    "unused-term",
    "word-html",
)
"""Every code, the same in all languages. Each has its words in the locales and its place in the guide."""

EARLIER = {
    "alle-bovenstaande": "all-of-the-above",
    "beeld-als-link": "image-as-link",
    "beeld-van-buiten": "outside-image",
    "beeld-zonder-tekst": "image-without-text",
    "buiten-vak": "outside-box",
    "goede-keuze-langste": "longest-is-right",
    "goede-keuze-zelfde-plaats": "right-in-same-place",
    "hekje-aan-begin": "leading-hash",
    "html-uit-word": "word-html",
    "je-en-u": "mixed-address",
    "kapotte-tabel": "broken-table",
    "keuze-zonder-reden": "choice-without-reason",
    "keuzes-bijna-gelijk": "similar-choices",
    "kop-verschoven": "indented-heading",
    "koppen-volgorde": "heading-order",
    "lange-zin": "long-sentence",
    "lange-zinnen": "long-sentences",
    "leesniveau": "reading-level",
    "les-langer-dan-minuten": "longer-than-minutes",
    "les-zonder-vraag": "lesson-without-question",
    "lijdende-vorm": "passive-voice",
    "lijst-inspringing": "list-indent",
    "lijst-tegen-tekst": "list-against-text",
    "lijst-zonder-spatie": "list-without-space",
    "losse-opmaak": "unclosed-markup",
    "losse-voetnoot": "loose-footnote",
    "moeilijk-woord": "hard-word",
    "nalezen": "review-due",
    "negeer-onbekend": "unknown-silence",
    "negeer-overbodig": "needless-silence",
    "negeer-zonder-reden": "silence-without-reason",
    "ongebruikt-begrip": "unused-term",
    "ongebruikt-bestand": "unused-file",
    "ongebruikte-bron": "unused-source",
    "ongebruikte-quiz": "unused-quiz",
    "ongebruikte-scan": "unused-scan",
    "onopvallende-ontkenning": "hidden-negation",
    "oude-bestandsnaam": "old-file-name",
    "pagina-buiten-menu": "page-outside-menu",
    "soort-vak": "unknown-box",
    "starttekst": "starter-text",
    "streep-tegen-tekst": "rule-against-text",
    "tekst-na-hekje": "text-after-hash",
    "toets-te-raden": "guessable-test",
    "trekking-mist-les": "draw-misses-lesson",
    "verhuisd-zonder-adres": "moved-without-address",
    "vraag-zonder-les": "question-without-lesson",
    "vraagtype-eenmalig": "single-use-type",
    "vreemd-lijstteken": "odd-bullet",
    "weinig-vragen-voor-draw": "few-questions-to-draw",
    "zin-als-code": "sentence-as-code",
}
"""The codes that authors silenced before there was one set for all languages; they still work."""


class Finding(NamedTuple):
    """What is advised where. `params` fill the gaps of the words `advice.<code>`."""

    path: str
    position: Position
    code: str
    params: Mapping[str, object] = {}
