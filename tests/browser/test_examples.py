"""Every example of every question type, as a learner meets it: asked, answered, kept, shown again, and checked by axe."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from support.axe import violations_in_both_schemes
from support.browser import AT_REST
from support.examples import Example, examples
from support.trees import SETTINGS, build_site, course

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page
    from support.browser import Visitors

EXAMPLES = {example.name: example for example in examples()}
SCORED = {name: example for name, example in EXAMPLES.items() if example.question.worth}
QUIZ = "leerpad-quiz"
PLACES = dict(zip(EXAMPLES, range(len(EXAMPLES)), strict=True))
"""Where on the page each example stands."""

FORMS = "const forms = [...document.querySelectorAll('.lp-question > fieldset')];"


@pytest.fixture(scope="module")
def examples_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All examples on one page, each as a check of its own: whatever is asked of all is asked there in one go."""
    files: dict[str, str | bytes] = {**course(), "mkdocs.yml": SETTINGS + "nav: [index.md, 'leerpad:levels']\n"}
    page = "# Alle voorbeelden\n\n"
    for number, (name, example) in enumerate(EXAMPLES.items(), start=1):
        quiz = {"id": f"quiz-{number}", "title": f"Voorbeeld {number}", "questions": [example.data]}
        files[f"quizzes/{number}.yml"] = json.dumps(quiz, ensure_ascii=False)
        page += f"## {name}\n\n<!-- quiz: quiz-{number} -->\n\n"
    return build_site(tmp_path_factory.mktemp("examples"), {**files, "docs/alle-vragen.md": page})


@pytest.fixture
def page(examples_site: Path, visitors: Visitors) -> Page:
    """That page, with all of it come to life."""
    page = visitors.arrive(examples_site.as_uri(), reduced_motion="reduce").open("alle-vragen.html")
    page.evaluate(AT_REST)
    return page


def give(page: Page, responses: dict[str, Any]) -> None:
    """Answer these examples as if by hand: put it into the form, and tell that it changed."""
    script = f"""(given) => {{
      {FORMS}
      return given.filter(([place, type, response]) => {{
        const fits = Leerpad.questions[type].show(forms[place], response);
        forms[place].dispatchEvent(new Event("change", {{ bubbles: true }}));
        return !fits;
      }});
    }}"""
    asked = [[PLACES[name], EXAMPLES[name].question.type, response] for name, response in responses.items()]
    assert page.evaluate(script, asked) == []


def given(page: Page) -> dict[str, Any]:
    """What the form of each scored example says now."""
    script = (
        f"(types) => {{ {FORMS} return types.map(([place, type]) => Leerpad.questions[type].read(forms[place])); }}"
    )
    types = [[PLACES[name], example.question.type] for name, example in SCORED.items()]
    return dict(zip(SCORED, page.evaluate(script, types), strict=True))


def are_complete(page: Page, responses: dict[str, list[Any]]) -> dict[str, list[bool]]:
    """For each example, which of these responses answer all of its question."""
    script = """(asked) => asked.map(([question, responses]) => {
      const { missing } = Leerpad.questions[question.type];
      return responses.map((value) => missing ? missing(question, value) === null : value !== null);
    })"""
    asked = [[EXAMPLES[name].question.client_data(), values] for name, values in responses.items()]
    return dict(zip(responses, page.evaluate(script, asked), strict=True))


def complete_answers(page: Page) -> dict[str, list[tuple[Any, float]]]:
    """For each example the complete answers that it knows, with their points."""
    complete = are_complete(page, {name: [value for value, _ in one.responses] for name, one in EXAMPLES.items()})
    answers = {
        name: [answer for answer, whole in zip(one.responses, complete[name], strict=True) if whole]
        for name, one in EXAMPLES.items()
    }
    assert [name for name, known in answers.items() if not known] == []
    return answers


def one_of_each_outcome(example: Example, answers: list[tuple[Any, float]]) -> list[tuple[Any, float]]:
    """Of these answers one that is wrong, one that is partly right and one that is right, as far as there are."""
    return list(
        {(points == 0, points == example.question.worth): (value, points) for value, points in answers}.values()
    )


def check(place: Locator) -> None:
    place.get_by_role("button", name="Controleer").click()


def faults_of(page: Page) -> list[str]:
    """What axe finds."""
    return violations_in_both_schemes(page, QUIZ)


