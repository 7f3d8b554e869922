"""A small document, answers that quote it and an assistant that gives them from a script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.evaluation import Question
from knowledge.models import (
    Answer,
    Citation,
    Document,
    Language,
    Outcome,
    Passage,
    PassageKind,
    Statement,
    StatementKind,
    Topic,
)

TEXT = """Congress report

The congress was held in Mexico City. “Unity” was its word.

- Newspaper: Estrategia Obrera (1997–2014)
| 2016 | 10,720 | 0.51 |
El congreso fue breve.
"""
DOCUMENT = Document(id="report", file="documents/report.txt", title="Congress report", text=TEXT)
NOTHING = Answer(question="?", language="en", outcome=Outcome.NOT_FOUND, confidence=0.1)


def _passage(start: int, end: int, language: Language) -> Passage:
    return Passage(
        id=str(start),
        document="report",
        kind=PassageKind.PARAGRAPH,
        start=start,
        end=end,
        language=language,
        indexed="",
    )


SPANISH = TEXT.index("El congreso")
PASSAGES = (_passage(0, SPANISH, "en"), _passage(SPANISH, len(TEXT), "es"))


class Scripted:
    """Answers from a script and remembers with what topic it was asked."""

    def __init__(self, answers: Mapping[str, Answer]) -> None:
        self.answers = answers
        self.asked: list[tuple[str, Language | None, Topic | None]] = []

    def ask(self, question: str, *, language: Language | None = None, topic: Topic | None = None) -> Answer:
        self.asked.append((question, language, topic))
        return self.answers.get(question, NOTHING)

    def sources(self) -> Sequence[Document]:
        return (DOCUMENT,)

    def passages(self, document: str) -> Sequence[Passage]:
        del document
        return PASSAGES


def cite(quote: str, document: str = "report") -> Citation:
    start = TEXT.index(quote)
    return Citation(
        passage="p",
        document=document,
        title="Congress report",
        start=start,
        end=start + len(quote),
        quote=quote,
        kind=PassageKind.PARAGRAPH,
        language="en",
    )


def answer(quote: str, lead: str | None = None, outcome: Outcome = Outcome.ANSWERED, confidence: float = 0.9) -> Answer:
    return Answer(
        question="?",
        language="en",
        outcome=outcome,
        confidence=confidence,
        lead=quote if lead is None else lead,
        statements=(Statement(text=quote, kind=StatementKind.QUOTE, citations=(0,)),),
        citations=(cite(quote),),
    )


def question(**given: object) -> Question:
    defaults: dict[str, object] = {"id": "1", "lang": "en", "question": "?", "answerable": True}
    return Question.model_validate(defaults | given)
