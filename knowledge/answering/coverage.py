"""How much of a question a unit covers, word by word and name by name.

A word may stand in the unit itself, in the ways to ask for one thing that it tells, in its headings, or around it.
Ways to ask are taken one thing at a time: who founded it and where its author was born are not asked in one breath.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.answering.units import Unit
from knowledge.answering.wanted import NAME_WEIGHT, Wanted, Word
from knowledge.retrieval.asks import AskedFor
from knowledge.retrieval.parting import NAMED

COVERED = 0.5
"""Strength from which a word, name or year counts as covered."""
_ASKED = 0.95
_HEADED = 0.7
_AROUND = 0.4
_NAME_AROUND = 0.7
_YEAR_AROUND = 0.6
_MOST_READINGS = 3
"""Things a unit is asked for that are weighed for one question."""
_NOTHING = AskedFor()


@dataclass(frozen=True, slots=True)
class Coverage:
    """What of a question a unit covers, each strength from 0 to 1."""

    asked_for: AskedFor
    """The thing asked for with which it covers most."""
    words: tuple[float, ...]
    names: tuple[float, ...]
    years: tuple[float, ...]
    acronyms: tuple[float, ...]
    share: float
    """Weighted share of words, names and years covered by the unit and what describes it."""
    said: float
    """Weighted share of the words alone; 1 where the question has none beside names and years."""
    own: float
    """Weighted share covered by the unit's own words and names."""

    @classmethod
    def nothing(cls, wanted: Wanted) -> Coverage:
        """Make the coverage of a question by no unit at all."""
        query = wanted.query
        return cls(
            asked_for=_NOTHING,
            words=(0.0,) * len(wanted.words),
            names=(0.0,) * len(wanted.bearers),
            years=(0.0,) * len(query.years),
            acronyms=(0.0,) * len(query.acronyms),
            share=0.0,
            said=0.0,
            own=0.0,
        )

    @property
    def names_all(self) -> bool:
        """Tell whether every name, acronym and year of the question is covered."""
        return all(strength >= COVERED for strength in (*self.names, *self.years, *self.acronyms))


def cover(unit: Unit, wanted: Wanted, near: Sequence[AskedFor] = ()) -> tuple[Coverage, ...]:
    """Measure how much of a question a unit covers, once for each thing it is asked for.

    Where some of those are known to be `near` the question, the others are not looked at.
    """
    outside = tuple(_outside(unit, word) for word in wanted.words)
    names = tuple(_name(unit, bearers) for bearers in wanted.bearers)
    years = tuple(_year(unit, year) for year in wanted.query.years)
    acronyms = tuple(_acronym(unit, acronym) for acronym in wanted.acronyms)
    return tuple(
        _combine(wanted, asked_for, terms, outside, names, years, acronyms)
        for asked_for, terms in _bearing(unit, wanted, near)
    )


def _bearing(unit: Unit, wanted: Wanted, near: Sequence[AskedFor]) -> Sequence[tuple[AskedFor, frozenset[str]]]:
    """Choose the few things a unit is asked for that share most with the question, each with what it shares."""
    shared = [(asked_for, asked_for.sharing(wanted.told)) for asked_for in near or unit.asked_for]
    counted = ((len(terms & wanted.forms), asked_for, terms) for asked_for, terms in shared)
    bearing = sorted((each for each in counted if each[0]), key=lambda each: -each[0])[:_MOST_READINGS]
    return [(asked_for, terms) for _, asked_for, terms in bearing] or shared[:1] or [(_NOTHING, frozenset())]


def _combine(
    wanted: Wanted,
    asked_for: AskedFor,
    terms: frozenset[str],
    outside: tuple[float, ...],
    names: tuple[float, ...],
    years: tuple[float, ...],
    acronyms: tuple[float, ...],
) -> Coverage:
    """Add what the ways to ask for one thing cover to what the unit covers without them."""
    words = tuple(
        max(strength, _asked(word, terms)) if strength < _ASKED else strength
        for word, strength in zip(wanted.words, outside, strict=True)
    )
    names = tuple(
        max(strength, _ASKED) if any(f"{NAMED}{bearer}" in terms for bearer in bearers) else strength
        for bearers, strength in zip(wanted.bearers, names, strict=True)
    )
    years = tuple(
        max(strength, _ASKED) if str(year) in terms else strength
        for year, strength in zip(wanted.query.years, years, strict=True)
    )
    of_words = sum(word.weight * strength for word, strength in zip(wanted.words, words, strict=True))
    weight = sum(word.weight for word in wanted.words)
    of_names = NAME_WEIGHT * sum((*names, *years))
    total = weight + NAME_WEIGHT * (len(names) + len(years))
    own = sum(word.weight for word, strength in zip(wanted.words, words, strict=True) if strength > _ASKED)
    own += NAME_WEIGHT * sum(strength >= 1 for strength in (*names, *years))
    return Coverage(
        asked_for=asked_for,
        words=words,
        names=names,
        years=years,
        acronyms=acronyms,
        share=(of_words + of_names) / (total or 1.0),
        said=of_words / weight if weight else 1.0,
        own=own / (total or 1.0),
    )


def _outside(unit: Unit, word: Word) -> float:
    """Give the strength of a word by the unit's own text, its headings and what stands around it."""
    strength = 0.0
    for form, meant in word.forms.items():
        if form in unit.forms:
            strength = max(strength, meant)
        elif form in unit.headed:
            strength = max(strength, _HEADED * meant)
        elif form in unit.around:
            strength = max(strength, _AROUND * meant)
    return strength


def _asked(word: Word, terms: frozenset[str]) -> float:
    return max((_ASKED * meant for form, meant in word.forms.items() if form in terms), default=0.0)


def _name(unit: Unit, bearers: frozenset[str]) -> float:
    if bearers & unit.entities:
        return 1.0
    if bearers & unit.entities_around:
        return _NAME_AROUND
    return COVERED if unit.document.names_any(bearers) else 0.0


def _acronym(unit: Unit, acronym: Word) -> float:
    strength = _outside(unit, acronym)
    if strength < COVERED and any(map(unit.document.writes_in_capitals, acronym.forms)):
        return COVERED
    return strength


def _year(unit: Unit, year: int) -> float:
    if year in unit.years:
        return 1.0
    periods = (fact.period for fact in unit.facts if fact.period is not None)
    if any(period.start is not None and period.holds(year) for period in periods):
        return 1.0  # “until 2014” says nothing of 1871
    if year in unit.years_around:
        return _YEAR_AROUND
    return COVERED if unit.document.tells_year(year) else 0.0
