"""Sentences that mention a name."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.answering.units import Unit, Units
from knowledge.corpus import Corpus
from knowledge.facts.store import FactStore
from knowledge.models import AnswerKind, Citation, Entity, Language, Query, Remark, RemarkKind
from knowledge.retrieval.retriever import Retriever
from knowledge.text.names import NameMatcher
from knowledge.text.normalise import fold, tokens

_DEPTH = 60
"""Passages that are looked through for a name."""


class Mentions:
    """Finds the sentences that mention a name, without reading the whole corpus."""

    def __init__(
        self, corpus: Corpus, facts: FactStore, names: NameMatcher, retriever: Retriever, units: Units
    ) -> None:
        self._corpus = corpus
        self._facts = facts
        self._names = names
        self._retriever = retriever
        self._units = units

    def of(self, entity: Entity, limit: int, *, headed_only: bool = False) -> tuple[Citation, ...]:
        """Cite sentences that name an entity: those that curators headed first, then in reading order.

        `headed_only` leaves out what no curator chose.
        """
        headed = [remark for remark in self._facts.remarks_about(entity.id) if remark.kind is RemarkKind.ABOUT]
        cited = [self._cite_whole(r) for r in headed if not self._facts.heads_a_fact(r)]
        chosen = [citation for citation in cited if citation is not None]
        if not headed_only and len(chosen) < limit:
            names = (entity.name, *(alias.name for alias in entity.aliases), entity.acronym or "")
            for unit in sorted(self._naming(entity.id, names), key=_reading_order):
                citation = self._cite(unit)
                if citation is not None and citation not in chosen:
                    chosen.append(citation)
        return tuple(chosen[:limit])

    def of_text(self, text: str, language: Language, limit: int) -> tuple[Citation, ...]:
        """Cite sentences that hold a text as whole words, case and accents apart."""
        wanted = [fold(word) for word, *_ in tokens(text)]
        if not wanted or not any(len(word) > 2 for word in wanted):
            return ()
        holding = (unit for unit in self._units_for(text, language) if _holds(unit.text, wanted))
        return tuple(citation for unit in list(holding)[:limit] if (citation := self._cite(unit)) is not None)

    def _naming(self, entity: str, names: tuple[str, ...]) -> Iterator[Unit]:
        for unit in self._units_for(" ".join(dict.fromkeys(names)), "en"):
            if any(entity in mention.entities for mention in self._names.find(unit.text)):
                yield unit

    def _units_for(self, text: str, language: Language) -> Iterator[Unit]:
        query = Query(text=text, reading=text, language=language, kind=AnswerKind.NONE)
        for hit in self._retriever.retrieve(query, _DEPTH):
            yield from self._units.of(hit.passage)

    def _cite_whole(self, remark: Remark) -> Citation | None:
        """Cite the whole sentences, field or row that hold the span of a remark."""
        start, end = remark.span
        first, last = self._units.at(remark.document, start), self._units.at(remark.document, end - 1)
        if first is None or last is None or first.passage.id != last.passage.id:
            return self._cite(first)
        return self._corpus.cite(remark.document, first.start, last.end)

    def _cite(self, unit: Unit | None) -> Citation | None:
        if unit is None:
            return None
        return self._corpus.cite(unit.passage.document, unit.start, unit.end)


def _reading_order(unit: Unit) -> tuple[bool, bool, str, int]:
    """Prose before fields and rows, teasers before headlines, then as the document goes."""
    return (unit.whole, unit.headline, unit.passage.document, unit.start)


def _holds(text: str, wanted: list[str]) -> bool:
    words = [fold(word) for word, *_ in tokens(text)]
    length = len(wanted)
    return any(words[place : place + length] == wanted for place in range(len(words) - length + 1))
