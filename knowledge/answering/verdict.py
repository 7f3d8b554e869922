"""The one verdict: does the best evidence answer, is some only related, or is there none?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.answering import kinds
from knowledge.answering.coverage import COVERED, Coverage
from knowledge.answering.ranker import Ranked
from knowledge.answering.wanted import Wanted
from knowledge.models import AnswerKind, Gap, GapKind, Outcome
from knowledge.text.analyzer import forms
from knowledge.text.normalise import fold

WORKING_POINT = 0.5
"""Probability from which the best evidence is shown as the answer."""
_LACKING_THE_POINT = {AnswerKind.WHO: 1.2, AnswerKind.WHICH: 0.8, AnswerKind.WHY: 0.4, AnswerKind.DEFINITION: 0.8}
"""What it costs, in log odds, to lack the one word that such a question turns on: who led, which ministers."""
_LIKE_ENOUGH = 0.7
"""Likeness to an ask from which the kind of question is no objection …"""
_LIKE_ENOUGH_TO_COUNT = 0.9
"""… unless a number is wanted, which nothing else replaces."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """How a query ends, how sure that is, and what no passage gives."""

    outcome: Outcome
    confidence: float
    missing: tuple[Gap, ...] = ()


def rule(wanted: Wanted, ranked: tuple[Ranked, ...]) -> tuple[Ruling, tuple[Ranked, ...]]:
    """Rule on ranked evidence, and put what is to be shown first.

    The best unit answers where its probability reaches the working point and it covers every name, year and
    acronym of the question; else a unit that covers them and one of its words is related.
    """
    kind = wanted.query.kind
    if kind is AnswerKind.SMALL_TALK:
        return Ruling(Outcome.NOT_FOUND, 0.01, _kind_gap(wanted)), ranked
    if kind is AnswerKind.INSTRUCTION:
        return _instruction(wanted, ranked)
    if not ranked:
        return Ruling(Outcome.NOT_FOUND, 0.01, _missing(wanted, None, ())), ranked
    best = ranked[0]
    sure = probability(wanted, best)
    if sure >= WORKING_POINT and not _bars(wanted, best):
        return Ruling(Outcome.ANSWERED, sure), ranked
    missing = _missing(wanted, best.coverage, ranked)
    related = next((each for each in ranked if _relates(wanted, each.coverage)), None)
    if related is None:
        return Ruling(Outcome.NOT_FOUND, sure, missing), ranked
    rest = tuple(each for each in ranked if each is not related)
    return Ruling(Outcome.RELATED, sure, missing), (related, *rest)


def probability(wanted: Wanted, best: Ranked) -> float:
    """Estimate the probability that a unit answers.

    A unit that curators described is held to their words: a word of the question that is in none of them speaks
    against it. Of a unit that nobody described only its own words are known, and people rarely ask in those.
    """
    features = best.features
    coverage = best.coverage
    counted = wanted.query.kind is not AnswerKind.HOW_MANY or wanted.query.noun is None or features.noun > 0
    if coverage.asked_for.expansion is not None:
        lacking = _lacking(wanted, coverage)
        points = -2.6 + 1.5 * coverage.said + 1.5 * features.likeness + 1.0 * features.kind
        points += 0.85 * features.fact + 1.2 * counted
        points -= 1.8 * lacking + _LACKING_THE_POINT.get(wanted.query.kind, 0.0) * _lacks_the_point(wanted, coverage)
    else:
        points = -0.2 + 3.0 * features.coverage + 1.0 * features.own + 1.0 * features.fact
        points -= 1.2 * (not features.kind) + 0.4 * (not counted)
    return 1 / (1 + math.exp(-points))


def _lacks_the_point(wanted: Wanted, coverage: Coverage) -> bool:
    """Tell whether the noun that is asked for is not covered, or, without one, any word that says something."""
    noun = _noun_stems(wanted)
    words = [(word, s) for word, s in zip(wanted.words, coverage.words, strict=True) if not word.light]
    of_noun = [strength for word, strength in words if noun.intersection(word.forms)]
    if wanted.query.noun is not None:
        return any(strength < COVERED for strength in of_noun)
    return any(strength < COVERED for _, strength in words)


def _lacking(wanted: Wanted, coverage: Coverage) -> float:
    """Give the weighted share of the words that are not covered."""
    weights = [word.weight for word in wanted.words]
    missed = (w for w, strength in zip(weights, coverage.words, strict=True) if strength < COVERED)
    return sum(missed) / (sum(weights) or 1.0)


def _bars(wanted: Wanted, best: Ranked) -> bool:
    """Tell whether a unit cannot be the answer, however alike it is.

    It lacks a name, year or acronym of the question, gives a date less precise than is asked, or is never asked
    for with questions of that kind: alike words do not help then, unless it holds an answer of the kind.
    """
    if not best.coverage.names_all or not kinds.precise(wanted.query, best.unit):
        return True
    enough = _LIKE_ENOUGH_TO_COUNT if wanted.query.kind is AnswerKind.HOW_MANY else _LIKE_ENOUGH
    if best.asked:
        return False
    return best.features.likeness < enough or not kinds.holds(wanted.query, best.unit)


def _instruction(wanted: Wanted, ranked: tuple[Ranked, ...]) -> tuple[Ruling, tuple[Ranked, ...]]:
    """Show an instruction to the bot only the sentences that bear the name in it."""
    naming = tuple(each for each in ranked if wanted.bearers and all(s >= 1 for s in each.coverage.names))
    if not naming:
        return Ruling(Outcome.NOT_FOUND, 0.01, _kind_gap(wanted)), ranked
    return Ruling(Outcome.RELATED, 0.01, _kind_gap(wanted)), naming


def _relates(wanted: Wanted, coverage: Coverage) -> bool:
    """Tell whether a unit covers every name and year of the question and what it wants of them.

    What is wanted is the noun asked for; where there is none, half the weight of the words.
    """
    if not coverage.names_all or not (coverage.names or coverage.words):
        return False
    noun = _noun_stems(wanted)
    of_noun = [s for word, s in zip(wanted.words, coverage.words, strict=True) if noun.intersection(word.forms)]
    if of_noun:
        return all(strength >= COVERED for strength in of_noun)
    weight = sum(word.weight for word in wanted.words)
    covered = sum(w.weight for w, s in zip(wanted.words, coverage.words, strict=True) if s >= COVERED)
    return 2 * covered >= weight


def _missing(wanted: Wanted, coverage: Coverage | None, ranked: Sequence[Ranked]) -> tuple[Gap, ...]:
    """List what the best evidence lacks: names, acronyms and years first, then words, else the kind of answer.

    A name is missing where no evidence has it. Without any evidence all is.
    """
    query = wanted.query
    lacking = coverage or Coverage.nothing(wanted)
    of_names = [max(each) for each in zip(*(one.coverage.names for one in ranked), strict=True)] or lacking.names
    gaps = [
        Gap(kind=kind, value=value)
        for kind, values, strengths in (
            (GapKind.NAME, query.names, of_names),
            (GapKind.ACRONYM, query.acronyms, lacking.acronyms),
            (GapKind.YEAR, map(str, query.years), lacking.years),
        )
        for value, strength in zip(values, strengths, strict=True)
        if strength < COVERED
    ]
    noun = _noun_stems(wanted)
    words = [
        word
        for word, strength in zip(wanted.words, lacking.words, strict=True)
        if strength < COVERED and word.typed not in query.acronyms
    ]
    if query.noun is not None and any(noun.intersection(word.forms) for word in words):
        counted = query.kind is AnswerKind.HOW_MANY
        gaps.append(Gap(kind=GapKind.NUMBER if counted else GapKind.NOUN, value=query.noun))
    gaps += [Gap(kind=GapKind.RELATION, value=word.typed) for word in words if not noun.intersection(word.forms)]
    return tuple(gaps) or _kind_gap(wanted)


def _noun_stems(wanted: Wanted) -> frozenset[str]:
    words = (wanted.query.noun or "").split()
    return frozenset(form for word in words for form in forms(fold(word), wanted.query.language))


def _kind_gap(wanted: Wanted) -> tuple[Gap, ...]:
    query = wanted.query
    if query.kind is AnswerKind.HOW_MANY and query.noun is not None:
        return (Gap(kind=GapKind.NUMBER, value=query.noun),)
    return (Gap(kind=GapKind.KIND, value=query.kind.value),)
