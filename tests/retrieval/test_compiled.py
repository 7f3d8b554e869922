"""Compiled code finds the same as numpy, to the last bit."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.retrieval import scoring
from knowledge.retrieval.retriever import LexicalRetriever
from knowledge.retrieval.scoring import Scorer
from knowledge.retrieval.segment import Part
from tests.retrieval.corpora import PASSAGES, question
from tests.retrieval.formula import TERMS, many_postings, questions_of_many, scorer_of, scorer_of_parts
from tests.retrieval.test_segments import Text, divided


def found(scorer: Scorer, terms: Sequence[str], limit: int) -> tuple[list[int], list[float]]:
    numbers, scores = scorer.best(terms, limit)
    return numbers.tolist(), scores.tolist()


@settings(max_examples=50, deadline=None)
@given(divided(), TERMS, st.integers(0, 9))
def test_it_finds_the_same_among_few(index: tuple[list[Part], list[Text]], terms: Text, limit: int) -> None:
    parts, _ = index
    expected = found(scorer_of_parts(parts), terms, limit)
    assert found(scorer_of_parts(parts, compiled=True), terms, limit) == expected


@pytest.fixture(scope="module")
def both() -> tuple[Scorer, Scorer]:
    return scorer_of(many_postings()), scorer_of(many_postings(), compiled=True)


@pytest.mark.parametrize("limit", [1, 10, 1_000])
@pytest.mark.parametrize("length", [1, 4, 12, 40])
def test_it_finds_the_same_among_many(both: tuple[Scorer, Scorer], length: int, limit: int) -> None:
    by_numpy, compiled = both
    for terms in questions_of_many(length):
        assert found(compiled, terms, limit) == found(by_numpy, terms, limit)


def test_large_corpora_are_scored_by_it_and_small_ones_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    small = LexicalRetriever(PASSAGES, whole=0)
    monkeypatch.setattr(scoring, "COMPILED_FROM", len(PASSAGES) - 1)
    large = LexicalRetriever(PASSAGES, whole=0)
    asked = question("When was the student group Contracorriente formed?")
    assert [each.inspect().compiled for each in (small, large)] == [False, True]
    assert small.retrieve(asked, 9) == large.retrieve(asked, 9)


def test_without_numba_large_corpora_are_scored_by_numpy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scoring, "COMPILED_FROM", 0)
    monkeypatch.setattr(scoring, "find_spec", lambda _: None)
    assert not LexicalRetriever(PASSAGES).inspect().compiled
