"""What a search found, with the reasons: for those who curate a corpus."""

from __future__ import annotations

from enum import StrEnum

from knowledge.models.answers import Citation
from knowledge.models.documents import Model


class FieldOfText(StrEnum):
    """Where in what retrieval reads of a passage a term stands."""

    TEXT = "text"
    HEADINGS = "headings"
    HEADERS = "headers"
    """The headers of a row's cells, the key of a field."""


class TermMatch(Model):
    """A word of the question that a passage shares."""

    word: str
    weight: float
    """The idf of its stem: the rarer, the more."""
    fields: tuple[FieldOfText, ...]


class AskedLike(Model):
    """A way to ask, written by curators, that is like the question and leads to the passage."""

    ask: str
    likeness: float
    """Shared weight over mean weight (Dice), 0 to 1."""


class FactLed(Model):
    """A fact that the question asks for and whose words stand in the passage."""

    entity: str
    label: str
    value: str


class Found(Model):
    """A passage, why it was found, and how high it came."""

    rank: int
    score: float
    """BM25 on stems and on 4-grams, each over its maximum, half and half; 0 where only asks or facts lead here."""
    citation: Citation
    terms: tuple[TermMatch, ...] = ()
    asks: tuple[AskedLike, ...] = ()
    facts: tuple[FactLed, ...] = ()
