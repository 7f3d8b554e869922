"""All structured facts of one corpus, found by dictionary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from knowledge.corpus import Corpus
from knowledge.documents.placed import Placed
from knowledge.facts import curated, events, program
from knowledge.facts.attributes import Attributes
from knowledge.facts.curated import Curation
from knowledge.facts.entities import Entities
from knowledge.facts.program import Reading
from knowledge.models import (
    Attribute,
    ElectionResult,
    Entity,
    EntityKind,
    Event,
    Fact,
    Language,
    Period,
    Remark,
    Span,
)
from knowledge.text.names import Name, NameMatcher

_Item = TypeVar("_Item")
_Key = TypeVar("_Key")
_NO_YEAR = 9999


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A name, the entity that bears it, and since when until when."""

    name: str
    entity: str
    period: Period | None = None
    stated: bool = True
    """False where no document says that this is the same entity."""
    person: bool = False
    """True where parts of the name stand for a person too."""
    spotted: bool = False
    """True where only running text names the entity: nobody vouches that it is one."""


class FactStore:
    """The facts of one corpus, immutable. Events are read when they are first asked for."""

    def __init__(
        self,
        corpus: Corpus,
        entities: Iterable[Entity],
        attributes: Mapping[str, Attribute],
        curation: Curation,
        reading: Reading,
    ) -> None:
        self._corpus = corpus
        self._curation = curation
        self._subjects = reading.subjects
        self._spotted = reading.spotted
        self.entities = tuple(entities)
        self.attributes = MappingProxyType(dict(attributes))
        self.facts = _merged_facts(curation.facts, reading.facts)
        results = _merged_results(curation.results, reading.results)
        self._results = tuple(sorted((result for result in results if _has_figures(result)), key=_result_order))
        self._spoken = tuple(sorted((r for r in results if not _has_figures(r)), key=_year_of))
        self._by_id = {entity.id: entity for entity in self.entities}
        self._facts_of = _grouped(self.facts, lambda fact: (fact.entity,))
        self._facts_with = _grouped(self.facts, lambda fact: ((fact.entity, fact.attribute),))
        self._results_in = _grouped(self._results, lambda result: (result.year,))
        self._remarks_on = Placed(curation.remarks, lambda remark: (remark.document, remark.span))
        self._facts_on = Placed(self.facts, lambda fact: (fact.citation.document, _value_span(fact)))
        self._remarks_about = _grouped(curation.remarks, lambda remark: remark.entities)

    def entity(self, entity_id: str) -> Entity | None:
        """Find an entity by its id."""
        return self._by_id.get(entity_id)

    def facts_of(self, entity_id: str, attribute: str | None = None) -> tuple[Fact, ...]:
        """Give the facts of an entity, or those with one attribute; curated ones first."""
        if attribute is None:
            return self._facts_of.get(entity_id, ())
        return self._facts_with.get((entity_id, attribute), ())

    def find(self, entities: Sequence[str], attribute: str | None, years: Sequence[int]) -> tuple[Fact, ...]:
        """Find the facts of entities with an attribute; with years, those whose period holds one of them."""
        found = (fact for entity in dict.fromkeys(entities) for fact in self.facts_of(entity, attribute))
        if not years:
            return tuple(found)
        return tuple(fact for fact in found if fact.period and any(map(fact.period.holds, years)))

    def results(self, year: int | None = None) -> tuple[ElectionResult, ...]:
        """Give the election results with figures, by year and rows before prose; of one year or of all."""
        return self._results if year is None else self._results_in.get(year, ())

    def spoken(self) -> tuple[ElectionResult, ...]:
        """Give the elections that are only spoken of, by year."""
        return self._spoken

    def years(self) -> tuple[int, ...]:
        """List the years with results."""
        return tuple(sorted(year for year in self._results_in if year is not None))

    def events(self, entity_id: str | None = None) -> tuple[Event, ...]:
        """Give the events by date, those without a year last; of one entity or of all."""
        return self._events if entity_id is None else self._events_of.get(entity_id, ())

    def remarks_on(self, document: str, start: int, end: int) -> tuple[Remark, ...]:
        """Give the remarks on spans that lie within a stretch of a document."""
        return self._remarks_on.within(document, start, end)

    def heads_a_fact(self, remark: Remark) -> bool:
        """Tell whether a remark is on the value of a fact, and nothing else of its sentence."""
        facts = self.facts_within(remark.document, *remark.span)
        return any(_value_span(fact) == remark.span for fact in facts)

    def facts_within(self, document: str, start: int, end: int) -> tuple[Fact, ...]:
        """Give the facts whose value stands within a stretch of a document."""
        return self._facts_on.within(document, start, end)

    def subject(self, document: str) -> str | None:
        """Name the entity that a document is about, if it is about one."""
        return self._subjects.get(document)

    def words_of(self, attribute: str) -> tuple[str, ...]:
        """List the words that name an attribute, in both languages."""
        known = self.attributes.get(attribute)
        return (known.label.en, known.label.es, *known.words) if known is not None else ()

    def label(self, identifier: str, language: Language) -> str:
        """Word an entity or an attribute: the short name, or the label."""
        entity = self._by_id.get(identifier)
        if entity is not None:
            return entity.shown
        attribute = self.attributes.get(identifier)
        return attribute.label.within(language) if attribute is not None else identifier

    def remarks_about(self, entity_id: str) -> tuple[Remark, ...]:
        """Give the remarks that name an entity, in the order of their file."""
        return self._remarks_about.get(entity_id, ())

    def names(self) -> tuple[NameEntry, ...]:
        """List every name, alias and acronym with its bearer."""
        return self._names

    @cached_property
    def _names(self) -> tuple[NameEntry, ...]:
        return tuple(name for entity in self.entities for name in _names_of(entity, spotted=entity.id in self._spotted))

    @cached_property
    def _events(self) -> tuple[Event, ...]:
        matcher = NameMatcher(Name(name.name, name.entity, name.person) for name in self._names)
        found = events.read_events(self._corpus, matcher, self._subjects, self._curation.events)
        return tuple(sorted(found, key=events.order))

    @cached_property
    def _events_of(self) -> dict[str, tuple[Event, ...]]:
        return _grouped(self._events, lambda event: event.entities)


