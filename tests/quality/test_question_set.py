"""The question set of the shipped library is well formed, true to the documents and split without overlap."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict

HERE = Path(__file__).parent
DOCUMENTS = HERE.parents[1] / "knowledge" / "library" / "documents"
HALVES = ("look", "held")
ADVERSARIAL, FRESH = "adversarial", "fresh"
SAME_SHAPE = str.maketrans({"–": "-", "—": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})

Kind = Literal[
    "who", "when", "where", "how_many", "which", "what", "list", "why", "how", "yes_no", "definition",
    "comparison", "table", "infobox", "opinion", "unanswerable_missing", "unanswerable_premise",
    "unanswerable_topic", "small_talk", "instruction", "follow_up",
]  # fmt: skip
Line = tuple[str, int]
"""A document's id and the number of one of its lines, from 0."""


class Evidence(BaseModel):
    """Words of a document that settle a question."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    document: Literal["socialist-workers-movement", "untitled-listing", "pos-congress"]
    quote: str


class Question(BaseModel):
    """One line of a question set."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    id: str
    lang: Literal["en", "es"]
    kind: Kind
    after: str | list[str] | None = None
    question: str
    answerable: bool
    gold_answers: list[str] | None
    evidence: list[Evidence]
    gold_all: list[list[str]] | None = None

    @property
    def golds(self) -> list[str]:
        """Return every gold string, of `gold_answers` and of `gold_all`."""
        return [*(self.gold_answers or []), *(gold for group in self.gold_all or [] for gold in group)]


@cache
def questions(name: str) -> tuple[Question, ...]:
    """Return the questions of one half, or of another set."""
    lines = (HERE / f"library.{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(Question.model_validate_json(line) for line in lines)


def all_questions() -> tuple[Question, ...]:
    """Return the questions of both halves and of the adversarial set."""
    return tuple(question for name in (*HALVES, ADVERSARIAL) for question in questions(name))


@cache
def text(document: str) -> str:
    """Return the text of a shipped document."""
    return (DOCUMENTS / f"{document}.txt").read_text(encoding="utf-8")


def lines_of(evidence: Evidence) -> set[Line]:
    """Return each line of the document that holds the evidence's quote."""
    lines = enumerate(text(evidence.document).split("\n"))
    return {(evidence.document, number) for number, line in lines if evidence.quote in line}


def fold(words: str) -> str:
    """Return the words without case, accents and the shape of dashes and quotation marks."""
    decomposed = unicodedata.normalize("NFD", words.translate(SAME_SHAPE).casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def holds(words: str, gold: str) -> bool:
    """Tell whether the gold stands in the words as whole words."""
    return re.search(rf"(?<!\w){re.escape(fold(gold))}(?!\w)", fold(words)) is not None


def passages_asked(half: str) -> set[Line]:
    """Return every line that is evidence in one half."""
    evidence = [words for question in questions(half) for words in question.evidence]
    return {line for words in evidence for line in lines_of(words)}


def test_ids_are_unique() -> None:
    assert [name for name, count in Counter(q.id for q in all_questions()).items() if count > 1] == []


def test_no_question_is_asked_twice() -> None:
    asked = Counter((fold(q.question), str(q.after)) for q in all_questions())
    assert [number for number, (_, count) in enumerate(asked.items()) if count > 1] == []


def test_every_quote_stands_in_a_line_of_its_document() -> None:
    assert [q.id for q in all_questions() if not all(lines_of(evidence) for evidence in q.evidence)] == []


def test_every_gold_stands_in_its_evidence() -> None:
    def lost(question: Question) -> list[str]:
        quotes = [evidence.quote for evidence in question.evidence]
        return [gold for gold in question.golds if not any(holds(quote, gold) for quote in quotes)]

    assert [q.id for q in all_questions() if lost(q)] == []


def test_only_an_answerable_question_has_gold_and_evidence() -> None:
    whole = (True, True, True)
    nothing = (False, False, False)
    parts = {q.id: (q.answerable, bool(q.gold_answers), bool(q.evidence)) for q in all_questions()}
    assert [name for name, seen in parts.items() if seen not in (whole, nothing)] == []


def test_a_follow_up_says_what_came_before() -> None:
    assert [q.id for q in all_questions() if (q.kind == "follow_up") != bool(q.after)] == []


def test_thirty_adversarial_questions_and_more_have_no_answer() -> None:
    assert sum(not q.answerable for q in questions(ADVERSARIAL)) == len(questions(ADVERSARIAL)) >= 30


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_adversarial_questions_are_of_every_kind_without_an_answer(language: str) -> None:
    kinds = {"unanswerable_missing", "unanswerable_premise", "unanswerable_topic", "small_talk", "instruction"}
    assert {q.kind for q in questions(ADVERSARIAL) if q.lang == language} == kinds


@pytest.mark.parametrize("half", HALVES)
def test_each_half_is_large_enough(half: str) -> None:
    follow_ups = [q for q in questions(half) if q.after]
    assert len(follow_ups) >= 15
    assert len(questions(half)) - len(follow_ups) >= 130


@pytest.mark.parametrize("half", HALVES)
def test_a_quarter_of_each_half_is_unanswerable(half: str) -> None:
    unanswerable = sum(not q.answerable for q in questions(half))
    assert 0.25 <= unanswerable / len(questions(half)) <= 0.3


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("language", ["en", "es"])
def test_each_half_asks_in_both_languages(half: str, language: str) -> None:
    assert sum(q.lang == language for q in questions(half)) >= 0.4 * len(questions(half))


def test_the_halves_share_no_passage() -> None:
    assert passages_asked("look") & passages_asked("held") == set()


@pytest.mark.parametrize("document", ["socialist-workers-movement", "untitled-listing", "pos-congress"])
def test_every_line_that_says_something_is_asked_about(document: str) -> None:
    furniture = {
        "==History==", "==Electoral results==",
        "Share with your friends", "Get in touch with CRIR via",
    }  # fmt: skip
    asked = {number for half in HALVES for name, number in passages_asked(half) if name == document}
    lines = text(document).split("\n")
    unasked = [line for number, line in enumerate(lines) if line.strip() and number not in asked]
    assert [line for line in unasked if line not in furniture and "| Election year |" not in line] == []


def test_the_fresh_questions_are_as_many_in_either_language_and_quote_the_documents() -> None:
    fresh = questions(FRESH)
    assert Counter(question.lang for question in fresh) == {"en": 120, "es": 120}
    assert sum(not question.answerable for question in fresh) == 60
    assert all(lines_of(evidence) for question in fresh for evidence in question.evidence)
