"""BM25 written out, small texts to score with it, and an analyzer that takes letters for terms."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from hypothesis import strategies as st

from knowledge.models import Language
from knowledge.retrieval.building import Memory, build
from knowledge.retrieval.postings import K1, B, Postings
from knowledge.retrieval.scoring import Scorer
from knowledge.retrieval.segment import Part, assemble

TERMS = st.lists(st.sampled_from("abcdef"), max_size=8)
TEXTS = st.lists(TERMS, max_size=7)


class Letters:
    """Terms are the words as written."""

    name = "letters"

    def terms(self, text: str, language: Language) -> list[str]:
        del language
        return text.split()

    def of_token(self, token: str, language: Language, shouted: bool) -> tuple[str, ...]:
        del language, shouted
        return (token,)


def postings(texts: Sequence[Sequence[str]]) -> Postings:
    """Make postings of texts given as terms."""
    return build(((" ".join(text), "en") for text in texts), Letters(), Memory())


def scorer_of(of: Postings) -> Scorer:
    """Make the scorer of an index that was built at once."""
    return scorer_of_parts([Part(of)])


def scorer_of_parts(parts: Sequence[Part]) -> Scorer:
    """Make the scorer of an index in parts."""
    return Scorer(assemble(parts))


def by_hand(texts: Sequence[Sequence[str]], terms: Sequence[str]) -> list[float]:
    """Score as Robertson and Zaragoza (2009) write it, term by term."""
    mean = sum(len(text) for text in texts) / len(texts)
    scores = []
    for text in texts:
        held = Counter(text)
        score = 0.0
        for term in terms:
            n = sum(1 for other in texts if term in other)
            idf = math.log(1 + (len(texts) - n + 0.5) / (n + 0.5))
            score += idf * held[term] * (K1 + 1) / (held[term] + K1 * (1 - B + B * len(text) / mean))
        scores.append(score)
    return scores
