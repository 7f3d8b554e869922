"""From which language into which a question leads: `es→en` is asked in Spanish of an English passage."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Protocol

from knowledge.evaluation.places import Place
from knowledge.evaluation.question_set import Question
from knowledge.models import Document, Language, Passage


class Shelf(Protocol):
    """Documents and the passages they are made of."""

    def sources(self) -> Sequence[Document]:
        """List the documents."""

    def passages(self, document: str) -> Sequence[Passage]:
        """List every passage of a document in reading order."""


class Directions:
    """The languages of some documents, passage by passage: a document may hold both."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._languages = {document.id: document.language for document in shelf.sources()}

    def of(self, question: Question, where: Sequence[Place]) -> str | None:
        """Name the direction of a question, by where its evidence stands.

        Evidence in the language of the question goes first. A question without evidence leads into the language
        that all documents have; None where they have several.
        """
        among = {self._language(place) for place in where} or set(self._languages.values())
        if question.language in among and where:
            return f"{question.language}→{question.language}"
        return f"{question.language}→{among.pop()}" if len(among) == 1 else None

    def _language(self, place: Place) -> Language:
        passages = self._shelf.passages(place.document)
        number = bisect_right(passages, place.quote[0], key=lambda passage: passage.start) - 1
        return passages[number].language if number >= 0 else self._languages[place.document]
