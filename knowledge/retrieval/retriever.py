"""The Retriever protocol, and the one that scores with rank_bm25.

question ─┬─ stems ───→ BM25 ─┐
          └─ 4-grams ─→ BM25 ─┴ fuse → hits
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

import numpy as np

from knowledge.models import Hit, Passage, Query
from knowledge.retrieval.bm25 import Bm25
from knowledge.retrieval.fusion import fuse
from knowledge.text.analyzer import GramAnalyzer, StemAnalyzer

_REMEMBERED = 10_000
"""Passages whose stems are kept at hand."""


class Retriever(Protocol):
    """Finds the passages that share terms with a question."""

    def retrieve(self, query: Query, limit: int) -> tuple[Hit, ...]:
        """Rank at most `limit` passages, best first; each shares a term with the query."""
        ...

    def weight(self, stem: str) -> float:
        """Give the idf of a stem, the more the rarer."""
        ...

    def gram_weight(self, gram: str) -> float:
        """Give the idf of a 4-gram, the more the rarer."""
        ...


class LexicalRetriever:
    """Ranks passages by BM25 on stems and on 4-grams, half and half."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = [passage for passage in passages if passage.retrieved]
        self._stems, self._grams = StemAnalyzer(), GramAnalyzer()
        self._by_stem = Bm25([self._stems.terms(p.indexed, p.language) for p in self._passages])
        self._by_gram = Bm25([self._grams.terms(p.indexed, p.language) for p in self._passages])
        self._held = lru_cache(maxsize=_REMEMBERED)(self._stems_of)

    def retrieve(self, query: Query, limit: int) -> tuple[Hit, ...]:
        """Rank at most `limit` passages, best first; each shares a term with the query."""
        stems = self._stems.terms(query.reading, query.language)
        scores = fuse(
            self._by_stem.scores(stems),
            self._by_gram.scores(self._grams.terms(query.reading, query.language)),
        )
        order = np.argsort(-scores, kind="stable")[:limit]
        wanted = dict.fromkeys(stems)
        return tuple(
            Hit(
                passage=self._passages[number],
                score=float(scores[number]),
                rank=rank,
                matched=self._matched(int(number), wanted),
            )
            for rank, number in enumerate(order, start=1)
            if scores[number] > 0
        )

    def _matched(self, number: int, wanted: dict[str, None]) -> tuple[str, ...]:
        held = self._held(number)
        return tuple(stem for stem in wanted if stem in held)

    def _stems_of(self, number: int) -> frozenset[str]:
        passage = self._passages[number]
        return frozenset(self._stems.terms(passage.indexed, passage.language))

    def weight(self, stem: str) -> float:
        """Give the idf of a stem, the more the rarer."""
        return self._by_stem.idf(stem)

    def gram_weight(self, gram: str) -> float:
        """Give the idf of a 4-gram, the more the rarer."""
        return self._by_gram.idf(gram)
