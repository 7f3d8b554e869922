"""Scores are those of rank_bm25, with an idf that is positive exactly where a term is present."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from knowledge.retrieval.bm25 import K1, B, Bm25, PositiveOkapi
from knowledge.text.analyzer import GramAnalyzer, StemAnalyzer
from tests.retrieval.corpora import PASSAGES

TERMS = st.lists(st.sampled_from("abcdef"), max_size=8)
TEXTS = st.lists(TERMS, max_size=7)
QUESTIONS = (
    "When was the student group Contracorriente formed?",
    "How many votes in the election of the Constituent Assembly?",
    "mexico city mexico city",
    "catastrofe humanitaria en Juarez",
    "strike",
)


def by_hand(texts: list[list[str]], terms: list[str]) -> list[float]:
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


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("analyzer", [StemAnalyzer(), GramAnalyzer()], ids=["stems", "4-grams"])
def test_scores_are_those_of_rank_bm25(analyzer: StemAnalyzer | GramAnalyzer, question: str) -> None:
    texts = [analyzer.terms(passage.indexed, passage.language) for passage in PASSAGES]
    terms = analyzer.terms(question, "en")
    expected = PositiveOkapi(texts, k1=K1, b=B).get_scores(terms)
    assert expected.any()
    np.testing.assert_allclose(Bm25(texts).scores(terms), expected, rtol=1e-6, atol=0)


@given(TEXTS, TERMS)
def test_scores_are_the_formula(texts: list[list[str]], terms: list[str]) -> None:
    assume(any(texts))
    np.testing.assert_allclose(Bm25(texts).scores(terms), by_hand(texts, terms), rtol=1e-6, atol=0)


@given(TEXTS, TERMS)
def test_a_score_is_positive_exactly_where_a_term_is_shared(texts: list[list[str]], terms: list[str]) -> None:
    scores = Bm25(texts).scores(terms)
    assert [bool(set(text) & set(terms)) for text in texts] == (scores > 0).tolist()


@given(TEXTS, st.sampled_from("abcdefz"))
def test_an_idf_is_positive_and_highest_for_what_is_rare(texts: list[list[str]], term: str) -> None:
    index = Bm25(texts)
    assert index.idf(term) > 0
    assert all(index.idf("unknown") >= index.idf(known) for text in texts for known in text)


@given(TEXTS, st.sampled_from("abcdefz"))
def test_a_term_is_known_that_some_text_holds(texts: list[list[str]], term: str) -> None:
    assert any(term in text for text in texts) is Bm25(texts).knows(term)


@pytest.mark.parametrize("texts", [[], [[]], [[], []]])
def test_texts_without_terms_score_nothing(texts: list[list[str]]) -> None:
    assert [0.0] * len(texts) == Bm25(texts).scores(["a"]).tolist()
