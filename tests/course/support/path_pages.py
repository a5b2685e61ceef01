"""Pages of the path in our own course, the screens they are read on, and the learners who come there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.support.states import DONE, HALFWAY

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from support.browser import Visitor

WIDE, PHONE, NARROWEST = {"width": 1280, "height": 900}, {"width": 375, "height": 700}, {"width": 320, "height": 640}
SIZES = [WIDE, NARROWEST]
HOME, LEVEL, LESSON, TEST = (
    "index.html",
    "basis/index.html",
    "basis/zeven-factoren.html",
    "tevredenheid/toets-tevredenheid.html",
)

NEW = ""
LEARNERS = {"new": NEW, "halfway": HALFWAY, "done": DONE}

ENLARGE = """() => {
  document.documentElement.style.fontSize = "200%";
  return document.documentElement.scrollWidth;
}"""
"""Letters as large as a browser or a phone can set them; how wide the page is then."""
LARGE = {"width": 390, "height": 844}

IN_FONT = """async () => {
  await document.fonts.load("20px 'Leerpad Headings Sure'");
  const widths = ["Leerpad Headings", "Leerpad Headings Sure"].map((family) => {
    const word = Object.assign(document.createElement("b"), { textContent: "Betrokkenheidsscan" });
    Object.assign(word.style, { position: "absolute", fontFamily: `"${family}", monospace` });
    document.body.append(word);
    const { width } = word.getBoundingClientRect();
    word.remove();
    return width;
  });
  return widths[0] === widths[1];
}"""


def open_in_font(visitor: Visitor, path: str) -> Page:
    """A page whose headings have their font. On a busy machine one may be painted before that has come, and does without."""
    page = visitor.open(path)
    while not page.evaluate(IN_FONT):
        page.reload()
    return page
