"""What the API says beside Answers."""

from __future__ import annotations

from knowledge.models import Citation, Found, PassageKind
from knowledge.models.documents import Model

MOST_FOUND = 50
"""Passages that one search lists."""


class PassageShown(Model):
    """A passage with its place, and the passages before and after it."""

    id: str
    kind: PassageKind
    citation: Citation
    before: str | None
    after: str | None


class SearchResult(Model):
    """Ranked passages, each with the reasons why it was found."""

    found: tuple[Found, ...]


class Fault(Model):
    """A status and a sentence that says what is wrong and what to do."""

    status: int
    message: str


class Failure(Model):
    """What every error looks like."""

    error: Fault
