"""One piece of advice before it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leerpad.source.diagnostics import Position

CODES = (
    "alle-bovenstaande",
    "beeld-als-link",
    "beeld-van-buiten",
    "beeld-zonder-tekst",
    "buiten-vak",
    "goede-keuze-langste",
    "goede-keuze-zelfde-plaats",
    "hekje-aan-begin",
    "html-uit-word",
    "je-en-u",
    "kapotte-tabel",
    "keuze-zonder-reden",
    "keuzes-bijna-gelijk",
    "kop-verschoven",
    "koppen-volgorde",
    "lange-zin",
    "lange-zinnen",
    "leesniveau",
    "les-langer-dan-minuten",
    "les-zonder-vraag",
    "lijdende-vorm",
    "lijst-inspringing",
    "lijst-tegen-tekst",
    "lijst-zonder-spatie",
    "losse-opmaak",
    "losse-voetnoot",
    "moeilijk-woord",
    "nalezen",
    "negeer-onbekend",
    "negeer-overbodig",
    "negeer-zonder-reden",
    "ongebruikt-begrip",
    "ongebruikt-bestand",
    "ongebruikte-bron",
    "ongebruikte-quiz",
    "ongebruikte-scan",
    "onopvallende-ontkenning",
    "oude-bestandsnaam",
    "pagina-buiten-menu",
    "soort-vak",
    "starttekst",
    "streep-tegen-tekst",
    "tekst-na-hekje",
    "toets-te-raden",
    "trekking-mist-les",
    "verhuisd-zonder-adres",
    "vraag-zonder-les",
    "vraagtype-eenmalig",
    "vreemd-lijstteken",
    "weinig-vragen-voor-draw",
    "zin-als-code",
)
"""Every code, the same in all languages. Each has its words in the locales and its place in the guide."""


class Finding(NamedTuple):
    """What is advised where. `params` fill the gaps of the words `advice.<code>`."""

    path: str
    position: Position
    code: str
    params: Mapping[str, object] = {}
