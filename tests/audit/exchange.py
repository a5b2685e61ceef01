"""Let others judge our question banks: parser, schemas and player that this project didn't write.

    make exchange-audit SCHEMAS=folder

Needs Node.js and Chromium. `folder` holds XML Schemas of 1EdTech and what they import; which file is for what, SCHEMAS
below says. None of it is part of the project. See hooks/leerpad/docs/add-an-exchange-format.md.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from browser_setup import find_browser
from course.support.real import real_course
from lxml import etree
from playwright.sync_api import sync_playwright
from support.banks import neutral, written
from support.examples import examples

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from playwright.sync_api import Page

    from leerpad.questions.base import Question

SCHEMAS = {
    "qti3": ("imsqti_asiv3p0_v1p0.xsd", "imsqtiv3p0_imscpv1p2_v1p0.xsd"),
    "qti22": ("imsqti_v2p2.xsd", "imscp_v1p1.xsd"),
}
"""Of each version the schema of items and tests, and that of the manifest; anywhere in the folder."""

QTI3 = "{http://www.imsglobal.org/xsd/imsqtiasi_v3p0}"
PARSE = """
const { parse } = require('gift-pegjs');
const blocks = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const told = blocks.map((block) => { try { return parse(block).map((one) => one.type).join(); } catch (error) { return `! ${error.message}`; } });
console.log(JSON.stringify(told));
"""
ANSWER = """
async ([xml, right]) => {
  const holder = document.createElement('qti-item');
  const container = document.createElement('item-container');
  container.itemXML = xml;
  document.body.replaceChildren(holder);
  holder.append(container);
  const found = () => (container.shadowRoot ?? container).querySelector('qti-assessment-item');
  await new Promise((done) => { const look = () => (found()?.variables?.length ? done() : requestAnimationFrame(look)); look(); });
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const item = found();
  const value = (name) => Number(item.variables.find((one) => one.identifier === name)?.value ?? 0);
  let nothing = 0;
  try { item.processResponse(); nothing = value('SCORE'); } catch { nothing = 0; }
  for (const [name, [values, cardinality]] of Object.entries(right)) {
    item.updateResponseVariable(name, cardinality === 'single' ? values[0] : values);
  }
  item.processResponse();
  return [value('SCORE'), value('MAXSCORE'), nothing];
}
"""


def main(node: Path, schemas: Path | None) -> int:
    """Print what each judge says; 1 if one of them finds anything."""
    course = real_course()
    ours = [question for quiz in course.quizzes.values() for question in quiz.model.questions]
    asked: dict[str, Question] = {one.id: one for one in ours}
    for number, example in enumerate(examples()):
        asked[f"example-{number}"] = example.question.model_copy(update={"id": f"example-{number}"})
    questions = [one for one in asked.values() if neutral(one) is not None]
    packages = {kind: dict(_files(kind, questions)) for kind in ("qti3", "qti22")}
    found = list(_gift(questions, node))
    for kind, files in packages.items():
        found += _schema(kind, files, schemas) if schemas else []
    if schemas is None:
        print("schemas: not checked; say where they are with SCHEMAS=folder")
    found += _player(packages["qti3"], node)
    print(*found, sep="\n")
    return 1 if found else 0


def _files(kind: str, questions: list[Question]) -> Mapping[str, bytes]:
    content, _ = written(kind, questions)
    assert not isinstance(content, bytes)
    return content


def _gift(questions: list[Question], node: Path) -> Iterator[str]:
    content, _ = written("gift", questions)
    assert isinstance(content, bytes)
    blocks = [block for block in content.decode().split("\n\n") if block.strip() and not block.startswith("$CATEGORY")]
    run = subprocess.run(
        ["node", "-e", PARSE], input=json.dumps(blocks), cwd=node, capture_output=True, text=True, check=True
    )
    told = json.loads(run.stdout)
    print("gift-pegjs:", len(blocks), "questions", dict(Counter(one for one in told if not one.startswith("!"))))
    yield from (f"gift-pegjs: {error}\n{block}" for block, error in zip(blocks, told, strict=True) if error[0] == "!")


def _schema(kind: str, files: Mapping[str, bytes], folder: Path) -> Iterator[str]:
    items, manifest = (etree.XMLSchema(etree.parse(_one(folder, name))) for name in SCHEMAS[kind])
    valid = 0
    for name, content in files.items():
        if not name.endswith(".xml"):
            continue
        judge = manifest if name == "imsmanifest.xml" else items
        if judge.validate(etree.parse(BytesIO(content))):
            valid += 1
        else:
            yield from (f"{kind} {name}:{error.line} {error.message}" for error in judge.error_log)
    print(f"schemas: {valid} valid files of {kind}")


def _one(folder: Path, name: str) -> str:
    found = sorted(folder.rglob(name))
    if not found:
        sys.exit(f"no {name} in {folder}")
    return str(found[0])


def _player(files: Mapping[str, bytes], node: Path) -> Iterator[str]:
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        page = browser.new_page()
        blank = Path(folder, "blank.html")
        blank.write_text("<!doctype html><body></body>", "utf-8")
        page.goto(blank.as_uri())
        page.add_script_tag(path=node / "node_modules/@citolab/qti-components/cdn/index.global.js")
        counts: Counter[str] = Counter()
        for name, content in files.items():
            if name.startswith("items/"):
                yield from _scored(page, name, content, counts)
        print("qti-components:", dict(counts))
        browser.close()


def _scored(page: Page, name: str, content: bytes, counts: Counter[str]) -> Iterator[str]:
    root = etree.fromstring(content)
    right = {
        one.get("identifier"): ([value.text for value in one.iter(f"{QTI3}qti-value")], one.get("cardinality"))
        for one in root.iter(f"{QTI3}qti-response-declaration")
    }
    if not any(values for values, _ in right.values()):
        counts["not scored"] += 1
        return
    score, most, nothing = page.evaluate(ANSWER, [content.decode().partition("?>")[2], right])
    if abs(score - most) < 1e-3 and nothing == 0:
        counts["right"] += 1
    else:
        yield f"qti-components: {name} gives {score} of {most}, and {nothing} for no answer"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 and sys.argv[2] else None))
