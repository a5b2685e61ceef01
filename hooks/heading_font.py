"""Cuts the font of headings out of its package: one file, with only the letters that titles and names need.

For developers; `make heading-font` calls this. What comes out is committed, so nobody who builds a site needs it. The
result follows from the package and from fontTools alone.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont

NAME, WEIGHT = "zilla-slab", 700
FOLDER = Path(__file__).parent / "leerpad" / "client" / "heading_font"

LETTERS = [
    *range(0x20, 0x7F),  # English
    *(0xA0, 0xA1, 0xA7, 0xA9, 0xAB, 0xB0, 0xB1, 0xB7, 0xBB, 0xBF),
    *range(0xC0, 0x180),  # Dutch, and the names of people from all over Europe: on a certificate a name is whole
    *(0x218, 0x219, 0x21A, 0x21B),  # Romanian
    *(0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2022, 0x2026, 0x20AC, 0x2212),
]
"""Letters, figures, quotes, dashes and the euro. What the font itself lacks comes from the system."""
FEATURES = ["kern", "liga", "locl", "ccmp"]
FIGURES = "0123456789%#$£€"
"""Drawn as high as capitals: in a title they stand beside those. The font's own hang below the line."""

ARIAL_BOLD = {
    "a": (556, 75), "b": (611, 16), "c": (556, 12), "d": (611, 59), "e": (556, 189), "f": (333, 8),
    "g": (611, 34), "h": (611, 24), "i": (278, 65), "j": (278, 15), "k": (556, 23), "l": (278, 36),
    "m": (889, 22), "n": (611, 100), "o": (611, 61), "p": (611, 16), "q": (611, 1), "r": (389, 64),
    "s": (556, 37), "t": (333, 68), "u": (611, 20), "v": (556, 29), "w": (778, 15), "x": (556, 1),
    "y": (556, 2), "z": (500, 14), " ": (278, 170),
}  # fmt: skip
"""How wide Arial Bold, and each font made to its measure, draws a letter; how often Dutch has it, in thousandths."""


def measures(font: TTFont) -> dict[str, str]:
    """What makes Arial Bold as wide and as high as this font, in the words of CSS."""
    widths, letters, em = font["hmtx"].metrics, font.getBestCmap(), font["head"].unitsPerEm
    ours = sum(widths[letters[ord(letter)]][0] * often / em for letter, (_, often) in ARIAL_BOLD.items())
    arial = sum(width * often / 1000 for width, often in ARIAL_BOLD.values())
    size, line = ours / arial, font["hhea"]
    parts = {"ascent-override": line.ascent, "descent-override": -line.descent, "line-gap-override": line.lineGap}
    return {"size-adjust": f"{size:.1%}", **{name: f"{height / em / size:.1%}" for name, height in parts.items()}}


def cut(package: Path) -> TTFont:
    """The font with only the letters above."""
    font = _whole(package)
    _raise_figures(font)
    options = subset.Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    return font


def _whole(package: Path) -> TTFont:
    """The package has the font in two files: with the letters of Western Europe, and with those of the rest."""
    parts = []
    for letters in ("latin", "latin-ext"):
        part = TTFont(package / "files" / f"{NAME}-{letters}-{WEIGHT}-normal.woff2", recalcTimestamp=False)
        for hints in ("fpgm", "prep", "cvt ", "gasp"):
            del part[hints]
        part.flavor = None
        made = part["head"].modified
        parts.append(_saved(part))
    font = Merger().merge(parts)
    font.recalcTimestamp = False  # the moment of cutting isn't in it: the same bytes each time
    font["head"].created = font["head"].modified = made
    return font


def _raise_figures(font: TTFont) -> None:
    rules = font["GSUB"].table
    numbers = {
        number
        for record in rules.FeatureList.FeatureRecord
        if record.FeatureTag == "lnum"
        for number in record.Feature.LookupListIndex
    }
    high: dict[str, str] = {}
    for number in numbers:
        for table in rules.LookupList.Lookup[number].SubTable:
            high.update(table.mapping)
    for table in font["cmap"].tables:
        for figure in map(ord, FIGURES):
            if figure in table.cmap:
                table.cmap[figure] = high.get(table.cmap[figure], table.cmap[figure])


def _saved(font: TTFont) -> io.BytesIO:
    content = io.BytesIO()
    font.save(content)
    content.seek(0)
    return content


def main(package: Path) -> None:
    """Write the font and its licence, and print the measures that `site/assets/heading_font.py` holds."""
    font = cut(package)
    font.flavor = "woff2"
    FOLDER.mkdir(exist_ok=True)
    font.save(FOLDER / f"{NAME}.woff2")
    notice, licence = (package / "LICENSE").read_text("utf-8").split("\n", 1)
    (FOLDER / "OFL.txt").write_text(f"{notice.partition(' ZillaSlab-')[0]}\n{licence}", "utf-8")  # once for all weights
    print(f"{(FOLDER / f'{NAME}.woff2').stat().st_size} bytes", *measures(font).items(), sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
