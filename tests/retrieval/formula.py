"""BM25 written out, small texts to score with it, and an analyzer that takes letters for terms."""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from random import Random

import pytest
from hypothesis import strategies as st

from knowledge.models import Language
from knowledge.retrieval import scoring
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


@lru_cache(maxsize=1)
def many_postings() -> Postings:
    """Make those of a hundred thousand texts whose words are as unevenly common as those of a language."""
    chance = Random(7)  # noqa: S311  # the same texts in every run
    words = [f"w{number}" for number in range(3_000)]
    weights = [1 / (number + 3) for number in range(3_000)]
    drawn = chance.choices(words, weights, k=1_200_000)
    return postings([drawn[at : at + 12] for at in range(0, len(drawn), 12)])


def questions_of_many(length: int) -> Iterator[list[str]]:
    """Draw questions of so many terms, most of them seldom."""
    chance = Random(length)  # noqa: S311
    for _ in range(5):
        yield [f"w{min(2_999, int(chance.paretovariate(0.35)))}" for _ in range(length)]


def scorer_of(of: Postings, *, compiled: bool = False) -> Scorer:
    """Make the scorer of an index that was built at once."""
    return scorer_of_parts([Part(of)], compiled=compiled)


def scorer_of_parts(parts: Sequence[Part], *, compiled: bool = False) -> Scorer:
    """Make the scorer of an index in parts, however large or small by compiled code or by numpy."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scoring, "COMPILED_FROM", -1 if compiled else sys.maxsize)
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
