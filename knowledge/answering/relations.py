"""`map`: a name's neighbours, organisations, people and events, each joined to it by cited facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.answering.statements import Gathering, told
from knowledge.answering.subjects import Subjects, former
from knowledge.facts.store import FactStore
from knowledge.models import (
    Answer,
    Candidate,
    Entity,
    EntityKind,
    Fact,
    Gap,
    GapKind,
    Language,
    NeighbourKind,
    Outcome,
    StatedRelation,
    Statement,
    StatementKind,
    Subject,
    Topic,
)

_SHOWN = {
    EntityKind.ORGANISATION: NeighbourKind.ORGANISATION,
    EntityKind.PERSON: NeighbourKind.PERSON,
    EntityKind.EVENT: NeighbourKind.EVENT,
}
_ORDER = (NeighbourKind.FORMER_NAME, NeighbourKind.ORGANISATION, NeighbourKind.PERSON, NeighbourKind.EVENT)
_LAST = 1_000


@dataclass(frozen=True, slots=True)
class _Edge:
    """A fact that joins the name to a neighbour."""

    fact: Fact
    kind: NeighbourKind
    neighbour: str
    """The neighbour's id, or the former name itself."""
    name: str
    outward: bool


class Relations:
    """Answers `map`, and lists the periods that a time line draws."""

    def __init__(self, facts: FactStore, subjects: Subjects) -> None:
        self._facts = facts
        self._subjects = subjects

    def map(self, name: str, language: Language) -> Answer:
        """Answer with the facts that join a name to its neighbours."""
        found = self._subjects.find(name)
        missing = Gap(kind=GapKind.NAME if not found.entities else GapKind.RELATION, value=found.typed)
        if len(found.entities) != 1:
            candidates = tuple(Candidate(id=each.id, name=each.shown) for each in found.entities)
            gaps = () if candidates else (missing,)
            return _none(found.typed, language, gaps, candidates=candidates, suggestions=found.nearest)
        entity = found.entities[0]
        subject = Subject(id=entity.id, name=entity.shown)
        gathering = Gathering(self._facts, language)
        for edge in self._edges(entity):
            gathering.add(self._state(edge, entity, gathering))
        if not gathering.statements:
            return _none(found.typed, language, (missing,), subject=subject)
        return _answer(found.typed, language, gathering, subject, found.read_as)

    def periods(self, name: str, language: Language) -> Answer:
        """Answer with what a name bore, had or published over a stretch of years."""
        found = self._subjects.find(name)
        gathering = Gathering(self._facts, language)
        for entity in found.entities:
            for fact in self._lasting(entity):
                gathering.fact(fact)
        if not gathering.statements:
            return _none(found.typed, language, (Gap(kind=GapKind.KIND, value="when"),))
        subject = Subject(id=found.entities[0].id, name=found.entities[0].shown)
        return _answer(found.typed, language, gathering, subject, found.read_as)

    def _edges(self, entity: Entity) -> list[_Edge]:
        """List the edges: former names, organisations, people, events; what people ask for first before the rest."""
        edges: dict[tuple[str, str, bool], _Edge] = {}
        for edge in (*self._former(entity), *self._outward(entity), *self._inward(entity)):
            edges.setdefault((edge.neighbour, edge.fact.attribute, edge.outward), edge)
        return sorted(edges.values(), key=lambda edge: (_ORDER.index(edge.kind), self._by_rank(edge.fact)))

    def _lasting(self, entity: Entity) -> list[Fact]:
        """List what held for longer than a year, each thing once, from the source that says most of when."""
        best: dict[tuple[str, str], Fact] = {}
        for fact in sorted(self._facts.facts_of(entity.id), key=_says_less):
            named = fact.object is not None or former(entity, _bare(fact)) is not None
            if named and _lasts(fact) and not self._is_decorative(fact):
                best.setdefault((fact.attribute, fact.object or str(fact.period)), fact)
        return sorted(best.values(), key=self._by_rank)

    def _former(self, entity: Entity) -> Iterator[_Edge]:
        for fact in self._facts.facts_of(entity.id):
            if fact.object is None and former(entity, _bare(fact)) is not None:
                yield _Edge(fact, NeighbourKind.FORMER_NAME, _bare(fact), fact.value, outward=True)

    def _outward(self, entity: Entity) -> Iterator[_Edge]:
        for fact in self._facts.facts_of(entity.id):
            yield from self._edge(fact, fact.object, entity, outward=True)

    def _inward(self, entity: Entity) -> Iterator[_Edge]:
        for fact in self._facts.facts:
            if fact.object == entity.id:
                yield from self._edge(fact, fact.entity, entity, outward=False)

    def _edge(self, fact: Fact, other: str | None, entity: Entity, *, outward: bool) -> Iterator[_Edge]:
        neighbour = self._facts.entity(other) if other else None
        if neighbour is None or neighbour.id == entity.id or self._is_decorative(fact):
            return
        kind = _SHOWN.get(neighbour.kind)
        if kind is not None:
            yield _Edge(fact, kind, neighbour.id, neighbour.shown, outward=outward)

    def _state(self, edge: _Edge, entity: Entity, gathering: Gathering) -> Statement:
        stated = gathering.stated(edge.fact)
        words = told(stated) if edge.outward else f"{edge.name}, {told(stated)}"
        return Statement(
            text=words,
            kind=StatementKind.FACT,
            citations=(gathering.cite(edge.fact.citation),),
            fact=stated,
            relation=StatedRelation(
                of=entity.shown,
                neighbour=edge.neighbour,
                name=edge.name,
                kind=edge.kind,
                outward=edge.outward,
            ),
        )

    def _is_decorative(self, fact: Fact) -> bool:
        attribute = self._facts.attributes.get(fact.attribute)
        return attribute is not None and attribute.decorative

    def _by_rank(self, fact: Fact) -> tuple[int, int]:
        attribute = self._facts.attributes.get(fact.attribute)
        start = fact.period.start if fact.period else None
        return (attribute.rank if attribute else _LAST, start or 0)


def _bare(fact: Fact) -> str:
    """Give a value without what stands in brackets after it: “League of Workers for Socialism (LTS)”."""
    return fact.value.partition(" (")[0]


def _says_less(fact: Fact) -> tuple[bool, bool]:
    """Put first what names an end, and a field or a row before prose."""
    return (fact.period is None or fact.period.end is None, fact.prose)


def _lasts(fact: Fact) -> bool:
    """Tell whether a fact held for longer than a year, as far as its source says."""
    period = fact.period
    return period is not None and period.start is not None and period.start != period.end


def _answer(question: str, language: Language, gathering: Gathering, subject: Subject, read_as: str | None) -> Answer:
    return Answer(
        question=question,
        language=language,
        outcome=Outcome.ANSWERED,
        confidence=1.0,
        lead=gathering.statements[0].text,
        statements=gathering.statements,
        citations=gathering.citations,
        subject=subject,
        topic=Topic(entities=(subject.id,)),
        interpretation=read_as,
    )


def _none(
    question: str,
    language: Language,
    missing: tuple[Gap, ...],
    *,
    candidates: tuple[Candidate, ...] = (),
    suggestions: tuple[str, ...] = (),
    subject: Subject | None = None,
) -> Answer:
    return Answer(
        question=question,
        language=language,
        outcome=Outcome.NOT_FOUND,
        confidence=0.0,
        missing=missing,
        candidates=candidates,
        suggestions=suggestions,
        subject=subject,
    )
