"""Citations, statements and Answers made by hand from the shipped documents."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from bot.presentation.places import Library
from knowledge.models import (
    Answer,
    Citation,
    Document,
    Gap,
    Language,
    Outcome,
    PassageKind,
    Section,
    StatedFact,
    Statement,
    StatementKind,
)

WIKI = "socialist-workers-movement"
LISTING = "untitled-listing"
REPORT = "pos-congress"
LIBRARY = Path(__file__).parents[2] / "knowledge" / "library"


@cache
def documents() -> tuple[Document, ...]:
    """Give the three documents with what their manifest says of them."""
    return (
        _document(
            WIKI,
            kind="encyclopedia",
            title="Socialist Workers Movement (Mexico)",
            publisher="Wikipedia",
            licence="CC BY-SA 4.0",
        ),
        _document(
            LISTING,
            kind="listing",
            title="Untitled listing",
            title_stated=False,
            sections=tuple(Section(heading=str(number), start=0, end=1) for number in range(12)),
        ),
        _document(
            REPORT,
            kind="report",
            title="Partido Obrero Socialista meets in Mexico City",
            byline="Committee for Revolutionary International Regroupment",
        ),
    )


def library() -> Library:
    """Give what the presentation knows of them."""
    return Library.of(documents(), (2016, 2018))


def cite(
    document: str,
    quote: str,
    *answers: str,
    kind: PassageKind = PassageKind.PARAGRAPH,
    section: str | None = None,
    paragraph: int = 0,
    label: str | None = None,
    language: Language = "en",
) -> Citation:
    """Cite a quote where it stands, with the words in it that answer."""
    source = next(each for each in documents() if each.id == document)
    start = source.text.index(quote)
    spans = tuple((quote.index(words), quote.index(words) + len(words)) for words in answers)
    return Citation(
        passage="0123456789",
        document=document,
        title=source.title,
        section=section,
        paragraph=paragraph,
        start=start,
        end=start + len(quote),
        quote=quote,
        answer=spans,
        kind=kind,
        label=label,
        byline=source.byline,
        language=language,
        publisher=source.publisher,
        licence=source.licence,
    )


def answered(citations: tuple[Citation, ...], statements: tuple[Statement, ...], **rest: Any) -> Answer:
    """Make an answered Answer whose lead is its first statement."""
    given: dict[str, Any] = {
        "question": "…",
        "language": "en",
        "outcome": Outcome.ANSWERED,
        "confidence": 0.9,
        "lead": statements[0].text,
        "statements": statements,
        "citations": citations,
    }
    return Answer(**{**given, **rest})


def said(citation: Citation, number: int, **rest: Any) -> Statement:
    """State a quote."""
    return Statement(**{"text": citation.quote, "kind": StatementKind.QUOTE, "citations": (number,), **rest})


def told(label: str, value: str, *numbers: int, attribute: str = "any", **period: str) -> Statement:
    """State a fact in words; `start` and `end` give its period."""
    fact = StatedFact(entity="mts", attribute=attribute, label=label, value=value, **period)
    return Statement(text=f"{label}: {value}", kind=StatementKind.FACT, citations=numbers, fact=fact)


def nothing(question: str, language: Language = "en", *missing: Gap, **rest: Any) -> Answer:
    """Make an Answer of what the documents do not say."""
    given = {"question": question, "language": language, "missing": missing, "confidence": 0.1}
    return Answer(**{**given, "outcome": Outcome.NOT_FOUND, **rest})


def _document(name: str, **rest: Any) -> Document:
    text = (LIBRARY / "documents" / f"{name}.txt").read_bytes().decode()
    return Document(id=name, file=f"documents/{name}.txt", text=text, **rest)
