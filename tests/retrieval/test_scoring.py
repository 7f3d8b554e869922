"""Scores are those of rank_bm25; the best are the best, whatever was left out on the way."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from knowledge.retrieval import bm25
from knowledge.retrieval.building import Memory, build
from knowledge.retrieval.scoring import Scorer
from knowledge.text.analyzer import Analyzer, GramAnalyzer, StemAnalyzer
from tests.retrieval.corpora import PASSAGES
from tests.retrieval.formula import TERMS, TEXTS, by_hand, many_postings, postings, questions_of_many, scorer_of

QUESTIONS = (
    "When was the student group Contracorriente formed?",
    "How many votes in the election of the Constituent Assembly?",
    "mexico city mexico city",
    "catastrofe humanitaria en Juarez",
    "strike",
)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("analyzer", [StemAnalyzer(), GramAnalyzer()], ids=["stems", "4-grams"])
def test_scores_are_those_of_rank_bm25(analyzer: Analyzer, question: str) -> None:
    texts = [analyzer.terms(passage.indexed, passage.language) for passage in PASSAGES]
    terms = analyzer.terms(question, "en")
    expected = bm25.score(texts, terms)
    assert expected.any()
    built = build(((passage.indexed, passage.language) for passage in PASSAGES), analyzer, Memory())
    np.testing.assert_allclose(scorer_of(built).scores(terms), expected, rtol=1e-6, atol=0)


@given(TEXTS, TERMS)
def test_scores_are_the_formula(texts: list[list[str]], terms: list[str]) -> None:
    assume(texts)
    expected = by_hand(texts, terms) if any(texts) else [0.0] * len(texts)
    np.testing.assert_allclose(scorer_of(postings(texts)).scores(terms), expected, rtol=1e-6, atol=0)


@given(TEXTS, TERMS)
def test_a_score_is_positive_exactly_where_a_term_is_shared(texts: list[list[str]], terms: list[str]) -> None:
    scores = scorer_of(postings(texts)).scores(terms)
    assert [bool(set(text) & set(terms)) for text in texts] == (scores > 0).tolist()


@given(TEXTS, TERMS, st.integers(0, 9))
def test_the_best_are_the_first_of_all_scores(texts: list[list[str]], terms: list[str], limit: int) -> None:
    scorer = scorer_of(postings(texts))
    scores = scorer.scores(terms)
    order = [number for number in np.argsort(-scores, kind="stable").tolist() if scores[number] > 0][:limit]
    numbers, found = scorer.best(terms, limit)
    assert numbers.tolist() == order
    np.testing.assert_allclose(found, scores[order], rtol=1e-6, atol=0)


@given(TEXTS, TERMS, st.data())
def test_some_texts_score_as_they_do_among_all(texts: list[list[str]], terms: list[str], data: st.DataObject) -> None:
    scorer = scorer_of(postings(texts))
    chosen = data.draw(st.sets(st.integers(0, max(0, len(texts) - 1))).map(sorted)) if texts else []
    numbers = np.array(chosen, dtype=np.int32)
    assert scorer.scores_of(terms, numbers).tolist() == scorer.scores(terms)[numbers].tolist()


@given(TEXTS, st.sampled_from("abcdefz"))
def test_an_idf_is_positive_and_highest_for_what_is_rare(texts: list[list[str]], term: str) -> None:
    scorer = scorer_of(postings(texts))
    assert scorer.idf(term) > 0
    assert all(scorer.idf("unknown") >= scorer.idf(known) for text in texts for known in text)


@given(TEXTS, st.sampled_from("abcdefz"))
def test_a_term_is_known_that_some_text_holds(texts: list[list[str]], term: str) -> None:
    assert any(term in text for text in texts) is scorer_of(postings(texts)).knows(term)


@pytest.mark.parametrize("texts", [[], [[]], [[], []]])
def test_texts_without_terms_score_nothing(texts: list[list[str]]) -> None:
    scorer = scorer_of(postings(texts))
    assert [0.0] * len(texts) == scorer.scores(["a"]).tolist()
    assert scorer.best(["a"], 3)[0].tolist() == []


@pytest.fixture(scope="module", params=[True, False], ids=["compiled", "numpy"])
def many(request: pytest.FixtureRequest) -> Scorer:
    """Texts enough to leave some out, found by compiled code and by numpy."""
    scorer = scorer_of(many_postings(), compiled=request.param)
    assert scorer.compiled is request.param
    return scorer


@pytest.mark.parametrize("limit", [1, 10, 1_000])
@pytest.mark.parametrize("length", [1, 4, 12, 40])
def test_what_is_left_out_of_many_texts_is_never_among_the_best(many: Scorer, length: int, limit: int) -> None:
    for terms in questions_of_many(length):
        scores = many.scores(terms)
        order = np.argsort(-scores, kind="stable")[:limit]
        numbers, found = many.best(terms, limit)
        np.testing.assert_allclose(found, scores[order][: len(found)], rtol=1e-6, atol=0)
        assert len(found) == min(limit, np.count_nonzero(scores))
        np.testing.assert_allclose(scores[numbers], found, rtol=1e-6, atol=0)


def test_threads_do_not_disturb_each_other(many: Scorer) -> None:
    questions = [[f"w{number + step}" for step in (0, 7, 300)] for number in range(40)]
    alone = [many.best(terms, 10)[0].tolist() for terms in questions]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda terms: many.best(terms, 10)[0].tolist(), questions)) == alone
