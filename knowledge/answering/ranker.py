"""Which unit comes first: features of a unit for a query, summed by weights that were fitted offline."""

from __future__ import annotations

import math
from collections.abc import Sequence
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
    said: float
    """Share of the words alone, by weight, that the unit and what describes it hold."""
    several: float
    """Mean likeness to the three nearest ways to ask for it."""
    curated: float
    """Whether curators wrote what it is asked for."""
    least_named: float
    """How far the least covered name, year or acronym is covered."""
    exactly: float
    """Share of the words, by weight, that it holds as they are typed or inflected."""
    foreign: float
    """Whether it is in the other language than the question."""
    literal: float
    """Share of the question's names that stand in it as they are typed."""
    typical: float
    """How typical the question is of all ways to ask for it."""
    place: float
    """How far from the beginning of its passage it stands."""
    length: float


FEATURES = tuple(Features.__slots__)
"""The names of the features."""
_BEARING = 0.5
"""Share of the words from which what a unit is asked for bears on the question."""
_FAR = 6
"""Sentences from the beginning of a passage beyond which it no longer matters."""
_LONG = 120
"""Stems of a long sentence."""
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


_values = attrgetter(*FEATURES)


def score(features: Features, weights: Sequence[float]) -> float:
    """Sum the features, each by its weight, in the order of FEATURES."""
    return math.fsum(map(mul, weights, _values(features)))


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


def measure(
    wanted: Wanted, unit: Unit, held: Held, coverage: Coverage, likeness: float, several: float, typical: float
) -> Features:
    """Measure what speaks for a unit, as the answer to one thing it is asked for.

    `likeness` and `several` are those of the nearest ways to ask for that.
    """
    query, named = wanted.query, coverage.names
    # Asking what kind of question each ask is costs more than all the rest: only where the ask has any bearing.
    asked = (likeness > 0 or coverage.said >= _BEARING) and kinds.asked(query, coverage.asked_for)
    described = coverage.asked_for.curated
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
        said=coverage.said,
        several=several,
        curated=float(described),
        least_named=min((*named, *coverage.years, *coverage.acronyms), default=1.0),
        exactly=wanted.exact_share(coverage.words),
        foreign=float(unit.passage.language != query.language),
        literal=_literal(query, unit),
        typical=typical,
        place=min(unit.place, _FAR) / _FAR,
        length=min(unit.length, _LONG) / _LONG,
    )


def _literal(query: Query, unit: Unit) -> float:
    """Give the share of a query's names that a unit holds letter by letter, whatever other names their bearers have."""
    text = unit.text.casefold()
    return sum(name.casefold() in text for name in query.names) / len(query.names) if query.names else 0.0
