"""Advice on single questions: what is asked, what can be chosen, and what is told afterwards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leerpad.advice.language import words_of
from leerpad.advice.parts import choice_lists, without_reason
from leerpad.advice.prose import blank, without_quotes
from leerpad.advice.splitting import split_sentences
from leerpad.source.diagnostics import advice_at
from leerpad.source.markdown_text import MarkdownText
from leerpad.source.names import repeats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.advice.language import Language
    from leerpad.course.model.course import Course
    from leerpad.course.model.files import QuizFile
    from leerpad.questions.base import Question
    from leerpad.source.diagnostics import Diagnostic
    from leerpad.source.shape import Document, KeyPath

_BOLD = re.compile(r"\*\*[^*]+\*\*|__[^_]+__")
_TOLD_APART = 4  # words that say something: with fewer, two choices are short, not alike
_SHORT = 6  # words: so short a choice says nothing besides
_ENDING = re.compile(r"(?:en|e|s|t|n)$")
_LONG_VOWEL = re.compile(r"([aeou])\1")  # vraag, vragen


def advice(course: Course, language: Language) -> Iterator[Diagnostic]:
    """All advice that a question gives by itself."""
    for quiz in course.quiz_documents():
        for index, question in enumerate(quiz.model.questions):
            yield from _advice(quiz, question, ("questions", index), language)


def _advice(quiz: Document[QuizFile], question: Question, at: KeyPath, language: Language) -> Iterator[Diagnostic]:
    def found(code: str, place: KeyPath, **params: object) -> Diagnostic:
        return advice_at(quiz.path, quiz.position((*at, *place)), code, params)

    word = hidden_negative(question.prompt, language, is_statement=question.is_statement)
    if word:
        yield found("hidden-negation", ("prompt",), word=word)
    for choices in choice_lists(question):
        for choice in choices:
            if is_about_choices(choice.text, language, is_pinned=choice.is_pinned):
                yield found("all-of-the-above", choice.place, text=plain(choice.text))
        gists = [gist_of(choice.text, language) for choice in choices]
        for index, first in repeats(gists):
            if len(gists[index]) >= _TOLD_APART:
                yield found("similar-choices", choices[index].place, number=first + 1)
    bare = without_reason(question)
    if bare:
        yield found("choice-without-reason", bare[0], count=len(bare))
    if quiz.model.mode == "test" and question.is_scored and question.lesson is None:
        yield found("question-without-lesson", (), id=question.id)


def plain(text: str) -> str:
    """A text on one line, without markup."""
    return " ".join(blank(_said(text)).split())


def _said(text: str) -> str:
    """A text without its code."""
    return "\n".join(MarkdownText(text).coded)


def is_about_choices(text: str, language: Language, *, is_pinned: bool = False) -> bool:
    """Whether a choice speaks of other choices: “alle bovenstaande”. “Geen van deze” may, where it is pinned."""
    said = plain(text).strip(" .!")
    words = [word.lower() for word in words_of(said)]
    if is_pinned and words and words[0] in language.negatives:
        return False
    if len(words) <= _SHORT:
        return language.about_choices.match(said) is not None
    return language.about_choices.fullmatch(said) is not None


def hidden_negative(prompt: str, language: Language, *, is_statement: bool) -> str:
    """A negative in what is asked that nothing makes stand out, or an empty text.

    What is asked is the sentence with the question mark; the story before it, and what people say in it, may hold any
    word. Of a statement every sentence counts.
    """
    marked = _BOLD.sub(lambda bold: re.sub(r"\w", " ", bold[0]), prompt)
    for sentence in split_sentences(without_quotes(blank(_said(marked))), language):
        if not is_statement and not sentence.text.endswith("?"):
            continue
        for word in words_of(sentence.text):
            if word.lower() in language.negatives and not word.isupper():
                return word
    return ""


def gist_of(text: str, language: Language) -> tuple[str, ...]:
    """The words of a text that say something, without their endings."""
    words = (word.lower() for word in words_of(plain(text)))
    return tuple(_LONG_VOWEL.sub(r"\1", _ENDING.sub("", word)) for word in words if word not in language.small_words)
