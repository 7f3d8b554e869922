"""The definition is rank_bm25's formula, with an idf that is positive exactly where a term is present."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given

from knowledge.retrieval.bm25 import score
from tests.retrieval.formula import TERMS, TEXTS, by_hand


@given(TEXTS, TERMS)
def test_scores_are_the_formula(texts: list[list[str]], terms: list[str]) -> None:
    assume(any(texts))
    np.testing.assert_allclose(score(texts, terms), by_hand(texts, terms), rtol=1e-6, atol=0)


@pytest.mark.parametrize("texts", [[], [[]], [[], []]])
def test_texts_without_terms_score_nothing(texts: list[list[str]]) -> None:
    assert [0.0] * len(texts) == score(texts, ["a"]).tolist()
