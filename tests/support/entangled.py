"""A small course in which everything leads from one level to another."""

from __future__ import annotations

from support.scans import SCAN
from support.trees import SETTINGS, lesson, question, quiz, rich_course

ENTANGLED: dict[str, str | bytes] = {
    **rich_course(),
    "mkdocs.yml": SETTINGS.replace(
        "    pass_mark: 60%\n", "    pass_mark: 60%\n    packages: {completion: 'level:drie'}\n"
    ),
    "docs/index.md": "# Welkom\n\n<!-- path -->\n\nLees [het begin](../modules/0-een/01-een-a.md) of doe [de scan](scan.md).\n",
    "docs/scan.md": "# Scan\n\n<!-- scan: proefscan -->\n",
    "docs/begrippen.md": "# Begrippen\n\n<!-- terms -->\n",
    "docs/glossary.yml": (
        "terms:\n  - {id: zin, term: zin, lesson: een-a, explanation: 'Zie [A](../modules/0-een/01-een-a.md).'}\n"
    ),
    "quizzes/scan.yml": SCAN,
    "quizzes/1-twee/toets.yml": quiz("toets-twee", *(question(f"twee-{n}", more="lesson: een-b") for n in range(1, 4))),
    "modules/1-twee/01-twee-a.md": lesson(
        "Les twee A",
        "Dit heeft zin na [les A](../0-een/01-een-a.md#kop) en [de toets](../../quizzes/0-een/toets.yml).\n\n"
        "Straks [verder](02-twee-b.md). ![Plaat](../0-een/plaat.svg)",
    ),
    "modules/0-een/plaat.svg": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>",
    "modules/2-drie/ander.svg": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>",
    "modules/2-drie/02-drie-b.md": lesson("Les drie B", "![Ander](ander.svg)"),
}
