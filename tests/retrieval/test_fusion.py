"""Rankings weigh alike, whatever the size of their scores."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.retrieval.fusion import fuse

SCORES = st.lists(st.floats(0, 1e6, allow_subnormal=False), min_size=3, max_size=3).map(np.array)


def test_each_ranking_counts_by_its_share_of_its_maximum() -> None:
    assert fuse(np.array([2.0, 1.0, 0.0]), np.array([100.0, 25.0, 0.0])).tolist() == [1.0, 0.375, 0.0]


def test_a_ranking_that_found_nothing_adds_nothing() -> None:
    assert fuse(np.array([4.0, 2.0]), np.zeros(2)).tolist() == [0.5, 0.25]


@pytest.mark.parametrize("size", [0, 1, 3])
def test_rankings_that_found_nothing_find_nothing(size: int) -> None:
    assert [0.0] * size == fuse(np.zeros(size), np.zeros(size)).tolist()


def test_the_rankings_stay_as_they_were() -> None:
    scores = np.array([2.0, 1.0])
    fuse(scores, scores)
    assert scores.tolist() == [2.0, 1.0]


@given(SCORES, SCORES)
def test_a_fused_score_lies_between_0_and_1_and_is_0_only_where_all_are(
    one: np.ndarray[tuple[int], np.dtype[np.float64]], other: np.ndarray[tuple[int], np.dtype[np.float64]]
) -> None:
    fused = fuse(one, other)
    assert ((fused >= 0) & (fused <= 1)).all()
    assert ((one > 0) | (other > 0)).tolist() == (fused > 0).tolist()