def read(corpus: Corpus, facts: str | None) -> FactStore:
    """Read the facts of a corpus: what `facts.toml` says, and what fields and rows say.

    Raises CurationSyntax, QuoteMissing and QuoteAmbiguous for an entry that is wrong.
    """
    curation = curated.read(corpus, facts) if facts else Curation()
    entities = Entities(curation.entities)
    attributes = Attributes(curation.attributes, curation.fields)
    reading = program.read(corpus, entities, attributes, names=not curation.entities)
    return FactStore(corpus, entities.all(), attributes.known(), curation, reading)


def _names_of(entity: Entity, *, spotted: bool) -> list[NameEntry]:
    person = entity.kind is EntityKind.PERSON
    names = [NameEntry(entity.name, entity.id, person=person, spotted=spotted)]
    if entity.acronym:
        names.append(NameEntry(entity.acronym, entity.id, spotted=spotted))
    names += [NameEntry(a.name, entity.id, a.period, a.stated, person, spotted) for a in entity.aliases]
    return names


def _grouped(items: Iterable[_Item], keys: Callable[[_Item], Iterable[_Key]]) -> dict[_Key, tuple[_Item, ...]]:
    groups: dict[_Key, list[_Item]] = defaultdict(list)
    for item in items:
        for key in keys(item):
            groups[key].append(item)
    return {key: tuple(group) for key, group in groups.items()}


def _merged_facts(curated_facts: tuple[Fact, ...], program_facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Leave out what the program read where curators say the same of the same words."""
    said: dict[tuple[str, str, str], list[Span]] = defaultdict(list)
    for fact in curated_facts:
        said[fact.entity, fact.attribute, fact.citation.document].append(_value_span(fact))
    return curated_facts + tuple(
        fact
        for fact in program_facts
        if not _meets(_value_span(fact), said.get((fact.entity, fact.attribute, fact.citation.document), ()))
    )


def _merged_results(
    curated_results: tuple[ElectionResult, ...], program_results: tuple[ElectionResult, ...]
) -> tuple[ElectionResult, ...]:
    """Leave out the rows that curators wrote a result of."""
    said: dict[str, list[Span]] = defaultdict(list)
    for result in curated_results:
        said[result.citation.document].append((result.citation.start, result.citation.end))
    return curated_results + tuple(
        result
        for result in program_results
        if not _meets((result.citation.start, result.citation.end), said.get(result.citation.document, ()))
    )


def _value_span(fact: Fact) -> Span:
    """Give the place of a fact's value in its document."""
    start, end = fact.citation.answer[0] if fact.citation.answer else (0, len(fact.citation.quote))
    return fact.citation.start + start, fact.citation.start + end


def _meets(span: Span, others: Iterable[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _has_figures(result: ElectionResult) -> bool:
    return any(figure and figure.text for figure in (result.votes, result.share, result.seats))


def _year_of(result: ElectionResult) -> int:
    return result.year or _NO_YEAR


def _result_order(result: ElectionResult) -> tuple[int, bool, int]:
    return _year_of(result), result.prose, result.citation.start
