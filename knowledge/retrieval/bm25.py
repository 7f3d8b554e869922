"""BM25 as rank_bm25 defines it, with an idf that is positive exactly where a term is present.

`BM25Okapi` gives 0 to a term in half of the passages and floors the rest at a quarter of the mean idf, which
puts “the” above content words. The idf here is log(1 + (N - n + .5) / (n + .5)) (Robertson and Zaragoza 2009,
section 3.3, with Lucene's 1 + inside the logarithm). This module is the only importer of rank_bm25.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from rank_bm25 import BM25Okapi

K1 = 1.0
B = 0.5
Scores = npt.NDArray[np.float64]


class PositiveOkapi(BM25Okapi):  # type: ignore[misc]  # rank_bm25 is untyped
    """`BM25Okapi` with the positive idf."""

    def _calc_idf(self, nd: Mapping[str, int]) -> None:
        self.idf: dict[str, float] = {
            term: math.log(1 + (self.corpus_size - n + 0.5) / (n + 0.5)) for term, n in nd.items()
        }


class Bm25:
    """Scores of texts, given as terms, for a question, given as terms."""

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        # rank_bm25 divides by the number of texts and by their mean length: neither may be zero.
        self._size = len(texts)
        self._model: Any = PositiveOkapi(list(texts), k1=K1, b=B) if any(texts) else None

    def scores(self, terms: Sequence[str]) -> Scores:
        """Score every text, shape (texts,); 0 exactly where a text shares no term."""
        known = [term for term in terms if self.knows(term)]
        if not known:
            return np.zeros(self._size)
        scores: Scores = self._model.get_scores(known)
        return scores

    def knows(self, term: str) -> bool:
        """Tell whether any text holds a term."""
        return self._model is not None and term in self._model.idf

    def idf(self, term: str) -> float:
        """Give a term's weight; an unknown term weighs as much as one that a single text holds."""
        if self._model is None:
            return 1.0
        rarest = math.log(1 + (self._size - 0.5) / 1.5)
        return float(self._model.idf.get(term, rarest))
