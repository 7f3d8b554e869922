"""Meaning moves passages up that say the same in other words, and never makes a hit of one that shares no term."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from knowledge.corpus import Corpus
from knowledge.models import Document, Hit, Passage, PassageKind
from knowledge.retrieval.preparation import Prepare
from knowledge.retrieval.retriever import LexicalRetriever
from knowledge.retrieval.semantic import SemanticRetriever, Vectors
from tests.retrieval.corpora import question
from tests.retrieval.translators import Remembered

TEXTS = (
    "The walkout of the union was long.",
    "The union of the two towns. It was celebrated with songs.",
    "Nobody sold bread in the market.",
    "A union hall stands in the square.",
)
QUESTION = "union strike"


class Meanings:
    """Embeds a text as how much it speaks of strikes, of bread and of neither."""

    def __init__(self, *, broken: bool = False, silent: bool = False) -> None:
        self.broken = broken
        self.silent = silent
        self.embedded: list[str] = []

    def question(self, text: str) -> Vectors | None:
        return None if self.silent else _vector(text)

    def passages(self, texts: Sequence[str]) -> Vectors | None:
        self.embedded += texts
        return None if self.broken else np.stack([_vector(text) for text in texts])

    def identity(self) -> str:
        return "meanings"


def _vector(text: str) -> Vectors:
    counts = [sum(word in text.lower() for word in words) for words in (("strike", "walkout"), ("bread", "market"))]
    vector = np.array([*counts, 0.5], np.float32)
    return np.asarray(vector / np.linalg.norm(vector), np.float32)


def corpus(*texts: str) -> Corpus:
    whole = "\n\n".join(texts)
    starts = [whole.index(text) for text in texts]
    return Corpus(
        [Document(id="d", file="d.txt", title="d", text=whole)],
        [
            Passage(
                id=f"{number:010}",
                document="d",
                kind=PassageKind.PARAGRAPH,
                start=start,
                end=start + len(text),
                language="en",
                indexed=text,
            )
            for number, (start, text) in enumerate(zip(starts, texts, strict=True))
        ],
    )


CORPUS = corpus(*TEXTS)
BY_TERMS = LexicalRetriever(CORPUS.passages)


def retriever(
    embedder: Meanings, when: Prepare = Prepare.FIRST, memory: Remembered | None = None, of: Corpus = CORPUS
) -> SemanticRetriever:
    return SemanticRetriever(LexicalRetriever(of.passages), of, embedder, memory or Remembered(), when)


def found(hits: Sequence[Hit]) -> list[str]:
    return [hit.passage.indexed for hit in hits]


def test_what_means_the_same_comes_before_what_only_shares_a_word() -> None:
    of = corpus("The union.", "The walkout of the union was a long and bitter one.", "Nobody sold bread.")
    by_terms = found(LexicalRetriever(of.passages).retrieve(question(QUESTION), 10))
    by_meaning = found(retriever(Meanings(), of=of).retrieve(question(QUESTION), 10))
    assert len(by_terms) == 2
    assert by_meaning == by_terms[::-1]
    assert set(by_meaning) == set(by_terms)


def test_a_passage_that_shares_no_term_is_no_hit_however_near_it_is() -> None:
    of = corpus("The walkout was long.", "The strike was long.", "A song.")
    assert found(retriever(Meanings(), of=of).retrieve(question("strike"), 10)) == ["The strike was long."]


def test_scores_are_positive_and_fall_and_ranks_count() -> None:
    hits = retriever(Meanings()).retrieve(question("union bread walkout square songs"), 10)
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(score > 0 for score in scores)
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))


def test_a_lower_limit_gives_the_same_first_hits() -> None:
    made = retriever(Meanings())
    hits = made.retrieve(question(QUESTION), 10)
    assert all(hits[:limit] == made.retrieve(question(QUESTION), limit) for limit in range(len(hits) + 1))


def test_one_good_sentence_makes_a_passage_near() -> None:
    good = "A union. Nobody sings. The walkout was long. Nobody sings."
    made = retriever(Meanings(), of=corpus(good, "A union. Nobody sings or sells."))
    assert found(made.retrieve(question(QUESTION), 1)) == [good]


def test_meaning_weighs_more_across_the_languages() -> None:
    made = retriever(Meanings())
    here, across = (made.retrieve(question(QUESTION, language), 10) for language in ("en", "es"))
    assert across[0].passage == here[0].passage
    assert across[0].score > here[0].score


@pytest.mark.parametrize("embedder", [Meanings(broken=True), Meanings(silent=True)])
def test_an_embedder_that_fails_leaves_the_answers_by_terms(embedder: Meanings) -> None:
    assert retriever(embedder).retrieve(question(QUESTION), 10) == BY_TERMS.retrieve(question(QUESTION), 10)


@pytest.mark.parametrize(("most", "fits"), [(9, True), (8, False)])  # four passages and their five sentences
def test_a_corpus_that_is_too_large_is_answered_by_terms(
    monkeypatch: pytest.MonkeyPatch, most: int, *, fits: bool
) -> None:
    monkeypatch.setattr("knowledge.retrieval.semantic.MOST", most)
    embedder = Meanings()
    made = retriever(embedder)
    hits = made.retrieve(question(QUESTION), 10)
    assert made.fits() is fits
    assert bool(embedder.embedded) is fits
    assert (hits == BY_TERMS.retrieve(question(QUESTION), 10)) is not fits


def test_without_vectors_from_another_day_nothing_is_embedded_for_a_single_answer() -> None:
    embedder = Meanings()
    hits = retriever(embedder, Prepare.KEPT).retrieve(question(QUESTION), 10)
    assert hits == BY_TERMS.retrieve(question(QUESTION), 10)
    assert embedder.embedded == []


def test_with_vectors_from_another_day_a_single_answer_uses_them() -> None:
    memory = Remembered()
    expected = retriever(Meanings(), memory=memory).retrieve(question(QUESTION), 10)
    embedder = Meanings()
    assert retriever(embedder, Prepare.KEPT, memory).retrieve(question(QUESTION), 10) == expected
    assert embedder.embedded == []


def test_only_what_changed_is_embedded_again() -> None:
    memory = Remembered()
    retriever(Meanings(), memory=memory).retrieve(question(QUESTION), 10)
    embedder = Meanings()
    of = corpus(*TEXTS[:3], "The strike of the bakers.")
    retriever(embedder, memory=memory, of=of).retrieve(question(QUESTION), 10)
    assert set(embedder.embedded) == {"The strike of the bakers."}


def test_a_corpus_without_passages_has_no_hits() -> None:
    assert retriever(Meanings(), of=Corpus([], [])).retrieve(question(QUESTION), 10) == ()


def test_weights_are_those_of_the_terms() -> None:
    made = retriever(Meanings())
    assert made.weight("union") == BY_TERMS.weight("union")
    assert made.gram_weight("unio") == BY_TERMS.gram_weight("unio")