def test_all_examples_pass_axe_unanswered_missing_answered_right_and_wrong(page: Page) -> None:
    """All stand on one page, so that axe looks at each state of all of them in one go."""
    quizzes = dict(zip(EXAMPLES, page.locator(QUIZ).all(), strict=True))
    assert faults_of(page) == []
    for name, [may_stay_open] in are_complete(page, {name: [None] for name in EXAMPLES}).items():
        if not may_stay_open:
            check(quizzes[name])
            expect(quizzes[name].locator(".lp-error")).to_be_visible()
    assert faults_of(page) == []
    answers = {name: one_of_each_outcome(EXAMPLES[name], known) for name, known in complete_answers(page).items()}
    for turn in range(max(map(len, answers.values()))):
        asked = {name: known[turn] for name, known in answers.items() if turn < len(known)}
        give(page, {name: response for name, (response, _) in asked.items()})
        if turn == 0:
            assert faults_of(page) == []
        for name, (_, points) in asked.items():
            finish(quizzes[name], EXAMPLES[name], points)
        assert faults_of(page) == []
        for name in asked:
            if name in SCORED:
                quizzes[name].get_by_role("button", name="Opnieuw, alle vragen").click()


def finish(place: Locator, example: Example, points: float) -> None:
    """Have the answer checked, and see that it gets these points; where nothing is scored, read on to the end."""
    if not example.question.worth:
        for button in place.get_by_role("button", name="Ga verder").all():
            button.click()
        return
    check(place)
    expected = f"{points:g} van {example.question.worth:g}".replace(".", ",")
    expect(place.locator(".lp-feedback-title")).to_contain_text(expected)


def test_each_example_comes_back_after_a_reload_and_keeps_its_review(page: Page) -> None:
    known = {name: [value for value, _ in one.responses if value is not None] for name, one in SCORED.items()}
    whole = {name: answers[0][0] for name, answers in complete_answers(page).items() if name in SCORED}
    for responses in ({name: values[0] for name, values in known.items()}, {n: v[-1] for n, v in known.items()}, whole):
        give(page, responses)
        assert given(page) == responses
        page.reload()
        page.evaluate(AT_REST)
        assert given(page) == responses
    quizzes = page.locator(QUIZ)
    for name in SCORED:
        check(quizzes.nth(PLACES[name]))
    questions = page.locator(".lp-question").filter(has=page.locator(".lp-feedback-title"))
    expect(questions).to_have_count(len(SCORED))
    before = questions.all_inner_texts()
    page.reload()
    expect(page.locator(".lp-question > fieldset:disabled")).to_have_count(len(SCORED))
    assert questions.all_inner_texts() == before


def test_shuffling_never_changes_an_answer_or_its_score(page: Page) -> None:
    script = f"""(asked) => {{
      {FORMS}
      const changed = [];
      for (const [place, question, responses] of asked) {{
        const type = Leerpad.questions[question.type];
        for (const response of responses) {{
          for (let seed = 0; seed < 12; seed += 1) {{
            type.arrange(forms[place], String(seed));
            type.show(forms[place], response);
            const read = type.read(forms[place]);
            const same = Leerpad.progress.canonical(read) === Leerpad.progress.canonical(response);
            const points = type.score(question, response).points;
            if (!same || type.score(question, read).points !== points) changed.push([place, seed, response, read]);
          }}
        }}
      }}
      return changed;
    }}"""
    asked = [
        [PLACES[name], one.question.client_data(), [value for value, _ in one.responses if value is not None]]
        for name, one in SCORED.items()
    ]
    assert page.evaluate(script, asked) == []


def test_each_example_can_be_read_and_printed_without_script(examples_site: Path, visitors: Visitors) -> None:
    page = visitors.arrive(examples_site.as_uri(), java_script_enabled=False).open("alle-vragen.html")
    expect(page.locator(".lp-question > fieldset:visible")).to_have_count(len(EXAMPLES))
    sheets = page.locator(".lp-answers")
    expect(sheets.locator("visible=true")).to_have_count(len(EXAMPLES))
    for sheet in (sheets.first, sheets.last):
        sheet.locator("summary").click()
        assert sheet.evaluate("sheet => sheet.open")
    missed = {}
    for (name, example), shown in zip(EXAMPLES.items(), page.locator(".lp-quiz").all_text_contents(), strict=True):
        texts = "".join(c if c.isalnum() else " " for _, text in example.question.texts() for c in f"{text} ")
        missed[name] = [word for word in texts.split() if len(word) > 3 and word not in shown]
    assert {name: words for name, words in missed.items() if words} == {}
