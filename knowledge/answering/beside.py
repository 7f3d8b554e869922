"""What is told beside the lead: what people ask for in the same words, all that belongs to a list, no more.

The weights were set on the half of the library's question set that is looked at while working.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answering.ranker import Ranked
from knowledge.answering.verdict import mentions
from knowledge.facts.infobox import text_lost
from knowledge.models import AnswerKind, Query

_ALIKE = 0.9
"""Likeness to an ask from which the lead is just what was asked for …"""
_ALIKE_TOO = 0.7
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
_SAID_TOO = 0.8
"""The same of a sentence in the asker's own language beside one in the other."""
_STATED = 0.75
"""Likeness of the best evidence from which only what states the same fact stands beside it."""
_AS_WELL = 0.93
"""Share of the lead's score from which a unit might as well lead."""
_AS_NEAR = 0.86
"""Share of the score of what is related from which another unit is as near."""
_TWO = 2
_NEARLY_AS_ALIKE = 0.15
_LESS_COVERED = 0.3
"""How much less of the question a unit told beside the lead may cover."""
_ALL_THAT_BELONGS = frozenset({AnswerKind.LIST, AnswerKind.COMPARISON})
_SEVERAL = frozenset({AnswerKind.LIST, AnswerKind.WHO})
"""Kinds whose many answers are told in the order of the document."""
_ABOUT_A_NAME = frozenset({AnswerKind.NONE, AnswerKind.LIST, AnswerKind.WHERE})
"""Kinds of question that ask all there is where they hold nothing but a name."""


def whole_first(ranked: Sequence[Ranked]) -> Sequence[Ranked]:
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


def stated_first(query: Query, ranked: Sequence[Ranked]) -> Sequence[Ranked]:
    """Lead with the field that states what is asked of a year, where it is about as good as the best."""
    best = ranked[0]
    if query.attribute is None or not query.years or best.unit.whole:
        return ranked
    stating = (each for each in ranked[1:] if each.unit.whole and each.facts and each.score >= _BESIDE * best.score)
    field = next(stating, None)
    return ranked if field is None else [field, *(each for each in ranked if each is not field)]


def gather(query: Query, ranked: Sequence[Ranked], most: int) -> list[Ranked]:
    """Choose the lead and what belongs beside it: nearly as well ranked and covered.

    A question that only names somebody gathers the sentences that name them.
    """
    best = ranked[0]
    if query.kind is AnswerKind.MENTIONS:
        return [each for each in ranked if mentions(each)][:most] or [best]
    if not query.terms and query.entities and query.kind in _ABOUT_A_NAME:
        naming = [each for each in ranked[1:] if each.coverage.names and min(each.coverage.names) >= 1]
        return [best, *naming][:most]
    alike = max(each.features.likeness for each in ranked[:_TWO])
    beside = [each for each in ranked[1:] if _belongs_beside(query, best, each, alike)]
    chosen = [best, *beside][:most]
    asked_alike = [each for each in chosen if each.features.likeness >= _ALIKE_TOO]
    if query.kind in _SEVERAL and len(asked_alike) > _TWO:
        rest = [each for each in chosen if each not in asked_alike and _as_well(best, each)]
        chosen = [*sorted(asked_alike, key=_reading_order), *rest]
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
    if _in_the_askers_language(query, best, each) or (alike < _ALIKE and _as_well(best, each)):
        return True
    if best.features.kind and not each.features.kind:
        return False
    if best.facts and alike >= _STATED and each.features.likeness < _ALIKE and not _states(query, each):
        return False
    if each.features.likeness >= _ALIKE_TOO and each.features.described >= _DESCRIBED:
        return each.score >= _ASKED_ALIKE * best.score
    share = _LISTED if query.kind in _ALL_THAT_BELONGS else _BESIDE
    return alike < _ALIKE and each.score >= share * best.score and each.features.likeness >= _NOT_UNLIKE * alike


def as_near(related: Ranked, ranked: Sequence[Ranked]) -> list[Ranked]:
    """Choose what is shown where nothing answers: what is related, and one other that is as near by its score."""
    others = (each for each in ranked if each is not related and each.coverage.names_all and not each.unit.headline)
    near = next((each for each in others if each.score >= _AS_NEAR * related.score), None)
    return [related] if near is None else [related, near]


def _as_well(best: Ranked, each: Ranked) -> bool:
    """Tell whether a unit answers about as well as the lead, by all that speaks for it."""
    covers = each.coverage.names_all and each.features.kind >= best.features.kind
    return covers and each.score >= _AS_WELL * best.score


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
    return foreign and prose and each.coverage.names_all and each.features.described >= _SAID_TOO


def _reading_order(ranked: Ranked) -> tuple[str, int]:
    return ranked.unit.passage.document, ranked.unit.start
