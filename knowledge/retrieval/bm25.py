"""BM25 as rank_bm25 defines it, with an idf that is positive exactly where a term is present.

`BM25Okapi` gives 0 to a term in half of the passages and floors the rest at a quarter of the mean idf, which
puts “the” above content words. The idf here is log(1 + (N - n + .5) / (n + .5)) (Robertson and Zaragoza 2009,
section 3.3, with Lucene's 1 + inside the logarithm). This is the definition that `scoring` is held to, by the tests and
by `doctor`; no question waits for it, and no start imports it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
from rank_bm25 import BM25Okapi

from knowledge.retrieval.postings import K1, B


class PositiveOkapi(BM25Okapi):  # type: ignore[misc]  # rank_bm25 is untyped
    """`BM25Okapi` with the positive idf."""

    def _calc_idf(self, nd: Mapping[str, int]) -> None:
        self.idf: dict[str, float] = {
            term: math.log(1 + (self.corpus_size - n + 0.5) / (n + 0.5)) for term, n in nd.items()
        }


def score(texts: Sequence[Sequence[str]], terms: Sequence[str]) -> npt.NDArray[np.float64]:
    """Score texts, given as terms, for a question, given as terms: shape (texts,)."""
    # rank_bm25 divides by the number of texts and by their mean length: neither may be zero.
    if not any(texts):
        return np.zeros(len(texts))
    model = PositiveOkapi(list(texts), k1=K1, b=B)
    scores: npt.NDArray[np.float64] = model.get_scores([term for term in terms if term in model.idf])
    return scores
