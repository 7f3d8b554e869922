"""Evidence → the Answer to a free question."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answering import notes
from knowledge.answering.beside import as_near, gather, stated_first, whole_first
from knowledge.answering.evidence import Evidence
from knowledge.answering.quoting import LEAD_LIMIT, Quoter, joined
from knowledge.answering.ranker import Ranked
from knowledge.answering.statements import Gathering, tell
from knowledge.corpus import Corpus
from knowledge.facts.store import FactStore
from knowledge.models import (
    Answer,
    AnswerKind,
    EntityKind,
    Gap,
    Note,
    NoteKind,
    Outcome,
    Query,
    StatementKind,
    Topic,
)

MOST_STATEMENTS = 5
MOST_QUOTED = 1000
"""Characters quoted in a plain reply (the design, promise 7)."""
_LIKELY = 0.15
"""Probability of an answer from which what is as near is shown beside what is related."""
MOST_NAMES = 3
"""Names that a follow-up inherits."""


class Composer:
    """Composes the Answer of a free question."""

    def __init__(self, corpus: Corpus, facts: FactStore, quoter: Quoter) -> None:
        self._corpus = corpus
        self._facts = facts
        self._quoter = quoter

    def compose(self, query: Query, evidence: Evidence) -> Answer:
        """Compose the Answer: lead, statements, notes, and what is missing."""
        match evidence.ruling.outcome:
            case Outcome.ANSWERED:
                return self._answered(query, evidence)
            case Outcome.RELATED:
                return self._related(query, evidence)
            case _:
                return self.unanswered(query, evidence.ruling.missing, evidence.ruling.confidence)

    def unanswered(self, query: Query, missing: Sequence[Gap], confidence: float = 0.0) -> Answer:
        """Say that the documents do not tell."""
        return Answer(
            question=query.text,
            language=query.language,
            outcome=Outcome.NOT_FOUND,
            confidence=confidence,
            missing=tuple(missing),
            notes=self._identities(query),
            suggestions=self._suggestions(query),
            topic=self._topic(query),
            interpretation=self._interpretation(query),
        )

    def _answered(self, query: Query, evidence: Evidence) -> Answer:
        gathering = Gathering(self._facts, query.language)
        ranked = whole_first(stated_first(query, evidence.ranked))
        lead = self._fact_lead(query, ranked[0], gathering)
        for group in joined(gather(query, ranked, MOST_STATEMENTS)):
            citation = self._quoter.quote(query, group)
            if len(gathering.statements) >= MOST_STATEMENTS or _over(gathering, citation.quote):
                continue
            if lead and citation.quote == gathering.citations[0].quote:
                gathering.cite(citation)
                continue
            gathering.quote(citation)
        if not lead:
            lead = gathering.citations[0].quote
        return Answer(
            question=query.text,
            language=query.language,
            outcome=Outcome.ANSWERED,
            confidence=evidence.ruling.confidence,
            lead=lead,
            statements=gathering.statements,
            citations=gathering.citations,
            notes=self._notes(query, gathering),
            topic=self._topic(query, evidence.ranked[0]),
            interpretation=self._interpretation(query),
        )

    def _related(self, query: Query, evidence: Evidence) -> Answer:
        gathering = Gathering(self._facts, query.language)
        instructed = query.kind is AnswerKind.INSTRUCTION
        likely = evidence.ruling.confidence >= _LIKELY
        shown = as_near(evidence.ranked[0], evidence.ranked) if likely else evidence.ranked[:1]
        for group in joined(shown):
            gathering.quote(self._quoter.quote(query, group, mark=False), StatementKind.RELATED)
        notes_ = self._notes(query, gathering)
        if instructed:
            notes_ = (Note(kind=NoteKind.NAME_ONLY, citation=0), *notes_)
        return Answer(
            question=query.text,
            language=query.language,
            outcome=Outcome.RELATED,
            confidence=evidence.ruling.confidence,
            statements=gathering.statements,
            citations=gathering.citations,
            missing=evidence.ruling.missing,
            notes=notes_,
            suggestions=self._suggestions(query),
            topic=self._topic(query, evidence.ranked[0] if likely else None),
            interpretation=self._interpretation(query),
        )

    def _fact_lead(self, query: Query, best: Ranked, gathering: Gathering) -> str:
        """Lead with a fact in words where the best unit is a field that states it."""
        unit = best.unit
        if not unit.whole:
            return ""
        stating = best.facts
        if not stating:
            return ""
        label = gathering.stated(stating[0]).label
        period = str(query.years[0]) if query.years else None
        lead = tell(label, period, [fact.value for fact in stating], query.language)
        if len(lead) > LEAD_LIMIT:
            return ""
        gathering.fact(stating[0], text=lead)
        for fact in stating[1:]:
            gathering.cite(fact.citation)
        return lead

    def _notes(self, query: Query, gathering: Gathering) -> tuple[Note, ...]:
        on_citations = notes.on_citations(
            self._corpus, self._facts, gathering.citations, query.language, dated=query.kind in _DATED
        )
        return (*on_citations, *self._identities(query))

    def _identities(self, query: Query) -> tuple[Note, ...]:
        """Say which identities are read so although no document states them."""
        found = (self._facts.entity(entity) for entity in query.entities)
        return tuple(
            Note(kind=NoteKind.IDENTITY_ASSUMED, text=entity.note.within(query.language))
            for entity in found
            if entity is not None and entity.note is not None and not entity.stated
        )

    def _topic(self, query: Query, best: Ranked | None = None) -> Topic:
        """Say what a follow-up inherits: whom the question names, and the events that its answer tells of."""
        named = dict.fromkeys(query.entities)
        for entity in sorted(best.unit.entities) if best is not None else ():
            known = self._facts.entity(entity)
            if known is not None and known.kind is EntityKind.EVENT:
                named.setdefault(entity)
        return Topic(
            entities=tuple(named)[:MOST_NAMES],
            years=query.years,
            attribute=query.attribute,
            passage=best.unit.passage.id if best is not None else query.follows,
        )

    def _suggestions(self, query: Query) -> tuple[str, ...]:
        found = (self._facts.entity(entity) for entity in query.entities)
        return tuple(entity.shown for entity in found if entity is not None)[:3]

    def _interpretation(self, query: Query) -> str | None:
        """Say how a question was read that leans on the exchange before or holds a mended word."""
        if query.inherited:
            attribute = self._facts.attributes.get(query.attribute or "")
            entities = (self._facts.entity(entity) for entity in query.entities)
            parts = [attribute.label.within(query.language).lower()] if attribute else []
            parts += [entity.shown for entity in entities if entity is not None]
            parts += [str(year) for year in query.years]
            return ", ".join(parts) or None
        if query.corrected:
            return ", ".join(read for _, read in query.corrected)
        return None


_DATED = frozenset({AnswerKind.WHEN, AnswerKind.HOW_MANY, AnswerKind.LIST, AnswerKind.WHAT, AnswerKind.NONE})
"""Kinds of answer beside which a date without a year is said to lack it."""


def _over(gathering: Gathering, quote: str) -> bool:
    quoted = sum(len(citation.quote) for citation in gathering.citations)
    return bool(gathering.citations) and quoted + len(quote) > MOST_QUOTED
