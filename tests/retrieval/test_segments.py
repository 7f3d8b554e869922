"""An index of segments scores as one that is built at once, whatever was added, removed and merged on the way."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.retrieval import merging
from knowledge.retrieval.building import Memory
from knowledge.retrieval.merging import merge, untidy
from knowledge.retrieval.postings import unweigh, weigh
from knowledge.retrieval.segment import GONE, Held, Part
from tests.retrieval.formula import TERMS, postings, scorer_of, scorer_of_parts

Text = list[str]
Group = list[tuple[Text, bool]]
"""The texts of a segment, each with whether it is still there."""
GROUPS: st.SearchStrategy[list[Group]] = st.lists(
    st.lists(st.tuples(TERMS, st.booleans()), max_size=5), min_size=1, max_size=4
)


def parts_of(groups: Sequence[Group], order: Sequence[int]) -> list[Part]:
    """Make a part of each group; `order` are the passages that the texts are which are still there."""
    passages = iter(order)
    return [
        Part(
            postings([text for text, _ in group]),
            [Held(b"", 1, next(passages) if there else GONE) for _, there in group],
        )
        for group in groups
    ]


@st.composite
def divided(draw: st.DrawFn) -> tuple[list[Part], list[Text]]:
    """Draw the parts of an index and the texts of its passages, in an order of their own."""
    groups = draw(GROUPS)
    left = [text for group in groups for text, there in group if there]
    order = draw(st.permutations(range(len(left))))
    return parts_of(groups, order), [left[order.index(number)] for number in range(len(left))]


@settings(max_examples=50)
@given(divided(), TERMS)
def test_every_score_is_that_of_an_index_built_at_once(index: tuple[list[Part], list[Text]], terms: Text) -> None:
    parts, texts = index
    found, whole = scorer_of_parts(parts), scorer_of(postings(texts))
    np.testing.assert_allclose(found.scores(terms), whole.scores(terms), rtol=1e-6, atol=0)
    assert [found.idf(term) for term in terms] == [whole.idf(term) for term in terms]
    assert [found.knows(term) for term in terms] == [whole.knows(term) for term in terms]


@settings(max_examples=50)
@given(divided(), TERMS, st.integers(0, 9))
def test_the_best_are_those_of_an_index_built_at_once(
    index: tuple[list[Part], list[Text]], terms: Text, limit: int
) -> None:
    parts, texts = index
    scores = scorer_of(postings(texts)).scores(terms)
    numbers, found = scorer_of_parts(parts).best(terms, limit)
    assert len(found) == min(limit, np.count_nonzero(scores))
    np.testing.assert_allclose(found, np.sort(scores)[::-1][: len(found)], rtol=1e-6, atol=0)
    np.testing.assert_allclose(found, scores[numbers], rtol=1e-6, atol=0)


@settings(max_examples=50)
@given(divided(), TERMS, st.data())
def test_some_passages_score_as_they_do_among_all(
    index: tuple[list[Part], list[Text]], terms: Text, data: st.DataObject
) -> None:
    parts, texts = index
    chosen = data.draw(st.sets(st.integers(0, max(0, len(texts) - 1))).map(sorted)) if texts else []
    numbers = np.array(chosen, dtype=np.int32)
    scorer = scorer_of_parts(parts)
    np.testing.assert_allclose(scorer.scores_of(terms, numbers), scorer.scores(terms)[numbers], rtol=1e-12, atol=0)


@settings(max_examples=50)
@given(divided(), TERMS)
def test_merged_parts_score_as_they_did(index: tuple[list[Part], list[Text]], terms: Text) -> None:
    parts, texts = index
    held = [held for part in parts for held in part.documents if held.first != GONE]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(merging, "_STRETCH", 3)
        merged = Part(merge(parts, Memory()), held)
    whole = scorer_of(postings(texts)).scores(terms)
    np.testing.assert_allclose(scorer_of_parts([merged]).scores(terms), whole, rtol=1e-6, atol=0)
    assert not len(merged.gone)
    assert {*merged.words} >= {term for text in texts for term in text}


@given(st.integers(1, 1_000), st.integers(1, 10_000), st.floats(0.5, 500))
def test_frequencies_are_found_again_in_impacts(frequency: int, length: int, mean: float) -> None:
    frequencies, lengths = np.array([frequency], np.int32), np.array([length], np.int32)
    impacts = weigh(frequencies, lengths, mean).astype(np.float32)
    again = weigh(unweigh(impacts, lengths, mean), lengths, mean)
    np.testing.assert_allclose(again, impacts, rtol=2e-7, atol=0)
    if frequency <= 200:
        assert unweigh(impacts, lengths, mean).tolist() == [frequency]


def of_texts(*counts: int, gone: int = 0) -> list[Part]:
    """Make parts of so many texts each; of the last, some are gone."""
    parts = [Part(postings([["a"]] * count)) for count in counts[:-1]]
    held = [Held(b"", 1, GONE if number < gone else number) for number in range(counts[-1])]
    return [*parts, Part(postings([["a"]] * counts[-1]), held)]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (of_texts(100), []),
        (of_texts(100, 1), []),
        (of_texts(100, 1, 1), [1, 1]),
        (of_texts(100, 10, 1, 1), [1, 1, 10]),
        (of_texts(200, 20, 1, 1), [1, 1]),
        (of_texts(1, 100, gone=10), []),
        (of_texts(1, 100, gone=20), [80]),
    ],
)
def test_what_is_small_or_worn_is_merged(parts: list[Part], expected: list[int]) -> None:
    assert [part.size.texts for part in untidy(parts)] == expected


def test_a_part_is_merged_whose_mean_has_moved() -> None:
    parts = [Part(postings([["a"]] * 10)), Part(postings([["a"] * 3]))]
    assert len(untidy(parts)) == 2
