"""The models refuse an Answer that promises more than it holds."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from knowledge.models import Answer, Citation, Outcome, PassageKind, Span, Statement, StatementKind


def citation(quote: str = "two boats", end: int = 9, answer: tuple[Span, ...] = ()) -> Citation:
    return Citation(
        passage="p",
        document="d",
        title="D",
        start=0,
        end=end,
        quote=quote,
        answer=answer,
        kind=PassageKind.PARAGRAPH,
        language="en",
    )


def answer(outcome: Outcome, *citations: Citation, lead: str = "", cites: tuple[int, ...] = ()) -> Answer:
    statements = (Statement(text="two boats", kind=StatementKind.QUOTE, citations=cites),) if cites else ()
    return Answer(
        question="?",
        language="en",
        outcome=outcome,
        confidence=0.5,
        lead=lead,
        citations=citations,
        statements=statements,
    )


def test_an_answer_that_keeps_its_promises_is_made() -> None:
    made = answer(Outcome.ANSWERED, citation(answer=((0, 3),)), lead="two boats", cites=(0,))
    assert made.citations[0].quote == "two boats"


def test_a_quote_is_as_long_as_its_span() -> None:
    with pytest.raises(ValidationError, match="as long as its span"):
        citation(end=8)


@pytest.mark.parametrize("span", [(-1, 3), (3, 3), (5, 4), (0, 10)])
def test_an_answer_span_lies_inside_its_quote(span: Span) -> None:
    with pytest.raises(ValidationError, match="inside its quote"):
        citation(answer=(span,))


def test_an_answered_answer_cites() -> None:
    with pytest.raises(ValidationError, match="cites"):
        answer(Outcome.ANSWERED, lead="two boats")


@pytest.mark.parametrize("outcome", [Outcome.RELATED, Outcome.NOT_FOUND])
def test_only_an_answered_answer_leads(outcome: Outcome) -> None:
    with pytest.raises(ValidationError, match="leads"):
        answer(outcome, citation(), lead="two boats")


def test_a_lead_is_brief() -> None:
    with pytest.raises(ValidationError, match="600"):
        answer(Outcome.ANSWERED, citation(), lead="a" * 601)


@pytest.mark.parametrize("number", [-1, 1])
def test_a_statement_cites_what_the_answer_holds(number: int) -> None:
    with pytest.raises(ValidationError, match="what the answer holds"):
        answer(Outcome.ANSWERED, citation(), cites=(number,))


def test_nothing_is_changed_and_nothing_unknown_is_taken() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        citation().quote = "three boats"  # type: ignore[misc]  # that it is refused is the point
    with pytest.raises(ValidationError, match="Extra inputs"):
        Answer.model_validate(answer(Outcome.NOT_FOUND).model_dump() | {"mood": "sunny"})
