"""Evidence → the Answer to a free question."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answering import notes
from knowledge.answering.evidence import Evidence
from knowledge.answering.quoting import LEAD_LIMIT, Quoter, joined
from knowledge.answering.ranker import Ranked
from knowledge.answering.statements import Gathering, tell
from knowledge.corpus import Corpus
from knowledge.facts.infobox import text_lost
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
MOST_NAMES = 3
"""Names that a follow-up inherits."""
_ALIKE = 0.9
"""Likeness to an ask from which the lead is just what was asked for …"""
_ALIKE_TOO = 0.65
"""… and from which alone another unit may stand beside such a lead."""
_NOT_UNLIKE = 0.45
"""Share of the lead's likeness that a unit beside it has where the lead is less sure."""
_BESIDE = 0.65
"""Share of the lead's score from which a unit is told beside it."""
_LISTED = 0.6
"""The same where all that belongs is asked for."""
_ASKED_ALIKE = 0.5
"""The same where people ask for it in the same words."""
_DESCRIBED = 0.9
"""Share of the words from which what a unit is asked for is what is asked."""
_STATED = 0.75
"""Likeness of the best evidence from which only what states the same fact stands beside it."""
_TWO = 2
_NEARLY_AS_ALIKE = 0.15
_LESS_COVERED = 0.3
"""How much less of the question a unit told beside the lead may cover."""
_ALL_THAT_BELONGS = frozenset({AnswerKind.LIST, AnswerKind.COMPARISON})
_SEVERAL = frozenset({AnswerKind.LIST, AnswerKind.WHO})
"""Kinds whose many answers are told in the order of the document."""
_ABOUT_A_NAME = frozenset({AnswerKind.NONE, AnswerKind.LIST, AnswerKind.WHERE})
"""Kinds of question that ask all there is where they hold nothing but a name."""


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
        ranked = _whole_first(evidence.ranked)
        lead = self._fact_lead(query, ranked[0], gathering)
        for group in joined(_gathered(query, ranked)):
            citation = self._quoter.quote(query, group)
            if len(gathering.statements) >= MOST_STATEMENTS or _over(gathering, citation.quote):
                continue
            if lead and citation.quote == gathering.citations[0].quote:
                gathering.cite(citation)
                continue
            gathering.quote(citation)
        if not lead:
            lead = gathering.citations[0].quote[:LEAD_LIMIT]
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
        gathering.quote(self._quoter.quote(query, evidence.ranked[:1], mark=False), StatementKind.RELATED)
        notes_ = self._notes(query, gathering)
        if query.kind is AnswerKind.INSTRUCTION:
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
            topic=self._topic(query),
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
        return Topic(entities=tuple(named)[:MOST_NAMES], years=query.years, attribute=query.attribute)

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


def _whole_first(ranked: Sequence[Ranked]) -> Sequence[Ranked]:
    """Lead with a sentence that states the same fact where the best unit is a field that lost words."""
    best = ranked[0]
    if not (best.unit.whole and text_lost(best.unit.text) and best.facts):
        return ranked
    stated = {fact.attribute for fact in best.facts}
    prose = (
        each
        for each in ranked[1:]
        if not each.unit.whole
        and each.coverage.share >= best.coverage.share - _LESS_COVERED
        and any(fact.attribute in stated for fact in each.facts)
    )
    told = next(prose, None)
    return ranked if told is None else [told, *(each for each in ranked if each is not told)]


def _gathered(query: Query, ranked: Sequence[Ranked]) -> list[Ranked]:
    """Choose the lead and what belongs beside it: nearly as well ranked and covered.

    A question that only names somebody gathers the sentences that name them.
    """
    best = ranked[0]
    if not query.terms and query.entities and query.kind in _ABOUT_A_NAME:
        naming = [each for each in ranked[1:] if each.coverage.names and min(each.coverage.names) >= 1]
        return [best, *naming][:MOST_STATEMENTS]
    alike = max(each.features.likeness for each in ranked[:_TWO])
    beside = [each for each in ranked[1:] if _belongs_beside(query, best, each, alike)]
    chosen = [best, *beside][:MOST_STATEMENTS]
    asked_alike = [each for each in chosen if each.features.likeness >= _ALIKE_TOO]
    if query.kind in _SEVERAL and len(asked_alike) > _TWO:
        chosen.sort(key=_reading_order)
    return _teaser_first(chosen)


def _teaser_first(chosen: list[Ranked]) -> list[Ranked]:
    """Lead with the teaser rather than its headline where both belong: it says the same in a whole sentence."""
    best = chosen[0]
    if not best.unit.headline:
        return chosen
    teasers = (
        each
        for each in chosen[1:]
        if each.unit.passage.id == best.unit.passage.id
        and each.features.likeness >= best.features.likeness - _NEARLY_AS_ALIKE
    )
    teaser = next(teasers, None)
    return chosen if teaser is None else [teaser, *(each for each in chosen if each is not teaser)]


def _belongs_beside(query: Query, best: Ranked, each: Ranked, alike: float) -> bool:
    """Tell whether a unit belongs beside the lead: nearly as well ranked, or asked for in the same words.

    `alike` is the likeness of the best evidence to what people ask.
    """
    if each.coverage.share < best.coverage.share - _LESS_COVERED or _of_other_years(query, best, each):
        return False
    if _in_the_askers_language(query, best, each):
        return True
    if best.features.kind and not each.features.kind:
        return False
    if best.facts and _STATED <= alike and each.features.likeness < _ALIKE and not _states(query, each):
        return False
    if each.features.likeness >= _ALIKE_TOO and each.features.described >= _DESCRIBED:
        return each.score >= _ASKED_ALIKE * best.score
    share = _LISTED if query.kind in _ALL_THAT_BELONGS else _BESIDE
    sure = best.features.likeness >= _ALIKE
    return not sure and each.score >= share * best.score and each.features.likeness >= _NOT_UNLIKE * alike


def _of_other_years(query: Query, best: Ranked, each: Ranked) -> bool:
    """Tell whether a unit states what is asked for of years that are not asked about."""
    if not best.facts or each.facts:
        return False
    return any(fact.attribute == query.attribute and fact.entity in query.entities for fact in each.unit.facts)


def _states(query: Query, each: Ranked) -> bool:
    """Tell whether a unit states the fact asked for, of the year asked about where there is one."""
    own_year = not query.years or each.unit.whole or bool(each.unit.years.intersection(query.years))
    return bool(each.facts) and own_year


def _in_the_askers_language(query: Query, best: Ranked, each: Ranked) -> bool:
    """Tell whether a sentence says in the asker's language what the lead says in the other."""
    foreign = best.unit.passage.language != query.language == each.unit.passage.language
    prose = not (each.unit.headline or each.unit.whole)
    return foreign and prose and each.coverage.names_all and each.features.described >= _DESCRIBED


def _reading_order(ranked: Ranked) -> tuple[str, int]:
    return ranked.unit.passage.document, ranked.unit.start


def _over(gathering: Gathering, quote: str) -> bool:
    quoted = sum(len(citation.quote) for citation in gathering.citations)
    return bool(gathering.citations) and quoted + len(quote) > MOST_QUOTED
