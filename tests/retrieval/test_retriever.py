"""What every Retriever promises; a new one is added to `RETRIEVERS` and held to the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings

from knowledge.models import Hit, Passage, Query
from knowledge.retrieval.bilingual import BilingualRetriever
from knowledge.retrieval.preparation import Prepare
from knowledge.retrieval.readings import Readings
from knowledge.retrieval.retriever import LexicalRetriever, Retriever
from knowledge.retrieval.translation import Interpreter
from knowledge.text.analyzer import GramAnalyzer, StemAnalyzer, grams, stems
from knowledge.text.names import NameMatcher
from tests.retrieval.corpora import PASSAGES, corpora, passage, question, questions
from tests.retrieval.translators import Remembered

Build = Callable[[Sequence[Passage]], Retriever]


def _bilingual(passages: Sequence[Passage]) -> Retriever:
    """Build the retriever that crosses the languages; a question that was not rendered does not cross."""
    readings = Readings(
        passages, Interpreter(None, NameMatcher([]), frozenset()), Remembered(), LexicalRetriever, Prepare.FIRST
    )
    return BilingualRetriever(LexicalRetriever(passages), passages, readings)


def _of_many(passages: Sequence[Passage]) -> Retriever:
    return LexicalRetriever(passages, whole=0)


RETRIEVERS: tuple[Build, ...] = (LexicalRetriever, _of_many, _bilingual)
EVERYTHING = 1_000


def _terms(text: str, of: Passage | Query) -> set[str]:
    return {*StemAnalyzer().terms(text, of.language), *GramAnalyzer().terms(text, of.language)}


def shares_a_term(query: Query, hit: Hit) -> bool:
    return bool(_terms(query.reading, query) & _terms(hit.passage.indexed, hit.passage))


def found(hits: Sequence[Hit]) -> list[str]:
    return [hit.passage.indexed for hit in hits]


@pytest.mark.parametrize("build", RETRIEVERS)
class TestEveryRetriever:
    @settings(max_examples=50)
    @given(corpora(), questions)
    def test_finds_exactly_the_passages_that_share_a_term(
        self, build: Build, passages: tuple[Passage, ...], query: Query
    ) -> None:
        hits = build(passages).retrieve(query, EVERYTHING)
        assert all(shares_a_term(query, hit) for hit in hits)
        sharing = [p for p in passages if p.retrieved and _terms(query.reading, query) & _terms(p.indexed, p)]
        assert {hit.passage.id for hit in hits} == {p.id for p in sharing}
        assert len(sharing) == len(hits)

    @settings(max_examples=50)
    @given(corpora(), questions)
    def test_ranks_from_1_by_descending_positive_score(
        self, build: Build, passages: tuple[Passage, ...], query: Query
    ) -> None:
        hits = build(passages).retrieve(query, EVERYTHING)
        scores = [hit.score for hit in hits]
        assert scores == sorted(scores, reverse=True)
        assert all(score > 0 for score in scores)
        assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))

    @settings(max_examples=50)
    @given(corpora(), questions)
    def test_matches_only_stems_that_both_hold(self, build: Build, passages: tuple[Passage, ...], query: Query) -> None:
        asked = set(StemAnalyzer().terms(query.reading, query.language))
        for hit in build(passages).retrieve(query, EVERYTHING):
            held = set(StemAnalyzer().terms(hit.passage.indexed, hit.passage.language))
            assert set(hit.matched) == asked & held

    @settings(max_examples=50)
    @given(corpora(), questions)
    def test_gives_a_lower_limit_the_same_first_hits(
        self, build: Build, passages: tuple[Passage, ...], query: Query
    ) -> None:
        retriever = build(passages)
        hits = retriever.retrieve(query, EVERYTHING)
        assert all(hits[:limit] == retriever.retrieve(query, limit) for limit in range(len(hits) + 1))

    @settings(max_examples=50)
    @given(corpora(), questions)
    def test_answers_alike_when_built_or_asked_again(
        self, build: Build, passages: tuple[Passage, ...], query: Query
    ) -> None:
        retriever = build(passages)
        first = retriever.retrieve(query, EVERYTHING)
        assert first == retriever.retrieve(query, EVERYTHING) == build(passages).retrieve(query, EVERYTHING)

    def test_never_finds_a_passage_that_is_not_retrieved(self, build: Build) -> None:
        hidden = passage("The strike of the union", number=100, retrieved=False)
        hits = build([hidden, *PASSAGES]).retrieve(question("strike union"), EVERYTHING)
        assert hits
        assert hidden.indexed not in found(hits)

    @pytest.mark.parametrize("text", ["zzyzx qwxkj", "12345", "", "???", "…"])
    def test_finds_nothing_for_words_that_no_passage_holds(self, build: Build, text: str) -> None:
        assert build(PASSAGES).retrieve(question(text), EVERYTHING) == ()

    def test_finds_nothing_for_stop_words(self, build: Build) -> None:
        assert build(PASSAGES).retrieve(question("who was it and when"), EVERYTHING) == ()
        assert build(PASSAGES).retrieve(question("¿quién fue y cuándo?", "es"), EVERYTHING) == ()

    def test_finds_nothing_in_an_empty_corpus(self, build: Build) -> None:
        assert build([]).retrieve(question("strike"), EVERYTHING) == ()

    def test_finds_nothing_in_a_corpus_without_words(self, build: Build) -> None:
        assert build([passage(""), passage("of the", number=1)]).retrieve(question("strike"), 5) == ()

    def test_finds_the_only_passage(self, build: Build) -> None:
        (hit,) = build([passage("The strike of the union")]).retrieve(question("strikes"), EVERYTHING)
        assert hit.rank == 1

    def test_finds_a_term_that_half_or_all_of_the_passages_hold(self, build: Build) -> None:
        everywhere = [passage("strike", number=0), passage("strike votes", number=1)]
        assert len(build(everywhere).retrieve(question("strike"), EVERYTHING)) == 2
        assert found(build(everywhere).retrieve(question("votes"), EVERYTHING)) == ["strike votes"]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Contracoriente", "Contracorriente"),
            ("electricans strkie", "electricians"),
            ("nwespaper estrategia obrrera", "Estrategia Obrera"),
            ("catastrofe humanitaria", "catástrofe"),
            ("REVOLUCION MEXICANA", "revolución"),
            ("Juarez detencion", "Juárez"),
            ("10.720 votes", "10,720"),
            ("revolution campesinos", "revolución"),
        ],
    )
    def test_forgives_typos_and_accents(self, build: Build, text: str, expected: str) -> None:
        first = build(PASSAGES).retrieve(question(text), 1)[0]
        assert expected in first.passage.indexed

    def test_keeps_n_with_a_tilde_apart(self, build: Build) -> None:
        corpus = [passage("el año", "es", number=0), passage("el ano", "es", number=1)]
        assert found(build(corpus).retrieve(question("año", "es"), EVERYTHING)) == ["el año"]

    def test_reads_the_reading_and_not_the_text(self, build: Build) -> None:
        query = question("it").model_copy(update={"reading": "it Contracorriente"})
        assert len(build(PASSAGES).retrieve(query, 1)) == 1

    def test_weighs_a_rare_term_more_than_a_common_one_and_all_of_them_positive(self, build: Build) -> None:
        retriever = build(PASSAGES)
        rare, common, unknown = (stems(word)[0] for word in ("strike", "mexico", "zzyzx"))
        assert retriever.weight(unknown) >= retriever.weight(rare) > retriever.weight(common) > 0
        rarer, commoner = grams("strike")[1], grams("mexico")[1]
        assert retriever.gram_weight(rarer) > retriever.gram_weight(commoner) > 0

    def test_weighs_terms_of_an_empty_corpus_too(self, build: Build) -> None:
        assert build([]).weight("strike") > 0
        assert build([]).gram_weight("stri") > 0


def test_the_lexical_score_is_the_mean_of_both_indexes_each_over_its_maximum() -> None:
    first = LexicalRetriever(PASSAGES).retrieve(question("newspaper Estrategia Obrera"), 1)[0]
    assert pytest.approx(1.0) == first.score
