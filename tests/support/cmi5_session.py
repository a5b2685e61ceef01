"""A session by cmi5 alone, on an empty page: what a shell tells it, and what the record store hears."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from leerpad.site.assets.graph import in_order
from support.lms import CLIENT
from support.lrs import record_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    from support.lrs import RecordStore

PAGE = """<!doctype html><title>Proef</title>
<script>window.LeerpadCourse = { id: "proef", levels: [], limits: {} };</script>
<script src="shell.js"></script>
"""
QUESTIONS = {
    **{f"v{n}": {"id": f"v{n}", "form": "truth", "prompt": f"Klopt dit? {n}", "correct": True} for n in range(80)},
    "gesprek": {
        "id": "gesprek",
        "form": "talk",
        "prompt": "Een gesprek",
        "start": "hallo-jij",
        "steps": {"hallo-jij": [["aa", "verder"], ["bb", "einde"]], "verder": [["cc", "einde"], ["dd", "hallo-jij"]]},
        "said": {"hallo-jij": "Hallo.", "verder": "En nu?"},
        "options": [["aa", "Vraag door"], ["bb", "Ga weg"], ["cc", "Rond af"], ["dd", "Begin opnieuw"]],
    },
}
FACTS = {"kind": "cmi5", "iri": "https://leren.voorbeeld.nl/p", "language": "nl", "questions": QUESTIONS}
UNDONE = {"isDone": False, "byTest": True, "share": None, "measure": 0}
DONE = {"isDone": True, "byTest": True, "share": 0.875, "measure": 1}
TAKE_UP = """() => {
  window.takeUp = (text) => (window.mine = `abcd-${[...new Set((mine + text).replaceAll("abcd-", ""))].sort().join("")}`);
}"""
TELL = """async ([verb, telling]) => {
  window.mine = telling.text ?? window.mine;
  const said = session[verb](telling);
  return verb === "keep" ? await said : said;
}"""


@contextmanager
def store_of_sessions() -> Iterator[RecordStore]:
    """A record store that launches that page; in the end it may have refused nothing."""
    code = "\n".join(file.read_text("utf-8") for file in in_order([CLIENT / "cmi5.js"]))
    with record_store({"leerpad.html": PAGE.encode(), "shell.js": code.encode()}) as store:
        yield store
        assert store.refused == []


def answers(*numbers: int) -> list[dict[str, Any]]:
    """Right answers to questions, to be told."""
    points = {"points": 1, "max": 1}
    return [
        {"quiz": "toets", "question": QUESTIONS[f"v{n}"], "value": True, "points": points, "at": 1_795_000_000_000 + n}
        for n in numbers
    ]


class Talk:
    """A session that began."""

    def __init__(self, page: Page, store: RecordStore, registration: str, **facts: Any) -> None:
        self.page, self.store, self.registration = page, store, registration
        self.session, address = store.launch(registration, **facts)
        page.goto(address)
        page.evaluate(TAKE_UP)
        self.begun = page.evaluate(
            """(facts) => Leerpad.connect(facts, takeUp).then((it) => {
              window.session = it;
              return { learner: it.learner, text: it.text, place: it.place, problem: it.problem };
            }, () => null)""",
            FACTS,
        )

    def telling(self, *numbers: int, text: str | None = "abcd-1", result: dict[str, Any] = UNDONE) -> dict[str, Any]:
        return {"text": text, "place": "een.html", "result": result, "answers": answers(*numbers), "spent": 1000}

    def keep(self, *numbers: int, **facts: Any) -> bool:
        return bool(self.page.evaluate(TELL, ["keep", self.telling(*numbers, **facts)]))

    def end(self, **facts: Any) -> str:
        return str(self.page.evaluate(TELL, ["end", self.telling(**facts)]))

    def leave(self, **facts: Any) -> None:
        """End the session, of which the record store takes no statement."""
        with self.page.expect_response(lambda answer: "/statements" in answer.url):
            self.end(**facts)

    def close(self, **facts: Any) -> None:
        self.end(**facts)
        assert self.session.over.wait(10), self.store.refused

    @property
    def kept(self) -> dict[str, Any]:
        return dict(json.loads(self.store.documents[self.registration, "leerpad"]))


def for_verb(status: int, *verbs: str) -> Callable[[str, list[str]], int]:
    """Trouble for messages that hold one of these; without any, for all of statements."""
    return lambda resource, said: status * (resource == "statements" and (not verbs or bool({*verbs} & {*said})))
