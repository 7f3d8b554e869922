"""Terms are those of the analyzer, however many stretches the texts are read in."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.retrieval import building
from knowledge.retrieval.building import Memory, build
from knowledge.retrieval.segment import Part
from knowledge.retrieval.vocabulary import UNKNOWN, arrange
from knowledge.text.analyzer import Analyzer, GramAnalyzer, StemAnalyzer
from knowledge.text.normalise import fold, words_of
from tests.retrieval.corpora import languages, texts
from tests.retrieval.formula import TEXTS, postings

ANALYZERS = pytest.mark.parametrize("analyzer", [StemAnalyzer(), GramAnalyzer()], ids=["stems", "4-grams"])
WRITTEN = st.lists(st.tuples(texts | st.just("ALL IN CAPITALS: THE US"), languages), max_size=5)


@ANALYZERS
@given(read=WRITTEN)
def test_a_text_holds_the_terms_that_the_analyzer_gives_it(analyzer: Analyzer, read: list[tuple[str, str]]) -> None:
    built = build(read, analyzer, Memory())  # type: ignore[arg-type]  # a strategy of languages is one of texts
    for number, (text, language) in enumerate(read):
        terms = analyzer.terms(text, language)  # type: ignore[arg-type]
        assert built.lengths[number] == len(terms)
        for place in built.vocabulary.find(sorted(set(terms))):
            assert number in built.of(place)[0]


@given(TEXTS)
def test_each_term_lists_each_text_that_holds_it_once(texts: list[list[str]]) -> None:
    built = postings(texts)
    for term in "abcdef":
        (place,) = built.vocabulary.find([term])
        expected = [number for number, text in enumerate(texts) if term in text]
        assert (built.of(place)[0].tolist() if place != UNKNOWN else []) == expected


@given(TEXTS)
def test_texts_read_in_many_stretches_are_indexed_as_in_one(texts: list[list[str]]) -> None:
    whole = postings(texts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(building, "_STRETCH", 3)
        parts = postings(texts)
    for name in ("starts", "numbers", "impacts", "peaks", "lengths"):
        np.testing.assert_array_equal(getattr(parts, name), getattr(whole, name))


@given(read=WRITTEN)
def test_the_words_are_those_that_the_texts_were_written_with(read: list[tuple[str, str]]) -> None:
    part = Part(build(read, StemAnalyzer(), Memory()))  # type: ignore[arg-type]  # likewise
    assert part.words == sorted({fold(word) for text, _ in read for word in words_of(text) if word.isalpha()})


def test_how_far_it_is_is_told() -> None:
    told: list[int] = []
    build([("strike", "en")] * 5, StemAnalyzer(), Memory(), told.append)
    assert told == [5]


@given(st.lists(st.text(max_size=4), unique=True), st.lists(st.text(max_size=4)))
def test_a_vocabulary_finds_exactly_its_terms(terms: list[str], others: list[str]) -> None:
    vocabulary, places = arrange(terms)
    assert vocabulary.find(terms) == places.tolist()
    assert sorted(places.tolist()) == list(range(len(terms)))
    assert [place == UNKNOWN for place in vocabulary.find(others)] == [other not in terms for other in others]


def test_terms_with_the_same_hash_are_told_apart() -> None:
    alike = ["plumless", "buckeroo"]  # the textbook pair that CRC-32 does not tell apart
    vocabulary, places = arrange(alike)
    assert Counter(vocabulary.hashes.tolist()).most_common(1)[0][1] == 2
    assert vocabulary.find(alike) == places.tolist()
