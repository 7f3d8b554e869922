"""The Retriever protocol, and the one that scores with BM25.

few passages    question ─┬─ stems ───→ every passage ─┐
                          └─ 4-grams ─→ every passage ─┴ fuse → hits
many passages   question ─┬─ stems ───→ the best thousand ──────────────┬─ both scores of these ─ fuse → hits
                          └─ 4-grams of words that no passage has ─→ … ─┘
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Thread
from typing import Protocol, TypeVar

import numpy as np

from knowledge.models import Hit, IndexKept, IndexState, Passage, Query
from knowledge.retrieval.fusion import Scores, fuse
from knowledge.retrieval.index import IndexDamaged
from knowledge.retrieval.postings import Numbers
from knowledge.retrieval.scoring import Scorer
from knowledge.retrieval.segments import Segments
from knowledge.retrieval.shelf import Shelf, Told
from knowledge.text.analyzer import GramAnalyzer, StemAnalyzer, content, grams, stems

WHOLE = 20_000
"""Passages up to which both indexes score every one of them."""
POOL = 1_000
"""Passages that are scored by both indexes in a larger corpus."""
_T = TypeVar("_T")


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
    """Ranks passages by BM25 on stems and on 4-grams, half and half.

    `folder` is where the indexes of many passages are kept; without it they are made anew, in memory.
    """

    def __init__(
        self,
        passages: Sequence[Passage],
        folder: Path | None = None,
        *,
        whole: int = WHOLE,
        told: Told | None = None,
    ) -> None:
        self._passages = [passage for passage in passages if passage.retrieved]
        self._whole = len(self._passages) <= whole
        self._stems, self._grams = StemAnalyzer(), GramAnalyzer()
        self._shelf = Shelf(self._passages, folder, told)
        self._indexes = (Segments(self._shelf, self._stems), Segments(self._shelf, self._grams))
        self.merging = self._merge_aside()
        """The thread that merges what was added and removed since; None where that is little."""

    def retrieve(self, query: Query, limit: int) -> tuple[Hit, ...]:
        """Rank at most `limit` passages, best first; each shares a term with the query."""
        terms = self._stems.terms(query.reading, query.language)
        numbers, scores, matched = self._sound(lambda: self._find(terms, query, limit))
        found = zip(numbers.tolist(), scores.tolist(), matched, strict=True)
        return tuple(
            Hit(passage=self._passages[number], score=score, rank=rank, matched=held)
            for rank, (number, score, held) in enumerate(found, start=1)
        )

    def weight(self, stem: str) -> float:
        """Give the idf of a stem, the more the rarer."""
        return self._by_stem.idf(stem)

    def gram_weight(self, gram: str) -> float:
        """Give the idf of a 4-gram, the more the rarer."""
        return self._by_gram.idf(gram)

    def words(self) -> set[str] | None:
        """Gather the words of the passages, folded; None where they are so few that they are sooner read themselves."""
        return None if self._shelf.kept is IndexKept.SMALL else self._indexes[0].words

    def inspect(self) -> IndexState:
        """Say where the indexes are; hold scores against rank_bm25's where the passages are not too many for it."""
        from knowledge.retrieval import bm25  # only here: nobody waits for it at a start

        exact = None
        if self._whole and self._passages:
            texts = [self._stems.terms(passage.indexed, passage.language) for passage in self._passages]
            asked = max(texts, key=len)
            exact = np.allclose(self._by_stem.scores(asked), bm25.score(texts, asked), rtol=1e-6, atol=0)
        return IndexState(
            kept=self._shelf.kept, passages=len(self._passages), compiled=self._by_stem.compiled, exact=exact
        )

    @property
    def _by_stem(self) -> Scorer:
        return self._indexes[0].scorer

    @property
    def _by_gram(self) -> Scorer:
        return self._indexes[1].scorer

    def _find(
        self, terms: Sequence[str], query: Query, limit: int
    ) -> tuple[Numbers, Scores, Sequence[tuple[str, ...]]]:
        """Rank passages, and tell which terms each of them holds."""
        numbers, scores = self._rank(terms, query, limit)
        numbers, scores = numbers[scores > 0], scores[scores > 0]
        return numbers, scores, self._by_stem.matched(list(dict.fromkeys(terms)), numbers)

    def _rank(self, terms: Sequence[str], query: Query, limit: int) -> tuple[Numbers, Scores]:
        in_grams = self._grams.terms(query.reading, query.language)
        if self._whole:
            scores = fuse(self._by_stem.scores(terms), self._by_gram.scores(in_grams))
            first = np.argsort(-scores, kind="stable")[:limit].astype(np.int32)
            return first, scores[first]
        pool = self._pool(terms, query, max(POOL, limit))
        scores = fuse(self._by_stem.scores_of(terms, pool), self._by_gram.scores_of(in_grams, pool))
        order = np.argsort(-scores, kind="stable")[:limit]
        return pool[order], scores[order]

    def _pool(self, terms: Sequence[str], query: Query, size: int) -> Numbers:
        """Choose the passages worth two scores: the best by stems, and by 4-grams for what stems do not reach."""
        pool: Numbers = self._by_stem.best(terms, size)[0]
        words = [word for word, *_ in content(query.reading, query.language)]
        strange = [word for word in words if not any(map(self._by_stem.knows, stems(word)))]
        if len(pool) < size:
            strange = words
        if not strange:
            return np.sort(pool)
        by_gram, _ = self._by_gram.best([gram for word in strange for gram in grams(word)], size)
        return np.union1d(pool, by_gram)

    def _sound(self, find: Callable[[], _T]) -> _T:
        """Find something; where a file turns out to be damaged, make anew what it held and find it then."""
        while True:
            try:
                return find()
            except IndexDamaged as error:
                for index in self._indexes:
                    index.mend(error.path)

    def _merge_aside(self) -> Thread | None:
        if not any(index.untidy for index in self._indexes):
            return None
        thread = Thread(target=self._merge, name="merging of the index", daemon=True)
        thread.start()
        return thread

    def _merge(self) -> None:
        for index in self._indexes:
            index.merge()
