"""Texts that try to run script, in every place of a course that holds a plain text, and in what a learner's browser reads."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from support.scans import PAGE, SCAN
from support.trees import SETTINGS, course, question, quiz


def payload(place: str) -> str:
    """A text that breaks out of an attribute, of an element, and of a text in JSON or script, wherever it isn't escaped."""
    breaks = f"\" data-leak=\"{place}\" onfocus=\"leak('{place}')\" x=' data-leak='{place}' y='\"'>"
    ends = "</title></textarea></script></style></option></svg>-->"
    return f"{place}{breaks}{ends}<img data-leak={place} src=data:, onerror=leak('{place}')><script>leak('{place}')</script>{{{{7*7}}}}"


def as_yaml(place: str) -> str:
    return json.dumps(payload(place))


PLACES = [
    "site-name",
    "site-description",
    "site-author",
    "nav-page",
    "nav-title",
    "nav-part",
    "palette",
    "version",
    "docs-title",
    "docs-description",
    "docs-author",
    "heading",
    "level-title",
    "level-summary",
    "level-goal",
    "lesson-title",
    "lesson-summary",
    "lesson-goal",
    "test-title",
    "check-title",
    "gap-label",
    "gap-accept",
    "gap-reject",
    "unit",
    "scan-title",
    "scale",
    "dimension",
    "band",
    "profile",
    "source-title",
    "source-author",
    "source-in",
]

_SETTINGS = (
    SETTINGS.replace("Proefpad", as_yaml("site-name"))
    .replace("Donkere weergave", as_yaml("palette"))
    .replace("    pass_mark", f"    version: {as_yaml('version')}\n    pass_mark")
    + f"site_description: {as_yaml('site-description')}\nsite_author: {as_yaml('site-author')}\n"
    + f"nav:\n  - index.md\n  - leerpad:levels\n  - leerpad:certificate\n  - leerpad:progress\n  - {as_yaml('nav-part')}:\n      - {as_yaml('nav-page')}: 'over.md'\n"
    + f"      - {as_yaml('nav-title')}: kaal.md\n      - bronnen.md\n      - scan.md\n      - kop.md\n"
)
_CHECK = f"""\
  - id: gat
    type: fill_in
    prompt: Vul in.
    text: 'Vul {{{{ a }}}} in.'
    gaps:
      a: {{label: {as_yaml("gap-label")}, accept: [{as_yaml("gap-accept")}], reject: [{{text: {as_yaml("gap-reject")}, feedback: Nee.}}]}}
  - {{id: getal, type: numeric, prompt: Hoeveel?, answer: 3, unit: {as_yaml("unit")}}}
"""
_SCAN = (
    SCAN.replace("title: Proefscan", f"title: {as_yaml('scan-title')}")
    .replace("scale: [helemaal oneens", f"scale: [{as_yaml('scale')}")
    .replace("title: Werk}", f"title: {as_yaml('dimension')}}}")
    .replace("title: hoog", f"title: {as_yaml('band')}")
    .replace("title: Rest", f"title: {as_yaml('profile')}")
)
_SOURCE = f"""\
sources:
  - id: boek
    authors: [{as_yaml("source-author")}]
    title: {as_yaml("source-title")}
    in: {as_yaml("source-in")}
    kind: book
    certainty: full
    shows: Iets.
    limit: Niet alles.
    doi: '10.1234/"><script>leak("doi")</script>'
"""
FILE = "tekening 'leak'.svg"
"""As hostile as a name of a file may be: with `<`, `>` or `"` in it the course is refused."""


