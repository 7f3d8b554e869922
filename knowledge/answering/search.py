"""Passages ranked for a question, each with its reasons: terms and where they stand, ways to ask, facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.corpus import Corpus
from knowledge.facts.store import FactStore
from knowledge.models import (
    AskedLike,
    Fact,
    FactLed,
    FieldOfText,
    Found,
    Hit,
    Passage,
    Query,
    Span,
    TermMatch,
)
from knowledge.retrieval.asks import AskMatch
from knowledge.retrieval.retriever import Retriever
from knowledge.text.analyzer import StemAnalyzer

MOST_ASKS = 3
"""Ways to ask that are named for one passage."""
_LIKE = 0.35
"""Likeness below which a way to ask says nothing of the question."""


class Search:
    """Ranks passages and says why."""

    def __init__(self, corpus: Corpus, facts: FactStore, retriever: Retriever) -> None:
        self._corpus = corpus
        self._facts = facts
        self._retriever = retriever
        self._stems = StemAnalyzer()

    def explain(
        self, query: Query, hits: Sequence[Hit], asks: Sequence[AskMatch], facts: Sequence[Fact], limit: int
    ) -> tuple[Found, ...]:
        """Give the hits in their order, then what only ways to ask or facts lead to, at most `limit` in all."""
        liked = [each for each in asks if each.likeness >= _LIKE]
        scores = {hit.passage.id: hit for hit in hits}
        passages = {hit.passage.id: hit.passage for hit in hits}
        for document, (start, _) in self._led(liked, facts):
            passage = self._corpus.passage_at(document, start)
            if passage is not None:
                passages.setdefault(passage.id, passage)
        return tuple(
            Found(
                rank=rank,
                score=scores[passage.id].score if passage.id in scores else 0.0,
                citation=self._corpus.cite(passage.document, passage.start, passage.end),
                terms=tuple(self._terms(query, passage)),
                asks=tuple(self._asks(liked, passage))[:MOST_ASKS],
                facts=tuple(self._led_by(facts, query, passage)),
            )
            for rank, passage in enumerate(list(passages.values())[:limit], start=1)
        )

    def _led(self, asks: Sequence[AskMatch], facts: Sequence[Fact]) -> Iterator[tuple[str, Span]]:
        for match in asks:
            yield match.expansion.document, match.expansion.span
        for fact in facts:
            yield fact.citation.document, (fact.citation.start, fact.citation.end)

    def _terms(self, query: Query, passage: Passage) -> Iterator[TermMatch]:
        fields = {name: frozenset(self._stems.terms(text, passage.language)) for name, text in self._texts(passage)}
        for word in dict.fromkeys((*query.words, *query.names)):
            stems = self._stems.terms(word, query.language)
            held = tuple(name for name, terms in fields.items() if not terms.isdisjoint(stems))
            if held:
                weight = max(self._retriever.weight(stem) for stem in stems)
                yield TermMatch(word=word, weight=round(weight, 3), fields=held)

    def _texts(self, passage: Passage) -> Iterator[tuple[FieldOfText, str]]:
        yield FieldOfText.TEXT, self._corpus.text(passage.document)[passage.start : passage.end]
        yield FieldOfText.HEADINGS, "\n".join(passage.headings)
        yield FieldOfText.HEADERS, "\n".join([cell.header for cell in passage.cells])

    def _asks(self, asks: Sequence[AskMatch], passage: Passage) -> Iterator[AskedLike]:
        for match in asks:
            start, end = match.expansion.span
            if match.expansion.document == passage.document and passage.start <= start and end <= passage.end:
                yield AskedLike(ask=match.ask, likeness=round(match.likeness, 3))

    def _led_by(self, facts: Sequence[Fact], query: Query, passage: Passage) -> Iterator[FactLed]:
        for fact in facts:
            if fact.citation.passage == passage.id:
                yield FactLed(
                    entity=self._facts.label(fact.entity, query.language),
                    label=self._facts.label(fact.attribute, query.language),
                    value=fact.value,
                )
