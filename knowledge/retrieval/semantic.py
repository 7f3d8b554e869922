"""Passages that mean what a question means, in whatever words: embeddings beside terms.

A passage is as near as the mean of its own cosine and that of its best sentence. Over all passages that is
standardised, and a fifth of it added to the score by terms, half of it across the languages. A passage that shares
no term is still no hit.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from knowledge.corpus import Corpus
from knowledge.models import Hit, Passage, PassageKind, Query
from knowledge.retrieval.preparation import Memory, Preparation, Prepare, Told
from knowledge.retrieval.retriever import Retriever
from knowledge.text.sentences import split

WEIGHT = 0.2
"""What a standard deviation of nearness weighs beside the best score by terms."""
ACROSS = 0.5
"""The same for a passage in the other language, where shared terms say less."""
MOST = 50_000
"""Passages and sentences of the largest corpus that is embedded: 77 MB of vectors, about an hour of work."""
_DEEP = 200
"""Hits that are looked at again."""
_LEAST = 1e-6
Vectors = npt.NDArray[np.float32]


class Embedder(Protocol):
    """Turns texts into vectors of length 1 that lie near each other where the texts mean the same."""

    def question(self, text: str) -> Vectors | None:
        """Embed a question, shape (dimensions,); None where that cannot be done now."""
        ...

    def passages(self, texts: Sequence[str]) -> Vectors | None:
        """Embed passages, shape (texts, dimensions); None where that cannot be done now."""
        ...

    def identity(self) -> str:
        """Name the embedder and its state: the same name, the same vectors."""
        ...


@dataclass(frozen=True, slots=True)
class _Space:
    """The vectors of all passages and of their sentences."""

    numbers: dict[str, int]
    """The row of each passage, by its id."""
    passages: Vectors
    sentences: Vectors
    firsts: npt.NDArray[np.intp]
    """For each passage the row of its first sentence."""

    def nearness(self, question: Vectors) -> npt.NDArray[np.float64]:
        """Standardise how near each passage is to a question, shape (passages,)."""
        best = np.maximum.reduceat(self.sentences @ question, self.firsts)
        near = (self.passages @ question + best).astype(np.float64) / 2
        spread = near.std()
        return (near - near.mean()) / spread if spread > 0 else np.zeros_like(near)


class SemanticRetriever:
    """Adds nearness in meaning to what another retriever finds, once every passage has its vectors."""

    def __init__(
        self,
        by_terms: Retriever,
        corpus: Corpus,
        embedder: Embedder,
        memory: Memory,
        when: Prepare,
        *,
        told: Told | None = None,
    ) -> None:
        self._by_terms = by_terms
        self._embedder = embedder
        self._memory = memory
        self._may_embed = when is not Prepare.KEPT
        self._corpus = corpus
        self._passages = [passage for passage in corpus.passages if passage.retrieved]
        self._space: _Space | None = None
        self.preparation = Preparation("embedding of passages", self._embed, len(self._passages), when, told)
        """The work behind it."""

    def retrieve(self, query: Query, limit: int) -> tuple[Hit, ...]:
        """Rank at most `limit` passages, best first; each shares a term with the query."""
        self.preparation.begin()
        space = self._space
        question = self._embedder.question(query.reading) if space is not None and query.reading else None
        if space is None or question is None:
            return self._by_terms.retrieve(query, limit)
        hits = self._by_terms.retrieve(query, max(limit, _DEEP))
        near = space.nearness(question)
        best = max((hit.score for hit in hits), default=1.0)
        weights = (WEIGHT if hit.passage.language == query.language else ACROSS for hit in hits)
        scored = [
            (hit.score / best + weight * float(near[space.numbers[hit.passage.id]]), hit)
            for weight, hit in zip(weights, hits, strict=True)
        ]
        scored.sort(key=lambda pair: (-pair[0], pair[1].rank))
        # A score is positive; what is as far as that from the question never comes first.
        return tuple(
            hit.model_copy(update={"score": max(score, _LEAST / rank), "rank": rank})
            for rank, (score, hit) in enumerate(scored[:limit], start=1)
        )

    def weight(self, stem: str) -> float:
        """Give the idf of a stem, the more the rarer."""
        return self._by_terms.weight(stem)

    def gram_weight(self, gram: str) -> float:
        """Give the idf of a 4-gram, the more the rarer."""
        return self._by_terms.gram_weight(gram)

    def fits(self) -> bool:
        """Tell whether the corpus is small enough to be embedded."""
        texts = 0
        for passage in self._passages:
            texts += 1 + len(self._sentences(passage))
            if texts > MOST:
                return False
        return True

    def _embed(self, go_on: Callable[[int], bool]) -> None:
        if not self._passages or not self.fits():
            return
        kind = self._embedder.identity()
        rows: list[Vectors] = []
        for number, passage in enumerate(self._passages, start=1):
            vectors = self._vectors(kind, [passage.indexed, *self._sentences(passage)])
            if vectors is None or not go_on(number):
                return
            rows.append(vectors)
        counts = [len(each) - 1 for each in rows]
        self._space = _Space(
            numbers={passage.id: number for number, passage in enumerate(self._passages)},
            passages=np.stack([each[0] for each in rows]),
            sentences=np.concatenate([each[1:] for each in rows]),
            firsts=np.cumsum([0, *counts[:-1]]),
        )

    def _sentences(self, passage: Passage) -> list[str]:
        """List the sentences of a passage; what is quoted whole is one."""
        if passage.kind in (PassageKind.FIELD, PassageKind.ROW):
            return [passage.indexed]
        quoted = self._corpus.text(passage.document)[passage.start : passage.end]
        return [quoted[start:end] for start, end in split(quoted)] or [passage.indexed]

    def _vectors(self, kind: str, texts: Sequence[str]) -> Vectors | None:
        """Recall or compute the vectors of texts, shape (texts, dimensions)."""
        known = dict(self._memory.recall(kind, texts))
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        if missing:
            made = self._embedder.passages(missing) if self._may_embed else None
            if made is None:
                return None
            # Half precision keeps three digits, far more than four bits of a model's weights give.
            new = {text: vector.astype(np.float16).tobytes() for text, vector in zip(missing, made, strict=True)}
            self._memory.keep(kind, new)
            known |= new
        return np.stack([np.frombuffer(known[text], np.float16) for text in texts]).astype(np.float32)