def hostile_course() -> dict[str, str | bytes]:
    """A course with a payload in every one of `PLACES`, and a file with a hostile name."""
    y = as_yaml
    front = f"title: {y('lesson-title')}\nsummary: {y('lesson-summary')}\ngoals: [{y('lesson-goal')}]\nsources: [boek]"
    image = f"![plaat]({quote(FILE)})"
    return {
        **course(),
        "mkdocs.yml": _SETTINGS,
        "docs/over.md": f"---\ntitle: {y('docs-title')}\ndescription: {y('docs-description')}\nauthor: {y('docs-author')}\n---\n# Over\n\n<!-- published -->\n",
        "docs/kop.md": f"# `{payload('heading')}`\n",
        "docs/kaal.md": "Een bladzijde zonder opschrift.\n",
        "docs/bronnen.md": "# Bronnen\n\n<!-- sources -->\n",
        "docs/sources.yml": _SOURCE,
        PAGE: "# Scan\n\n<!-- scan: proefscan -->\n",
        "quizzes/scan.yml": _SCAN,
        "quizzes/check.yml": quiz("check", _CHECK, keys="").replace("Quiz check", y("check-title")),
        "quizzes/0-een/toets.yml": quiz("toets-een", *(question(f"een-{n}") for n in range(1, 6))).replace(
            "Quiz toets-een", y("test-title")
        ),
        "modules/0-een/level.yml": f"id: een\ntitle: {y('level-title')}\nsummary: {y('level-summary')}\ngoals: [{y('level-goal')}]\nquiz: toets-een\n",
        "modules/0-een/01-een-a.md": f"---\n{front}\n---\nTekst.\n\n{image}\n\n<!-- quiz: check -->\n",
        f"modules/0-een/{FILE}": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    }


def hostile_progress(course_id: str) -> dict[str, Any]:
    """A document in which every text is hostile, and much has the wrong shape."""
    text, at = payload("opslag"), 1_700_000_000_000
    answers = {
        "een-1": {"value": text, "revision": text, "at": at, "checked": True},
        "een-2": {"value": {text: {text: text}}, "revision": "a", "at": at},
    }
    attempt = {
        "started": at,
        "seed": 1,
        "questions": ["een-1", "een-2"],
        "answers": answers,
        "finished": at,
        "outcome": {"points": 1, "max": 2, "passed": True, "questions": {"een-1": {"points": 1, "max": 1}}},
    }
    plan = {
        "text": text,
        "who": text,
        "when": "2026-01-01",
        "cue": text,
        "lesson": "een-a",
        "done": False,
        "removed": False,
        "since": at,
        "at": at,
    }
    return {
        "version": 1,
        "course": course_id,
        "lessons": {"een-a": {"done": True, "at": at}, text: {"done": True, "at": at}},
        "quizzes": {"toets-een": {"poging": attempt, text: attempt}},
        "notes": {"denk": {"text": text, "prompt": text, "at": at}},
        "predictions": {"een-1": {"value": text, "revision": text, "at": at}, text: {"value": text}},
        "scans": {"proefscan": {"r1": {"value": text, "at": at}}},
        "pastScans": {
            "proefscan": {"1": {"answers": {"r1": text}, "finished": at, "current": text, "at": at}, text: text},
            text: {"1": {"answers": text, "finished": at, "current": False, "at": at}},
        },
        "talk": {name: {"text": text, "at": at} for name in ("day", "time", "need", "question-1")},
        "looks": {"een": {"2025-01-01": {"went": "no", "note": text, "at": at}, text: text}, text: text},
        "plan": {"een": plan, text: plan, "lelijk": {**plan, "lesson": "javascript:leak('opslag')", "when": text}},
        "reviews": {"een-1": {"results": text, "day": at, "at": at}, text: {"results": "+", "day": 1, "at": 1}},
        "name": {"text": "<img onerror=leak('naam') src=data:,>", "at": at},
        "settings": {"quiz-view": {"value": text, "at": at}},
    }


_DOCUMENT = hostile_progress("proefpad")
STORED = {
    "hostile": json.dumps(_DOCUMENT),
    "no JSON": payload("opslag"),
    "a text": json.dumps(payload("opslag")),
    "a list": json.dumps([_DOCUMENT]),
    "another version": json.dumps({**_DOCUMENT, "version": payload("opslag")}),
    "prototype": json.dumps(_DOCUMENT).replace(
        '"version": 1', '"__proto__": {"text": "<img>"}, "constructor": {"prototype": {}}, "version": 1'
    ),
}
HASHES = (
    '#"><img src=data:, onerror=leak(1) data-leak=hash>',
    "#javascript:leak(1)",
    "#%22%3E%3Cscript%3Eleak(1)%3C/script%3E",
    "#%E0%A4%A",
    "#question-een-1'], [data-leak",
    '#certificate-een"]',
    "?q=<img src=data:, onerror=leak(1) data-leak=vraag>",
    "?h=<img src=data:, onerror=leak(1) data-leak=merk>",
)
