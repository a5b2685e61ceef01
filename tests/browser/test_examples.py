"""Every example of every question type, as a learner meets it: asked, answered, kept, shown again, and checked by axe."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from support.axe import violations_in_both_schemes
from support.examples import Example, examples
from support.trees import SETTINGS, build_site, course

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page
    from support.browser import Visitors

EXAMPLES = examples()
QUIZ = "leerpad-quiz"
SCORED = [example for example in EXAMPLES if example.question.worth]


@pytest.fixture(scope="session")
def examples_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All examples, each as a check on a page of its own and all on one page, outside the navigation."""
    files: dict[str, str | bytes] = {**course(), "mkdocs.yml": SETTINGS + "nav: [index.md, 'leerpad:levels']\n"}
    for number, example in enumerate(EXAMPLES, start=1):
        quiz = {"id": f"quiz-{number}", "title": f"Voorbeeld {number}", "questions": [example.data]}
        files[f"quizzes/{number}.yml"] = json.dumps(quiz, ensure_ascii=False)
        files[f"docs/vraag-{number}.md"] = f"# Voorbeeld\n\n<!-- quiz: quiz-{number} -->\n"
    everything = "".join(f"## {one.name}\n\n<!-- quiz: quiz-{number} -->\n\n" for number, one in enumerate(EXAMPLES, 1))
    files["docs/alle-vragen.md"] = f"# Alle voorbeelden\n\n{everything}"
    return build_site(tmp_path_factory.mktemp("examples"), files)


def page_of(example: Example) -> str:
    return f"vraag-{EXAMPLES.index(example) + 1}.html"


def form_of(place: Page | Locator) -> Locator:
    return place.locator(".lp-question > fieldset")


def give(place: Page | Locator, example: Example, response: Any) -> None:
    """Answer as if by hand: put it into the form, and tell that it changed."""
    script = "(form, [type, response]) => Leerpad.questions[type].show(form, response)"
    assert form_of(place).evaluate(script, [example.question.type, response])
    form_of(place).dispatch_event("change")


def given(page: Page, example: Example) -> Any:
    """What the form says now."""
    return page.evaluate(
        "([form, type]) => Leerpad.questions[type].read(form)", [form_of(page).element_handle(), example.question.type]
    )


def is_complete(page: Page, example: Example, response: Any) -> bool:
    script = """([question, value]) => {
      const { missing } = Leerpad.questions[question.type];
      return missing ? missing(question, value) === null : value !== null;
    }"""
    return bool(page.evaluate(script, [example.question.client_data(), response]))


def check(place: Page | Locator) -> None:
    place.get_by_role("button", name="Controleer").click()


def answers_of(page: Page, example: Example) -> list[tuple[Any, float]]:
    """One complete answer for each outcome that this example knows: wrong, partly right, right."""
    complete = [(response, points) for response, points in example.responses if is_complete(page, example, response)]
    assert complete, example.name
    return list(
        {(points == 0, points == example.question.worth): (response, points) for response, points in complete}.values()
    )


def faults_of(page: Page) -> list[str]:
    """What axe finds."""
    return violations_in_both_schemes(page, QUIZ)


def test_all_examples_pass_axe_unanswered_missing_answered_right_and_wrong(
    examples_site: Path, visitors: Visitors
) -> None:
    """All stand on one page, so that axe looks at each state of all of them in one go."""
    page = visitors.arrive(examples_site.as_uri(), reduced_motion="reduce").open("alle-vragen.html")
    quizzes = dict(zip((example.name for example in EXAMPLES), page.locator(QUIZ).all(), strict=True))
    assert faults_of(page) == []
    for example in EXAMPLES:
        if not is_complete(page, example, None):
            check(quizzes[example.name])
            expect(quizzes[example.name].locator(".lp-error")).to_be_visible()
    assert faults_of(page) == []
    answers = {example.name: answers_of(page, example) for example in EXAMPLES}
    for turn in range(max(map(len, answers.values()))):
        asked = [example for example in EXAMPLES if turn < len(answers[example.name])]
        for example in asked:
            give(quizzes[example.name], example, answers[example.name][turn][0])
        if turn == 0:
            assert faults_of(page) == []
        for example in asked:
            finish(quizzes[example.name], example, answers[example.name][turn][1])
        assert faults_of(page) == []
        for example in asked:
            if example.question.worth:
                quizzes[example.name].get_by_role("button", name="Opnieuw, alle vragen").click()


def finish(place: Locator, example: Example, points: float) -> None:
    """Have the answer checked, and see that it gets these points; where nothing is scored, read on to the end."""
    if not example.question.worth:
        for button in place.get_by_role("button", name="Ga verder").all():
            button.click()
        return
    check(place)
    expected = f"{points:g} van {example.question.worth:g}".replace(".", ",")
    expect(place.locator(".lp-feedback-title")).to_contain_text(expected)


@pytest.mark.parametrize("example", SCORED, ids=lambda example: example.name)
def test_each_example_comes_back_after_a_reload_and_keeps_its_review(
    example: Example, examples_site: Path, visitors: Visitors
) -> None:
    page = visitors.arrive(examples_site.as_uri()).open(page_of(example))
    responses = [response for response, _ in example.responses if response is not None]
    for response in (responses[0], responses[-1]):
        give(page, example, response)
        assert given(page, example) == response
        page.reload()
        assert given(page, example) == response
    response = next(response for response, _ in example.responses if is_complete(page, example, response))
    give(page, example, response)
    check(page)
    before = page.locator(".lp-question").inner_text()
    page.reload()
    assert page.locator(".lp-question").inner_text() == before
    expect(page.locator(".lp-question > fieldset:disabled")).to_be_visible()


@pytest.mark.parametrize("example", SCORED, ids=lambda example: example.name)
def test_shuffling_never_changes_an_answer_or_its_score(
    example: Example, examples_site: Path, visitors: Visitors
) -> None:
    page = visitors.arrive(examples_site.as_uri()).open(page_of(example))
    script = """([form, question, responses]) => {
      const type = Leerpad.questions[question.type];
      const changed = [];
      for (const response of responses) {
        for (let seed = 0; seed < 12; seed += 1) {
          type.arrange(form, String(seed));
          type.show(form, response);
          const read = type.read(form);
          const same = Leerpad.progress.canonical(read) === Leerpad.progress.canonical(response);
          if (!same || type.score(question, read).points !== type.score(question, response).points) changed.push([seed, response, read]);
        }
      }
      return changed;
    }"""
    responses = [response for response, _ in example.responses if response is not None]
    assert page.evaluate(script, [form_of(page).element_handle(), example.question.client_data(), responses]) == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_each_example_can_be_read_and_printed_without_script(
    example: Example, examples_site: Path, visitors: Visitors
) -> None:
    visitor = visitors.arrive(examples_site.as_uri(), java_script_enabled=False)
    page = visitor.open(page_of(example))
    sheet = page.locator(".lp-answers")
    expect(form_of(page)).to_be_visible()
    expect(sheet).to_be_visible()
    sheet.locator("summary").click()
    shown = page.locator(".lp-quiz").text_content() or ""
    for _, text in example.question.texts():
        words = [word for word in "".join(c if c.isalnum() else " " for c in text).split() if len(word) > 3]
        assert [word for word in words if word not in shown] == []
