"""A Retriever that crosses the languages: question and passages each read in both.

question ─────→ passages ────────────┐
rendering ────→ passages ────────────┼ fuse → hits
question ─────→ passages translated ─┘
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from knowledge.models import Hit, Language, Passage, Query
from knowledge.retrieval.readings import Readings
from knowledge.retrieval.retriever import Retriever
from knowledge.retrieval.translation import beyond

_DEEP = 200
"""Passages that each reading brings, so that one far down in two of them can still come first."""
_ECHO = 0.2
"""What a question's own words weigh in documents of the other language: they find names and cognates there."""


class BilingualRetriever:
    """Fuses what a question and its rendering find in the passages and in their translations."""

    def __init__(self, originals: Retriever, passages: Iterable[Passage], readings: Readings) -> None:
        self._originals = originals
        self._readings = readings
        self._passages = {passage.id: passage for passage in passages}

    def retrieve(self, query: Query, limit: int) -> tuple[Hit, ...]:
        """Rank at most `limit` passages, best first; each shares a term with the query or its rendering."""
        if not query.rendering:
            return self._originals.retrieve(query, limit)
        self._readings.preparation.begin()
        depth = max(limit, _DEEP)
        other = beyond(query.language)
        rendered = query.model_copy(update={"reading": query.rendering, "language": other})
        crossed = [self._originals.retrieve(rendered, depth)]
        if self._readings.retriever is not None:
            crossed.append(self._readings.retriever.retrieve(query, depth))
        found = _Found(self._passages, other)
        found.add(self._originals.retrieve(query, depth), own=1.0, foreign=_ECHO)
        for hits in crossed:
            found.add(hits, own=0.0, foreign=1 / len(crossed))
        return found.hits(limit)

    def weight(self, stem: str) -> float:
        """Give the idf of a stem, the more the rarer."""
        return self._originals.weight(stem)

    def gram_weight(self, gram: str) -> float:
        """Give the idf of a 4-gram, the more the rarer."""
        return self._originals.gram_weight(gram)


class _Found:
    """What several readings found, added up by passage."""

    def __init__(self, passages: Mapping[str, Passage], other: Language) -> None:
        self._passages = passages
        self._other = other
        self._scores: dict[str, float] = defaultdict(float)
        self._matched: dict[str, dict[str, None]] = defaultdict(dict)

    def add(self, hits: Sequence[Hit], *, own: float, foreign: float) -> None:
        """Add hits, each score divided by the best, with weights for passages in either language."""
        best = max((hit.score for hit in hits), default=1.0)
        for hit in hits:
            weight = foreign if self._passages[hit.passage.id].language == self._other else own
            if weight:
                self._scores[hit.passage.id] += weight * hit.score / best
                self._matched[hit.passage.id].update(dict.fromkeys(hit.matched))

    def hits(self, limit: int) -> tuple[Hit, ...]:
        """Rank what was found; ties are broken by id, the same on every day."""
        order = sorted(self._scores, key=lambda each: (-self._scores[each], each))
        return tuple(
            Hit(passage=self._passages[each], score=self._scores[each], rank=rank, matched=tuple(self._matched[each]))
            for rank, each in enumerate(order[:limit], start=1)
        )
