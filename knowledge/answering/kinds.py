"""Whether what a unit is asked for, and what it holds, is of the kind that a question wants."""

from __future__ import annotations

import re

from knowledge.answering import detectors
from knowledge.answering.units import Unit
from knowledge.models import AnswerKind, Query
from knowledge.retrieval.asks import AskedFor
from knowledge.text.normalise import fold, fold_once

_K = AnswerKind
_LIKE: dict[AnswerKind, frozenset[AnswerKind]] = {
    _K.WHO: frozenset({_K.WHO, _K.LIST, _K.WHICH, _K.DEFINITION, _K.OPINION}),
    _K.WHEN: frozenset({_K.WHEN}),
    _K.WHERE: frozenset({_K.WHERE, _K.WHICH}),
    _K.HOW_MANY: frozenset({_K.HOW_MANY, _K.SHARE}),
    _K.SHARE: frozenset({_K.HOW_MANY, _K.SHARE}),
    _K.WHY: frozenset({_K.WHY, _K.HOW}),
}
"""Kinds of question that kinds of answer serve; any other kind is served by any."""
_YEAR = re.compile(r"\b(?:year|año)s?\b")
_DAY = re.compile(r"\b(?:(?:what|which|exact) (?:day|date)|que (?:dia|fecha)|dia exacto|fecha exacta)\b")
_MONTH = re.compile(r"\b(?:(?:what|which) month|que mes)\b")
_DAY_GIVEN = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th|º)?\s(?:de\s)?[A-Za-z]{3,}|[A-Z][a-z]{2,}\s\d{1,2}\b(?!\d)|\b\d{1,2}[A-Z]\b|\b\w+day\b|weekend"
)
_MONTH_GIVEN = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b"
)


_OTHER_KIND = 0.65
"""What is left of the likeness to an ask that wants another kind of answer than the question …"""
_MORE_PRECISE = 0.85
"""… and to one that asks who, when or how many where the question does not."""


def fit(query: Query, kind: AnswerKind) -> float:
    """Tell how far the kind of answer that a way to ask wants is the one that a question wants, from 0 to 1."""
    like = _LIKE.get(query.kind)
    if kind is AnswerKind.NONE:
        return 1.0
    if like is None:
        return _MORE_PRECISE if kind in _LIKE else 1.0
    return 1.0 if kind in like else _OTHER_KIND


def asked(query: Query, asked_for: AskedFor) -> bool:
    """Tell whether people ask for that thing with questions of this kind.

    True too where no curator wrote how it is asked for: nothing is known against it.
    """
    like = _LIKE.get(query.kind)
    return like is None or asked_for.wants(like)


def precise(query: Query, unit: Unit) -> bool:
    """Tell whether a unit gives a date as precise as the question wants: a year, a month, a day."""
    if query.kind is not AnswerKind.WHEN:
        return True
    wanted = fold(query.text)
    if _YEAR.search(wanted) and not (unit.years or any(fact.period for fact in unit.facts)):
        return False
    if _DAY.search(wanted) and not _DAY_GIVEN.search(unit.text):
        return False
    return not _MONTH.search(wanted) or bool(_MONTH_GIVEN.search(fold_once(unit.text)))


def holds(query: Query, unit: Unit) -> bool:
    """Tell whether a unit's text could hold an answer of the wanted kind."""
    return detectors.holds(query, unit.text)
