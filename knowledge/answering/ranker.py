"""Which unit comes first: features of a unit for a query, and their weights.

The weights are those of a softmax over the units of each question, fitted to half of XQuAD and to the half of the
library's own questions that is looked at, and rounded. Fitted without a quarter of the articles at a time they rank
as well on that quarter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter, mul

from knowledge.answering import detectors, kinds
from knowledge.answering.coverage import Coverage
from knowledge.answering.units import Unit
from knowledge.answering.wanted import Wanted
from knowledge.models import AnswerKind, Fact, Query, Span


@dataclass(frozen=True, slots=True)
class Features:
    """What speaks for a unit, each between 0 and about 1."""

    passage: float
    """Fused BM25 score of its passage, of the best passage's."""
    sentence: float
    """BM25 of the unit alone, of the best unit's."""
    grams: float
    """Share of the question's 4-grams, by weight, that the unit holds."""
    pairs: float
    """Share of the question's neighbouring words that are neighbours in the unit."""
    coverage: float
    """Share of the question's weight that the unit and what describes it hold."""
    own: float
    """Share of the question's weight that the unit's own words hold."""
    described: float
    """Share of the words, by weight, that it and one of the things curators ask of it hold."""
    likeness: float
    """Likeness to the nearest way to ask for it."""
    exact: float
    """How near that likeness comes to the ask itself."""
    kind: float
    """Whether it holds the kind of answer wanted."""
    noun: float
    """Whether it holds the wanted noun, or a figure beside it."""
    asked: float
    """Whether people ask for it with questions of this kind."""
    complete: float
    """Whether every name, year and acronym of the question is covered."""
    fact: float
    """Whether it states the attribute asked for, of the entity asked about."""
    names: float
    """Share of the named entities that the unit itself names."""
    headline: float


WEIGHTS: Mapping[str, float] = {
    "passage": 2.4,
    "sentence": 1.3,
    "grams": 1.4,
    "pairs": 0.5,
    "coverage": 3.1,
    "own": 1.2,
    "described": 1.5,
    "likeness": 2.0,
    "exact": 2.0,
    "kind": 0.95,
    "noun": 0.5,
    "asked": 0.6,
    "complete": 0.9,
    "fact": 0.8,
    "names": 0.5,
    "headline": -0.1,
}


_BEARING = 0.5
"""Share of the words from which what a unit is asked for bears on the question."""
_NEARLY = 0.75
"""Likeness from which a question is nearly one that curators wrote."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A unit with what speaks for it."""

    unit: Unit
    features: Features
    coverage: Coverage
    score: float
    answer: tuple[Span, ...] = ()
    """Document offsets of the words that answer, where an expansion or fact says so."""
    facts: tuple[Fact, ...] = ()
    """The facts asked for that it states."""
    asked: bool = True
    """Whether people ask for anything it tells, as well covered, with questions of this kind."""


_WEIGHTS = tuple(WEIGHTS.values())
_values = attrgetter(*WEIGHTS)


def score(features: Features) -> float:
    """Sum the weighted features."""
    return float(sum(map(mul, _WEIGHTS, _values(features))))


@dataclass(frozen=True, slots=True)
class Held:
    """What speaks for a unit, whatever it is asked for."""

    passage: float
    sentence: float
    fact: float
    grams: float
    pairs: float
    kind: float
    noun: float


def hold(wanted: Wanted, unit: Unit, *, passage: float, sentence: float, fact: bool) -> Held:
    """Look once at what a unit holds for a query; the scores come with what led to it."""
    query = wanted.query
    counting = query.kind is AnswerKind.HOW_MANY and query.noun is not None
    return Held(
        passage=passage,
        sentence=sentence,
        fact=float(fact),
        grams=wanted.gram_share(unit),
        pairs=wanted.pair_share(unit),
        kind=float(kinds.holds(query, unit)),
        noun=float(counting and detectors.counts(query, unit.text)),
    )


def measure(query: Query, unit: Unit, held: Held, coverage: Coverage, likeness: float) -> Features:
    """Measure what speaks for a unit, as the answer to one thing it is asked for."""
    named = coverage.names
    # Asking what kind of question each ask is costs more than all the rest: only where the ask has any bearing.
    asked = (likeness > 0 or coverage.said >= _BEARING) and kinds.asked(query, coverage.asked_for)
    described = coverage.asked_for.expansion is not None
    return Features(
        passage=held.passage,
        sentence=held.sentence,
        grams=held.grams,
        pairs=held.pairs,
        coverage=coverage.share,
        own=coverage.own,
        described=coverage.said if described else 0.0,
        likeness=likeness,
        exact=max(0.0, likeness - _NEARLY) / (1 - _NEARLY),
        kind=max(held.kind, float(described and asked)),
        noun=held.noun,
        asked=float(asked),
        complete=float(coverage.names_all),
        fact=held.fact * coverage.said,
        names=sum(1 for strength in named if strength >= 1) / len(named) if named else 0.0,
        headline=float(unit.headline),
    )
