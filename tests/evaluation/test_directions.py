"""A question leads from its language into that of the passage that answers it."""

from __future__ import annotations

import pytest

from knowledge.evaluation import Question, score
from knowledge.models import Document
from tests.evaluation.scripted import DOCUMENT, Scripted, question

ENGLISH = {"document": "report", "quote": "held in Mexico"}
SPANISH = {"document": "report", "quote": "fue breve"}


class Bilingual(Scripted):
    """Has a Spanish document beside the English one."""

    def sources(self) -> tuple[Document, ...]:
        return (DOCUMENT, DOCUMENT.model_copy(update={"id": "informe", "language": "es"}))


def directions(assistant: Scripted, asked: Question) -> list[str]:
    return list(score(assistant, [asked]).by_direction)


@pytest.mark.parametrize(
    ("language", "evidence", "direction"),
    [
        ("en", [ENGLISH], "en→en"),
        ("es", [ENGLISH], "es→en"),
        ("en", [SPANISH], "en→es"),
        ("es", [SPANISH], "es→es"),
        ("es", [ENGLISH, SPANISH], "es→es"),
    ],
)
def test_the_passage_of_the_evidence_decides(language: str, evidence: list[object], direction: str) -> None:
    assert directions(Scripted({}), question(lang=language, evidence=evidence)) == [direction]


def test_without_evidence_the_one_language_of_the_documents_decides() -> None:
    unanswerable = question(lang="es", answerable=False)
    assert directions(Scripted({}), unanswerable) == ["es→en"]
    assert directions(Bilingual({}), unanswerable) == []
